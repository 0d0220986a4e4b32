"""Turns days, months and years of the Hijri and Jalali calendars into days of the Gregorian one.

Stands alone because a month of another calendar is an interval of this one, and a Hijri day is known only to a day.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hijridate import Hijri

from sayso.extract.dates import calendar
from sayso.extract.dates.calendar import OutsideCalendarError, Period
from sayso.extract.dates.shapes import Broken, Interval, Known, Yearless
from sayso.lexicon import table

if TYPE_CHECKING:
    from sayso.extract.dates.calendar import Grain
    from sayso.extract.dates.shapes import Mention, Shape
    from sayso.extract.dates.view import View

HIJRI, JALALI = "hijri", "jalali"
_MONTHS = 12
_FIRST_YEAR, _FIRST_DAY = 1304, date(1925, 3, 21).toordinal()  # 1 Farvardin 1304
_LONGEST = 31  # days of a month
_LONG_MONTHS = 6  # of 31 days; the others have 30, and the last 29 in a common year
_SURE: tuple[Grain, ...] = ("month", "year", "decade", "century")


def build(view: View) -> list[Mention]:
    """For "15 Ramadan 1445", "Bahman 1357", "Ramadan 2024", "1445 AH"; a month without its year gives nothing."""
    month, era, year = view.value("month"), view.value("era"), view.value("year")
    kind = month[0] if month is not None else era
    if month is not None and era is not None and HIJRI in (kind, era) and kind != era:
        return []
    if month is not None and era is None and year is None:
        shape = Yearless(kind, month[1], view.value("day"), view.value("weekday") or 0)
        return [view.mention("DATE", shape)] if 1 <= shape.day <= _LONGEST else []
    if month is not None and month[3] and era is None and view.value("day") is None:
        return []
    number, day, weekday = month[1] if month is not None else 0, view.value("day") or 0, view.value("weekday") or 0
    if month is not None and era is None and not _within(kind, year):
        if not month[2] or not _within(HIJRI, calendar_year(year)):
            return []
        return [view.mention("DATE", _of_gregorian(year, number, day, weekday))]
    return [view.mention("DATE", _of(kind, year, number, day, weekday))]


def calendar_year(year: int) -> int:
    """The Hijri year that begins in or just before that Gregorian one."""
    return (year - 622) * 33 // 32


def _within(kind: str, year: int) -> bool:
    first, last = table("calendars")[kind]["years"]
    return bool(first <= year <= last)


def _of(kind: str, year: int, number: int, day: int, weekday: int) -> Shape:
    if not _within(kind, year):
        first, last = table("calendars")[kind]["years"]
        return Broken(f"the {kind.capitalize()} calendar is computed for the years {first} to {last} alone")
    try:
        first, last = days(kind, year, number, day)
    except OutsideCalendarError as error:
        return Broken(str(error))
    return _shape(kind, first, last, weekday)


def _shape(kind: str, first: int, last: int, weekday: int) -> Shape:
    """A day where it is sure, by the calendar or by the weekday beside it; else an interval."""
    if first != last:
        return Interval(first - doubtful(kind), last + doubtful(kind))
    fits = on_weekday(kind, first, weekday)
    if len(fits) == 1:
        return Known(Period("day", fits[0]))
    return Interval(fits[0], fits[-1], why(kind))


def doubtful(kind: str) -> int:
    """By how many days, either way, a day of that calendar may stand elsewhere in ours."""
    return int(table("calendars")[kind].get("doubt", 0))


def why(kind: str) -> str:
    """Why it may: a sentence for the reader."""
    return str(table("calendars")[kind]["why"])


def on_weekday(kind: str, day: int, weekday: int) -> list[int]:
    """The days (ordinals) that it may be; the one that is such a weekday where there is one (0: not told)."""
    near = range(day - doubtful(kind), day + doubtful(kind) + 1)
    return [one for one in near if (one - 1) % 7 + 1 == weekday] or list(near)


def yearly(kind: str, published: int, number: int, day: int) -> list[int]:
    """The days (ordinals) of the years around that have this day of that month, in order."""
    year = date.fromordinal(published).year
    guess = calendar_year(year) if kind == HIJRI else year - 621
    found = []
    for other in range(guess - 1, guess + 3):
        if not _within(kind, other):
            continue
        try:
            found.append(days(kind, other, number, day)[0])
        except OutsideCalendarError:
            continue
    return found


def _of_gregorian(year: int, number: int, day: int, weekday: int) -> Shape:
    """A Hijri month or day that begins in a Gregorian year; two of them, as Ramadan in 2030, are no sure one."""
    found = []
    for hijri in (calendar_year(year) + shift for shift in (-1, 0, 1)):
        try:
            first, last = days(HIJRI, hijri, number, day)
        except OutsideCalendarError:
            continue
        if date.fromordinal(first).year == year:
            found.append((first, last))
    if len(found) != 1:
        return Broken(f"the Hijri day or month begins {'twice' if found else 'on no day'} in {year}")
    return _shape(HIJRI, *found[0], weekday)


def once_in(kind: str, year: int, number: int, day: int) -> int:
    """The day (ordinal) of that year which is such a one; raises where the year has none, or two."""
    guess = calendar_year(year) if kind == HIJRI else year - 621
    found = [one for shift in (-1, 0, 1) if (one := _day_in(kind, guess + shift, number, day, year)) is not None]
    if len(found) != 1:
        message = f"{year} has {len(found)} such days"
        raise OutsideCalendarError(message)
    return found[0]


def _day_in(kind: str, other: int, number: int, day: int, year: int) -> int | None:
    if not _within(kind, other):
        return None
    try:
        first, _ = days(kind, other, number, day)
    except OutsideCalendarError:
        return None
    return first if date.fromordinal(first).year == year else None


def doubt(period: Period) -> tuple[int, int, str]:
    """The first and last day (ordinals) that a Hijri day may be, and why."""
    rules = table("calendars")[HIJRI]
    return period.index - rules["doubt"], period.index + rules["doubt"], rules["why"]


def days(kind: str, year: int, number: int, day: int) -> tuple[int, int]:
    """The first and last day (ordinals) of a day, a month (`day` 0) or a year (`number` 0); raises if there is none."""
    try:
        if kind == HIJRI:
            return _hijri(year, number, day)
    except (ValueError, OverflowError):
        message = f"{day}/{number}/{year} is no day of the Hijri calendar"
        raise OutsideCalendarError(message) from None
    return _jalali(year, number, day)


def _hijri(year: int, number: int, day: int) -> tuple[int, int]:
    first = Hijri(year, number or 1, day or 1)
    start = first.to_gregorian().toordinal()
    if day:
        return start, start
    return start, start + (first.month_length() if number else first.year_length()) - 1


def _jalali(year: int, number: int, day: int) -> tuple[int, int]:
    start = _FIRST_DAY + 365 * (year - _FIRST_YEAR) + sum(_leap(one) for one in range(_FIRST_YEAR, year))
    if not number:
        return start, start + 364 + _leap(year)
    start += sum(_length(year, one) for one in range(1, number))
    if day > _length(year, number):
        message = f"{day}/{number}/{year} is no day of the Jalali calendar"
        raise OutsideCalendarError(message)
    return (start + day - 1, start + day - 1) if day else (start, start + _length(year, number) - 1)


def _leap(year: int) -> bool:
    return (25 * year + 11) % 33 < 8  # noqa: PLR2004 (the 8 leap years of a cycle)


def _length(year: int, number: int) -> int:
    if number <= _LONG_MONTHS:
        return 31
    return 30 if number < _MONTHS or _leap(year) else 29


def sure_value(first: int, last: int) -> str | None:
    """The TimeML value of the finest period of the Gregorian calendar that holds both days."""
    for grain in _SURE:
        period = calendar.around(first, grain)
        if period == calendar.around(last, grain):
            return period.value()
    return None
