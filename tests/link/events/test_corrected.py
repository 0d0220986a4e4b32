"""A series marks the numbers that are taken back, and keeps them; texts of our own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sayso
from sayso.link.events.series import Point, series
from sayso.link.misfits.between import Shared, compare, prepare

if TYPE_CHECKING:
    from sayso.model import Reading

FIRST = "The Observatory said 129 people were killed in Sarvan on 14 April."
LATER = "The Observatory said 40 people were killed in Sarvan on 16 April.\n\n{}, the Observatory said."
RIGHT = "The correct figure for 14 April was 192 killed, not 129"
OLD = "A bomb killed 40 people in the market of Bel Haddan on Monday, police said. The market was full of shoppers."
NEW = "A bomb in the market of Bel Haddan killed 14 people on Monday, the health ministry said. Shoppers were hurt."
NOTE = (
    "\n\nCorrection: An earlier version of this report gave the number of people killed in the market as 40; it is 14."
)


def read(text: str, published: str, outlet: str = "Sarvan Observatory") -> Reading:
    """A report of that day."""
    return sayso.read_text(text, published=published, outlet=outlet, language="en")


def points(*readings: Reading) -> dict[float | None, Point]:
    """The points of all series, by their numbers."""
    return {point.value: point for each in series(readings) for point in each.points}


def test_a_later_report_of_the_source_takes_a_number_back() -> None:
    """The right one stands for the day that the correction names."""
    found = points(read(FIRST, "2032-04-14"), read(LATER.format(RIGHT), "2032-04-16"))
    wrong = found[129].corrected
    assert wrong is not None
    assert (wrong.value, wrong.words.startswith(RIGHT)) == (192, True)
    assert (found[192].when, found[192].corrects, found[40].corrected) == ("2032-04-14", 129, None)


def test_another_outlet_takes_nothing_back() -> None:
    """Nor does an earlier report, or one that has the number for another day."""
    told = read(LATER.format(RIGHT), "2032-04-16")
    other = read("The Front said 129 people were killed in Sarvan on 14 April.", "2032-04-14", "Voice")
    assert [point.corrected for point in _of(129, other, told) if point.source != "Sarvan Observatory"] == [None]
    day = read("The Observatory said 129 people were killed in Sarvan on 15 April.", "2032-04-15")
    assert [point.corrected for point in _of(129, day, told) if point.when == "2032-04-15"] == [None]


def _of(value: int, *readings: Reading) -> list[Point]:
    return [point for each in series(readings) for point in each.points if point.value == value]


def test_a_correction_is_drawn_with_the_number_that_it_puts_right() -> None:
    """Though it says itself not what it counts, so that no question for the killed names it."""
    note = read(NEW + NOTE, "2032-04-21", "Post")
    killed = {row.id for row in note.figures if row.counted == "killed"}
    found = series([note], wanted=lambda _report, row: row in killed)
    assert [point.corrects for each in found for point in each.points if point.corrects] == [40]


def test_an_update_by_correction_is_no_conflict_between_reports() -> None:
    """Whichever of two reports has the old number, and whether the correction stands in it or in the other."""
    for old, new, kept in ((OLD, NEW, 1), (OLD, NEW + NOTE, 0), (OLD + NOTE, NEW, 0)):
        one, two = prepare(read(old, "2032-04-20", "Herald")), prepare(read(new, "2032-04-20", "Post"))
        both = compare(one, two, Shared())
        assert len([row for row in both.findings if row.kind == "figure-conflict"]) == kept
        assert kept or any("back" in row.why or "correction" in row.why for row in both.passed)
