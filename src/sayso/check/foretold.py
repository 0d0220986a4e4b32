"""Finds what is told as past for a day that had not come when the report was published ("was buried on 21 March").

Stands alone because it is one rule: a day without a year that can only be last year's, in a report that tells nothing
of last year.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from sayso.check.judgement import Found, Judgement, LetGo
from sayso.check.moments import by_month
from sayso.lexicon import either, table, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.check.events import Event
    from sayso.check.facts import Facts

RULE = "told-before-it-came"
SOONEST, LATEST = 2, 30  # days behind publication on which the day comes next; later ones are oftener last year's
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*day\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z-]+")
_PAST, _NOT_DONE = words("clauses", "helpers", "passive_past"), words("clauses", "helpers", "not_done")
_DAYS = words("clauses", "prepositions", "plain_days")
_NEXT = re.compile(rf"(?:{either(words('checks', 'to_come', 'next'))})\b", re.IGNORECASE)
STORY = 150  # days around the day, a year ago, in which another date says that the report tells of last year


def judge(facts: Facts) -> Iterator[Judgement]:
    """A finding for each such day."""
    for event in facts.events:
        coming = _coming(facts, event)
        if coming is None or facts.published is None:
            continue
        reason = _doubt(facts, event)
        if reason is not None:
            yield LetGo(RULE, reason, (event.span,))
            continue
        day, page = (date.fromordinal(at) for at in (coming, facts.published))
        why = (
            f"The text tells of {event.at.row.text} as past, but was published on {page.day} {page:%B} {page.year},"
            f" {coming - facts.published} days before {day.day} {day:%B} of that year."
        )
        yield Found("page-date", RULE, "low", why, (event.span,))


def _coming(facts: Facts, event: Event) -> int | None:
    """The day on which the day of a clause in the past comes next, soon after publication; null for others."""
    parsed, when, now = facts.parsed, event.at, facts.published
    if parsed is None or now is None or event.verb < 0 or when.grain not in ("day", "clock") or when.printed_year:
        return None
    told = date.fromordinal(when.day)
    if not by_month(when) or (when.sure and when.day < now):
        return None
    try:  # a past clause may have made it last year's
        coming = when.day if when.day > now else told.replace(year=told.year + 1).toordinal()
    except ValueError:
        return None
    finite = parsed.tags[event.verb] == "VBD" or bool(event.helpers & _PAST)
    finite = finite and event.noun < 0 and not event.helpers & _NOT_DONE  # "the match on 24 March was called off"
    return coming if finite and SOONEST <= coming - now <= LATEST else None


def _doubt(facts: Facts, event: Event) -> str | None:
    if _to_come(facts, event):
        return "the words say that it was to come"
    if (name := _WEEKDAY.search(event.at.row.text)) is not None and facts.published is not None:
        coming = _coming(facts, event)
        if coming is not None and not f"{date.fromordinal(coming):%A}".lower().startswith(name[1].lower()):
            return "the weekday is that of another year"
    if event.preposition == "" and event.at.row.text.lower().startswith("the "):
        return "the day is spoken of, and dates nothing"
    if event.preposition not in _DAYS:
        return "the day is a limit"
    return "the report tells of last year" if _of_last_year(facts, event) else None


def _to_come(facts: Facts, event: Event) -> bool:
    lexicon = table("checks")
    words = lexicon["to_come"]
    before = set(facts.before(event.span, 12).split()[-1:]) & set(words["before"])
    said = (event.clause | event.helpers) & {*words["verbs"], *lexicon["event_words"]["changed"]}
    said |= event.predicates & frozenset(table("events")["kinds"]["cancellation"])
    return bool(said or before) or _NEXT.match(event.at.row.text) is not None


def _of_last_year(facts: Facts, event: Event) -> bool:
    """Whether the sentence's words, or another date, say that the report tells of a year ago."""
    sentence = facts.text[facts.sentence_start(event.span.start) : facts.sentence_end(event.span.end)]
    if set(_WORD.findall(sentence.lower())) & set(table("checks")["to_come"]["last_year"]):
        return True
    told = event.at.day
    known = [one for one in facts.moments + facts.wide if one.sure and one.row.span != event.span]
    before = max((one for one in known if one.row.span < event.span), key=lambda one: one.row.span, default=None)
    last_year = [
        one
        for one in known
        if one.day < (facts.published or 0) - LATEST and (one.grain in {"day", "clock"} or one is before)
    ]
    return any(one.day - STORY <= told <= one.last_day + STORY for one in last_year)
