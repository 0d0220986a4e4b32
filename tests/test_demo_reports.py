"""What holds of the reports of the demonstration and their manifest."""

from __future__ import annotations

import html
import re
import tomllib
from importlib.resources import files
from typing import Any, get_args

import pytest

from sayso.model import FindingKind

REPORTS = files("sayso").joinpath("demo", "reports")
MANIFEST: dict[str, Any] = tomllib.loads(REPORTS.joinpath("manifest.toml").read_text("utf-8"))


def words_of(name: str) -> str:
    """The words of a report's file, markup left out, references resolved, quotation marks and white space made plain."""
    data = REPORTS.joinpath(name).read_bytes()
    text = data.decode("windows-1252" if b"charset=windows-1252" in data else "utf-8")
    if name.endswith(".html"):
        text = html.unescape(re.sub(r"<[^>]+>", " ", text))
    plain = text.translate(str.maketrans({"\u201c": '"', "\u201d": '"', "\u2018": "'", "\u2019": "'"}))
    return " ".join(plain.split())


def test_the_manifest_lists_every_report_once() -> None:
    """Each file of the folder is a report of the manifest, and none is missing."""
    listed = [report["file"] for report in MANIFEST["report"]]
    there = {path.name for path in REPORTS.iterdir() if path.name.endswith((".txt", ".html"))}
    assert len(listed) == len(set(listed))
    assert set(listed) == there


@pytest.mark.parametrize("planted", MANIFEST["planted"], ids=lambda planted: f"{planted['kind']}-{planted['file'][0]}")
def test_planted_words_stand_in_their_files(planted: dict[str, Any]) -> None:
    """What the manifest says was planted is there to be found, under a kind that findings have."""
    assert planted["kind"] in {*get_args(FindingKind), "version-change"}
    assert len(planted["file"]) == len(planted["words"])
    for name, words in zip(planted["file"], planted["words"], strict=True):
        assert words in words_of(name)


def test_every_kind_of_finding_is_planted_and_most_have_a_near_miss() -> None:
    """No kind of finding goes untried."""
    planted = {entry["kind"] for entry in MANIFEST["planted"] if not entry["fits"]}
    near = {entry["kind"] for entry in MANIFEST["planted"] if entry["fits"]}
    assert set(get_args(FindingKind)) <= planted
    assert len(near) >= len(planted) - 4
