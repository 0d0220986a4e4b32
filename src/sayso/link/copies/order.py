"""Says which of two reports of a ledger was first, for all that ask: the lists of copies and of claims, and `compare`.

Stands alone because a question must have one answer wherever it is put. What was lost from one report to the other is
asked last, for it costs most, and only of reports that share text: elsewhere nothing was taken from anybody.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from sayso.link.copies.edits import edits
from sayso.link.copies.first import First, Origin, first_of_two, origin
from sayso.link.copies.retelling import telling
from sayso.link.copies.sharing import compare, side

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.ledger import Ledger
    from sayso.link.copies.edit import Edit
    from sayso.link.copies.index import CopyIndex
    from sayso.link.copies.sharing import Sharing
    from sayso.model import Reading

    Edits = tuple[tuple[Edit, ...], tuple[Edit, ...]]

_HELD = 256
_LOST = 10_000
"""Pairs of reports whose edits are held: a claim's tellings are those of many claims."""


class Order:
    """The order of the reports of one ledger, with what was found out before held ready."""

    def __init__(self, ledger: Ledger, index: CopyIndex) -> None:
        self._ledger = ledger
        self._links = ledger.links()
        self._index = index
        self._origins: dict[int, Origin] = {}
        self._reading: Callable[[int], Reading] = lru_cache(maxsize=_HELD)(ledger.numbered)
        self._changed: Callable[[int, int], Edits] = lru_cache(maxsize=_LOST)(self._edits)

    def origin(self, number: int) -> Origin:
        """What a report says of where it comes from: the same for all with one twin."""
        twin = self._links.twin_of(number)
        if twin not in self._origins:
            self._origins[twin] = origin(self._reading(number))
        return replace(self._origins[twin], report=self._ledger.name(number))

    def of_two(self, a: Origin, b: Origin) -> First:
        """Which of two reports was first."""
        return first_of_two(a, b, lambda: self._changed(self._ledger.number(a.report), self._ledger.number(b.report)))

    def shared(self, a: int, b: int) -> Sharing | None:
        """What two reports share, linked or not; null where it is too little to speak of."""
        texts = self._links.text_of(a), self._links.text_of(b)
        if texts[0] is not None and texts[1] is not None and texts[0] != texts[1]:
            return self._index.shared(texts[0], texts[1])
        return compare(*(side(telling(self._reading(number)).print) for number in (a, b)))

    def _edits(self, a: int, b: int) -> Edits:
        """What changed from the one to the other and back, where they share text."""
        if self.shared(a, b) is None:
            return (), ()
        one, other = self._reading(a), self._reading(b)
        return edits(one, other), edits(other, one)
