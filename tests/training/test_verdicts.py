"""Verdicts on rows of real reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sayso.model import Span
from verdicts import PARTS, verdicts

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "part\tset\treport\tverdict\trow\tconfidence\tsource\tcue\tcontent\n"


def test_every_verdict_is_read() -> None:
    """No report is judged in two lots, so that the lot that tests has taught nothing."""
    found = verdicts()
    lots = {part: {one.report for one in found if one.part == part} for part in PARTS}
    assert len(found) == 9_566
    assert not lots["fifth"] & set().union(*(lots[part] for part in PARTS[:-1]))


def test_a_line_gives_the_spans_of_its_row(tmp_path: Path) -> None:
    """Several spans stand with blanks between them, none as a dash."""
    path = tmp_path / "verdicts.tsv"
    path.write_text(HEAD + "first\tx/all\tabc\tsc\tread\t0.50\t-\t4-8\t9-12 20-30\n", "utf-8")
    (one,) = verdicts(path)
    assert (one.source, one.cue, one.content) == ((), (Span(4, 8),), (Span(9, 12), Span(20, 30)))
    assert not one.right
    assert not one.none


@pytest.mark.parametrize(
    "line",
    [
        "first\tx\tabc\tq\tread\t0.5\t-\t-\t1-2",
        "first\tx\tabc\ty\tread\t0.5\t-\t-",
        "a\tx\tabc\ty\tread\t0.5\t-\t-\t1-2",
    ],
)
def test_a_line_that_is_none_is_named(tmp_path: Path, line: str) -> None:
    """With its number."""
    path = tmp_path / "verdicts.tsv"
    path.write_text(f"{HEAD}{line}\n", "utf-8")
    with pytest.raises(ValueError, match="line 2"):
        verdicts(path)
