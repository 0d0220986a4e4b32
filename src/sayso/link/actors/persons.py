"""Decides whether two persons of two reports are one: names, their order and spelling, initials, and offices.

Stands alone because persons are called by names that bodies have not: given and family names, titles, a surname alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from sayso.lexicon import table, words
from sayso.link.actors.names import spelt_alike
from sayso.link.actors.places import meet
from sayso.link.decision import Decision
from sayso.parse.meaning import alike

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.link.actors.known import Known
    from sayso.link.actors.roles import Role

OPEN = 0.4
"""The score of two who may be one, where a report tells too little to say."""
Names = Literal["full", "part", "other"]
Offices = Literal["agree", "clash", "another", "silent"]
"""`clash`: cannot both be true of one person; `another`: one kind of office, but for other affairs."""
_AKIN = 0.55
"""Two descriptions whose meaning is at least so near describe one office."""


def same_person(a: Known, b: Known) -> Decision:
    """Whether two persons, each with a name or with an office alone, are one."""
    offices = compared(a, b)
    if a.described or b.described:
        return _by_office(a, b, offices)
    if a.generation and b.generation and a.generation != b.generation:
        return Decision(False, 0.05, f"{a.actor.name} and {b.actor.name} are two generations", "namesake")
    names, differs = named_alike(a.forms, b.forms)
    if names == "other":
        return Decision(False, 0.02, f"{a.actor.name} and {b.actor.name} are other names", differs)
    if offices == "clash":
        why = f"{a.actor.name} and {b.actor.name} share a name, but not an office: {_office(a)}, {_office(b)}"
        return Decision(False, 0.2, why, "namesake")
    if names == "full":
        sure = 0.98 if offices == "agree" else 0.92
        return Decision(True, sure, f"{a.actor.name} and {b.actor.name} are one name")
    return _by_surname(a, b, offices)


def _by_surname(a: Known, b: Known, offices: Offices) -> Decision:
    """Where one report, or both, give no given name."""
    told = f"{a.actor.name} and {b.actor.name}"
    if offices == "another":
        return Decision(False, 0.1, f"{told} share a surname, not an office", "namesake")
    if offices == "agree":
        return Decision(True, 0.85, f"{told} share a surname and an office")
    if a.beside(b) and not (a.classes and b.classes):
        return Decision(True, 0.65, f"{told} share a surname, in reports that name the same places")
    return Decision(False, OPEN, f"{told} share a surname, and nothing else that is told")


def _by_office(a: Known, b: Known, offices: Offices) -> Decision:
    """Where one report, or both, name the office only."""
    told = f"{_office(a)} and {_office(b)}"
    if offices in {"clash", "another"}:
        return Decision(False, 0.05, f"{told} are two offices", "actor")
    if offices == "silent":
        return Decision(False, OPEN - 0.05, f"{told} may be one: too little is told")
    places = _of_place(a), _of_place(b)
    if _unique(a, b) and (meet(*places) or (a.beside(b) and not all(_of_role(one) for one in (a, b)))):
        return Decision(True, 0.8, f"{told} are one office of one place")
    if any(akin(ours, theirs) and meet(ours.names, theirs.names) for ours in a.roles for theirs in b.roles):
        return Decision(True, 0.75, f"{told} are one office of one body or place")
    if (alike := _described_alike(a, b)) > 1 or (alike and a.beside(b)):
        return Decision(True, 0.65, f"{told} are one office of one matter")
    return Decision(False, OPEN + 0.05, f"{told} may be one: an office, but not whose")


def compared(one: Known, other: Known) -> Offices:
    """Whether what is told of two agrees, cannot both be true of one person, or leaves it open."""
    ours, theirs = one.roles, other.roles
    if ours and theirs and one.contrast != other.contrast:
        return "another"
    kin = [(a, b) for a in ours for b in theirs if akin(a, b)]
    shared = [(a, b) for a, b in kin if not _of_other_affairs(a, b) and not _of_other_affairs(b, a)]
    if kin and not shared:
        return "another"
    if _names_meet(ours, theirs):
        return "agree"
    if shared:
        apart = all(a.titles & b.titles and a.places and b.places for a, b in shared)
        return "clash" if apart else "agree"
    if one.described or other.described:
        # What else somebody is ("Dr", "a farmer") says nothing against an office; another office does.
        held = _held(one), _held(other)
        return "another" if all(held) and held[0].isdisjoint(held[1]) else "silent"
    return "clash" if one.classes and other.classes and one.classes.isdisjoint(other.classes) else "silent"


def akin(one: Role, other: Role) -> bool:
    """Whether two descriptions tell of one sort of office."""
    return bool(one.heads & other.heads) or alike(one.vector, other.vector) >= _AKIN


def _of_other_affairs(one: Role, other: Role) -> bool:
    """Whether the one is for affairs that are not the other's, or that who heads the state has no need of."""
    if not one.portfolios:
        return False
    highest = words("linking", "offices", "unique")
    alone = not other.portfolios and other.heads & highest and not one.heads & highest
    return bool(alone) or bool(other.portfolios and not one.portfolios & other.portfolios)


