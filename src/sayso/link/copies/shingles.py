"""Makes a report's fingerprint: a value for every eight words in a row, and the sample of them that is looked up.

Stands alone because what is sampled must depend on the text alone: a passage gives the same sample in any report.

The sample is by winnowing (Schleimer, Wilkerson and Aiken 2003): of every `WINDOW` shingles in a row the one with the
least value. Any shared run of ``SIZE + WINDOW - 1`` words outside quotations is met for sure, and as the window is no
wider than a shingle, the sampled shingles together cover every such word.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from sayso.link.copies.words import Words

    Values = NDArray[np.uint64]

SIZE = 8
"""Words in a shingle: the shortest run that is evidence of copying."""
WINDOW = 8
"""Of so many shingles in a row at least one is sampled."""
SHORT = 64
"""A text of no more shingles is sampled whole: it has few, and each counts for more."""
_OWN = SIZE // 2 + 1
_ORDERS = tuple(np.uint64(odd) for odd in (1, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F, 0xE7037ED1A0B428DB))
_FACTOR = 0x9E3779B97F4A7C15
_LOW = 0xFFFF
_LARGEST = np.uint64(0xFFFFFFFFFFFFFFFF)
_POWERS = np.array([pow(_FACTOR, SIZE - 1 - i, 1 << 64) for i in range(SIZE)], np.uint64)


@dataclass(frozen=True, eq=False)
class Fingerprint:
    """What is compared of one text; two reports with the same words and quotations have the same.

    `digest` names the text: 64 bits, signed. `shingles`: one value for each eight words in a row. `own`: one a word, as
    in `Words`. `places`: the first words of the sampled shingles, in order.
    """

    digest: int
    shingles: Values
    own: NDArray[np.bool_]
    places: NDArray[np.int32]

    @cached_property
    def sample(self) -> tuple[int, ...]:
        """The values of the sampled shingles, signed, in the order of `places`."""
        return tuple(self.shingles[self.places].view(np.int64).tolist())

    @cached_property
    def ordered(self) -> Values:
        """The shingles in the order of their values."""
        return np.sort(self.shingles)

    @cached_property
    def sketches(self) -> tuple[int, ...]:
        """The least sampled value in each of several orders, 16 bits of it (MinHash, Broder 1997).

        Versions of one page agree in most of them; pages that share furniture only, in about as many as it is of them.
        """
        if not len(self.places):
            return (0,) * len(_ORDERS)
        sampled = self.shingles[self.places]
        return tuple(int((sampled * order).min()) & _LOW for order in _ORDERS)

    def __len__(self) -> int:
        return len(self.own)


def fingerprint(words: Words, window: int = WINDOW) -> Fingerprint:
    """The fingerprint of a text's words. A text of fewer than eight words has no shingles, and is nobody's copy."""
    made = _shingles(words.values)
    digest = blake2b(words.values.tobytes() + words.own.tobytes(), digest_size=8).digest()
    return Fingerprint(int.from_bytes(digest, "big", signed=True), made, words.own, _winnow(made, words.own, window))


def _shingles(values: Values) -> Values:
    count = len(values) - SIZE + 1
    if count < 1:
        return np.zeros(0, np.uint64)
    summed = np.zeros(count, np.uint64)
    for i in range(SIZE):
        summed += values[i : i + count] * _POWERS[i]
    # The finaliser of MurmurHash3: without it the least values would favour some words.
    summed ^= summed >> np.uint64(33)
    summed *= np.uint64(0xFF51AFD7ED558CCD)
    summed ^= summed >> np.uint64(33)
    summed *= np.uint64(0xC4CEB9FE1A85EC53)
    summed ^= summed >> np.uint64(33)
    return summed


def _winnow(made: Values, own: NDArray[np.bool_], window: int) -> NDArray[np.int32]:
    """The places of the sampled shingles; those mostly within quotations are no evidence and never sampled."""
    if not len(made):
        return np.zeros(0, np.int32)
    told = np.concatenate(([0], np.cumsum(own)))
    counts = told[SIZE:] - told[:-SIZE]
    ranked = np.where(counts >= _OWN, made, _LARGEST)
    if len(ranked) <= SHORT:
        chosen = np.arange(len(ranked))
    else:
        views = np.lib.stride_tricks.sliding_window_view(ranked, window)
        least = np.argmin(views, axis=1) + np.arange(len(views))
        # The places of the least only grow from window to window; np.unique would sort them and load masked arrays.
        chosen = least[np.concatenate(([True], least[1:] != least[:-1]))]
    found: NDArray[np.int32] = chosen[ranked[chosen] != _LARGEST].astype(np.int32)
    return found
