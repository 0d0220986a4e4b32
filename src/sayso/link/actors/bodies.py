"""Decides whether two bodies, groups or places of two reports are one: full name and short form, initials, whose body.

Stands alone because bodies are called by what they are and where they sit: "police in Orvana" is "the Orvana police", a
"Ministry of X" is the "X Ministry" of the same country only.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sayso.lexicon import table, words
from sayso.link.actors.names import spelt_alike
from sayso.link.actors.persons import OPEN
from sayso.link.actors.places import country, is_country, one_place
from sayso.link.actors.senses import dictionary
from sayso.link.decision import Decision

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.link.actors.known import Known

_NAMING = 2
"""So many words of a body's own name shared are enough, whatever else one report adds."""


def same_body(a: Known, b: Known) -> Decision:
    """Whether two bodies (or places that stand for their governments) are one."""
    told = f"{a.actor.name} and {b.actor.name}"
    if _of_two_owners(a, b):
        return Decision(False, 0.0, f"{told} are such bodies of two owners", "owner")
    return _by_names(a, b, told)


def _by_names(a: Known, b: Known, told: str) -> Decision:
    if _initials(a, b) or _initials(b, a):
        return Decision(True, 0.85, f"{told}: the letters of the one begin the words of the other")
    if country(a.actor.name) == country(b.actor.name) and not (a.wide or b.wide):
        return _one_name(a, b, told)
    if decided := _undecided(a, b, told):
        return decided
    ours, theirs = _left(a.own, b.own), _left(b.own, a.own)
    shared = len(a.own) - len(ours)
    if not shared:
        return _generic(a, b, told)
    if (a.heads and b.heads) or shared >= _NAMING or _named_short(a, b):
        return Decision(True, 0.8 if ours or theirs else 0.9, f"{told} share the name and the kind of body")
    return Decision(False, 0.2, f"{told}: the one is more than the other's name", "actor")


def _undecided(a: Known, b: Known, told: str) -> Decision | None:
    """Two that are not one for all that is told: surely, or perhaps, as the one names no body of its own."""
    if _may_describe(a, b) or _may_describe(b, a):
        return Decision(False, OPEN, f"{told}: the one may be what the other is")
    if why := _apart(a, b):
        return Decision(False, 0.05, f"{told} {why}", "actor")
    if a.wide or b.wide:
        return Decision(False, OPEN, f"{told} may be one: people of a public body, and a body")
    return None


def _of_two_owners(a: Known, b: Known) -> bool:
    """Whether they are one kind of body, each with the name of whose it is, and these are two: armies of two sides."""
    if not a.heads or not of_one_kind(a.heads, b.heads) or a.wide or b.wide:
        return False
    ours, theirs = _owners(a), _owners(b)
    return bool(ours and theirs) and len(_left(ours, theirs)) == len(ours)


def _owners(known: Known) -> list[str]:
    """The words of a body's name that name a country or a people, or are in no dictionary."""
    return [word for word in known.own if is_country(word) or not dictionary(word)]


def _may_describe(one: Known, other: Known) -> bool:
    """Whether the one only says what sort of body it is, and the other has but a name: "the company", "Vantor"."""
    wide = words("organisations", "wide", "any")
    return (
        bool(one.heads) and not one.own and one.heads <= wide and bool(other.own) and other.heads <= _alike(one.heads)
    )


def _apart(a: Known, b: Known) -> str | None:
    """What tells two bodies apart by their names, null where nothing does."""
    if a.heads and b.heads and not of_one_kind(a.heads, b.heads):
        return "are two kinds of body"
    ours, theirs = _left(a.own, b.own), _left(b.own, a.own)
    if not a.body_words or not b.body_words or (ours and theirs):
        return "are other names"
    shared = len(ours) < len(a.own)
    portfolios = a.portfolios, b.portfolios
    silent = any(one.wide and not one.portfolios for one in (a, b))
    if portfolios[0] != portfolios[1] and not silent and (a.heads or b.heads) and (all(portfolios) or not shared):
        return "are for other affairs"
    return None if shared or (a.heads and b.heads) else "are other names"


def _one_name(a: Known, b: Known, told: str) -> Decision:
    if a.own or b.own or not (a.heads or b.heads):
        return Decision(True, 0.97, f"{told} are one name")
    return _generic(a, b, told)


def _generic(a: Known, b: Known, told: str) -> Decision:
    """Two that have no name of their own ("the electoral commission"): one only where the place is one."""
    if _of_any_affairs(a) or _of_any_affairs(b):
        return Decision(False, OPEN, f"{told} may be one: no report says for what affairs")
    if a.beside(b):
        return Decision(True, 0.7, f"{told} are one kind of body, in reports that name the same places")
    if a.outlet and a.outlet == b.outlet:
        return Decision(True, 0.6, f"{told} are one kind of body, of one outlet")
    return Decision(False, OPEN, f"{told} may be one: no report says whose")


def _of_any_affairs(known: Known) -> bool:
    """Whether it is but "the ministry", of which every country has many."""
    return bool(known.heads) and not known.portfolios and known.heads <= words("linking", "bodies", "of-affairs")


def _initials(one: Known, other: Known) -> bool:
    """Whether the one goes by letters that begin the words of the other."""
    letters = one.acronym
    words = other.actor.name.replace("-", " ").split()
    if not letters or len(words) < _NAMING:
        return False
    kept = [word for word in words if word[0].isupper()]
    return letters in {"".join(word[0] for word in some).casefold() for some in (words, kept)}


def of_one_kind(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two bodies' nouns are shared, or all of the one's are used for the other's."""
    return bool(ours & theirs) or (bool(ours and theirs) and (ours <= _alike(theirs) or theirs <= _alike(ours)))


@cache
def _alike(heads: frozenset[str]) -> frozenset[str]:
    """All words for bodies that newspapers use for one another."""
    groups = table("linking")["bodies"]["one"]
    return heads.union(*(group for group in groups if heads & set(group)))


def _left(ours: Iterable[str], theirs: Iterable[str]) -> list[str]:
    """The words of the one that the other has not, in any spelling."""
    others = tuple(theirs)
    return [
        word
        for word in ours
        if not any(word == other or spelt_alike(word, other) or one_place(word, other) for other in others)
    ]


def _named_short(a: Known, b: Known) -> bool:
    """Whether the one is the other without what kind of body it is, as companies and societies are called."""
    longer = a if len(a.body_words) > len(b.body_words) else b
    short = words("linking", "bodies", "left-out")
    governing = words("linking", "bodies", "of-a-country")
    return bool(longer.heads) and longer.heads <= short | governing
