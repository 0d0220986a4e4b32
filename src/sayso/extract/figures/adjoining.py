"""Finds what an amount measures from the words right before it: "a profit of 5", "fares from 3 to 5".

Stands alone because these words decide by themselves, where the parser hangs the amount on something farther off; and
because a noun of change ("a 5 per cent rise in fares") stands for what changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.figures.measures import is_unit
from sayso.extract.figures.nouns import LIGHT, NOUNS
from sayso.extract.figures.tree import children
from sayso.lexicon import table
from sayso.parse import lemma

if TYPE_CHECKING:
    from sayso.stages import Parsed

CHANGES = frozenset(table("hedges")["trend"]["nouns"])
RANGING = frozenset(("from", "between"))
SIGNS = frozenset("≈~<>≤≥")
COMMON = frozenset(("NN", "NNS"))


def adjoining(parsed: Parsed, first: int) -> int | None:
    """The noun that "of" or "from" before the amount ties to it; `first` is the amount's first token, or its "from"."""
    ranged = parsed.lower[first] in RANGING
    signed = parsed.words[first] in SIGNS
    preposition = first if ranged or signed else first - 1
    noun = preposition - 1
    if noun < 0 or parsed.sentence[noun] != parsed.sentence[first] or parsed.tags[noun] not in COMMON:
        return None
    tied = int(parsed.heads[preposition]) == noun if ranged else signed or parsed.lower[preposition] in ("of", "=")
    stands = tied and not is_unit(parsed.lower[noun]) and not _stands_for_another(parsed, noun)
    return noun if stands else None


def _stands_for_another(parsed: Parsed, noun: int) -> bool:
    word = lemma(parsed.lower[noun], "noun")
    return word in LIGHT or word in CHANGES


def changed(parsed: Parsed, noun: int) -> int:
    """What changed, where `noun` only names its change ("a rise in fares"); else the noun itself."""
    if lemma(parsed.lower[noun], "noun") not in CHANGES:
        return noun
    for preposition in children(parsed, noun):
        if parsed.lower[preposition] in ("in", "of", "for") and parsed.deps[preposition] == "prep":
            inner = (t for t in children(parsed, preposition) if parsed.deps[t] == "pobj")
            for thing in inner:
                if parsed.tags[thing] in NOUNS and not is_unit(parsed.lower[thing]):
                    return thing
    return noun
