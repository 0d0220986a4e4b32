"""Says whether somebody's words are those of a body: of its spokesman, its head, an officer of its own.

Stands alone because one report names the body and another who spoke for it, and neither name nor kind is then the same.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sayso.lexicon import table, words
from sayso.link.actors.bodies import of_one_kind
from sayso.link.actors.persons import OPEN
from sayso.link.actors.places import one_place
from sayso.link.actors.roles import bodies, offices
from sayso.link.decision import Decision

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.link.actors.known import Known
    from sayso.link.actors.roles import Role


def speaks_as(a: Known, b: Known) -> Decision | None:
    """Whether one of two speaks as the body, or for the person, that the other is; null where nothing ties them."""
    for one, other in ((a, b), (b, a)):
        if one.person or one.described:
            found = (_for_person if other.person and _somebody(other) else _for_body)(one, other)
            if found is not None:
                return found
        elif other.person and _owned(one, other):
            return Decision(True, 0.7, f"{one.actor.name} and {other.actor.name}: somebody's office, and he")
    return None


def spoken_for(made: Role) -> frozenset[str]:
    """The words by which the body is named that somebody with this description speaks as, else what sort of body."""
    if not made.heads & _officers() or made.words & words("linking", "offices", "past"):
        return frozenset()
    kinds = (made.words & _kinds()) or _implied(made)
    common = made.titles | made.heads | words("linking", "portfolios", "words") | words("linking", "levels", "words")
    return (made.words - common - _kinds()) or frozenset({"police"} & kinds) or kinds


def _somebody(known: Known) -> bool:
    """Whether a person is surely one, no company that a reading took for one: of several names, or in an office."""
    return len(known.forms) > 1 or any(made.heads for made in known.roles) or len(known.forms[0]) > 1


def _for_person(one: Known, other: Known) -> Decision | None:
    """Whether somebody without a name is the spokesman of one who has a name."""
    names = {form[-1] for form in other.forms}
    told = f"{one.actor.name} and {other.actor.name}: who speaks for somebody, and he"
    speaks = one.described and any(made.heads & _speaking() and made.words & names for made in one.roles)
    return Decision(True, 0.7, told) if speaks else None


def _owned(body: Known, person: Known) -> bool:
    """Whether a body is called after its head alone: "Venn's office"."""
    names = {word for form in person.forms for word in form}
    return bool(body.own) and body.own <= names and body.heads <= words("linking", "offices", "own")


def _for_body(one: Known, body: Known) -> Decision | None:
    if body.described:
        return None
    found = [decision for made in one.roles if (decision := _as_body(one, made, body)) is not None]
    return max(found, key=lambda decision: decision.score, default=None)


def _as_body(one: Known, made: Role, body: Known) -> Decision | None:
    """What one description of a person says of the body: that he speaks as it, that he may, or nothing."""
    named = _called(body) - made.titles
    meets = all(any(one_place(word, other) for other in made.words) for word in named)
    state = body.actor.kind == "place" or bool(named and body.heads and body.heads <= _governing())
    if not _tied(made, body, state=state) or not (meets or _of_the_scene(one, made, body, named)):
        return None
    told = f"{one.actor.name} and {body.actor.name}"
    if body.wide or not made.heads & (_speaking() if state else _officers()):
        return Decision(False, OPEN, f"{told}: who may be the voice of a body, and the body")
    if named:
        return Decision(True, 0.75 if meets else 0.65, f"{told}: who speaks for a body, and the body")
    if one.beside(body):
        return Decision(True, 0.65, f"{told}: who speaks for a body, and such a body, in reports that name the same")
    return Decision(False, OPEN, f"{told}: who speaks for a body, and such a body, but not whose")


def _tied(made: Role, body: Known, *, state: bool) -> bool:
    """Whether an office is one that speaks, and for such a body and such affairs."""
    if made.words & words("linking", "offices", "past") or not made.heads & (_officers() | _charged()):
        return False
    if body.portfolios and made.portfolios and not body.portfolios & made.portfolios:
        return False
    return state or _of_kind(made, made.words & _kinds(), body)


def _of_the_scene(one: Known, made: Role, body: Known, named: Iterable[str]) -> bool:
    """Whether a report names the place of the body, where the office is told without one."""
    return not made.names and bool(body.heads) and any(one_place(word, other) for word in named for other in one.scene)


def _of_kind(made: Role, kinds: frozenset[str], body: Known) -> bool:
    """Whether an office can be one of the body: by what it tells, by what it is, or by the affairs of both."""
    if made.titles & frozenset(body.body_words):
        return True  # "the sheriff's office"
    if not body.heads:
        return (not kinds and bool(made.names)) or bool(body.own & made.names)
    if kinds:
        return of_one_kind(body.heads, kinds)
    if body.portfolios & made.portfolios:
        return True
    if body.own and body.own <= made.words and body.heads <= _business():
        return True
    anybody = made.heads & _speaking_alone() and not made.names
    return bool(anybody) or not body.heads.isdisjoint(_implied(made))


def _called(body: Known) -> frozenset[str]:
    """The words that name a body; of a company that a reading took for a person, the last."""
    return body.own if not body.person else frozenset(form[-1] for form in body.forms)


def _implied(made: Role) -> frozenset[str]:
    """The bodies that an office is one of without their being told: a sheriff's is the police."""
    return _implied_by(made.titles, made.heads)


@lru_cache(maxsize=20_000)
def _implied_by(titles: frozenset[str], heads: frozenset[str]) -> frozenset[str]:
    """Of two ranks the one that is of one body only decides: a lieutenant general is none of the police."""
    implied: dict[str, list[str]] = table("linking")["offices"]["of"]
    ranks = [rank for title in titles if (rank := frozenset(implied).intersection(offices(title)))]
    common = frozenset.intersection(*ranks) if ranks else heads
    return frozenset(body for head in common or heads if head in implied for body in implied[head])


@cache
def _speaking() -> frozenset[str]:
    return words("linking", "offices", "speaking")


@cache
def _speaking_alone() -> frozenset[str]:
    """Who speaks for whichever body is meant, where no other is told."""
    return words("linking", "offices", "voice")


@cache
def _officers() -> frozenset[str]:
    return _speaking() | words("linking", "offices", "leading")


@cache
def _charged() -> frozenset[str]:
    return words("linking", "offices", "charge")


@cache
def _governing() -> frozenset[str]:
    return words("linking", "bodies", "of-a-country")


@cache
def _business() -> frozenset[str]:
    return words("organisations", "heads", "business") | words("linking", "bodies", "left-out")


@cache
def _kinds() -> frozenset[str]:
    return words("organisations", "heads") | bodies()
