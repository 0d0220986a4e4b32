"""Fills in where and when: of figures the place and the days, of attributions when, where and to whom they were said.

Stands alone because all of these are read off what stands around a row, and none of them changes what the row is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from sayso.resolve.circumstances.days import Days
from sayso.resolve.circumstances.headed import under_headings
from sayso.resolve.circumstances.occasions import carried_on
from sayso.resolve.circumstances.saying import Surroundings
from sayso.resolve.circumstances.where import placed

if TYPE_CHECKING:
    from sayso.model import Attribution, Date, Figure
    from sayso.stages import Parsed

__all__ = ["Surroundings", "carried_on", "placed_and_dated"]


def placed_and_dated(
    parsed: Parsed,
    figures: tuple[Figure, ...],
    dates: tuple[Date, ...],
    rows: tuple[Attribution, ...],
    surroundings: Surroundings,
) -> tuple[Figure, ...]:
    """The figures with where they are counted, as of when and since when; null where the text does not say."""
    days = Days(parsed, dates, rows, surroundings)
    filled = []
    for figure, place in zip(figures, placed(parsed, figures, dates, rows), strict=True):
        as_of, since = days.of(figure)
        filled.append(msgspec.structs.replace(figure, place=place, as_of=as_of, since=since))
    return under_headings(parsed, filled, dates)
