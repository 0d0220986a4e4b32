"""Reads what the text says that a named person is: title, apposition, "X is the ...", age.

Stands alone because "the minister" can only be resolved once all such phrases of the report are known.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from sayso.lexicon import table, words
from sayso.parse.labels import CONTENT_CLASSES, JOINED, PEOPLES, PREPOSITIONAL_PHRASES, PROPER_NOUNS
from sayso.resolve.entities import Role
from sayso.resolve.phrases import phrase_at
from sayso.resolve.terms import gender_of_word, noun_class, plain, singular

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sayso.resolve.entities import Entity
    from sayso.resolve.names import Name
    from sayso.resolve.phrases import Phrase
    from sayso.stages import Parsed

AGE = re.compile(r"\d{1,3}(?=-year-old)|^\d{1,3}$")
ARTICLES = words("function_words", "determiners", "offices")
OLDEST = 120
MOST_BEFORE = 3


def add_roles(parsed: Parsed, name: Name, entity: Entity, others: Callable[[int], bool]) -> None:
    """Adds to `entity` what the text says of it at `name`: roles, gender, age; of a body the words that describe it.

    `others`: whether the noun at a token is told of somebody else, whatever the syntax ties it to.
    """
    heads = [head for head in _described_by(parsed, name) if not others(head)]
    if entity.kind == "organisation":
        for head in heads:
            if noun_class(parsed.lower[head]) == "body":
                entity.words |= phrase_at(parsed, head).qualifiers | {singular(parsed.lower[head])}
    if entity.kind != "person":
        return
    if name.title is not None:
        _title(parsed, name.title, entity)
    for head in heads:
        if _is_age(parsed, head):
            entity.age = entity.age or parsed.words[head]
        elif noun_class(parsed.lower[head]) == "person":
            _role(parsed, phrase_at(parsed, head), name, entity)


def add_role_at(parsed: Parsed, head: int, name: Name, entity: Entity) -> None:
    """Adds to `entity` what the noun at `head` says of it, beside which its name stands, be it a role or a body."""
    phrase = phrase_at(parsed, head)
    start = name.title[0] if name.title is not None else name.first
    if phrase.first <= name.first and name.last == head:
        phrase = replace(phrase, first=head)
    elif phrase.first < start < phrase.last:
        phrase = replace(phrase, last=start)
    kind = noun_class(phrase.noun)
    if kind == "person" or entity.kind == "person":
        if kind == "body" and name.title is None:
            entity.kind = "organisation"
        else:
            entity.kind = "person"
            _role(parsed, phrase, name, entity)
            return
    entity.words |= phrase.qualifiers | {singular(phrase.noun)}


def age_in(text: str) -> str | None:
    """The age in "41-year-old", else null."""
    found = AGE.search(text)
    return found.group() if found else None


def _is_age(parsed: Parsed, token: int) -> bool:
    word = parsed.words[token]
    return parsed.tags[token] == "CD" and word.isdecimal() and int(word[:4]) <= OLDEST


def _title(parsed: Parsed, title: tuple[int, int], entity: Entity) -> None:
    tokens = [t for t in range(*title) if plain(parsed.words[t]) not in _courtesies() or _of_rank(parsed, title, t)]
    while tokens and parsed.lower[tokens[0]] in ARTICLES | {"."}:
        tokens.pop(0)
    nouns = [t for t in tokens if parsed.lower[t] not in {".", "-"}]
    if not nouns:
        return
    text = " ".join(parsed.span(tokens[0], title[1]).of(parsed.text).split())
    last = plain(parsed.words[nouns[-1]])
    told = [*_before(parsed, title[0]), *nouns]
    entity.add_role(Role(text, full_title(last), _words(parsed, told), nouns[-1]))


def _of_rank(parsed: Parsed, title: tuple[int, int], token: int) -> bool:
    """Whether a word of courtesy is the noun of a longer title: "Crown Prince", not "Minister Dr" or "Dr"."""
    before = token - 1
    return before >= title[0] and noun_class(parsed.lower[before]) == "other" and parsed.words[before][0].isalpha()


def _before(parsed: Parsed, first: int) -> list[int]:
    """The words of state or people before a title, by which it may be taken up: "the French president"."""
    found = []
    for token in range(first - 1, max(-1, first - 1 - MOST_BEFORE), -1):
        if parsed.sentence[token] != parsed.sentence[first] or parsed.label_at(token) not in PEOPLES:
            break
        found.append(token)
    return found


def full_title(word: str) -> str:
    """The title that `word` shortens ("Col."), else the word's singular."""
    short: dict[str, str] = table("titles")["abbreviations"]
    return short.get(word, singular(word))


