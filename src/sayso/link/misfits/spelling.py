"""Cuts text into words as they are compared between reports: folded, without endings, and with or without meaning.

Stands alone because names, places, quotes and figures must all be compared by the same words.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from sayso.check.counting import stem
from sayso.check.cutting import OWN_S
from sayso.lexicon import table, words

WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}")
_DOUBLE = re.compile(r"([a-z])\1")


def words_in(text: str) -> list[str]:
    """The words of a text in lower case, abbreviations with full stops as one word."""
    text = _INITIALS.sub(lambda found: found[0].replace(".", ""), text)
    if "'" not in text and "’" not in text:
        return WORD.findall(text.lower())
    return [word.removesuffix("'s").removesuffix("’s") for word in WORD.findall(text.lower())]


def stems_in(text: str) -> frozenset[str]:
    """The stems of a text's words of meaning."""
    return frozenset(stem(word) for word in words_in(text) if meaning(word))


def meaning(word: str) -> bool:
    """Whether a word carries meaning of its own."""
    return len(word) > 1 and word not in empty() and not word.isdigit()


@cache
def empty() -> frozenset[str]:
    """The words of grammar and of telling."""
    return words("checks", "empty", "words")


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """A name's word without case, accents, possessive and doubled letters ("Raqqa" and "Raqa" are one)."""
    word = OWN_S.sub("", word)
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)).lower()
    return _DOUBLE.sub(r"\1", plain.replace(".", ""))


def number_of(word: str) -> str:
    """A small number in digits, however it is written; any other word as it is."""
    return str(table("between")["spelling"]["same"].get(word, word))


def capital(name: str) -> str:
    """A name at the start of a sentence."""
    return name[:1].upper() + name[1:]
