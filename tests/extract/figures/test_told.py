"""Holds numbers told of "the number of ..." to what they count, in sentences."""

from __future__ import annotations

import pytest
from sentences import figures, one

# What is counted, the noun, the population.
TOLD = [
    (
        "The number of people who have died of fever in Lower Tarn this year has risen to 1,274.",
        "killed",
        "people",
        None,
    ),
    ("The number of people killed by the flood has climbed to 31.", "killed", "people", None),
    ("The number of those injured stood at 210 on Monday.", "wounded", None, None),
    ("The toll of the wounded now stands at 80.", "wounded", None, None),
    ("The count of homes destroyed has grown to 1,900.", "destroyed", "homes", None),
    ("The number of children killed is 14.", "killed", "children", "children"),
    ("The number of women detained since May stands at 41.", "detained", "women", "women"),
    ("The ministry put the number of people who were arrested at 88.", "detained", "people", None),
    ("The number of Orland residents displaced by the fire has passed 3,000.", "displaced", *["Orland residents"] * 2),
    ("The number of those missing after the landslide dropped to 17.", "missing", None, None),
    ("The number of confirmed cases stands at 340.", None, "confirmed cases", None),
    ("The number of hospitals able to operate has fallen to three.", None, "hospitals", None),
    ("The count of ballots cast in Orland came to 18,442.", None, "ballots", None),
    ("The number of arrests has reached 340.", "detained", None, None),
    ("The number of Orland and rebel fighters killed in Tarn has risen to 39.", "killed", *["rebel fighters"] * 2),
    ("Organisers put the number of demonstrators at 60,000.", None, *["demonstrators"] * 2),
    ("The find brings to 73 the number of people who have died on the track.", "killed", "people", None),
    ("Cumulative cases in Orland: 1,860.", None, "Cumulative cases", None),
    ("Total number of hostages: 12.", *["hostages"] * 3),
    ("Confirmed deaths: 41.", "killed", None, None),
]


@pytest.mark.parametrize(("text", "counted", "noun", "population"), TOLD)
def test_a_number_told_of_the_number_of_some_counts_these(
    text: str, counted: str | None, noun: str | None, population: str | None
) -> None:
    """What is counted stands behind "the number of", with what befell it."""
    figure = one(text)
    assert (figure.counted, figure.noun and figure.noun.text, figure.population) == (counted, noun, population)


def test_both_ends_of_a_change_count_the_same() -> None:
    """The old number and the new one are told of the same things."""
    told = figures("The number of houses damaged rose to 640 from 512.")
    assert [(f.value, f.counted, f.unit) for f in told] == [(640, "damaged", "house"), (512, "damaged", "house")]


def test_a_share_by_which_a_number_grew_is_of_the_number() -> None:
    """What rose by a share is the number itself."""
    assert (figure := one("The number of new subscribers grew 4 per cent.")).noun is not None
    assert figure.noun.text == "number"
