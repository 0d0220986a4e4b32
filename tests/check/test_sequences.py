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
        "Ados Brel of Miren was convicted on 9 February. He lodged an appeal against the verdict on 2 February.",
        "The bridge at Orun reopened on 3 February. It had been closed on 11 February because of cracks.",
        "The truce took effect on 28 January at noon.\n\nIt collapsed on 10 January when rockets hit Miren.",
        "Orun Steel completed the purchase of Brel Tools on 12 January 2021. It announced the deal on 2 March 2021.",
        "The pause begins at 14:00 on Tuesday and ends at 09:00 the same day, the army said.",
        "The fair opens on 14 May 2021 and runs until 2 April 2021, the town said.",
        "Ilda Varo was buried in Orun on 9 February. She died on 12 February of a stroke, her son said.",
        "A ship with 22 crew docked at Miren on 4 February. The vessel had set sail from Orun on 6 February.",
        "The mill in Orun was pulled down in 2004. It was built in 2011.",
        "Ilda Varo kept the lighthouse of Miren. In 1997 she gave up the lamp.\n\nShe died in 1994.",
        "Ilda Varo was found guilty of bribery on 25 February. Varo was sentenced to six years on 17 February.",
        "On 4 February a jury convicted Ados Brel of theft. The trial, which began on 15 February, was short.",
        "The verdict was given on 4 February, at the end of a trial that started on 20 February.",
        "Two trams crashed in Miren on 18 February. The injured were rushed to hospital on 15 February.",
        "A shepherd saw the body of the boy in the lake on 2 February. He was last seen alive on 8 February.",
        "The poet was taken from his flat by soldiers on 19 February. The poet was released on 12 February.",
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
        "The strike at the port ended on 1 March. A strike at the airport began on 4 March.",
        "The fair opens on 14 May 2021. Early sales end on 2 April 2021.",
        "The lockdown was lifted on 8 February. A second lockdown was imposed on 20 February.",
        "The mill in Orun was pulled down in 2004. A new mill was built in 2011.",
        "Orun station opens at 07:00 on Sunday and closes at 02:00.",
        "Ados Brel was released on 2 March. Brel's brother Orlo was arrested on 4 March.",
        "The probe Miren landed on 4 January. Its relay satellite was launched on 20 January.",
        "Ilda Varo died in 1994.\n\nThe town named a square after her in 1997.",
        "A jury convicted Ados Brel on 4 February. The trial of his partner Orlo Tamm began on 15 February.",
        "Two trams crashed in Miren on 18 February. The mayor was rushed to hospital on 15 February with a fever.",
        "Ilda Varo was taken from her home by ambulance on 19 February. Varo released an album on 12 February.",
        "Ilda Varo died in 1994.\n\nHer son Ados kept the lighthouse and in 1997 gave up the lamp.",
        "A boy who was wounded in Miren on Friday died on Saturday, the coroner said.",
        "Ilda Varo died on Tuesday night. Varo ran the mill for ten years, and sold it on Friday.",
    ],
)
def test_another_thing_person_or_time_stays_quiet(text: str) -> None:
    """A second arrest, another post, several replies and honours after death are no conflict."""
    assert findings(text, "order-conflict") == ()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A suspect was detained in Miren on 24 March after a tip.", ["page-date"]),
        ("The vote was held on 19 March and won by the Greens.", ["page-date"]),
        ("A suspect will appear in court in Miren on 24 March.", []),
        ("The vote was planned for 19 March by a decree of May.", []),
        ("The match on 24 March was called off. The hearing was to be held on 20 March.", []),
        ("Last year floods hit Orun twice. Rain killed nine people on 28 March.", []),
        ("A suspect was detained in Miren on Tuesday, 24 March after a tip.", []),
        ("The minister announced her resignation effective 24 March.", []),
        ("A suspect was detained in Miren at about 4 a.m. on Sunday.", []),
    ],
)
def test_a_day_without_a_year_told_before_it_came_is_found(text: str, kinds: list[str]) -> None:
    """A report of 10 March tells of 24 March as past only where it tells of last year, or of what was to come."""
    assert [finding.kind for finding in findings(text, "page-date")] == kinds
