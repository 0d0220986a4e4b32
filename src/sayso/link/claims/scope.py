"""Says on which words of a content a mark bears, and which clauses stand beside what is said.

Stands alone because it knows clauses only, not what the marks in them mean.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.link.actors.senses import Word

REACH = 5
"""A mark is taken to bear on the telling words among so many after it."""


def bears(words: Sequence[Word], at: int) -> tuple[int, ...]:
    """The telling words after a mark within its clause; where there are none, those before it."""
    after: list[int] = []
    openers = _clauses("openers")
    for i in range(at + 1, len(words)):
        if words[i].stop or len(after) == REACH or (after and words[i].low in openers):
            break
        if words[i].telling:
            after.append(i)
    if after:
        return tuple(after)
    before: list[int] = []
    for i in range(at - 1, -1, -1):
        if words[i].stop or len(before) == REACH:
            break
        if words[i].telling:
            before.append(i)
    return tuple(before)


def governs(words: Sequence[Word], at: int) -> tuple[int, ...]:
    """What a condition is put on: the words before it without a comma between; at the head, those after the comma."""
    if at and not words[at - 1].stop:
        return tuple(i for i in range(max(0, at - 2 * REACH), at) if words[i].telling)[-REACH:]
    comma = next((i for i in range(at, len(words)) if words[i].low == ","), len(words))
    after = (
        tuple(i for i in range(comma, len(words)) if words[i].telling)[:REACH]
        if not at or words[at - 1].low in ".!?"
        else ()
    )
    return after or (at,)


def beside(words: Sequence[Word]) -> frozenset[int]:
    """The words of clauses that only say who, when or why: after a relative pronoun or "because", up to a comma."""
    openers, adjuncts = _clauses("openers"), _clauses("adjuncts")
    found: set[int] = set()
    inside = False
    for i, word in enumerate(words):
        if word.stop:
            inside = False
        elif word.low in openers:
            inside = True
        elif inside or word.low in adjuncts:
            found.add(i)
    return frozenset(found)


def _clauses(name: str) -> frozenset[str]:
    return words("opposites", "clauses", name)
