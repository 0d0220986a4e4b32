"""Reads lists that leave out what is counted: "13 people died in Tarn, nine in Orland and six in Belm".

Stands alone because the numbers behind the first stand beside it, where bare numbers behind a total are its parts; only
what stands right behind each of them, and whether they add up, tells the one from the other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.lexicon import either, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.extract.figures.draft import Draft
    from sayso.stages import Parsed

_SLOTS = either(words("figures", "prepositions", "slots"))
OWN = re.compile(rf" ({_SLOTS}) (?:the )?[^\W\d_a-z]")
"""What a number of such a list has right behind it: a preposition and a name."""
FIRST = re.compile(rf"(?:^|\s)({_SLOTS}) (?:the )?[^\W\d_a-z][^,;:.\d()]{{0,40}}(?:,|;|,? and|,? while)\s$")
"""The same between the first number and the second; nothing but the name stands before the mark."""
MOST = 40
"""So many numbers a list has at most."""


def stands_beside(parsed: Parsed, drafts: Sequence[Draft], index: int) -> bool:
    """Whether figure `index` is told in the same way of another name than the figure before it."""
    if not index:
        return False
    before, draft = drafts[index - 1], drafts[index]
    if before.sentence != draft.sentence or not (before.countable and draft.countable):
        return False
    return beside(parsed.text, before.end, draft.start, draft.quantity.core)


def beside(text: str, end: int, start: int, core: int) -> bool:
    """Whether the number ``text[start:core]`` is told of a name as the one that ends at `end` is of another."""
    own, between = OWN.match(text, core), FIRST.search(text, end, start)
    return own is not None and between is not None and own[1] == between[1]


def no_part(parsed: Parsed, drafts: Sequence[Draft], index: int) -> bool:
    """Whether figure `index` stands beside the figure before it, with which those from it on do not add up."""
    if not stands_beside(parsed, drafts, index):
        return False
    total, end = 0.0, min(len(drafts), index + MOST)
    for at in range(index, end):
        if at > index and not stands_beside(parsed, drafts, at):
            break
        total += drafts[at].value or 0
    return total != drafts[index - 1].value


def take_over_beside(parsed: Parsed, drafts: Sequence[Draft], index: int) -> None:
    """Gives figure `index`, where it is bare, the noun, unit and fate of the one that it stands beside."""
    draft = drafts[index]
    if draft.kind != "count" or draft.part_of is not None or not stands_beside(parsed, drafts, index):
        return
    before = drafts[index - 1]
    named = draft.noun is not None and draft.noun is not before.noun and not draft.measures
    if named and draft.noun is not None and draft.noun.first >= draft.tokens[-1]:
        return
    if before.kind != "count" or draft.unit not in (None, before.unit) or draft.counted not in (None, before.counted):
        return
    draft.noun, draft.unit, draft.counted, draft.measures = before.noun, before.unit, before.counted, before.measures
