"""Finds the full stops that only shorten a word, behind which no sentence begins: "a.m.", "Brig. Gen.", "Art. 5".

Stands alone because it is print, not learning: how the word behind it is written tells more than the encoder saw.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.lexicon import words
from sayso.parse.labels import ADVERBS, FINITE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MARKS = 2
"""How many marks lie at most between a full stop and the word behind it: a dash, a quotation mark."""


def unended(tokens: Sequence[str], tags: Sequence[str], begins: Sequence[int]) -> Iterator[int]:
    """Those of the tokens `begins`, the first of sentences in order, that only go on what stands before them."""
    start = begins[0] if begins else 0
    for token in begins[1:]:
        if _goes_on(tokens, tags, start, token):
            yield token
        else:
            start = token


def _goes_on(tokens: Sequence[str], tags: Sequence[str], start: int, token: int) -> bool:
    """Whether the full stop before `token` only shortens a word, in a sentence that begins at `start`."""
    short, whole = _short(tokens, token)
    following = next((word for word in tokens[token : token + MARKS + 1] if any(map(str.isalnum, word))), "")
    low = short.lower()
    if not low or not following:
        return False
    if following[0].islower():
        return whole or low in words("abbreviations", "small")
    if following[0].isdigit():
        known = "capital" if short[0].isupper() else "words"
        numbered = low in words("abbreviations", "numbers", known) | words("abbreviations", "numbers", "words")
        return numbered or (low in _halves() and _opens(tags, start, token))
    if low in words("abbreviations", "names"):
        return short[0].isupper() and following.lower() not in words("comparing", "small")
    timed = "".join(tokens[token + 1 : token + 2]).lower() == "time"  # "3 p.m. Vetrin time"
    return low in _halves() and (timed or _opens(tags, start, token))


def _short(tokens: Sequence[str], token: int) -> tuple[str, bool]:
    """The shortened word before `token` without its last full stop, and whether the two are one token; "" for none."""
    before = tokens[token - 1]
    if before == ".":
        word = tokens[token - 2] if token > 1 else ""
        return (word, False) if word.isalpha() and (len(word) == 1 or not word.isupper()) else ("", False)
    shortened = before.endswith(".") and any(map(str.isalpha, before))
    return (before[:-1], True) if shortened else ("", False)


def _opens(tags: Sequence[str], start: int, token: int) -> bool:
    """Whether what stands before `token` only says when: "At 10 p.m.", "Shortly after 5 a.m."."""
    own = tags[start:token]
    led = "IN" in own[:1] or any(one in ADVERBS and two == "IN" for one, two in pairwise(own[:2]))
    return led and FINITE.isdisjoint(own)


def _halves() -> frozenset[str]:
    """The halves of a day, as they are shortened."""
    return frozenset(word.removesuffix(".") for word in words("designations", "after", "clock") if word.endswith("."))
