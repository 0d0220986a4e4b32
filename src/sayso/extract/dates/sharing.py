"""Gives months and days in a row the year that is printed once behind the last: "in May, June and July of 2021".

Stands alone because it changes what stands before a date that has its year, and joins none of them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.dates.calendar import Period, around
from sayso.extract.dates.shapes import Inside, Known, Recurring, Shape, Steps
from sayso.lexicon import words

if TYPE_CHECKING:
    from sayso.extract.dates.shapes import Mention
    from sayso.extract.dates.words import Lexeme

_GRAINS = ("month", "date")
_LATE, _EARLY = 10, 3  # months: "December and January 2022" lie in two years


def shared(mentions: list[Mention], lexemes: list[Lexeme]) -> list[Mention]:
    """The same, each month or day with the year of the row that it stands in."""
    out, in_row = list(mentions), False
    for at in range(len(out) - 2, -1, -1):
        one, two = out[at], out[at + 1]
        between = " ".join(lexeme.text.lower() for lexeme in lexemes[one.last : min(two.first, one.last + 3)])
        linked = between in words("dates", "beside", "row") or (in_row and between == ",")
        shape = _with_year(one.shape, two.shape) if linked else None
        in_row = shape is not None
        if shape is not None:
            out[at] = replace(one, shape=shape)
    return out


def _with_year(one: Shape, two: Shape) -> Shape | None:
    """The first with the year of the second, where it comes before it in that year or ends the one before."""
    if not isinstance(one, Recurring) or one.grain not in _GRAINS or one.pull is not None or one.told or one.weekday:
        return None
    year, after = _year_of(two, one.grain)
    if year is None or after is None:
        return None
    if (one.number, one.day) < after:
        return Inside(one, year)
    turns = isinstance(year, Known) and one.number >= _LATE and after[0] <= _EARLY
    return Inside(one, Known(year.period.shift(-1))) if turns and isinstance(year, Known) else None


def _year_of(shape: Shape, grain: str) -> tuple[Shape | None, tuple[int, int] | None]:
    """The year that is told with a month or day, and which month and day of it that is."""
    if isinstance(shape, Inside) and shape.inner.grain == grain and isinstance(shape.outer, Known | Steps):
        return shape.outer, (shape.inner.number, shape.inner.day)
    if not isinstance(shape, Known) or shape.period.grain != {"month": "month", "date": "day"}[grain]:
        return None, None
    month = around(shape.period.first(), "month")
    day = shape.period.first() - month.first() + 1 if grain == "date" else 0
    return Known(Period("year", shape.period.year)), (month.index % 12 + 1, day)
