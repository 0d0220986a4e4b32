"""Holds the linking of actors across reports: names in any order and spelling, bodies by any name, no namesakes."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from tests.link.saying import known

from sayso.link.actors.same import keys, keys_of, may_be, same_actor

if TYPE_CHECKING:
    from sayso.model import ActorKind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ismael Haniyeh", "Ismail Haniya"),
        ("Sheikh Nasir al-Qadhami", "Nasser Kadhami"),
        ("Xu Wenlan", "Wenlan Xu"),
        ("M. Dorne", "Marta Dorne"),
        ("Marta Elise Dorne", "Marta Dorne"),
        ("Bob Kestrel", "Robert Kestrel"),
        ("Abdelrahim Souti", "Abdel Rahim Souti"),
        ("Dr. Ana van der Lind", "Ana Van Der Lind"),
        ("E. Marta Dorne", "Marta Dorne"),
        ("Ray Kestrel", "Raymond Kestrel"),
        ("Undersheriff Marta Dorne", "Marta Dorne"),
    ],
)
def test_a_person_is_known_again(one: str, other: str) -> None:
    """Through spelling, order, titles, initials, short forms and particles; a key brings the two together."""
    a, b = known(one), known(other)
    assert same_actor(a, b).same
    assert keys(a.actor) & keys(b.actor)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Marta Dorne", "Edvin Dorne"), ("Ana Lindgren", "Ana Lindberg"), ("Peter Rell Jr", "Peter Rell Sr")],
)
def test_a_namesake_is_somebody_else(one: str, other: str) -> None:
    """A shared surname, a shared given name or all but the generation make nobody the same."""
    decision = same_actor(known(one), known(other))
    assert not decision.same
    assert decision.differs in {"namesake", "actor"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kaldria's defence ministry", "Zemlar's defence ministry"),
        ("Indian army", "Pakistani army"),
        ("General Staff of the Armed Forces of Kaldria", "General Staff of the Armed Forces of Zemlar"),
    ],
)
def test_bodies_of_two_owners_are_two(one: str, other: str) -> None:
    """Two sides have bodies of one kind; what both say is no claim of one."""
    decision = same_actor(known(one, "organisation"), known(other, "organisation"))
    assert (decision.same, decision.differs) == (False, "owner")


def test_one_name_and_two_offices_are_two_people() -> None:
    """The mayor of one town is not the mayor of another."""
    one = known("Jan Marek", "person", "mayor of Orvana")
    assert not same_actor(one, known("Jan Marek", "person", "mayor of Lintz")).same
    assert same_actor(one, known("Jan Marek", "person", "the mayor")).same


def test_a_former_holder_of_an_office_is_not_its_holder() -> None:
    """Where only the office is told, "former" sets two apart."""
    minister = known("foreign minister of Tessaly", "unnamed")
    assert not may_be(same_actor(minister, known("former foreign minister of Tessaly", "unnamed")))


def test_a_surname_alone_needs_something_else_that_is_shared() -> None:
    """The office, or what both reports name; else it stays open."""
    full = known("Lidia Marchetti", "person", "port director", places=("sarn",))
    assert same_actor(full, known("Marchetti", "person", "director of the port")).same
    assert same_actor(full, known("Marchetti", places=("sarn", "orvana"))).same
    alone = same_actor(full, known("Marchetti"))
    assert not alone.same
    assert may_be(alone)


def test_an_office_of_one_country_stands_for_its_holder() -> None:
    """Name in one report, office and country in the other."""
    named = known("Sefu Adomako", "person", "President of Oud")
    assert same_actor(named, known("head of state of Oud", "unnamed")).same
    assert not same_actor(named, known("head of state of Zelk", "unnamed")).same


@pytest.mark.parametrize("name", ["A senior official", "residents", "Witnesses", "sources"])
def test_a_source_without_a_name_is_never_the_same(name: str) -> None:
    """Two reports' unnamed officials are two."""
    kind = "group" if name == "residents" else "unnamed"
    assert not may_be(same_actor(known(name, kind), known(name, kind)))
    assert not keys(known(name, kind).actor)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Orvana police", "police in Orvana"),
        ("World Grain Relief Fund", "WGRF"),
        ("Red Lantern Society", "Red Lantern"),
        ("Tessalian Ministry of the Interior", "Interior Ministry of Tessaly"),
        ("embassy of Zelk in Quendal", "Zelk embassy"),
    ],
)
def test_a_body_is_known_by_any_of_its_names(one: str, other: str) -> None:
    """Place before or after, initials, short form."""
    a, b = known(one, "organisation"), known(other, "organisation")
    assert same_actor(a, b).same
    assert keys(a.actor) & keys(b.actor)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Orvana police", "Lintz police"),
        ("Orvana police", "Orvana council"),
        ("Ministry of Health of Zelk", "Ministry of Defence of Zelk"),
        ("Ministry of Health of Zelk", "Ministry of Health of Harat"),
    ],
)
def test_two_bodies_are_two(one: str, other: str) -> None:
    """By place, by kind or by what they are for."""
    assert not may_be(same_actor(known(one, "organisation"), known(other, "organisation")))


