"""Tells whether a name fits another: a person or body is called by more names than one.

Stands alone because it is a judgement on words, the same whoever marked them and whatever read them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

ARTICLES = frozenset({"the", "a", "an"})
POSSESSIVE = re.compile(r"(?:'s|(?<=s)')\s+")
PREPOSITIONS = frozenset({"of", "for", "at", "in", "from", "by", "with", "who", "which", "that"})
Words = tuple[str, ...]


def any_fits(names: Iterable[str], forms: Iterable[str]) -> bool:
    """Whether any marked name (one of "A & B" too) fits any form of the name read."""
    wanted = [part for name in names for part in (name, *(name.split(" & ") if " & " in name else ()))]
    return any(fits(name, form) for name in wanted for form in forms)


def fits(name: str, other: str) -> bool:
    """Whether one name holds the other, but not as whose or where it is: "Norr" is not "mayor of Norr".

    Of two that are somebody's, "X's office" or "office of X", both parts must fit.
    """
    one, two = shape(name), shape(other)
    if "of" in one[1:-1] and "of" in two[1:-1]:
        return all(held(a, b) for a, b in zip(halves(one), halves(two), strict=True))
    return held(one, two)


def held(one: Words, two: Words) -> bool:
    """Whether the shorter stands in the longer, before its first preposition or as a name of several words."""
    short, long = sorted((one, two), key=len)
    first = next((n for n, word in enumerate(long) if word in PREPOSITIONS and n), len(long))
    places = [n for n in range(len(long)) if short and long[n : n + len(short)] == short]
    return any(n < first or (len(short) > 1 and long[n - 1] not in PREPOSITIONS) for n in places)


def halves(words: Words) -> tuple[Words, Words]:
    """What stands before and after the first "of"."""
    at = words.index("of", 1)
    return words[:at], words[at + 1 :]


def shape(name: str) -> Words:
    """A name's words as they are compared: lower case, without articles, "X's office" as "office of X"."""
    owner, *owned = POSSESSIVE.split(name.lower().replace("’", "'"), maxsplit=1)
    words = (f"{owned[0]} of {owner}" if owned else owner).split()
    bare = tuple(stripped for word in words if (stripped := word.strip("\"'“”‘«»(),.;:")))
    return tuple(word for word in bare if word not in ARTICLES) or bare
