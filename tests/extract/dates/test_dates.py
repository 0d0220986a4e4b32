"""What the extractor of dates holds true, over texts of our own about invented places."""

from __future__ import annotations

import datetime as dt
import time
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.extract.dates.making import SATURDAY, parsed, rows, values

from sayso.extract.dates import extract
from sayso.extract.dates.find import find
from sayso.model import Report, Span
from sayso.parse import parse
from sayso.stages import Claimed, Cleaned, Paragraph


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge at Miren fell on 4 March 2021.", "2021-03-04"),
        ("The bridge at Miren fell on March 4, 2021.", "2021-03-04"),
        ("The bridge at Miren fell on the 4th of March 2021.", "2021-03-04"),
        ("The bridge at Miren fell on Thursday, 4 March 2021.", "2021-03-04"),
        ("The bridge at Miren fell on 2021-03-04.", "2021-03-04"),
        ("The bridge at Miren fell on 04.03.2021.", "2021-03-04"),
        ("The bridge at Miren fell on 25/03/2021.", "2021-03-25"),
        ("The bridge at Miren fell in March 2021.", "2021-03"),
        ("The bridge at Miren fell in 2021.", "2021"),
        ("The bridge at Miren fell three hours later.", "PT3H"),
        ("The families of Sept. 11 victims met in Miren.", "2001-09-11"),
        ("They met after the September 11 attacks.", "2001-09-11"),
        ("The bridge at Miren fell in the third quarter of 2021.", "2021-Q3"),
        ("The bridge at Miren fell in the first half of 2021.", "2021-H1"),
        ("The bridge at Miren fell in the summer of 2021.", "2021-SU"),
        ("The bridge at Miren fell in the 1960s.", "196"),
        ("The bridge at Miren dates from the 19th century.", "18"),
        ("The bridge at Miren fell in fiscal 2021.", "2021"),
        ("The bridge at Miren fell at 18:00 UTC on 4 March 2021.", "2021-03-04T18:00Z"),
    ],
)
def test_a_date_told_in_full_has_its_value(text: str, expected: str) -> None:
    """A date told in full is that date, whenever the report was published."""
    assert values(text) == [expected]
    assert values(text, None) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks in Miren ended yesterday.", "2023-11-03"),
        ("Talks in Miren ended on Friday.", "2023-11-03"),
        ("Talks in Miren ended on Saturday.", "2023-11-04"),
        ("Talks in Miren ended last Saturday.", "2023-10-28"),
        ("Talks in Miren will resume on Monday.", "2023-11-06"),
        ("The minister resigned this Sunday.", "2023-10-29"),
        ("Talks in Miren will resume this Sunday.", "2023-11-05"),
        ("On Wednesday Pentagon officials left Miren.", "2023-11-01"),
        ("Talks in Miren will resume on Sunday, 8 November.", "2023-11-08"),
        ("Talks in Miren ended on 12 October.", "2023-10-12"),
        ("Talks in Miren ended in December.", "2022-12"),
        ("Talks in Miren will begin in March.", "2024-03"),
        ("Talks in Miren ended last week.", "2023-W43"),
        ("Talks in Miren ended last month.", "2023-10"),
        ("Talks in Miren ended last year.", "2022"),
        ("Talks in Miren will end next year.", "2024"),
        ("Talks in Miren ended last spring.", "2023-SP"),
        ("Talks in Miren ended three days ago.", "2023-11-01"),
        ("Talks in Miren ended two weeks ago.", "2023-W42"),
        ("Talks in Miren ended five years ago.", "2018"),
        ("Talks in Miren ended over the weekend.", "2023-W44-WE"),
        ("Talks in Miren ended in June last year.", "2022-06"),
        ("Talks in Miren ended in the third quarter of last year.", "2022-Q3"),
        ("Talks in Miren ended on 22 December, last year.", "2022-12-22"),
        ("Talks in Miren will resume as early as Monday.", "2023-11-06"),
        ("Talks in Miren are scheduled to close Monday.", "2023-11-06"),
        ("Talks in Miren ended in the last week of August.", "2023-W34"),
        ("Talks in Miren ended on Friday night.", "2023-11-03TNI"),
        ("Talks in Miren ended this morning.", "2023-11-04TMO"),
        ("Talks in Miren ended last night.", "2023-11-03TNI"),
        ("Talks in Miren ended late on Saturday.", "2023-11-04TNI"),
        ("Talks in Miren ended at 6:40 p.m. on Friday.", "2023-11-03T18:40"),
        ("Talks in Miren ended at noon on Friday.", "2023-11-03T12:00"),
        ("Talks in Miren ended at Christmas.", "2022-12-25"),
        ("Talks in Miren ended on Thanksgiving Day.", "2022-11-24"),
    ],
)
def test_a_relative_date_counts_from_publication(text: str, expected: str) -> None:
    """A relative date is counted from the day of publication, and its tense says which way."""
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks in Miren ended yesterday.", "XXXX-XX-XX"),
        ("Talks in Miren ended on Friday.", "XXXX-WXX-5"),
        ("Talks in Miren ended on 12 October.", "XXXX-10-12"),
        ("Talks in Miren ended in October.", "XXXX-10"),
        ("Talks in Miren ended last week.", "XXXX-WXX"),
        ("Talks in Miren ended last year.", "XXXX"),
        ("Talks in Miren ended three days ago.", "XXXX-XX-XX"),
        ("Talks in Miren ended on Friday night.", "XXXX-WXX-5TNI"),
        ("Talks in Miren ended in the third quarter.", "XXXX-Q3"),
        ("Talks in Miren ended at Christmas.", "XXXX-12-25"),
    ],
)
def test_without_publication_a_relative_date_stays_open(text: str, expected: str) -> None:
    """Nothing is guessed where there is no day to count from."""
    assert values(text, None) == [expected]


