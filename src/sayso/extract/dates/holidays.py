"""Finds the day of a named holiday in a year, by the rules of the lexicon (`holidays.toml`).

Stands alone so that calendars of other kinds (Hijri, Jalali) can be added beside it.
"""

from __future__ import annotations

from sayso.extract.dates import calendar
from sayso.extract.dates.calendar import OutsideCalendarError, Period
from sayso.lexicon import table


def in_year(name: str, year: int) -> Period:
    """The day of that holiday in `year`; raises `OutsideCalendarError` for a name that the lexicon does not have."""
    rules = table("holidays")
    if name in rules["fixed"]:
        month, number = rules["fixed"][name]
        return calendar.day(year, month, number)
    if name in rules["easter"]:
        return calendar.easter(year).shift(rules["easter"][name])
    if name in rules["weekday"]:
        month, weekday, which, *after = rules["weekday"][name]
        return calendar.nth_weekday(year, month, weekday, which).shift(sum(after))
    message = f"no rule for the holiday {name}"
    raise OutsideCalendarError(message)


def yearless(name: str) -> str:
    """The value of that holiday in no known year: month and day where they are fixed."""
    fixed = table("holidays")["fixed"].get(name)
    return f"XXXX-{fixed[0]:02}-{fixed[1]:02}" if fixed else "XXXX-XX-XX"
