"""Finds where in a page's stream the named paragraphs stand, in article order and without a guess.

Stands alone because the same words may stand on a page many times, and choosing among them is a question of its own.
"""

from __future__ import annotations

import bisect
import html
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from sayso.clean.html.stream import BREAK, MARKUP, squeezed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.clean.html.named import Named, ParagraphKind
    from sayso.clean.html.stream import Stream

MOST_PLACES = 60
"""How many occurrences of one paragraph are weighed: more is a word, not a paragraph."""

_GLUED, _SKIPPED, _TELLING, _NEARLY = 40, 200, 20, 0.95
"""For a paragraph of so much ink: how much may be passed over before a block of so much, and the share to be found."""

_WHOLE = 2
"""The fit of an occurrence that begins and ends where a block does."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph at characters ``[start, end)`` of the stream's text."""

    start: int
    end: int
    kind: ParagraphKind


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A paragraph that is not in the page as named, or not in this order, and which of the two."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An occurrence of paragraph `index` at ``[start, end)`` of the ink, and how well its edges fit (0 to 2)."""

    index: int
    start: int
    end: int
    fit: int


def place(stream: Stream, paragraphs: Sequence[Named]) -> tuple[list[Placed], list[Unplaced]]:
    """Where the paragraphs stand, in page order: the rising choice of occurrences that places most ink.

    Of equal choices it is the one with least between its parts. A paragraph that the extractor moved is placed where it
    stands if that is one place only; one that it names twice and the page has once is there already.
    """
    ink, at = stream.ink
    wanted = [_forms(paragraph.text) for paragraph in paragraphs]
    candidates = _options(stream, wanted)
    chosen = _rising(candidates, len(ink))
    taken = sorted((spot.start, spot.end) for spot in chosen.values())
    unplaced: list[Unplaced] = []
    glued: list[tuple[int, int, int]] = []
    for index, paragraph in enumerate(paragraphs):
        if index in chosen or not wanted[index]:
            continue
        free = [spot for spot in candidates[index] if not _meets(taken, spot)]
        if len(free) == 1:
            chosen[index] = free[0]
            bisect.insort(taken, (free[0].start, free[0].end))
        elif not candidates[index] and (runs := _unglued(stream, wanted[index][0], taken)):
            glued.extend((start, end, index) for start, end in runs)
            taken = sorted([*taken, *runs])
        elif free or not candidates[index]:
            why = "stands at several places out of order" if free else "does not stand in the page as one run"
            unplaced.append(Unplaced(" ".join(paragraph.text.split()), why))
    found = sorted([*glued, *((spot.start, spot.end, index) for index, spot in chosen.items())])
    placed = [Placed(int(at[start]), int(at[end - 1]) + 1, paragraphs[index].kind) for start, end, index in found]
    return placed, unplaced


def blocks(stream: Stream) -> list[Placed]:
    """Every block of the page that holds text, for a page in which no article is found."""
    _, at = stream.ink
    return [Placed(int(at[start]), int(at[end - 1]) + 1, "body") for start, end in _blocks(stream)]


def _blocks(stream: Stream) -> list[tuple[int, int]]:
    """The blocks as ranges of the ink."""
    _, at = stream.ink
    if not len(at):
        return []
    breaks = np.flatnonzero(stream.points == ord(BREAK))
    owner = np.searchsorted(breaks[stream.written[breaks] == MARKUP], at)
    first = np.flatnonzero(np.append(True, owner[1:] != owner[:-1]))
    return list(zip(first.tolist(), [*first[1:].tolist(), len(at)], strict=True))


def _unglued(stream: Stream, form: str, taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The blocks that a long paragraph was glued together from, if nearly all of it is free blocks in their order."""
    if len(form) < _GLUED:
        return []
    ink, _ = stream.ink
    runs: list[tuple[int, int]] = []
    at = covered = 0
    for start, end in _blocks(stream):
        block = ink[start:end]
        spot = form.find(block, at, at + len(block) + (_SKIPPED if len(block) >= _TELLING else 0))
        if spot >= 0 and not _meets(taken, _Candidate(0, start, end, 0)):
            runs.append((start, end))
            at = spot + len(block)
            covered += len(block)
    return runs if covered >= _NEARLY * len(form) else []


def _meets(taken: list[tuple[int, int]], spot: _Candidate) -> bool:
    """Whether the occurrence shares ink with a placed paragraph; `taken` is in order and its ranges lie apart."""
    at = bisect.bisect_left(taken, (spot.end, 0))
    return at > 0 and taken[at - 1][1] > spot.start


def _forms(text: str) -> list[str]:
    """The paragraph's ink as named and, where that differs, as it may be written in the page."""
    forms = (text, html.unescape(text), unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text))
    return [form for form in dict.fromkeys(map(squeezed, forms)) if form]


