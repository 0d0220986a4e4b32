"""Finds the numbers that a report takes back, each with the one that it puts in its place ("192, not 129").

Stands alone because it reads print and rows only: the rules of one report, those of two and the series ask it alike.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, product
from typing import TYPE_CHECKING

from sayso.check.cutting import WORD
from sayso.lexicon import either, words
from sayso.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sayso.model import Figure, Reading

APART, NEAR, REACH = 200, 48, 400
"""Characters between a number and the right one, between words that belong together, and of a sentence's part."""
_END = re.compile(r"[.!?][\"'’”)\]]*\s+(?=[\"'‘“(]?[A-Z])|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Correction:
    """A number that is taken back and the right one, as rows; `span` is the words that say so.

    `counted`: what both count, null where nothing tells. `by`: the speaker's actor, null for the outlet's own voice.
    """

    wrong: Figure
    right: Figure
    span: Span
    counted: str | None
    by: str | None


@dataclass(frozen=True, slots=True)
class _Around:
    """The words before two numbers in the first one's sentence, between them, and behind them in the second one's."""

    before: str
    between: str
    behind: str
    earlier: str
    span: Span


def corrections(reading: Reading) -> tuple[Correction, ...]:
    """The corrections of numbers that a report tells, in text order."""
    text = reading.report.text
    low = text.lower()
    if not any(sign in low for sign in _signs()):
        return ()
    return tuple(_corrections(reading, text))


def taken_back(reading: Reading) -> Mapping[str, Correction]:
    """By its id each figure that the report takes back: where the correction names it, and where it was told before."""
    found: dict[str, Correction] = {}
    made = corrections(reading)
    right = {one.right.id for one in made}
    for one in made:
        found[one.wrong.id] = one
        for row in reading.figures:
            if row.id not in right and _told_before(reading, row, one):
                found.setdefault(row.id, one)
    return found


def compatible(one: Figure, other: Figure) -> bool:
    """Whether two numbers may count one thing at one place, as far as both say what and where."""
    pairs = ((one.counted, other.counted), (one.population, other.population))
    places = [frozenset(WORD.findall((row.place or "").lower())) for row in (one, other)]
    return all(a is None or b is None or a == b for a, b in pairs) and (
        places[0] <= places[1] or places[1] <= places[0]
    )


def _told_before(reading: Reading, row: Figure, one: Correction) -> bool:
    """Whether a figure is the wrong number as somebody told it of the same thing, who is the one to take it back."""
    if row.kind != "count" or row.value != one.wrong.value or row.counted is None or row.counted != one.counted:
        return False
    return compatible(row, one.wrong) and _one_teller(reading, _speaker(reading, row), one.by)


def _corrections(reading: Reading, text: str) -> Iterator[Correction]:
    ends = (0, *(found.end() for found in _END.finditer(text)), len(text))
    numbers = [row for row in reading.figures if row.kind == "count" and row.value is not None]
    for first, last in pairwise(numbers):
        if not first.span.end <= last.span.start <= first.span.end + APART or first.value == last.value:
            continue
        if not compatible(first, last) or (around := _around(text, ends, first, last)) is None:
            continue
        if (order := _order(around, first, last)) is None:
            continue
        wrong, right = order
        by = _speaker(reading, right)
        yield Correction(wrong, right, around.span, _counted(reading, wrong, right, by), by)


def _around(text: str, ends: tuple[int, ...], first: Figure, last: Figure) -> _Around | None:
    """What stands around two numbers of one paragraph that have one end of a sentence between them at most."""
    at, then = (bisect_right(ends, row.span.start, hi=len(ends) - 1) - 1 for row in (first, last))
    between = text[first.span.end : last.span.start]
    if then - at > 1 or "\n\n" in between:
        return None
    start, end = max(ends[at], first.span.start - REACH), min(ends[then + 1], last.span.end + REACH)
    whole = text[start:end]
    held = Span(start, start + len(whole.rstrip()))
    paragraph = text.rfind("\n\n", 0, start) + 1
    earlier = text[max(paragraph, ends[at - 1]) : ends[at]] if at else ""
    return _Around(text[start : first.span.start], between, text[last.span.end : end], earlier[-REACH:], held)


def _order(around: _Around, first: Figure, last: Figure) -> tuple[Figure, Figure] | None:
    """The wrong number and the right one; null where nothing says that one is taken back."""
    if _pattern("unsure").search(around.before) is not None:
        return None
    if _stopped(around.between):
        return (first, last) if _called_wrong(around) else None
    if _not(around.between) and _speaks_of_one(around):
        return last, first
    if _before("not").search(around.before) and _before("but").search(around.between):
        return (first, last) if _speaks_of_one(around) else None
    if _called_wrong(around):
        return first, last
    return _revised(around, first, last)


def _stopped(between: str) -> bool:
    return _END.search(between) is not None


def _not(between: str) -> bool:
    return len(between) <= NEAR and _before("not").search(between) is not None


def _speaks_of_one(around: _Around) -> bool:
    """Whether the sentence speaks of a correction, or the one before it says that a number was told wrong."""
    whole = f"{around.before} # {around.between} # {around.behind}"
    return _speaks().search(whole) is not None or _told_wrong().search(around.earlier) is not None


def _called_wrong(around: _Around) -> bool:
    """Whether words say that the first number is wrong ("an earlier version gave 40"), and what it is ("it is 28")."""
    turns = list(_pattern("turn").finditer(around.between))
    if not turns or len(around.between) - turns[-1].end() > NEAR or _pattern("no_number").search(around.before):
        return False
    error = _pattern("error").search(around.between)
    if error is not None and error.start() <= NEAR and _pattern("toll").search(around.before[-NEAR:]):
        return True
    return _told_wrong().search(around.before) is not None and not re.search(r"\d", around.before)


def _revised(around: _Around, first: Figure, last: Figure) -> tuple[Figure, Figure] | None:
    """The order of "revised its toll from 31 down to 27" and "... to 27 from 31"; a higher number is only later."""
    told = _pattern("revised").search(around.before) and _pattern("toll").search(around.before)
    grows = (first.counted or last.counted) in words("checks", "running", "growing")
    if not told or not grows or len(around.between) > NEAR or _pattern("foreseen").search(around.before):
        return None
    if _before("from").search(around.before) and _before("to").search(around.between):
        wrong, right = first, last
    elif _before("to").search(around.before) and _before("from").search(around.between):
        wrong, right = last, first
    else:
        return None
    return (wrong, right) if (right.value or 0) < (wrong.value or 0) else None


def _counted(reading: Reading, wrong: Figure, right: Figure, by: str | None) -> str | None:
    """What both count, by their own words or by where the wrong number was told before."""
    if (own := wrong.counted or right.counted) is not None:
        return own
    before = (row for row in reading.figures if row.span.start < wrong.span.start and row.value == wrong.value)
    told = [
        row.counted
        for row in before
        if row.kind == "count" and row.counted and _one_teller(reading, _speaker(reading, row), by)
    ]
    return told[-1] if told and len(set(told)) == 1 else None


def _speaker(reading: Reading, row: Figure) -> str | None:
    return next((one.speaker for one in reading.attributions if one.id == row.attribution), None)


def _one_teller(reading: Reading, one: str | None, other: str | None) -> bool:
    """Whether the same may tell two numbers: one actor, a body and one of it, or the outlet in its own voice."""
    if one is None or other is None or one == other:
        return True
    small = words("checks", "voices", "small")
    named = [
        {word.lower() for name in (actor.name, *actor.roles) for word in WORD.findall(name)} - small
        for actor in reading.actors
        if actor.id in (one, other)
    ]
    return len(named) > 1 and bool(named[0] & named[1])


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """The words of one kind, wherever they stand."""
    return _found(words("corrections", "numbers", kind))


@cache
def _before(kind: str) -> re.Pattern[str]:
    """The words of one kind right before a number, but for two small ones."""
    kinds, small = (either(words("corrections", "numbers", one)) for one in (kind, "small"))
    return re.compile(rf"\b(?:{kinds})(?:\s+(?:{small})){{0,2}}\s*$", re.IGNORECASE)


@cache
def _told_wrong() -> re.Pattern[str]:
    """The words behind which a number stands that was told wrong ("an earlier version of this report gave")."""
    return _found(_wrong())


@cache
def _speaks() -> re.Pattern[str]:
    return _found(words("corrections", "numbers", "speaks") | _wrong())


@cache
def _signs() -> tuple[str, ...]:
    """What a text must have one of for any correction to be in it; sought one by one, a tenth of a pattern's cost."""
    kinds = ("speaks", "error", "revised", "misstated", "versions", "wrongly")
    return tuple(sorted(frozenset[str]().union(*(words("corrections", "numbers", kind) for kind in kinds))))


def _wrong() -> frozenset[str]:
    versions, texts, wrongly, gave, misstated = (
        words("corrections", "numbers", kind) for kind in ("versions", "texts", "wrongly", "gave", "misstated")
    )
    pairs = (*product(versions, texts), *product(wrongly, gave))
    return misstated.union(f"{one} {other}" for one, other in pairs)


def _found(some: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(some)})\b(?! by\b)", re.IGNORECASE)
