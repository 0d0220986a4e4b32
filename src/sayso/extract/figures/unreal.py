"""Tells what befell nobody: what is denied, and what somebody only could do to people, tries or means to.

Stands alone because a count of the killed that nobody has killed is the worst mistake a count can be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.figures.tree import children
from sayso.extract.figures.vocabulary import AGENTS, HARM, MEANING, PATIENTS, POSSIBLE
from sayso.lexicon import words
from sayso.parse import lemma
from sayso.parse.labels import AUXILIARIES

if TYPE_CHECKING:
    from sayso.stages import Parsed


def unreal(parsed: Parsed, verb: int) -> bool:
    """Whether a verb is denied, or tells of harm that is only possible or meant: "the ability to kill millions"."""
    below = list(children(parsed, verb))
    if any(parsed.deps[c] == "neg" for c in below):
        return True
    word = lemma(parsed.lower[verb], "verb")
    if PATIENTS.get(word) not in HARM and AGENTS.get(word) not in HARM:
        return False
    helpers = {parsed.lower[c] for c in below if parsed.deps[c] in AUXILIARIES}
    if helpers & POSSIBLE and not helpers & words("function_words", "auxiliaries", "have"):
        return True
    above = int(parsed.heads[verb])
    forms = {lemma(parsed.lower[above], kind) for kind in ("verb", "noun")} | {parsed.lower[above]}
    return "to" in helpers and above != verb and not forms.isdisjoint(MEANING)
