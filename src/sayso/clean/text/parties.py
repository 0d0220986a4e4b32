"""Knows agencies and outlets by the names that credits print, and cuts a credit into its parties.

Stands alone because datelines, bylines, credit lines and copyright lines all name parties in the same forms.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sayso.lexicon import table, words

# Short forms such as "AA" or "PAN" are names only in their own letters.
_SHORT = 5
_BETWEEN = re.compile(r"\s*(?:,|/|;|\+|&|\s-\s)\s*(?:and\s+|with\s+)?|\s+(?:and|with|plus)\s+", re.IGNORECASE)
_SMALL = words("function_words", "in_names", "parties")
_LONGEST = 80
_MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Party:
    """A party as a credit names it: `name` in its usual form, the place of the words, and what is known of it."""

    name: str
    start: int
    end: int
    agency: bool
    known: bool


def known(words: str, at: int = 0) -> Party | None:
    """The agency or outlet that `words` name, all of them; null where they name none. `at` is their offset."""
    lead = len(words) - len(words.lstrip(" \t\u00a0.:\"'“”‘’*-–—"))
    bare = words.strip(" \t\u00a0.:,\"'“”‘’*-–—")
    if not bare or len(bare) > _LONGEST:
        return None
    entry = _index().get(_key(bare)) or _index().get(_key(_without_article(bare)))
    return Party(entry[0], at + lead, at + lead + len(bare), agency=entry[1], known=True) if entry else None


def parties(words: str, at: int = 0, *, only_known: bool) -> tuple[Party, ...]:
    """The parties that a credit names ("Reuters and AFP", "AFP/AP"), in order; generic words ("agencies") name none."""
    whole = known(words, at)
    if whole:
        return (whole,)
    found: list[Party] = []
    start = 0
    cuts = [
        *((match.start(), match.end()) for match in _BETWEEN.finditer(words[:_LONGEST])),
        (min(len(words), _LONGEST), 0),
    ]
    for stop, following in cuts:
        party = known(words[start:stop], at + start) or (
            None if only_known else _unknown(words[start:stop], at + start)
        )
        if party:
            found.append(party)
        start = following
    return tuple(found)


def _unknown(words: str, at: int) -> Party | None:
    lead = len(words) - len(words.lstrip(" \t\u00a0.:\"'“”‘’*-–—"))
    bare = words.strip(" \t\u00a0.:,\"'“”‘’*-–—")
    parts = bare.split()
    if not bare or len(parts) > _MOST_WORDS or not bare[0].isupper() or bare.casefold() in _generic():
        return None
    if any(bracket in bare for bracket in "()[]"):
        return None
    if not all(part[0].isupper() or part[0].isdigit() or part in _SMALL for part in parts):
        return None
    return Party(bare, at + lead, at + lead + len(bare), agency=False, known=False)


def is_generic(words: str) -> bool:
    """Whether the words only say that it is from agencies, and name nobody."""
    return words.strip(" .:()[]").casefold() in table("credits")["credits"]["agencies"]


def is_photo(words: str) -> bool:
    """Whether a credit is that of a picture."""
    return any(part in _photo() for part in words.casefold().replace("/", " ").replace(":", " ").split())


def _key(words: str) -> str:
    squeezed = " ".join(words.replace("’", "'").split())
    return squeezed if len(squeezed) <= _SHORT else squeezed.casefold()


def _without_article(words: str) -> str:
    return words[4:] if words[:4].casefold() == "the " else words


@cache
def _index() -> dict[str, tuple[str, bool]]:
    names = table("agencies")
    found: dict[str, tuple[str, bool]] = {}
    for kind in ("agencies", "outlets"):
        for name, entry in names[kind].items():
            for form in (name, _without_article(name), *entry["variants"]):
                found.setdefault(_key(form), (name, kind == "agencies"))
    return found


def _generic() -> frozenset[str]:
    return words("credits", "credits", "generic")


def _photo() -> frozenset[str]:
    return words("credits", "credits", "photo")
