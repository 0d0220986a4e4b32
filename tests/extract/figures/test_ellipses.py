"""Lists in which each number has only its place behind it."""

from __future__ import annotations

import pytest
from tests.extract.figures.sentences import figures


@pytest.mark.parametrize(
    ("text", "nouns", "parts"),
    [
        (
            "Of the 640 displaced people, 185 were staying in schools, 120 in tents and the remaining 335 with relatives.",
            ["displaced people"] * 4,
            [None, "f1", "f1", "f1"],
        ),
        (
            "Some 38 trucks crossed. 22 of the trucks carried flour, nine water pumps and five medicine.",
            ["trucks"] * 4,
            [None, "f1", "f1", "f1"],
        ),
        ("She counted the shells that fell: 14 on Monday and 22 on Tuesday.", ["shells"] * 2, [None, None]),
        (
            "The flood killed 28 people, they said on Monday: 13 in Okuriwe, nine in Sembe and six in Dalanto.",
            ["people"] * 4,
            [None, "f1", "f1", "f1"],
        ),
        ("Two men bought bread, four apples and two shirts.", ["men", "apples", "shirts"], [None] * 3),
    ],
)
def test_a_list_counts_what_stands_before_it(text: str, nouns: list[str], parts: list[str | None]) -> None:
    """Not what stands behind its numbers, unless they can count that."""
    rows = figures(text)
    assert [row.noun.text if row.noun else None for row in rows] == nouns
    assert [row.part_of for row in rows] == parts


def test_a_compound_with_a_particle_is_counted_whole() -> None:
    """The noun stands behind the second hyphened word, and is not detained."""
    row = figures("Police seized five pick-up trucks and detained four men.")[0]
    assert (row.text, row.unit, row.counted) == ("five pick-up trucks", "truck", "trucks")


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Several previous rounds of talks have failed.", None),
        ("Troops fired 40 rounds at the town.", "munitions"),
    ],
)
def test_rounds_are_munitions_where_they_are_fired(text: str, counted: str | None) -> None:
    """Talks have rounds too."""
    assert figures(text)[0].counted == counted


def test_a_number_behind_a_month_and_a_mark_is_no_day() -> None:
    """It begins a clause of its own."""
    assert [row.text for row in figures("Fighting had gone on since May, and 12 people died.")] == ["12 people"]
