"""Finds a birth and a death that a report tells of one person, with the age it gives.

Stands alone because two rules rest on lives: order and age.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.check.facts import Facts
    from sayso.check.moments import Moment
    from sayso.model import Span

_BORN = re.compile(r"\bborn(?: in [A-Z\u00c0-\u024f][\w'-]+(?: [A-Z\u00c0-\u024f][\w'-]+)?,?)?(?: on| in)?$")
_DIED = re.compile(
    r"\b(?:died|passed away)(?: in [A-Z\u00c0-\u024f][\w'-]+(?: [A-Z\u00c0-\u024f][\w'-]+)?,?)?(?: on| in)?$"
)
REACH = 60


@dataclass(frozen=True, slots=True)
class Life:
    """The dates behind "born" and "died" of one sentence."""

    born: Moment
    died: Moment


def lives(facts: Facts) -> list[Life]:
    """Each sentence's only birth and only death."""
    born = [day for day in facts.days if _BORN.search(_lead(facts, day.row.span))]
    died = [day for day in facts.days if _DIED.search(_lead(facts, day.row.span))]
    found = []
    for birth in born:
        deaths = [death for death in died if facts.together(birth.row.span, death.row.span)]
        births = [other for other in born if facts.together(birth.row.span, other.row.span)]
        if len(deaths) == len(births) == 1:
            found.append(Life(birth, deaths[0]))
    return found


def _lead(facts: Facts, span: Span) -> str:
    return " ".join(facts.text[max(0, span.start - REACH) : span.start].split())
