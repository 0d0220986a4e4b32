"""Tells whether verbs joined by "and" are of the same people: "killed and wounded 12", "35 were killed and many hurt".

Stands alone because both verbs are of the same people in one of these, and of different people in the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.figures.nouns import AMOUNTS, UP
from sayso.extract.figures.tree import children
from sayso.extract.figures.vocabulary import ADJECTIVES, PATIENTS
from sayso.parse import lemma

if TYPE_CHECKING:
    from sayso.stages import Parsed

JOINT = "casualties"
"""What "killed and wounded 12" counts: how many of them died is not said."""


def of_others(parsed: Parsed, verb: int, joined: int) -> bool:
    """Whether a number stands between two verbs, so that the second is of others: "35 were killed and many wounded"."""
    return any(parsed.tags[at] == "CD" or parsed.lower[at] in AMOUNTS for at in range(verb + 1, min(joined, verb + UP)))


def is_joint(parsed: Parsed, left: int, right: int) -> bool:
    """Whether one of two words tells of the dead and the other of the wounded."""
    words = [parsed.lower[at] for at in (left, right)]
    names = {ADJECTIVES.get(word) or PATIENTS.get(lemma(word, "verb")) for word in words}
    return names == {"killed", "wounded"}


def joined_behind(parsed: Parsed, verb: int, subject: int) -> int:
    """The verb joined behind a subject that the parser gave to the one before: "12 died and another 20 were hurt"."""
    joined = (c for c in children(parsed, verb) if parsed.deps[c] == "conj" and parsed.tags[c].startswith("VB"))
    return next((c for c in joined if verb < subject < c), verb)
