"""Cuts a content into words, each with its dictionary forms, and says which of them carry its meaning.

Stands alone because words, marks of negation and opposites are all looked up by the same forms.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from sayso.lexicon import either, table, words
from sayso.link.actors.names import folded, particles
from sayso.link.actors.places import country
from sayso.parse import lemma
from sayso.parse.meaning import pieces, telling
from sayso.resolve.terms import is_title

if TYPE_CHECKING:
    from sayso.parse.meaning import Vector

_TOKEN = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W_]+(?:[’'.-][^\W_]+)*|[.,;:!?–—]|n['’]t")
_NOT = re.compile(r"(?i)\b(can)not\b|\b(\w+?)n['’]t\b")
_OTHER: dict[str, str] = table("function_words")["contractions"]["stems"]
_FULL: dict[str, str] = table("function_words")["contractions"]["endings"]
_SHORT = re.compile(rf"(?i)['’]({either(_FULL)})\b")


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """One word of a content: as printed, in lower case, its dictionary forms, and whether it carries meaning.

    `stop`: it is a mark that parts clauses. `capital`: it may be part of a name, `everyday` where it is a dictionary
    word too; `parts` are its words as names are compared. `sense` is its unit vector, `weight` how much it tells.
    """

    raw: str
    low: str
    forms: frozenset[str]
    telling: bool
    stop: bool
    capital: bool
    everyday: bool
    parts: tuple[str, ...]
    sense: Vector
    weight: float


def cut(text: str) -> tuple[Word, ...]:
    """The words and the clause marks of `text`, "n't" and "cannot" as "not"."""
    plain = _SHORT.sub(lambda match: f" {_FULL[match[1].lower()]}", _NOT.sub(_spelt_out, text))
    return tuple(_word(match.group()) for match in _TOKEN.finditer(plain))


def _spelt_out(match: re.Match[str]) -> str:
    verb = match[1] or match[2]
    return f"{_OTHER.get(verb.lower(), verb)} not"


@lru_cache(maxsize=100_000)
def _word(raw: str) -> Word:
    low = raw.lower().replace("’", "'").removesuffix("'s").strip("'.") or raw
    upper = raw[0].isupper()
    capital = upper and len(low) > 1 and low not in _never() and not is_title(raw)
    vector, weight = sense(country(low) if upper else low)
    return Word(
        raw,
        low,
        forms(low),
        telling=low[:1].isalnum() and low not in words("comparing", "small", "words"),
        stop=not raw[0].isalnum(),
        capital=capital,
        everyday=not capital or dictionary(low),
        parts=tuple(part for part in folded(low).split() if part not in particles()),
        sense=vector,
        weight=weight,
    )


@cache
def _never() -> frozenset[str]:
    """Words with a capital that name nobody and no place."""
    dates = table("dates")
    return frozenset({"i", *dates["weekdays"], *dates["months"]})


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
