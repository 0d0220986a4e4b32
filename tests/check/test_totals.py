"""Totals in the plain wording of newsrooms: which parts are added up, and which are not; texts of our own."""

from __future__ import annotations

import pytest
from tests.check.reports import findings


@pytest.mark.parametrize(
    ("misfit", "fit"),
    [
        (
            "Carmaker Velda will cut 2,400 jobs. It will shed 1,200 positions in Miren, 700 in Varo and 600 in Halm.",
            "Carmaker Velda will cut 2,400 jobs. It will shed 1,200 positions in Miren and 700 in Varo.",
        ),
        (
            "The Union won 61 of the 120 seats. The Liberals took 34, the Greens 18 and the Farmers' League 11.",
            "The Union won 61 of the 120 seats. The Liberals took 34 and the Greens 11; others share the rest.",
        ),
        (
            "The army had 64 casualties this week. Nineteen soldiers were killed and 47 wounded.",
            "The army had 66 casualties this week. On Monday 19 soldiers were killed and 40 wounded.",
        ),
        (
            "The bridge costs 5.2 million crowns. The city pays 2.6 million, Ost 1.9 million and Halm the other 900,000.",
            "The firm sold fish for 4.2 billion crowns: 1.3 billion of cod, 1.3 billion of herring and 1.7 billion of eel.",
        ),
        (
            "The camp holds 1,500 people in four halls. Halls A and B hold 400 each, hall C 380 and hall D 290.",
            "The camp holds 1,470 people in four halls. Halls A and B hold 400 each, hall C 380 and hall D 290.",
        ),
        (
            "Jobs by site\n\nHalm 340\nVaro 210\nOst 95\nTotal 655\n",
            "Jobs by site\n\nHalm 340\nVaro 210\nOst 95\nTotal 645\n",
        ),
        (
            "The team played 20 matches. It won 11, drew five and lost three.",
            "The team played 20 matches. It won 11, drew five and lost three; one was abandoned.",
        ),
        (
            "The club won 19 gold, 14 silver and 15 bronze medals, for a total of 46.",
            "Six soldiers and four civilians were killed, bringing the total number of dead to 11.",
        ),
        (
            "The firm employs 8,600 people, of whom 5,100 work in Miren, 2,300 in Halm and 1,500 in Ost.",
            "The firm employs 8,600 people, of whom 5,100 work in Miren and 2,300 in Halm.",
        ),
        (
            "Anna Brel won 47 percent of the vote, Piet Ohl 36 percent and Dora Venn 21 percent.",
            "Asked what worries them, 52 percent named prices, 48 percent crime and 31 percent schools.",
        ),
        (
            "A car bomb killed 11 people in Varo. The dead were seven police officers, three children and two guards.",
            "A car bomb killed 11 people in Varo. Seven of the dead were police officers and three were children.",
        ),
        (
            "The company earned 420 million talers, 180 million in the first quarter and 260 million in the second.",
            "The company earned 420 million talers. Last year it earned 180 million in spring and 260 million in summer.",
        ),
    ],
)
def test_a_total_is_held_against_its_parts_and_no_others(misfit: str, fit: str) -> None:
    """The first of each pair has parts of another sum; the second has a rest, rounding, another time or no parts."""
    assert len(findings(misfit, "sum-mismatch")) == 1
    assert findings(fit, "sum-mismatch") == ()


def test_a_line_of_a_table_costs_no_more_than_its_length() -> None:
    """Long lines of blanks, dots and dashes are passed over."""
    assert findings("A" + " -." * 4000 + "\n" + "A" + " " * 9000 + "1\n", "sum-mismatch") == ()


def test_a_total_of_money_may_have_risen() -> None:
    """Sales that "rose to" a number are of one period, unlike a toll, so that their parts are all of it."""
    text = (
        "Group sales rose by 4 per cent to {} million crowns. The company has three divisions: flat steel brought in "
        "412 million crowns, long products 318 million and services 146 million."
    )
    assert len(findings(text.format(896), "sum-mismatch")) == 1
    assert findings(text.format(876), "sum-mismatch") == ()
