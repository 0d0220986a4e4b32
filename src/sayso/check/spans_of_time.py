"""Finds the stretches that a report tells by both ends: "from D1 to D2", "between D1 and D2", "D1 - D2".

Stands alone because two rules rest on these pairs: durations and order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.lexicon import table
from sayso.model import Span

if TYPE_CHECKING:
    from sayso.check.facts import Days, Facts

_OPENER = re.compile(r"\b(from|between)(?: the| about)?$")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Two dates that are the ends of one time; `opened` is "from" or "between", empty where only a dash says it."""

    start: Days
    end: Days
    opened: str

    @property
    def span(self) -> Span:
        """From the first date to the end of the second."""
        return Span(self.start.row.span.start, self.end.row.span.end)


def stretches(facts: Facts) -> list[Stretch]:
    """All such pairs of neighbouring dates of one grain, in text order."""
    found = []
    for one, two in zip(facts.days, facts.days[1:], strict=False):
        if one.grain != two.grain or two.row.span.start < one.row.span.end:
            continue
        opener = _OPENER.search(facts.before(one.row.span, 16))
        opened = opener[1] if opener else ""
        if _links(facts.between(one.row.span, two.row.span).lower().strip(" ,"), opened):
            found.append(Stretch(one, two, opened))
    return found


def _links(between: str, opened: str) -> bool:
    links = table("checks")["links"]
    if opened == "between":
        return between == "and"
    return between in links["to"] if opened == "from" else between in links["plain"]
