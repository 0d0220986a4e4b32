"""What dates that are counted from others hold true, over texts of our own about invented places."""

from __future__ import annotations

import pytest
from tests.extract.dates.making import rows, values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill opened in 2019. That June it burned.", "2019-06"),
        ("The mill opened in 2019. That summer it burned.", "2019-SU"),
        ("The mill opened in March 2019. The following January it burned.", "2020-01"),
        ("The mill opened in March 2019. The previous June it had burned.", "2018-06"),
        ("The mill opened in 2019. The mayor said that July was dry.", "2023-07"),
        ("The mill opened on 3 May 2019. The mayor said that Monday the gates jammed.", "2023-10-30"),
        ("That summer it burned.", "XXXX-SU"),
        ("The mill opened in March 2019. The next year it burned.", "2020"),
        ("The mill opened in March 2019. The next year will be dry.", "2024"),
        ("All rights end on 30 November. Until then, the mayor said, they were safe.", "2023-11-30"),
    ],
)
def test_what_points_at_a_date_told_counts_from_it(text: str, expected: str) -> None:
    """For "That June", "the following January", "the next year": of the date told, where "that" joins no clause."""
    assert values(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill opened in May 2019. That same day it burned.", "2019-05-XX"),
        ("The mill opened in 2019. Later that month it burned.", "2019-XX"),
        ("The mill opened in 2019. That night it burned.", "2019-XX-XXTNI"),
        ("The mill opened in 2019. It burned. It rained. That day they left.", "XXXX-XX-XX"),
    ],
)
def test_of_a_day_within_a_month_told_the_month_is_known(text: str, expected: str) -> None:
    """Which day it was nobody says; the month or year right before it is kept."""
    assert values(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Miren fell 25 years ago today.", "1998-11-04"),
        ("Miren fell ten years ago this month.", "2013-11"),
        ("Talks ended a week ago Monday.", "2023-10-23"),
        ("Talks will resume a week from Tuesday.", "2023-11-14"),
        ("Talks ended the Friday before Christmas.", "2022-12-23"),
        ("Talks ended on the Monday after 3 May 2021.", "2021-05-10"),
        ("Talks ended on the weekend of 14 October.", "2023-W41-WE"),
        ("The weekend vote in Miren was close.", "2023-W44-WE"),
        ("Profit in the most recent quarter rose.", "2023-Q3"),
        ("Miren Mills expects losses in the near term.", "FUTURE_REF"),
        ("Profit rose in the third quarter from the same period of 2021.", "2021-Q3"),
    ],
)
def test_a_distance_with_its_day_is_one_date(text: str, expected: str) -> None:
    """It keeps the day of the week or of the month from which it is counted."""
    assert values(text)[-1] == expected
    assert len(values(text)) == 1 + text.startswith("Profit rose")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met at 8 p.m. Sunday night.", "2023-10-29T20:00"),
        ("They met at 2 a.m. Sunday night.", "2023-10-29T02:00"),
        ("They will meet at 8 tonight.", "2023-11-04T20:00"),
        ("They met at 7:30 this morning.", "2023-11-04T07:30"),
        ("They met at eight o'clock on Friday.", "2023-11-03T08:00"),
        ("They met at three o'clock in the afternoon.", "2023-11-04T15:00"),
        ("They met at 10 o'clock Friday night.", "2023-11-03T22:00"),
        ("They killed 8 last night.", "2023-11-03TNI"),
    ],
)
def test_a_part_of_the_day_says_which_half_a_clock_time_is_of(text: str, expected: str) -> None:
    """Eight at night is 20:00, and one row."""
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained in 1994-97.", ["1994", "1997"]),
        ("It rained in the 1994-95 season.", ["1994", "1995"]),
        ("It rained in 2005-07.", ["2005"]),
        ("Order 2019-75 was signed.", ["2019"]),
    ],
)
def test_two_digits_behind_a_year_are_a_later_year(text: str, expected: list[str]) -> None:
    """Where they may be a month, or lie too far off, they are no year."""
    assert values(text) == expected


def test_the_joining_that_is_no_part_of_the_date() -> None:
    """For "said that Monday": the row begins at the day."""
    assert [row.text for row in rows("The mayor said that Monday the gates jammed.")] == ["Monday"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained in May, June and July of 2021.", ["2021-05", "2021-06", "2021-07"]),
        ("It rained in June and July last year.", ["2022-06", "2022-07"]),
        ("It rained between December and January 2022.", ["2021-12", "2022-01"]),
        ("It rained on June 3 and on July 4 last year.", ["2022-06-03", "2022-07-04"]),
        ("It rained in June, July 2021 was dry.", ["2023-06", "2021-07"]),
    ],
)
def test_months_in_a_row_share_the_year_behind_the_last(text: str, expected: list[str]) -> None:
    """The year is printed once; a comma alone makes no row."""
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They will strike from 23 November unless they have an offer by the 16th.", "2023-11-16"),
        ("They will strike from 23 November until the 16th.", "2023-12-16"),
        ("Miren sets Friday deadline over bodies.", "2023-11-10"),
        ("Talks resumed ahead of a Friday deadline.", "2023-11-10"),
        ("The rebels missed the Friday deadline.", "2023-11-03"),
    ],
)
def test_what_is_due_is_to_come(text: str, expected: str) -> None:
    """Be it before the date told of; a deadline that is missed is over."""
    assert values(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fire began at 11:40 p.m. on Thursday and was put out at 4 a.m.", "2023-11-03T04:00"),
        ("The shelling began on Thursday evening and ended in the morning.", "2023-11-03TMO"),
        ("They met at 10 p.m. on Thursday after a call at 7 a.m.", "2023-11-02T07:00"),
        ("They met at 10 a.m. on Thursday and left at 11 a.m.", "2023-11-02T11:00"),
        ("They met at 10 p.m. on Thursday. At 4 a.m. Miren was quiet.", "2023-11-02T04:00"),
        ("A shell hit Miren on Thursday night. By 6 a.m. crews had found 11 people.", "2023-11-03T06:00"),
    ],
)
def test_an_hour_of_the_morning_behind_an_evening_is_of_the_next_day(text: str, expected: str) -> None:
    """In one sentence, unless a word says that it was before."""
    assert values(text)[-1] == expected
