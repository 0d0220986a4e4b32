"""Cuts a text into the terms that tell events apart, says which are names, and how rare each is in news.

Stands alone because everything that likens happenings counts the same terms and weighs them the same way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sayso.lexicon import table
from sayso.link.copies.words import plain
from sayso.parse.meaning import pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

FLOOR = 8.0
"""The rarity of a word that neither the table nor the encoder's word list holds."""
KNOWN = 6.5
"""The rarity of a word that the encoder has as a whole, and so is not rare in the world (chosen on train)."""
_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_OWNER = re.compile(r"['’]s$", re.IGNORECASE)
_NUMBER = 5.0
_SHORTEST_SHOUT = 3


@dataclass(frozen=True, slots=True)
class Term:
    """A word as it is compared and where it stands. `capital`: its first letter; `shouted`: all, of a longer word."""

    word: str
    start: int
    end: int
    capital: bool
    shouted: bool


def terms(text: str, start: int = 0, end: int | None = None) -> Iterator[Term]:
    """The terms of ``text[start:end]``, in order: without case and possessive endings."""
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        printed = _OWNER.sub("", match.group())
        yield Term(
            plain(printed),
            match.start(),
            match.start() + len(printed),
            printed[:1].isupper(),
            len(printed) >= _SHORTEST_SHOUT and printed.isupper(),
        )


@lru_cache(maxsize=262_144)
def rarity(word: str) -> float:
    """How rare a term is in news: about minus the logarithm of its share of reports; numbers get one value for all."""
    level = _levels().get(word)
    if level is None:
        level = _NUMBER if word[0].isdigit() else KNOWN if pieces(word) == 1 else FLOOR
    return level


@cache
def _levels() -> dict[str, float]:
    return {word: float(level) for level, words in table("rarity")["levels"].items() for word in words.split()}
