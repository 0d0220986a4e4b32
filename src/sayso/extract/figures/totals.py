"""Reads what a number counts from the noun it belongs to: "the death toll", "the number of wounded", "the killing of".

Stands alone because there the number hangs on a noun of amount or act, not on those whom it counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.figures.nouns import is_person, singular
from sayso.extract.figures.tree import children
from sayso.extract.figures.vocabulary import (
    ADJECTIVES,
    HEDGING,
    NO_TOLL,
    NOUN_WORDS,
    OF_PERSONS,
    PATIENTS,
    TOTAL_HEADS,
    TOTALS,
    of_word,
)
from sayso.parse import lemma
from sayso.parse.labels import NOUNS, PREPOSITIONAL_PHRASES, SUBJECT_SHARING, SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.stages import Parsed

FRAMES = frozenset(("pobj", "dobj", "attr", "npadvmod", "ccomp", "oprd", "nsubj", "advcl"))
OWN = SUBJECTS | {"dobj"}


def of_act(parsed: Parsed, noun: int) -> Iterator[str]:
    """What the act that a noun names does to those after "of": "the killing of two men", "the arrest of 12 people"."""
    name = NOUN_WORDS.get(singular(parsed.lower[noun])) or PATIENTS.get(lemma(parsed.lower[noun], "verb"))
    if name is not None and name in OF_PERSONS and not is_person(singular(parsed.lower[noun])):
        yield name


def of_total(parsed: Parsed, role: int, tokens: range) -> Iterator[str]:
    """What a total counts whose number is given: "the death toll rose to 41", "a toll of 12"."""
    at = role
    if parsed.deps[at] == "pobj":
        at = int(parsed.heads[at])
        head = int(parsed.heads[at])
        if parsed.tags[head] in NOUNS:
            yield from _total(parsed, head)
        for _ in range(2):
            if parsed.deps[head] in PREPOSITIONAL_PHRASES | {"advmod"} and int(parsed.heads[head]) != head:
                head = int(parsed.heads[head])
    else:
        head = int(parsed.heads[at])
    if parsed.deps[role] not in FRAMES:
        return
    for child in _frame(parsed, head):
        if child not in tokens and child < tokens[0]:
            yield from _total(parsed, child)


def stated(parsed: Parsed, first: int) -> str | None:
    """What those are whose number is put "at" so many, right before token `first`: "put the dead at 23"."""
    at = first - 1
    while at > 0 and parsed.lower[at] in HEDGING and parsed.lower[at] != "at":
        at -= 1
    who = at - 1
    if who < 1 or parsed.lower[at] != "at" or parsed.lower[who - 1] not in ("the", "of"):
        return None
    name = NOUN_WORDS.get(parsed.lower[who]) or ADJECTIVES.get(parsed.lower[who])
    return name if name in OF_PERSONS else None


def _frame(parsed: Parsed, verb: int) -> Iterable[int]:
    own = [c for c in children(parsed, verb) if parsed.deps[c] in OWN]
    above = int(parsed.heads[verb])
    if not own and parsed.deps[verb] in SUBJECT_SHARING | {"advcl"} and above != verb:
        own = [c for c in children(parsed, above) if parsed.deps[c] in OWN]
    return own


def _total(parsed: Parsed, head: int) -> Iterator[str]:
    word = singular(parsed.lower[head])
    if word not in TOTAL_HEADS:
        if word == "death" and parsed.lower[head] == "deaths":
            yield "killed"
        return
    compound = [parsed.lower[c] for c in children(parsed, head) if parsed.deps[c] == "compound"]
    named = " ".join([*compound, word])
    named_after = tuple(_named_after(parsed, head))
    yield from named_after
    if named in TOTALS and (compound or not named_after):  # "the toll of the wounded" is none of deaths
        bare = compound or not any(parsed.lower[c] in NO_TOLL for c in children(parsed, head))
        if bare or word != "toll":
            yield TOTALS[named]


def _named_after(parsed: Parsed, head: int) -> Iterator[str]:
    """What the words after "of" mean: "the number of wounded"."""
    for preposition in children(parsed, head):
        if parsed.lower[preposition] == "of":
            below = children(parsed, preposition)
            for inner in below or (preposition + 1,):  # parsers give "wounded" in "the number of wounded" to a verb
                yield from _inner(parsed, inner)


def _inner(parsed: Parsed, inner: int) -> Iterator[str]:
    """What the noun or participle after "the number of" means: "wounded", "deaths", "people killed"."""
    noun = singular(parsed.lower[inner])
    yield from (words[noun] for words in (NOUN_WORDS, ADJECTIVES) if noun in words)
    act = PATIENTS.get(lemma(parsed.lower[inner], "verb"))
    if act is not None and parsed.tags[inner] in ("VBN", "NN", "NNS", "JJ"):
        yield act
    if is_person(noun):
        for child in children(parsed, inner):
            yield from of_word(parsed, child)
