"""What holds of the nouns that numbers count, and of numbers that count nothing beside them."""

from __future__ import annotations

import pytest
from tests.extract.figures.sentences import figures, one


@pytest.mark.parametrize(
    ("text", "noun", "unit", "counted"),
    [
        ("More than 50 rebels and jihadists were killed.", "rebels and jihadists", "person", "killed"),
        ("They fired hundreds of rockets and shells at the town.", "rockets and shells", "rocket", "munitions"),
        ("Fighting has also killed 30 regime and allied fighters.", "regime and allied fighters", "person", "killed"),
        (
            "The group has killed hundreds of Norran and Kettish tribesmen.",
            "Norran and Kettish tribesmen",
            "person",
            "killed",
        ),
        ("It caused hundreds of deaths and injuries.", "deaths and injuries", "death", "casualties"),
        ("Nearly half the country's population have fled their homes.", "population", "population", "displaced"),
    ],
)
def test_a_number_counts_all_that_is_joined_behind_it(text: str, noun: str, unit: str, counted: str) -> None:
    """Two nouns, or two modifiers of one."""
    found = one(text)
    assert found.noun is not None
    assert (found.noun.text, found.unit, found.counted) == (noun, unit, counted)


def test_a_second_number_begins_another_count() -> None:
    """Nothing is joined over it."""
    assert [f.text for f in figures("They held 50 rebels and 12 soldiers, and dozens of boys.")] == [
        "50 rebels",
        "12 soldiers",
        "dozens of boys",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The two did not have contact.",
        "One of the officials said the talks failed.",
        "The vote passed 230-to-198.",
        "The 737 Max is grounded.",
    ],
)
def test_what_takes_up_names_or_scores_counts_nothing(text: str) -> None:
    """These numbers tell no amount of their own."""
    assert figures(text) == ()


def test_the_three_killed_are_counted() -> None:
    """A number that takes up those named before still tells how many met a fate."""
    assert one("The three were killed.").counted == "killed"


@pytest.mark.parametrize(
    "text",
    [
        "Ostrand Motors will receive CA$1 billion from the province.",
        "Rell requested $5.7 billion for construction of the wall.",
        "The firm had already received $1.5 million.",
    ],
)
def test_who_gets_or_asks_a_sum_is_not_what_it_measures(text: str) -> None:
    """A sum is of or for something; who has it is told elsewhere."""
    assert one(text).noun is None


@pytest.mark.parametrize(
    ("text", "bound", "low", "high"),
    [
        ("It would provide US$300 to 350 million a year.", "between", 300_000_000, 350_000_000),
        ("The Act provides a US$3,000 to 5,000 incentive.", "between", 3_000, 5_000),
        ("It hosted children under the age of eight.", "less_than", None, 8),
        ("It held children as young as 4-years-old.", "at_least", 4, None),
        ("He may date anyone 19 or older.", "at_least", 19, None),
        ("It was found under eight metres of mud.", "exact", 8, 8),
        ("The tank holds under 20 litres of water.", "less_than", None, 20),
    ],
)
def test_bounds_and_ranges(text: str, bound: str, low: float | None, high: float | None) -> None:
    """A currency holds for both ends; "under" mud is a place."""
    found = one(text)
    assert (found.bound, found.low, found.high) == (bound, low, high)


def test_a_sum_before_people_is_no_range() -> None:
    """The second number counts those who got the first."""
    assert [f.low for f in figures("They paid $5 to 10 people.")] == [5, 10]


def test_whole_amounts_are_whole_numbers() -> None:
    """34.3 times a thousand million is not exact in binary."""
    assert repr(one("It had a $34.3 billion debt.").value) == "34300000000"


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The firm had already received $1.5 million in bridge financing.", "bridge financing"),
        ("Ostrand will give 150 million euros ($199 million) in aid.", "aid"),
        ("Four days of riots followed.", "riots"),
        ("The court ordered 90 days of treatment.", "treatment"),
        ("Two live jackals were sold.", "live jackals"),
        ("Responding to one visitor's post, she laughed.", "visitor"),
        ("Two of the mayor's deputies resigned.", "deputies"),
        ("Police mourned the death of 15-year-old Ada Rell.", "Ada Rell"),
    ],
)
def test_what_is_measured_stands_behind_its_amount(text: str, noun: str) -> None:
    """With its adjectives, and before whatever the clause is about."""
    found = figures(text)[-1].noun
    assert found is not None
    assert found.text == noun


@pytest.mark.parametrize(
    "text",
    [
        "Rell has worked at the plant for nearly 30 years.",
        "A bullet hit the 16-year-old in the chest.",
        "She gave him $5 in return.",
    ],
)
def test_who_takes_a_time_or_is_an_age_is_not_what_it_measures(text: str) -> None:
    """Nobody lasts, and an age that stands for its bearer is no neighbour's."""
    assert one(text).noun is None


@pytest.mark.parametrize(
    "text",
    [
        "Boeing sold the Boeing 787 here. The 787 flew, and airlines wait for the 787.",
        "He had a .40-caliber pistol and a 12-gauge shotgun.",
        "It runs on 32-bit versions.",
        "It was one of the worst attacks of the war.",
        "Not one complaint was received.",
        "Call +99 123 456 7890 for details.",
    ],
)
def test_models_types_and_superlatives_count_nothing(text: str) -> None:
    """A number that names its thing is no amount, in the sentence that says so and in the others."""
    assert figures(text) == ()


def test_an_age_behind_a_comma_is_of_the_name_before() -> None:
    """In lists of names without a verb too."""
    found = one("Chelsea Marie Rell, 22 years-old").noun
    assert found is not None
    assert found.text == "Chelsea Marie Rell"


@pytest.mark.parametrize("behind", ["May", "last week", "the year before", "Tuesday"])
def test_a_number_of_a_time_counts_no_times(behind: str) -> None:
    """What is told of last week (40 of them) counts no weeks."""
    figure = figures(f"The clinic treated more than the 40 of {behind}.")[-1]
    assert (figure.text.split()[-1], figure.noun) == ("40", None)


def test_half_a_thing_is_no_figure() -> None:
    """Half a house measures nothing, half a ton of rice does."""
    assert [one.text for one in figures("He owns half a house and half a ton of rice.")] == ["half a ton"]
