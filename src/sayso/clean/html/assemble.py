"""Writes the text of the article from the page's own characters, with the bytes of every stretch.

Stands alone because this is where the promise is kept that no printed word was typed by us.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from sayso.model import Span, Stretch
from sayso.stages import Paragraph

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from sayso.clean.html.placing import Placed
    from sayso.clean.html.stream import Stream
    from sayso.read.bytemap import ByteMap

    Ints = NDArray[np.int64]

APART = "\n\n"
"""What stands between two paragraphs that are no cells of one table."""

_LITERAL, _REFERENCE, _SPACE = 0, 1, 2
_HOW = ("literal", "reference", "space")
_DROPPED, _BLANK = 0, 32


@dataclass(frozen=True, slots=True)
class Assembled:
    """The text, the stretches that tile it (bytes of the original), and its paragraphs."""

    text: str
    origin: tuple[Stretch, ...]
    paragraphs: tuple[Paragraph, ...]


def assemble(
    stream: Stream, placed: Sequence[Placed], bytes_of: ByteMap, between: Mapping[int, str] | None = None
) -> Assembled:
    """The article's text: the placed paragraphs with a blank line between them, white space runs as one blank.

    `between` says what stands before some of them (by number) in place of the blank line. Each placed paragraph begins
    and ends with a character that prints, so that no run of white space crosses its edges.
    """
    if not placed:
        return Assembled("", (), ())
    index = np.concatenate([np.arange(spot.start, spot.end) for spot in placed])
    owner = np.repeat(np.arange(len(placed)), [spot.end - spot.start for spot in placed])
    kept = stream.points[index] != _DROPPED
    index, owner = index[kept], owner[kept]
    space = _changed_space(stream, index)
    runs_end = np.flatnonzero(space & ~np.append(space[1:], False))
    shown = ~(space & np.append(False, space[:-1]))
    where, owner = index[shown], owner[shown]
    how = np.where(space[shown], _SPACE, stream.written[where])
    points = np.where(how == _SPACE, _BLANK, stream.points[where])
    starts, ends = stream.starts[where], stream.ends[where]
    ends[how == _SPACE] = stream.ends[index[runs_end]]
    edges = np.searchsorted(owner, np.arange(len(placed) + 1)).tolist()
    whole = points.astype("<u4").tobytes().decode("utf-32-le")
    texts = [whole[a:b] for a, b in pairwise(edges)]
    apart = ["", *((between or {}).get(rank, APART) for rank in range(1, len(placed)))]
    moved = np.cumsum([len(mark) for mark in apart])
    paragraphs = tuple(
        Paragraph(Span(a + by, b + by), spot.kind)
        for by, spot, (a, b) in zip(moved.tolist(), placed, pairwise(edges), strict=True)
    )
    text = "".join(mark + words for mark, words in zip(apart, texts, strict=True))
    return Assembled(text, _stretches(how, starts, ends, owner, moved, bytes_of), paragraphs)


def _changed_space(stream: Stream, index: Ints) -> NDArray[np.bool_]:
    """For each character of the stream at `index` whether it is white space other than a lone blank."""
    space = stream.space[index]
    alone = ~(np.append(False, space[:-1]) | np.append(space[1:], False))
    blank = (stream.points[index] == _BLANK) & (stream.written[index] == _LITERAL)
    changed: NDArray[np.bool_] = space & ~(alone & blank)
    return changed


def _stretches(
    how: Ints, starts: Ints, ends: Ints, owner: Ints, moved_by: Ints, bytes_of: ByteMap
) -> tuple[Stretch, ...]:
    """Runs of characters that follow each other in the page as in the text; a reference or space is a row by itself."""
    literal = how == _LITERAL
    same = literal[1:] & literal[:-1] & (starts[1:] == ends[:-1])
    pair = (how[1:] == _REFERENCE) & (how[:-1] == _REFERENCE) & (starts[1:] == starts[:-1])
    alike = (same | pair) & (owner[1:] == owner[:-1])
    begins = np.flatnonzero(np.append(True, ~alike))
    stops = np.append(begins[1:], len(how)) - 1
    moved = moved_by[owner[begins]]
    columns = (
        begins + moved,
        stops + 1 + moved,
        bytes_of.bytes_at(starts[begins]),
        bytes_of.bytes_at(ends[stops]),
        how[begins],
        owner[begins],
    )
    rows: list[Stretch] = []
    last = 0
    for text_start, text_end, first, end, kind, paragraph in zip(*(column.tolist() for column in columns), strict=True):
        if paragraph != last:
            before = rows[-1]
            rows.append(Stretch(before.text_end, text_start, before.byte_end, first, _HOW[_SPACE]))
            last = paragraph
        rows.append(Stretch(text_start, text_end, first, end, _HOW[kind]))
    return tuple(rows)
