"""Two voices and one count: which pairs are found, and which stay quiet; texts of our own."""

from __future__ import annotations

import pytest

import sayso

A = "Police said that {} had come to the square of Miren."
B = "The organisers said that {} had come to the square."


def kinds(text: str) -> list[str]:
    """The kinds of finding in a report of Thursday, 11 March 2021."""
    return [one.kind for one in sayso.read_text(text, published="2021-03-11").findings]


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("18,000 people", "45,000 people", ["figure-conflict"]),
        ("at most 18,000 people", "between 40,000 and 45,000 people", ["figure-conflict"]),
        ("18,000 people", "at least 15,000 people", []),
        ("about 18,000 people", "17,500 people", []),
        ("18,000 people", "18,214 people", []),
        ("18,000 people", "a further 45,000 people", []),
        ("700 officers", "45,000 people", []),
        ("18,000 people", "45,000 women", []),
    ],
)
def test_ranges_of_one_count_that_do_not_meet_are_found(one: str, two: str, expected: list[str]) -> None:
    """Bounds, rounding, other nouns and additions are no conflict."""
    assert kinds(f"{A.format(one)}\n\n{B.format(two)}") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Police said that 18,000 people had come to the square of Miren. They had first spoken of 45,000 people.",
        f"{A.format('18,000 people')} Police put the bill for the square at 45,000 talers.",
        f"{A.format('18,000 people')}\n\nIn Varo, the organisers said, 45,000 people had come to the square.",
        f"{A.format('18,000 people')}\n\nThe organisers had expected 45,000 people in the square, they said.",
        f"{A.format('18,000 people')}\n\nThe mayor said that the 45,000 people had come to the square for nothing.",
        f"{A.format('18,000 people')}\n\nThe mayor said that he would let 45,000 people come to the square, not 18,000.",
        f"{A.format('18,000 people')}\n\nThe mayor said that 45,000 people live by the sea.",
        f"{A.format('18,000 people')}\n\nThe police spokesman said that 45,000 people had come to the square.",
        f"{A.format('18,000 people')}\n\nThe mayor said that 45,000 people had come to the square. That was later lowered to 20,000.",
    ],
)
def test_one_voice_two_places_and_other_kinds_stay_quiet(text: str) -> None:
    """One source may correct itself, and what is elsewhere, expected or of something else is another count."""
    assert kinds(text) == []
