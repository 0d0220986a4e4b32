"""Figures of a group, and of so many."""

from __future__ import annotations

import pytest
from tests.extract.figures.sentences import figures

from sayso import read_text


def told(text: str) -> list[tuple[str, str | None, str | None, str | None]]:
    """Each figure's words, what it counts, its noun and what it is a part of."""
    return [
        (figure.text, figure.counted, figure.noun.text if figure.noun else None, figure.part_of)
        for figure in read_text(text, published="2031-03-05").figures
    ]


@pytest.mark.parametrize(
    "part",
    [
        "Among the dead were 20 children and nine women.",
        "20 children and nine women were among those killed.",
        "20 children and nine women were also among the dead.",
    ],
)
def test_those_among_a_group_share_what_befell_it(part: str) -> None:
    """Though its number stands sentences away."""
    found = told(f"At least 128 people were killed on Monday. The roads were shut. {part}")
    assert found[1:] == [("20 children", "killed", "children", "f1"), ("nine women", "killed", "women", "f1")]


def test_parts_of_a_group_without_a_number_are_no_parts_of_each_other() -> None:
    """Four men are not the whole of which a woman is part."""
    found = told("So far the fatalities included four males and one female.")
    assert [(counted, part) for _, counted, _, part in found] == [("killed", None), ("killed", None)]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The strike destroyed at least 18 of 31 vehicles.", "vehicles"),
        ("He pleaded guilty to 29 out of 30 federal charges.", "federal charges"),
        ("Luck missed 10 of the Saints' 16 games.", "games"),
    ],
)
def test_so_many_of_so_many_count_the_same(text: str, noun: str) -> None:
    """The second number is the whole of the first, and its noun is that of both."""
    (_, _, first, whole), (_, _, second, none) = told(text)
    assert (first, second, whole, none) == (noun, noun, "f2", None)


def test_more_than_the_whole_is_no_part() -> None:
    """Of two numbers that do not fit, neither is a part."""
    assert [part for _, _, _, part in told("He won 40 of 31 games.")] == [None, None]


def test_a_word_that_is_no_group_befalls_nobody() -> None:
    """Neither "the death penalty" nor "the murder inquiry" tells of many dead."""
    assert told("Nine were in favour of the death penalty and three were not.")[1][1] is None


@pytest.mark.parametrize(
    ("text", "fates"),
    [
        ("The raids killed 14 fighters from the Norran Front and five civilians.", ["killed", "killed"]),
        ("In Tarnau 15 Norran civilians 3 children killed.", ["killed", "killed"]),
        ("The raids killed 14 fighters; five civilians watched.", ["killed", None]),
        ("Some 80 people were killed and 200 injured.", ["killed", "wounded"]),
        ("At least 14 people were killed 25 were wounded in a suicide attack.", ["killed", "wounded"]),
        ("Some 35 civilians were killed and many more wounded.", ["killed"]),
        ("The army lost at least 28 fighters.", ["killed"]),
        ("Officers located two shooting victims.", ["shot"]),
    ],
)
def test_a_list_shares_its_fate_and_no_other(text: str, fates: list[str | None]) -> None:
    """What befell one of a list befell all, until another verb begins."""
    assert [f.counted for f in figures(text)] == fates


def test_those_who_add_up_to_a_number_are_its_parts() -> None:
    """Without a word that says so."""
    whole, women, men = figures("Twenty bodies had been recovered, eleven women and nine men.")
    assert (women.part_of, men.part_of, women.counted) == (whole.id, whole.id, "killed")


@pytest.mark.parametrize(
    "text",
    [
        "Around 10 Saturday night, she left.",
        "On Tuesday morning, around 7, the officer was told.",
        "They chose it over Boeing's 787.",
    ],
)
def test_hours_beside_a_day_and_models_of_a_maker_count_nothing(text: str) -> None:
    """Neither is an amount."""
    assert figures(text) == ()


def test_one_person_behind_that_is_counted() -> None:
    """Here "that" only joins; "that one" alone counts nothing."""
    assert [f.text for f in figures("Rell said that one person was killed, and that one is the last.")] == [
        "one person"
    ]


def test_so_many_of_the_ones_counted_before_are_a_part_of_them() -> None:
    """Known by their noun; what befell the whole need not have befallen them."""
    whole, part = figures("Six teens were charged. Two of the teens held guns.")
    assert (part.part_of, part.counted) == (whole.id, None)


def test_so_many_of_anothers_are_no_part() -> None:
    """A possessor between makes them others."""
    assert figures("Orland sent 40 delegates. Rell won 22 of the state's delegates.")[1].part_of is None


def test_the_fate_of_a_bare_part_is_not_the_wholes() -> None:
    """Of 700, 47 wounded, the others crossed unhurt; a participle behind a part's own noun is said of all."""
    whole, part = figures("About 700 people including 47 wounded had crossed the border overnight.")
    assert (whole.counted, part.counted, part.part_of) == (None, "wounded", whole.id)
    whole, part = figures("84 people, including 17 children, killed by shelling were buried.")
    assert (whole.counted, part.counted) == ("killed", "killed")
