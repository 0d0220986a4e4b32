"""Says which attributions of one claim are roots, and from how many independent roots a claim comes.

Stands alone because it is a small reckoning on who copies whom and who names whom, whatever the words are.

A copy goes back to what it copies. An attribution that came through an agency or another outlet goes back to these:
to their own report where the ledger has it, else to a root that nobody has read. Two outlets that credit one agency
are one root.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.link.copies.first import Origin, first_of
from sayso.link.unions import Unions
from sayso.resolve.terms import names_medium

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Member:
    """One attribution of a claim in one report: what the report says of itself, and who relayed the words to it.

    `relays` are the names of the outlets and agencies in its chain, its own outlet left out.
    """

    origin: Origin
    relays: frozenset[str]


@dataclass(frozen=True, slots=True)
class Roots:
    """Which members are roots, how many independent roots there are, and the place of the first, null where unknown."""

    roots: tuple[bool, ...]
    independent: int
    first: int | None


def roots(members: Sequence[Member], copied: Iterable[tuple[int, int]]) -> Roots:
    """The roots of a claim; `copied` are pairs of members that are one telling."""
    tellings: Unions[int] = Unions()
    for one, other in copied:
        tellings.join(one, other)
    same: dict[int, list[int]] = defaultdict(list)
    for place in range(len(members)):
        same[tellings.find(place)].append(place)
    firsts = {top: _first(members, places) for top, places in same.items()}
    joined = _joined(members, same, firsts)
    independent = len({joined.find(("telling", top)) for top in same})
    marks = tuple(firsts[tellings.find(place)] == place and not member.relays for place, member in enumerate(members))
    return Roots(marks, independent, _first(members, range(len(members))))


def _first(members: Sequence[Member], places: Iterable[int]) -> int | None:
    """The member that was first, where that is known."""
    among = list(places)
    if len(among) == 1:
        return among[0]
    reports = {members[place].origin.report: members[place].origin for place in among}
    first = first_of(reports.values()).report
    return next((place for place in among if members[place].origin.report == first), None)


Node = tuple[str, int | str]
"""A telling, by the place of its first member, or a relay, by its name."""


def _joined(members: Sequence[Member], same: dict[int, list[int]], firsts: dict[int, int | None]) -> Unions[Node]:
    """Tellings and the agencies that they go back to, joined where one goes back to another."""
    nodes: Unions[Node] = Unions()
    by_outlet = _by_outlet(members, same)
    relays = sorted({relay for member in members for relay in member.relays})
    for top, places in same.items():
        # Of one telling in several prints those of the first count: a copy may credit whom its source did not.
        first = firsts[top]
        for place in places if first is None else [first]:
            for relay in members[place].relays:
                own = next((by_outlet[outlet] for outlet in sorted(by_outlet) if names_medium(relay, outlet)), None)
                nodes.join(
                    ("telling", top), ("telling", own) if own is not None else ("relay", _fullest(relay, relays))
                )
    return nodes


def _fullest(relay: str, relays: list[str]) -> str:
    """The name that stands for one agency in all its forms: the longest of those that it names."""
    return max((other for other in relays if names_medium(relay, other)), key=lambda name: (len(name), name))


def _by_outlet(members: Sequence[Member], same: dict[int, list[int]]) -> dict[str, int]:
    """For each outlet the telling that stands for it: one that it got on its own, if there is such a one."""
    found: dict[str, tuple[bool, int]] = {}
    for top, places in same.items():
        for place in places:
            outlet = members[place].origin.outlet
            if outlet is not None:
                mine = bool(members[place].relays), top
                found[outlet] = min(found.get(outlet, mine), mine)
    return {outlet: top for outlet, (_, top) in found.items()}
