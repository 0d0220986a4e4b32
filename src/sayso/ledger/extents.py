"""Says how far two wordings are apart: a typing error put right, other words, or another text.

Stands alone because it compares two strings and nothing else, and what a typing error is, is an argument by itself.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .rows import Extent

LETTERS = 2
"""A word may differ in so many letters (one of them in a short word) for the difference to be a typing error."""
WORDS = 3
"""So many words may have such a difference."""
ALIKE = 0.5
MOST = 2_000
"""Where more words lie between the first and the last change, it is no slip that was put right."""
_LONG_WORD = 5
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")


def likeness(before: str, after: str) -> float:
    """The share of the words, from 0 to 1, that two wordings have in common, however they are ordered."""
    ours, theirs = _words(before), _words(after)
    return len(ours & theirs) / (len(ours | theirs) or 1)


@lru_cache(maxsize=1_000)
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def extent_of(before: str, after: str) -> Extent:
    """How far `after` is from `before`; a number that changed is no typing error, nor is a word that came or went."""
    ours, theirs = _without_ends(_WORD.findall(before), _WORD.findall(after))
    if max(len(ours), len(theirs)) > MOST:
        return "reworded" if likeness(before, after) >= ALIKE else "rewritten"
    differing = [
        (ours[a:b], theirs[c:d])
        for tag, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
        if tag != "equal"
    ]
    if sum(max(len(one), len(other)) for one, other in differing) <= WORDS and all(map(_typo, differing)):
        return "typo"
    return "reworded" if likeness(before, after) >= ALIKE else "rewritten"


def _without_ends(ours: list[str], theirs: list[str]) -> tuple[list[str], list[str]]:
    """Both without the words that they begin and end with alike."""
    first = next(
        (at for at, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), min(len(ours), len(theirs))
    )
    ours, theirs = ours[first:], theirs[first:]
    pairs = zip(reversed(ours), reversed(theirs), strict=False)
    last = next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(ours), len(theirs)))
    return ours[: len(ours) - last], theirs[: len(theirs) - last]


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
