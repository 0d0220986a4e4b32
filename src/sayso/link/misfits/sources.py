"""Whose word a row is, across reports: the names of its speaker and of the relays before, and whether two may be one.

Stands alone because several rules ask it in opposite ways: one wants one source, the others want two.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sayso.lexicon import table, words
from sayso.link.actors.known import Known, known_actors
from sayso.link.actors.same import may_be, same_actor
from sayso.link.decision import Decision
from sayso.link.misfits.spelling import fold, words_in
from sayso.model import Actor

if TYPE_CHECKING:
    from sayso.model import Reading

_ALIKE = 6
SURE = 0.75
"""The least score at which two without a word in common are believed to be one."""
_LINKING = words("between", "sources", "linking")
Sources = dict[str, "Source"]


@dataclass(frozen=True)
class Source:
    """Who speaks: the words that name it and those of its roles, folded, and what the report tells of it.

    `names` is empty for one that no name tells from others ("a senior official", "a monitor").
    """

    known: Known
    names: frozenset[str]
    roles: frozenset[str]

    @property
    def name(self) -> str:
        """The name as printed."""
        return self.known.actor.name


def sources(reading: Reading, actors: dict[str, Known] | None = None) -> Sources:
    """All who speak in a report, by the ids of their actors; `actors` are the report's, where they are known."""
    return {name: _source(known) for name, known in (known_actors(reading) if actors is None else actors).items()}


def publisher(reading: Reading) -> Source | None:
    """The report's outlet, as one who speaks where nobody else is named."""
    outlet = reading.report.outlet
    if outlet is None:
        return None
    return _source(Known(Actor("outlet", outlet.name, "organisation", (), (), ())))


def _source(known: Known) -> Source:
    actor = known.actor
    names = frozenset(_words(actor.name)) or frozenset(map(fold, words_in(actor.name)))
    roles = frozenset(word for role in actor.roles for word in _words(role)) - _ranks()
    return Source(known, names - _unnamed() - _LINKING, roles)


@cache
def _small() -> frozenset[str]:
    return frozenset(map(fold, table("between")["sources"]["small"]))


@cache
def _unnamed() -> frozenset[str]:
    return frozenset(map(fold, table("between")["sources"]["unnamed"]))


@cache
def _ranks() -> frozenset[str]:
    """Words for ranks, which name no body: a general may speak for any."""
    return frozenset(map(fold, table("titles")["heads"]["rank"]))


@cache
def _anyones() -> frozenset[str]:
    """Words of names that may be of any body of a side."""
    return frozenset(map(fold, table("between")["sources"]["anyones"]))


def _words(name: str) -> list[str]:
    return [folded for word in words_in(name) for folded in [fold(word)] if folded not in _small()]


def same_source(one: Source, two: Source) -> Decision:
    """Whether two speakers are one; `differs` is set only where something says that they are two."""
    decision = same_actor(one.known, two.known)
    if decision.same and (decision.score >= SURE or one.names & two.names):
        return decision
    if not one.names or not two.names:
        return Decision(same=False, score=0.4, why=f"Nobody can say whether {one.name} is {two.name}.")
    persons = one.known.person and two.known.person
    if not persons and (one.names <= two.names or two.names <= one.names):
        return Decision(same=True, score=0.7, why=f"{one.name} and {two.name} are one name.")
    if not persons and _kin(one, two):
        return Decision(same=True, score=0.6, why=f"{one.name} and {two.name} are a body and one who speaks for it.")
    generic = one.names <= _anyones() or two.names <= _anyones() or (one.known.described and two.known.described)
    if generic and may_be(decision):
        return decision
    return Decision(same=False, score=decision.score, why=decision.why, differs=decision.differs or "actor")


def _meet(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether they share a word that tells bodies apart; any word, where one side has none that does."""
    telling = one - _anyones(), two - _anyones()
    return bool(telling[0] & telling[1] if all(telling) else one & two)


def _kin(one: Source, two: Source) -> bool:
    """Whether one speaks for the other: its roles name the body, or the body's words are akin to the role's."""
    if any(_meet(a, b) for a, b in ((one.roles, two.names), (two.roles, one.names), (one.names, two.names))):
        return True
    words, others = ((side.roles | side.names) - _anyones() for side in (one, two))
    return any(a[:_ALIKE] == b[:_ALIKE] for a in words for b in others if min(len(a), len(b)) >= _ALIKE)
