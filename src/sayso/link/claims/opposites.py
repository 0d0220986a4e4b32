"""Finds words of two contents that exclude each other: listed pairs, and a word with and without its "un-".

Stands alone because it looks at single words; what they and the negations make of both is decided in `agreeing`.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from sayso.lexicon import table
from sayso.link.actors.senses import forms

if TYPE_CHECKING:
    from sayso.link.actors.senses import Word
    from sayso.link.claims.statements import Floats, Statement

_SAID_TOO = 0.65
"""A word is said by the other side too where that has one so near, the opposite itself left out."""
_SHORTEST = 3


def opposites(a: Statement, b: Statement, near: Floats) -> list[tuple[str, str]]:
    """Pairs of words that exclude each other, each said by one side only, and the one not in other words by both."""
    ours, theirs = _alone(a, b), _alone(b, a)
    told = {form: (word, i) for word, i in theirs for form in word.forms}
    turned = {form: (word, i) for word, i in theirs for form in _prefixed(word.forms)}
    found: dict[tuple[str, str], None] = {}
    for word, i in ours:
        against = [told[form] for form in (_against(word.forms) | _prefixed(word.forms)) & told.keys()]
        against += [turned[form] for form in word.forms & turned.keys()]
        for other, j in against:
            if word.telling and other.telling:
                if not _answered(a, i, b, j, near):
                    found[word.low, other.low] = None
            elif _one_follows(a, i, b, j):
                found[word.low, other.low] = None
    return list(found)


def _answered(a: Statement, i: int, b: Statement, j: int, near: Floats) -> bool:
    """Whether one of two opposites is said by both in other words: "killed and injured", "dead and hurt"."""
    at, there = bisect_left(a.telling, i), bisect_left(b.telling, j)
    rows = np.delete(near[at], there), np.delete(near[:, there], at)
    return any(row.size and float(row.max()) >= _SAID_TOO for row in rows)


def _one_follows(a: Statement, i: int, b: Statement, j: int) -> bool:
    """Whether the same word follows two of grammar: "before the vote", "after the vote"."""
    first = next((word.forms for word in a.words[i + 1 :] if word.telling), frozenset[str]())
    return not first.isdisjoint(next((word.forms for word in b.words[j + 1 :] if word.telling), frozenset[str]()))


def _alone(one: Statement, other: Statement) -> list[tuple[Word, int]]:
    """The words that the other side has in no form, each with its index."""
    return [(word, i) for i, word in enumerate(one.words) if not word.stop and word.forms.isdisjoint(other.forms)]


@lru_cache(maxsize=50_000)
def _against(forms: frozenset[str]) -> frozenset[str]:
    """What excludes a word."""
    found = _opposed()
    return frozenset[str]().union(*(found[form] for form in forms if form in found))


@cache
def _opposed() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for a, b in table("opposites")["pairs"]["words"]:
        found.setdefault(a, set()).add(b)
        found.setdefault(b, set()).add(a)
    return {word: frozenset(others) for word, others in found.items()}


@lru_cache(maxsize=50_000)
def _prefixed(forms: frozenset[str]) -> frozenset[str]:
    return frozenset[str]().union(*(bare(form) for form in forms))


@lru_cache(maxsize=50_000)
def bare(word: str) -> frozenset[str]:
    """The forms of a word without the prefix that turns it round, empty where it has none."""
    pairs = table("opposites")["pairs"]
    for prefix in (*pairs["prefixes"], *pairs["adjectival"]):
        rest = word.removeprefix(prefix).removeprefix("-")
        if (
            rest != word
            and len(rest) > _SHORTEST
            and (prefix in pairs["prefixes"] or rest.endswith(tuple(pairs["endings"])))
        ):
            return forms(rest) | _verb_of(rest)
    return frozenset()


def _verb_of(adjective: str) -> frozenset[str]:
    """The verb that an adjective of what can be done is made of: "forgivable", "forgive"."""
    for ending in ("able", "ible"):
        stem = adjective.removesuffix(ending)
        if stem != adjective and len(stem) >= _SHORTEST:
            return frozenset({stem, f"{stem}e", f"{stem[:-1]}y"})
    return frozenset()