@pytest.mark.parametrize(
    ("text", "expected", "mod"),
    [
        ("It rained in early March 2021.", "2021-03", "START"),
        ("It rained in mid-March 2021.", "2021-03", "MID"),
        ("It rained until the end of 2021.", "2021", "END"),
        ("It rained earlier this year.", "2023", "START"),
        ("It rained for more than two weeks.", "P2W", "MORE_THAN"),
        ("It rained for nearly an hour.", "PT1H", "LESS_THAN"),
        ("It rained for up to 18 months.", "P18M", "EQUAL_OR_LESS"),
    ],
)
def test_a_modifier_stands_beside_the_value(text: str, expected: str, mod: str) -> None:
    """Early, late and the like change `mod`, not the value."""
    assert [(row.value, row.mod) for row in rows(text)] == [(expected, mod)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The siege lasted 45 days.", "P45D"),
        ("The siege lasted two and a half years.", "P2Y6M"),
        ("The siege lasted two decades.", "P20Y"),
        ("A two-hour siege followed.", "PT2H"),
        ("The siege lasted for several months.", "PXM"),
        ("They met in the past few weeks.", "PXW"),
        ("They meet every Friday.", "XXXX-WXX-5"),
        ("They meet on Mondays.", "XXXX-WXX-1"),
        ("They meet daily.", "P1D"),
        ("They meet each year.", "P1Y"),
        ("They pay 300 dollars a month.", "P1M"),
    ],
)
def test_durations_and_sets_need_no_publication(text: str, expected: str) -> None:
    """A length or a repetition has the same value whenever it was written."""
    assert values(text) == values(text, None) == [expected]


def test_a_date_counts_from_the_one_told_before() -> None:
    """For "A day earlier", "the following week" and "that year" count from the date told before."""
    told = "The dam broke on 12 May 2019. A day earlier the gates had jammed. Rain fell again the following week."
    assert values(told) == ["2019-05-12", "2019-05-11", "2019-W20"]
    assert values("Miren flooded in 1987. That year the mill closed.") == ["1987", "1987"]


