"""Finds what keeps two statements apart whatever else they share: figures, days, names, negation, modality, opposites.

Stands alone because each of these is a veto of its own, and says which words it rests on.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sayso.lexicon import table
from sayso.link.names import spelt_alike
from sayso.link.places import one_place
from sayso.link.quantities import apart, days_apart

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.link.marks import Mark
    from sayso.link.statements import Floats, Statement

_BEARING = 0.45
"""A mark counts where a word it bears on has at least so near a word on the other side."""
_UNMARKED = frozenset({"will", "sure"})
"""What may be told without a word for it."""


@dataclass(frozen=True, slots=True)
class Clash:
    """What two statements differ in, and in which words."""

    what: str
    why: str


def clash(a: Statement, b: Statement, near: Floats) -> Clash | None:
    """The first thing that keeps the two apart; `near` holds how near their telling words are to one another."""
    if figures := apart(a.quantities, b.quantities):
        return Clash("number", f"One says {figures[0].text!r}, the other {figures[1].text!r}")
    if days := days_apart(a.days, b.days):
        return Clash("date", f"One speaks of {days[0]}, the other of {days[1]}")
    if a.order and b.order and not a.order & b.order:
        return Clash("number", f"One says {min(a.order)!r}, the other {min(b.order)!r}")
    if names := _names_apart(a, b):
        return Clash("name", f"One names {names[0]}, the other {names[1]}")
    ours, theirs = tuple(_counted(a, near)), tuple(_counted(b, near.T))
    return _turned(a, b, ours, theirs) or _weakened(ours, theirs) or _of_other_share(ours, theirs)


def _names_apart(a: Statement, b: Statement) -> tuple[str, str] | None:
    left = [run for run in a.names if not _named(run, b)]
    right = [run for run in b.names if not _named(run, a)]
    return (_printed(min(left)), _printed(min(right))) if left and right else None


def _named(run: tuple[str, ...], other: Statement) -> bool:
    """Whether a name of the one stands on the other side too: in full, in part, in another spelling."""
    for theirs in other.names:
        shorter, longer = sorted((run, theirs), key=len)
        if all(any(spelt_alike(word, one) or one_place(word, one) for one in longer) for word in shorter):
            return True
    low = {form for word in other.words for form in word.forms}
    return all(word in low for word in run)


def _printed(run: tuple[str, ...]) -> str:
    return " ".join(word.capitalize() for word in run)


def _counted(one: Statement, near: Floats) -> Iterator[Mark]:
    """The marks that bear on what the other side speaks of too."""
    row = {index: at for at, index in enumerate(one.telling)}
    best = near.max(axis=1) if near.size else ()
    for mark in one.marks:
        bears = [row[index] for index in mark.on if index in row]
        if not mark.on or any(best[at] >= _BEARING for at in bears if len(best)):
            yield mark


def _turned(a: Statement, b: Statement, ours: Sequence[Mark], theirs: Sequence[Mark]) -> Clash | None:
    """Whether one says what the other denies: an odd number of negations and opposites between them."""
    no_a, no_b = ([mark for mark in some if "negation" in mark.classes] for some in (ours, theirs))
    marked = {mark.text for mark in (*no_a, *no_b)}
    against = [pair for pair in _opposites(a, b) if not marked & set(pair)]
    if (len(no_a) + len(no_b) + len(against)) % 2 == 0:
        return None
    if against:
        return Clash("opposite", f"One says {against[0][0]!r}, the other {against[0][1]!r}")
    more = no_a if len(no_a) > len(no_b) else no_b
    return Clash("negation", f"Only one of them says {more[0].text!r}")


def _opposites(a: Statement, b: Statement) -> list[tuple[str, str]]:
    """Pairs of words that exclude each other, each said by one side only."""
    ours, theirs = _said(a), _said(b)
    only = [(word, made) for word, made in ours.items() if not any(made & other for other in theirs.values())]
    rest = [(word, made) for word, made in theirs.items() if not any(made & other for other in ours.values())]
    return [
        (word, other)
        for word, made in only
        for other, their in rest
        if any(their & _against(form) for form in made) or _prefixed(made, their)
    ]


def _said(one: Statement) -> dict[str, frozenset[str]]:
    return {word.low: word.forms for word in one.words if not word.stop}


@cache
def _against(form: str) -> frozenset[str]:
    pairs = table("opposites")["pairs"]["words"]
    return frozenset(b if a == form else a for a, b in pairs if form in {a, b})


def _prefixed(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    prefixes = table("opposites")["pairs"]["prefixes"]
    return any(
        other in {prefix + one for prefix in prefixes} or one in {prefix + other for prefix in prefixes}
        for one in ours
        for other in theirs
        if len(one) > 2 and len(other) > 2 and one[-2:] == other[-2:]  # noqa: PLR2004 - shorter words begin so by chance
    )


def _weakened(ours: Sequence[Mark], theirs: Sequence[Mark]) -> Clash | None:
    """Whether one says that something may, can, should or might be, and the other that it is or will be."""
    first, second = _modal(ours), _modal(theirs)
    for some, others in ((first, second), (second, first)):
        told = frozenset[str]().union(*(mark.classes for mark in others))
        for mark in some:
            if mark.classes & _UNMARKED and not (others and mark.classes <= {"sure"} and "possible" in told):
                continue
            if not mark.classes & told:
                what = f"the other {others[0].text!r}" if others else "the other says it outright"
                return Clash("modality", f"One says {mark.text!r}, {what}")
    return None


def _modal(marks: Sequence[Mark]) -> list[Mark]:
    modal = frozenset(table("opposites")["modality"])
    return [mark for mark in marks if mark.classes & modal]


def _of_other_share(ours: Sequence[Mark], theirs: Sequence[Mark]) -> Clash | None:
    """Whether one speaks of all and the other of some."""
    first, second = _shares(ours), _shares(theirs)
    if not first or not second or set(first) & set(second):
        return None
    one, other = next(iter(first.values())), next(iter(second.values()))
    return Clash("number", f"One says {one!r}, the other {other!r}")


def _shares(marks: Sequence[Mark]) -> dict[str, str]:
    listed = {"share-all", "share-most", "share-some"}
    return {name: mark.text for mark in marks for name in sorted(mark.classes & listed)}
