"""Joins the readable text of a page into one string that knows where in the page each of its characters stands.

Stands alone because finding the article and writing its text both work on this string and on no tree.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from sayso.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from sayso.clean.html.tokens import Piece

    Ints = NDArray[np.int64]

BREAK = "\n"
"""What stands in the stream for a tag that begins or ends a block, and for a line break."""


LITERAL, REFERENCE, MARKUP = 0, 1, 2
_LOST = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True)
class Stream:
    """The text of a page in page order, without scripts and styles.

    `starts` and `ends`: for each character the code points ``[start, end)`` of the page that it was written with.
    `written`: 0 for a character that stands there itself, 1 for one of a reference, 2 for a break made of markup.
    """

    text: str
    starts: Ints
    ends: Ints
    written: NDArray[np.int8]

    @cached_property
    def ink(self) -> tuple[str, Ints]:
        """The text as `squeezed` leaves it, and where each character that is left stands in `text`."""
        kept = ~np.isin(self.points, _points_of(char for char in set(self.text) if not squeezed(char)))
        return self.points[kept].tobytes().decode("utf-32-le"), np.flatnonzero(kept)

    @cached_property
    def points(self) -> NDArray[np.uint32]:
        """The characters as the numbers of their code points."""
        return np.frombuffer(self.text.encode("utf-32-le", "replace"), dtype="<u4")

    @cached_property
    def space(self) -> NDArray[np.bool_]:
        """For each character whether it is white space."""
        return np.isin(self.points, _points_of(char for char in set(self.text) if char.isspace()))


def squeezed(text: str) -> str:
    """`text` without white space, control and format characters, and U+FFFD: what two readers of one page agree on."""
    joined = "".join(text.split())
    if joined.isprintable() and _LOST not in joined:
        return joined
    return "".join(char for char in joined if char.isprintable() and char != _LOST)


def _points_of(chars: Iterable[str]) -> NDArray[np.uint32]:
    return np.fromiter(map(ord, chars), dtype=np.uint32)


def stream_of(parts: Iterable[Piece]) -> Stream:
    """The stream of a page's pieces."""
    lexicon = table("html_elements")
    unread, blocks = frozenset(lexicon["unread"]["names"]), frozenset(lexicon["blocks"]["names"])
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    written: list[int] = []
    inside: str | None = None
    for kind, start, end, text, _ in parts:
        if inside is not None:
            inside = None if kind == "close" and text == inside else inside
            continue
        if kind in ("text", "reference"):
            texts.append(text)
            written.append(REFERENCE if kind == "reference" else LITERAL)
        elif text in blocks:
            texts.append(BREAK)
            written.append(MARKUP)
        else:
            inside = text if kind == "open" and text in unread else None
            continue
        starts.append(start)
        ends.append(end)
    return _spread(texts, starts, ends, written)


def _spread(texts: list[str], starts: list[int], ends: list[int], written: list[int]) -> Stream:
    """The stream of runs of text: literal runs go character by character, the others stand whole for each character."""
    lengths = np.array([len(text) for text in texts], dtype=np.int64)
    how = np.repeat(np.array(written, dtype=np.int8), lengths)
    first = np.repeat(np.array(starts, dtype=np.int64), lengths)
    last = np.repeat(np.array(ends, dtype=np.int64), lengths)
    inner = np.arange(len(how)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    literal = how == LITERAL
    first = np.where(literal, first + inner, first)
    last = np.where(literal, first + 1, last)
    return Stream("".join(texts), first, last, how)
