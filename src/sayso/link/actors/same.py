"""Decides whether two reports mean the same actor, and gives the keys by which two such actors are brought together.

Stands alone because claims, findings and the list of actors all ask this one question. A namesake is not merged, nor is
a source without a name. Where too little is told and nothing speaks against it, the answer is open: not the same, with
a score of about `OPEN` and nothing that differs.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sayso.lexicon import table, words
from sayso.link.actors.bodies import same_body
from sayso.link.actors.known import Known
from sayso.link.actors.names import skeleton
from sayso.link.actors.persons import OPEN, matter, named_alike, same_person
from sayso.link.actors.places import country
from sayso.link.actors.speaking import speaks_as, spoken_for
from sayso.link.decision import Decision

if TYPE_CHECKING:
    from sayso.model import Actor

__all__ = ["OPEN", "Known", "keys", "may_be", "same_actor"]
_MOST, _MORE = 4, 4
"""So many keys an actor has of its names, and so many of what it holds."""
_TOGETHER = re.compile(r",\s+|\s+and\s+")
_ADJECTIVE = re.compile(r"(?<=\w{4})(?:ian|ean|an|ese|ish|i)$")


def same_actor(a: Known, b: Known) -> Decision:
    """Whether two actors of two reports are one; the order in which they are given makes no difference."""
    if (a.actor.name, a.told) > (b.actor.name, b.told):
        a, b = b, a
    if _one_of_two(a, b) or _one_of_two(b, a):
        return Decision(False, 0.0, f"{a.actor.name} and {b.actor.name}: two together, and one of them", "actor")
    return _decided(a, b)


def may_be(decision: Decision) -> bool:
    """Whether two actors are the same, or the reports leave it open."""
    return decision.same or (decision.differs is None and decision.score >= OPEN - 0.1)


def _decided(a: Known, b: Known) -> Decision:
    if (told := speaks_as(a, b)) is not None:
        return told
    for one in (a, b):
        if one.nameless:
            return Decision(False, 0.0, f"{one.actor.name} is nobody that a name holds to", "unnamed")
    persons = (a.person or a.described, b.person or b.described)
    if all(persons):
        return same_person(a, b)
    if any(persons):
        if not any(one.described or (one.heads and not one.person) for one in (a, b)):
            return _by_name(a, b)
        return Decision(False, 0.0, f"{a.actor.name} and {b.actor.name}: a person and a body", "actor")
    return same_body(a, b)


def _one_of_two(both: Known, one: Known) -> bool:
    """Whether the first are two who speak together ("Kaldria and Zemlar"), and the second is one of them."""
    parts = _TOGETHER.split(both.actor.name)
    return both.actor.kind == "group" and len(parts) > 1 and len(_TOGETHER.split(one.actor.name)) == 1


def _by_name(a: Known, b: Known) -> Decision:
    """Whether a name that one report's reading took for a person's and the other's for a body's is one."""
    names, differs = named_alike(a.forms, b.forms)
    told = f"{a.actor.name} and {b.actor.name}"
    if names == "full" or (names == "part" and a.beside(b)):
        return Decision(True, 0.8 if names == "full" else 0.6, f"{told} are one name")
    return Decision(False, OPEN if names == "part" else 0.0, f"{told}: a person and a body", differs)


@lru_cache(maxsize=20_000)
def keys(actor: Actor) -> frozenset[str]:
    """Keys such that two rows that may be one actor share at least one: spelling variants have the same."""
    return keys_of(Known(actor))


def keys_of(known: Known) -> frozenset[str]:
    """As `keys`, with all that the report tells of the actor.

    A name gives the consonants of the word that carries it. An office gives a key only where few hold it, or with what
    it is for: blocks of all spokesmen or of all police would grow with the ledger.
    """
    actor = known.actor
    if known.nameless:
        return frozenset()
    if known.described:
        plain = {f"r:{head}" for made in known.roles for head in made.heads}
        return frozenset([*sorted(plain)[:_MOST], *[*_bodies_of(known), *_offices_told(known)][:_MORE]])
    if known.person:
        names = dict.fromkeys(
            _named(word) for form in known.forms for word in ((form[0], form[-1]) if _turned(form) else form[-1:])
        )
        rare = sorted({f"r:{head}" for made in known.roles for head in made.heads if _is_rare(head)})
        more = [*_bodies_of(known), *_offices_told(known)]
        return frozenset([*[*names, *rare][:_MOST], *more[:_MORE]])
    words = (
        sorted(known.own, key=lambda word: (-len(word), word))[:2] or _kinds_of(known)[:1] or list(known.body_words[:1])
    )
    initials = known.acronym or "".join(word[0] for word in actor.name.split() if word[0].isupper()).casefold()
    letters = [f"a:{initials}"] if len(initials) >= _LETTERS else []
    affairs = [f"b:{affair}" for affair in sorted(known.portfolios)[:1]]
    return frozenset([*(_place_key(word) for word in words), *letters, *affairs])


def _turned(form: tuple[str, ...]) -> bool:
    return form[0] in words("transliteration", "first", "family")


def _is_rare(head: str) -> bool:
    return head in _offices("unique") or head not in _common()


def _offices_told(known: Known) -> list[str]:
    """Keys of offices that many hold, with what they are for: a minister, but of health."""
    return sorted(
        {
            f"r:{head}:{affair}"
            for made in known.roles
            for head in made.heads
            if not _is_rare(head)
            for affair in made.portfolios or matter(made)
        }
    )


def _bodies_of(known: Known) -> list[str]:
    """The keys of the bodies that somebody speaks as."""
    spoken = [(made, words) for made in known.roles if (words := spoken_for(made))]
    affairs = {f"b:{affair}" for made, _ in spoken for affair in made.portfolios}
    return sorted(affairs | {_place_key(word) for _, words in spoken for word in words})


def _kinds_of(known: Known) -> list[str]:
    """What sort of body it is; the police where its people may be theirs."""
    return ["police"] if "police" in known.heads else sorted(known.heads)


def _place_key(word: str) -> str:
    return _named(_ADJECTIVE.sub("", country(word).split()[0]))


def _named(word: str) -> str:
    return f"n:{skeleton(word)[: _LETTERS + 1]}"


_LETTERS = 3


@cache
def _common() -> frozenset[str]:
    """The offices that many hold."""
    return frozenset(one[0] for one in table("linking")["offices"]["one"]) | frozenset(
        table("linking")["offices"]["many"]
    )


@cache
def _offices(name: str) -> frozenset[str]:
    return frozenset(table("linking")["offices"][name])
