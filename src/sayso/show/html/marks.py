"""Lays marks that may overlap over a text and cuts them at their boundaries, so that they nest.

Stands alone because this is pure arithmetic on spans: it knows nothing of what a mark means or how it looks.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sayso.model import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """One stretch of text to be marked: `rank` orders marks (lower is further out), `row` is the row it belongs to.

    `part` says what it is of that row (content, source, cue, figure ...), `style` how it looks, `label` what it says to
    those who hover or listen.
    """

    span: Span
    rank: int
    part: str
    row: str
    style: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Text ``[start, end)`` under the same marks throughout, outermost first."""

    start: int
    end: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Open:
    """The start of a mark's element; `first` where no earlier element of the same mark was closed."""

    mark: Mark
    first: bool


@dataclass(frozen=True, slots=True)
class Close:
    """The end of the innermost open element."""

    mark: Mark


@dataclass(frozen=True, slots=True)
class Words:
    """Text ``[start, end)`` to be printed."""

    start: int
    end: int


def pieces(span: Span, marks: Iterable[Mark]) -> Iterator[Piece]:
    """`span` cut wherever a mark begins or ends, each piece with its marks; those without extent are left out."""
    begins: dict[int, list[Mark]] = defaultdict(list)
    ends: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        start, end = max(mark.span.start, span.start), min(mark.span.end, span.end)
        if start < end:
            begins[start].append(mark)
            ends[end].append(mark)
    cuts = sorted({span.start, span.end, *begins, *ends})
    over: list[Mark] = []
    for start, end in pairwise(cuts):
        gone = set(map(id, ends.get(start, ())))
        if gone:
            over = [mark for mark in over if id(mark) not in gone]
        if start in begins:
            over = sorted([*over, *begins[start]], key=_outermost_first)
        yield Piece(start, end, tuple(over))


def _outermost_first(mark: Mark) -> tuple[int, int, int, str, str]:
    return mark.rank, mark.span.start - mark.span.end, mark.span.start, mark.row, mark.part


def nested(span: Span, marks: Sequence[Mark], seen: set[Mark] | None = None) -> Iterator[Open | Close | Words]:
    """The text of `span` as properly nested openings, words and closings.

    `seen` holds the marks opened so far and is added to, so that a mark cut in several is `first` but once in a report.
    """
    seen = set() if seen is None else seen
    stack: list[Mark] = []
    for piece in pieces(span, marks):
        kept = _shared(stack, piece.marks)
        while len(stack) > kept:
            yield Close(stack.pop())
        for mark in piece.marks[kept:]:
            yield Open(mark, first=mark not in seen)
            seen.add(mark)
            stack.append(mark)
        yield Words(piece.start, piece.end)
    while stack:
        yield Close(stack.pop())


def _shared(stack: Sequence[Mark], marks: Sequence[Mark]) -> int:
    """How many marks, from the outermost, the two have in common."""
    count = 0
    for one, other in zip(stack, marks, strict=False):
        if one is not other:
            break
        count += 1
    return count
