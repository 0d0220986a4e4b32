"""Reads dates and clock times written in digits, and says so where day and month could be either.

Stands alone because digits have their own ambiguity, which no word around can settle.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extract.dates import calendar
from sayso.extract.dates.calendar import OutsideCalendarError
from sayso.extract.dates.shapes import Broken, Clock, Either, Known, Shape

if TYPE_CHECKING:
    from sayso.model import TimexType

_LAST_MONTH = 12
_CENTURY_PIVOT = 70  # two digits: 70 to 99 are 1970 to 1999, as POSIX strptime reads them
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T([0-9]{2}:[0-9]{2})(?::[0-9]{2})?(Z|[+-][0-9]{2}:?[0-9]{2})?)?")


def read(text: str) -> tuple[TimexType, Shape] | None:
    """The type and shape of a date in digits; null where it is no date at all (a version, a score)."""
    iso = _ISO.fullmatch(text)
    try:
        if iso is not None:
            day = Known(calendar.day(int(iso[1]), int(iso[2]), int(iso[3])))
            if iso[4] is None:
                return "DATE", day
            time = clock(iso[4], None)
            return None if time is None else ("TIME", Clock(f"T{time}", day, _offset(iso[5])))
        return _three(text)
    except OutsideCalendarError as error:
        return "DATE", Broken(str(error))


def _offset(zone: str | None) -> int | None:
    if zone is None:
        return None
    if zone == "Z":
        return 0
    minutes = int(zone[1:3]) * 60 + int(zone[-2:])
    return -minutes if zone[0] == "-" else minutes


def _three(text: str) -> tuple[TimexType, Shape] | None:
    mark = next(char for char in text if not char.isdigit())
    one, two, three = text.split(mark)
    if len(one) == 4 and len(three) <= 2:  # noqa: PLR2004 (a year first)
        if not 1 <= int(two) <= _LAST_MONTH:
            return None
        return "DATE", Known(calendar.day(int(one), int(two), int(three)))
    if len(one) > 2 or len(three) == 3 or (mark != "/" and len(three) != 4):  # noqa: PLR2004
        return None
    year = int(three)
    if len(three) == 2:  # noqa: PLR2004 (two digits of a year)
        year += 1900 if year >= _CENTURY_PIVOT else 2000
    return _either(int(one), int(two), year, day_first=mark == ".")


def _either(one: int, two: int, year: int, *, day_first: bool) -> tuple[TimexType, Shape] | None:
    readings = []
    for day, month in ((one, two), (two, one))[: 1 if day_first else 2]:
        try:
            readings.append(calendar.day(year, month, day))
        except OutsideCalendarError:
            continue
    if not readings:
        return (
            None
            if max(one, two) > calendar.month_days(2000, 1) or not min(one, two)
            else ("DATE", Broken(f"{one}/{two}/{year} is no day of the calendar"))
        )
    first, *rest = sorted(set(readings), key=lambda period: period.index)
    if not rest:
        return "DATE", Known(first)
    return "DATE", Either(first, rest[0], f"{year:04}-XX-XX")


def clock(text: str, half: str | None) -> str | None:
    """``HH:MM`` (``HH`` alone is given ``:00``) of a printed time with "a" or "p" for its half of the day."""
    digits = text.split(":")
    if len(digits) == 1 and len(text) in (3, 4) and half is None:
        digits = [text[:-2], text[-2:]]
    if any(len(part) > 2 or not part.isdigit() for part in digits):  # noqa: PLR2004
        return None
    hour, minute = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
    if half is not None:
        if not 1 <= hour <= _LAST_MONTH:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 24 or minute > 59 or (hour == 24 and minute):  # noqa: PLR2004 (hours and minutes of a day)
        return None
    return f"{hour:02}:{minute:02}"
