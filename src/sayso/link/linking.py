"""Links the reports of a ledger that are not linked yet: copies first, then claims, then what does not fit.

Stands alone because it is the one place where linking has an order and a transaction. A batch is kept whole or not at
all, so that linking that was interrupted goes on where it stopped.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from sayso.link.claims.claiming import Claiming
from sayso.link.copies.index import CopyIndex
from sayso.link.copies.kept import InLedger
from sayso.link.misfits.comparing import Comparing
from sayso.link.twins import Twins, twin
from sayso.resolve.terms import same_medium_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.ledger import Ledger, Links

BATCH = 64
"""Reports linked in one transaction."""


def link(ledger: Ledger, batch: int = BATCH) -> Iterator[int]:
    """Links what is not linked yet; gives the number of reports after each batch, once it is on the disk."""
    linker: _Linker | None = None
    try:
        while ledger.links().unlinked(1):
            gc.freeze()  # what is held ready stays, and looking through it for garbage would be a twentieth of linking
            with ledger.linking() as links:
                linker = linker or _Linker(ledger, links)
                linker.take(links)
                numbers = links.unlinked(batch)
                for number in numbers:
                    linker.add(number)
            yield len(numbers)
    finally:
        gc.unfreeze()


def forget(ledger: Ledger) -> None:
    """Forgets every link of a ledger, so that `link` makes all of them again."""
    with ledger.linking() as links:
        links.clear()


class _Linker:
    """One run: what is held ready from report to report."""

    def __init__(self, ledger: Ledger, links: Links) -> None:
        self._ledger = ledger
        self._numbers: dict[int, int] = {}
        self._kept = InLedger(links, self._numbers.__getitem__)
        self._copies = CopyIndex(self._kept)
        self._twins = Twins(ledger, links)
        self._claiming = Claiming(self._twins, links)
        self._comparing = Comparing(self._twins, links)

    def take(self, links: Links) -> None:
        """Goes on in another transaction."""
        self._kept.links = self._twins.links = self._claiming.blocks.links = self._comparing.blocks.links = links
        self._numbers.clear()

    def add(self, number: int) -> None:
        """Links one report; what linking cannot tell from one that is linked is only entered."""
        reading = self._ledger.numbered(number)
        outlet = reading.report.outlet
        of = self._numbers[number] = twin(reading)
        new = not self._kept.links.by_twin(of)
        self._twins.hold(of, reading)
        print_ = self._twins.telling(of).print
        self._copies.add(number, print_, same_medium_key(outlet.name) if outlet else None)
        if new:
            self._claiming.add(of)
            self._comparing.add(of)
