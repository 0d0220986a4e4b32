"""Finds a length from one date to another that is not the time between them ("three weeks later, on 2 August").

Stands alone because it is one rule: a length that the words count from one end, with the other end beside it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.check.events import Event, kinds_of
from sayso.check.judgement import Found, Judgement, LetGo
from sayso.check.lengths import YEAR, Told, between, explained, fits, in_words, plausible, stated
from sayso.check.moments import DAY, Moment
from sayso.lexicon import either, table, words
from sayso.parse.labels import PREPOSITIONAL_OBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.check.facts import Facts
    from sayso.model import Span

LATER, AGO, SINCE, AFTER = "length-since-last-date", "length-ago", "length-since-date", "length-after-event"
REACH = 24
_LATER = re.compile(
    rf"(?:on(?=,)|{either(words('checks', 'lapses', 'later'))})(?:,? (?:on|in)(?: the)?| ?\(|,)?", re.IGNORECASE
)
_THEN = re.compile(rf",? ?\(?(?:(?:{either(words('checks', 'lapses', 'rounding'))}) )?", re.IGNORECASE)
_SIDES = words("clauses", "prepositions", "sides")
_AGO = re.compile(r"ago(?:,? (?:on|in)| ?\(|,)?", re.IGNORECASE)
_SINCE = re.compile(r",? ?\(?(?:now )?since(?: the)?", re.IGNORECASE)


def judge(facts: Facts) -> Iterator[Judgement]:
    """A finding for each length told beside a date that neither the date before nor publication gives."""
    moments = [when for when in facts.moments if any(char.isdigit() for char in when.row.text)] if facts.lengths else []
    for told, _ in facts.lengths:
        for when in moments:
            if (way := _way(facts, told, when)) is not None:
                yield _later(facts, told, when, moments) if way == LATER else _to_now(facts, told, when, way)
        yield from _after(facts, told)


def _way(facts: Facts, told: Told, when: Moment) -> str | None:
    """How the length stands to the date beside it; null where it does not."""
    row = when.row.span
    if told.span.end <= row.start <= told.span.end + REACH:
        gap = facts.between(told.span, row)
        ways = ((LATER, _LATER), (AGO, _AGO), (SINCE, _SINCE))
        return next((way for way, pattern in ways if pattern.fullmatch(gap)), None)
    if row.end <= told.span.start <= row.end + REACH and _THEN.fullmatch(facts.between(row, told.span)):
        behind = facts.after(told.span, REACH)
        return next((way for way, word in ((LATER, "later"), (AGO, "ago")) if behind.startswith(word)), None)
    return None


def _to_now(facts: Facts, told: Told, when: Moment, way: str) -> Judgement:
    spans = _in_order(told, when)
    if facts.now is None:
        return LetGo(way, "there is no day of publication", spans)
    if not when.sure:
        return LetGo(way, "the date prints no year, so it may be another year's", spans)
    start = facts.sentence_start(told.span.start)
    lead = facts.text[start : told.span.start].lower().split()
    if when.first > facts.now.first or set(lead) & set(table("checks")["lapses"]["not_now"]):
        return LetGo(way, "the length may not run to the day of publication", spans)
    if way == SINCE and not set(lead) & set(table("checks")["lapses"]["still"]):
        return LetGo(way, "nothing says that it goes on", spans)
    low, high = between(when, facts.now)
    if fits(told, low, high):
        return LetGo(way, f"{told.text} fits {in_words(low, high, told.unit)}", spans)
    why = f"{when.name} to {facts.now.name}, the day of publication, is {in_words(low, high, told.unit)}"
    return Found("duration-mismatch", way, "low", f"{why}; the text says {stated(told)}.", spans)


def _later(facts: Facts, told: Told, when: Moment, moments: Sequence[Moment]) -> Judgement:
    start = facts.text.rfind("\n", 0, max(0, facts.text.rfind("\n", 0, told.span.start) - 2))
    before = [one for one in moments if one.row.span.end <= min(told.span.start, when.row.span.start)]
    near = [one for one in before if one.row.span.start > start and one.grain == when.grain]
    spans = _in_order(told, when)
    if not near:
        return LetGo(LATER, "no date of its kind stands before it", spans)
    for one in before:
        low, high = between(one, when)
        if any(fits(told, low + years, high + years) for years in _years(one, when)):
            return LetGo(LATER, f"{told.text} fits {one.name}", spans)
    first = near[-1]
    if first.row.span.start < facts.sentence_start(told.span.start) and len(near) > 1:
        return LetGo(LATER, "it may be counted from another date", spans)
    low, high = between(first, when)
    if high <= 0 and _years(first, when) == (0,):
        return LetGo(LATER, "the date before is later", spans)
    if high <= 0 or (low > YEAR and not when.printed_year):
        low, high = (at % YEAR for at in (low, high))
    span = f"{first.row.text} to {when.row.text} is {in_words(low, high, told.unit)}"
    return Found("duration-mismatch", LATER, "low", f"{span}; the text says {stated(told)}.", (first.row.span, *spans))


def _years(one: Moment, two: Moment) -> tuple[int, ...]:
    """What a year not printed may add to the time between two dates."""
    if one.grain in ("year", "season") or (one.printed_year and two.printed_year):
        return (0,)
    return (0, YEAR, 2 * YEAR) if not two.printed_year else (0, YEAR, -YEAR)


def _after(facts: Facts, told: Told) -> Iterator[Judgement]:
    """A length "after the blast" or "before the vote": the date of its own clause, and the one told of the other."""
    parsed = facts.parsed
    tokens = facts.tokens(told.span)
    if parsed is None or not tokens or tokens.stop >= len(parsed) or parsed.lower[tokens.stop] not in _SIDES:
        return
    link = tokens.stop
    inner = next((c for c in parsed.children[link] if parsed.deps[c] in PREPOSITIONAL_OBJECTS), int(parsed.heads[link]))
    outer = int(parsed.heads[link]) if inner != int(parsed.heads[link]) else int(parsed.heads[inner])
    own = [event for event in facts.events if outer in (event.verb, event.noun) and event.noun != inner]
    own = [event for event in own if event.sentence == parsed.sentence[link] and event.verb != inner]
    there = [event.at for event in _told_of(facts, inner, own)]
    here = [event.at for event in own]
    if not own and facts.now is not None and parsed.lower[link] == "after" and parsed.tags[outer] == "VBD":
        here = [facts.now]  # the lead of a report: "Eight days after the fire its owners said"
    if not here or not there:
        return
    start, stop = (there[0], here[0]) if parsed.lower[link] == "after" else (here[0], there[0])
    spans = tuple(sorted({start.row.span, stop.row.span, told.span}))
    low, high = between(start, stop)
    near = here[0] is facts.now and fits(told, low - DAY, high)
    if told.unit == "hour" or not all(when.sure for when in (*here, *there)):
        yield LetGo(AFTER, "the two ends are not told so finely, or of a sure year", spans)
    elif near or explained(told, facts.moments) or not plausible(told, low, high):
        yield LetGo(AFTER, "two dates are so far apart, or the two may be of other events", spans)
    else:
        span = f"{start.name} to {stop.name} is {in_words(low, high, told.unit)}"
        yield Found("duration-mismatch", AFTER, "low", f"{span}; the text says {stated(told)}.", spans)


def _told_of(facts: Facts, token: int, own: Sequence[Event]) -> list[Event]:
    """The dated events that are what the noun or verb names: its own date, else those of its kind told elsewhere."""
    beside = [event for event in facts.events if token in (event.noun, event.verb) and event not in own]
    if beside or facts.parsed is None:
        return beside
    named = kinds_of(facts.parsed, token)
    return [event for event in facts.events if event not in own and event.kinds & named]


def _in_order(told: Told, when: Moment) -> tuple[Span, ...]:
    return tuple(sorted((told.span, when.row.span)))
