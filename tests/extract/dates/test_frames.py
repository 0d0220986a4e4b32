"""What dates in reports of business and of plans hold true, over texts of our own about invented places."""

from __future__ import annotations

import pytest
from tests.extract.dates.making import rows, values

MIREN = "Miren Mills earned $3 million in the third quarter. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (MIREN + "It earned $2 million a year earlier.", "2022-Q3"),
        (MIREN + "It earned $2 million in the year-ago third quarter.", "2022-Q3"),
        (MIREN + "It earned $2 million in the year-earlier period.", "2022-Q3"),
        (MIREN + "It earned $2 million in the 2021 period.", "2021-Q3"),
        (MIREN + "It earned $2 million in the corresponding period last year.", "2022-Q3"),
        (MIREN + "It earned $2 million in last year's quarter.", "2022-Q3"),
        (MIREN + "It earned $2 million in the quarter a year ago.", "2022-Q3"),
        (MIREN + "Costs fell in the latest period.", "2023-Q3"),
        (MIREN + "For the nine months, it earned $9 million, up from $7 million a year earlier.", "2022"),
        ("They sold 4,000 tons in September, up from 3,000 a year earlier.", "2022-09"),
        ("Miren Mills lost $2 million in the quarter.", "2023-QX"),
        ("Miren Mills earned $3 million in the fiscal first quarter.", "2023-Q1"),
        ("Miren Mills earned $3 million in the quarter ended July 31.", "2023-07-31"),
    ],
)
def test_figures_are_compared_with_those_of_a_like_period(text: str, expected: str) -> None:
    """A year earlier than a quarter is that quarter of the year before; than nine months, the year."""
    assert values(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The court extended its deadline until 9 a.m. Tuesday.", "2023-11-07T09:00"),
        ("The court postponed the hearing until Tuesday.", "2023-11-07"),
        ("The offer had been due to expire on Tuesday.", "2023-10-31"),
        ("The record was set on 6 October.", "2023-10-06"),
        ("The hearing is set for Tuesday.", "2023-11-07"),
        ("The law takes effect in June.", "2024-06"),
        ("The law took effect in June.", "2023-06"),
        ("Elections are due in April.", "2024-04"),
        ("Police held him in the small hours of Monday.", "2023-10-30"),
        ("The envoys meet on Tuesday with the mayor of Miren.", "2023-11-07"),
        ("The mayors of Miren heard of a cut in supply in December.", "2023-12"),
        ("The vote will be held the week of 13 November.", "2023-W46"),
        ("The dam broke on Easter weekend.", "2023-W14-WE"),
        ("The dam at Miren leaks these days.", "PRESENT_REF"),
        ("The mayor of Miren agreed this coming Sunday, November 5.", "2023-11-05"),
    ],
)
def test_plans_and_deadlines_lie_ahead(text: str, expected: str) -> None:
    """What was put off or planned is to come, what had been planned is past."""
    assert values(text) == [expected]


def test_the_next_day_follows_the_one_told_before() -> None:
    """For "the next day" and "the next morning", not the day after publication."""
    assert values("The dam broke on 12 May 2019. The next morning it rained. The next day it held.") == [
        "2019-05-12",
        "2019-05-13TMO",
        "2019-05-14",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An eight-month-old truce broke.", ["P8M"]),
        ("An eight-month-old baby was found.", []),
        ("They held a day-long meeting.", ["P1D"]),
        ("It may take a day or two.", ["PXD"]),
        ("The report lists the firm's 2019 operating results.", ["2019"]),
        ("They counted 2019 homes and 2010 refugees.", []),
        ("He hopes that he may one day return.", []),
        ("They joined the March for Bread in Miren.", []),
        ('She spoke on "This Week" about Miren.', []),
    ],
)
def test_lengths_and_names_are_told_apart(text: str, expected: list[str]) -> None:
    """A truce has a length and a baby an age; names of marches and programmes are no dates."""
    assert values(text) == expected


def test_or_so_is_about() -> None:
    """For "A week or so ago"."""
    assert [(row.value, row.mod) for row in rows("Talks in Miren ended a week or so ago.")] == [("2023-W43", "APPROX")]
