"""Finds who is counted, as printed: "Palestinian children", "nurses", or who a part is ("three of them women").

Stands alone because whom a number counts and what it counts are two answers of the contract.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sayso.extract.figures.nouns import is_generic, is_person
from sayso.lexicon import table, words
from sayso.parse import lemma
from sayso.parse.labels import NOUNS

if TYPE_CHECKING:
    from sayso.extract.figures.draft import Draft
    from sayso.stages import Parsed

AHEAD = 4


def population_of(parsed: Parsed, draft: Draft) -> str | None:
    """Who is counted, as printed ("Palestinian children", "nurses"), where it says more than that they are people."""
    if draft.unit != "person":
        return None
    if draft.noun is None:
        return _apposed(parsed, draft)
    noun = draft.noun
    first = noun.first
    while first < noun.head and parsed.lower[first] in DROPPED:
        first += 1
    while first < noun.head and parsed.tags[first] in ("VBN", "VBG", "JJR"):
        first += 1
    if first == noun.head and (is_generic(parsed, noun) or parsed.lower[first] == "olds"):
        return None
    return " ".join(parsed.span(first, noun.last).of(parsed.text).split())


@cache
def _dropped() -> frozenset[str]:
    return frozenset(table("hedges")["more"]["words"]) | frozenset(table("designations")["places"]["not_population"])


DROPPED = _dropped()


def _apposed(parsed: Parsed, draft: Draft) -> str | None:
    """The noun that follows a part: "three of them children", "two of them (were) women"."""
    at = draft.last
    for _ in range(AHEAD):
        if at >= len(parsed) or parsed.sentence[at] != draft.sentence:
            return None
        if parsed.tags[at] in NOUNS:
            while at + 1 < len(parsed) and parsed.tags[at + 1] in NOUNS:
                at += 1
            person = is_person(lemma(parsed.lower[at], "noun"))
            return parsed.words[at] if person else None
        if parsed.lower[at] not in words("figures", "populations", "between") and parsed.tags[at] != "RB":
            return None
        at += 1
    return None
