"""Holds a change and the level it led to apart from a range of two numbers, in sentences."""

from __future__ import annotations

import pytest
from sentences import figures, one

# The change and the level, with the unit and what is counted.
CHANGES = [
    ("The number of confirmed cases rose by 12 to 340.", 12, 340, "confirmed case", None),
    ("The workforce shrank by 40 to 1,260.", 40, 1260, None, None),
    ("The fleet grew by six to 19 aircraft.", 6, 19, "aircraft", None),
    ("The death toll rose by four to 31.", 4, 31, "person", "killed"),
    ("The number of the wounded went up by four to nine.", 4, 9, "person", "wounded"),
    ("Output rose by 5,000 tonnes to 61,000 tonnes.", 5000, 61000, "metric_ton", None),
    ("The price rose $2 to $71.", 2, 71, "USD", None),
    ("Membership is up 12 to 340.", 12, 340, None, None),
    ("The toll rose from 328 to 340.", 328, 340, "person", "killed"),
    ("The number of camps has grown from 12 to 31.", 12, 31, "camp", None),
    ("The share of women increased from 12 to 15 per cent.", 12, 15, "percent", None),
    ("The bread went from 2.50 to 3.10 dollars.", 2.5, 3.1, "USD", None),
    ("The army grew slowly from 3 to 5 million soldiers.", 3_000_000, 5_000_000, "person", None),
]


@pytest.mark.parametrize(("text", "change", "level", "unit", "counted"), CHANGES)
def test_a_change_and_its_level_are_two_figures(
    text: str, change: float, level: float, unit: str | None, counted: str | None
) -> None:
    """By how much a number rose or fell is one figure and where it ended another, of the same things."""
    assert [(f.value, f.unit, f.counted) for f in figures(text)] == [(change, unit, counted), (level, unit, counted)]


def test_a_share_and_the_level_after_it_are_two_figures() -> None:
    """A fall by a share and the number it led to are told of one thing."""
    told = figures("Enrolment fell by 3 per cent to 45 million.")
    assert [(f.value, f.noun and f.noun.text) for f in told] == [(3, "Enrolment"), (45_000_000, "Enrolment")]


@pytest.mark.parametrize(
    "text",
    [
        "Estimates range from 12 to 31 camps.",
        "They are jailed for from 3 to 5 years.",
        "Fines go from $20 to $25.",
        "Prices climb by 10 to 15 per cent a year.",
        "The board will cut staff by 200 to 300.",
        "The herd shrank by between 12 and 20.",
        "It rose by 3 to 4 points.",
        "The club's lead was cut by two to five points.",
        "The hall grew by 20 to 30 seats.",
    ],
)
def test_a_change_within_bounds_is_a_range(text: str) -> None:
    """Two numbers near each other say between which bounds the change lies."""
    assert one(text).bound == "between"
