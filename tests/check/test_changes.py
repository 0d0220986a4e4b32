"""Changes told with their amount and both ends: which do not add up, and which are let go; texts of our own."""

from __future__ import annotations

import pytest
from tests.check.reports import findings

RULE = "amount-of-change"


def told(text: str) -> list[str]:
    """What the rule says of a text."""
    return [one.why for one in findings(text, "sum-mismatch") if one.rule == RULE]


@pytest.mark.parametrize(
    ("text", "off", "on"),
    [
        ("The number of cases rose from 40 to 52, a rise of {}, the ministry said.", "10", "12"),
        ("Unemployment fell by {} points to 5.1 percent, from 5.7 percent in March.", "0.4", "0.6"),
        (
            "The bank raised its rate by {} to 8.25 percent from 7.5 percent.",
            "half a point",
            "three quarters of a point",
        ),
        ("The company cut its workforce by {}, from 1,200 to 850.", "300", "350"),
        ("Turnout was 61 percent, up {} points from 55 percent in 2029.", "four", "six"),
        ("The clinic treated 52 children, {} more than the 40 of May.", "ten", "12"),
        ("The dam's level sank by {} centimetres, from 212 to 195 centimetres.", "14", "17"),
        ("Net profit rose {} percent to 150 million dollars from 120 million dollars.", "20", "25"),
        ("The budget grows from 2.1 million to 2.9 million dollars. That is an increase of {} million.", "0.5", "0.8"),
    ],
)
def test_an_amount_of_change_is_the_difference_of_its_ends(text: str, off: str, on: str) -> None:
    """Told where it is another, quiet where it is that."""
    assert len(told(text.format(off))) == 1
    assert told(text.format(on)) == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The number of cases rose from 52 to 40 in a week.", "From 52 to 40 is a fall; the text says rose."),
        ("Exports tripled from 40,000 tons to 64,000 tons.", "64,000 is 1.6 times 40,000; the text says tripled."),
    ],
)
def test_a_verb_of_change_goes_the_way_of_its_ends(text: str, why: str) -> None:
    """What rises comes to more, and what triples to three times as much."""
    assert told(text) == [why]


@pytest.mark.parametrize(
    "text",
    [
        "The number of cases rose from 40 to 52, a rise of nearly 13.",
        "Net profit rose 20 percent on a like-for-like basis to 150 million dollars from 120 million dollars.",
        "Cases rose by 10 in Varo, while in Miren they went from 40 to 52.",
        "Exports more than doubled to 95 million tons from 30 million tons.",
        "The club rose from number 8 to number 3 in the list.",
        "The euro rose to $1.1175 from $1.1074, and the pound rose to $1.3231 from $1.3158. The price of gold closed up $16.70.",
        "The population grew from 12,000 in 2001 to 15,000 in 2011, up 3,400.",
    ],
)
def test_what_may_be_of_no_one_change_is_quiet(text: str) -> None:
    """Rounded numbers, other measures, other clauses, ranks and rates of exchange."""
    assert told(text) == []
