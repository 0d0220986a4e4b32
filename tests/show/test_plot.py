"""Drawings of a series: lines in the terminal, marks on the page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from sayso.link.events.corrected import Corrected
from sayso.link.events.series import Point, Series, Teller
from sayso.show.console import console
from sayso.show.html.plot import drawings
from sayso.show.plot import APART, BACK, counts, line, plots

if TYPE_CHECKING:
    from sayso.model import Bound


def point(
    low: float | None, high: float | None, when: str | None = "2031-03-04", bound: Bound = "exact", source: str = "Ada"
) -> Point:
    """A number by a source."""
    value = low if low is not None else high
    return Point(
        when, "said", source, value, low, high, bound, "words", "unknown", (Teller("sha256:a", "f1", "Post"),), 1
    )


@pytest.mark.parametrize(
    ("low", "high", "drawn"),
    [
        (0, 0, "●"),
        (9, 9, "         ●"),
        (5, None, "     ●───▶"),
        (None, 5, "◀────●"),
        (2, 6, "  ├───┤"),
        (-3, -3, "●"),
    ],
)
def test_a_number_is_a_dot_and_a_range_a_bar(low: float | None, high: float | None, drawn: str) -> None:
    """An open end is an arrow."""
    assert line(point(low, high), 9, 10).rstrip() in {drawn, drawn.rstrip()}


def test_a_count_is_told_with_its_independent_count() -> None:
    """One of each here."""
    assert counts(point(1, 1)) == "1 report, 1 independent"


def test_a_page_draws_a_series_of_several_days() -> None:
    """Each mark leads to its words, greater numbers stand higher, and each source has a colour."""
    found = Series(
        "killed",
        "Miren",
        (point(10, 10), point(20, None, "2031-03-06", "at_least"), point(40, 40, "2031-03-06", source="Bo")),
    )
    (drawing,) = drawings([found], lambda report, row: f"{report}-{row}")
    assert [mark.anchor for mark in drawing.marks] == ["sha256:a-f1"] * 3
    assert drawing.marks[0].y > drawing.marks[1].y > drawing.marks[2].y
    assert drawing.marks[1].high < drawing.marks[1].low
    assert [each.name for each in drawing.legend] == ["Ada", "Bo"]
    assert drawing.marks[1].label == "2031-03-06, Ada, at least 20, 1 report, 1 independent"


def test_a_plot_says_how_far_events_are_told_apart() -> None:
    """Once, below all series."""
    shown = console()
    with shown.capture() as printed:
        shown.print(plots([Series("killed", None, (point(1, 1),)), Series("wounded", None, (point(1, 1),))]))
    assert " ".join(printed.get().split()).count(APART) == 1


def test_one_day_is_no_series() -> None:
    """Nor are two numbers."""
    one_day = Series("killed", None, (point(1, 1), point(2, 2), point(3, 3)))
    two = Series("killed", None, (point(1, 1), point(2, 2, "2031-03-09")))
    assert drawings([one_day, two], lambda report, row: report + row) == ()


def test_a_number_taken_back_is_hollow_and_leads_to_the_words() -> None:
    """In both drawings, with a line that explains the sign, and beside it the number that puts it right."""
    back = Corrected("sha256:b", "f7", 9, "It was 9, not 40.")
    wrong, right = replace(point(40, 40), corrected=back), replace(point(9, 9, "2031-03-06"), corrects=40.0)
    found = Series("killed", "Miren", (wrong, right, point(9, 9, "2031-03-07")))
    shown = console()
    with shown.capture() as printed:
        shown.print(plots([found]))
    told = " ".join(printed.get().split())
    assert all(words in told for words in ("○", "taken back", "corrects 40", BACK))
    (drawing,) = drawings([found], lambda report, row: f"{report}-{row}")
    assert [mark.back for mark in drawing.marks] == ["sha256:b-f7", "", ""]
    assert drawing.back
    assert drawing.marks[0].label.endswith("taken back: 9 (It was 9, not 40.)")
