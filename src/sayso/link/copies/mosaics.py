"""Finds reports that are put together from passages of several others, none of which they copy whole.

Stands alone because it is derived: it looks at the pairs of one report together, where a pair is judged by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.link.copies.sharing import COPY, FEWEST_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.link.copies.sharing import Sharing

MOSAIC = 0.5
"""The share of a report that its sources must make up together."""
_FEWEST_SOURCES = 2


@dataclass(frozen=True, slots=True)
class Mosaic:
    """A report's sources (digests of their texts), those that give most first, and the share that all give together."""

    sources: tuple[int, ...]
    share: float


def mosaic(size: int, partners: Iterable[tuple[int, Sharing]]) -> Mosaic | None:
    """The mosaic that a text of `size` words is, or null; `partners` are texts that it may have been taken from.

    The caller leaves out what is known to be later: the source of two excerpts is no mosaic of them. What stands in it
    nearly whole may be a copy of it, and a second copy of one source adds nothing: neither is named.
    """
    left: dict[int, set[int]] = {}
    for digest, sharing in partners:
        if sharing.share_a >= COPY:
            return None
        if sharing.share_b >= COPY:
            continue
        left[digest] = {word for first, last in sharing.covered_a for word in range(first, last)}
    sources: list[int] = []
    covered: set[int] = set()
    while left:
        best = max(sorted(left), key=lambda digest: len(left[digest] - covered))
        gain = left.pop(best) - covered
        if len(gain) < FEWEST_WORDS:
            break
        sources.append(best)
        covered |= gain
    if len(sources) < _FEWEST_SOURCES or len(covered) < MOSAIC * size:
        return None
    return Mosaic(tuple(sources), len(covered) / size)


def merged(stretches: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Stretches of words in order, those that meet or touch made one."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(stretches):
        if found and first <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], last)
        else:
            found.append((first, last))
    return tuple(found)
