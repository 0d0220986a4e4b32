"""Periods of the Gregorian calendar as one grain and one whole number: shift, widen, narrow, and write as TimeML.

Stands alone because it is arithmetic only: no text, no language, no rule about what a writer means.
"""

from __future__ import annotations

import calendar as _gregorian
from dataclasses import dataclass
from datetime import date
from typing import Literal

Grain = Literal["day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century"]

FIRST_YEAR, LAST_YEAR = 1, 9998
_DAYS_IN_WEEK = 7
_YEARS: dict[Grain, int] = {"year": 1, "decade": 10, "century": 100}
_PER_YEAR: dict[Grain, int] = {"month": 12, "quarter": 4, "half": 2, "season": 4}
SEASONS = ("SP", "SU", "FA", "WI")
_SEASON_START = (3, 6, 9, 12)


class OutsideCalendarError(ValueError):
    """A date that the calendar does not have, or a year outside 1 to 9998."""


@dataclass(frozen=True, slots=True)
class Period:
    """The `index`-th period of its `grain`: days by `date.toordinal`, months by year x 12, and so on.

    Raises `OutsideCalendarError` where its first day has no year from 1 to 9998.
    """

    grain: Grain
    index: int

    def __post_init__(self) -> None:
        if not FIRST_YEAR <= _year(self.grain, self.index) <= LAST_YEAR:
            message = f"the calendar has no such {self.grain}"
            raise OutsideCalendarError(message)

    @property
    def year(self) -> int:
        """The year in which it begins (of a week: that of its Thursday, as ISO 8601 counts)."""
        return _year(self.grain, self.index)

    def shift(self, count: int) -> Period:
        """The period of the same grain `count` later (earlier where negative)."""
        return Period(self.grain, self.index + count)

    def first(self) -> int:
        """Ordinal of its first day."""
        return _first(self.grain, self.index)

    def last(self) -> int:
        """Ordinal of its last day."""
        return _first(self.grain, self.index + 1) - 1 if self.grain != "weekend" else self.first() + 1

    def value(self) -> str:
        """Its TimeML value: ``1998-03-04``, ``1998-W12``, ``1998-Q2``, ``199`` (the decade), ``19`` (the century)."""
        return _value(self)

    def edtf(self) -> str | None:
        """Its EDTF form where that says more than the value: ``199X`` and ``19XX``; null elsewhere."""
        return {"decade": f"{self.index:03}X", "century": f"{self.index:02}XX"}.get(self.grain)


def _year(grain: Grain, index: int) -> int:
    if grain in _YEARS:
        return index * _YEARS[grain] if index else 1
    if grain in _PER_YEAR:
        return index // _PER_YEAR[grain]
    ordinal = index if grain == "day" else index * _DAYS_IN_WEEK + 4
    if not 1 <= ordinal <= date.max.toordinal():
        return 0
    return date.fromordinal(ordinal).year


def _first(grain: Grain, index: int) -> int:
    if grain == "day":
        return index
    if grain == "week":
        return index * _DAYS_IN_WEEK + 1
    if grain == "weekend":
        return index * _DAYS_IN_WEEK + 6
    if grain in _YEARS:
        return date(max(1, index * _YEARS[grain]), 1, 1).toordinal()
    year, part = divmod(index, _PER_YEAR[grain])
    month = _SEASON_START[part] if grain == "season" else part * (12 // _PER_YEAR[grain]) + 1
    return date(year, month, 1).toordinal()


def _value(period: Period) -> str:
    grain, index = period.grain, period.index
    if grain == "day":
        return date.fromordinal(index).isoformat()
    if grain in ("week", "weekend"):
        year, week, _ = date.fromordinal(period.first()).isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if grain == "weekend" else "")
    if grain == "year":
        return f"{index:04}"
    if grain == "decade":
        return f"{index:03}"
    if grain == "century":
        return f"{index:02}"
    year, part = divmod(index, _PER_YEAR[grain])
    tail = {"month": f"{part + 1:02}", "quarter": f"Q{part + 1}", "half": f"H{part + 1}"}
    return f"{year:04}-{tail.get(grain) or SEASONS[part]}"


def day(year: int, month: int, number: int) -> Period:
    """That day; raises `OutsideCalendarError` for 30 February and the like."""
    try:
        return Period("day", date(year, month, number).toordinal())
    except (ValueError, OverflowError):
        message = f"{number}/{month}/{year} is no day of the calendar"
        raise OutsideCalendarError(message) from None


def part(grain: Grain, year: int, number: int) -> Period:
    """The `number`-th (from 1) month, quarter, half or season of `year`."""
    if not 1 <= number <= _PER_YEAR[grain]:
        message = f"a year has no {grain} {number}"
        raise OutsideCalendarError(message)
    return Period(grain, year * _PER_YEAR[grain] + number - 1)


def around(ordinal: int, grain: Grain) -> Period:
    """The period of `grain` that holds the day `ordinal`."""
    if grain == "day":
        return Period("day", ordinal)
    if grain in ("week", "weekend"):
        return Period(grain, (ordinal - 1) // _DAYS_IN_WEEK)
    when = date.fromordinal(ordinal)
    if grain in _YEARS:
        return Period(grain, when.year // _YEARS[grain])
    if grain == "season":
        return Period(grain, (when.year * 12 + when.month - 3) // 3)
    return Period(grain, (when.year * 12 + when.month - 1) // (12 // _PER_YEAR[grain]))


def widen(period: Period, grain: Grain) -> Period:
    """The period of `grain` that holds the first day of `period` (for a week its Thursday)."""
    return around(period.first() + (3 if period.grain == "week" else 0), grain)


def month_days(year: int, month: int) -> int:
    """How many days that month has."""
    return _gregorian.monthrange(year, month)[1]


def nth_weekday(year: int, month: int, weekday: int, which: int) -> Period:
    """The `which`-th such weekday (Monday 1) of a month; -1 is the last."""
    first = date(year, month, 1)
    number = 1 + (weekday - first.isoweekday()) % _DAYS_IN_WEEK
    number += (which - 1) * _DAYS_IN_WEEK if which > 0 else ((month_days(year, month) - number) // _DAYS_IN_WEEK) * 7
    return day(year, month, number)


def easter(year: int) -> Period:
    """Western Easter Sunday (the anonymous Gregorian algorithm, as in Meeus, Astronomical Algorithms, ch. 8)."""
    golden, (hundreds, rest) = year % 19, divmod(year, 100)
    leap, leap_rest = divmod(hundreds, 4)
    moon = (19 * golden + hundreds - leap - (hundreds - (hundreds + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * leap_rest + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * sunday) // 451
    month, number = divmod(moon + sunday - 7 * shift + 114, 31)
    return day(year, month, number + 1)
