"""Holds the vocabulary of what figures count, indexed by the words that mean each entry.

Stands alone because it is data turned into look-ups (``counted.toml``), used by the rules of syntax and by none else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.lexicon import table
from sayso.parse import lemma
from sayso.parse.labels import PAST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.stages import Parsed

COUNTED = table("counted")
NO_ENTRIES = ("source", "words", "unreal", "flying", "of_kinds")
NAMES: tuple[str, ...] = tuple(name for name in COUNTED if name not in NO_ENTRIES)
WORDS = COUNTED["words"]


def _index(field: str) -> dict[str, str]:
    return {word: name for name in NAMES for word in COUNTED[name].get(field, ())}


PATIENTS = _index("patients")
AGENTS = _index("agents")
NOUN_WORDS = _index("nouns")
ADJECTIVES = _index("adjectives")
ADVERBS = _index("adverbs")
TOTALS = _index("totals")
PHRASAL: dict[str, tuple[tuple[str, str], ...]] = {}
for _name in NAMES:
    for _verb, _word in COUNTED[_name].get("phrasal", ()):
        PHRASAL[_verb] = (*PHRASAL.get(_verb, ()), (_word, _name))
RANK: dict[str, int] = {name: COUNTED[name]["rank"] for name in NAMES}
OF_PERSONS = frozenset(name for name in NAMES if COUNTED[name]["person"])
VOCABULARY = frozenset(NOUN_WORDS)
TOTAL_HEADS = frozenset(WORDS["total_heads"])
NO_TOLL = frozenset(WORDS["no_toll"])
LEVELS = frozenset(WORDS["levels"])
AUXILIARY_WORDS = frozenset(WORDS["auxiliaries"])
HEDGING = frozenset(
    word for phrases in table("hedges")["before"].values() for phrase in phrases for word in phrase.split()
)
BETWEEN = frozenset(WORDS["between"])
REFLEXIVE = frozenset(WORDS["reflexive"])
IRREGULAR = frozenset(WORDS["irregular"])
OF_THINGS = frozenset(WORDS["things"])


def _participles() -> frozenset[str]:
    """Words that after a bare number say what befell the ones counted: "two shot", "12 dead", "30 wounded"."""
    regular = {form for verb in PATIENTS for form in (verb + "ed", verb + "d", verb) if lemma(form, "verb") == verb}
    return frozenset(regular - frozenset(PATIENTS)) | frozenset(ADJECTIVES) | IRREGULAR


PARTICIPLES = _participles()


HARM = frozenset(COUNTED["unreal"]["harm"])
POSSIBLE = frozenset(COUNTED["unreal"]["modals"])
MEANING = frozenset(COUNTED["unreal"]["governors"])


def of_word(parsed: Parsed, at: int) -> Iterator[str]:
    """What a participle or adjective at token `at` says of those whom it modifies."""
    word = parsed.lower[at]
    if word in ADJECTIVES:
        yield ADJECTIVES[word]
    elif parsed.tags[at] in PAST:
        name = PATIENTS.get(lemma(word, "verb"))
        if name is not None:
            yield name
