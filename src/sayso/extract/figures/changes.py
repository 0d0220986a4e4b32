"""Parts two numbers that are no range but a change and where it ended: "rose by 12 to 340", "from 328 to 340".

Stands alone because only the verb and the sizes of both numbers tell such a pair from a range.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.figures.counting import counted
from sayso.extract.figures.quantities import TO
from sayso.extract.figures.told import told_of
from sayso.extract.figures.trends import CAUSES, VERBS, passed, trend
from sayso.extract.figures.vocabulary import OF_PERSONS
from sayso.lexicon import words
from sayso.model import Span
from sayso.parse import lemma
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
        if quantity.unit is None and _is_toll(parsed, quantity):
            return list(quantity.parts)
        return _both_levels(quantity) if _is_move(parsed, quantity) else [quantity]
    return _change_and_level(quantity) if _is_change(parsed, quantity) else [quantity]


def _is_move(parsed: Parsed, quantity: Quantity) -> bool:
    """Whether something went from the first end to the second: "grew from 12 to 31", "raised the fee from 20 to 25"."""
    tokens = parsed.tokens_in(Span(quantity.start, quantity.parts[0].end))
    if not tokens or parsed.lower[tokens[0]] != "from":
        return False
    before = range(tokens[0] - 1, max(-1, tokens[0] - 1 - REACH), -1)
    beside = next((at for at in before if not passed(parsed, at)), -1)
    return any(
        at >= 0 and parsed.paragraph[at] == parsed.paragraph[tokens[0]] and _moves(parsed, at)
        for at in (beside, int(parsed.heads[tokens[0]]))
    )


def _moves(parsed: Parsed, at: int) -> bool:
    """Whether a word is a verb of change, or one of motion that is told as done."""
    verb, tag = lemma(parsed.lower[at], "verb"), parsed.tags[at]
    if not tag.startswith("VB"):
        return False
    return verb in VERBS or verb in CAUSES or (verb in words("hedges", "trend", "moved") and tag in PAST)


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


def _both_levels(quantity: Quantity) -> list[Quantity]:
    """The two ends of a range, each in the unit and on the scale of both ("from 3 to 5 million dollars")."""
    left, right = quantity.parts
    numeral = replace(left.numeral, value=quantity.low)
    return [replace(left, numeral=numeral, unit=quantity.unit, kind=quantity.kind), right]


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
