"""Holds one figure while it is put together: its quantity, tokens, noun and what was decided so far.

Stands alone because the rules that look at several figures need them before the contract's rows are made.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.extract.figures.nouns import Noun
    from sayso.extract.figures.quantities import Quantity
    from sayso.model import Bound, FigureKind, Trend

    Number = int | float


@dataclass(slots=True)
class Draft:
    """A figure in the making; `start` and `end` are code points, `last` the token after quantity and noun.

    `fate`: an adverb or participle right after a bare number tells what befell these ("one fatally"). `measures`: the
    noun is what an amount measures, not what a number counts.
    """

    quantity: Quantity
    tokens: range
    sentence: int
    start: int
    end: int
    last: int
    kind: FigureKind
    unit: str | None
    noun: Noun | None
    bound: Bound
    trend: Trend | None = None
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    counted: str | None = None
    fate: bool = False
    measures: bool = False
    part_of: int | None = None
    population: str | None = None
    convention: str | None = None

    @property
    def countable(self) -> bool:
        """Whether it counts people or things, so that it can be a whole or a part."""
        return self.kind in ("count", "rate") and self.quantity.per is None
