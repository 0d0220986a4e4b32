"""Cuts a content into words, each with its dictionary forms, and says which of them carry its meaning.

Stands alone because words, marks of negation and opposites are all looked up by the same forms.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from sayso.lexicon import table
from sayso.link.places import country
from sayso.parse import lemma
from sayso.parse.meaning import pieces, telling

if TYPE_CHECKING:
    from sayso.parse.meaning import Vector

_TOKEN = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W_]+(?:[’'.-][^\W_]+)*|[.,;:!?–—]|n['’]t")
_NOT = re.compile(r"(?i)\b(can)not\b|\b(\w+?)n['’]t\b")
_SHORT = re.compile(r"(?i)['’](m|re|ve|ll|d)\b")
_OTHER = {"ca": "can", "wo": "will", "sha": "shall"}
_FULL = {"m": " am", "re": " are", "ve": " have", "ll": " will", "d": " would"}


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a content: as printed, in lower case, its dictionary forms, and whether it carries meaning."""

    raw: str
    low: str
    forms: frozenset[str]
    telling: bool
    stop: bool
    """Whether it is a mark that parts clauses."""


def cut(text: str) -> tuple[Word, ...]:
    """The words and the clause marks of `text`, "n't" and "cannot" as "not"."""
    plain = _SHORT.sub(lambda match: _FULL[match[1].lower()], _NOT.sub(_spelt_out, text))
    return tuple(_word(match.group()) for match in _TOKEN.finditer(plain))


def _spelt_out(match: re.Match[str]) -> str:
    verb = match[1] or match[2]
    return f"{_OTHER.get(verb.lower(), verb)} not"


@lru_cache(maxsize=100_000)
def _word(raw: str) -> Word:
    low = raw.lower().replace("’", "'").removesuffix("'s").strip("'.") or raw
    return Word(raw, low, forms(low), low[:1].isalnum() and low not in _small(), not raw[0].isalnum())


@lru_cache(maxsize=100_000)
def forms(low: str) -> frozenset[str]:
    """A word and what it is a form of, whatever its part of speech."""
    return frozenset({low, lemma(low, "verb"), lemma(low, "noun"), lemma(low, "adjective")})


@lru_cache(maxsize=100_000)
def dictionary(low: str) -> bool:
    """Whether a word is one of everyday, not a name: spelt as one piece, or a form of another, and no country's."""
    return (len(forms(low)) > 1 or pieces(low) == 1) and country(low) == low and low not in _countries()


@cache
def _countries() -> frozenset[str]:
    names = table("places")["names"]
    return frozenset(names["countries"]) | frozenset(names["capitals"])


@lru_cache(maxsize=100_000)
def sense(low: str) -> tuple[Vector, float]:
    """The unit vector of a word, and how much it tells."""
    vector = np.add.reduce([telling(part) for part in low.split()])
    length = float(np.sqrt(vector @ vector))
    return (vector / np.float32(length) if length else vector), length


@cache
def _small() -> frozenset[str]:
    return frozenset(table("comparing")["small"]["words"])
