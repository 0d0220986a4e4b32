"""A weighted set of terms, and how much two of them have in common.

Stands alone because words, names and places of happenings are all likened so.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet


@dataclass(frozen=True, slots=True)
class Bag:
    """Terms with weights over nought; `length` is the square root of the sum of their squares."""

    weights: Mapping[str, float]
    length: float

    @classmethod
    def of(cls, weights: Mapping[str, float]) -> Bag:
        """A bag of these terms, those of no weight left out."""
        kept = {term: weight for term, weight in weights.items() if weight > 0}
        return cls(kept, sqrt(fsum(weight * weight for weight in kept.values())))

    def __bool__(self) -> bool:
        return bool(self.weights)

    def cosine(self, other: Bag) -> float:
        """Likeness from 0 (no term shared) to 1; 0 where one is empty."""
        whole = self.length * other.length
        return fsum(self.weights[term] * other.weights[term] for term in self.shared(other)) / whole if whole else 0.0

    def shared(self, other: Bag) -> AbstractSet[str]:
        """The terms of both."""
        return self.weights.keys() & other.weights.keys()

    def common(self, other: Bag) -> float:
        """What the shared terms weigh, each the geometric mean of its weights in both."""
        return fsum(sqrt(self.weights[term] * other.weights[term]) for term in self.shared(other))

    def heaviest(self, count: int) -> tuple[str, ...]:
        """Its terms of most weight, the first of the alphabet where they are equal."""
        return tuple(sorted(self.weights, key=lambda term: (-self.weights[term], term))[:count])
