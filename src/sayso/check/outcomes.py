"""Finds outcomes that exclude each other and come to more than all who had one: the saved, dead and missing.

Stands alone because it is one rule: nobody is both alive and dead, or votes both for and against.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sayso.check import clauses
from sayso.check.counting import exact, told
from sayso.check.judgement import Found, Judgement, LetGo
from sayso.lexicon import table
from sayso.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.check.facts import Facts
    from sayso.model import Figure

RULE = "outcomes-of-total"
FEWEST = 2
_MARK = re.compile(r"[,;:()]|\bwhile\b|\bbut\b")
_OPENING = re.compile(rf"{_MARK.pattern}|\band\b")  # "brothers and sisters" behind a number are one noun


def judge(facts: Facts) -> Iterator[Judgement]:
    """A finding for each total whose outcomes, one number each, have another sum than it allows."""
    for family in table("checks")["outcomes"]:
        told_so = _by_outcome(facts, family)
        if len(told_so) < FEWEST:
            continue
        parts = [rows[0] for rows in told_so.values()]
        totals = [row for row in exact(facts) if row not in parts and _is_total(facts, row, family)]
        spans = tuple(part.span for part in parts)
        if any(len({row.value for row in rows}) > 1 for rows in told_so.values()):
            yield LetGo(RULE, "one outcome has two numbers", spans)
        elif len({row.value for row in totals}) != 1:
            yield LetGo(RULE, "no one number is told of all", spans)
        else:
            yield _judged(facts, totals[0], parts, family)


def _judged(facts: Facts, total: Figure, parts: Sequence[Figure], family: dict[str, Any]) -> Judgement:
    spans = (total.span, *(part.span for part in parts))
    amount = sum(part.value or 0 for part in parts)
    whole = total.value or 0
    added = " + ".join(told(part.value or 0) for part in parts)
    if amount == whole:
        return LetGo(RULE, f"the parts add up to {told(amount)}", spans)
    if any((part.value or 0) > whole for part in parts):
        return LetGo(RULE, "a part is greater than the whole, so it is of something else", spans)
    if amount < whole and not (len(parts) == len(family["parts"]) and _all(facts, total)):
        return LetGo(RULE, "the parts come to less, and nothing says that they are all there is", spans)
    return Found("sum-mismatch", RULE, "high", f"{added} is {told(amount)}; the text says {told(whole)}.", spans)


def _by_outcome(facts: Facts, family: dict[str, Any]) -> dict[str, list[Figure]]:
    """The exact counts of each outcome of the family, parts of other numbers left out."""
    found: dict[str, list[Figure]] = {}
    for row in exact(facts):
        outcomes = [name for name, words in family["parts"].items() if _says(facts, row, words)]
        if len(outcomes) == 1 and row.part_of is None and not _is_total(facts, row, family):
            found.setdefault(outcomes[0], []).append(row)
    return found


def _says(facts: Facts, row: Figure, words: Sequence[str]) -> bool:
    said = f" {' '.join(clauses.words(facts, _clause(facts, row)))} "
    return any(f" {word} " in said for word in words)


def _clause(facts: Facts, row: Figure) -> Span:
    """The figure's part of its sentence: as far as the next mark, joining word or number on either side."""
    around = clauses.sentence(facts, row.span)
    others = [other.span for other in exact(facts) if around.holds(other.span) and other.span != row.span]
    before = [cut.end() for cut in _OPENING.finditer(facts.text, around.start, row.span.start)]
    after = [cut.start() for cut in _MARK.finditer(facts.text, row.span.end, around.end)]
    start = max([around.start, *before, *(span.end for span in others if span.end <= row.span.start)])
    end = min([around.end, *after, *(span.start for span in others if span.start >= row.span.end)])
    return Span(start, end)


def _is_total(facts: Facts, row: Figure, family: dict[str, Any]) -> bool:
    """Whether a count is told of all: by its noun, or by words of its clause ("on board")."""
    noun = set(clauses.words_of(row.noun.text)) if row.noun is not None else set()
    before = clauses.words(facts, Span(max(0, row.span.start - 5), row.span.start))
    if noun & set(family["nouns"]) and ("all" in before or "all" in clauses.words_of(row.text) or not family["with"]):
        return not _any_outcome(facts, row, family)
    return _says(facts, row, family["with"]) and not _any_outcome(facts, row, family)


def _any_outcome(facts: Facts, row: Figure, family: dict[str, Any]) -> bool:
    return any(_says(facts, row, words) for words in family["parts"].values())


def _all(facts: Facts, total: Figure) -> bool:
    """Whether the total is told of all who were there."""
    return "all" in clauses.words(facts, Span(max(0, total.span.start - 5), total.span.end))
