"""Finds stretches told by both ends: "from D1 to D2", "between D1 and D2", "D1 - D2", "began on D1 and ended on D2".

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
_ON = re.compile(r"\b(\w+) (?:on|in)$")
_ENDED = re.compile(r"(?:,? and|,)?(?: (?:it|they|which|then|\w+ly)){0,2} (\w+) (?:on|in)")
BEGAN = "began"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Two dates that are the ends of one time; `opened`: "from", "between" or "began", empty where a dash says it."""

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
        if _told_by_verbs(facts, one, two) or _told_in_one_sentence(facts, one, two):
            found.append(Stretch(one, two, BEGAN))
        elif _links(facts.between(one.row.span, two.row.span).lower().strip(" ,"), opened):
            found.append(Stretch(one, two, opened))
    return found


def _told_by_verbs(facts: Facts, one: Days, two: Days) -> bool:
    """Whether one subject began on the first date and ended on the second, with no other words between."""
    verbs = table("checks")["stretch_verbs"]
    began = _ON.search(facts.before(one.row.span, 24))
    between = facts.between(one.row.span, two.row.span).lower()
    ended = _ENDED.fullmatch(between if between.startswith(",") else f" {between}")
    return bool(began and ended and began[1] in verbs["began"] and ended[1] in verbs["ended"])


def _told_in_one_sentence(facts: Facts, one: Days, two: Days) -> bool:
    """Whether a clause with the first date begins something that ends on the second: "launched X, which ended on"."""
    parsed, verbs = facts.parsed, table("checks")["stretch_verbs"]
    if parsed is None or not facts.together(one.row.span, two.row.span):
        return False
    tokens = parsed.tokens_in(Span(one.row.span.end, two.row.span.start))
    begun = next((t for t in tokens if parsed.lower[t] in {*verbs["began"], *verbs["launched"]}), None)
    ended = tokens[-2] if len(tokens) > 1 and parsed.lower[tokens[-1]] in {"on", "in"} else None
    if begun is None or ended is None or ended <= begun or parsed.lower[ended] not in verbs["ended"]:
        return False
    who = next((c for c in parsed.children[ended] if parsed.deps[c] == "nsubj"), None)
    if who is None:
        return parsed.deps[ended] == "conj" and parsed.heads[ended] == begun
    things = {parsed.lower[c] for c in parsed.children[begun] if parsed.deps[c] in {"dobj", "nsubjpass"}}
    return parsed.lower[who] in {"which", "that", *things}


def _links(between: str, opened: str) -> bool:
    links = table("checks")["links"]
    if opened == "between":
        return between == "and"
    return between in links["to"] if opened == "from" else between in links["plain"]
