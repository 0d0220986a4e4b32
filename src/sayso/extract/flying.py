"""Tells what flies from what does not, by its noun: what is shot down in fact, and not refused.

Stands alone because two extractors ask it: a proposal that is shot down is a denial, a drone is a figure's deed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.lexicon import table
from sayso.parse import lemma

if TYPE_CHECKING:
    from sayso.stages import Parsed

FLYING = table("counted")["flying"]
NOUNS = frozenset(FLYING["nouns"])
THINGS = frozenset(FLYING["things"])
ADJECTIVES = frozenset(FLYING["adjectives"])
NEAR = 3
TYPE = re.compile(r"[A-Z][A-Za-z]{0,3}-?[0-9]{1,3}[A-Za-z]{0,2}s?")
"""The name of a type of aircraft ("two Su-25s")."""


def flies(parsed: Parsed, noun: int) -> bool:
    """Whether the noun at a token names what flies: an aircraft, an "aerial target", a type with a number."""
    word = lemma(parsed.lower[noun], "noun")
    if word in NOUNS or TYPE.fullmatch(_compound(parsed, noun)):
        return True
    return word in THINGS and any(parsed.lower[at] in ADJECTIVES for at in range(max(0, noun - NEAR), noun))


def _compound(parsed: Parsed, noun: int) -> str:
    """The word of a token as printed, with what a hyphen joins before and behind it."""
    first = last = noun
    while first and last - first < NEAR and parsed.ends[first - 1] == parsed.starts[first]:
        first -= 1
    while last + 1 < len(parsed) and last - first < NEAR and parsed.words[last + 1][0] in "-0123456789":
        if parsed.ends[last] != parsed.starts[last + 1]:
            break
        last += 1
    return "".join(parsed.words[first : last + 1])
