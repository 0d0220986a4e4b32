"""Lays two passages side by side for a network that reads both together, each with an expression in it hidden.

Stands alone because every such network sees them in one way, in training and at work: they begin with the reader's
embedding, and are told of each piece whose it is and whether it stands for what is hidden. Pairs are read one at a
time, so that what is said of one depends on no other.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sayso.model import Span
from sayso.parse.encoder.engine import session
from sayso.parse.encoder.pieces import piece_id, printed
from sayso.parse.meaning import tokenizer

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float32]

LONGEST = 48
"""Word pieces of a passage that are read: its first ones, or those around what is hidden."""
BEFORE = 28
"""Of these, so many at most before what is hidden."""


class Passage(NamedTuple):
    """A passage's text, and where in it the expression to hide stands, if there is one."""

    text: str
    hidden: Span | None = None


class Laid(NamedTuple):
    """Pieces of two passages with what stands before, between and after them.

    `sides`: 0 for the first passage's pieces, 1 for the second's; 2 and 3 for what is hidden in each.
    """

    ids: Ints
    kinds: Ints
    sides: Ints


def laid(one: Passage, other: Passage) -> Laid:
    """Two passages side by side."""
    ours, theirs = _pieces(one), _pieces(other)
    first, last = _ends()
    ids, kinds = (
        np.concatenate([[start], left, [end], right, [end]]).astype(np.int64)
        for left, right, start, end in ((ours[0], theirs[0], first, last), (ours[1], theirs[1], 0, 0))
    )
    sides = np.concatenate([[0], 2 * ours[2], [0], 1 + 2 * theirs[2], [1]]).astype(np.int64)
    return Laid(ids, kinds, sides)


def answer(graph: str, one: Passage, other: Passage) -> Floats:
    """What a network says of two passages, as it gives it; `graph` is the name of its file."""
    both = laid(one, other)
    states = session("embedding.onnx").run(None, {"ids": both.ids, "kinds": both.kinds})[0]
    found: Floats = np.asarray(session(graph).run(None, {"states": states, "sides": both.sides})[0])
    return found


@lru_cache(maxsize=2_000)
def _pieces(passage: Passage) -> tuple[Ints, Ints, Ints]:
    """The pieces of one passage that are read, their kinds, and which one stands for what is hidden."""
    text, hidden = passage
    found = printed(text, [Span(0, len(text))], tokenizer())
    ids, kinds = found.ids.astype(np.int64), found.kinds.astype(np.int64)
    marks = np.zeros(len(ids), dtype=np.int64)
    if hidden is not None:
        inside = (found.starts < hidden.end) & (found.ends > hidden.start)
        if inside.any():
            at = int(inside.argmax())
            kept = ~inside
            kept[at] = True
            ids[at], kinds[at], marks[at] = piece_id(tokenizer(), "[MASK]"), 0, 1
            ids, kinds, marks = ids[kept], kinds[kept], marks[kept]
    start = max(0, min(int(marks.argmax()) - BEFORE, len(ids) - LONGEST)) if marks.any() else 0
    return ids[start : start + LONGEST], kinds[start : start + LONGEST], marks[start : start + LONGEST]


@cache
def _ends() -> tuple[int, int]:
    """The pieces before, between and after the passages."""
    return piece_id(tokenizer(), "[CLS]"), piece_id(tokenizer(), "[SEP]")
