"""Marks of figures in real reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from marked import APART, LEARNT, marks
from sayso.model import Span

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "part\tset\treport\tspan\tcounts\tcounted\tnoun\tplaces\tvoice\n"


def test_no_report_that_tests_has_taught() -> None:
    """Every mark is read, and a report is of one part alone."""
    found = marks()
    taught, tests = ({one.report for one in found if one.part == part} for part in (LEARNT, APART))
    assert len(found) == 2_945
    assert not taught & tests


def test_a_line_gives_what_was_marked(tmp_path: Path) -> None:
    """Several places stand with blanks between them, nothing as a dash."""
    (tmp_path / "marks.tsv").write_text(f"{HEAD}learnt\tfakes/dev\tab12\t3-9\ty\tkilled\t7-9\t20-25 30-36\t-\n")
    (mark,) = marks(tmp_path / "marks.tsv")
    assert (mark.span, mark.noun, mark.voice) == (Span(3, 9), Span(7, 9), None)
    assert mark.places == (Span(20, 25), Span(30, 36))


@pytest.mark.parametrize(
    "line", ["learnt\tfakes/dev", "other\tf\tab\t1-2\ty\t-\t-\t-\t-", "learnt\tf\tab\t-\ty\t-\t-\t-\t-"]
)
def test_a_line_that_is_none_is_refused_by_number(tmp_path: Path, line: str) -> None:
    """What is wrong is said with the line."""
    (tmp_path / "marks.tsv").write_text(f"{HEAD}{line}\n")
    with pytest.raises(ValueError, match="line 2"):
        marks(tmp_path / "marks.tsv")
