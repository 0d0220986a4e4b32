"""Reads whether an amount is told as a rise or a fall: "rose by 5", "fell to 41", "up 5 per cent", "+0.2%".

Stands alone because a trend is said by a verb or particle before the amount, while bounds are said by hedges.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.lexicon import table
from sayso.parse import lemma

if TYPE_CHECKING:
    from sayso.extract.figures.quantities import Quantity
    from sayso.model import Trend
    from sayso.stages import Parsed

TRENDS = table("hedges")["trend"]
VERBS: dict[str, Trend] = {verb: trend for trend, verbs in TRENDS["verbs"].items() for verb in verbs}
CAUSES: dict[str, Trend] = {verb: trend for trend, verbs in TRENDS["cause"].items() for verb in verbs}
WORDS: dict[str, Trend] = {word: trend for trend, words in TRENDS["words"].items() for word in words}
TURNED: dict[str, Trend] = {word: trend for trend, words in TRENDS["turned"].items() for word in words}
OWNED = frozenset(TRENDS["of_measures"])
NOUNS = frozenset(TRENDS["nouns"])
SKIPPED = frozenset(TRENDS["skipped"])
NO_CHANGE = frozenset(TRENDS["particle_of"])
LEADING = frozenset(TRENDS["leading"])
GRADED = frozenset(TRENDS["graded"])
REACH = 7


def trend(parsed: Parsed, quantity: Quantity, first_token: int, *, measured: bool, earlier: bool) -> Trend | None:
    """Whether the quantity is told as a rise or a fall; `first_token` is the first one of its hedge or number.

    `measured` is false for counts, where "lost 12 soldiers" is no fall. `earlier` says that an amount stands between
    the verb and this one, so that "to 18.97" is where the change ended.
    """
    if parsed.text[quantity.start - 1 : quantity.start] == "+" and measured:
        return "up"
    if measured and (turned := _after(parsed, quantity, first_token)) is not None:
        return turned
    if first_token == 0:
        return None
    if parsed.lower[first_token - 1] in WORDS:
        return _particle(parsed, first_token - 1)
    return _back(parsed, first_token, measured=measured, earlier=earlier)


def _after(parsed: Parsed, quantity: Quantity, first_token: int) -> Trend | None:
    """Reads "4 per cent higher", said of a share or a measure."""
    at = first_token
    while at < len(parsed) and parsed.starts[at] < quantity.end:
        at += 1
    higher = at < len(parsed) and parsed.tags[at] in ("JJR", "RBR") and quantity.kind in ("percent", "measure")
    return WORDS.get(parsed.lower[at]) if higher else None


def _back(parsed: Parsed, first_token: int, *, measured: bool, earlier: bool) -> Trend | None:
    """Walks left from the amount over "by", "to" and adverbs to the verb of change."""
    preposition = ""
    for at in range(first_token - 1, max(-1, first_token - 1 - REACH), -1):
        if parsed.paragraph[at] != parsed.paragraph[first_token]:
            return None
        word, tag = parsed.lower[at], parsed.tags[at]
        if word in LEADING and not preposition:
            preposition = word
        elif tag.startswith("VB") or (preposition and tag == "NN" and word in NOUNS):
            return (
                None
                if preposition == "to" and earlier
                else _of_verb(parsed, at, measured=measured, by=bool(preposition))
            )
        elif word in TURNED:
            return TURNED[word]
        elif not _passes(word, tag, preposition):
            return _caused(parsed, first_token) if preposition and not (preposition == "to" and earlier) else None
    return None


def _passes(word: str, tag: str, preposition: str) -> bool:
    former = bool(preposition) and word != "to" and (tag == "CD" or word == "from")
    return former or tag.startswith("RB") or word in SKIPPED


def passed(parsed: Parsed, at: int) -> bool:
    """Whether a word may stand between the verb of change and what it changed from: an adverb or a particle."""
    return parsed.tags[at].startswith("RB") or parsed.lower[at] in TURNED or parsed.deps[at] == "prt"


def _particle(parsed: Parsed, at: int) -> Trend | None:
    """Reads "up" and "down" as change and not as a verb's particle ("gave up 12")."""
    if parsed.lower[at] in GRADED or at == 0 or parsed.deps[at] == "prt":
        return None
    return None if parsed.lower[at - 1] in NO_CHANGE else WORDS[parsed.lower[at]]


def _of_verb(parsed: Parsed, at: int, *, measured: bool, by: bool) -> Trend | None:
    verb = lemma(parsed.lower[at], "verb")
    if verb in OWNED and not measured:
        return None
    return VERBS.get(verb) or (CAUSES.get(verb) if by else None)


def _caused(parsed: Parsed, first_token: int) -> Trend | None:
    """Reads "cut the rate by 5 per cent", "the toll rose on Monday to 41": the verb that the preposition hangs on."""
    head = int(parsed.heads[first_token - 1])
    if parsed.lower[first_token - 1] not in LEADING or not parsed.tags[head].startswith("VB"):
        return None
    verb = lemma(parsed.lower[head], "verb")
    return VERBS.get(verb) or CAUSES.get(verb)
