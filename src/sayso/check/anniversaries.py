"""Finds a number of years since an event that the event's date, told elsewhere, does not give ("the 50th anniversary").

Stands alone because it is one rule: whole years from an old date of the report to the year of publication.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sayso.check.cutting import LETTERS, letters
from sayso.check.judgement import Found, Judgement, LetGo
from sayso.check.nths import nths
from sayso.lexicon import table, words
from sayso.model import Span
from sayso.parse import lemma

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.check.events import Event
    from sayso.check.facts import Facts
    from sayso.check.lengths import Told

RULE = "number-of-anniversary"
SLACK = 1  # years: the first may count, and anniversaries are kept early and late
DAYS = 4  # by which a year's day may be kept early or late
_PASSED = re.compile(r"\s+(?:on(?=[,.;])|have (?:now )?passed\b|have gone by\b|since\b|after\b|later\b|ago\b)")
_MARRYING = words("checks", "anniversaries", "marrying")
_OWNERS = words("clauses", "determiners", "by_owner")
_OF = tuple(f"{link} " for link in table("clauses")["prepositions"]["of_anniversaries"])


@dataclass(frozen=True, slots=True)
class _Years:
    """A number of years that the text counts to now; `of`: the nouns of what they are counted from."""

    number: int
    span: Span
    of: frozenset[str]
    definite: bool


def judge(facts: Facts) -> Iterator[Judgement]:
    """A finding for each number of years that its event's date does not give."""
    rows = list(_told(facts))
    for told in rows:
        sentence = facts.text[facts.sentence_start(told.span.start) : facts.sentence_end(told.span.end)]
        words = set(letters(sentence))
        if facts.now is None or words & set(table("checks")["anniversaries"]["not_now"]):
            yield LetGo(RULE, "nothing says in what year the anniversary is", (told.span,))
            continue
        now = facts.now.year
        named = _named(facts, told, now)
        years = {when.year for when in facts.moments if named and not _kept(facts, named[0])} | {now}
        if any(abs(now - event.at.year - told.number) <= SLACK for event in named) or any(
            abs(one - two - told.number) <= SLACK for one in years for two in years if one != two
        ):
            yield LetGo(RULE, "two years of the report are so far apart", (told.span,))
            continue
        if len({event.at.year for event in named}) != 1:
            yield LetGo(RULE, "no one year of its event is told", (told.span,))
            continue
        year = named[0].at.year
        if any(abs(now - year - other.number) <= SLACK for other in rows):
            yield LetGo(RULE, "another number of the report is that of its event", (told.span,))
            continue
        why = f"{year} to {now} is {now - year} years; the text says {' '.join(told.span.of(facts.text).split())}."
        yield Found("duration-mismatch", RULE, "low", why, tuple(sorted((named[0].span, told.span))))


def _told(facts: Facts) -> Iterator[_Years]:
    for number, span, _ in nths(facts.text, table("checks")["anniversaries"]["numbered"]):
        yield _Years(number, span, _of(facts, span), _definite(facts, span))
    names = table("checks")["anniversaries"]["names"]
    for match in re.finditer(rf"\b(?:{'|'.join(names)})\b", facts.text, re.IGNORECASE):
        of = _MARRYING if match.group().lower().endswith("wedding") else frozenset()
        yield _Years(names[match.group().lower()], Span(*match.span()), of, definite=False)
    for told, _ in facts.lengths:
        passed = _PASSED.match(facts.text, told.span.end) is not None
        # "who has tended the boiler for 33 years", "a gap of seven years after the war"
        before = facts.before(told.span, 8).split()[-1:]
        if before == ["of"] or (before == ["for"] and not passed):
            continue
        if told.unit == "year" and not told.nth and told.bound == "exact" and (passed or _near_now(facts, told)):
            yield _Years(int(told.amount), told.span, _of(facts, told.span), definite=True)


def _definite(facts: Facts, span: Span) -> bool:
    """Whether the ordinal is of what was spoken of before ("the fiftieth anniversary", "on its fiftieth")."""
    before = facts.before(span, 8).split()
    return any(before[-len(kept) :] == kept for kept in table("clauses")["determiners"]["kept"])


def _near_now(facts: Facts, told: Told) -> bool:
    """Whether a day that the report's own is the anniversary of is about so many years ago."""
    kept = [event for event in facts.events if event.at.printed_year and _kept(facts, event)]
    now = facts.now.year if facts.now is not None else 0
    return any(1 < now - event.at.year <= told.amount * 2 <= (now - event.at.year) * 4 for event in kept)


def _of(facts: Facts, span: Span) -> frozenset[str]:
    """The nouns behind an ordinal, to the end of its phrase."""
    behind = facts.text[span.end : facts.sentence_end(span.end)].lstrip()
    if not behind.startswith(_OF):
        return frozenset()
    words = LETTERS.findall(re.split(r"[,.;:]", behind.partition(" ")[2])[0])[:8]
    return frozenset(lemma(word, "noun") for word in words) - set(table("checks")["anniversaries"]["vague"])


def _named(facts: Facts, told: _Years, now: int) -> list[Event]:
    """The old events that the years may be counted from: on this day of the year, else named, else the one disaster."""
    old = [event for event in facts.events if event.at.printed_year and event.at.year < now - SLACK]
    kept = [event for event in old if _kept(facts, event)]
    if kept and (told.definite or told.of):
        return kept
    if told.of:
        return [event for event in old if told.of & (event.words | event.predicates)]
    if not told.definite and not _OWNERS.isdisjoint(facts.before(told.span, 8).split()[-1:]):
        return [event for event in old if event.kinds & {"founding", "opening"}]
    return old if told.definite and any(event.kinds for event in old) else []


def _kept(facts: Facts, event: Event) -> bool:
    """Whether publication stands on the event's day of the year."""
    if event.at.grain != "day" or facts.published is None:
        return False
    day = date.fromordinal(event.at.day)
    start = date(day.year, 1, 1).toordinal() - date(date.fromordinal(facts.published).year, 1, 1).toordinal()
    return abs(event.at.day - start - facts.published) <= DAYS
