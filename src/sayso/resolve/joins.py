"""Joins figures, wording and demands to the attribution that carries them.

Stands alone because it links rows that the extractors found apart and changes none of their spans.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from sayso.resolve.nesting import innermost

if TYPE_CHECKING:
    from sayso.model import Attribution, Demand, Figure, Wording


def join_figures(figures: tuple[Figure, ...], rows: tuple[Attribution, ...]) -> tuple[Figure, ...]:
    """The figures with the innermost attribution that holds each."""
    held = innermost(rows, [figure.span for figure in figures])
    return tuple(
        msgspec.structs.replace(figure, attribution=None if row is None else rows[row].id)
        for figure, row in zip(figures, held, strict=True)
    )


def join_wording(wording: tuple[Wording, ...], rows: tuple[Attribution, ...]) -> tuple[Wording, ...]:
    """The loaded terms with the voice they stand in: the innermost attribution that holds each, else the outlet."""
    held = innermost(rows, [term.span for term in wording])
    return tuple(
        msgspec.structs.replace(term, voice="outlet" if row is None else rows[row].id)
        for term, row in zip(wording, held, strict=True)
    )


def join_demands(demands: tuple[Demand, ...], rows: tuple[Attribution, ...]) -> tuple[Demand, ...]:
    """The demands with the innermost attribution that holds what is asked for, and its speaker as who asks."""
    held = innermost(rows, [demand.action.span for demand in demands])
    joined = []
    for demand, row in zip(demands, held, strict=True):
        if row is None:
            joined.append(demand)
        else:
            joined.append(msgspec.structs.replace(demand, attribution=rows[row].id, who=rows[row].speaker))
    return tuple(joined)
