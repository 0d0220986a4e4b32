"""Reads the anatomy of noun phrases off the syntax: head, left and right edge, determiner, qualifying words, number.

Stands alone because names, descriptions and sources are all noun phrases, and none may cut them in its own way.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from sayso.lexicon import words
from sayso.parse.labels import (
    CONTENT_CLASSES,
    DETERMINERS_AND_NUMERALS,
    JOINED,
    PLURAL_NOUNS,
    SUBORDINATE_CLAUSES,
    TIME_NAMES,
)
from sayso.resolve.terms import noun_class, plain, singular

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.resolve.terms import Number
    from sayso.stages import Parsed

NOMINAL = frozenset(
    {
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "PRP",
        "PRP$",
        "WP",
        "WDT",
        "WP$",
        "CD",
        "DT",
        "JJ",
        "JJS",
        "JJR",
        "VBG",
        "VBN",
        "FW",
        "EX",
        "RB",
        "PDT",
    }
)
OUTER = SUBORDINATE_CLAUSES | JOINED | {"cc", "dep", "parataxis", "punct"}
LONGEST = 48
"""The longest noun phrase that is read, in tokens: longer ones are lists or broken syntax."""

Determiner = Literal["definite", "indefinite", "possessive", "bare"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase without its relative clauses and appositions: tokens ``[first, last)`` around `head`.

    `core` is the last token of what stands before a preposition. `possessor` is the token of "his" or of "Rell" in
    "Rell's office". `qualifiers` are the words that narrow the noun, in lower case.
    """

    first: int
    last: int
    head: int
    core: int
    noun: str
    number: Number
    determiner: Determiner
    possessor: int | None
    qualifiers: frozenset[str]


def head_of(parsed: Parsed, tokens: Iterable[int]) -> int | None:
    """The token on which all others of `tokens` depend, one that can head a noun phrase if possible; null for none."""
    inside = set(tokens)
    heads = [t for t in sorted(inside) if int(parsed.heads[t]) not in inside or int(parsed.heads[t]) == t]
    nominal = [
        t
        for t in heads
        if parsed.tags[t] in NOMINAL and parsed.deps[t] not in {"punct", "case"} and parsed.lower[t][0].isalnum()
    ]
    best = [t for t in nominal if parsed.tags[t][0] in "NPW" and parsed.tags[t] != "PDT"]
    for choice in (best, [t for t in nominal if parsed.tags[t] != "DT"], nominal):
        if choice:
            return choice[0]
    for token in sorted(inside):
        if parsed.tags[token][0] in "NPW":
            return token
    return heads[0] if heads else None


def phrase_at(parsed: Parsed, head: int) -> Phrase:
    """The noun phrase that `head` heads."""
    first, last = _edges(parsed, head)
    left = first
    core = head
    noun = parsed.lower[head]
    possessor = next((c for c in parsed.children[head] if parsed.deps[c] == "poss"), None)
    return Phrase(
        first=left,
        last=last,
        head=head,
        core=core,
        noun=noun,
        number=_number(parsed, head),
        determiner=_determiner(parsed, head, left, possessor),
        possessor=possessor,
        qualifiers=_qualifiers(parsed, first, last, head),
    )


def cut_to(parsed: Parsed, phrase: Phrase, first: int) -> Phrase:
    """The phrase without what stands before token `first`, unless that is only its determiner."""
    if not phrase.first < first <= phrase.head or all(
        parsed.tags[t] in DETERMINERS_AND_NUMERALS for t in range(phrase.first, first)
    ):
        return phrase
    return replace(phrase, first=first, qualifiers=_qualifiers(parsed, first, phrase.last, phrase.head))


def until(parsed: Parsed, phrase: Phrase, last: int) -> Phrase:
    """The phrase up to token `last` where a date goes on from there: "residents | on Tuesday"."""
    dated = any(entity.label in TIME_NAMES for entity in parsed.entities_in(last, last + 2))
    if not dated or not phrase.head < last < phrase.last:
        return phrase
    return replace(phrase, last=last, qualifiers=_qualifiers(parsed, phrase.first, last, phrase.head))


def _edges(parsed: Parsed, head: int) -> tuple[int, int]:
    """Left and right edge: the head's dependents but for `OUTER` ones, as one unbroken stretch."""
    taken = {head}
    queue = [c for c in parsed.children[head] if _belongs(parsed, c, head)]
    while queue and len(taken) < LONGEST:
        token = queue.pop()
        taken.add(token)
        queue.extend(
            c
            for c in parsed.children[token]
            if parsed.deps[c] not in SUBORDINATE_CLAUSES | {"appos", "punct"} or _joined(parsed, c)
        )
    first = last = head
    while first - 1 in taken or (first - 2 in taken and parsed.tags[first - 1] in {"HYPH", "POS", ","}):
        first -= 1
    while last + 1 in taken or (last + 2 in taken and parsed.tags[last + 1] in {"HYPH", "POS"}):
        last += 1
    return first, last + 1


def _belongs(parsed: Parsed, token: int, head: int) -> bool:
    if parsed.deps[token] in OUTER:
        return _joined(parsed, token)
    if token == head + 1 and parsed.tags[token] == "JJ":
        return any(parsed.deps[c] == "prep" and c > token for c in parsed.children[token])
    return token < head or parsed.deps[token] in {"prep", "nummod", "nmod", "compound", "case", "poss"}


def _joined(parsed: Parsed, token: int) -> bool:
    return parsed.tags[token] == "HYPH"


def _number(parsed: Parsed, head: int) -> Number:
    word, tag = parsed.lower[head], parsed.tags[head]
    if tag in PLURAL_NOUNS:
        return "plural"
    if noun_class(word) == "group" or word in words("pronouns", "indefinite", "plural"):
        return "plural"
    if tag == "CD":
        return "singular" if word == "one" else "plural"
    return "singular"


def _determiner(parsed: Parsed, head: int, first: int, possessor: int | None) -> Determiner:
    if possessor is not None:
        return "possessive"
    determiners = words("pronouns", "determiners", "definite"), words("pronouns", "determiners", "indefinite")
    for token in [first, *(c for c in parsed.children[head] if c < head)]:
        if parsed.lower[token] in determiners[0] or (token < head and _courteous(parsed, token)):
            return "definite"
        if parsed.lower[token] in determiners[1] or (parsed.tags[token] == "CD" and parsed.deps[token] == "nummod"):
            return "indefinite"
    return "bare"


def _qualifiers(parsed: Parsed, first: int, last: int, head: int) -> frozenset[str]:
    found = set()
    for token in range(first, last):
        if parsed.lower[token] in words("pronouns", "determiners", "identity") or _courteous(parsed, token):
            continue
        if _seat(parsed, token, first, last):
            continue
        if token != head and parsed.tags[token][:2] in CONTENT_CLASSES and parsed.deps[token] != "aux":
            found.add(singular(parsed.lower[token]))
    return frozenset(found)


def _seat(parsed: Parsed, token: int, first: int, last: int) -> bool:
    """Whether the word only says where a body has its seat, which sets few apart: "the Tarn-based group"."""
    if parsed.lower[token] == "based":
        return token - 1 > first and parsed.tags[token - 1] == "HYPH"
    return token + 2 < last and parsed.tags[token + 1] == "HYPH" and parsed.lower[token + 2] == "based"


def _courteous(parsed: Parsed, token: int) -> bool:
    """Whether the word is only a courtesy before a noun: "Mr President"."""
    return plain(parsed.words[token]) in words("titles", "honorifics") and parsed.words[token][:1].isupper()
