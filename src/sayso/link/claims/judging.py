"""Reads two statements together with a small trained network, and says how likely their words are to be one claim.

Stands alone because it alone knows the network (`training/claims.py`), which costs milliseconds a pair and is asked
only where cheaper measures leave it open.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sayso.parse.encoder.pairs import Passage, answer

if TYPE_CHECKING:
    from sayso.link.claims.statements import Statement

_CHARACTERS = 400


def judged(a: Statement, b: Statement) -> float:
    """The log-odds that two statements, each its cue and words, are one claim, whoever says them."""
    return _answer(a.said[:_CHARACTERS], b.said[:_CHARACTERS])


@lru_cache(maxsize=100_000)
def _answer(one: str, other: str) -> float:
    """The network's answer, kept because outlets print the same words again and again."""
    return float(answer("judge.onnx", Passage(one), Passage(other)))
