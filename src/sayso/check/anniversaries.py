"""Finds an anniversary or a numbered day of something whose beginning, told elsewhere, gives another number.

Stands alone because it is one rule: ordinals counted from the date of an event that the report names.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from sayso.check.judgement import Found, Judgement, LetGo
from sayso.check.moments import moment, sure
from sayso.check.nths import nths
from sayso.lexicon import table
from sayso.model import Span
from sayso.parse import lemma

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.check.events import Event
    from sayso.check.facts import Facts

YEARS, DAYS = "number-of-anniversary", "number-of-day"
SLACK = 1  # of years and of days: the first may count, and anniversaries are kept early and late
HEAD = 120  # characters of a report's head, where a numbered day is the report's own
_WORD = re.compile(r"[^\W\d_]+")
_DAY = re.compile(r"\bday ([0-9]{1,4}) of (?:the |its |their |a )?", re.IGNORECASE)


def judge(facts: Facts) -> Iterator[Judgement]:
    """A finding for each anniversary and each numbered day that its event's date does not give."""
    anniversaries = nths(facts.text, ("anniversary", "jubilee"))
    days = [(int(match[1]), Span(*match.span())) for match in _DAY.finditer(facts.text)]
    days += nths(facts.text, ("day of the", "day of its", "day of their"))
    dated = facts.events if anniversaries or days else ()
    for number, span in anniversaries:
        yield from _anniversary(facts, number, span, dated)
    for number, span in days:
        yield from _numbered(facts, number, span, dated)


def _nouns(facts: Facts, span: Span, *, own: bool) -> set[str]:
    """The nouns behind an ordinal, to the end of its phrase, or the words around it."""
    behind = facts.text[span.end : facts.sentence_end(span.end)]
    if own and not behind.lstrip().startswith("of"):
        return set()
    words = _WORD.findall(re.split(r"[,.;:]", behind.removeprefix(" of"))[0])[:8]
    return {lemma(word, "noun") for word in words} - set(table("checks")["anniversaries"]["vague"])


def _anniversary(facts: Facts, number: int, span: Span, dated: Sequence[Event]) -> Iterator[Judgement]:
    lexicon = table("checks")["anniversaries"]
    sentence = facts.text[facts.sentence_start(span.start) : facts.sentence_end(span.end)]
    words = {word.lower() for word in _WORD.findall(sentence)}
    if facts.published is None or words & set(lexicon["not_now"]):
        yield LetGo(YEARS, "nothing says in what year the anniversary is", (span,))
        return
    now = date.fromordinal(facts.published).year
    old = [event for event in dated if event.when.printed_year and date.fromordinal(event.when.day).year < now - 1]
    known = [date.fromordinal(when.day).year for row in facts.reading.dates if (when := moment(row)) is not None]
    if any(abs(year - other - number) <= SLACK for year in {now, *known} for other in known if year != other):
        yield LetGo(YEARS, "two years of the report are so far apart", (span,))
        return
    nouns = _nouns(facts, span, own=True)
    named = [event for event in old if nouns & (event.words | event.predicates)] if nouns else old
    years = {date.fromordinal(event.when.day).year for event in named}
    article = facts.before(span, 8).split()[-1:]
    if len(years) != 1 or (not nouns and (article != ["the"] or not _is_disaster(named))):
        yield LetGo(YEARS, "no one year of its event is told", (span,))
        return
    year = years.pop()
    spans = tuple(sorted((named[0].span, span)))
    why = f"{year} to {now} is {now - year} years; the text says {' '.join(span.of(facts.text).split())}."
    yield Found("duration-mismatch", YEARS, "low", why, spans)


def _is_disaster(named: Sequence[Event]) -> bool:
    """Whether what the one old year dates is an event, and not a thing made or a person's doing."""
    kinds = table("checks")["same_event"]
    acts = {word for words in kinds.values() for word in words}
    return any(event.predicates & acts for event in named)


def _numbered(facts: Facts, number: int, span: Span, dated: Sequence[Event]) -> Iterator[Judgement]:
    nouns = _nouns(facts, span, own=False)
    begun = set(table("checks")["anniversaries"]["begun"])
    starts = [
        event
        for event in dated
        if nouns & (event.words | event.predicates) and (event.clause | event.predicates | {event.preposition}) & begun
    ]
    days = {event.when.day: event for event in starts if event.when.grain in ("day", "clock")}
    now = _today(facts, span)
    if len(days) != 1 or now is None:
        yield LetGo(DAYS, "no one beginning is told", (span,))
        return
    start, event = days.popitem()
    spans = tuple(sorted((event.span, span)))
    if not sure(facts, event.when) or start > now:
        yield LetGo(DAYS, "the beginning may be another year's", spans)
    elif abs(now - start + 1 - number) <= SLACK:
        yield LetGo(DAYS, f"it is day {now - start + 1}", spans)
    else:
        when = date.fromordinal(now)
        why = f"{event.when.name} to {when.day} {when:%B} {when.year} is {now - start} days, so that is day"
        why = f"{why} {now - start + 1}; the text says day {number}."
        yield Found("duration-mismatch", DAYS, "low", why, spans)


def _today(facts: Facts, span: Span) -> int | None:
    """The day that a numbered day is: the one date on its line or the one above, else publication's at the head."""
    line = facts.text.rfind("\n", 0, span.start) + 1
    above = facts.text.rfind("\n", 0, max(0, line - 2)) + 1
    beside = {day.first for day in facts.days if day.grain == "day" and above <= day.row.span.start < span.start}
    if len(beside) == 1:
        return beside.pop()
    return facts.published if not beside and span.start <= HEAD else None
