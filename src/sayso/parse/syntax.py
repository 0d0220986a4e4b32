"""Reads tags, sentences, trees and entities off the encoder's states for one section of a report.

Stands alone because it joins what single windows say into one answer for each token.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from sayso.parse.abbreviations import unended
from sayso.parse.encoder.engine import Scored, central, most_central
from sayso.parse.trees import heads as tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from sayso.parse.encoder.engine import Encoder
    from sayso.stages import Encoded, Pieces

    Indexes = NDArray[np.int64]

ROOT = "ROOT"


@dataclass(frozen=True, slots=True)
class Syntax:
    """A section's tokens: tags, heads (indexes in the section), labels, first tokens of sentences, entities.

    An entity is its first token, the one after its last, and its label.
    """

    tags: list[str]
    heads: Indexes
    deps: list[str]
    sentences: list[int]
    entities: list[tuple[int, int, str]]


@dataclass(frozen=True, slots=True)
class _Window:
    """The tokens ``[low, high)`` that one window sees whole, with their scores."""

    low: int
    high: int
    scored: Scored


def syntax(
    encoder: Encoder,
    encoded: Encoded,
    tokens: NDArray[np.int32],
    fresh: NDArray[np.bool_],
    words: Sequence[str],
) -> Syntax:
    """The syntax of `tokens` (``[start, end)`` each, in text order), which print `words`.

    `fresh` marks those that begin a paragraph.
    """
    if not len(tokens) or not len(encoded.pieces):
        none = list(range(len(tokens)))
        return Syntax(["XX"] * len(tokens), np.array(none, dtype=np.int64), [ROOT] * len(tokens), none, [])
    first, last = token_pieces(encoded.pieces, tokens)
    owner = central(len(encoded.pieces), encoded.spans)[first]
    found = [_window(encoder, encoded, number, first, last) for number in range(len(encoded.spans))]
    tags, marks = np.zeros(len(tokens), dtype=np.int64), np.zeros(len(tokens), dtype=np.int64)
    begins = fresh.copy()
    for number, window in enumerate(found):
        own = np.flatnonzero(owner[window.low : window.high] == number)
        at = own + window.low
        tags[at] = window.scored.tags[own].argmax(axis=1)
        marks[at] = window.scored.entities[own].argmax(axis=1)
        begins[at] |= window.scored.begins[own] > 0
    within = np.concatenate([[False], (np.diff(first) == 0) & encoded.pieces.whole[first[1:]]])
    begins &= ~within  # the words of one name begin no sentence of their own
    begins[0] = True
    named_tags = [encoder.names.tags[tag] for tag in tags.tolist()]
    begins[list(unended(words, named_tags, np.flatnonzero(begins).tolist()))] = False
    begins |= fresh
    heads, deps = np.zeros(len(tokens), dtype=np.int64), np.zeros(len(tokens), dtype=np.int64)
    firsts = []
    for number, low, high in _sentences(np.flatnonzero(begins).tolist(), owner, found, first, encoded):
        window = found[number]
        here = slice(low - window.low, high - window.low)
        chosen = tree(window.scored.heads[here, here])
        rows = window.scored.relations[here]
        heads[low:high] = low + chosen
        deps[low:high] = encoder.relate(rows, rows[chosen])
        firsts.append(low)
    relations = [
        ROOT if head == i else encoder.names.deps[dep]
        for i, (head, dep) in enumerate(zip(heads.tolist(), deps.tolist(), strict=True))
    ]
    named = [encoder.names.entities[mark] for mark in marks.tolist()]
    for start, end in _runs(within):
        _join(heads, relations, start, end)
        named[start + 1 : end] = [named[start].replace("B-", "I-")] * (end - start - 1)
    return Syntax(
        named_tags,
        heads,
        relations,
        firsts,
        list(_entities(named, set(firsts))),
    )


def _runs(within: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """The runs ``[start, end)`` of two and more tokens of one name, where `within` marks all but the first of each."""
    edges = [*np.flatnonzero(~within).tolist(), len(within)]
    yield from ((start, end) for start, end in pairwise(edges) if end - start > 1)


def _join(heads: Indexes, relations: list[str], start: int, end: int) -> None:
    """Makes the last token of a name of several words its head, and the others parts of it.

    What stands above the name is what stands above its highest token: above another, the tree could turn into a ring.
    """
    last = end - 1
    outward = min(range(start, end), key=lambda token: _depth(heads, token))
    head, relation = int(heads[outward]), relations[outward]
    inside = np.flatnonzero((heads >= start) & (heads < end))
    heads[inside] = last
    heads[start:last] = last
    heads[last] = last if head == outward else head
    relations[start:last] = ["compound"] * (last - start)
    relations[last] = relation


def _depth(heads: Indexes, token: int) -> int:
    """How many heads stand above a token."""
    depth = 0
    while heads[token] != token:
        token, depth = int(heads[token]), depth + 1
    return depth


def token_pieces(pieces: Pieces, tokens: NDArray[np.int32]) -> tuple[Indexes, Indexes]:
    """The first and the last piece of each token."""
    top = len(pieces) - 1
    first = np.minimum(np.searchsorted(pieces.ends, tokens[:, 0], side="right"), top)
    last = np.searchsorted(pieces.starts, tokens[:, 1], side="left") - 1
    return first.astype(np.int64), np.maximum(first, np.minimum(last, top)).astype(np.int64)


def _window(encoder: Encoder, encoded: Encoded, number: int, first: Indexes, last: Indexes) -> _Window:
    start, end = encoded.spans[number]
    low, high = np.searchsorted(first, [start, end]).tolist()
    inside = np.minimum(last[low:high], end - 1) - start + 1
    return _Window(low, high, encoder.score(encoded.hidden[number], first[low:high] - start + 1, inside))


def _sentences(
    begins: list[int], owner: Indexes, found: list[_Window], first: Indexes, encoded: Encoded
) -> Iterator[tuple[int, int, int]]:
    """Each sentence as the window that sees it best, its first token and the one after its last.

    One that no window sees whole is cut where it passes from one window to the next.
    """
    for low, high in zip(begins, [*begins[1:], len(owner)], strict=True):
        middle = most_central(int(first[low] + first[high - 1]) // 2, encoded.spans)
        for number in (middle, middle - 1, middle + 1):
            if 0 <= number < len(found) and found[number].low <= low and high <= found[number].high:
                yield number, low, high
                break
        else:
            edges = [low, *(low + 1 + np.flatnonzero(np.diff(owner[low:high]))).tolist(), high]
            for a, b in pairwise(edges):
                yield int(owner[a]), a, b


def _entities(marks: list[str], begins: set[int]) -> Iterator[tuple[int, int, str]]:
    start, label = 0, ""
    for i, mark in enumerate([*marks, "O"]):
        if label and (mark != f"I-{label}" or i in begins):
            yield start, i, label
            label = ""
        if not label and mark != "O":
            start, label = i, mark[2:]
