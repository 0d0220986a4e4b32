"""Holds which words of a content turn or weaken it where they stand, and which stand beside what is said."""

from __future__ import annotations

import pytest

from sayso.link.actors.senses import cut
from sayso.link.claims.marks import marks


def classes(content: str) -> set[str]:
    """All that the marks of a content may do, aside ones left out."""
    return {name for mark in marks(cut(content)) if not mark.aside for name in mark.classes}


@pytest.mark.parametrize(
    "content",
    [
        "a man was stabbed outside the bar",
        "the gunman appeared in the doorway",
        "a man wanted in connection with the raid had fled",
        "they kept three leaks secret from the inspectors",
        "court order or not, the strike was on",
        "it was not only the army that had fled",
    ],
)
def test_a_word_that_may_deny_or_weaken_does_neither_here(content: str) -> None:
    """A noun, a verb of motion, an idiom."""
    assert not classes(content) & {"negation", "possible", "must"}


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("it was too early to speak of a truce", "negation"),
        ("it rejected claims that the river was poisoned", "negation"),
        ("the wells had run out of water", "negation"),
        ("they were kept from leaving the camp", "negation"),
        ("the owner is to pay the widows", "must"),
        ("should the snow go on, buses would stop", "unless"),
        ("an accident could not be ruled out", "possible"),
        ("the ban on fishing was lifted", "able"),
        ("a cable was one possible cause", "possible"),
        ("it appeared to have been an accident", "possible"),
    ],
)
def test_several_words_may_do_what_one_does_elsewhere(content: str, name: str) -> None:
    """A denial, a duty, a condition or a doubt without the usual word for it."""
    assert name in classes(content)


@pytest.mark.parametrize("content", ["the ban on fishing was lifted", "an accident could not be ruled out"])
def test_two_denials_of_one_thing_are_none(content: str) -> None:
    """A ban that is lifted, an exclusion that is not made."""
    assert "negation" not in classes(content)


def test_what_a_clause_adds_stands_beside_what_is_said() -> None:
    """After a relative pronoun or a reason's word, up to the comma."""
    assert classes("counsellors would help pupils who may need support") <= {"will"}
    assert "negation" in classes("the pupils, who were tired, were not helped")