def _held(known: Known) -> frozenset[str]:
    """The offices and ranks that somebody is told to hold, empty where one may be any."""
    titles = table("titles")["heads"]
    listed = frozenset(titles["office"]) | frozenset(titles["rank"])
    found = frozenset(head for made in known.roles if made.titles & listed for head in made.heads)
    return frozenset() if found & words("linking", "offices", "wide") else found


def named_alike(ours: Sequence[tuple[str, ...]], theirs: Sequence[tuple[str, ...]]) -> tuple[Names, str | None]:
    """Whether two lists of forms of a name are one's: in full, by surname alone, or not; and what differs."""
    best: tuple[Names, str | None] = ("other", "actor")
    if not ours or not theirs:
        return best
    first, second = ours[0], theirs[0]
    if len(first) > 1 and len(second) > 1:
        if full(first, second):
            return "full", None
        return "other", "namesake" if spelt_alike(first[-1], second[-1]) else "actor"
    for one in ours:
        for other in theirs:
            if _part(one, other):
                best = ("part", None)
    return best


def full(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of several words are one: every word of the shorter found in the longer, in order or turned.

    What stands before the shorter is left out by its report: "W. Tomas Arden", "Tomas Arden".
    """
    shorter, longer = sorted((one, other), key=len)
    if _in_order(shorter, longer) or _in_order(shorter, longer[len(longer) - len(shorter) :]):
        return True
    if len(shorter) == len(longer) and _in_order((*shorter[1:], shorter[0]), longer):
        return True
    return _in_order((*shorter[-1:], *shorter[:-1]), longer) or _run_together(one, other)


def _run_together(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Two names that differ in where words are parted: "Abdelrahim Souti", "Abdel Rahim Souti"."""
    return len(one) != len(other) and spelt_alike("".join(one), "".join(other))


def _in_order(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    """Whether the words stand in the longer in this order, first and last at its ends."""
    if not (_given(shorter[0], longer[0]) and _family(shorter[-1], longer[-1])):
        return False
    at = 1
    for word in shorter[1:-1]:
        found = next((i for i in range(at, len(longer) - 1) if _given(word, longer[i])), None)
        if found is None:
            return len(longer) == 2  # noqa: PLR2004 - a middle name that the other leaves out
        at = found + 1
    return True


def _given(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    short = table("transliteration")["short"]
    return spelt_alike(one, other) or other in short.get(one, ()) or one in short.get(other, ())


def _family(one: str, other: str) -> bool:
    return len(one) > 1 and len(other) > 1 and spelt_alike(one, other)


def _part(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) > 1:
        return False
    families = (longer[0], longer[-1]) if longer[0] in words("transliteration", "first", "family") else (longer[-1],)
    return len(shorter[0]) > 1 and any(spelt_alike(shorter[0], family) for family in families)


def _names_meet(ours: Sequence[Role], theirs: Sequence[Role]) -> bool:
    return any(a.names and b.names and meet(a.names, b.names) for a in ours for b in theirs)


def _described_alike(a: Known, b: Known) -> int:
    """How many words tell of both what they hold their office in: "the inquiry into the probe"."""
    return max((len(matter(ours) & matter(theirs)) for ours in a.roles for theirs in b.roles), default=0)


def matter(made: Role) -> frozenset[str]:
    """What an office is held in, besides names and how far it reaches."""
    grammar = words("comparing", "small", "words") | words("linking", "levels", "words")
    return made.words - made.heads - made.titles - made.names - grammar


def _unique(a: Known, b: Known) -> bool:
    offices = words("linking", "offices", "unique")
    return any(one.heads & other.heads & offices for one in a.roles for other in b.roles)


def _of_role(known: Known) -> frozenset[str]:
    return frozenset(name for role in known.roles for name in role.names)


def _of_place(known: Known) -> frozenset[str]:
    """The places of somebody's offices; where none is told, the outlet's name may hold the country."""
    told = _of_role(known)
    return told or frozenset((known.outlet or "").casefold().split())


def _office(known: Known) -> str:
    return known.actor.name if known.described else next(iter((*known.actor.roles, *known.told)), known.actor.name)
