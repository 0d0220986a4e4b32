"""Totals whose parts stand in other sentences: which sums are found wrong, and which stay quiet; texts of our own."""

from __future__ import annotations

import pytest

import sayso

SHIP = "The ferry, which had {} people on board, burned off Miren. The mayor said that {} people had been rescued. {}"
DEAD = "Divers have brought up {} bodies. The dead were 19 men, 21 women and nine children, the mayor said."
VOTE = "All {} members of the council voted. When the roll was called, 34 members were in favour and 19 against it. {}"
PLACES = (
    "The fire burned {} houses in three villages, the mayor said. In Miren it took 31 houses. In Varo, 24 houses burned."
    " In Halm the fire took 16 houses. {}"
)
TERMS = "Clerk jailed for {} years\n\nThe judge gave him five years for fraud, two years for forgery and one year for theft. {}"
POLL = "The poll allowed three answers. {} percent said yes, 41 percent said no and 18 percent had no opinion."


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (SHIP.format(260, 214, "Some 38 bodies lie in the hall."), None),
        (SHIP.format(260, 214, "In all 38 bodies lie in the hall. Twelve people are missing."), "214 + 38 + 12 is 264"),
        (SHIP.format(264, 214, "In all 38 bodies lie in the hall. Twelve people are missing."), None),
        (SHIP.format(270, 214, "In all 38 bodies lie in the hall. Twelve people are missing."), "214 + 38 + 12 is 264"),
        (DEAD.format(47), "19 + 21 + 9 is 49"),
        (DEAD.format(49), None),
        (DEAD.format(47).replace("The dead were", "The dead include"), None),
        (VOTE.format(61, "Six abstained."), "34 + 19 + 6 is 59"),
        (VOTE.format(59, "Six abstained."), None),
        (VOTE.format(61, ""), None),
        (PLACES.format(73, "Elsewhere not a roof was touched."), "31 + 24 + 16 is 71"),
        (PLACES.format(71, "Elsewhere not a roof was touched."), None),
        (PLACES.format(73, "The wind has turned."), "31 + 24 + 16 is 71"),
        (PLACES.format(73, "The wind has turned.").replace("three villages", "the hills"), None),
        (
            TERMS.format("nine", "The terms are to be served one after another."),
            "5 years + 2 years + 1 year is 8 years",
        ),
        (TERMS.format("eight", "The terms are to be served one after another."), None),
        (TERMS.format("five", "The terms are to be served concurrently."), None),
        (POLL.format("Forty-six"), "46 + 41 + 18 is 105 percent"),
        (POLL.format("Forty"), None),
    ],
)
def test_parts_of_other_sentences_are_added_up_where_they_are_all(text: str, why: str | None) -> None:
    """Only words of completeness, or outcomes that exclude each other, make the parts the whole."""
    found = [one.why for one in sayso.read_text(text, published="2021-03-11").findings]
    assert [words.partition(";")[0] for words in found] == ([why] if why else [])
