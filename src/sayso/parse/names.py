"""Makes the names of bodies whole: a run of capitals that ends in a noun for a body is one name.

Stands alone because it is print, not learning: the encoder's vocabulary has no capitals, and an unheard name that it
takes in part ("Norr", of "Norr Water Company") still stands whole on the page.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.lexicon import words
from sayso.parse.labels import NOUNS, PARTICIPLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.parse.syntax import Syntax

BODY = "ORG"
AS_NAMES = {"NN": "NNP", "NNS": "NNPS"}
INNER = NOUNS | PARTICIPLES | {"JJ"}
TITLED = 0.6
"""Share of a sentence's longer words with a capital from which capitals tell nothing: a headline in title case."""
LONG = 4


def whole_names(syntax: Syntax, words: Sequence[str]) -> Syntax:
    """`syntax` of those `words` with the bodies' names whole, and the nouns in them tagged as names."""
    tags, entities = list(syntax.tags), list(syntax.entities)
    for first, end in _runs(syntax, words):
        inside = [one for one in entities if one[0] < end and first < one[1]]
        if not inside or any(label == "PERSON" and last == end for _, last, label in inside):
            continue
        start = min(first, *(one[0] for one in inside))
        entities = [one for one in entities if one not in inside] + [(start, end, BODY)]
        for token in range(first, end):
            tags[token] = AS_NAMES.get(tags[token], tags[token])
    return replace(syntax, tags=tags, entities=sorted(entities))


def _runs(syntax: Syntax, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The runs ``[first, end)`` of two and more capitalised words within a sentence whose last is a noun for a body."""
    for low, high in pairwise([*syntax.sentences, len(words)]):
        longer = [word for word in words[low:high] if len(word) >= LONG and word[0].isalpha()]
        if sum(word[0].isupper() for word in longer) > TITLED * len(longer) and len(longer) > LONG:
            continue
        first = low
        for token in range(low, high + 1):
            if token < high and words[token][0].isupper() and syntax.tags[token] in INNER:
                continue
            if token - first > 1 and words[token - 1].lower() in _bodies():
                yield first, token
            first = token + 1


def _bodies() -> frozenset[str]:
    return words("organisations", "heads")