@cache
def _courtesies() -> frozenset[str]:
    return words("titles", "honorifics") - frozenset(table("titles")["abbreviations"])


def _words(parsed: Parsed, tokens: list[int]) -> frozenset[str]:
    found = set()
    for token in tokens:
        word = parsed.lower[token]
        found |= {singular(word), full_title(plain(word))}
    return frozenset(found)


def _described_by(parsed: Parsed, name: Name) -> Iterator[int]:
    """The heads of appositions to the name, of those it is an apposition to, and of what "is" says that it is."""
    for token in range(name.first, name.last):
        for child in parsed.children[token]:
            if parsed.deps[child] in {"appos", "nummod", "npadvmod"} and child >= name.last:
                yield child
                yield from (c for c in parsed.children[child] if parsed.deps[c] in JOINED)
    governor = int(parsed.heads[name.head])
    if parsed.deps[name.head] == "appos" and (
        (parsed.tags[governor] not in PROPER_NOUNS or noun_class(parsed.lower[governor]) == "person")
        and not _is_spoken_for(parsed, governor)
    ):
        yield governor
        above = int(parsed.heads[governor])
        if parsed.deps[governor] == "appos" and above < governor and parsed.tags[above] not in PROPER_NOUNS:
            yield above
    yield from _above(parsed, name, governor)
    if parsed.deps[name.head] == "nsubj" and parsed.lower[governor] in words("function_words", "copulas", "told"):
        yield from (c for c in parsed.children[governor] if parsed.deps[c] == "attr")
    yield from _of_relative(parsed, name.head)


def _is_spoken_for(parsed: Parsed, noun: int) -> bool:
    """Whether the noun is whom another speaks for: of "a spokesman for the mayor, X" X is the spokesman."""
    lead = int(parsed.heads[noun])
    above = int(parsed.heads[lead])
    return parsed.lower[lead] == "for" and above < lead and noun_class(parsed.lower[above]) == "person"


def _above(parsed: Parsed, name: Name, governor: int) -> Iterator[int]:
    """The person of whom "the head of the savings bank, X" names one, where X hangs on the bank."""
    start = name.title[0] if name.title is not None else name.first
    if parsed.deps[name.head] != "appos" or parsed.words[start - 1] != "," or name.sort != "person":
        return
    for _ in range(3):
        person = noun_class(parsed.lower[governor]) == "person" and not _is_spoken_for(parsed, governor)
        if governor >= name.first or person:
            break
        above = int(parsed.heads[governor])
        if parsed.deps[governor] not in PREPOSITIONAL_PHRASES or above > governor:
            return
        governor = above
    if noun_class(parsed.lower[governor]) == "person" and parsed.tags[governor] == "NN" and governor < name.first:
        yield governor


def _of_relative(parsed: Parsed, head: int) -> Iterator[int]:
    """What "X, who is the ..." says."""
    for clause in parsed.children[head]:
        if parsed.deps[clause] == "relcl" and parsed.lower[clause] in words("function_words", "copulas", "relative"):
            subjects = [c for c in parsed.children[clause] if parsed.deps[c] == "nsubj"]
            if any(parsed.lower[s] in words("function_words", "relatives", "subjects") for s in subjects):
                yield from (c for c in parsed.children[clause] if parsed.deps[c] == "attr")


def _role(parsed: Parsed, phrase: Phrase, name: Name, entity: Entity) -> None:
    first, last = phrase.first, phrase.last
    if first <= name.first < last or phrase.number == "plural":
        return
    while first < last and parsed.lower[first] in ARTICLES:
        first += 1
    if first >= last:
        return
    text = " ".join(parsed.span(first, last).of(parsed.text).split()).rstrip(" ,;–—-")
    entity.age = entity.age or age_in(text)
    noun = singular(phrase.noun)
    tokens = [t for t in range(first, last) if parsed.tags[t][:2] in CONTENT_CLASSES]
    entity.add_role(Role(text, full_title(plain(noun)), _words(parsed, tokens), phrase.head, phrase.possessor))
    if entity.gender is None:
        entity.gender = gender_of_word(phrase.noun)
