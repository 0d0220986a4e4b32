"""Finds the day of a named holiday in a year, by the rules of the lexicon (`holidays.toml`).

Stands alone because a holiday is a rule and not a word: how its day is found is the same whoever names it.
"""

from __future__ import annotations

from sayso.extract.dates import calendar, calendars
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
    for kind in (calendars.HIJRI, calendars.JALALI):
        if name in rules[kind]:
            return Period("day", calendars.once_in(kind, year, *rules[kind][name]))
    message = f"no rule for the holiday {name}"
    raise OutsideCalendarError(message)


def moves(name: str) -> bool:
    """Whether its day is known only to a day, as it depends on a sighting of the moon."""
    return name in table("holidays")[calendars.HIJRI]


def yearless(name: str) -> str:
    """The value of that holiday in no known year: month and day where they are fixed."""
    fixed = table("holidays")["fixed"].get(name)
    return f"XXXX-{fixed[0]:02}-{fixed[1]:02}" if fixed else "XXXX-XX-XX"
