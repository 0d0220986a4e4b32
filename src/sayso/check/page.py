"""Finds a page whose date cannot be the report's: the report tells of a later day as past.

Stands alone because it is the one rule that sets the page's own claims against its text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.check.facts import ordinal
from sayso.check.judgement import Found, Judgement, LetGo
from sayso.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.check.facts import Facts
    from sayso.model import Span

DATELINE, VISIBLE, TOLD = "dateline-after-page", "page-dates-apart", "told-after-page"
LEAD = 600  # characters of the text in which its lead stands
FARTHEST = 31  # days: later dates are programmes and terms
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_ON = re.compile(r"\b(?:on|of)$")
_WORD = re.compile(r"[^\W\d_]+")
_PAST = re.compile(r"[a-z]+ed|was|were|had|said|broke|fell|sank|shot|struck|held|told|came|went|began|won|died")
SLACK = 1  # days: time zones, and evening editions dated the day after


def judge(facts: Facts) -> Iterator[Judgement]:
    """A finding where dateline or lead tell of a day after the page's date, or the page's own dates are far apart."""
    yield from _dateline(facts)
    yield from _visible(facts)
    yield from _told(facts)


def _dateline(facts: Facts) -> Iterator[Judgement]:
    line = facts.cleaned.dateline
    if line is None or line.date is None or facts.published is None:
        return
    for day in facts.days:
        if not (day.grain == "day" and line.date.meets(day.row.span)) or day.first <= facts.published + SLACK:
            continue
        spans = (line.date,)
        if not day.with_year:
            yield LetGo(DATELINE, "the dateline prints no year", spans)
            continue
        why = f"The dateline says {day.name}, but the page says that it was published on {_name(facts)}."
        yield Found("page-date", DATELINE, "high", why, spans)


def _told(facts: Facts) -> Iterator[Judgement]:
    """A full date with its weekday, after the page's own, that the lead tells as past ("burnt on Tuesday, 4 March")."""
    body = facts.cleaned.dateline.span.start if facts.cleaned.dateline is not None else 0
    for day in facts.days:
        span = day.row.span
        if facts.published is None or not facts.published + SLACK < day.first <= facts.published + FARTHEST:
            continue
        if day.grain != "day" or not day.with_year or span.start > body + LEAD:
            continue
        if not _ON.search(facts.before(span, 12)):
            continue
        words = _WORD.findall(facts.text[facts.sentence_start(span.start) : facts.sentence_end(span.end)])
        if not _WEEKDAY.search(day.row.text):
            yield LetGo(TOLD, "no weekday stands beside the date", (span,))
        elif {word.lower() for word in words} & set(table("checks")["to_come"]["words"]):
            yield LetGo(TOLD, "the words of the sentence may speak of a day to come", (span,))
        elif not any(_PAST.fullmatch(word) for word in words):
            yield LetGo(TOLD, "no verb of the sentence is plainly past", (span,))
        else:
            why = f"The text tells of {day.name} as past, but the page says that it was published on {_name(facts)}."
            yield Found("page-date", TOLD, "low", why, (*_shown(facts), span))


def _shown(facts: Facts) -> tuple[Span, ...]:
    """Where the page shows its date of publication."""
    return tuple(
        claim.span
        for claim in facts.cleaned.claims
        if claim.what == "published" and claim.span is not None and ordinal(claim.value) == facts.published
    )[:1]


def _name(facts: Facts) -> str:
    return (facts.reading.report.published or "")[:10]


def _visible(facts: Facts) -> Iterator[Judgement]:
    """Visible date and metadata: apart by more than a day, and no date of change explains it."""
    claims = facts.cleaned.claims
    published = [
        (claim, at) for claim in claims if claim.what == "published" and (at := ordinal(claim.value)) is not None
    ]
    modified = [at for claim in claims if claim.what == "modified" and (at := ordinal(claim.value)) is not None]
    seen = [(claim, at) for claim, at in published if claim.by in ("text", "time-element") and claim.span is not None]
    hidden = [(claim, at) for claim, at in published if claim.by in ("json-ld", "meta")]
    for claim, at in seen:
        for other, told in hidden:
            if abs(at - told) <= SLACK:
                continue
            spans: tuple[Span, ...] = (claim.span,) if claim.span is not None else ()
            if any(abs(at - change) <= SLACK for change in modified):
                yield LetGo(VISIBLE, "the visible date is the date of a change", spans)
            elif len({day for _, day in seen}) > 1 or len({day for _, day in hidden}) > 1:
                yield LetGo(VISIBLE, "the page shows more than one date", spans)
            else:
                apart = f"{abs(at - told):,} days apart"
                why = f"The page shows {claim.value[:10]}, but its {other.by} says {other.value[:10]}: {apart}."
                yield Found("page-date", VISIBLE, "low", why, spans)
