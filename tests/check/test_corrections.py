"""Numbers that a report takes back, and those that only look so; texts of our own."""

from __future__ import annotations

import pytest

import sayso
from sayso.check.corrections import corrections, taken_back

TWO = "A blast killed 40 people in the market of Arn on Monday, police said. The hospital said 14 people were killed in it."


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Correction: an earlier version of this report gave the number of dead as 40; it is 28.", [(40, 28)]),
        ("On Friday the ministry revised its death toll from 31 down to 27.", [(31, 27)]),
        ("On Friday the ministry lowered the death toll to 24 from 31.", [(31, 24)]),
        ("The correct figure for 14 April was 192 dead, not 129, the observatory said.", [(129, 192)]),
        ("The figure of 60 was a typing error: there were 16 dead.", [(60, 16)]),
        ("It was not 61 people but 16 who died, as an earlier version of this story said.", [(61, 16)]),
        ("An earlier version of this article misstated the number of dead. It was 45, not 54.", [(54, 45)]),
        ("We wrongly reported that 71 people had been killed; in fact 17 people died.", [(71, 17)]),
        ("On Friday the ministry raised the death toll from 31 to 44.", []),
        ("The ministry denied that it had revised its death toll from 31 to 27.", []),
        ("The blast killed 28 people, not 40, the governor said.", []),
        ("The blast killed 28 people, not 40 as first reported by the Messenger.", []),
        ("Police revised the number of officers from 300 to 210.", []),
        ("The strike that killed 40 people was a mistake: there were 28 civilians in the house.", []),
        ("The army mistakenly killed 12 villagers. There were 30 people in the village.", []),
        ("An earlier version of the bill set 40 seats; it is 28 now.", []),
        ("An earlier version of this report said that 40 people were killed and 12 wounded. It is 28 and 9.", []),
    ],
)
def test_a_wrong_number_has_its_right_one(text: str, pairs: list[tuple[int, int]]) -> None:
    """Higher tolls, denials, others' numbers, plans and mistakes that are no numbers are no corrections."""
    made = corrections(sayso.read_text(text, published="2031-04-20", language="en"))
    assert [(one.wrong.value, one.right.value) for one in made] == pairs


def test_a_number_told_before_is_taken_back_with_it() -> None:
    """Where it counts the same; what another source tells stays that source's."""
    own = (
        "Police said 60 people were killed.\n\nThe figure of 60 was a misprint: there were 16 dead. Some 60 were hurt."
    )
    read = sayso.read_text(own, published="2031-04-20", language="en")
    assert [row.text for row in read.figures if row.id in taken_back(read)] == ["60 people", "60"]
    other = "The army said 40 people died. The correct figure is 28 dead, not 40, the opposition said."
    read = sayso.read_text(other, published="2031-04-20", language="en")
    assert [row.text for row in read.figures if row.id in taken_back(read)] == ["40"]


@pytest.mark.parametrize(
    ("more", "kinds"),
    [
        ("", ["figure-conflict"]),
        ("\n\nAn earlier version of this report gave the number of people killed in the market as 40; it is 14.", []),
        ("\n\nPolice revised their death toll from 40 down to 14.", []),
    ],
)
def test_a_number_taken_back_is_no_conflict(more: str, kinds: list[str]) -> None:
    """Nor is the number as the correction names it."""
    found = sayso.read_text(f"{TWO}{more}", published="2031-04-20", language="en").findings
    assert [one.kind for one in found] == kinds
