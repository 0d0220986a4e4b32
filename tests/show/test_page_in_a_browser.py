"""What the page does in a browser: it asks for nothing, runs without an error, and can be worked by keyboard."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import handmade
import pytest

from sayso.show.html import Item, page

if TYPE_CHECKING:
    from pathlib import Path

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--enable-logging=stderr",
]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine"),
]

PROBE = """
const seen = [];
const key = (name) => document.body.dispatchEvent(new KeyboardEvent("keydown", {key: name, bubbles: true}));
const wait = () => new Promise((done) => setTimeout(done, 150));
(async () => {
  location.hash = "#r1"; await wait();
  seen.push([...document.querySelectorAll(".report")].map((report) => getComputedStyle(report).display !== "none"));
  for (const name of ["j", "j", "k"]) { key(name); await wait(); seen.push(location.hash); }
  seen.push(document.querySelectorAll(".lit").length > 0);
  document.querySelector('#r1 .voices [data-voice="1"]').click(); await wait();
  seen.push([...document.querySelectorAll("#r1 .said > li")].filter((row) => row.offsetHeight).map((row) => row.id));
  document.getElementById("theme").click();
  seen.push(document.body.dataset.theme);
  document.title = JSON.stringify(seen);
})();
"""


def items() -> list[Item]:
    """Two reports, so that the page has an overview."""
    return [Item(handmade.reading()), Item(handmade.reading(title="Another"))]


def browse(folder: Path, html: str, *more: str) -> tuple[str, str]:
    """The page after its scripts have run, and what the browser's console said."""
    (folder / "page.html").write_text(html, "utf-8")
    address = (folder / "page.html").as_uri()
    command = [str(CHROMIUM), *QUIET, f"--user-data-dir={folder / 'profile'}", *more, "--dump-dom", address]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    return done.stdout, "\n".join(line for line in done.stderr.splitlines() if "CONSOLE" in line)


def test_the_page_makes_no_request_and_no_error(tmp_path: Path) -> None:
    """No request starts from the page but for itself, and its console stays empty, refusals of the policy included."""
    shown, console = browse(tmp_path, page(items()), f"--log-net-log={tmp_path / 'net.json'}")
    assert console == ""
    assert re.search(r'<button type="button" id="theme" aria-label="Switch', shown)
    log = json.loads((tmp_path / "net.json").read_text("utf-8"))
    asked = {event.get("params", {}).get("url", "") for event in log["events"]}
    assert not [address for address in asked if "nordal.example" in address]
    from_page = [event for event in log["events"] if "page.html" in event.get("params", {}).get("initiator", "")]
    assert from_page == []


def test_a_policy_without_our_hash_would_be_noticed(tmp_path: Path) -> None:
    """A script that is not ours does not run: the policy refuses it, and the console says so."""
    added = "<script>document.title = 'ran'</script></body>"
    shown, console = browse(tmp_path, page(items()).replace("</body>", added))
    assert "Content Security Policy" in console
    assert "<title>ran" not in shown


def test_the_page_is_worked_by_keyboard(tmp_path: Path) -> None:
    """One report is shown at a time; j and k go from attribution to attribution; a speaker's words can be kept alone."""
    free = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page(items()))
    shown, console = browse(
        tmp_path, free.replace("</body>", f"<script>{PROBE}</script></body>"), "--virtual-time-budget=8000"
    )
    assert console == ""
    found = re.search(r"<title>(.*?)</title>", shown)
    assert found
    one_shown, first, second, back, lit, kept, theme = json.loads(found[1].replace("&quot;", '"').replace("&amp;", "&"))
    assert one_shown == [True, False]
    assert [first, second, back] == ["#r1-a1", "#r1-a2", "#r1-a1"]
    assert lit
    assert kept == ["r1-a3-row", "r1-a4-row", "r1-a8-row"]
    assert theme in {"light", "dark"}
