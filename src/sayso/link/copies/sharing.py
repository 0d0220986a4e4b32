"""Compares two fingerprints: which words they share in runs, how much of the shorter text that is, and what it makes.

Stands alone because it is the decision itself: exact, by containment, from two texts and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np

from sayso.link.copies.shingles import SIZE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from sayso.link.copies.shingles import Fingerprint

    Mask = NDArray[np.bool_]
    Sums = NDArray[np.int32]

Kind = Literal["copy", "excerpt", "passage"]

COPY, EXCERPT, PASSAGE = 0.8, 0.3, 0.05
"""Shares of the shorter text, furniture aside."""
TOLD = 0.1
"""The share of the words outside quotations that an excerpt needs."""
FEWEST_WORDS = 20
"""Shared words outside quotations fewer than this prove nothing."""
_MOST_PLACES = 32


class Run(NamedTuple):
    """Words in a row that stand in both texts: where they begin in each, and how many they are."""

    a: int
    b: int
    length: int


@dataclass(frozen=True, slots=True)
class Sharing:
    """What two texts share: the kind, the share of the shorter, each side's share, and the words that are evidence.

    Shares count all words, quotations with them; `words` and `told`, its share of the shorter, leave quotations out.
    `covered_a` and `covered_b` are stretches of words ``[first, last)`` that stand in the other text, in order.
    """

    kind: Kind
    containment: float
    share_a: float
    share_b: float
    words: int
    told: float
    covered_a: tuple[tuple[int, int], ...]
    covered_b: tuple[tuple[int, int], ...]

    def turned(self) -> Sharing:
        """The same seen from the other text."""
        return replace(
            self, share_a=self.share_b, share_b=self.share_a, covered_a=self.covered_b, covered_b=self.covered_a
        )


@dataclass(frozen=True, slots=True)
class Side:
    """One text in a comparison: which of its words are told by itself, and which are part of the report at all.

    `whole` leaves furniture out, `own` also quotations. Both are sums up to each word: a stretch costs two looks.
    """

    print: Fingerprint
    whole: Sums
    own: Sums


def side(print_: Fingerprint, furniture: Mask | None = None) -> Side:
    """A text prepared for comparing; `furniture` marks the words that its outlet prints on every page."""
    size = len(print_)
    kept = np.ones(size, np.bool_) if furniture is None else ~furniture
    return Side(print_, _sums(kept), _sums(print_.own & kept))


def _sums(mask: Mask) -> Sums:
    return np.concatenate((np.zeros(1, np.int32), np.cumsum(mask, dtype=np.int32)))


def compare(a: Side, b: Side) -> Sharing | None:
    """What two texts share, or null where it is too little to speak of."""
    shorter = min(int(a.own[-1]), int(b.own[-1]))
    if shorter < FEWEST_WORDS:
        return None
    first = _covered(a, b.print)
    words = _count(a.own, first, SIZE)
    if words < FEWEST_WORDS:
        return None
    second = _covered(b, a.print)
    words = min(words, _count(b.own, second, SIZE))
    told = words / shorter
    if words < FEWEST_WORDS or told < PASSAGE:
        return None
    whole_a, whole_b = _count(a.whole, first), _count(b.whole, second)
    size_a, size_b = int(a.whole[-1]), int(b.whole[-1])
    share_a, share_b = whole_a / size_a, whole_b / size_b
    containment = max(share_a, share_b) if size_a == size_b else share_a if size_a < size_b else share_b
    return Sharing(
        kind=_kind(containment, told),
        containment=containment,
        share_a=share_a,
        share_b=share_b,
        words=words,
        told=told,
        covered_a=first,
        covered_b=second,
    )


def _kind(containment: float, told: float) -> Kind:
    if max(containment, told) >= COPY:
        return "copy"
    return "excerpt" if containment >= EXCERPT and told >= TOLD else "passage"


def _covered(one: Side, other: Fingerprint) -> tuple[tuple[int, int], ...]:
    """The stretches of words of `one` that stand in `other` in runs of eight, furniture left out."""
    if not len(other.ordered):
        return ()
    where = np.searchsorted(other.ordered, one.print.shingles)
    where[where == len(other.ordered)] = 0
    hits = np.flatnonzero(other.ordered[where] == one.print.shingles)
    if not len(hits):
        return ()
    breaks = np.flatnonzero(np.diff(hits) > SIZE)
    firsts = hits[np.concatenate(([0], breaks + 1))].tolist()
    lasts = (hits[np.concatenate((breaks, [len(hits) - 1]))] + SIZE).tolist()
    return tuple(zip(firsts, lasts, strict=True))


def _count(sums: Sums, stretches: tuple[tuple[int, int], ...], least: int = 1) -> int:
    """The words of the stretches that count; a stretch with fewer than `least` of them counts for nothing.

    With eight for the least, what stands between the parts of a shared quotation is no evidence.
    """
    counts = (int(sums[last] - sums[first]) for first, last in stretches)
    return sum(count for count in counts if count >= least)


def runs(a: Fingerprint, b: Fingerprint) -> tuple[Run, ...]:
    """The runs of words that stand in both texts, in the order of `a`, as long as they can be, none overlapping in `a`.

    Where a run stands several times in `b`, the place that goes on longest is taken; on a tie, the one nearest to
    the end of the run before.
    """
    standing: dict[int, list[int]] = {}
    for place, value in enumerate(b.shingles.tolist()):
        standing.setdefault(value, []).append(place)
    values, others = a.shingles.tolist(), b.shingles.tolist()
    found: list[Run] = []
    here = 0
    while here < len(values):
        places = standing.get(values[here], ())[:_MOST_PLACES]
        if not places:
            here += 1
            continue
        expected = found[-1].b + found[-1].length if found else 0
        length, _, place = max((_length(values, others, here, at), -abs(at - expected), at) for at in places)
        told = found[-1].a + found[-1].length - here if found else 0
        cut = max(0, told)
        found.append(Run(here + cut, place + cut, length + SIZE - 1 - cut))
        here += length
    return tuple(found)


def _length(values: list[int], others: list[int], here: int, place: int) -> int:
    """How many shingles in a row are the same from these two places on."""
    length = 1
    limit = min(len(values) - here, len(others) - place)
    while length < limit and values[here + length] == others[place + length]:
        length += 1
    return length
