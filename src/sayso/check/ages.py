"""Finds an age at death that birth and death do not give.

Stands alone because it is one rule: completed years between two dates.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from sayso.check.judgement import Found, Judgement, LetGo
from sayso.check.lives import lives
from sayso.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.check.facts import Facts
    from sayso.check.lives import Life

RULE = "age-at-death"
SLACK = 1  # years: an age may be counted from the year of birth alone
REACH = 80
_AGE = re.compile(r"\b(?:aged|at the age of|at age)\s+([0-9]{1,3})\b")


def judge(facts: Facts) -> Iterator[Judgement]:
    """A finding for each life whose stated age is more than a year off."""
    for life in lives(facts):
        age = _age(facts, life)
        if age is None:
            continue
        years, span = age
        low, high = _years(life.born.last_day, life.died.day), _years(life.born.day, life.died.last_day)
        spans = (life.born.row.span, life.died.row.span, span)
        if low < 0:
            yield LetGo(RULE, "the death stands before the birth", spans)
        elif low - SLACK <= years <= high + SLACK:
            yield LetGo(RULE, f"the age is within a year of {low}", spans)
        else:
            told = str(low) if low == high else f"{low} or {high}"
            why = f"Born {life.born.name} and died {life.died.name} makes an age of {told}; the text says {years}."
            yield Found("duration-mismatch", RULE, "high", why, spans)


def _age(facts: Facts, life: Life) -> tuple[int, Span] | None:
    """The one age told in the sentence of the death, after it or between birth and death."""
    start = min(life.born.row.span.start, life.died.row.span.start)
    end = max(life.born.row.span.end, life.died.row.span.end)
    found = [Span(start + m.start(1), start + m.end(1)) for m in _AGE.finditer(facts.text[start : end + REACH])]
    found = [span for span in found if facts.together(life.died.row.span, span)]
    return (int(found[0].of(facts.text)), found[0]) if len(found) == 1 else None


def _years(born: int, died: int) -> int:
    one, two = date.fromordinal(born), date.fromordinal(died)
    return two.year - one.year - ((two.month, two.day) < (one.month, one.day))
