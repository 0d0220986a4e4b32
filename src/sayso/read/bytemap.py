"""Says for each code point of a decoded text which bytes of the original it stands for.

Stands alone because every proof that a printed word stands in the bytes rests on it and on nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Offsets = NDArray[np.int64]


@dataclass(frozen=True, eq=False, slots=True)
class ByteMap:
    """Runs of code points of equal width: run `i` starts at code point ``chars[i]``, at byte ``starts[i]``.

    Each of its code points is ``widths[i]`` bytes long. A last run of width 0 marks the end, so that the place after
    the last code point has a byte too.
    """

    chars: Offsets
    starts: Offsets
    widths: Offsets

    def bytes_at(self, at: Offsets) -> Offsets:
        """The byte at which each of these code points starts (the length of the text: the byte after its end)."""
        run = np.searchsorted(self.chars, at, side="right") - 1
        found: Offsets = self.starts[run] + (at - self.chars[run]) * self.widths[run]
        return found

    def range_of(self, start: int, end: int) -> tuple[int, int]:
        """The bytes ``[from, to)`` of the code points ``[start, end)``."""
        first, last = self.bytes_at(np.array([start, end], dtype=np.int64)).tolist()
        return first, last

    def runs(self) -> list[tuple[int, int, int, int]]:
        """The map as rows: first code point, code point after the last, first byte, byte after the last."""
        chars, starts = self.chars.tolist(), self.starts.tolist()
        return list(zip(chars, chars[1:], starts, starts[1:], strict=False))


def even(length: int, width: int, offset: int = 0) -> ByteMap:
    """The map of a text of `length` code points, each `width` bytes, that starts at byte `offset`."""
    if not length:
        return of_starts(np.array([offset], dtype=np.int64))
    rows = ([0, length], [offset, offset + length * width], [width, 0])
    chars, starts, widths = (np.array(row, dtype=np.int64) for row in rows)
    return ByteMap(chars, starts, widths)


def of_starts(starts: Offsets) -> ByteMap:
    """The map of a text whose code point `i` starts at byte ``starts[i]``; the last entry is the end of the bytes."""
    widths = np.append(np.diff(starts), 0)
    changes = np.flatnonzero(np.append(True, widths[1:] != widths[:-1])) if len(widths) > 1 else np.array([0])
    if changes[-1] != len(widths) - 1:
        changes = np.append(changes, len(widths) - 1)
    return ByteMap(changes.astype(np.int64), starts[changes], widths[changes])
