"""Says which attributions of one claim are roots, and from how many independent roots a claim comes.

Stands alone because it is a small reckoning on who copies whom and who names whom, whatever the words are.

A copy goes back to what it copies. An attribution that came through an agency or another outlet goes back to these:
to their own report where the ledger has it, else to a root that nobody has read. Two outlets that credit one agency
are one root. So does what a report has from a speaker whose words it cites an agency for, or from a body whose own
release the ledger has, where that tells it too. An outlet that tells a thing again has it from itself.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.link.copies.first import Origin, first_of, first_of_two
from sayso.link.unions import Unions
from sayso.read.iso import ordinal
from sayso.resolve.terms import names_medium, same_medium_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from sayso.link.copies.first import First

    OfTwo = Callable[[Origin, Origin], First]


@dataclass(frozen=True, slots=True)
class Member:
    """One attribution of a claim in one report: what the report says of itself, and who relayed the words to it.

    `relays` are the names of the outlets and agencies in its chain, its own outlet left out. `leans_on` are those that
    may have relayed it where they tell it themselves: who relayed other words of that speaker to the report, the media
    that it quotes, the speaker, where that is somebody who publishes, and who stands as a credit at head or foot.
    """

    origin: Origin
    relays: frozenset[str]
    leans_on: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Roots:
    """Which members are roots, how many independent roots there are, and the place of the first, null where unknown."""

    roots: tuple[bool, ...]
    independent: int
    first: int | None


def roots(members: Sequence[Member], copied: Iterable[tuple[int, int]], of_two: OfTwo = first_of_two) -> Roots:
    """The roots of a claim; `copied` are pairs of members that are one telling, `of_two` says which was first."""
    led = _led_back(members)
    tellings: Unions[int] = Unions()
    for one, other in copied:
        tellings.join(one, other)
    for one, other in _repeated(led, tellings):
        tellings.join(one, other)
    same = _by_telling(led, tellings)
    firsts = {top: _first(led, places, of_two) for top, places in same.items()}
    joined = _joined(led, same, firsts)
    independent = len({joined.find(("telling", top)) for top in same})
    marks = tuple(firsts[tellings.find(place)] == place and not member.relays for place, member in enumerate(led))
    return Roots(marks, independent, _first(led, range(len(led)), of_two))


def _led_back(members: Sequence[Member]) -> list[Member]:
    """The members, each with what it leans on for a relay where that has told it itself, and not on a later day."""
    own: dict[str, list[str | None]] = defaultdict(list)
    for member in members:
        if member.origin.outlet is not None and not member.relays:
            own[member.origin.outlet].append(member.origin.published)
    return [
        replace(member, relays=member.relays | {name for name in member.leans_on if _told_before(name, member, own)})
        for member in members
    ]


def _told_before(name: str, member: Member, own: Mapping[str, Sequence[str | None]]) -> bool:
    """Whether the outlet of that name, which is another than the member's, had told it by the day of the member."""
    outlet, day = member.origin.outlet, ordinal(member.origin.published)
    if outlet is not None and names_medium(name, outlet):
        return False
    told = (when for other, days in own.items() if names_medium(name, other) for when in map(ordinal, days))
    return any(when is None or day is None or when <= day for when in told)


def _repeated(members: Sequence[Member], tellings: Unions[int]) -> Iterator[tuple[int, int]]:
    """Pairs of members that one outlet tells by itself, again and again: it is not independent of itself."""
    first: dict[str, int] = {}
    for top, places in _by_telling(members, tellings).items():
        outlets = {same_medium_key(members[place].origin.outlet or "") for place in places}
        if len(outlets) == 1 and "" not in outlets and not any(members[place].relays for place in places):
            yield first.setdefault(outlets.pop(), top), top


def _by_telling(members: Sequence[Member], tellings: Unions[int]) -> dict[int, list[int]]:
    same: dict[int, list[int]] = defaultdict(list)
    for place in range(len(members)):
        same[tellings.find(place)].append(place)
    return dict(same)


def _first(members: Sequence[Member], places: Iterable[int], of_two: OfTwo) -> int | None:
    """The member that was first, where that is known."""
    among = list(places)
    if len(among) == 1:
        return among[0]
    reports = {members[place].origin.report: members[place].origin for place in among}
    first = first_of(reports.values(), of_two).report
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
