"""Finds what an amount measures from the words right before it: "a profit of 5", "fares from 3 to 5".

Stands alone because these words decide by themselves, where the parser hangs the amount on something farther off.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.figures.measures import is_unit
from sayso.extract.figures.nouns import LIGHT
from sayso.lexicon import table, words
from sayso.parse import lemma
from sayso.parse.labels import COMMON_NOUNS, NOMINALS, NOUNS

if TYPE_CHECKING:
    from sayso.stages import Parsed

CHANGES = frozenset(table("hedges")["trend"]["nouns"])
RANGING = words("figures", "joining", "ranging")
LISTED = words("figures", "joining", "listed")
SIGNS = frozenset("≈~<>≤≥")


def adjoining(parsed: Parsed, first: int) -> int | None:
    """The noun that "of" or "from" before the amount ties to it; `first` is the amount's first token, or its "from"."""
    ranged = parsed.lower[first] in RANGING
    signed = parsed.words[first] in SIGNS
    preposition = first if ranged or signed else first - 1
    noun = preposition - 1
    if noun < 0 or parsed.sentence[noun] != parsed.sentence[first] or parsed.tags[noun] not in COMMON_NOUNS:
        return None
    tied = int(parsed.heads[preposition]) == noun if ranged else signed or parsed.lower[preposition] in ("of", "=")
    stands = tied and not is_unit(parsed.lower[noun]) and not _stands_for_another(parsed, noun)
    return noun if stands else None


def gapped(parsed: Parsed, first: int) -> int | None:
    """The noun of a clause without its verb, in a list of changes: "bread rose by 5 per cent, milk by 7"."""
    noun = first - 2
    if noun < 2 or parsed.lower[first - 1] != "by" or parsed.tags[noun] not in NOUNS:  # noqa: PLR2004 room before it
        return None
    at = noun - 1
    while at > 0 and parsed.tags[at] in NOMINALS | {"DT"}:
        at -= 1
    listed = parsed.lower[at] in LISTED
    return noun if listed and parsed.sentence[at] == parsed.sentence[first] else None


def _stands_for_another(parsed: Parsed, noun: int) -> bool:
    word = lemma(parsed.lower[noun], "noun")
    return word in LIGHT or word in CHANGES
