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
        ("The offer had been due to expire Tuesday evening.", "2023-10-31TEV"),
        ("The record was set on 6 October.", "2023-10-06"),
        ("The hearing is set for Tuesday.", "2023-11-07"),
        ("The deadline is Tuesday.", "2023-11-07"),
        ("The mayor is out of jail Tuesday.", "2023-10-31"),
        ("The mayor of Miren is due in court on Tuesday.", "2023-11-07"),
        ("The offer was extended to Tuesday.", "2023-11-07"),
        ("The law took effect Jan. 1.", "2023-01-01"),
        ("The judge set the hearing for Tuesday.", "2023-11-07"),
        ("The march began as planned Tuesday night.", "2023-10-31TNI"),
        ("Poison is alleged to have been used on Tuesday.", "2023-10-31"),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The year before, it leaked.", "2018"),
        ("It had leaked the year previous.", "2018"),
        ("The week after, it leaked.", "2019-W20"),
        ("The night before, it leaked.", "2019-05-11TNI"),
        ("The mayor had promised to hold it until then.", "2019-05-12"),
        ("Since then it has held.", "2019-05-12"),
        ("The mayor had to leave by that date.", "2019-05-12"),
        ("By that time the mill had closed.", "2019-05-12"),
        ("Later in the day it held.", "2019-05-12"),
        ("It was mended that night.", "2019-05-12TNI"),
    ],
)
def test_what_points_back_counts_from_the_date_told(text: str, expected: str) -> None:
    """For "the year before", "until then" and "later in the day" after 12 May 2019."""
    assert values(f"The dam broke on 12 May 2019. {text}") == ["2019-05-12", expected]


@pytest.mark.parametrize(
    "text", ["The day before the vote it leaked.", "The year after it broke was dry.", "He was then mayor of Miren."]
)
def test_what_is_told_by_an_event_alone_gives_none(text: str) -> None:
    """No date says when the vote was."""
    assert values(f"The dam broke on 12 May 2019. {text}") == ["2019-05-12"]


@pytest.mark.parametrize(
    ("text", "expected", "edtf"),
    [
        ("It earned $3 million in its fiscal first quarter ended Sept. 30.", "2023-Q1", "2023-07-01/2023-09-30"),
        ("It earned $3 million in its fourth quarter ended Aug. 26.", "2023-Q4", "2023-05-28~/2023-08-26"),
        ("It earned $3 million in its third quarter ended Sept. 30.", "2023-Q3", None),
        ("It earned $3 million in the second quarter of fiscal 2022.", "2022-Q2", "2022-34?"),
        ("It earned $3 million in fiscal 2022.", "2022", "2022?"),
    ],
)
def test_a_fiscal_quarter_keeps_its_name_and_its_days(text: str, expected: str, edtf: str | None) -> None:
    """The days of a firm's quarter are those up to the last one told, and in doubt where none is."""
    assert next((row.value, row.edtf) for row in rows(text)) == (expected, edtf)


def test_a_whole_year_is_that_of_the_quarter_beside_it() -> None:
    """And else the one of publication."""
    text = "It earned $3 million in the fourth quarter of 2021 and $9 million for the full year. "
    assert values(text + "It spent more in the full year.") == ["2021-Q4", "2021", "2023"]


def test_the_quarter_compared_is_one_that_is_over() -> None:
    """A quarter that is looked forward to is not the one that figures were told for."""
    text = (
        MIREN
        + "It fears for the fourth quarter, after a flat second quarter. It had earned $2 million in the year-ago period."
    )
    assert values(text)[-1] == "2022-Q3"


def test_a_month_told_beside_is_compared_with_that_of_the_year_before() -> None:
    """For "the same period last year" in a sentence about September."""
    assert values("Sales rose in September from the same period last year.") == ["2023-09", "2022-09"]


def test_a_speaker_s_today_is_not_the_day_told_of() -> None:
    """What was said in a quotation may have been said on another day than that of publication."""
    told = 'The dam broke yesterday. "It held this morning," he said. It was mended later that day.'
    assert values(told) == ["2023-11-03", "2023-11-04TMO", "2023-11-03"]


def test_what_is_past_counts_from_a_past_day() -> None:
    """The day of a hearing to come is not the day on which the dam broke."""
    text = "The dam broke on Friday. The hearing will be held on Tuesday. The mill burned on the same day."
    assert values(text) == ["2023-11-03", "2023-11-07", "2023-11-03"]


def test_the_next_day_follows_a_day_told_by_another() -> None:
    """The day after the one before a feast is the feast."""
    assert values("The dam broke the day before Easter 2022. The next day it was mended.") == [
        "2022-04-16",
        "2022-04-17",
    ]


def test_a_day_that_is_near_and_ahead_is_not_that_of_last_year() -> None:
    """For "invited them to a feast on 12 November", whatever the tense."""
    assert values("The mayor invited them on 12 November to a feast.") == ["2023-11-12"]
    assert values("The mayor invited them on 12 March to a feast.") == ["2023-03-12"]


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shares rose on Friday. For the week, they fell.", "2023-W44"),
        ("Sales rose in October. For the month, profit fell.", "2023-10"),
        ("Traders wait for the week.", "2023-W45"),
    ],
)
def test_a_stretch_that_figures_are_told_for_is_the_one_told_of(text: str, expected: str) -> None:
    """On a Monday the week that shares fell for is the one before."""
    assert values(text, "2023-11-06")[-1] == expected
