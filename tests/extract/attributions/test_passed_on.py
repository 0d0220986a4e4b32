"""Who is quoted, and who passed it on; texts of our own."""

from __future__ import annotations

import pytest

import sayso


def rows(text: str) -> list[tuple[str, str, int]]:
    """Source and content of each row, and how many stand in its chain."""
    found = sayso.read_text(text, published="2031-08-10", language="en").attributions
    return [(row.source.text if row.source else "", row.content.text, len(row.chain)) for row in found]


@pytest.mark.parametrize(
    ("text", "speaker", "teller"),
    [
        (
            '"We will answer," Hadrian Koll said on Saturday, according to state media.',
            ("Hadrian Koll", '"We will answer,"', 2),
            ("state media", '"We will answer," Hadrian Koll said on Saturday', 1),
        ),
        (
            '"We will answer," said Hadrian Koll, according to the state news agency.',
            ("Hadrian Koll", '"We will answer,"', 2),
            ("the state news agency", '"We will answer," said Hadrian Koll', 1),
        ),
    ],
)
def test_who_is_quoted_by_somebody_has_a_row_within_theirs(
    text: str, speaker: tuple[str, str, int], teller: tuple[str, str, int]
) -> None:
    """What was passed on is that somebody said it, and the chain goes through who passed it on."""
    assert rows(text) == [speaker, teller]


def test_an_account_of_ones_own_is_no_relay() -> None:
    """Nobody speaks between the quotation and its source."""
    assert rows('"We will answer," according to Hadrian Koll.') == [("Hadrian Koll", '"We will answer,"', 1)]
