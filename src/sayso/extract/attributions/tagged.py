"""The tagger's chances word by word: what each word is likely to be, and where spans may begin.

Stands alone because the tagger sees pieces of words, while spans are made of words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from sayso.model import Span

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from sayso.parse.encoder.engine import Floats
    from sayso.stages import Encoded

SOURCE, CUE, CONTENT = 0, 1, 2

Segment = tuple[int, int]
"""Words ``[first, last)`` that are held for one span."""


@dataclass(frozen=True, slots=True)
class Words:
    """Word by word: first and last piece, characters, chance of each role and of its beginning, paragraph."""

    first: NDArray[np.int64]
    last: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    roles: Floats
    begins: Floats
    paragraph: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.first)

    def span(self, segment: Segment) -> Span:
        """The characters of a segment."""
        return Span(int(self.starts[segment[0]]), int(self.ends[segment[1] - 1]))


def words(encoded: Encoded, tags: Floats) -> Words:
    """The section's words with the mean of the chances `tags` of their pieces."""
    pieces = encoded.pieces
    solid = np.flatnonzero(pieces.words >= 0)
    if not len(solid):
        none = np.zeros(0, dtype=np.int64)
        empty = np.zeros((0, 3), dtype=np.float32)
        return Words(none, none, none, none, empty, empty, none)
    number = pieces.words[solid]
    firsts = np.flatnonzero(np.r_[True, number[1:] != number[:-1]])
    sizes = np.diff(np.r_[firsts, len(solid)])
    mean = np.add.reduceat(tags[solid], firsts, axis=0) / sizes[:, None]
    first, last = solid[firsts], solid[firsts + sizes - 1]
    return Words(
        first=first,
        last=last,
        starts=pieces.starts[first].astype(np.int64),
        ends=pieces.ends[last].astype(np.int64),
        roles=np.stack([mean[:, 1] + mean[:, 2], mean[:, 3] + mean[:, 4], mean[:, 5] + mean[:, 6]], axis=1),
        begins=tags[first][:, [1, 3, 5]],
        paragraph=np.cumsum(pieces.words < 0, dtype=np.int64)[first],
    )
