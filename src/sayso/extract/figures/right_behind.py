"""Finds what befell those counted by what is printed right behind them: "3 killed in", "two men with gunshot wounds".

Stands alone because print decides here by itself, where parsers lose headlines and hang words on something farther off.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.figures.joint import JOINT, is_joint
from sayso.extract.figures.tree import children
from sayso.extract.figures.vocabulary import (
    ADJECTIVES,
    ADVERBS,
    AUXILIARY_WORDS,
    BETWEEN,
    OF_PERSONS,
    PARTICIPLES,
    PATIENTS,
    PHRASAL,
    of_word,
)
from sayso.lexicon import words
from sayso.parse import lemma
from sayso.parse.labels import COMMON_NOUNS, NOUNS, PARTICIPLES_AS_TAGGED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.stages import Parsed

AFTER = 5
WITH = 4
"""How many words behind "with" what they have may stand ("with multiple gunshot wounds")."""


def right_behind(parsed: Parsed, tokens: range, last: int) -> Iterator[str]:
    """What befell the ones counted, by the words right after the number or its noun: `last` is the first of these."""
    at, stop = last, min(last + AFTER, len(parsed))
    paragraph = parsed.paragraph[tokens[-1]]
    while at < stop and parsed.paragraph[at] == paragraph:
        word = parsed.lower[at]
        if word in PARTICIPLES or word in ADJECTIVES:
            yield from _participle(parsed, at)
            return
        if word == "with":
            yield from _with(parsed, at)
            return
        skip = word in AUXILIARY_WORDS or word in BETWEEN
        if (not skip and parsed.tags[at] != "RB") or parsed.deps[at] == "neg":
            return
        if word in ADVERBS:
            yield ADVERBS[word]
        at += 1


def closing(parsed: Parsed, last: int) -> str | None:
    """What befell those whose number has but one word of it and a mark behind it: "and 112 wounded.", "40 dead,"."""
    name = ADJECTIVES.get(parsed.lower[last]) if last < len(parsed) else None
    if name not in OF_PERSONS or last + 1 >= len(parsed) or parsed.words[last + 1][0].isalnum():
        return None
    return None if set(parsed.lower[last + 1 : last + 4]) & PARTICIPLES else name


def _participle(parsed: Parsed, at: int) -> Iterator[str]:
    word = parsed.lower[at]
    following = parsed.lower[at + 1] if at + 1 < len(parsed) else ""
    if parsed.tags[at] in COMMON_NOUNS and at + 1 < len(parsed) and parsed.tags[at + 1] in NOUNS:
        return
    if has_object(parsed, at) and parsed.tags[at] != "VBN":
        return
    if following in words("figures", "objects", "begins") and parsed.tags[at] == "VBD":
        return
    if word in ADJECTIVES:
        yield ADJECTIVES[word]
    name = PATIENTS.get(lemma(word, "verb"))
    if name is not None:
        yield name
        nearby = parsed.lower[at + 1 : at + 3]
        yield from (found for other, found in PHRASAL.get(lemma(word, "verb"), ()) if other in nearby)
    if following in ("and", "or") and at + 2 < len(parsed) and parsed.tags[at + 2] in PARTICIPLES_AS_TAGGED:
        yield from of_word(parsed, at + 2)
        if is_joint(parsed, at, at + 2):
            yield JOINT


def _with(parsed: Parsed, preposition: int) -> Iterator[str]:
    """What those have who are told with something: "with gunshot wounds", "with minor injuries"."""
    for at in range(preposition + 1, min(preposition + 1 + WITH, len(parsed))):
        word = parsed.lower[at]
        yield from (name for other, name in PHRASAL["with"] if other == word)
        if parsed.tags[at] not in NOUNS and not parsed.tags[at].startswith(("JJ", "CD", "RB", "VBN", "DT")):
            return


def has_object(parsed: Parsed, verb: int) -> bool:
    """Whether a verb has an object."""
    return any(parsed.deps[c] == "dobj" for c in children(parsed, verb))
