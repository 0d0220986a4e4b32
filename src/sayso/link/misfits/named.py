"""Finds what a text names, and where it says that things happened, from capitals and prepositions alone.

Stands alone because a stored reading has no entities: names of places are no rows, and no list of places is kept.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sayso.lexicon import table
from sayso.link.misfits.spelling import WORD, empty, fold
from sayso.parse.lemmas import lemma

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.model import Span

CAPITALS = 0.75
"""The share of its long words that a line in title case has with a capital."""
_FEWEST = 5
_LONG = 3
_NAME = r"([A-Z][\w'’-]*(?:[ ](?:of\s+|the\s+)*[A-Z][\w'’-]*){0,3})"


@lru_cache(maxsize=1_024)
def headline(text: str) -> bool:
    """Whether nearly all long words begin with a capital, as in a link to another report."""
    long = [word for word in WORD.findall(text) if len(word) > _LONG]
    if sum(word[0].isupper() for word in long) < CAPITALS * _FEWEST:
        return False
    words = [word for word in long if fold(word) not in _calendar()]
    return len(words) >= _FEWEST and sum(word[0].isupper() for word in words) >= CAPITALS * len(words)


@cache
def _place_patterns() -> tuple[re.Pattern[str], ...]:
    """Names behind a preposition of place, behind "the town of", and before "district"; not "the Ruthen city of"."""
    nouns = "|".join(table("between")["places"]["nouns"])
    wide = "|".join(table("between")["places"]["wide"])
    where = "|".join(table("between")["places"]["prepositions"])
    return (
        re.compile(rf"\b(?i:{where})\s+(?:[a-z]+(?:['’]s)?\s+){{0,4}}?{_NAME}(?!\w|\s+(?:{wide})\s+of\b)"),
        re.compile(rf"\b(?:{nouns})s?\s+of\s+(?:the\s+)?{_NAME}(?!\w|\s+(?:{wide})\s+of\b)"),
        re.compile(rf"{_NAME}\s+(?!(?:{wide})\s+of\b)(?:{nouns})\b"),
    )


def places(text: str, names: frozenset[str]) -> Iterator[str]:
    """The words of names that stand where a place stands."""
    small = table("between")["places"]["general"]
    for pattern in _place_patterns():
        for found in pattern.finditer(text):
            for word in WORD.findall(found[1]):
                if len(word) > _LONG and (folded := fold(word)) in names and folded not in small:
                    yield folded


def names(text: str, spans: Iterable[Span]) -> frozenset[str]:
    """The folded words that the report writes with a capital where a sentence does not ask for one."""
    found: set[str] = set()
    first: set[str] = set()
    small: set[str] = set()
    for span in spans:
        part = span.of(text)
        plain = headline(part)
        first_word = True
        for match in WORD.finditer(part):
            word = match.group()
            folded = fold(word)
            if not word[0].isupper():
                small.add(folded)
            elif first_word or plain or part[match.start() - 1] in "\"“'‘":
                first.add(folded)
            elif len(folded) > 1 and folded not in _calendar():
                found.add(folded)
            first_word = False
    return frozenset(found | {word for word in first - small if len(word) > _LONG and not _known(word)})


@cache
def _calendar() -> frozenset[str]:
    dates = table("dates")
    return frozenset(fold(word) for word in (*dates["weekdays"], *dates["months"]))


@cache
def _everyday() -> frozenset[str]:
    """The words of grammar, of the calendar and for numbers."""
    numbers = table("numbers")
    return frozenset(map(fold, (*empty(), *numbers["small"], *numbers["tens"], *numbers["scales"]))) | _calendar()


@lru_cache(maxsize=100_000)
def _known(word: str) -> bool:
    """Whether a folded word that only begins sentences is an everyday word."""
    return word in _everyday() or any(lemma(word, kind) != word for kind in ("noun", "verb"))
