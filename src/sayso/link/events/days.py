"""A day as a report tells it, with or without its year and month, and whether two such days may be one.

Stands alone because reports that carry no date of their own tell days that cannot be resolved ("on Friday", "14
December"), and these still agree or differ with others.
"""

from __future__ import annotations

import re
from calendar import day_name
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.model import Date

_DAY = re.compile(r"([0-9]{4}|XXXX)-([0-9]{2}|XX)-([0-9]{2}|XX)(?:T.*)?")
_WEEKDAY = re.compile(r"([0-9]{4}|XXXX)-W(?:[0-9]{2}|XX)-([1-7])(?:T.*)?")
_MONTH = re.compile(r"([0-9]{4}|XXXX)-([0-9]{2})")
_YEAR = re.compile(r"[0-9]{4}")


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """What is told of a day, 0 what isn't. `weekday`: 1 for Monday; `ordinal`: of the calendar, where all is told."""

    year: int = 0
    month: int = 0
    day: int = 0
    weekday: int = 0
    ordinal: int = 0

    def __str__(self) -> str:
        """What is told of it, what isn't as question marks: "2014-02-12", "Friday"."""
        if self.weekday and not self.day:
            return day_name[self.weekday - 1]
        parts = (f"{self.year:04}" if self.year else "????", f"{self.month:02}" if self.month else "??")
        return "-".join((*parts, f"{self.day:02}" if self.day else "??"))

    def gap(self, other: Day) -> int | None:
        """The days between two days that are fully told; null where one isn't."""
        return abs(self.ordinal - other.ordinal) if self.ordinal and other.ordinal else None

    def agrees(self, other: Day) -> bool | None:
        """Whether what both tell is the same, a day or a weekday among it; null where they tell nothing in common."""
        if self.ordinal and other.ordinal:
            return self.ordinal == other.ordinal
        told = [
            (self.year, other.year),
            (self.month, other.month),
            (self.day, other.day),
            (self.weekday, other.weekday),
        ]
        both = [one == another for one, another in told if one and another]
        if not all(both):
            return False
        return True if (self.day and other.day) or (self.weekday and other.weekday) else None

    def apart(self, other: Day) -> bool:
        """Whether the two are surely two: a night goes over midnight, and reports tell the day before as the same."""
        gap = self.gap(other)
        return self.agrees(other) is False if gap is None else gap > 1


def day_of(row: Date) -> Day | None:
    """What a date row tells of a day, month or year; null for lengths, sets and vague words."""
    if row.type not in ("DATE", "TIME"):
        return None
    try:
        return _read(row.value)
    except ValueError:
        return None


def whole(day: date) -> Day:
    """A day fully told."""
    return Day(day.year, day.month, day.day, day.isoweekday(), day.toordinal())


def _read(value: str) -> Day | None:
    if match := _DAY.fullmatch(value):
        year, month, day = (0 if "X" in part else int(part) for part in match.groups())
        if year and month and day:
            return whole(date(year, month, day))
        return Day(year, month, day) if year or month or day else None
    if match := _WEEKDAY.fullmatch(value):
        return Day(year=0 if "X" in match[1] else int(match[1]), weekday=int(match[2]))
    if match := _MONTH.fullmatch(value):
        return Day(year=0 if "X" in match[1] else int(match[1]), month=int(match[2]))
    return Day(year=int(value)) if _YEAR.fullmatch(value) else None
