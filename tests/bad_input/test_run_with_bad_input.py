"""A run over good and bad input: each bad piece is one line or one row that says so, and the rest is done."""

from __future__ import annotations

import base64
import json
import os
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Proof, Run

from sayso.ledger import Ledger
from sayso.model import from_json

GOOD = 'At least 12 people were wounded in Miren on 4 March 2024. "We will reopen the quay," said Ilona Varga.\n'
PAGE = f"<html><head><title>Miren</title></head><body><article><p>{GOOD}</p></article></body></html>"
FAILED = {
    "binary.txt": (bytes(range(256)) * 40, "binary"),
    "picture.html": (b"\x89PNG\r\n\x1a\n" + b"\0" * 400, "PNG"),
    "nulls.txt": (b"\0" * 4000, "binary"),
    "over.txt": (GOOD.encode() * 200_000, "limit of 20,000,000 bytes"),
}
NOT_READ = {"empty.txt": b"", "blank.txt": b" \n\t\n", "marked.txt": b"\xef\xbb\xbf", "bare.html": b"<html></html>"}
READ = {
    "a-null.txt": (GOOD.replace("quay", "qu\0ay").encode(), "utf-8"),
    "utf-16.txt": ((GOOD * 4).encode("utf-16-le"), "utf-16-le"),
    "cut.html": (PAGE.encode()[:-30], "utf-8"),
    "surrogate.html": (PAGE.replace("quay", "qu&#xD800;ay").encode(), "utf-8"),
    "lying.html": (
        PAGE.replace("<head>", '<head><meta charset="utf-16">').replace("Varga", "V\xe1rga").encode(),
        "utf-8",
    ),
    "deep.html": (PAGE.replace("<p>", "<div>" * 100_000 + "<p>").encode(), "utf-8"),
    "wide.html": (
        PAGE.replace("<p>", '<table><tr><td colspan="9000000000000000" rowspan=9e15>x</table><p>').encode(),
        "utf-8",
    ),
}


def test_a_folder_of_bad_and_good_files(run: Run, proven: Proof, tmp_path: Path) -> None:
    """Each file is an object of its own status, each failed one is one line, and what is read is at its place."""
    folder = tmp_path / "in"
    folder.mkdir()
    given = {name: data for name, (data, _) in (FAILED | READ).items()} | NOT_READ
    for name, data in given.items():
        (folder / name).write_bytes(data)
    missing = str(tmp_path / "none.txt")
    result = run("read", missing, str(folder), "--format", "json", "--origin", "--quiet")
    assert result.exit_code == 1
    readings = {row.report.path: row for row in map(from_json, result.stdout.splitlines())}
    assert set(readings) == {missing, *(str(folder / name) for name in given)}
    lines = result.stderr.splitlines()
    assert len(lines) == len(FAILED) + 1
    reasons = {str(folder / name): why for name, (_, why) in FAILED.items()} | {missing: "no such file"}
    for path, why in reasons.items():
        (line,) = [line for line in lines if path in line]
        assert why in line
        assert (readings[path].report.status, why in (readings[path].report.why or "")) == ("failed", True)
    for name in NOT_READ:
        assert (readings[str(folder / name)].report.status, readings[str(folder / name)].report.why) == (
            "not-read",
            "empty",
        )
    for name, (data, codec) in READ.items():
        reading = readings[str(folder / name)]
        assert reading.report.status == "read", (name, reading.report.why)
        assert "were wounded in Miren" in reading.report.text, name
        assert reading.figures, name
        proven(reading, data, codec)


