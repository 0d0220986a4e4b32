"""What holds of numbers that leave out what they count."""

from __future__ import annotations

import pytest
from tests.extract.figures.sentences import figures


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The blast killed at least 45 people and wounded 85.", "people"),
        ("Some 27 civilians were killed and dozens more wounded.", "civilians"),
        ("Long shot three officers. He wounded two more.", "officers"),
        ("While 54 nations have signed the treaty, only 27 have ratified it.", "nations"),
        ("There were 190 people on board, six of them crew.", "people"),
        ("The state freed 120 detainees. Relatives said only 97 had come home.", "detainees"),
        ("Rebels release 43 prisoners; army says it counted 39", "prisoners"),
        ('The Front held "about two hundred" of its men. Falcon has put the figure at 76.', "men"),
    ],
)
def test_a_number_that_leaves_out_its_noun_has_the_one_before(text: str, noun: str) -> None:
    """And its unit with it."""
    first, second = figures(text)
    assert second.noun is not None
    assert (second.noun.text, second.unit) == (noun, first.unit)


def test_a_number_of_something_else_has_none() -> None:
    """A bare number that neither acts nor tells what befell people is left alone."""
    assert figures("The blast killed 45 people. By noon she had won 12.")[-1].noun is None


def test_a_headline_has_the_noun_of_the_sentence_that_repeats_its_number() -> None:
    """Of the same fate alone: "eight wounded" is no other eight."""
    found = figures("Seven dead, eight hurt in blast\n\nAt least seven fishermen were killed, and eight trucks burned.")
    assert found[0].noun is not None
    assert found[0].noun.text == "fishermen"
    assert found[1].noun is None or found[1].noun.text != "trucks"


def test_a_second_verb_counts_what_the_first_does() -> None:
    """Its subject is no noun of the number; and what befell the first befell those of one verb."""
    seats = figures("The National Party gained 13 seats and the Liberal Democrats lost 10.")
    assert [one.unit for one in seats] == ["seat", "seat"]
    lost = figures("The Front has lost 463 fighters in the battle and the Union has lost at least 89.")
    assert [one.counted for one in lost] == ["killed", "killed"]


def test_the_last_of_a_list_of_parts_counts_what_the_whole_does() -> None:
    """And not the subject of its clause."""
    found = figures("The monitors recorded 61 violations, 38 of them by Orland and 21 by Tarn.")
    assert [one.noun and one.noun.text for one in found] == ["violations"] * 3
