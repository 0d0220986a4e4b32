"""Takes a description of a person apart: the office, whose or of what it is, and what it means.

Stands alone because persons are told apart by what reports say that they are, in titles and in loose words alike.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sayso.lexicon import table, words
from sayso.link.actors.names import folded
from sayso.link.actors.senses import dictionary
from sayso.parse import lemma
from sayso.parse.meaning import passage
from sayso.resolve.terms import is_title

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.parse.meaning import Vector

_WORD = re.compile(r"[^\W_][\w.'’-]*")
_COMPOUND = re.compile(r"[^\W_]+-[a-z]+")
"""Where somebody is based, or who backs him, names no body of his."""
_OWNER = re.compile("['’]s?(?!\\w)")


@dataclass(frozen=True, slots=True)
class Role:
    """One description of a person, in its parts.

    `heads` are its offices, one word for all that mean one, `titles` the same as printed. `names` are those in it,
    `places` what of them is no body's; `portfolios` the affairs it is for; `vector` what it means without the names.
    """

    words: frozenset[str]
    heads: frozenset[str]
    titles: frozenset[str]
    names: frozenset[str]
    places: frozenset[str]
    portfolios: frozenset[str]
    vector: Vector


@lru_cache(maxsize=20_000)
def role(phrase: str, name: frozenset[str] = frozenset()) -> Role:
    """The parts of a description, without the words of the person's own name."""
    lower = phrase.casefold()
    tokens = [(raw, folded(raw)) for raw in _WORD.findall(_OWNER.sub("", phrase))]
    kept = [(raw, plain) for raw, plain in tokens if plain and plain not in name and plain not in small()]
    heads = {office for raw, plain in kept for office in offices(plain)}
    heads |= {office for form in _long_offices() if form in lower for office in offices(form)}
    names = frozenset(
        plain
        for i, (raw, plain) in enumerate(kept)
        if raw[0].isupper() and not is_title(raw) and (i or not dictionary(plain)) and not _COMPOUND.fullmatch(raw)
    )
    kinds = words("organisations", "heads") | bodies()
    told = frozenset(plain for _, plain in kept)
    return Role(
        told,
        frozenset(heads),
        frozenset(plain for _, plain in kept if offices(plain)),
        names,
        frozenset(plain for raw, plain in kept if plain in names and not raw.isupper() and plain not in kinds),
        affairs(told),
        passage(" ".join(plain for _, plain in kept if plain not in names)),
    )


def affairs(told: Iterable[str]) -> frozenset[str]:
    """The affairs among the words of a description, one word for all that mean one."""
    one = _one_affair()
    return frozenset(one.get(word, word) for word in told if word in words("linking", "portfolios", "words"))


@cache
def _one_affair() -> dict[str, str]:
    return {word: group[0] for group in table("linking")["portfolios"]["one"] for word in group}


@lru_cache(maxsize=100_000)
def offices(word: str) -> tuple[str, ...]:
    """The offices that a word of a title or of a relative clause may name, each by the first of its words."""
    if word in words("titles", "honorifics") and word not in _office_words():
        return ()
    if not (is_title(word) or word in _office_words()):
        leads = word in words("linking", "doing", "verbs")
        return (table("linking")["doing"]["office"],) if leads else ()
    groups = [one[0] for one in table("linking")["offices"]["one"] if word in one]
    return tuple(groups) or (lemma(word, "noun"),)


@cache
def _office_words() -> frozenset[str]:
    return frozenset(word for one in table("linking")["offices"]["one"] for word in one)


@cache
def _long_offices() -> tuple[str, ...]:
    return tuple(word for word in sorted(_office_words()) if " " in word)


@cache
def bodies() -> frozenset[str]:
    """Nouns that are singular in form and name a body ("police")."""
    return words("organisations", "collective", "bodies")


@cache
def small() -> frozenset[str]:
    """Words of grammar within names and descriptions."""
    return words("linking", "small", "words")
