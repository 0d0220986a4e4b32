"""Changes a time expression by what stands beside it: "nearly", "ended 30 September", the same time again in brackets.

Stands alone because these leave every expression as one and make no two into one, as `join.py` does.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.extract.dates.shapes import Around, Away, Clock, Ended, Known, Length, Mention, Recurring, Same, Shape, Steps
from sayso.lexicon import table

if TYPE_CHECKING:
    from sayso.extract.dates.words import Lexeme

LONGEST_APPROXIMATOR = 3


def _is_day(shape: Shape) -> bool:
    if isinstance(shape, Known):
        return shape.period.grain == "day"
    return isinstance(shape, Recurring | Steps) and shape.grain in ("date", "weekday", "day", "holiday")


def ended(mentions: list[Mention], lexemes: list[Lexeme]) -> list[Mention]:
    """The same with "the quarter ended 30 September" as the quarter that holds that day."""
    out = list(mentions)
    for at, (one, two) in enumerate(pairwise(mentions)):
        words = [lexeme.text.lower() for lexeme in lexemes[one.last : two.first]]
        ended = words in (["ended"], ["ending"], ["ended", "on"], ["ending", "on"]) and _is_day(two.shape)
        if ended and isinstance(one.shape, Same) and one.shape.grain == "quarter":
            out[at] = replace(one, shape=Around("quarter", two.shape))
        if ended and isinstance(one.shape, Recurring) and one.shape.grain == "quarter":
            out[at] = replace(one, shape=Ended(one.shape, two.shape))
    return out


def restated(mentions: list[Mention], lexemes: list[Lexeme]) -> list[Mention]:
    """The same with "Sunday (12 November)" and "4 in the morning (4 a.m. Thursday)" as one time told twice.

    In "10:35 a.m. (0735 GMT) Friday" both times are of the day behind the bracket.
    """
    out = list(mentions)
    for at, (one, two) in enumerate(pairwise(mentions)):
        if [lexeme.text for lexeme in lexemes[one.last : two.first]] == ["("]:
            day = _day_behind(mentions[at + 2], two, lexemes) if at + 2 < len(mentions) else None
            out[at] = replace(one, shape=_same_time(one.shape, two.shape))
            out[at : at + 2] = [_on(day, told) for told in (out[at], two)]
    return out


def _day_behind(day: Mention, clock: Mention, lexemes: list[Lexeme]) -> Shape | None:
    """The day that stands behind a bracket with a clock time: "10:35 a.m. (0735 GMT) Friday"."""
    between = [lexeme.text for lexeme in lexemes[clock.last : day.first]]
    return day.shape if _is_day(day.shape) and between in ([")"], [")", "on"]) else None


def _on(day: Shape | None, told: Mention) -> Mention:
    """A clock time that has no day, on that day."""
    shape = told.shape
    bare = isinstance(shape, Clock) and shape.day is None
    return replace(told, shape=replace(shape, day=day)) if isinstance(shape, Clock) and bare else told


def _same_time(told: Shape, again: Shape) -> Shape:
    """The first of two shapes, made as full as the second where that can be the same time."""
    if isinstance(told, Clock) and isinstance(again, Clock):
        return again if told.day is None and told.time == again.time else told
    if not isinstance(told, Recurring) or told.grain != "weekday":
        return told
    if isinstance(again, Recurring) and again.grain == "date":
        return replace(again, weekday=told.number)
    fits = isinstance(again, Known) and again.period.grain == "day" and (again.period.index - 1) % 7 + 1 == told.number
    return again if fits else told


@cache
def _approximators() -> dict[tuple[str, ...], str]:
    return {tuple(words.split()): mod for words, mod in table("dates")["approximators"].items()}


def approximated(mention: Mention, lexemes: list[Lexeme]) -> Mention:
    """A length or a distance with "nearly", "more than" and the like before it."""
    if not isinstance(mention.shape, Length | Away):
        return mention
    known = _approximators()
    kinds = "".join(lexeme.kind for lexeme in lexemes[mention.first : mention.first + 2])
    if mention.first and lexemes[mention.first - 1].text.lower() == "over" and (kinds[0] in "Dlq" or kinds == "aq"):
        return mention  # "over the past 20 years", "over several years": a preposition, not a bound
    for count in range(min(LONGEST_APPROXIMATOR, mention.first), 0, -1):
        words = tuple(lexeme.text.lower() for lexeme in lexemes[mention.first - count : mention.first])
        if words in known:
            return replace(mention, first=mention.first - count, mod=known[words])
    return mention
