"""Tells of attributions by a neutral cue that all they say asks for something: "all fighters must leave, he said".

Stands alone because what is asked is found without regard to who says it, and the act of an attribution by its cue.
"""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from sayso.model import Attribution, Demand
    from sayso.stages import Parsed


def asked(parsed: Parsed, rows: tuple[Attribution, ...], demands: tuple[Demand, ...]) -> tuple[Attribution, ...]:
    """The attributions, those as demands that would only assert, and of which every sentence demands something."""
    starts: dict[str, list[int]] = {}
    for demand in demands:
        if demand.attribution is not None:
            starts.setdefault(demand.attribution, []).append(demand.action.span.start)
    return tuple(
        msgspec.structs.replace(row, act="demand") if row.id in starts and _asks(parsed, row, starts[row.id]) else row
        for row in rows
    )


def _asks(parsed: Parsed, row: Attribution, starts: list[int]) -> bool:
    plain = row.act == "assert" and row.kind == "speech" and (row.cue is None or row.cue.stance == "neutral")
    if not plain:
        return False
    told = {
        int(parsed.sentence[token])
        for span in row.content.spans
        for token in parsed.tokens_in(span)
        if parsed.words[token][0].isalnum()
    }
    at = [bisect.bisect_right(parsed.starts, start) - 1 for start in starts]
    return told <= {int(parsed.sentence[token]) for token in at if token >= 0}
