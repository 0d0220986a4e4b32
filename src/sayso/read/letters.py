"""Weighs how a text reads by one code or another: where letters stand that no language puts there, the code is wrong.

Stands alone because it knows spelling and no bytes: which readings are weighed is the decoder's matter.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from sayso.lexicon import table

NEVER, SELDOM = 2.0, 1.0
LOST = 3.0
"""What a code point costs that stands for nothing."""
_BEYOND = re.compile(r"[^\x00-\x7f]")
_LAST_CONTROL = 0x9F
_WIDE = 0x2E80
"""From here on stand the scripts of East Asia, which need no blanks and seldom print one sign alone."""


def oddness(text: str) -> float:
    """How much in `text` stands where it does not belong: each sign with its neighbours counts once."""
    places = {(text[max(0, at - 1) : at], text[at], text[at + 1 : at + 2]) for at in _beyond(text)}
    return sum(_odd(before, sign, after) for before, sign, after in places)


def _beyond(text: str) -> list[int]:
    return [match.start() for match in _BEYOND.finditer(text)]


@lru_cache(maxsize=65_536)
def _odd(before: str, sign: str, after: str) -> float:
    category = unicodedata.category(sign)
    if sign == "\N{REPLACEMENT CHARACTER}" or sign <= chr(_LAST_CONTROL) or category == "Cn":
        return LOST
    if category == "Sk" or (sign.isalpha() and _breaks(before, sign, after)):
        return NEVER
    around = f"{_base(before)}_{_base(after)}"
    letter = sign.lower()
    if (pattern := _patterns("never").get(letter)) and pattern.search(around):
        return NEVER
    if (pattern := _patterns("seldom").get(letter)) and pattern.search(around):
        return SELDOM
    amid = all(beside.isalpha() and not beside.isascii() for beside in (before, after))
    return SELDOM if amid and _is_latin(sign) else 0.0


def _breaks(before: str, sign: str, after: str) -> bool:
    """Whether a letter breaks its word: of another script, a capital behind a small one, a lone sign of East Asia."""
    if _is_wide(sign) and not (_is_wide(before) or _is_wide(after)):
        return True
    if any(beside.isalpha() and _is_latin(beside) != _is_latin(sign) for beside in (before, after)):
        return True
    return sign.isupper() and before.islower()


def _is_latin(letter: str) -> bool:
    return letter.isascii() or unicodedata.name(letter, "").startswith(("LATIN", "FEMININE", "MASCULINE"))


def _is_wide(sign: str) -> bool:
    return bool(sign) and ord(sign) >= _WIDE


@lru_cache(maxsize=4096)
def _base(letter: str) -> str:
    """A letter in lower case without its accent; ``#`` for what is none, ``0`` for a digit."""
    if letter.isascii() and letter.isdigit():
        return "0"
    if not letter.isalpha():
        return "#"
    low = letter.lower()[0]
    return table("letters")["bases"].get(low) or unicodedata.normalize("NFKD", low)[0]


@cache
def _patterns(kind: str) -> dict[str, re.Pattern[str]]:
    return {letter: re.compile(pattern) for letter, pattern in table("letters")[kind].items()}
