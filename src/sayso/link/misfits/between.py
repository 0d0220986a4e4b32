"""Finds what does not fit between two reports: joins the rules, and says which reports are worth comparing at all.

Stands alone because it is the one door to `sayso.link.misfits`: a report is prepared once, and a pair is compared from
the two alone, in whichever order.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.link.misfits import (
    attribution_conflicts,
    cited_sources,
    count_shifts,
    date_conflicts,
    figure_conflicts,
    figure_decreases,
    quote_alterations,
    voice_shifts,
)
from sayso.link.misfits.blocks import keys
from sayso.link.misfits.prepared import Prepared, prepare
from sayso.link.misfits.values import Evidence, Misfit, Passed, Shared

__all__ = ["Compared", "Evidence", "Misfit", "Passed", "Prepared", "Shared", "compare", "keys", "prepare"]

RULES = (
    figure_conflicts.judge,
    figure_decreases.judge,
    date_conflicts.judge,
    attribution_conflicts.judge,
    quote_alterations.judge,
    voice_shifts.judge,
    count_shifts.judge,
    cited_sources.judge,
)


@dataclass(frozen=True, slots=True)
class Compared:
    """What two reports make together: what does not fit, and the pairs that were looked at and let go."""

    findings: tuple[Misfit, ...]
    passed: tuple[Passed, ...]


def compare(a: Prepared, b: Prepared, shared: Shared) -> Compared:
    """What does not fit between two reports; the same whichever is named first.

    Versions of one page are not set against each other: what a later one changed is shown as its changes.
    """
    if b.order < a.order:
        return compare(b, a, shared.turned())
    if shared.version:
        return Compared((), ())
    judged = [one for rule in RULES for one in rule(a, b, shared)]
    found = {one for one in judged if isinstance(one, Misfit)}
    return Compared(tuple(sorted(found)), tuple(sorted({one for one in judged if isinstance(one, Passed)})))
