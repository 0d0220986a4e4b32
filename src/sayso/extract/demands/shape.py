"""Cuts what is asked, who is asked and until when out of the syntax around a verb or noun.

Stands alone because the borders of a demand are the same in every construction.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.extract.demands.frames import frames
from sayso.extract.demands.tree import CLAUSES, is_passive
from sayso.lexicon import words
from sayso.parse.labels import ACTORS, FINITE_VERBS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.stages import Parsed

TRIMMED = frozenset({",", ".", ";", ":", "-", "--", "!", "?", "(", ")", '"', "'", "``", "''"}) | words(
    "demands", "edges", "words"
)
MARKS = frozenset("\"'\u201c\u201d\u2018\u2019\u00ab\u00bb")


@dataclass(frozen=True, slots=True)
class Found:
    """A demand by its tokens: those asked (one tuple of tokens each), the first and last token of what is asked."""

    of: tuple[tuple[int, ...], ...]
    action: tuple[int, int]
    until: tuple[int, int] | None


def found_at(
    parsed: Parsed, who: Iterable[int], act: int, *, passive: bool = False, without: Iterable[int] = ()
) -> Found | None:
    """The demand for `act` put to `who`, but for the words of another; null where no word of the action is left."""
    asked = tuple(_phrase(parsed, token) for token in who)
    theirs = set() if passive else {t for tokens in asked for t in tokens}
    first_last = _action(parsed, act, theirs | set(without))
    if first_last is None:
        return None
    return Found(of=asked, action=first_last, until=_until(parsed, act, set(without)))


def who_is_asked(parsed: Parsed, subject: int, act: int) -> tuple[int, ...]:
    """The subject of the clause of `act` where it can be asked something, as one or no token."""
    if is_passive(parsed, act) or parsed.lower[subject] in frames().not_asked:
        return ()
    return (subject,) if is_party(parsed, subject) or parsed.tags[subject].startswith("N") else ()


def is_party(parsed: Parsed, token: int) -> bool:
    """Whether the word names or means people or a body that can be asked to act."""
    return parsed.label_at(token) in ACTORS or parsed.lower[token] in frames().parties


def _phrase(parsed: Parsed, token: int) -> tuple[int, ...]:
    """The noun phrase of those asked, without clauses that hang on it."""
    cut = {t for child in parsed.children[token] if parsed.deps[child] in CLAUSES for t in parsed.subtree(child)}
    tokens = [t for t in parsed.subtree(token) if t not in cut]
    while len(tokens) > 1 and parsed.lower[tokens[-1]] in TRIMMED - {")"}:
        tokens.pop()
    return tuple(tokens)


def _action(parsed: Parsed, act: int, without: set[int]) -> tuple[int, int] | None:
    """The first and last token of what is asked, without "to", marks, a second finite clause and those asked."""
    skip = set(without)
    for child in parsed.children[act]:
        if parsed.deps[child] == "mark" or (
            parsed.deps[child] == "aux" and parsed.lower[child] in {"to", *frames().modals}
        ):
            skip.add(child)
        elif (
            parsed.deps[child] == "conj" and parsed.tags[child] in FINITE_VERBS and parsed.tags[act] not in FINITE_VERBS
        ):
            skip.update(range(child, max(parsed.subtree(child)) + 1))
    tokens = [t for t in parsed.subtree(act) if t not in skip]
    last = next((t for t in tokens if t >= act and t + 1 in skip), tokens[-1]) if tokens else act
    tokens = [t for t in tokens if t <= max(last, act)]
    while tokens and parsed.lower[tokens[0]] in TRIMMED | MARKS:
        tokens.pop(0)
    while tokens and parsed.lower[tokens[-1]] in TRIMMED | MARKS:
        tokens.pop()
    return _with_marks(parsed, tokens[0], tokens[-1]) if tokens else None


def _with_marks(parsed: Parsed, first: int, last: int) -> tuple[int, int]:
    """The range with the quotation mark before or after it that belongs to one within, or with both around it."""
    opened = sum(parsed.words[token] in MARKS for token in range(first, last + 1)) % 2
    before = first > 0 and parsed.words[first - 1] in MARKS
    after = next((t for t in range(last + 1, min(last + 3, len(parsed))) if parsed.words[t] in MARKS), None)
    if opened:
        return (first - 1, last) if before else (first, after if after is not None else last)
    return (first - 1, after) if before and after is not None else (first, last)


def _until(parsed: Parsed, act: int, without: set[int]) -> tuple[int, int] | None:
    """The deadline among the words of the action: "by Friday", "within 48 hours"."""
    words = frames()
    for token in parsed.subtree(act):
        if token in without:
            continue
        if parsed.deps[token] != "prep" or parsed.lower[token] not in words.deadlines:
            continue
        below = parsed.subtree(token)
        if len(below) == 1:  # "by noon on Friday", where the parse took "noon" for another's
            below = [token, *(t for e in parsed.entities_in(token + 1, token + 2) for t in range(token + 1, e.last))]
        near = parsed.entities_in(token + 1, below[-1] + 1)
        times = [e for e in near if e.label in words.deadline_labels and token < e.last - 1 <= below[-1]]
        if times:
            first = below[1] if parsed.lower[token] == "by" else token
            return first, _on_day(parsed, max(time.last for time in times))
    return None


def _on_day(parsed: Parsed, after: int) -> int:
    """The last token of a time that ends before `after`, with "on Friday" where that follows."""
    labels = frames().deadline_labels
    for entity in parsed.entities_in(after, after + 2):
        if entity.first in {after, after + 1} and entity.label in labels and parsed.lower[after] in {"on", "of"}:
            return entity.last - 1
    return after - 1