def test_bad_records_cost_only_themselves(run: Run, tmp_path: Path) -> None:
    """Broken JSON, lone surrogates, wrong types and unknown bytes: one object a line, the good ones read."""
    lines = [
        json.dumps({"id": "good", "text": GOOD}),
        '{"id": "torn", "text": "The qu',
        '{"id": "lone", "text": "' + json.dumps(GOOD)[1:-1] + ' \\ud800 said Varga."}',
        '{"id": 7, "text": 12}',
        '{"id": "none"}',
        "[" * 5000,
        "null",
        json.dumps({"id": "bytes", "bytes": base64.b64encode(bytes(range(256)) * 40).decode()}),
        '{"id": "bad bytes", "bytes": "@@@"}',
        json.dumps({"id": "end", "text": GOOD, "published": "30 February", "language": ["en"]}),
    ]
    (tmp_path / "r.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    result = run("read", str(tmp_path / "r.jsonl"), "--format", "json", "--quiet")
    readings = [from_json(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 1
    assert len(readings) == len(lines)
    status = {row.report.path.rpartition("#")[2]: row.report.status for row in readings}
    assert (status["good"], status["lone"], status["torn" if "torn" in status else "2"]) == ("read", "read", "failed")
    failed = [row for row in readings if row.report.status == "failed"]
    assert len(result.stderr.splitlines()) == len(failed) >= 6
    assert all(row.report.path in line for row, line in zip(failed, result.stderr.splitlines(), strict=True))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="rights do not bind this user")
def test_a_file_without_rights_is_named_and_the_rest_is_added(run: Run, tmp_path: Path) -> None:
    """Exit code 1, one line, and the other file is in the ledger."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(GOOD, "utf-8")
    (tmp_path / "a.txt").chmod(0)
    result = run("add", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--ledger", str(tmp_path / "l.db"))
    assert result.exit_code == 1
    assert "a.txt" in result.stderr


def test_adding_bad_and_good_files_keeps_the_good(run: Run, tmp_path: Path) -> None:
    """What failed is named and not kept, the rest is; the ledger holds; a second run says the same again."""
    for name, data in {"a.txt": bytes(range(256)) * 40, "b.txt": GOOD.encode(), "c.txt": b""}.items():
        (tmp_path / name).write_bytes(data)
    paths = [str(tmp_path / name) for name in ("none.txt", "a.txt", "b.txt", "c.txt")]
    for _ in range(2):
        result = run("add", *paths, "--ledger", str(tmp_path / "l.db"), "--quiet")
        assert result.exit_code == 1
        assert [path for path in paths for line in result.stderr.splitlines() if path in line] == paths[:2]
    with Ledger.open(tmp_path / "l.db") as kept:
        assert kept.verify().wrong is None
        assert [row.path for row in kept.reports()] == paths[2:]


def newer(path: Path) -> None:
    """A ledger that a later version made."""
    Ledger.open(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()


@pytest.mark.parametrize("kind", ["text", "newer", "folder", "no folder"])
@pytest.mark.parametrize("command", ["add", "reports", "verify"])
def test_what_is_no_ledger_of_ours_ends_with_3_and_is_left_alone(
    run: Run, tmp_path: Path, kind: str, command: str
) -> None:
    """One line that names the file; not a byte of it is changed."""
    path = tmp_path / "l.db"
    if kind == "text":
        path.write_text(GOOD * 200, "utf-8")
    elif kind == "newer":
        newer(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path = tmp_path / "none" / "l.db"
    before = path.read_bytes() if path.is_file() else None
    (tmp_path / "t.txt").write_text(GOOD, "utf-8")
    words = [str(tmp_path / "t.txt")] if command == "add" else []
    result = run(command, *words, "--ledger", str(path))
    assert result.exit_code == 3
    (line,) = result.stderr.splitlines()
    assert str(path) in line
    assert (path.read_bytes() if path.is_file() else None) == before


def test_adding_to_a_full_disk_ends_with_3(tmp_path: Path) -> None:
    """The system lets no file grow: one line, exit code 3, and the ledger is as it was."""
    ledger = tmp_path / "l.db"
    Ledger.open(ledger).close()
    (tmp_path / "t.txt").write_bytes(os.urandom(400_000).hex().encode())
    most = ledger.stat().st_size + 100_000
    program = (
        "import resource, signal\nfrom sayso.clean.language import identify\nfrom sayso.cli import main\n"
        "identify('The model is unpacked into a file before the disk is full.')\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most}))\nmain()\n"
    )
    command = [sys.executable, "-c", program, "add", str(tmp_path / "t.txt"), "--ledger", str(ledger), "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 3, done.stderr
    (line,) = done.stderr.splitlines()
    assert str(ledger) in line
    with Ledger.open(ledger) as kept:
        assert (kept.verify().wrong, list(kept.reports())) == (None, [])
