"""Relates figures of one sentence: "including seven nurses", "of whom three", "half of them" are parts of a whole.

Stands alone because it looks at a figure's neighbours, while everything else about a figure is read from itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extract.figures.side_by_side import no_part
from sayso.extract.figures.vocabulary import OF_PERSONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.extract.figures.draft import Draft
    from sayso.stages import Parsed

INCLUDING = re.compile(
    r"\b(?:including|among them|among whom|among those|inclusive of|included)[,:]?\s(?:[\w'’,-]+\s){0,3}$",
    re.IGNORECASE,
)
OF_THEM = re.compile(
    r"\s(?:of|among)\s(?:them|whom|which|these|those|the (?:dead|wounded|injured|victims|total))\b", re.IGNORECASE
)
OF_WHOM_BEFORE = re.compile(r"\b(?:of|among) (?:whom|them|which)[,]?\s(?:[\w'’-]+\s){0,3}$", re.IGNORECASE)
OF_THOSE_BEFORE = re.compile(
    r"\b(?:of|among) (?:those|the) (?:killed|dead|wounded|injured|hurt|victims|missing|arrested|detained),?\s$",
    re.IGNORECASE,
)
AMONG = re.compile(r"\s(?:was|were|is|are) (?:also )?among (?:the )?", re.IGNORECASE)
OF_THEM_BEFORE = re.compile(r"\b(?:of|among) (?:them|these),?\s(?:[\w'’-]+\s){0,3}$", re.IGNORECASE)
"""May stand sentences behind its whole, as "of them" behind the number may."""
OF_ALL = re.compile(r"\b(?:of|among) (?:the |its |their |some |about |nearly )?$", re.IGNORECASE)
LISTS = re.compile(r"(?:,|;| and)\s$")
FATE = re.compile(r"(?:,| -|:| –)\s$")
WINDOW = 60
BACK = 40
"""So many figures back a whole is looked for, so that a list of any length is read in linear time."""


def whole_of(parsed: Parsed, drafts: Sequence[Draft], index: int) -> int | None:
    """The index of the figure that figure `index` is a part of; null where the words tell of no whole.

    The whole stands before its part, in the same sentence or (for "of them") the one before, and counts the same kind;
    it stands right after it in "two medics were among 31 people killed".
    """
    part = drafts[index]
    text = parsed.text
    if index + 1 < len(drafts) and AMONG.fullmatch(text[part.end : min(drafts[index + 1].start, part.end + WINDOW)]):
        return index + 1 if drafts[index + 1].countable and _holds(drafts[index + 1], part) else None
    before = text[max(0, part.start - WINDOW) : part.start]
    after = text[part.quantity.core : part.quantity.core + 24]
    explicit = INCLUDING.search(before) or OF_THEM.match(after) or OF_WHOM_BEFORE.search(before)
    those = OF_THOSE_BEFORE.search(before) or OF_THEM_BEFORE.search(before)
    if explicit or those:
        return _nearest(drafts, index, sentences=1 if those or OF_THEM.match(after) else 0)
    if index and is_of_all(parsed, drafts[index - 1], part) and _holds(drafts[index - 1], part):
        return index - 1
    return _listed(parsed, drafts, index)


def keep_apart(drafts: Sequence[Draft], index: int) -> None:
    """Gives parts of a whole its fate, where they had that of a bare number that only stands behind them.

    "37 martyrs, among them 14 children, and 112 injured": a parser may take the children for injured.
    """
    draft = drafts[index]
    if draft.noun is not None or draft.part_of is not None or not draft.fate:
        return
    for part in reversed(drafts[max(0, index - BACK) : index]):
        whole = drafts[part.part_of] if part.part_of is not None else None
        if whole is None or part.sentence != draft.sentence or part.counted != draft.counted:
            return
        if whole.counted in OF_PERSONS:
            part.counted = whole.counted


def is_of_things(parsed: Parsed, whole: Draft, part: Draft) -> bool:
    """Whether a bare number is said to be so many of the things that the figure before it counts."""
    if not whole.countable or whole.noun is None or whole.measures or whole.unit in (None, "person"):
        return False
    if part.sentence - whole.sentence > 1 or not _holds(whole, part):
        return False
    before = parsed.text[max(0, part.start - WINDOW) : part.start]
    told = OF_THEM.match(parsed.text, part.quantity.core) or OF_WHOM_BEFORE.search(before)
    told = told or OF_THEM_BEFORE.search(before)
    if told is not None:
        return "which" in told[0].lower() or part.counted not in OF_PERSONS  # "40 died in two raids, one of them in"
    return is_of_all(parsed, whole, part)


def is_of_all(parsed: Parsed, whole: Draft, part: Draft) -> bool:
    """Whether a sentence begins with the whole and goes on with a bare part: "Of 84 drones sent, 71 got through"."""
    first = parsed.sentences[part.sentence]
    head = parsed.text[int(parsed.starts[first]) : whole.start]
    bare = part.noun is None or part.noun is whole.noun
    opens = whole.sentence == part.sentence and OF_ALL.fullmatch(head) is not None
    return opens and bare and parsed.text[part.start - 2 : part.start] == ", "


def _nearest(drafts: Sequence[Draft], index: int, *, sentences: int) -> int | None:
    part = drafts[index]
    for at in range(index - 1, max(-1, index - 1 - BACK), -1):
        whole = drafts[at]
        if part.sentence - whole.sentence > sentences:
            return None
        if whole.countable and whole.part_of is None and _holds(whole, part):
            return at
    return None


def _holds(whole: Draft, part: Draft) -> bool:
    if (
        (whole.unit == "person") != (part.unit == "person")
        and part.unit is not None
        and part.quantity.numeral.form != "fraction"
    ):
        return False
    largest = whole.low if whole.low is not None else whole.value
    smallest = part.value if part.value is not None else part.low
    if part.quantity.numeral.form == "fraction" or largest is None or smallest is None:
        return True
    return smallest <= largest


def _listed(parsed: Parsed, drafts: Sequence[Draft], index: int) -> int | None:
    """Goes on a list of parts ("half of them in A, 11 at B") or tells a fate ("four shot, one fatally")."""
    if index == 0:
        return None
    part, before = drafts[index], drafts[index - 1]
    if part.sentence != before.sentence or not part.countable:
        return None
    between = parsed.text[before.end : part.start]
    bare = part.noun is None or part.measures
    if before.part_of is not None:
        whole = drafts[before.part_of]
        alike = bare or part.unit == whole.unit
        near = len(between) < WINDOW and "." not in between and LISTS.search(between) is not None
        return before.part_of if alike and near and _holds(whole, part) else None
    fate = FATE.search(between) and bare and part.fate and not no_part(parsed, drafts, index)
    return index - 1 if fate and before.countable and _holds(before, part) else None
