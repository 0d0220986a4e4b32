"""Says how alike two words of a name are, across spellings and transliterations, and which consonants they share.

Stands alone because the measure is made for names: "Haniyeh" and "Haniyah" differ by what an ear takes for one sound,
"Lindgren" and "Lindberg" by what it does not, and no general edit distance knows that.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sayso.lexicon import table, words

if TYPE_CHECKING:
    from collections.abc import Sequence

VOWELS = frozenset("aeiou")
LIKE = 0.84
"""Two words at least this alike are spellings of one name."""
_NEARLY = 0.9
_NEAR, _WEAK, _SHORTEST = 0.3, 0.35, 5
_PARTED = re.compile(r"\b(\w\.)\s(?=\w\.)")
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=50_000)
def folded(text: str) -> str:
    """`text` in lower case, without accents, apostrophes and full stops; hyphens become blanks."""
    if text.isascii() and text.isalpha():
        return text.lower()
    text = _PARTED.sub(r"\1", text)
    letters = table("transliteration")["letters"]
    plain = "".join(letters.get(c, c) for c in text.casefold())
    parts = unicodedata.normalize("NFKD", plain)
    kept = "".join(" " if c in "-‐‑–/" else c for c in parts if c not in ".'’‘`ʿʾ" and not unicodedata.combining(c))
    return " ".join(_WORD.findall(kept))


@cache
def particles() -> frozenset[str]:
    """The words of a name that stand or fall with its spelling ("al", "van")."""
    return words("transliteration", "particles", "words")


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """One spelling for all spellings of a name's word (folded) that are heard alike."""
    rules = table("transliteration")["sounds"]
    for written, heard in rules["written"]:
        word = word.replace(written, heard)
    for written, heard in rules["first"]:
        word = heard + word.removeprefix(written) if word.startswith(written) else word
    soft = rules["soft"]
    heard = [
        ("s" if word[i + 1 : i + 2] in soft and word[i + 1 : i + 2] else "k")
        if c == "c" and word[i + 1 : i + 2] != "h"
        else c
        for i, c in enumerate(word)
    ]
    once = [c for i, c in enumerate(heard) if not i or c != heard[i - 1]]
    return "".join(once)


@lru_cache(maxsize=50_000)
def skeleton(word: str) -> str:
    """The consonants of a name's word (folded) as all its spellings share them; a vowel at the head stays as one."""
    told = sound(word).replace("ch", "k").replace("sh", "s").replace("ia", "a")
    bare = told[:1] + "".join(c for c in told[1:] if c not in "aeiouh")
    classes = str.maketrans({"g": "k", "h": "k", "z": "s", "c": "s", "j": "s", "t": "d", "f": "v", "b": "v"})
    first = "a" if bare[:1] in VOWELS else bare[:1]
    merged = (first + bare[1:]).translate(classes)
    return "".join(c for i, c in enumerate(merged) if not i or c != merged[i - 1])


@lru_cache(maxsize=100_000)
def likeness(one: str, other: str) -> float:
    """How alike two words of names (folded) are: 1 heard alike, `LIKE` and more spellings of one, 0 nothing alike."""
    first, second = sound(one), sound(other)
    if first == second:
        return 1.0 if one == other else 0.98
    if first[:1] != second[:1] and not ({first[:1], second[:1]} <= VOWELS or _substitution(first[:1], second[:1]) < 1):
        return 0.0
    cost = _cost(first, second)
    return max(0.0, 1 - cost / max(_SHORTEST, (len(first) + len(second)) / 2))


def spelt_alike(one: str, other: str) -> bool:
    """Whether two words of names (folded) are spellings of one; with other consonants they must be nearly the same."""
    close = likeness(one, other)
    return close >= LIKE and (close >= _NEARLY or skeleton(one) == skeleton(other))


def _cost(one: str, other: str) -> float:
    """What it takes to turn one sound into another, where a slip of the ear costs little."""
    weak = words("transliteration", "near", "weak")
    row = [0.0]
    for c in other:
        row.append(row[-1] + (_WEAK if c in weak else 1.0))
    for ours in one:
        drop = _WEAK if ours in weak else 1.0
        above, row = row, [row[0] + drop]
        for j, theirs in enumerate(other):
            swap = above[j] + _substitution(ours, theirs)
            add = row[j] + (_WEAK if theirs in weak else 1.0)
            best = min(swap, above[j + 1] + drop, add)
            row.append(best)
    return row[-1]


def _substitution(one: str, other: str) -> float:
    return 0.0 if one == other else _NEAR if (one, other) in _near() else 1.0


@cache
def _near() -> frozenset[tuple[str, str]]:
    pairs: Sequence[tuple[str, str]] = table("transliteration")["near"]["sounds"]
    return frozenset((a, b) for a, b in pairs) | frozenset((b, a) for a, b in pairs)
