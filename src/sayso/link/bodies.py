"""Decides whether two bodies, groups or places of two reports are one: full name and short form, initials, whose body.

Stands alone because bodies are called by what they are and where they sit: "police in Orvana" is "the Orvana police", a
"Ministry of X" is the "X Ministry" of the same country only.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sayso.lexicon import table
from sayso.link.decision import Decision
from sayso.link.names import spelt_alike
from sayso.link.places import country, meet, one_place
from sayso.link.persons import OPEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.link.known import Known

_NAMING = 2
"""So many words of a body's own name shared are enough, whatever else one report adds."""


def same_body(a: Known, b: Known) -> Decision:
    """Whether two bodies (or places that stand for their governments) are one."""
    told = f"{a.actor.name} and {b.actor.name}"
    if _initials(a, b) or _initials(b, a):
        return Decision(True, 0.85, f"{told}: the letters of the one begin the words of the other")
    if not a.body_words or not b.body_words:
        return Decision(False, 0.0, f"{told} are other names", "actor")
    if country(a.actor.name) == country(b.actor.name):
        return _one_name(a, b, told)
    if a.heads and b.heads and not _one_kind(a, b):
        return Decision(False, 0.05, f"{told} are two kinds of body", "actor")
    ours, theirs = _left(a.own, b.own), _left(b.own, a.own)
    shared = len(a.own) - len(ours)
    if ours and theirs:
        return Decision(False, 0.05, f"{told} are other names", "actor" if not shared else "place")
    portfolios = _portfolios(a), _portfolios(b)
    if portfolios[0] != portfolios[1] and (a.heads or b.heads) and (all(portfolios) or not shared):
        return Decision(False, 0.1, f"{told} are for other affairs", "actor")
    if not shared:
        return _generic(a, b, told) if a.heads & b.heads or _one_kind(a, b) else Decision(False, 0.05, f"{told} are other names", "actor")
    if a.heads and b.heads or shared >= _NAMING or _named_short(a, b):
        return Decision(True, 0.9 if not ours and not theirs else 0.8, f"{told} share the name and the kind of body")
    return Decision(False, 0.2, f"{told}: the one is more than the other's name", "actor")


def _one_name(a: Known, b: Known, told: str) -> Decision:
    if a.own or b.own or not (a.heads or b.heads):
        return Decision(True, 0.97, f"{told} are one name")
    return _generic(a, b, told)


def _generic(a: Known, b: Known, told: str) -> Decision:
    """Two that have no name of their own ("the electoral commission"): one only where the place is one."""
    where = _where(a), _where(b)
    if all(where) and not meet(*where):
        return Decision(False, 0.1, f"{told} are of two places", "place")
    if a.beside(b):
        return Decision(True, 0.7, f"{told} are one kind of body, in reports that name the same places")
    if a.outlet and a.outlet == b.outlet:
        return Decision(True, 0.6, f"{told} are one kind of body, of one outlet")
    return Decision(False, OPEN, f"{told} may be one: no report says whose")


def _where(known: Known) -> frozenset[str]:
    return known.own


def _initials(one: Known, other: Known) -> bool:
    """Whether the one goes by letters that begin the words of the other."""
    letters = one.acronym
    words = other.actor.name.replace("-", " ").split()
    if not letters or len(words) < _NAMING:
        return False
    kept = [word for word in words if word[0].isupper()]
    return letters in {"".join(word[0] for word in some).casefold() for some in (words, kept)}


def _one_kind(a: Known, b: Known) -> bool:
    """Whether the nouns of two bodies can be one body's: shared, or of one class where one has several."""
    if a.heads & b.heads or a.heads <= _alike(b.heads) or b.heads <= _alike(a.heads):
        return True
    return False


@cache
def _alike(heads: frozenset[str]) -> frozenset[str]:
    """All words for bodies that newspapers use for one another."""
    groups = table("linking")["bodies"]["one"]
    return heads.union(*(group for group in groups if heads & set(group)))


def _left(ours: Iterable[str], theirs: Iterable[str]) -> list[str]:
    """The words of the one that the other has not, in any spelling."""
    others = tuple(theirs)
    return [word for word in ours if not any(word == other or spelt_alike(word, other) or one_place(word, other) for other in others)]


def _portfolios(known: Known) -> frozenset[str]:
    listed = frozenset(table("linking")["portfolios"]["words"])
    return frozenset(word for word in known.body_words if word in listed)


def _named_short(a: Known, b: Known) -> bool:
    """Whether the one is the other without what kind of body it is, as companies and societies are called."""
    longer = a if len(a.body_words) > len(b.body_words) else b
    short = frozenset(table("linking")["bodies"]["left-out"])
    governing = frozenset(table("linking")["bodies"]["of-a-country"])
    return bool(longer.heads) and longer.heads <= short | governing
