"""Finds a page that says "yesterday, 17 November 2022" on another day, or that shows a date which no calendar has.

Stands alone because it reads dates beside the words that tie them to the day of publication.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from sayso.check.judgement import Found, Judgement, LetGo
from sayso.check.lengths import count
from sayso.check.page import SLACK
from sayso.lexicon import table
from sayso.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.check.facts import Facts
    from sayso.check.moments import Moment

NAMED, NO_SUCH = "named-day-apart", "no-such-day"
STAMP = 4  # words before a date that is a page's own; more make a sentence
HEAD = 600  # characters of the text in which a page shows its date
_JOINED = re.compile(r",? ?\(?(?:on )?(?:the )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? ?(?:the )?)?")
_DAY_MONTH_YEAR = re.compile(r"\b([0-9]{1,2})(?:st|nd|rd|th)?(?: of)? ([A-Z][a-z]{2,8})\.?,? ((?:19|20)[0-9]{2})\b")
_MONTH_DAY_YEAR = re.compile(r"\b([A-Z][a-z]{2,8})\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ((?:19|20)[0-9]{2})\b")


def judge(facts: Facts) -> Iterator[Judgement]:
    """A finding for each such day."""
    if not facts.cleaned.claims and facts.published is None:
        return
    yield from _named(facts)
    yield from _no_such(facts)


def _named(facts: Facts) -> Iterator[Judgement]:
    """A word that counts from the day of writing, and beside it the full date that it is said to be."""
    offsets = table("checks")["named_days"]["offsets"]
    words = [(row, offsets[row.text.lower()]) for row in facts.reading.dates if row.text.lower() in offsets]
    for row, offset in words:
        for day in facts.days:
            told = _same(facts, row.span, day)
            if facts.published is None or told is None:
                continue
            off = day.day - (facts.published + offset)
            if abs(off) <= SLACK:
                yield LetGo(NAMED, "the date is within a day of the one that the word means", told)
                continue
            written = date.fromordinal(day.day - offset).isoformat()
            page = (facts.reading.report.published or "")[:10]
            why = (
                f'A text that calls {day.name} "{row.text}" is of {written}; the page says that it was published on'
                f" {page}, {count(abs(off), 'day')} {'before' if off > 0 else 'after'}."
            )
            yield Found("page-date", NAMED, "low", why, told)


def _same(facts: Facts, word: Span, day: Moment) -> tuple[Span, Span] | None:
    """The two spans where nothing but a comma or a weekday stands between the word and a full date behind it."""
    if day.grain != "day" or not day.printed_year or day.row.span.start < word.end:
        return None
    return (word, day.row.span) if _JOINED.fullmatch(facts.between(word, day.row.span)) else None


def _no_such(facts: Facts) -> Iterator[Judgement]:
    """A date behind "published" or alone on its line at the head of the page, with a day that its month has not."""
    lexicon = table("dates")
    marks = table("checks")["named_days"]["marks"]
    head = facts.text[:HEAD]
    for pattern, order in ((_DAY_MONTH_YEAR, (1, 2)), (_MONTH_DAY_YEAR, (2, 1))):
        for found in pattern.finditer(head):
            name = found[order[1]].lower()
            month = lexicon["months"].get(name) or lexicon["month_abbreviations"].get(name)
            day, year = int(found[order[0]]), int(found[3])
            if month is None or day <= monthrange(year, month)[1]:
                continue
            span = Span(found.start(), found.end())
            start = head.rfind("\n", 0, span.start) + 1
            before = " ".join(head[start : span.start].lower().split()).rstrip(" :,")
            stamp = len(before.split()) <= STAMP and any(before.endswith(mark) for mark in marks)
            if before and not stamp:
                yield LetGo(NO_SUCH, "nothing says that it is the date of the page", (span,))
                continue
            length = count(monthrange(year, month)[1], "day")
            why = f"The page's date is {span.of(facts.text)}, but that month has {length}."
            yield Found("page-date", NO_SUCH, "high", why, (span,))
