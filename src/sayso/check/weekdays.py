"""Finds a printed weekday that its date does not have ("Tuesday, 4 March 2021" was a Thursday).

Stands alone because it is one rule: ISO 8601 weekdays of the Gregorian calendar.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from sayso.check.judgement import Found, Judgement, LetGo
from sayso.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.check.facts import Days, Facts

RULE = "weekday-of-date"
FIRST_SURE_YEAR = 1924  # the last countries of the news (Greece, 1923) had left the Julian calendar
NEAR = 8  # days from publication within which a date without a year is hardly another year's
_WORD = re.compile(r"[A-Za-z]+")


def judge(facts: Facts) -> Iterator[Judgement]:
    """A finding for each full date whose printed weekday is another day's."""
    for day in facts.days:
        if day.grain != "day":
            continue
        said = _weekday(day.row.text)
        if said is None:
            continue
        when = date.fromordinal(day.first)
        if when.isoweekday() == said:
            continue
        spans = (day.row.span,)
        reason = _doubt(day, facts.published)
        if reason is not None:
            yield LetGo(RULE, reason, spans)
            continue
        names = [name.capitalize() for name in table("dates")["weekdays"]]
        name = day.name if day.with_year else f"{when.day} {when:%B} of {when.year}, the year of publication,"
        why = f"{name} was a {when:%A}; the text says {names[said - 1]}."
        if facts.published is not None and when.toordinal() > facts.published:
            why = why.replace(" was ", " is ")
        yield Found("weekday-mismatch", RULE, "high" if day.with_year else "low", why, spans)


def _weekday(text: str) -> int | None:
    """The weekday that a row prints beside a day of the month; null where there is none or where it stands alone."""
    words = [word.lower() for word in _WORD.findall(text)]
    lexicon = table("dates")
    numbers = [lexicon["weekdays"].get(word) or lexicon["weekday_abbreviations"].get(word) for word in words]
    months = any(word in lexicon["months"] or word in lexicon["month_abbreviations"] for word in words)
    found = [number for number in numbers if number]
    return found[0] if len(found) == 1 and months and any(char.isdigit() for char in text) else None


def _doubt(day: Days, published: int | None) -> str | None:
    if date.fromordinal(day.first).year < FIRST_SURE_YEAR:
        return "the date may be in the Julian calendar"
    if not day.with_year and (published is None or abs(day.first - published) > NEAR):
        return "no year is printed, and the date is not near the day of publication"
    return None
