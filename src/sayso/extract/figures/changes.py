"""Parts two numbers that are no range but a change and where it ended: "rose by 12 to 340", "from 328 to 340".

Stands alone because only the verb and the sizes of both numbers tell such a pair from a range.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.figures.counting import counted
from sayso.extract.figures.quantities import TO
from sayso.extract.figures.told import told_of
from sayso.extract.figures.trends import trend
from sayso.extract.figures.vocabulary import OF_PERSONS
from sayso.lexicon import words
from sayso.model import Span
from sayso.parse.labels import PAST

if TYPE_CHECKING:
    from sayso.extract.figures.draft import Draft
    from sayso.extract.figures.quantities import Quantity
    from sayso.stages import Parsed

LEAST_TOLD, LEAST_FORESEEN = 3, 10
"""A range's upper end is less than so many times its lower one, where it is told as done and where as possible."""
REACH = 6


def ends_of(parsed: Parsed, quantity: Quantity) -> list[Quantity]:
    """The quantity, or its two ends where each is a figure: the change and the level, the old toll and the new."""
    if not quantity.parts:
        return [quantity]
    if quantity.from_to:
        return list(quantity.parts) if quantity.unit is None and _is_toll(parsed, quantity) else [quantity]
    return _change_and_level(quantity) if _is_change(parsed, quantity) else [quantity]


def _is_toll(parsed: Parsed, quantity: Quantity) -> bool:
    end = quantity.parts[-1]
    tokens = parsed.tokens_in(Span(end.start, end.end))
    return bool(tokens) and counted(parsed, tokens, None, person=True, last=tokens[-1] + 1) in OF_PERSONS


def _is_change(parsed: Parsed, quantity: Quantity) -> bool:
    """Whether the first end is by how much the second one rose or fell, by their sizes and how they are told."""
    left, right = quantity.parts
    tokens = parsed.tokens_in(Span(left.start, left.end))
    if not tokens or quantity.kind == "percent" or left.start > quantity.start:
        return False
    if not TO.fullmatch(parsed.text[left.end : right.start]):
        return False
    if trend(parsed, left, tokens[0], measured=True, earlier=False) is None:
        return False
    told = _told_as_done(parsed, tokens[0]) and (left.unit is not None or right.unit is None)
    if told and told_of(parsed, tokens[0]) is not None:
        return True
    low, high = quantity.low or 0, quantity.high or 0
    return high >= low * (LEAST_TOLD if told else LEAST_FORESEEN)


def _told_as_done(parsed: Parsed, first: int) -> bool:
    """Whether the verb of the change is of the past; a particle of change ("up 12") stands for one."""
    for at in range(first - 1, max(-1, first - 1 - REACH), -1):
        if parsed.lower[at] in words("hedges", "trend", "signed"):
            return True
        if parsed.tags[at].startswith("VB"):
            return parsed.tags[at] in PAST
    return False


def _change_and_level(quantity: Quantity) -> list[Quantity]:
    left, right = quantity.parts
    if left.unit is None and right.unit is not None:
        left = replace(left, unit=right.unit, kind=right.kind)
    return [left, right]


def share(first: Draft, second: Draft) -> None:
    """Gives the first end what only the second is told to count ("from 328 to 340", "by six to 19 aircraft")."""
    if first.unit is None and second.unit is not None and second.kind == first.kind:
        first.unit, first.noun, first.counted = second.unit, second.noun, second.counted
        first.measures = second.measures
