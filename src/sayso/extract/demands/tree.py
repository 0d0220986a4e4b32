"""Answers plain questions about a sentence's syntax: subject, object of a preposition, what hangs below a word.

Stands alone because these know the labels of the parser (CLEAR style) and nothing of demands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.parse.labels import PATIENTS, SUBJECTS, SUBORDINATE_CLAUSES

if TYPE_CHECKING:
    from sayso.stages import Parsed

CLAUSES = SUBORDINATE_CLAUSES | {"ccomp", "xcomp"}
OBJECTS = PATIENTS | {"dative"}


def after_preposition(parsed: Parsed, token: int, prepositions: frozenset[str]) -> int | None:
    """The object of the first of `prepositions` that hangs on `token` and follows it."""
    for child in parsed.children[token]:
        if child > token and parsed.deps[child] in {"prep", "dative", "prt"} and parsed.lower[child] in prepositions:
            found = next((below for below in parsed.children[child] if parsed.deps[below] == "pobj"), None)
            if found is not None:
                return found
    return None


def subject_of(parsed: Parsed, act: int) -> int | None:
    """The subject of the clause of `act`, active or passive."""
    return next((child for child in parsed.children[act] if parsed.deps[child] in SUBJECTS), None)


def is_passive(parsed: Parsed, act: int) -> bool:
    """Whether the clause of `act` is in the passive."""
    return any(parsed.deps[child] == "nsubjpass" for child in parsed.children[act])


def has_to(parsed: Parsed, act: int) -> bool:
    """Whether `act` is an infinitive with "to"."""
    return any(parsed.lower[child] == "to" and parsed.deps[child] == "aux" for child in parsed.children[act])


def is_negated(parsed: Parsed, act: int) -> bool:
    """Whether `act` is negated."""
    return any(parsed.deps[child] == "neg" for child in parsed.children[act])
