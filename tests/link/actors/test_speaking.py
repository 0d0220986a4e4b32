"""Holds who speaks as a body: its spokesman, its head, its officers, and nobody of another body."""

from __future__ import annotations

import pytest
from tests.link.saying import known

from sayso.link.actors.same import keys_of, may_be, same_actor


@pytest.mark.parametrize(
    ("name", "role", "body"),
    [
        ("Pell Arvo", "a spokesman for the Ministry of Transport of Oud", "Oud transport ministry"),
        ("Rhea Moss", "captain of the Dunmarsh Police Department", "Dunmarsh police"),
        ("Nils Hogg", "Zelva's chief executive", "Zelva"),
        ("Ivo Strand", "commander of the Merran coast guard", "Merran coast guard"),
        ("Jan Marek", "Harrow County Sheriff", "Harrow County Sheriff's Office"),
        ("Ann Roe", "leader of the United Workers' Front", "United Workers' Front"),
    ],
)
def test_who_heads_a_body_or_is_its_officer_speaks_as_the_body(name: str, role: str, body: str) -> None:
    """One report names the body, the other who spoke for it, and a key brings the two together."""
    one, other = known(name, "person", role), known(body, "organisation")
    assert same_actor(one, other).same
    assert keys_of(one) & keys_of(other)


@pytest.mark.parametrize(
    ("role", "body"),
    [
        ("spokesman for the Ministry of Defence of Oud", "Oud health ministry"),
        ("former chief of the Dunmarsh police", "Dunmarsh police"),
        ("lieutenant general", "police"),
        ("spokeswoman for the Tessalian army", "Oruni army"),
        ("mayor of Orvana", "Orvana police"),
        ("farmer in Orvana", "Orvana council"),
    ],
)
def test_nobody_speaks_for_another_body(role: str, body: str) -> None:
    """Of other affairs, of another place or kind, or no longer in office."""
    assert not may_be(same_actor(known("Jan Marek", "person", role), known(body, "organisation")))


def test_a_rank_without_its_body_is_that_of_the_place() -> None:
    """A captain is of the police that both reports tell of, and may be elsewhere."""
    captain = known("Rhea Moss", "person", "Captain", places=("dunmarsh",))
    assert same_actor(captain, known("police", "organisation", places=("dunmarsh",))).same
    elsewhere = same_actor(captain, known("police", "organisation", places=("lintz",)))
    assert not elsewhere.same
    assert may_be(elsewhere)


def test_a_minister_may_be_the_voice_of_his_ministry_and_is_not_it() -> None:
    """It stays open, and the ministry of other affairs is shut out."""
    minister = known("Vessa Orlin", "person", "health minister")
    decision = same_actor(minister, known("Health Ministry", "organisation"))
    assert not decision.same
    assert may_be(decision)
    assert not may_be(same_actor(minister, known("Interior Ministry", "organisation")))


def test_a_spokesman_for_somebody_is_he() -> None:
    """As is somebody's office."""
    venn = known("Lira Venn", "person", "special counsel")
    assert same_actor(known("a spokesman for Venn", "unnamed"), venn).same
    assert same_actor(known("Venn's office", "organisation"), venn).same
