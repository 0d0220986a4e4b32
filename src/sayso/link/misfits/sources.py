"""Whose word a row is, across reports: the names of its speaker and of the relays before, and whether two may be one.

Stands alone because several rules ask it in opposite ways: one wants one source, the others want two.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sayso.lexicon import table
from sayso.link.decision import Decision
from sayso.link.misfits.spelling import fold, words_in

if TYPE_CHECKING:
    from sayso.model import Actor, Attribution, Reading

_ALIKE = 6
_INITIALS = 3


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks: the name as printed, the words that name it, those of its roles, and its kind.

    `names` is empty for one that no name tells from others ("a senior official", "activists"). `initials`: an acronym
    printed, or what the name would be shortened to.
    """

    name: str
    kind: str
    names: frozenset[str]
    roles: frozenset[str]
    initials: frozenset[str]
    relays: frozenset[str]


def speaker(row: Attribution, reading: Reading) -> Source | None:
    """The speaker of an attribution; null where nobody knows."""
    actors = {actor.id: actor for actor in reading.actors}
    own = actors.get(row.speaker or "")
    relays = frozenset(word for one in row.chain[1:-1] if one in actors for word in _words(actors[one].name))
    return None if own is None else source(own, relays)


def source(actor: Actor, relays: frozenset[str] = frozenset()) -> Source:
    """An actor as it is compared."""
    unnamed = set(table("between")["sources"]["unnamed"])
    printed = (actor.name, *actor.aliases)
    names = (frozenset(_words(actor.name)) or frozenset(map(fold, words_in(actor.name)))) - {
        fold(one) for one in unnamed
    }
    names -= {"the", "a", "an", "of", "for", "and", "in", "at", "its"}
    return Source(
        name=actor.name,
        kind=actor.kind,
        names=names,
        roles=frozenset(word for role in actor.roles for word in _words(role)),
        initials=frozenset(short for name in printed for short in _short(name)),
        relays=relays,
    )


def publisher(reading: Reading) -> Source | None:
    """The report's outlet, as one who speaks where nobody else is named."""
    outlet = reading.report.outlet
    if outlet is None:
        return None
    words = frozenset(_words(outlet.name))
    return Source(outlet.name, "organisation", words, frozenset(), frozenset(_short(outlet.name)), frozenset())


@cache
def _small() -> frozenset[str]:
    return frozenset(fold(word) for word in table("between")["sources"]["small"])


def _words(name: str) -> list[str]:
    return [folded for word in words_in(name) for folded in [fold(word)] if folded not in _small()]


def _short(name: str) -> list[str]:
    """The acronym that a name is, or would be shortened to."""
    words = [word for word in name.replace(".", "").split() if word[:1].isupper()]
    printed = [word.lower() for word in words if len(word) >= _INITIALS and word.isupper()]
    made = "".join(word[0] for word in words).lower()
    return [*printed, made] if len(made) >= _INITIALS else printed


def same_source(one: Source, two: Source) -> Decision:
    """Whether two speakers are one; `differs` is set only where something says that they are two."""
    if one.initials & two.initials:
        return Decision(same=True, score=0.9, why=f"{one.name} and {two.name} share their initials.")
    if not one.names or not two.names:
        return _unnamed(one, two)
    if one.kind == two.kind == "person":
        return _persons(one, two)
    if one.names <= two.names or two.names <= one.names:
        return Decision(same=True, score=0.8, why=f"{one.name} and {two.name} are one name.")
    if _kin(one, two) or _kin(two, one):
        return Decision(same=True, score=0.6, why=f"{one.name} and {two.name} are a body and one who speaks for it.")
    return Decision(same=False, score=0.1, why=f"{one.name} is not {two.name}.", differs="name")


def _persons(one: Source, two: Source) -> Decision:
    shared = {a for a in one.names for b in two.names if alike(a, b)}
    if shared and (len(one.names) == 1 or len(two.names) == 1 or len(shared) > 1):
        return Decision(same=True, score=0.9, why=f"{one.name} and {two.name} are one name.")
    return Decision(same=False, score=0.0, why=f"{one.name} is not {two.name}.", differs="name")


def _unnamed(one: Source, two: Source) -> Decision:
    """Somebody without a name may be anybody whom nothing tells from it."""
    return Decision(same=False, score=0.4, why=f"Nobody can say whether {one.name} is {two.name}.")


def _kin(person: Source, body: Source) -> bool:
    """Whether one speaks for the other: its roles name the body, or the body's words are akin to the role's."""
    if person.roles & body.names or person.names & body.names:
        return True
    words = person.roles | person.names
    others = body.roles | body.names
    return any(a[:_ALIKE] == b[:_ALIKE] for a in words for b in others if min(len(a), len(b)) >= _ALIKE)


def alike(one: str, two: str) -> bool:
    """Whether two words of names may be spellings of one: the same consonants, and nearly as long."""
    return one == two or (_skeleton(one) == _skeleton(two) and len(_skeleton(one)) > 1 and one[0] == two[0])


@cache
def _skeleton(word: str) -> str:
    return "".join(letter for letter in word if letter not in "aeiouyhw'’-").replace("q", "k").replace("c", "k")
