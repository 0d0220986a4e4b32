"""Which acts can only stand in one order, and when two dates of them are no conflict."""

from __future__ import annotations

import pytest
from tests.check.reports import findings


@pytest.mark.parametrize(
    "text",
    [
        "The convoy set out from Orun on 12 February 2021.\n\nOn 10 February 2021 the convoy arrived in Miren.",
        "The letter of 11 February asks for money.\n\nThe ministry's reply is dated 4 February.",
        "Applications can be handed in from 10 April 2021.\n\nThe closing date is 31 March 2021.",
        "Ilda Varo was arrested in Miren on 8 March.\n\nVaro was released on 5 March, her lawyer said.",
        "Ilda Varo kept the lighthouse of Miren. In 1997 she gave up the lamp.\n\nShe died in 1994.",
    ],
)
def test_a_second_act_before_the_first_is_found(text: str) -> None:
    """The two acts are of one thing or person, and only one order is possible."""
    assert [finding.kind for finding in findings(text, "order-conflict")] == ["order-conflict"]


@pytest.mark.parametrize(
    "text",
    [
        "The convoy set out from Orun on 10 February 2021.\n\nOn 12 February 2021 the convoy arrived in Miren.",
        "Ilda Varo was arrested in Miren on 8 March.\n\nHer brother Ados Brel was released on 5 March.",
        "Ilda Varo was arrested again on 8 March.\n\nVaro was released on 5 March, her lawyer said.",
        "Ilda Varo was elected mayor of Miren in 2018.\n\nVaro was dismissed as director of the port in 2016.",
        "The letter of 11 February asks for money.\n\nThe reply of 4 February was short.\n\nA reply of 9 March was not.",
        "Ilda Varo died in 1994.\n\nThe town named a square after her in 1997.",
        "Ilda Varo died in 1994.\n\nHer son Ados kept the lighthouse and in 1997 gave up the lamp.",
    ],
)
def test_another_thing_person_or_time_stays_quiet(text: str) -> None:
    """A second arrest, another post, several replies and honours after death are no conflict."""
    assert findings(text, "order-conflict") == ()
