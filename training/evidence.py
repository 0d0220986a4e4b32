"""Collects, from one report, the evidence that each model is fitted to, with what is known to be right.

Stands alone because it says where the truth comes from: the marks of invented reports, and the judgement that a real
report holds no such misfit but for those found by eye (`JUDGED`). Nobody marked which figures of a report are one
count: two equal numbers of one sort in two sentences are taken to count the same and two unequal ones not to, which is
right often enough to learn from; small numbers, equal by chance, are left out, and the numbers are no feature.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from itertools import combinations, islice
from typing import TYPE_CHECKING

from sayso.check import decreases, figure_conflicts
from sayso.check.same_count import likeness, of_one_sort
from weighing import Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.check.facts import Facts
    from sayso.model import Span

LEAST = 5
"""Numbers below which two are equal by chance."""
MOST = 60
"""Pairs of one report, so that none outweighs the others."""
RARE = 10.0
"""How much what contradicts itself weighs, of which there is little."""
JUDGED = {
    ("d312b98da41c", 116, 529),
    ("8750d1e9a684", 134, 1112),
    ("8750d1e9a684", 372, 1112),
    ("05e202432dec", 1192, 1689),
}
"""Pairs of figures in real reports that do contradict each other, by the text's SHA-256 and where they stand."""


@dataclass(frozen=True, slots=True)
class Case:
    """A report: `finding` says what does not fit in it ("none" for nothing) and `rests_on` in which words."""

    name: str
    facts: Facts
    finding: str
    rests_on: tuple[str, ...] = ()

    def marks(self, *spans: Span) -> bool:
        """Whether each span stands in, or meets, words that the mark rests on."""
        places = [(self.facts.text.find(words), len(words)) for words in self.rests_on]
        return all(any(at < span.end and span.start < at + size for at, size in places if at >= 0) for span in spans)


def same_count(case: Case) -> Iterator[Row]:
    """Pairs of numbers in two sentences; right where they are equal."""
    for one, two in combinations(case.facts.counts, 2):
        values = one.figure.value, two.figure.value
        if one.at == two.at or not of_one_sort(one, two) or values[0] is None or values[1] is None:
            continue
        if min(abs(values[0]), abs(values[1])) >= LEAST:
            yield Row(likeness(one, two), values[0] == values[1], 1.0, case.name)


def two_voices(case: Case) -> Iterator[Row]:
    """Pairs of counts that two voices tell; counts that fall and parts of a sum are left out."""
    own = hashlib.sha256(case.facts.text.encode()).hexdigest()[:12]
    for one, two, found in islice(figure_conflicts.compared(case.facts), MOST):
        spans = one.figure.span, two.figure.span
        marked = case.finding != "none" and case.marks(*spans)
        if marked and case.finding != "figure-conflict":
            continue
        right = marked or (own, spans[0].start, spans[1].start) in JUDGED
        yield Row(found, right, RARE if right else 1.0, case.name)


def count_falls(case: Case) -> Iterator[Row]:
    """Pairs of counts of one source of which the later is lower."""
    for one, two, found in islice(decreases.compared(case.facts), MOST):
        marked = case.finding != "none" and case.marks(one.figure.span, two.figure.span)
        if marked and case.finding != "figure-decrease":
            continue
        yield Row(found, marked, RARE / 2 if marked else 1.0, case.name)
