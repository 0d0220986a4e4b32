"""Sets numbers that may be parts against their total, and says whether they make it, as far as they are rounded.

Stands alone because the search for parts, the doubts about them and the rule on shares all handle these rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.model import Span

if TYPE_CHECKING:
    from sayso.check.summands import Number

PARAGRAPH = 2  # characters between two paragraphs


@dataclass(frozen=True, slots=True)
class Row:
    """Numbers in text order that may be the parts of a total."""

    total: Number
    parts: tuple[Number, ...]

    @property
    def amount(self) -> float:
        """What the parts come to."""
        return sum(part.whole for part in self.parts)

    @property
    def fits(self) -> bool:
        """Whether the parts make the total, as far as they are rounded; parts of one row are rounded alike."""
        apart = round(abs(self.amount - self.total.whole), 6)
        finest = min(part.place for part in self.parts)
        slack = sum(_half(finest, part) * part.times for part in self.parts) + _half(self.total.place, self.total)
        return apart == 0 or apart < round(slack, 6)

    @property
    def apart(self) -> bool:
        """Whether the parts stand in several sentences."""
        return len({part.sentence for part in self.parts}) > 1

    @property
    def next(self) -> bool:
        """Whether the parts begin in the total's sentence or the next."""
        return self.parts[0].sentence.start - self.total.sentence.end <= PARAGRAPH

    @property
    def span(self) -> Span:
        """From the first of the numbers to the last."""
        rows = (self.total, *self.parts)
        return Span(min(one.span.start for one in rows), max(one.span.end for one in rows))

    @property
    def around(self) -> Span:
        """The sentences of the parts."""
        return Span(min(part.sentence.start for part in self.parts), max(part.sentence.end for part in self.parts))


def _half(place: float, number: Number) -> float:
    return 0 if place == 1 and number.row.kind in ("count", "age", "duration") else place / 2
