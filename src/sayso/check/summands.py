"""Says which numbers of a report may be a total or a part of one: exact counts, and bare numbers that no row holds.

Stands alone because most numbers in a report are names, ages and addresses, and adding these up makes nonsense.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from sayso.check import clauses
from sayso.check.counting import person
from sayso.extract.figures.numerals import numerals
from sayso.lexicon import table
from sayso.model import Figure, Span
from sayso.parse import lemma

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.check.facts import Facts

FEWEST = 2
MONTHS = {"month": 1, "year": 12}
_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}")
_AGED = re.compile(r"[a-z]{5}|-")


def summands(facts: Facts) -> list[Figure]:
    """The numbers that may be parts, in text order."""
    figures = [row for row in (*facts.reading.figures, *_unread(facts)) if _exact(row) and not _label(facts, row)]
    return sorted(figures, key=lambda row: row.span)


def may_be_total(facts: Facts, row: Figure) -> bool:
    """Whether one of them may be a total."""
    return not _added(facts, row) and not _nameless(row)


def _unread(facts: Facts) -> Iterator[Figure]:
    """Numbers that no row holds, behind others of their sentence ("the Union 39, the Greens 17"), as bare counts."""
    parsed = facts.parsed
    if parsed is None:
        return
    rows = sorted([row.span for row in facts.reading.figures] + [row.span for row in facts.reading.dates])
    held = {parsed.sentence[tokens[0]] for row in facts.reading.figures if (tokens := parsed.tokens_in(row.span))}
    for sentence in sorted(held):
        cardinal = [token for token in parsed.sentence_tokens(sentence) if parsed.tags[token] == "CD"]
        if len(cardinal) < FEWEST:
            continue
        for number in numerals(facts.text, int(parsed.starts[cardinal[0]]), int(parsed.ends[cardinal[-1]])):
            span = Span(number.start, number.end)
            at = bisect_right(rows, span)
            taken = any(span.meets(other) for other in rows[max(0, at - 1) : at + 1])
            if (
                not taken
                and number.form in ("digits", "words")
                and not (number.plain and _YEAR.fullmatch(span.of(facts.text)))
            ):
                yield _bare_count(span, span.of(facts.text), number.value)


def _bare_count(span: Span, text: str, value: float | None) -> Figure:
    return Figure(
        id="",
        kind="count",
        span=span,
        text=text,
        value=value,
        low=None,
        high=None,
        bound="exact",
        trend=None,
        unit=None,
        noun=None,
        counted=None,
        part_of=None,
        convention=None,
        population=None,
        place=None,
        as_of=None,
        since=None,
        attribution=None,
    )


def _exact(row: Figure) -> bool:
    """Whether it is one exact number of something, or a bare one that was taken for an age ("Tolva 40")."""
    if row.kind == "age":
        return (
            row.bound == "exact" and row.span.end - row.span.start == len(row.text) and _AGED.search(row.text) is None
        )
    if row.kind not in ("count", "measure", "money", "duration") or row.bound != "exact" or not row.value:
        return False
    return row.kind != "duration" or row.unit in MONTHS


def _label(facts: Facts, row: Figure) -> bool:
    """Whether the number is a name ("count 1", "the 2200 block"), or an age in apposition ("Lachlan, 44, and")."""
    before = clauses.words_of(facts.before(row.span, 16))[-1:]
    if set(before) & set(table("checks")["parts"]["labels"]):
        return True
    if row.kind == "age":
        return facts.before(row.span, 3).rstrip().endswith(",")
    return row.kind == "count" and (row.value or 0) > 1 and _of_one(row)


def _nameless(row: Figure) -> bool:
    """Whether nothing says of what the number is a total: "the 757", "Mr Farrow, 85"."""
    return row.kind == "age" or (row.kind == "count" and bare(row))


def _of_one(row: Figure) -> bool:
    """Whether the noun behind the number is one thing's and no plural, so that the number is its name."""
    words = clauses.words_of(row.noun.text) if row.noun is not None else []
    if not words or row.noun is None or not row.span.meets(row.noun.span) or person(row) or row.counted is not None:
        return False
    return lemma(words[-1], "noun") == words[-1] and not words[-1].endswith("s") and words[-1] not in _uncounted()


@cache
def _uncounted() -> frozenset[str]:
    return frozenset(table("checks")["parts"]["uncounted"])


def _added(facts: Facts, row: Figure) -> bool:
    """Whether the number comes on top of another, and is no total ("another 66")."""
    before = clauses.words_of(facts.before(row.span, 16))[-1:]
    return bool(set(before) & {"another", "additional", "further", "extra", "more"})


def bare(row: Figure) -> bool:
    """Whether a number stands without what it counts ("24 burned")."""
    return row.counted is None and (row.noun is None or not row.span.meets(row.noun.span))
