"""Adds up the hashes of rows, so that tables in which rows come and go are proven without a walk at every change.

Stands alone because the sum is what the log names: adding and verifying must make it in one and the same way.

A sum of hashes modulo 2**2048 does not depend on the order of the rows, a row is taken out by subtracting it, and with
that modulus nobody finds other rows with the same sum (Bellare and Micciancio 1997, AdHash).
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .columns import Cell

SIZE = 256
"""Bytes of a sum."""
_MODULUS = 1 << (8 * SIZE)


class RowSum:
    """The sum of some rows; `value` is an integer below 2**2048."""

    def __init__(self, kept: bytes | None = None) -> None:
        self.value = int.from_bytes(kept, "big") if kept else 0

    def add(self, table: str, rows: Iterable[Iterable[Cell]]) -> None:
        """Counts rows in."""
        self.value = (self.value + _hashes(table, rows)) % _MODULUS

    def take(self, table: str, rows: Iterable[Iterable[Cell]]) -> None:
        """Counts rows out."""
        self.value = (self.value - _hashes(table, rows)) % _MODULUS

    def bytes(self) -> bytes:
        """The sum as it is kept."""
        return self.value.to_bytes(SIZE, "big")

    def digest(self) -> str:
        """The hex SHA-256 of the sum: what the log names."""
        return hashlib.sha256(self.bytes()).hexdigest()


def _hashes(table: str, rows: Iterable[Iterable[Cell]]) -> int:
    told = (repr((table, *cells)).encode() for cells in rows)
    return sum(int.from_bytes(hashlib.shake_256(one).digest(SIZE), "big") for one in told)
