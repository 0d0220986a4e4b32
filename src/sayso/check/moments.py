"""Date rows as stretches of minutes, so that clock times, days, seasons and years compare.

Stands alone because rules on order and on two dates of one event compare rows of all grains.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.check.facts import Facts
    from sayso.model import Date

DAY = 1440  # minutes
NEAR = 150  # days from publication within which the year that reading gives a date without one is believed
_CLOCK = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}):([0-9]{2})(?::[0-9]{2})?")
_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T[A-Z]{2})?")
_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")
_SEASON = re.compile(r"([0-9]{4})-(?:SP|SU|FA|WI)")
_YEAR = re.compile(r"[0-9]{4}")
_PRINTED_YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")


@dataclass(frozen=True, slots=True)
class Moment:
    """A date row from its first to its last minute; `grain`: ``clock``, ``day``, ``month``, ``season`` or ``year``."""

    row: Date
    first: int
    last: int
    grain: str

    @property
    def day(self) -> int:
        """The ordinal of its first day."""
        return self.first // DAY

    @property
    def printed_year(self) -> bool:
        """Whether its words print the year."""
        return _PRINTED_YEAR.search(self.row.text) is not None

    @property
    def name(self) -> str:
        """The moment in words ("4 March 2021", "20:05 on 26 September 2023")."""
        when = date.fromordinal(self.day)
        if self.grain == "clock":
            hour, minute = divmod(self.first % DAY, 60)
            return f"{hour:02}:{minute:02} on {when.day} {when:%B} {when.year}"
        if self.grain == "day":
            return f"{when.day} {when:%B} {when.year}"
        if self.grain == "month":
            return f"{when:%B} {when.year}"
        return self.row.text if self.grain == "season" else str(when.year)


def moment(row: Date) -> Moment | None:
    """The row as a moment; null for lengths, sets, vague words and rows with a modifier."""
    if row.type not in ("DATE", "TIME") or row.mod is not None:
        return None
    try:
        return _read(row)
    except ValueError:
        return None


def _read(row: Date) -> Moment | None:
    value = row.value
    if match := _CLOCK.fullmatch(value):
        at = date.fromisoformat(match[1]).toordinal() * DAY + int(match[2]) * 60 + int(match[3])
        return Moment(row, at, at, "clock")
    if match := _DAY.fullmatch(value):
        return Moment(row, *_days(date.fromisoformat(match[1]), date.fromisoformat(match[1])), "day")
    if match := _MONTH.fullmatch(value):
        year, month = int(match[1]), int(match[2])
        after = date(year + month // 12, month % 12 + 1, 1).toordinal()
        return Moment(row, date(year, month, 1).toordinal() * DAY, after * DAY - 1, "month")
    if match := _SEASON.fullmatch(value):  # the whole year: hemispheres differ, and a winter has two
        return Moment(row, *_days(date(int(match[1]), 1, 1), date(int(match[1]), 12, 31)), "season")
    if _YEAR.fullmatch(value):
        return Moment(row, *_days(date(int(value), 1, 1), date(int(value), 12, 31)), "year")
    return None


def _days(first: date, last: date) -> tuple[int, int]:
    return first.toordinal() * DAY, (last.toordinal() + 1) * DAY - 1


def sure(facts: Facts, when: Moment) -> bool:
    """Whether the year is printed, told by the words ("last year"), or is hardly another one."""
    if when.printed_year or when.grain in ("season", "year"):
        return True
    return facts.published is not None and abs(when.day - facts.published) <= NEAR