def test_a_body_without_a_name_is_that_of_the_place() -> None:
    """One electoral commission is another where both reports name the same place, and open elsewhere."""
    here = known("electoral commission", "organisation", places=("meseta",))
    assert same_actor(here, known("electoral commission", "organisation", places=("meseta",))).same
    assert not same_actor(here, known("electoral commission", "organisation", places=("zelk",))).same


def test_who_speaks_for_a_body_is_that_body() -> None:
    """A spokeswoman for the army, and the army."""
    army = known("Tessalian army", "organisation")
    assert same_actor(known("A spokeswoman for the Tessalian army", "unnamed"), army).same


def test_order_changes_no_decision() -> None:
    """Two actors are the same whichever is asked about first."""
    some = [
        known("Ismael Haniyeh", "person", "chairman"),
        known("Haniya"),
        known("Orvana police", "organisation"),
        known("police", "organisation", places=("orvana",)),
        known("A senior official", "unnamed"),
        known("mayor of Orvana", "unnamed"),
    ]
    for one, other in permutations(some, 2):
        assert same_actor(one, other) == same_actor(other, one)


def test_keys_stay_few() -> None:
    """However many names an actor goes by."""
    many = known("Ismael Haniyeh", aliases=tuple(f"Ismael Haniye{c}" for c in "abcdefghij"), told=("the chairman",))
    assert len(keys_of(many)) <= 4


def test_an_actor_of_five_hundred_spellings_is_compared_like_any_other() -> None:
    """However a name is misspelt, the comparison stays bounded, and the actor is known by its full name."""
    many = known(
        "Ismael Haniyeh",
        aliases=tuple(f"Haniy{a}{b}" for a in "abcdefghijklmnopqrstuvwxyz" for b in "aeiouyhntrslmdkgpbvz"),
    )
    assert same_actor(many, known("Ismail Haniya")).same
    assert len(many.forms) <= 8


def test_the_ministry_alone_is_nobodys_for_sure() -> None:
    """A country has many; with its affairs, or for the one police of a place, the shared places are enough."""
    places = ("orvana", "sarn")
    alone = known("ministry", "organisation", places=places)
    for other in ("Kestrel's ministry", "ministry", "Dorne Ministry"):
        decision = same_actor(alone, known(other, "organisation", places=places))
        assert not decision.same
        assert may_be(decision)
    health = known("health ministry", "organisation", places=places)
    assert same_actor(health, known("Kaldria's health ministry", "organisation", places=places)).same
    police = known("police", "organisation", places=places)
    assert same_actor(police, known("Orvana police", "organisation", places=places)).same


@pytest.mark.parametrize("kind", ["person", "place", "organisation"])
def test_two_who_speak_together_are_not_one_of_them(kind: ActorKind) -> None:
    """What "Kaldria and Zemlar" say is no word of Kaldria's alone."""
    decision = same_actor(known("Kaldria and Zemlar", "group"), known("Kaldria", kind))
    assert (decision.same, may_be(decision)) == (False, False)
    assert same_actor(known("Kaldria and Zemlar", "group"), known("Kaldria and Zemlar", "group")).same
