"""Joins a distance and the day that it is counted from: "ten years ago today", "a week from Tuesday".

Stands alone because these keep the day of the week or of the month, which no count of whole weeks or years does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.dates.items import mentions_of, over
from sayso.extract.dates.shapes import Apart, Beyond, Length, Recurring, Steps

if TYPE_CHECKING:
    from sayso.extract.dates.items import Item
    from sayso.extract.dates.shapes import Mention, Shape

_UNITS = ("day", "week", "month", "year", "decade")


def years_ago(items: list[Item]) -> Mention | None:
    """For "ten years ago this month", "a week ago Monday"."""
    length, near = mentions_of(items)
    return _apart(items, length, near.shape, -1)


def from_day(items: list[Item]) -> Mention | None:
    """For "a week from Tuesday"."""
    length, day = mentions_of(items)
    return _apart(items, length, day.shape, 1) if items[1].text == "from" else None


def _apart(items: list[Item], length: Mention, near: Shape, way: int) -> Mention | None:
    shape = length.shape
    if not isinstance(shape, Length) or shape.unit not in _UNITS or not shape.amount or shape.amount % 1:
        return None
    if not _counts_from_now(near):
        return None
    return over(items, length, Apart(near, shape.unit, way * int(shape.amount)), type="DATE", cue="away")


def _counts_from_now(shape: Shape) -> bool:
    """Whether it is "today", "this month" or a bare "Monday"."""
    if isinstance(shape, Steps):
        return not shape.told and shape.grain in ("day", "month") and abs(shape.count) <= 1
    return isinstance(shape, Recurring) and shape.grain == "weekday" and shape.pull is None and not shape.told


def weekday_beside(items: list[Item]) -> Mention | None:
    """For "the Friday before Christmas", "the Monday after 3 May"."""
    day, outer = mentions_of(items)
    shape = day.shape
    if not isinstance(shape, Recurring) or shape.grain != "weekday" or shape.pull is not None:
        return None
    if isinstance(outer.shape, Recurring) and outer.shape.grain == "weekday":
        return None
    if items[2].text not in ("before", "after"):
        return None
    way = 1 if items[2].text == "after" else -1
    return over(items, day, Beyond("day", way, outer.shape, weekday=shape.number))