def test_a_quarter_told_by_its_last_day_is_the_one_that_holds_it() -> None:
    """The quarter ended 30 September 2021 is the third of that year."""
    assert values("The mill lost money in the quarter ended Sept. 30, 2021.") == ["2021-Q3", "2021-09-30"]


def test_two_readings_are_refused_with_their_range() -> None:
    """Where day and month could be either, the year is sure, the range is in `edtf`, and a row says so."""
    found = extract(parsed("The dam broke on 05/06/2019."))
    assert [(row.value, row.edtf) for row in found.rows] == [("2019-XX-XX", "2019-05-06/2019-06-05")]
    assert [(row.what, row.why) for row in found.refused] == [("date", "05/06/2019: day and month could be either")]


def test_the_same_day_and_month_is_no_doubt() -> None:
    """05/05/2019 has one reading."""
    assert extract(parsed("The dam broke on 05/05/2019.")).refused == ()


def test_next_weekday_later_in_the_week_has_both_readings() -> None:
    """For "Next Saturday" said on a Monday may be this week's or the one after."""
    assert rows("Talks will resume next Saturday.", "2023-10-30")[0].edtf == "[2023-11-04,2023-11-11]"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Missiles hit the station on Tuesday, 12 April.", "2032-04-12"),  # a Monday; that of 2033 is a Tuesday
        ("The fire of Tuesday, 12 April.", "2032-04-12"),
        ("Shelling on Sunday 2 January killed four people.", "2032-01-02"),
        ("The mayor will resign on Tuesday, 12 April.", "2033-04-12"),
        ("The council approved a vote on Sunday, 3 October.", "2032-10-03"),
        ("Voting on Sunday 2 January will decide it.", "2033-01-02"),
    ],
)
def test_a_wrong_weekday_moves_nothing_past_to_the_future(text: str, expected: str) -> None:
    """What is told in the past was on that day of the month, whatever weekday is printed; what is to come is not."""
    assert values(text, "2032-04-18") == [expected]


@pytest.mark.parametrize("text", ["on 30 February 2021", "on February 30, 2021", "on 31 April", "on 2021-02-30"])
def test_a_day_that_no_calendar_has_is_refused(text: str) -> None:
    """30 February gives no row but a refusal with its span."""
    report = parsed(f"The dam broke {text}.")
    found = extract(report)
    assert "02-30" not in " ".join(row.value for row in found.rows)
    assert [refusal.what for refusal in found.refused] == ["date"]


@pytest.mark.parametrize(
    "text",
    [
        "She may come and march to the hall.",
        "Mrs May said nothing.",
        "They counted 2000 people at the gate.",
        "The house cost $2010.",
        "He is 39 years old, a 39-year-old baker.",
        "The score was 3-2 and version 1.2.3 came out.",
        "It was the second time and the third man.",
        "He fell and a spring broke.",
    ],
)
def test_words_that_only_look_like_a_date_give_none(text: str) -> None:
    """Verbs, names, counts, prices, ages and scores are no dates."""
    assert values(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "9" * 10_000,
        "in " + "9" * 10_000 + " years",
        "0000-00-00 and 9999-99-99 and 9999-12-31",
        "\u0663/\u0664/\u0662\u0660\u0662\u0661 on \u0663 March",
        "in the year 0, in the year 9999, in 9999 AD",
        "99999999 years ago, 10000 decades later, 999999 weeks earlier",
        "12:99 p.m., 99:00, 25 p.m. on 99 March",
        "1/1/1/1/1/1/1/1 -- 1.1.1.1.1 :: 5th of of May",
        "the the last next this last last year quarter",
        "May. March. Sun. Sat. Dec. Mar",
        "Monday last year, the third Friday of 2019, Sunday of last year, tonight this year",
        "",
    ],
)
def test_bad_input_neither_breaks_nor_invents(text: str) -> None:
    """Whatever stands there, spans are exact and no year outside the calendar appears."""
    report = parsed(text or "x")
    for row in extract(report).rows:
        assert row.span.of(report.text) == row.text
        assert not row.value.startswith("0000")


