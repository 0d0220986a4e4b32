"""Finds shares of one whole, told as the only answers there are, that make more or less than 100 percent.

Stands alone because shares are rounded: each may be half a point off, and the sum by as many halves as there are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.check import clauses
from sayso.check.counting import told
from sayso.check.judgement import Found, Judgement, LetGo
from sayso.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.check.facts import Facts
    from sayso.model import Figure

RULE = "shares-of-whole"
FEWEST, MOST = 3, 8
WHOLE = 100


def judge(facts: Facts) -> Iterator[Judgement]:
    """A finding where as many shares as there are answers miss 100 by more than rounding; one is of those with none."""
    lexicon = table("checks")["shares"]
    shares = [row for row in facts.reading.figures if row.kind == "percent" and row.trend is None and row.value]
    answers = {row.value for row in facts.reading.figures if row.noun is not None and _last(row) in lexicon["answers"]}
    undecided = [row for row in shares if _says(facts, row, lexicon["undecided"])]
    if not FEWEST <= len(shares) <= MOST or not undecided:
        return
    spans = tuple(row.span for row in shares)
    amount = sum(row.value or 0 for row in shares)
    slack = sum(_half(row) for row in shares) + _half(shares[0])
    if any(row.bound != "exact" for row in shares):
        yield LetGo(RULE, "one of the shares is a bound or rounded", spans)
    elif abs(amount - WHOLE) <= slack:
        yield LetGo(RULE, f"the shares add up to {told(amount)}, within rounding", spans)
    elif len(shares) not in answers:
        yield LetGo(RULE, "nothing says that these are all the answers, each given once", spans)
    else:
        added = " + ".join(told(row.value or 0) for row in shares)
        why = f"{added} is {told(amount)} percent; the shares of one whole make 100."
        yield Found("sum-mismatch", RULE, "high", why, spans)


def _last(row: Figure) -> str:
    words = clauses.words_of(row.noun.text) if row.noun is not None else []
    return words[-1] if words else ""


def _half(row: Figure) -> float:
    places = len(str(row.value).partition(".")[2]) if row.value != int(row.value or 0) else 0
    return float(0.5 / 10**places)


def _says(facts: Facts, row: Figure, words: list[str]) -> bool:
    said = f" {' '.join(clauses.words(facts, clauses.sentence(facts, row.span)))} "
    return any(f" {word} " in said for word in words)
