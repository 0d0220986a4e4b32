"""Finds where a title before a name starts, when more of it stands before the run of capitals that it ends.

Stands alone because it reads to the left of a name, and the reading of names goes no further than the name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.lexicon import words
from sayso.parse.labels import BEFORE_NOUNS
from sayso.resolve.terms import is_title, plain

if TYPE_CHECKING:
    from sayso.stages import Parsed


def title_start(parsed: Parsed, first: int, end: int) -> int:
    """The first token of the title that ends at `end`, of which `first` is known."""
    return _with_nouns(parsed, with_of(parsed, first), end)


def with_of(parsed: Parsed, first: int) -> int:
    """Where a title starts that goes on before `first`: "Secretary of | State", "Chief of | Staff"."""
    if first < 2 or parsed.lower[first - 1] != "of" or plain(parsed.words[first]) in words("titles", "honorifics"):  # noqa: PLR2004 - a noun and "of"
        return first
    token = first - 1
    while token > 0 and parsed.tags[token - 1] in BEFORE_NOUNS and parsed.sentence[token - 1] == parsed.sentence[first]:
        token -= 1
    return token if token < first - 1 and is_title(parsed.words[first - 2]) else first


def _with_nouns(parsed: Parsed, first: int, end: int) -> int:
    """Where a title up to `end` starts with the capitalised nouns before `first` that modify it: "Police | Chief"."""
    while first and parsed.words[first - 1][0].isupper() and parsed.deps[first - 1] == "compound":
        if not first <= parsed.heads[first - 1] < end:
            break
        first -= 1
    return first
