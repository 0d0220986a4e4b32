"""Says how much it means that two reports share a word: much for a rare one, next to nothing for one of every report.

Stands alone because every rule weighs what is shared in the same way.
"""

from __future__ import annotations

from functools import lru_cache
from math import fsum, inf
from typing import TYPE_CHECKING

from sayso.check.counting import stem
from sayso.link.events.terms import FLOOR, rarity
from sayso.link.misfits.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Weights = dict[str, float]

_COMMON = 1.2


@lru_cache(maxsize=100_000)
def weight(word: str) -> float:
    """What sharing a word adds: 0 for what every third report has, 1 for what next to none has."""
    return max(0.0, (rarity(word) - _COMMON) / (FLOOR - _COMMON))


def weights(tokens: Iterable[str]) -> Weights:
    """The weight of each stem and folded name of a report: that of the commonest word that it prints it as."""
    found: Weights = {}
    for own, *names in map(_compared, tokens):
        for made in names:
            if own < found.get(made, inf):
                found[made] = own
    return found


@lru_cache(maxsize=100_000)
def _compared(token: str) -> tuple[float, str, str]:
    """What a word weighs, and as what it is compared."""
    return weight(token), stem(token), fold(token)


def shared_weight(words: Iterable[str], one: Mapping[str, float], two: Mapping[str, float]) -> float:
    """What sharing these stems adds between two reports; exact, as sets have no order."""
    return fsum(min(one.get(word, 0.0), two.get(word, 0.0)) for word in words)
