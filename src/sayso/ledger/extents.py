"""Says how far two wordings are apart: a typing error put right, other words, or another text.

Stands alone because it compares two strings and nothing else, and what a typing error is, is an argument by itself.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .rows import Extent

LETTERS = 2
"""A word may differ in so many letters (one of them in a short word) for the difference to be a typing error."""
WORDS = 3
"""So many words may have such a difference."""
ALIKE = 0.5
_LONG_WORD = 5
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")


def likeness(before: str, after: str) -> float:
    """The share of the words, from 0 to 1, that two wordings have in common, however they are ordered."""
    ours, theirs = (set(_WORD.findall(text.casefold())) for text in (before, after))
    return len(ours & theirs) / (len(ours | theirs) or 1)


def extent_of(before: str, after: str) -> Extent:
    """How far `after` is from `before`; a number that changed is no typing error, nor is a word that came or went."""
    ours, theirs = (_WORD.findall(text) for text in (before, after))
    differing = [
        (ours[a:b], theirs[c:d])
        for tag, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
        if tag != "equal"
    ]
    if sum(max(len(one), len(other)) for one, other in differing) <= WORDS and all(map(_typo, differing)):
        return "typo"
    return "reworded" if likeness(before, after) >= ALIKE else "rewritten"


def _typo(differing: tuple[list[str], list[str]]) -> bool:
    one, other = ("".join(words) for words in differing)
    if not one or not other or _DIGIT.search(one + other):
        return False
    most = LETTERS if min(len(one), len(other)) >= _LONG_WORD else 1
    return _distance(one.casefold(), other.casefold(), most) <= most


def _distance(one: str, other: str, most: int) -> int:
    """The letters to put in, take out, change or turn round to make one word the other, or more than `most`."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        above, before, row = before, row, [at]
        for place, theirs in enumerate(other, 1):
            best = min(before[place] + 1, row[-1] + 1, before[place - 1] + (letter != theirs))
            if at > 1 and place > 1 and letter == other[place - 2] and one[at - 2] == theirs:
                best = min(best, above[place - 2] + 1)
            row.append(best)
    return row[-1]
