"""Brings together what may belong together: items under their keys, with a bound on how many each item meets.

Stands alone because claims and reports are met in one and the same way, and what is met must not depend on the order
in which reports came.

A key under which more than `MOST` items stand is common: there an item meets only the few with the least twins, its
keepers. Items are only added, so a pair that is met in the end was met when the later of the two came; a pair that was
met then and is no longer is passed over where links are read (`Blocks.met`).
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sayso.ledger import Item

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from sayso.ledger import Family, Links

MOST = 64
"""Items under a key that all meet one another."""
_HELD = 65_536


class Blocks:
    """The items of one family under their keys."""

    def __init__(self, links: Links, family: Family, most: int = MOST) -> None:
        self.links = links
        self._family: Family = family
        self._most = most
        self._standing = lru_cache(maxsize=_HELD)(self._stands)
        self._keys = lru_cache(maxsize=_HELD)(lambda item: self.links.keys(self._family, item))

    def add(self, twin: int, keys: Sequence[Collection[int]]) -> list[set[Item]]:
        """Enters the items of a twin; gives for each the items that it meets, itself left out."""
        self.links.put_keys(self._family, twin, keys)
        stands = cache(self._stands)  # the items of a twin have many keys in common
        return [self._met(Item(twin, place), own, stands) for place, own in enumerate(keys)]

    def _met(self, item: Item, keys: Collection[int], stands: Callable[[int], list[Item]]) -> set[Item]:
        found: set[Item] = set()
        for key in keys:
            standing = stands(key)
            if len(standing) > self._most:
                keepers = standing[: self._most]
                standing = self.links.block(self._family, key) if item in keepers else keepers
            found.update(standing)
        found.discard(item)
        return found

    def met(self, one: Item, other: Item) -> bool:
        """Whether two items are met as the ledger stands now; to be asked of a ledger that is only read."""
        shared = self._keys(one) & self._keys(other)
        return any(
            len(standing) <= self._most or one in standing[: self._most] or other in standing[: self._most]
            for standing in map(self._standing, shared)
        )

    def _stands(self, key: int) -> list[Item]:
        return self.links.block(self._family, key, self._most + 1)
