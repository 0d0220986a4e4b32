"""Loads the nouns, pronouns and titles by which somebody is referred to, as sets ready to be looked up.

Stands alone because every module of this stage asks the same questions of a word: a person, a body, a medium?
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import Literal

from sayso.lexicon import table, words
from sayso.parse import lemma

Gender = Literal["male", "female"]
Number = Literal["singular", "plural"]
Noun = Literal["person", "body", "place", "group", "document", "other"]
SHORTEST_INITIALS = 3
"""Letters by which a medium may be known alone: fewer stand for too many things."""


@lru_cache(maxsize=100_000)
def singular(word: str) -> str:
    """The singular of the noun `word` (lower case); a singular stays."""
    if word.endswith("people") and len(word) > len("people"):
        return word.removesuffix("people") + "person"
    return lemma(word, "noun")


@lru_cache(maxsize=100_000)
def plain(word: str) -> str:
    """`word` as names are compared: lower case, without accents, apostrophes or full stops."""
    folded = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in folded if not unicodedata.combining(c) and c not in ".'’‘`ʿʾ")


@lru_cache(maxsize=100_000)
def noun_class(noun: str) -> Noun:
    """What `noun` (lower case, either number) names: a person, body, place, group, document or something else."""
    forms = (noun, singular(noun))
    for kind, names in _classes():
        if any(form in names for form in forms):
            return kind
    return "other"


@cache
def _classes() -> tuple[tuple[Noun, frozenset[str]], ...]:
    return (
        ("group", words("organisations", "collective", "groups")),
        ("person", words("titles", "heads") | words("titles", "gendered")),
        ("document", words("organisations", "documents")),
        ("body", words("organisations", "heads") | words("organisations", "collective", "bodies")),
        ("place", words("organisations", "wide", "place")),
    )


@lru_cache(maxsize=100_000)
def gender_of_word(word: str) -> Gender | None:
    """The gender that a title, an honorific or a noun states of a person (``chairwoman``, ``Mr``), else null."""
    forms = {plain(word), singular(word.lower())}
    for gender in ("male", "female"):
        if forms & (words("titles", "honorifics", gender) | words("titles", "gendered", gender)):
            return gender
    return None


@lru_cache(maxsize=100_000)
def gender_of_pronoun(word: str) -> Gender | None:
    """The gender that a pronoun, or "madam" used like one (lower case), states, else null."""
    for gender in ("male", "female"):
        if word in words("pronouns", "third", gender) | words("titles", "styles", gender):
            return gender
    return None


@lru_cache(maxsize=100_000)
def is_title(word: str) -> bool:
    """Whether `word` may stand as a title before a person's name: an honorific, a rank, an office, a profession."""
    bare = plain(word)
    return bare in words("titles", "honorifics") or bare in words("titles", "heads")


@cache
def media_names() -> dict[str, str]:
    """For each form of the name of an agency or outlet, as `plain` gives it, the name that it is known by."""
    known: dict[str, str] = {}
    listed = table("agencies")
    for section in ("agencies", "outlets"):
        for name, entry in listed.get(section, {}).items():
            for form in (name, *entry.get("variants", ())):
                known.setdefault(_media_key(form), name)
    return known


def _media_key(name: str) -> str:
    key = " ".join(plain(part) for part in name.replace("-", " ").split())
    return key.removeprefix("the ").removeprefix("al ")


@lru_cache(maxsize=100_000)
def medium(name: str) -> str | None:
    """The name by which the medium printed as `name` is known in the lexicon, else null."""
    return media_names().get(_media_key(name))


@lru_cache(maxsize=100_000)
def is_medium(name: str) -> bool:
    """Whether `name` is that of a medium: listed, or with a noun for a medium as its first or last word."""
    if medium(name) is not None:
        return True
    parts = [plain(part) for part in name.replace("-", " ").split()]
    heads = words("media", "heads", "words") | frozenset(map(plain, words("media", "heads", "foreign")))
    if any(phrase in " ".join(parts) for phrase in words("media", "heads", "phrases")):
        return True
    return len(parts) > 1 and (parts[-1] in heads or parts[0] in heads)


@lru_cache(maxsize=100_000)
def same_medium_key(name: str) -> str:
    """A key that is equal for two forms of one medium's name ("Agence France-Presse", "AFP"; "Press TV", "PressTV")."""
    known = medium(name)
    return "".join(c for c in _media_key(known or name) if c.isalnum())


@lru_cache(maxsize=100_000)
def names_medium(short: str, whole: str) -> bool:
    """Whether `short` names the medium `whole`: by one of its forms, its initials, or the part that tells it apart.

    "Meridian" and "MPA" name the Meridian Press Agency; "Press Agency" names nobody.
    """
    if same_medium_key(short) == same_medium_key(whole) or _initials_of(short, whole):
        return True
    generic = words("media", "heads", "words") | words("function_words", "in_names", "generic")
    parts, all_parts = ([plain(part.strip("(),")) for part in form.split()] for form in (short, whole))
    telling = [part for part in parts if part not in generic]
    return bool(telling) and all(part in all_parts or part == "the" for part in parts)


def _initials_of(short: str, whole: str) -> bool:
    """Whether `short` is made of the first letters of the words of `whole`, in capitals: "QPS", "Q.P.S."."""
    letters = short.replace(".", "")
    parts = [word for word in whole.replace("-", " ").split() if word[0].isupper() and plain(word) != "the"]
    initials = "".join(word[0] for word in parts)
    return len(letters) >= SHORTEST_INITIALS and letters == initials
