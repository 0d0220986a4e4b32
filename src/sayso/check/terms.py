"""Finds prison terms told to be served one after another that do not make the whole sentence told beside them.

Stands alone because lengths of time add up only where the words say that one follows the other.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from sayso.check import clauses
from sayso.check.counting import told
from sayso.check.judgement import Found, Judgement, LetGo
from sayso.lexicon import table
from sayso.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.check.facts import Facts
    from sayso.model import Figure

RULE = "terms-of-sentence"
MONTHS = {"month": 1, "year": 12}
FEWEST = 2
YEAR = 12
BEFORE = 60  # characters before a length in which a verb of sentencing stands


def judge(facts: Facts) -> Iterator[Judgement]:
    """A finding where the whole is told, all terms are, and their sum is another."""
    lexicon = table("checks")["terms"]
    after = _place(facts, lexicon["after"])
    if after is None or _place(facts, lexicon["together"]) is not None:
        return
    terms = [row for row in facts.reading.figures if _is_term(facts, row)]
    wholes = [row for row in terms if _is_whole(facts, row)]
    parts = [row for row in terms if row not in wholes]
    spans = tuple(row.span for row in (*wholes, *parts))
    if len({_months(row) for row in wholes}) != 1 or len(parts) < FEWEST:
        yield LetGo(RULE, "no one whole is told beside two terms or more", spans)
        return
    amount, whole = sum(map(_months, parts), Fraction(0)), _months(wholes[0])
    numbers = {row.value for row in facts.reading.figures if row.noun is not None and row.noun.text.endswith("terms")}
    if amount == whole:
        yield LetGo(RULE, f"the terms add up to {_length(amount)}", spans)
    elif numbers and len(parts) not in numbers:
        yield LetGo(RULE, "not all terms are told", spans)
    else:
        added = " + ".join(_length(_months(row)) for row in parts)
        why = f"{added} is {_length(amount)}; the text says {_length(whole)}."
        yield Found("sum-mismatch", RULE, "high", why, spans)


def _place(facts: Facts, words: list[str]) -> Span | None:
    found = re.search(rf"\b(?:{'|'.join(map(re.escape, words))})\b", facts.text, re.IGNORECASE)
    return Span(*found.span()) if found is not None else None


def _is_term(facts: Facts, row: Figure) -> bool:
    if row.kind != "duration" or row.unit not in MONTHS or row.bound != "exact" or row.value is None:
        return False
    around = clauses.words(facts, clauses.sentence(facts, row.span))
    before = clauses.words(facts, Span(max(0, row.span.start - BEFORE), row.span.start))
    after = clauses.words(facts, Span(row.span.end, min(len(facts.text), row.span.end + 24)))
    lexicon = table("checks")["terms"]
    return bool(set(around) & set(lexicon["verbs"])) and not (set(after[:1]) | set(before[-1:])) & set(lexicon["other"])


def _is_whole(facts: Facts, row: Figure) -> bool:
    """Whether a length is told of the whole sentence: in the headline, or after "a total of" and the like."""
    before = f" {' '.join(clauses.words(facts, Span(max(0, row.span.start - BEFORE), row.span.start)))} "
    headline = facts.text.find("\n\n")
    wholly = any(f" {word} " in before for word in table("checks")["terms"]["whole"])
    return wholly or (row.span.end <= headline and facts.text[headline - 1] not in ".!?")


def _months(row: Figure) -> Fraction:
    return Fraction(str(row.value)) * MONTHS[row.unit or ""]


def _length(months: Fraction) -> str:
    if months < YEAR or (months % (YEAR // 2) != 0):
        return f"{told(float(months))} months"
    years = float(months / YEAR)
    return f"{told(years)} {'year' if years == 1 else 'years'}"
