"""Holds what a report tells of an actor: names within descriptions, and people who stand for their body."""

from __future__ import annotations

import pytest
from tests.link.saying import known

from sayso.link.actors.same import keys_of, may_be, same_actor


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("presiding judge Hedda Voss of Amsel district court", ("hedda", "voss")),
        ("Rami Tesk head of the Harrow Observatory", ("rami", "tesk")),
        ("a loudspeaker Imam Idriss Bello", ("idriss", "bello")),
    ],
)
def test_a_name_within_a_description_is_somebodys_name(phrase: str, name: tuple[str, ...]) -> None:
    """An office before or after it says that it is a person's."""
    assert known(phrase, "unnamed").forms == (name,)
    assert known(phrase, "unnamed").person


@pytest.mark.parametrize(
    "phrase", ["the wife of the poet Elias Holm", "President of the Federation", "a senior official"]
)
def test_a_description_without_the_speakers_own_name_names_nobody(phrase: str) -> None:
    """Whose wife she is, is not who she is."""
    assert not known(phrase, "unnamed").person


def test_a_company_that_is_read_as_a_person_is_a_body() -> None:
    """What begins with a noun for a body is none's name."""
    assert not known("Carmaker Zelva").person


@pytest.mark.parametrize("group", ["officers", "investigators", "Dunmarsh police detectives"])
def test_a_bodys_own_people_speak_as_the_body(group: str) -> None:
    """Where both reports tell of one place."""
    people = known(group, "group", places=("dunmarsh",))
    police = known("Dunmarsh police", "organisation", places=("dunmarsh",))
    assert same_actor(people, known("police", "organisation", places=("dunmarsh",))).same
    assert may_be(same_actor(people, police))
    assert keys_of(people) & (keys_of(police) | keys_of(known("police", "organisation")))


def test_officials_may_be_of_whichever_public_body() -> None:
    """So they are nobody's for sure, and those of other affairs are none of its."""
    decision = same_actor(known("health officials", "group"), known("Health Ministry", "organisation"))
    assert not decision.same
    assert may_be(decision)
    assert not may_be(same_actor(known("health officials", "group"), known("Defence Ministry", "organisation")))


@pytest.mark.parametrize("group", ["senior officials", "two officials", "Western diplomats", "residents"])
def test_people_of_no_certain_body_stay_unnamed(group: str) -> None:
    """A source that nobody can hold to its words is never another's."""
    assert known(group, "group").nameless or not may_be(
        same_actor(known(group, "group"), known("Health Ministry", "organisation"))
    )
