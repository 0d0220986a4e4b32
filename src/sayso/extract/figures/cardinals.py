"""Adds up a whole number in words, one word at a time: "three hundred and twelve", "two dozen".

Stands alone because which number word may follow which is arithmetic and knows nothing of a text.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.extract.figures.digits import LARGEST
from sayso.lexicon import table

NUMBERS = table("numbers")
SMALL: dict[str, int] = NUMBERS["small"]
TENS: dict[str, int] = NUMBERS["tens"]
SCALES: dict[str, int] = NUMBERS["scales"]
HUNDRED = 100
SMALLEST_TEN = 10
BY_TALE = frozenset((12, 20))
"""Dozen and score: they end a number, and no hundreds stand before them."""


@dataclass(slots=True)
class Cardinal:
    """A spelled-out whole number while its words are taken one by one; `room` is what the next word must stay below."""

    total: int = 0
    current: int = 0
    room: int = LARGEST
    below: int = LARGEST
    scale: int = 1
    seen: bool = False

    def take(self, word: str) -> bool:
        """Takes the next word; false where it cannot follow ("nine two" are two numbers)."""
        if word in SMALL and (not self.seen or 0 < SMALL[word] < self.room):
            return self._add(SMALL[word], 1)
        if word in TENS and (not self.seen or TENS[word] < self.room):
            return self._add(TENS[word], SMALLEST_TEN)
        return word in SCALES and self._scale(SCALES[word])

    def _add(self, value: int, room: int) -> bool:
        self.current, self.room, self.seen = self.current + value, room, True
        return True

    def _scale(self, factor: int) -> bool:
        if factor in BY_TALE:
            if not self.current or self.total:
                return False
            self.current, self.room = self.current * factor, 0
        elif factor == HUNDRED and 0 < self.current < HUNDRED:
            self.current, self.room = self.current * HUNDRED, HUNDRED
        elif HUNDRED < factor < self.below and self.current:
            self.total, self.current, self.below, self.room = self.total + self.current * factor, 0, factor, factor
        else:
            return False
        self.scale, self.seen = factor, True
        return True
