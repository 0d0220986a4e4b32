"""Joins clock times with the day or the part of a day beside them: "noon" + "Thursday", "8 p.m." + "Sunday night".

Stands alone because only here the part of a day says which half of it a clock time is of.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.dates import numeric
from sayso.extract.dates.items import mentions_of, over
from sayso.extract.dates.shapes import Clock, Plain
from sayso.lexicon import table

if TYPE_CHECKING:
    from sayso.extract.dates.items import Item
    from sayso.extract.dates.shapes import Mention

_HALF = 12  # hours
_SMALL_HOURS = 5  # until then a night is that of the morning that it ends with


def clock_day(items: list[Item]) -> Mention | None:
    """For "noon on Thursday"."""
    clock, day = mentions_of(items)
    if not isinstance(clock.shape, Clock) or isinstance(day.shape, Plain):
        return None
    return over(items, clock, replace(clock.shape, day=day.shape))


def day_clock(items: list[Item]) -> Mention | None:
    """For "Thursday 6 p.m."; noon is left alone, for "at noon" may be of another day."""
    day, clock = mentions_of(items)
    if not isinstance(clock.shape, Clock) or clock.cue == "noon":
        return None
    return over(items, clock, replace(clock.shape, day=day.shape))


def clock_part(items: list[Item]) -> Mention | None:
    """For "8 p.m. Sunday night", "7:30 this morning", "at 8 tonight"."""
    part = items[-1].mention
    if part is None or not isinstance(part.shape, Clock) or part.shape.day is None or part.mod is not None:
        return None
    first = items[0].mention
    if first is None:
        time = _bare(items)
        return (
            None if time is None else over(items[1:], part, replace(part.shape, time=_in_half(time, part.shape.time)))
        )
    if not isinstance(first.shape, Clock) or first.cue == "noon" or ":" not in first.shape.time:
        return None
    time = _in_half(first.shape.time, part.shape.time)
    return over(items, first, replace(first.shape, time=time, day=part.shape.day))


def _bare(items: list[Item]) -> str | None:
    """The time that a bare number is, behind a word that times have."""
    before, number = items[0], items[1]
    if before.text not in table("dates")["clock_cues"]["bare"] or not number.text.isdigit():
        return None
    time = numeric.clock(number.text, "a")
    return None if time is None else f"T{time}"


def _in_half(time: str, part: str) -> str:
    """``T08:00`` as ``T20:00`` of an evening; hours that are told past noon, and small hours of a night, stay."""
    hour = int(time[1:3])
    small = part == "TNI" and hour < _SMALL_HOURS
    return time if part == "TMO" or hour >= _HALF or small else f"T{hour + _HALF:02}{time[3:]}"
