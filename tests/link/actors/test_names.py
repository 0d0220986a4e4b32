"""Holds the likeness of names to what an ear takes for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.link.actors.names import folded, likeness, skeleton, spelt_alike

LETTERS = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=14)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Haniyeh", "Haniya"),
        ("Haniyeh", "Haniyah"),
        ("Karemi", "Kareemi"),
        ("Qadhami", "Kadhami"),
        ("Yusef", "Youssef"),
        ("Dolgikh", "Dolgich"),
        ("Yevgeny", "Evgenij"),
        ("Müller", "Mueller"),
        ("Szczepan", "Szczepán"),
    ],
)
def test_spellings_of_one_name_are_alike_and_share_their_consonants(one: str, other: str) -> None:
    """They are known again, and the key that brings them together is one."""
    assert spelt_alike(folded(one), folded(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lindgren", "Lindberg"),
        ("Marin", "Martin"),
        ("Hansen", "Jensen"),
        ("Rell", "Bell"),
        ("Vane", "Vance"),
        ("Kast", "Kost"),
    ],
)
def test_another_name_is_another(one: str, other: str) -> None:
    """A letter that no transliteration takes for the other makes two names."""
    assert not spelt_alike(folded(one), folded(other))


@pytest.mark.parametrize(("one", "other"), [("Haniyeh", "Haniyah"), ("Qadhami", "Kadhami"), ("Yusef", "Youssef")])
def test_spellings_share_their_consonants(one: str, other: str) -> None:
    """What keys are made of is one for all spellings."""
    assert skeleton(folded(one)) == skeleton(folded(other))


@given(LETTERS, LETTERS)
def test_likeness_is_a_likeness(one: str, other: str) -> None:
    """From 0 to 1, the same both ways, 1 only for what is heard alike."""
    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, other) == pytest.approx(likeness(other, one))
    assert likeness(one, one) == 1