@pytest.mark.parametrize(
    "published", ["0001-01-01", "0004-03-01", "9999-12-31", "1896-02-29", "1899-03-01", "2021-13-45", "soon"]
)
def test_any_day_of_publication_is_taken(published: str) -> None:
    """At the ends of the calendar, and with a day of publication that is none, nothing breaks."""
    text = "Last week, on 29 February, last May, next Friday, at Easter, this decade, in the third quarter, it rained."
    report = parsed(text, published)
    assert all(row.span.of(text) == row.text for row in extract(report).rows)


def test_the_date_that_a_page_prints_of_itself_is_a_row() -> None:
    """A page's date is no part of the report's paragraphs, but a date that it tells."""
    text = "4 November 2023\nTalks in Miren ended on Friday."
    report = Report("sha256:0", None, "p", None, None, None, SATURDAY, "text", "en", "read", None, text, (), None)
    claim = Claimed("published", "text", SATURDAY, "4 November 2023", span=Span(0, 15))
    cleaned = Cleaned(report, (), (Paragraph(Span(16, len(text))),), claims=(claim,))
    assert [row.value for row in extract(parse(cleaned)).rows] == [SATURDAY, "2023-11-03"]


def test_long_runs_of_words_take_linear_time() -> None:
    """Twice the text takes no more than a few times as long."""

    def seconds(count: int) -> float:
        text = "last next the 5 May of the " * count
        start = time.process_time()
        find(text, 0, len(text))
        return time.process_time() - start

    def least(count: int) -> float:
        return min(seconds(count) for _ in range(3))

    assert least(4000) < 20 * max(least(1000), 0.001)


def test_ids_are_unique_and_rows_in_text_order() -> None:
    """Rows are d1, d2 ... in the order of the text, and do not overlap."""
    found = rows("On 4 March 2021 and 5 May 2021.\n\nTwo weeks later, on Monday, it rained for three days.")
    assert [row.id for row in found] == [f"d{number}" for number in range(1, len(found) + 1)]
    assert all(one.span.end <= two.span.start for one, two in pairwise(found))


MONTHS = [dt.date(2000, month, 1).strftime("%B") for month in range(1, 13)]
SHAPES = (
    "{d} {m} {y}",
    "{m} {d}, {y}",
    "{d} {s} {y}",
    "{s}. {d}, {y}",
    "{wd}, {d} {m} {y}",
    "{wd}, {m} {d}, {y}",
    "the {o} of {m} {y}",
    "{m} {o}, {y}",
    "{y}-{n:02}-{d:02}",
    "{d:02}.{n:02}.{y}",
)


def ordinal(number: int) -> str:
    """For "1st", "22nd", "13th"."""
    if 10 < number < 20:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


@settings(max_examples=150, deadline=None)
@given(
    when=st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)),
    shape=st.sampled_from(SHAPES),
    published=st.dates(dt.date(1950, 1, 1), dt.date(2030, 12, 31)),
)
def test_any_valid_date_in_any_shape_resolves_to_itself(when: dt.date, shape: str, published: dt.date) -> None:
    """A printed date is that date, its span is exactly what was printed, whatever the day of publication."""
    month = MONTHS[when.month - 1]
    assume(when.month != 5 or "{s}." not in shape)  # May has no abbreviation
    printed = shape.format(
        d=when.day, m=month, s=month[:3], y=when.year, n=when.month, o=ordinal(when.day), wd=when.strftime("%A")
    )
    report = parsed(f"The dam at Miren broke on {printed} after rain.", published.isoformat())
    found = extract(report).rows
    assert [row.value for row in found] == [when.isoformat()]
    assert found[0].span.of(report.text) == found[0].text == printed


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="0123456789/-.: MayJunelasttheof'saprilpmweek\n", max_size=120))
def test_spans_are_exact_on_any_text(text: str) -> None:
    """Whatever the text, each row's words are those at its span."""
    report = parsed(f"x {text} x".replace("\n\n", "\n"))
    found = extract(report)
    for row in found.rows:
        assert row.span.of(report.text) == row.text
    for refusal in found.refused:
        assert refusal.span is not None
