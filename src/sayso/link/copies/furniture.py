"""Counts what one outlet repeats on its pages, so that furniture which cleaning left in the text proves no copying.

Stands alone because it is the only thing about a pair that depends on other reports: on those of the same outlet.

A shingle is furniture of an outlet once it stands on `PAGES` of its pages that differ otherwise. Pages differ where a
sketch does: ten versions of one story share nearly everything and count as one or two. Pages whose sketch lies in the
furniture itself count as one too, so furniture as long as the report takes about twice the pages to be known. A shingle
never stops being furniture, so that the order in which reports come makes no difference.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import numpy as np

from sayso.link.copies.shingles import SIZE

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from numpy.typing import NDArray

    from sayso.link.copies.shingles import Fingerprint

PAGES = 8


def noted(sketches: Sequence[int]) -> bytes:
    """What is kept of a shingle that stands on one page of an outlet: its sketches."""
    return _packed([{sketch} for sketch in sketches])


def noted_again(before: bytes, sketches: Sequence[int], pages: int = PAGES) -> bytes | None:
    """What is kept once it stands on one page more; null where it is furniture from now on."""
    seen = _unpacked(before)
    for known, sketch in zip(seen, sketches, strict=True):
        known.add(sketch)
    return None if max(map(len, seen)) >= pages else _packed(seen)


def _packed(seen: Sequence[set[int]]) -> bytes:
    """For each order how many sketches, and they in turn, 16 bits each."""
    return b"".join(struct.pack(f"<B{len(known)}H", len(known), *sorted(known)) for known in seen)


def _unpacked(kept: bytes) -> list[set[int]]:
    seen: list[set[int]] = []
    at = 0
    while at < len(kept):
        seen.append(set(struct.unpack_from(f"<{kept[at]}H", kept, at + 1)))
        at += 1 + 2 * kept[at]
    return seen


def marked(print_: Fingerprint, furniture: Collection[int]) -> NDArray[np.bool_]:
    """The words of a text that the `furniture` shingles cover."""
    covered = np.zeros(len(print_), np.bool_)
    for value, place in zip(print_.sample, print_.places.tolist(), strict=True):
        if value in furniture:
            covered[place : place + SIZE] = True
    return covered