def _options(stream: Stream, wanted: Sequence[Sequence[str]]) -> list[list[_Candidate]]:
    """For each wanted paragraph the occurrences that it may be; one wanted several times has them shared out in order.

    Of `named` copies of one paragraph that occurs `places` times, the k-th can only be one of those that leave enough
    for the copies before and after it.
    """
    by_form: dict[tuple[str, ...], list[int]] = {}
    for index, forms in enumerate(wanted):
        by_form.setdefault(tuple(forms), []).append(index)
    options: list[list[_Candidate]] = [[] for _ in wanted]
    for forms, indexes in by_form.items():
        found = _occurrences(stream, forms, MOST_PLACES + len(indexes))
        spare = len(found) - len(indexes)
        for rank, index in enumerate(indexes):
            first, last = (rank, rank + spare) if spare >= 0 else (rank + spare, rank)
            shared = found[max(0, first) : min(last, max(0, first) + MOST_PLACES) + 1]
            options[index] = [_Candidate(index, *spot) for spot in shared]
    return options


def _occurrences(stream: Stream, forms: Sequence[str], most: int) -> list[tuple[int, int, int]]:
    """Ink from, to, and the fit of the edges: all of them if one is a whole block, else only the best there are."""
    for form in forms:
        found = _found(stream, form, most)
        if found:
            best = max(fit for _, _, fit in found)
            return found if best == _WHOLE else [spot for spot in found if spot[2] == best]
    return []


def _found(stream: Stream, form: str, most: int) -> list[tuple[int, int, int]]:
    ink, at = stream.ink
    found: list[tuple[int, int, int]] = []
    start = ink.find(form)
    while start >= 0 and len(found) < most:
        end = start + len(form)
        before = stream.text[at[start - 1] + 1 : at[start]] if start else BREAK
        after = stream.text[at[end - 1] + 1 : at[end]] if end < len(ink) else BREAK
        found.append((start, end, min(_edge(before), _edge(after))))
        start = ink.find(form, start + 1)
    return found


def _edge(between: str) -> int:
    return _WHOLE if BREAK in between else 1 if between else 0


def _rising(candidates: list[list[_Candidate]], size: int) -> dict[int, _Candidate]:
    """The best chain of occurrences, each after the end of the one before.

    An occurrence is worth its ink, a little more where its edges fit; the way between two costs less than any ink. Best
    values are kept by end in a list that rises in both, so the whole is done in n log n.
    """
    worth = 4 * (size + 1)
    ends: list[int] = [0]
    values: list[int] = [0]
    last: list[int] = [-1]
    chain: list[tuple[_Candidate, int]] = []
    for options in candidates:
        made: list[tuple[int, int, int]] = []
        for option in options:
            before = bisect.bisect_right(ends, option.start) - 1
            gap = option.start - ends[before] if last[before] >= 0 else 0
            gained = (option.end - option.start) * worth + option.fit * (size + 1)
            made.append((option.end, values[before] - gap + gained, len(chain)))
            chain.append((option, last[before]))
        for end, value, node in made:
            _keep(ends, values, last, end, value, node)
    node = last[-1]
    chosen: dict[int, _Candidate] = {}
    while node >= 0:
        option, node = chain[node]
        chosen[option.index] = option
    return chosen


def _keep(ends: list[int], values: list[int], last: list[int], end: int, value: int, node: int) -> None:
    """Adds a chain that ends at `end` unless an earlier end is worth as much, and drops later ends worth no more."""
    at = bisect.bisect_right(ends, end)
    if at and values[at - 1] >= value:
        return
    first = bisect.bisect_left(ends, end)
    stop = first
    while stop < len(ends) and values[stop] <= value:
        stop += 1
    ends[first:stop] = [end]
    values[first:stop] = [value]
    last[first:stop] = [node]
