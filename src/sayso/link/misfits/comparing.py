"""Compares a new report with those that share a key with it, and keeps what does not fit.

Stands alone because it is the part of linking that asks for misfits; what is one is `between`'s business.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sayso.ledger import MisfitRow
from sayso.link.blocks import Blocks
from sayso.link.copies.kept import hashed
from sayso.link.copies.retelling import shared_spans
from sayso.link.misfits.between import Prepared, Shared, compare, keys, prepare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sayso.ledger import Links
    from sayso.link.twins import Twins

HELD = 1_024


class Comparing:
    """One run of comparing reports."""

    def __init__(self, twins: Twins, links: Links) -> None:
        self._twins = twins
        self.blocks = Blocks(links, "reports")
        self._prepared: Callable[[int], Prepared] = lru_cache(maxsize=HELD)(self._prepare)

    def _prepare(self, of: int) -> Prepared:
        return prepare(self._twins.reading(of), self._twins.telling(of).words, self._twins.actors(of))

    def add(self, of: int) -> None:
        """Compares a twin with all that were linked before and share a key with it."""
        (met,) = self.blocks.add(of, [{hashed(key) for key in keys(self._prepared(of))}])
        self.blocks.links.put_misfits(row for other in met for row in self._misfits(of, other.twin))

    def _misfits(self, one: int, other: int) -> Iterator[MisfitRow]:
        a, b = sorted((one, other))
        in_a, in_b = shared_spans(self._twins.telling(a), self._twins.telling(b))
        found = compare(self._prepared(a), self._prepared(b), Shared(in_a, in_b))
        for place, misfit in enumerate(found.findings):
            spans = {part.report: part.spans for part in misfit.evidence}
            ours, theirs = spans.get(self._prepared(a).id, ()), spans.get(self._prepared(b).id, ())
            yield MisfitRow(a, b, place, misfit.kind, misfit.rule, misfit.severity, misfit.why, ours, theirs)
