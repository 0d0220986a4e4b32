"""Counts what one outlet repeats on its pages, so that furniture which cleaning left in the text proves no copying.

Stands alone because it is the only thing about a pair that depends on other reports: on those of the same outlet.

A shingle is furniture of an outlet once it stands on `PAGES` of its pages that differ otherwise. Pages differ where a
sketch does: ten versions of one story share nearly everything and count as one or two. Pages whose sketch lies in the
furniture itself count as one too, so furniture as long as the report takes about twice the pages to be known. A shingle
never stops being furniture, so that the order in which reports come makes no difference.

To be stored per outlet and sampled shingle: the sketches of its pages, up to `PAGES` each, or that it is furniture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sayso.link.shingles import SIZE

if TYPE_CHECKING:
    from collections.abc import Collection

    from numpy.typing import NDArray

    from sayso.link.shingles import Fingerprint

PAGES = 8


class Furniture:
    """What each outlet repeats, known by sampled shingles."""

    def __init__(self, pages: int = PAGES) -> None:
        self._pages = pages
        self._once: dict[tuple[str, int], tuple[int, ...]] = {}
        self._often: dict[tuple[str, int], tuple[frozenset[int], ...]] = {}
        self._furniture: dict[str, set[int]] = {}

    def add(self, outlet: str, print_: Fingerprint) -> list[int]:
        """Counts a page; gives the shingles that are furniture from now on."""
        known = self._furniture.setdefault(outlet, set())
        sketches = print_.sketches
        return [value for value in set(print_.sample) if value not in known and self._count(outlet, value, sketches)]

    def _count(self, outlet: str, value: int, sketches: tuple[int, ...]) -> bool:
        at = (outlet, value)
        first = self._once.setdefault(at, sketches)
        if first == sketches:
            return False
        before = self._often.get(at) or tuple(frozenset((sketch,)) for sketch in first)
        seen = tuple(known | {sketch} for known, sketch in zip(before, sketches, strict=True))
        if max(map(len, seen)) < self._pages:
            self._often[at] = seen
            return False
        self._often.pop(at, None)
        self._furniture[outlet].add(value)
        return True

    def of(self, outlet: str, print_: Fingerprint) -> frozenset[int]:
        """The sampled shingles of a text that are furniture of an outlet."""
        return frozenset(self._furniture.get(outlet, set()).intersection(print_.sample))


def marked(print_: Fingerprint, furniture: Collection[int]) -> NDArray[np.bool_]:
    """The words of a text that the `furniture` shingles cover."""
    covered = np.zeros(len(print_), np.bool_)
    for value, place in zip(print_.sample, print_.places.tolist(), strict=True):
        if value in furniture:
            covered[place : place + SIZE] = True
    return covered
