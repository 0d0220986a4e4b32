"""Finds an end that stands before its start ("from 12 May to 3 May 2021").

Stands alone because it is one rule: of two dates, which is the earlier.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.check.cutting import LETTERS
from sayso.check.judgement import Found, Judgement, LetGo
from sayso.check.moments import by_weekday
from sayso.check.stretches import Stretch, stretches
from sayso.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.check.facts import Facts
    from sayso.check.moments import Moment

REACH = 90  # characters before the first date in which a word of change would stand
ENDS = "end-before-start"


def judge(facts: Facts) -> Iterator[Judgement]:
    """A finding for each stretch whose end is before its start."""
    for stretch in stretches(facts):
        start, end = stretch.start, stretch.end
        if end.last >= start.first:
            continue
        spans = (start.row.span, end.row.span)
        reason = _doubt(facts, stretch)
        if reason is not None:
            yield LetGo(ENDS, reason, spans)
            continue
        why = f"The text goes from {start.name} to {end.name}, but {end.name} is before {start.name}."
        yield Found("order-conflict", ENDS, "high", why, spans)


def _doubt(facts: Facts, stretch: Stretch) -> str | None:
    start, end = stretch.start, stretch.end
    if start.grain != "day" and stretch.opened != "from":
        return "years and months are often compared backwards"
    words = set(LETTERS.findall(facts.before(start.row.span, REACH)))
    if words & set(table("checks")["changes"]["words"]):
        return "the words before say that a date was changed or compared"
    if "bc" in LETTERS.findall(facts.after(end.row.span, 8)):
        return "years before Christ count down"
    if not stretch.opened and facts.before(start.row.span, 2)[-1:] not in (":", "("):
        return 'no "from" or "between" says that the two are one stretch'
    if (start.printed_year and end.printed_year) or _same_month(start, end):
        return None
    return "one of the two prints no year, so it may be another year's"


def _same_month(start: Moment, end: Moment) -> bool:
    """Whether both are days of one month, so that the end of the next year would be eleven months off."""
    named = not (by_weekday(start) or by_weekday(end))
    return named and start.grain == "day" and start.row.value[:7] == end.row.value[:7]
