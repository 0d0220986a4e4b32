"""Lists the rules, runs them over a reading and numbers what they find.

Stands alone because adding a rule is one line here and a module of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from sayso.check import (
    afterlife,
    anniversaries,
    births,
    changes,
    dates,
    decreases,
    durations,
    figure_conflicts,
    foretold,
    lapses,
    order,
    page,
    page_claims,
    page_days,
    sequences,
    shares,
    states,
    sums,
    table_totals,
    weekdays,
)
from sayso.check.facts import Facts
from sayso.check.judgement import Found, Judgement, LetGo, Rule
from sayso.check.reach import out_of_reach
from sayso.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.model import Date, Figure, Reading
    from sayso.stages import Cleaned, Parsed

MOST = 300
"""Figures, and dates, of one report that are compared with one another."""

RULES: tuple[Rule, ...] = (
    weekdays.judge,
    durations.judge,
    order.judge,
    dates.judge,
    sequences.judge,
    foretold.judge,
    afterlife.judge,
    births.judge,
    states.judge,
    lapses.judge,
    anniversaries.judge,
    page_days.judge,
    page.judge,
    page_claims.judge,
    decreases.judge,
    figure_conflicts.judge,
    shares.judge,
    sums.judge,
    changes.judge,
    table_totals.judge,
)


def check(reading: Reading, cleaned: Cleaned, parsed: Parsed | None = None) -> tuple[Finding, ...]:
    """What does not fit inside one report, in text order; ids "x1", "x2" ...

    Rules that rest on the syntax around rows stay quiet without `parsed`.
    """
    facts = _facts(reading, cleaned, parsed)
    found: list[Found] = []
    for judgement in _judgements(facts):
        if isinstance(judgement, Found) and not any(_told_before(judgement, one) for one in found):
            found.append(judgement)
    rows = sorted(found, key=lambda one: (one.spans, one.rule, one.why))
    return tuple(
        Finding(id=f"x{number}", kind=one.kind, rule=one.rule, severity=one.severity, why=one.why, spans=one.spans)
        for number, one in enumerate(rows, 1)
    )


def _facts(reading: Reading, cleaned: Cleaned, parsed: Parsed | None) -> Facts:
    return Facts(_bounded(reading, cleaned), cleaned, parsed)


def _judgements(facts: Facts) -> Iterator[Judgement]:
    """What all rules say, but for findings whose places are too far apart."""
    words = len(facts.text.split())
    for rule in RULES:
        for one in rule(facts):
            yield (out_of_reach(one, words) or one) if isinstance(one, Found) else one


def _told_before(one: Found, other: Found) -> bool:
    """Whether two findings rest on the same words, of one kind but for at most one place, or say the same."""
    if (one.rule, one.why) == (other.rule, other.why):
        return True  # captions and copies of a sentence
    common = len(set(one.spans) & set(other.spans))
    if common == len(one.spans) == len(other.spans):
        return True
    return one.kind == other.kind and common >= min(2, len(one.spans), len(other.spans))


def _bounded(reading: Reading, cleaned: Cleaned) -> Reading:
    """The reading with no more figures and dates than are compared: rules look at pairs, and a text may be endless.

    Those in tables stand in no sentence: a rule of their own compares them.
    """
    spans = [table.span for table in cleaned.tables]

    def running(row: Figure | Date) -> bool:
        return not any(span.holds(row.span) for span in spans)

    figures, dates = tuple(filter(running, reading.figures)), tuple(filter(running, reading.dates))
    return msgspec.structs.replace(reading, figures=figures[:MOST], dates=dates[:MOST])


def explain(reading: Reading, cleaned: Cleaned, parsed: Parsed | None = None) -> tuple[LetGo, ...]:
    """The pairs that were looked at and let go, each with its reason, by rule and in text order."""
    facts = _facts(reading, cleaned, parsed)
    return tuple(one for one in _judgements(facts) if isinstance(one, LetGo))
