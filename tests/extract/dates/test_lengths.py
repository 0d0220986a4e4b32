"""What lengths of time hold true, over texts of our own about invented places."""

from __future__ import annotations

import pytest
from tests.extract.dates.making import values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill lost money in eight trading days.", ["P8D"]),
        ("Output fell for two straight years.", ["P2Y"]),
        ("The guards spent ten long years in Miren.", ["P10Y"]),
        ("The mayor will stay another year.", ["P1Y"]),
        ("The lease was extended by an additional month.", ["P1M"]),
        ("It is another day in Miren.", []),
        ("A trading day in Miren is short.", []),
    ],
)
def test_a_word_between_a_number_and_its_unit_keeps_the_number(text: str, expected: list[str]) -> None:
    """Eight trading days are eight days; another year is one, another day is none."""
    assert values(text) == expected
