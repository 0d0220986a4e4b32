"""Reads two statements together with a small trained network: whether they are one claim, or one turns the other.

Stands alone because it alone knows the network (`training/claims.py`), which costs milliseconds a pair and is asked
only where cheaper measures leave it open. It begins with the reader's embedding. Pairs are read one at a time, so that
what is said of one depends on no other.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from sayso.model import Span
from sayso.parse.encoder.engine import session
from sayso.parse.encoder.pieces import piece_id, printed
from sayso.parse.meaning import tokenizer

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from sayso.link.claims.statements import Statement

    Ints = NDArray[np.int64]

LONGEST = 48
"""Word pieces of a statement that are read."""
_CHARACTERS = 400


@dataclass(frozen=True, slots=True)
class Together:
    """What is said of two statements read together, as log-odds.

    `one`: that they are one claim, whoever says them. `unturned`: that no word of the one, such as "not" or "may",
    makes another claim of what both have.
    """

    one: float
    unturned: float


def judged(a: Statement, b: Statement) -> Together:
    """What the network says of two statements, each its cue and words."""
    return _answer(a.said[:_CHARACTERS], b.said[:_CHARACTERS])


@lru_cache(maxsize=100_000)
def _answer(one: str, other: str) -> Together:
    """The network's answer, kept because outlets print the same words again and again."""
    ours, theirs = _pieces(one), _pieces(other)
    first, last = _ends()
    ids, kinds = (
        np.concatenate([[start], left, [end], right, [end]]).astype(np.int64)
        for left, right, start, end in ((ours[0], theirs[0], first, last), (ours[1], theirs[1], 0, 0))
    )
    sides = np.repeat(np.array([0, 1], dtype=np.int64), [len(ours[0]) + 2, len(theirs[0]) + 1])
    states = session("embedding.onnx").run(None, {"ids": ids, "kinds": kinds})[0]
    one_claim, unturned = session("judge.onnx").run(None, {"states": states, "sides": sides})[0].tolist()
    return Together(one_claim, unturned)


@lru_cache(maxsize=2_000)
def _pieces(text: str) -> tuple[Ints, Ints]:
    """The pieces of one statement and their kinds."""
    found = printed(text, [Span(0, len(text))], tokenizer())
    return found.ids[:LONGEST].astype(np.int64), found.kinds[:LONGEST].astype(np.int64)


@cache
def _ends() -> tuple[int, int]:
    """The pieces before, between and after the statements."""
    return piece_id(tokenizer(), "[CLS]"), piece_id(tokenizer(), "[SEP]")
