"""Turns a bound that is denied: "would not exceed 3.2 per cent" is at most that, "never fell below 20" at least.

Stands alone because here the verb between the denial and the bound decides, where a hedge is read by itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from sayso.extract.figures.trends import VERBS as CHANGES
from sayso.lexicon import table
from sayso.parse import lemma

if TYPE_CHECKING:
    from sayso.model import Bound

NEGATED = table("hedges")["negated"]
DENIALS = frozenset(NEGATED["denials"])
ENDINGS = tuple(NEGATED["endings"])
BETWEEN = frozenset(NEGATED["between"])
DOUBLING = frozenset(NEGATED["doubling"])
LIMITS = frozenset(NEGATED["limits"])
BOUNDS = frozenset(NEGATED["verbs"])
ADVERB = str(NEGATED["adverb_ending"])
WORD = re.compile(r"[^\s]+")
FAR = 6
"""So many words may stand between a denial and the bound."""
WINDOW = 80


def turned(text: str, start: int, first: int, phrase: str, bound: Bound) -> tuple[Bound, int]:
    """The bound that `phrase`, which begins at `start`, has where it is denied, and where its words then begin.

    The paragraph begins at `first`. "Did not pay more than 40 men" is none: it may be those 40 who were not paid.
    """
    other = NEGATED["turned"].get(bound)
    if other is None:
        return bound, start
    verb = phrase.rsplit(maxsplit=1)[-1] in BOUNDS
    limits = verb
    window = max(first, start - WINDOW)
    for word in list(WORD.finditer(text[window:start].lower()))[: -FAR - 2 : -1]:
        if word.group() in DENIALS or word.group().endswith(ENDINGS):
            return (cast("Bound", other), window + word.start() if verb else start) if limits else (bound, start)
        base = lemma(word.group(), "verb")
        changes = base in CHANGES or base in LIMITS
        adverb = word.group().endswith(ADVERB) and word.group() not in DOUBLING
        if not (changes or adverb or word.group() in BETWEEN):
            return bound, start
        limits = limits or changes
    return bound, start
