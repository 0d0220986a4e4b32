"""What short and shared ways of writing dates hold true, over texts of our own about invented places."""

from __future__ import annotations

import pytest
from tests.extract.dates.making import rows, values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained in the summer of '69.", ["1969-SU"]),
        ("The class of \u201994 met.", ["1994"]),
        ("The mayor wrote '87 percent' on it.", []),
        ("Miren fell after Oct. 13's storm.", ["2023-10-13"]),
        ("Miren fell in 2019's third quarter.", ["2019-Q3"]),
        ("Miren fell in the 1990's.", ["199"]),
        ("At year end 2019, Miren fell.", ["2019"]),
        ("The gates jammed in the first half-hour.", []),
        ("The weekly Harbour Mirror saw it.", []),
        ("Two-and-a-half years ago, Miren fell.", ["2021-05"]),
        ("The month-long strike ended.", ["P1M"]),
        ("Its future plans are unclear.", []),
    ],
)
def test_a_short_way_of_writing_is_read(text: str, expected: list[str]) -> None:
    """An apostrophe before two digits is a year, one behind a number is a possessive."""
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They meet every other week.", "P2W"),
        ("They meet once a week.", "P1W"),
        ("They meet each Monday morning.", "XXXX-WXX-1TMO"),
        ("They meet on weekends.", "XXXX-WXX-WE"),
    ],
)
def test_what_comes_again_is_a_set(text: str, expected: str) -> None:
    """One row, of the type of sets."""
    assert [(row.type, row.value) for row in rows(text)] == [("SET", expected)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The vote opens at noon Nov. 30.", ["2023-11-30T12:00"]),
        ("The offer ends at midnight GMT, Nov. 30.", ["2023-11-30T24:00Z"]),
        ("It fell at 10:35 a.m. (0735 GMT) Friday.", ["2023-11-03T10:35", "2023-11-03T07:35Z", "2023-11-03"]),
    ],
)
def test_a_clock_time_has_the_day_behind_it(text: str, expected: list[str]) -> None:
    """Noon has a zone and a day as other times do; a bracket between time and day changes nothing."""
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six months later, Miren fell.", "XXXX-XX"),
        ("The next day Miren fell.", "XXXX-XX-XX"),
        ("Six months later, Miren will fall.", "2024-05"),
        ("A month and a half ago, Miren fell.", "2023-09"),
        ("The mayors will meet this Thursday.", "2023-11-09"),
    ],
)
def test_nothing_past_lies_behind_publication(text: str, expected: str) -> None:
    """What followed a date that nobody told is not counted from the day of publication."""
    assert values(text) == [expected]
