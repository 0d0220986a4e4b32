"""What parts of periods, times with zones and hostile digits hold true, over texts of our own about invented places."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.dates.making import parsed, rows, values

from sayso.extract.dates import extract
from sayso.extract.dates.find import find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam broke on the 4th.", "2023-11-04"),
        ("The vote will be held on the 15th.", "2023-11-15"),
        ("The dam broke on Friday last week.", "2023-10-27"),
        ("The dam broke on the first Monday of May 2022.", "2022-05-02"),
        ("The dam broke on the last Monday of May 2022.", "2022-05-30"),
        ("The dam broke on the last day of 2021.", "2021-12-31"),
        ("The dam broke the day before yesterday.", "2023-11-02"),
        ("The vote is due the day after tomorrow.", "2023-11-06"),
        ("Miren Mills lost money in Q4 FY2022.", "2022-Q4"),
        ("Miren Mills lost money in the fiscal year 2022.", "2022"),
        ("The dam broke on Martin Luther King Jr. Day.", "2023-01-16"),
        ("The dam broke on St. Patrick's Day.", "2023-03-17"),
    ],
)
def test_a_part_of_a_period_is_that_part(text: str, expected: str) -> None:
    """The first Monday of a month and the last day of a year are days, each with one row."""
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They left at 4 in the morning on Thursday.", ["2023-11-02T04:00"]),
        ("They will leave at 4 in the morning (4 a.m. Tuesday).", ["2023-11-07T04:00", "2023-11-07T04:00"]),
        ("The shells killed 4 in the morning.", ["2023-11-04TMO"]),
        ("They met at 10:30 BST (0930 UTC).", ["2023-11-04T10:30", "2023-11-04T09:30Z"]),
        ("They meet on Mondays.", ["XXXX-WXX-1"]),
        ("They were killed in Mondays raid.", ["2023-10-30"]),
        ("They condemned Monday nights attack.", ["2023-10-30TNI"]),
        ("He said over the weekend that it rained.", ["2023-W44-WE"]),
        ("The hearing was set for June 28 at 2 p.m.", ["2024-06-28", "2024-06-28T14:00"]),
        ("It ended on May 30, 10 p.m.", ["2023-05-30", "2023-05-30T22:00"]),
        ("They spoke of the future of Miren and its current mayor.", ["PRESENT_REF"]),
        ("It burned on the night of 1 April 2020.", ["2020-04-01TNI"]),
        ("They met at 0900 hours.", ["2023-11-04T09:00"]),
        ("They worked 1800 hours.", ["PT1800H"]),
        ("The vote is on Sunday (12 November).", ["2023-11-12", "2023-11-12"]),
        ("Prices fell in the first two quarters of 2020.", ["2020-H1"]),
        ("Prices fell the day before Christmas.", ["2022-12-24"]),
        ("Prices fell the week after Easter 2022.", ["2022-W16"]),
        ("They will meet the week after next.", ["2023-W46"]),
        ("They met the month before last.", ["2023-09"]),
        ("They meet on the first Monday of every month.", ["P1M"]),
        ("They meet every Monday and Friday.", ["XXXX-WXX-1", "XXXX-WXX-5"]),
        ("Prices have risen since year-end.", ["2022"]),
        ("Prices rose in the year to March.", ["P1Y", "2023-03"]),
        ("The strike took weeks or months.", ["PXW"]),
        ("They returned days later.", ["PXD"]),
        ("He may one day return.", ["FUTURE_REF"]),
        ('The film "High Noon" was shown.', []),
    ],
)
def test_times_in_many_words_are_one(text: str, expected: list[str]) -> None:
    """A clock time with its part of the day, a day told by another, a set: each is one row."""
    assert values(text) == expected


@pytest.mark.parametrize(
    "text", ["It takes two to three weeks.", "It takes two or three weeks.", "It takes between two and three weeks."]
)
def test_a_range_of_lengths_is_its_lower_end_or_more(text: str) -> None:
    """One row, which is sure to be true."""
    assert [(row.value, row.mod) for row in rows(text)] == [("P2W", "EQUAL_OR_MORE")]


def test_last_october_in_november_may_be_either() -> None:
    """That of the year before, for the other one is last month; both stand in the range."""
    assert [(row.value, row.edtf) for row in rows("It rained last October.")] == [("2022-10", "[2022-10,2023-10]")]


def test_this_coming_friday_is_the_one_that_comes() -> None:
    """Unlike "next Friday", which may be a week later."""
    (row,) = rows("Talks will resume this coming Tuesday.")
    assert (row.value, row.edtf) == ("2023-11-07", None)


@pytest.mark.parametrize(
    "text",
    [
        "Covid-19 may spread.",
        "The size is 0.0et.",
        "He writes for the Miren Sun. It is read widely.",
        "They voted on Super Tuesday.",
        "Miren scored a goal in the second half.",
        "She was named Miller of the Year.",
        "He reads the Miren Daily Bread.",
        'The show is called "Miren in the Morning".',
    ],
)
def test_names_with_words_of_time_are_no_dates(text: str) -> None:
    """Papers, prizes, programmes and named days."""
    assert values(text) == []


def test_a_winter_is_the_one_that_holds_the_day() -> None:
    """For "This winter" said in January: it began the year before."""
    assert values("They met this winter.", "2024-01-10") == ["2023-WI"]


def test_the_fourth_counts_from_the_month_told() -> None:
    """For "the 4th" after 3 March."""
    assert values("Rain fell on March 3, 2020. The dam broke on the 4th.") == ["2020-03-03", "2020-03-04"]


def test_the_first_week_of_a_month_keeps_its_edges() -> None:
    """The first whole week, with the days at its edges in the range."""
    assert [(row.value, row.edtf) for row in rows("It rained in the first week of May 2022.")] == [
        ("2022-W18", "2022-05-01/2022-05-08")
    ]


@pytest.mark.parametrize(
    ("printed", "value", "edtf"),
    [
        ("18:00 UTC on 3 May 2022", "2022-05-03T18:00Z", None),
        ("18:00 UTC+3 on 3 May 2022", "2022-05-03T18:00", "2022-05-03T18:00:00+03:00"),
        ("6:40 p.m. (GMT +8) on 3 May 2022", "2022-05-03T18:40", "2022-05-03T18:40:00+08:00"),
        ("6:40 p.m. EDT on 3 May 2022", "2022-05-03T18:40", "2022-05-03T18:40:00-04:00"),
        ("6:40 p.m. Eastern Time on 3 May 2022", "2022-05-03T18:40", None),
        ("6:40 p.m. local time on 3 May 2022", "2022-05-03T18:40", None),
        ("6:40 p.m. IST on 3 May 2022", "2022-05-03T18:40", None),
    ],
)
def test_times_keep_their_zone(printed: str, value: str, edtf: str | None) -> None:
    """An offset is given where the zone has one; letters that stand for several zones give none."""
    (row,) = rows(f"The dam broke at {printed}.")
    assert (row.text, row.value, row.edtf) == (printed, value, edtf)


@pytest.mark.parametrize(
    "text",
    [
        "He won on the 18th hole, sat on the 5th of six benches and came in on the 2nd try.",
        "The server at 10.0.12.24 and 192.168.1.100 runs version 1.2.3.4.",
        "The book is ISBN 978-3-16-148410-0, or 0-19-852663-6.",
        "Call 555-12-2021-99 or 020 7946 0958.",
        "\u0661\u0662/\u0663/\u0662\u0660\u0662\u0661, 1\u0662/03/20\u0662\u0661 and \u0663 of them",
        "They sailed to Easter Island and Christmas Island.",
        "The score was 12-10-2 and the ratio 3/4/99999.",
    ],
)
def test_digits_that_are_no_date_give_none(text: str) -> None:
    """Addresses, numbers of books and phones, and digits of another script are no dates."""
    assert values(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "on 30 February 2021 and 31 June, on 29 February 1900",
        "in the year 0, on 1 January 0000, on 31 December 9999 and 9999-12-31",
        "0001-01-01, 12 Muharram 9999, 40 Ramadan 1445, 22 Bahman 0000",
        "the 0th Monday of May 2021, the 99th day of 2021, the last day of 9998",
        "at 18:00 UTC+99, at 25:61 GMT, at 6 p.m. (GMT +",
        "in Q9 2021, FY0000, the fiscal year 99999",
        "Friday last week, the day before yesterday, the year-ago third quarter, 10000 decades ago",
    ],
)
@pytest.mark.parametrize("published", ["0001-01-01", "2023-11-04", "9999-12-31", None])
def test_the_ends_of_the_calendar_neither_break_nor_invent(text: str, published: str | None) -> None:
    """Spans are exact, and no year outside 1 to 9998 and no 30 February appears."""
    report = parsed(f"It rained {text}.", published)
    for row in extract(report).rows:
        assert row.span.of(report.text) == row.text
        assert not re.match("0000|9999", row.value)
        assert not re.search("02-3[01]|06-31|1900-02-29", row.value)


PIECES = (
    *(
        "the ",
        "last ",
        "first ",
        "4th ",
        "of ",
        "on ",
        "Monday ",
        "week ",
        "day ",
        "May ",
        "2021 ",
        "quarter ",
        "year-",
    ),
    *("ago ", "Ramadan ", "1445 ", "AH ", "Bahman ", "22 ", "18:00 ", "UTC", "+3 ", "(GMT ", ") ", "time ", "Local "),
    *("9" * 50, "\u0665", "30 February ", "1.2.3.4 ", "period ", "or so ", "before ", "yesterday ", "fiscal ", "'s "),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_any_heap_of_words_of_time_is_found_without_overlap(pieces: list[str]) -> None:
    """Whatever their order, mentions stand in text order within the text."""
    text = "".join(pieces)
    lexemes, mentions = find(text, 0, len(text))
    ends = [0]
    for mention in mentions:
        assert ends[-1] <= mention.first < mention.last <= len(lexemes)
        ends.append(mention.last)


@pytest.mark.parametrize(
    "piece",
    [
        "the first Monday of ",
        "18:00 (GMT +",
        "Dhu al-",
        "9",
        "4 May to ",
        "the 4th, ",
        "Friday last week ",
        "18:00 (((",
    ],
)
def test_long_heaps_take_linear_time(piece: str) -> None:
    """Four times the text takes no more than about four times as long."""

    def seconds(count: int) -> float:
        text = piece * count
        start = time.process_time()
        find(text, 0, len(text))
        return time.process_time() - start

    def least(count: int) -> float:
        return min(seconds(count) for _ in range(3))

    assert least(2000) < 20 * max(least(500), 0.002)
