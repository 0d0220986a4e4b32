"""Sources without what is told of the time beside them."""

from __future__ import annotations

import pytest

from sayso import read_text


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The clashes went on until October 13 Orlo state media reported that the town was taken.", "Orlo state media"),
        ("The Audit Office on June 18 called for a re-run.", "The Audit Office"),
        ("Data released on Friday showed that prices rose.", "Data released on Friday"),
    ],
)
def test_a_date_is_no_part_of_who_speaks(text: str, source: str) -> None:
    """Neither the end of one that runs into the source nor a day behind it, unless it tells which document it is."""
    found = read_text(text, published="2031-03-05").attributions
    assert [row.source.text for row in found if row.source] == [source]
