"""Says which numbers of some readings are taken back, in their own report or in another of the same source or outlet.

Stands alone because a series only asks it: what a correction is `sayso.check.corrections` says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec import structs

from sayso.check.corrections import Correction, compatible, corrections, taken_back
from sayso.read.iso import ordinal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.link.events.occurring import Events
    from sayso.model import Figure, Reading

DAYS = 31
"""Days after which a report no longer takes back what another had."""
_FOR = re.compile(r"\bfor (?:the )?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Corrected:
    """What takes a number back: the report and the row that have the right one, that number, and the words."""

    report: str
    row: str
    value: float
    words: str


class Corrections:
    """The corrections that some readings tell, and the numbers of all of them that these take back."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._readings = {reading.report.id: reading for reading in readings}
        self._made = {name: made for name, one in self._readings.items() if (made := corrections(one))}
        self._back = {name: taken_back(self._readings[name]) for name in self._made}

    def filled(self, reading: Reading) -> tuple[Figure, ...]:
        """The figures of a reading, of which those of corrections count what they put right, for the day they name."""
        known = {
            row.id: structs.replace(row, counted=row.counted or made.counted, as_of=row.as_of or _day(reading, made))
            for made in self._made.get(reading.report.id, ())
            for row in (made.wrong, made.right)
        }
        return tuple(known.get(row.id, row) for row in reading.figures)

    def behind(self, report: str, row: str) -> tuple[str, ...]:
        """The figures that the correction takes back which a row stands in, those told before first; none without."""
        for made in self._made.get(report, ()):
            if row in (made.wrong.id, made.right.id):
                told = (one for one, by in self._back[report].items() if by is made and one != made.wrong.id)
                return (*told, made.wrong.id)
        return ()

    def puts_right(self, report: str, row: str) -> float | None:
        """The wrong number that a figure puts right; null where it is no correction's."""
        wrong = (made.wrong.value for made in self._made.get(report, ()) if made.right.id == row)
        return next(wrong, None)

    def of(self, reading: Reading, figure: Figure, events: Events) -> Corrected | None:
        """What takes a figure back; null where nothing does."""
        name = reading.report.id
        if (own := self._back.get(name, {}).get(figure.id)) is not None:
            return _corrected(self._readings[name], own)
        if self.puts_right(name, figure.id) is not None:
            return None
        for report, made in self._made.items():
            for one in made if report != name else ():
                if self._takes_back(self._readings[report], one, reading, figure, events):
                    return _corrected(self._readings[report], one)
        return None

    def _takes_back(self, later: Reading, one: Correction, reading: Reading, figure: Figure, events: Events) -> bool:
        """Whether a correction in another report is of this figure: one thing, number, teller, and event or day."""
        if figure.value != one.wrong.value or one.counted is None or figure.counted != one.counted:
            return False
        if not compatible(figure, one.wrong) or not compatible(figure, one.right):
            return False
        days = ordinal(reading.report.published), ordinal(later.report.published)
        if days[0] is None or days[1] is None or not 0 <= days[1] - days[0] <= DAYS:
            return False
        if not _one_teller(later, one, reading, figure):
            return False
        named = _day(later, one)
        if named is not None:
            return named == _told_for(reading, figure)
        event = events.of(reading.report.id, figure)
        return event is not None and event is events.of(later.report.id, one.wrong)


def _corrected(reading: Reading, one: Correction) -> Corrected:
    words = " ".join(one.span.of(reading.report.text).split())
    return Corrected(reading.report.id, one.right.id, float(one.right.value or 0), words)


def _day(reading: Reading, one: Correction) -> str | None:
    """The day for which a correction says that it puts a number right ("the correct figure for 14 April")."""
    text = reading.report.text
    days = [
        row.value
        for row in reading.dates
        if one.span.holds(row.span) and ordinal(row.value) is not None and _FOR.search(text[: row.span.start][-12:])
    ]
    return days[0] if len(days) == 1 else None


def _told_for(reading: Reading, figure: Figure) -> str | None:
    said = next((row.said for row in reading.attributions if row.id == figure.attribution), None)
    day = figure.as_of or said or reading.report.published
    return day[:10] if day else None


def _one_teller(later: Reading, one: Correction, reading: Reading, figure: Figure) -> bool:
    """Whether who takes it back had told it: one speaker by name, or, for an outlet's own correction, one outlet."""
    outlets = [one.report.outlet.name.casefold() for one in (later, reading) if one.report.outlet is not None]
    by = _name(later, one.by)
    if by is None or by in (name.removeprefix("the ") for name in outlets[:1]):
        return len(outlets) > 1 and outlets[0] == outlets[1]
    speaker = next((row.speaker for row in reading.attributions if row.id == figure.attribution), None)
    return by == _name(reading, speaker)


def _name(reading: Reading, actor: str | None) -> str | None:
    found = next((one.name.casefold() for one in reading.actors if one.id == actor), None)
    return found.removeprefix("the ") if found is not None else None
