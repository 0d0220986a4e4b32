"""Finds a page whose date cannot be the report's: the report tells of a later day as past.

Stands alone because it sets the page's date against the days that its text tells of.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.check import clauses
from sayso.check.facts import ordinal
from sayso.check.judgement import Found, Judgement, LetGo
from sayso.lexicon import table
from sayso.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.check.facts import Days, Facts
    from sayso.model import Severity

DATELINE, TOLD = "dateline-after-page", "told-after-page"
LEAD = 600  # characters of the text in which its lead stands
FARTHEST = 31  # days: later dates are programmes and terms
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_ON = re.compile(r"\b(?:on|of)$")
_WORD = re.compile(r"[^\W\d_]+")
_PAST = re.compile(r"[a-z]+ed|was|were|had|said|broke|fell|sank|shot|struck|held|told|came|went|began|won|died")
SLACK = 1  # days: time zones, and evening editions dated the day after


def judge(facts: Facts) -> Iterator[Judgement]:
    """A finding where dateline or text tell of a day after the page's date."""
    yield from _dateline(facts)
    yield from _told(facts)


def _dateline(facts: Facts) -> Iterator[Judgement]:
    line = facts.cleaned.dateline
    if line is None or line.date is None or facts.published is None:
        return
    for day in facts.days:
        if not (day.grain == "day" and line.date.meets(day.row.span)) or day.first <= facts.published + SLACK:
            continue
        spans = (line.date,)
        if not day.with_year and day.first > facts.published + FARTHEST:
            yield LetGo(DATELINE, "the dateline prints no year", spans)
        elif _changed(facts) >= day.first - SLACK:
            yield LetGo(DATELINE, "the page was changed on that day or later", spans)
        else:
            severity: Severity = "high" if day.with_year else "low"
            why = f"The dateline says {day.name}, but the page says that it was published on {_name(facts)}."
            yield Found("page-date", DATELINE, severity, why, spans)


def _told(facts: Facts) -> Iterator[Judgement]:
    """A full date after the page's own that the text tells as past ("burnt on Tuesday, 4 March", "died on 4 March")."""
    for day in facts.days:
        span = day.row.span
        if facts.published is None or day.first <= facts.published + SLACK or not day.with_year:
            continue
        if day.grain != "day" or not _on(facts, span):
            continue
        reason = _doubt(facts, day)
        if reason is not None:
            yield LetGo(TOLD, reason, (span,))
        else:
            why = f"The text tells of {day.name} as past, but the page says that it was published on {_name(facts)}."
            yield Found("page-date", TOLD, "low", why, (*_shown(facts), span))


def _on(facts: Facts, span: Span) -> bool:
    """Whether the words before make it the day of something: "on 4 March", "died March 4", "the evening of 4 March"."""
    before = facts.before(span, 24)
    last = _WORD.findall(before)[-1:]
    return _ON.search(before) is not None or bool(set(last) & set(table("checks")["happened"]["verbs"]))


def _doubt(facts: Facts, day: Days) -> str | None:
    """Why the sentence may not tell of that day as past; null where it does."""
    span = day.row.span
    if _changed(facts) >= day.first - SLACK:
        return "the page was changed on that day or later"
    around = clauses.sentence(facts, span)
    words = [  # without those of the date: "May" is a month here
        *clauses.words(facts, Span(around.start, span.start)),
        *clauses.words(facts, Span(span.end, around.end)),
    ]
    lexicon = table("checks")
    if set(words) & set(lexicon["happened"]["verbs"]) and not set(words) & set(lexicon["happened"]["foreseen"]):
        return None
    body = facts.cleaned.dateline.span.start if facts.cleaned.dateline is not None else 0
    if span.start > body + LEAD or day.first > (facts.published or 0) + FARTHEST:
        return "no verb of the sentence is plainly of something that happened"
    return _open(words) if _WEEKDAY.search(day.row.text) else "no weekday stands beside the date"


def _open(words: Sequence[str]) -> str | None:
    """Why the words of a sentence leave open whether its day is past; null where they do not."""
    if set(words) & set(table("checks")["to_come"]["words"]):
        return "the words of the sentence may speak of a day to come"
    return None if any(_PAST.fullmatch(word) for word in words) else "no verb of the sentence is plainly past"


def _changed(facts: Facts) -> int:
    """The ordinal of the last day on which the page says that it was changed, or published; 0 where it says neither."""
    line = facts.cleaned.dateline.span if facts.cleaned.dateline is not None else None
    said = (
        ordinal(claim.value)
        for claim in facts.cleaned.claims
        if claim.what in ("modified", "published") and not (line and claim.span and line.meets(claim.span))
    )
    return max((at for at in said if at is not None), default=0)


def _shown(facts: Facts) -> tuple[Span, ...]:
    """Where the page shows its date of publication."""
    return tuple(
        claim.span
        for claim in facts.cleaned.claims
        if claim.what == "published" and claim.span is not None and ordinal(claim.value) == facts.published
    )[:1]


def _name(facts: Facts) -> str:
    return (facts.reading.report.published or "")[:10]
