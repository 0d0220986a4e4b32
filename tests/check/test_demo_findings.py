"""What is planted inside single reports of the demonstration: what does not fit is found, what does is not."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import pytest

from sayso import demo
from sayso.reading import read_original

pytestmark = pytest.mark.slow
FOUND = {"duration-mismatch", "order-conflict", "weekday-mismatch", "sum-mismatch", "page-date", "figure-decrease"}


@cache
def _findings() -> frozenset[tuple[str, str, str]]:
    """File, kind and words of every finding, the words from its first span to its last, white space as one blank."""
    rows = set()
    for original in demo.originals():
        reading = read_original(original)
        for finding in reading.findings:
            text = reading.report.text[finding.spans[0].start : finding.spans[-1].end]
            rows.add((original.path.removeprefix("demo/"), finding.kind, " ".join(text.split())))
    return frozenset(rows)


def _planted() -> set[tuple[str, str]]:
    """File and kind of what is planted inside one report, does not fit, and is of a kind found inside one report."""
    manifest = tomllib.loads((files("sayso.demo") / "reports" / "manifest.toml").read_text("utf-8"))
    rows = [row for row in manifest["planted"] if not row["fits"] and len(set(row["file"])) == 1]
    return {(row["file"][0], row["kind"]) for row in rows if row["kind"] in FOUND}


def test_what_is_planted_is_found_and_nothing_else() -> None:
    """Every planted finding inside a report is found, none of the near misses is, and there is no other."""
    planted = _planted()
    assert len(planted) == len(FOUND)
    assert {(file, kind) for file, kind, _ in _findings()} == planted
    assert len(_findings()) == len(planted)


def test_the_planted_words_are_those_that_the_findings_rest_on() -> None:
    """Each finding stands within the planted words, or holds them."""
    words = {kind: text for _, kind, text in _findings()}
    assert words["sum-mismatch"].startswith("34 trucks")
    assert words["sum-mismatch"].endswith("four trucks")
    assert words["duration-mismatch"] == "3 November 2030, and finally ended on 14 January 2031 after 60 days"
    assert "4 March 2031" in words["page-date"]
