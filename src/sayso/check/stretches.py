"""Finds stretches told by both ends: "from D1 to D2", "between D1 and D2", "D1 - D2", "began on D1 and ended on D2".

Stands alone because two rules rest on these pairs: lengths and order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.lexicon import table, words
from sayso.model import Span
from sayso.parse.labels import PATIENTS

if TYPE_CHECKING:
    from sayso.check.events import Event
    from sayso.check.facts import Facts
    from sayso.check.moments import Moment

OPENER = re.compile(r"\b(from|between)(?: the| about)?$")
_ENDS, _RELATIVE = words("clauses", "prepositions", "ends"), words("clauses", "pronouns", "relative")
BEGAN = "began"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Two dates that are the ends of one time; `opened`: "from", "between" or "began", empty where a dash says it."""

    start: Moment
    end: Moment
    opened: str

    @property
    def span(self) -> Span:
        """From the first date to the end of the second."""
        return Span(self.start.row.span.start, self.end.row.span.end)


def stretches(facts: Facts) -> list[Stretch]:
    """All such pairs of neighbouring dates of one grain, in text order."""
    found = []
    events = {event.span: event for event in facts.events}
    clocks = {when.row.span: when for when in facts.moments if when.grain == "clock"}
    for pair in pairwise(facts.days):
        timed = [clocks[day.row.span] for day in pair if day.row.span in clocks]
        one, two = timed if len(timed) == len(pair) else pair
        if one.grain != two.grain or two.row.span.start < one.row.span.end:
            continue
        opener = OPENER.search(facts.before(one.row.span, 16))
        opened = opener[1] if opener else ""
        first, second = events.get(one.row.span), events.get(two.row.span)
        if first is not None and second is not None and _begun_and_ended(facts, first, second):
            found.append(Stretch(one, two, BEGAN))
        elif _links(facts.between(one.row.span, two.row.span).lower().strip(" ,"), opened):
            found.append(Stretch(one, two, opened))
    return found


def with_ends(facts: Facts) -> list[Event]:
    """All events, both ends of "from 3 to 9 March" with the clause of the one that hangs on a verb."""
    first = {event.span: event for event in reversed(facts.events)}
    found: dict[Span, Event] = {}
    for stretch in stretches(facts):
        ends = [first.get(row.span) for row in (stretch.start.row, stretch.end.row)]
        clause = next((event for event in ends if event is not None and event.preposition == "from"), None)
        if stretch.opened == "from" and clause is not None:
            for when, word in ((stretch.start, "from"), (stretch.end, "until")):
                found[when.row.span] = replace(clause, span=when.row.span, when=when, preposition=word)
    return [*(event for event in facts.events if event.span not in found), *found.values()]


def _begun_and_ended(facts: Facts, one: Event, two: Event) -> bool:
    """Whether the first clause begins what the second, in its sentence, ends: "launched X, which ended on"."""
    parsed, verbs = facts.parsed, table("checks")["stretch_verbs"]
    if parsed is None or one.sentence != two.sentence or {one.preposition, two.preposition} - _ENDS:
        return False
    if not one.acts & {*verbs["began"], *verbs["launched"]} or not two.acts & set(verbs["ended"]):
        return False
    things = {parsed.lower[c] for c in parsed.children[one.verb] if parsed.deps[c] in PATIENTS}
    shared = two.subject == one.subject >= 0 and bool(one.acts & set(verbs["began"]))
    relative = any(parsed.lower[c] in _RELATIVE for c in parsed.children[two.verb])
    return shared or relative or (two.subject >= 0 and parsed.lower[two.subject] in {"it", *things})


def _links(between: str, opened: str) -> bool:
    links = table("checks")["links"]
    if opened == "between":
        return between == "and"
    return between in links["to"] if opened == "from" else between in links["plain"]
