"""Money that no list names, and words that name money and other things."""

from __future__ import annotations

import pytest
from tests.extract.figures.sentences import figures


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("She paid 4.2 million ryen ($31,000) for the flat.", ["ryen", "USD"]),
        ("Bread costs 40 dirhels a loaf. They must pay 300 dirhels.", ["dirhel", "dirhel"]),
        ("He was fined 12,000 crowns. Later he got 3,000 crowns back.", ["crown", "crown"]),
        ("The festival cost 900,000 korunas.", ["CZK"]),
        ("The ransom was 15,000 CFA francs.", ["CFA franc"]),
        ("Products brought in 412 million crowns, services 318 million.", ["crown", "crown"]),
    ],
)
def test_money_is_known_by_how_it_is_told(text: str, units: list[str]) -> None:
    """A sum in brackets behind it, a verb of paying, or a number in millions."""
    assert [(row.kind, row.unit) for row in figures(text)] == [("money", unit) for unit in units]


@pytest.mark.parametrize(
    "text",
    [
        "The museum showed 12 crowns of kings.",
        "The team bought 300 buses ($90m).",
        "The shop sold 20 smartphones ($12,000).",
        "The two teams scored 12 marks each.",
    ],
)
def test_things_are_no_money(text: str) -> None:
    """Not even with their price behind them."""
    assert any(row.kind == "count" and row.unit not in (None, "team") for row in figures(text))


def test_a_sum_in_brackets_is_not_of_the_money_before_it() -> None:
    """Both are of what was bought."""
    assert figures("She paid 4.2 million ryen ($31,000) for the flat.")[1].noun is None


def test_a_name_with_a_capital_is_no_money() -> None:
    """A club, and no currency."""
    assert [row.unit for row in figures("Five Real Madrid players were hurt.")] == ["person"]


def test_both_ends_of_a_change_are_money() -> None:
    """The coin that only the second of two numbers is told with is the first one's as well."""
    found = figures("The budget grows from 2.1 billion to 2.4 billion crowns.")
    assert [(one.kind, one.unit) for one in found] == [("money", "crown")] * 2
