"""The row that the joining rules read: time expressions already found, with the lexemes between them.

Stands alone because the rules that join are in several modules, and all of them read this row.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from sayso.extract.dates.shapes import Clock, Inside, Known, Length, Mention, Recurring, Same, Shape, Steps

_GRAINS = {
    "day": "1",
    "week": "2",
    "weekend": "2",
    "month": "3",
    "quarter": "4",
    "half": "4",
    "season": "4",
    "year": "5",
    "decade": "6",
    "century": "6",
    "date": "1",
    "weekday": "1",
    "holiday": "1",
    "monthday": "1",
}


def category(mention: Mention) -> str:  # noqa: PLR0911 (one answer a case)
    """A digit for it: 1 day, 2 week, 3 month, 4 quarter, 5 year, 6 decade, 7 clock, 8 length, 9 set, 0 other."""
    shape = mention.shape
    if isinstance(shape, Clock):
        return "7" if shape.day is None else "0"
    if isinstance(shape, Length):
        return "8"
    if mention.type == "SET":
        return "9"
    if isinstance(shape, Known):
        return _GRAINS[shape.period.grain]
    if isinstance(shape, Recurring | Steps | Same):
        return _GRAINS[shape.grain]
    if isinstance(shape, Inside):
        return _GRAINS[shape.inner.grain]
    return "0"


@dataclass(frozen=True, slots=True)
class Item:
    """A lexeme or a mention in the row that the joining rules read; `value` is the lexeme's."""

    kind: str
    first: int
    last: int
    mention: Mention | None
    text: str
    value: int = 0


Joiner = Callable[[list[Item]], "Mention | None"]


def mentions_of(items: list[Item]) -> list[Mention]:
    """The mentions among the items."""
    return [item.mention for item in items if item.mention is not None]


def over(items: list[Item], base: Mention, shape: Shape, **changes: str | None) -> Mention:
    """`base` over all the items, of that shape."""
    return replace(base, first=items[0].first, last=items[-1].last, shape=shape, **changes)  # type: ignore[arg-type]
