"""Cuts a report's words into sentences and says which sentence of one report stands, changed or not, in another.

Stands alone because it needs no parser: copies are compared by their words, and a report that was read long ago has no
parse any more.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.lexicon import table, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.link.copies.words import Words

Range = tuple[int, int]

ALIKE = 0.5
"""The share of the shorter sentence's pairs of neighbouring words that two versions of it have in common."""
_FEWEST_PAIRS = 3
_MOST_SENTENCES = 12
_BREAK = re.compile(r"[.!?…][\"”’'»)\]]*\s+(?=[\"“‘'«(\[]*[A-Z0-9])|\n[^\S\n]*\n")
_BEFORE = re.compile(r"([\w.]+)$")
_REACH = 24


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which sentence of `b` comes from which of `a`; sentences are numbered in their order.

    `kept`: word for word the same. `changed`: recognisably the same. `cut`: those of `a` that are not in `b`, `added`:
    those of `b` that are not in `a`.
    """

    kept: tuple[Range, ...]
    changed: tuple[Range, ...]
    cut: tuple[int, ...]
    added: tuple[int, ...]


def sentences(text: str, words: Words) -> tuple[Range, ...]:
    """The words ``[first, last)`` of each sentence, those without words left out."""
    ends = [match.end() for match in _BREAK.finditer(text) if not _is_abbreviation(text, match.start())]
    borders = [0, *words.starts.searchsorted(ends).tolist(), len(words)]
    return tuple((first, last) for first, last in pairwise(borders) if first < last)


def align(a: Words, of_a: Sequence[Range], b: Words, of_b: Sequence[Range]) -> Alignment:
    """How the sentences of `a` stand in `b`; the work grows with their length, not with its square."""
    ours, theirs = _Sentences.of(a, of_a), _Sentences.of(b, of_b)
    kept: list[Range] = []
    changed: list[Range] = []
    added: list[int] = []
    for at, values in enumerate(theirs.values):
        if values in ours.same:
            kept.append((_nearest(ours.same[values], at), at))
        elif (found := ours.best(theirs.pairs[at])) is not None:
            changed.append((found, at))
        else:
            added.append(at)
    met = {one for one, _ in (*kept, *changed)}
    cut = tuple(at for at, pairs in enumerate(ours.pairs) if at not in met and theirs.best(pairs) is None)
    return Alignment(tuple(kept), tuple(changed), cut, tuple(added))


@dataclass(frozen=True)
class _Sentences:
    """Sentences as they are looked up: their values, their pairs of neighbouring words, and where these stand."""

    values: list[tuple[int, ...]]
    pairs: list[set[Range]]
    same: dict[tuple[int, ...], list[int]]
    where: dict[Range, list[int]]

    @classmethod
    def of(cls, words: Words, ranges: Sequence[Range]) -> _Sentences:
        values = [tuple(words.values[first:last].tolist()) for first, last in ranges]
        made = cls(values, [set(pairwise(sentence)) for sentence in values], {}, {})
        for at, sentence in enumerate(values):
            made.same.setdefault(sentence, []).append(at)
            for pair in made.pairs[at]:
                made.where.setdefault(pair, []).append(at)
        return made

    def best(self, pairs: set[Range]) -> int | None:
        """The sentence that has most of these pairs, if it has enough of them; the earlier on a tie."""
        votes: Counter[int] = Counter()
        for pair in pairs:
            places = self.where.get(pair, ())
            if len(places) <= _MOST_SENTENCES:
                votes.update(places)
        fitting = []
        for at, count in votes.items():
            share = count / min(len(pairs), len(self.pairs[at]))
            if count >= _FEWEST_PAIRS and share >= ALIKE:
                fitting.append((share, count, -at))
        return -max(fitting)[2] if fitting else None


def _nearest(places: Sequence[int], at: int) -> int:
    return min(places, key=lambda place: (abs(place - at), place))


def _is_abbreviation(text: str, at: int) -> bool:
    """Whether the full stop at `at` ends a shortened word ("Gen.", "J.") and no sentence."""
    if text[at] != ".":
        return False
    before = _BEFORE.search(text, max(0, at - _REACH), at)
    if before is None:
        return False
    word = before[1]
    return (len(word) == 1 and word.isupper()) or word.casefold() in _abbreviations()


@cache
def _abbreviations() -> frozenset[str]:
    return words("furniture", "function", "abbreviations") | frozenset(table("titles")["abbreviations"])
