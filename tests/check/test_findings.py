"""What the rules find in one report, and what they must keep quiet about; texts of our own."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.check import check, explain
from sayso.extract import dates, figures
from sayso.model import Finding, Reading, Report, Span
from sayso.parse import parse
from sayso.stages import Claimed, Cleaned, Dateline, Paragraph, Parsed

PUBLISHED = "2021-03-10"


def made(
    text: str, published: str | None = PUBLISHED, claims: tuple[Claimed, ...] = (), dateline: Dateline | None = None
) -> tuple[Reading, Cleaned, Parsed]:
    """`text` read as far as its dates and figures."""
    report = Report("sha256:0", None, "p", None, None, None, published, None, "en", "read", None, text, (), None)
    cleaned = Cleaned(report, (), (Paragraph(Span(0, len(text))),), claims=claims, dateline=dateline)
    parsed = parse(cleaned)
    reading = Reading("0", 1, report, figures=tuple(figures.extract(parsed)), dates=dates.extract(parsed).rows)
    return reading, cleaned, parsed


def found(text: str, published: str | None = PUBLISHED) -> tuple[Finding, ...]:
    """The findings in `text`."""
    return check(*made(text, published))


def kinds(text: str, published: str | None = PUBLISHED) -> list[str]:
    """Their kinds."""
    return [finding.kind for finding in found(text, published)]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "The six-week strike from 9 June to 2 July 2020 closed the port of Miren.",
            "9 June to 2 July 2020 is 23 days; the text says six-week (about 42 days).",
        ),
        (
            "The strike at Miren lasted 45 days, from 2 April to 29 May 2020.",
            "2 April to 29 May 2020 is 57 days; the text says 45 days.",
        ),
        (
            "From 2 April 2020 to 29 May 2020, a period of 45 days, the port of Miren was shut.",
            "2 April 2020 to 29 May 2020 is 57 days; the text says 45 days.",
        ),
        (
            "The strike began on 2 April 2020, and finally ended on 29 May 2020 after 45 days.",
            "2 April 2020 to 29 May 2020 is 57 days; the text says 45 days.",
        ),
        (
            "The truce started on 2 April 2020 and collapsed on 29 May 2020, having lasted 30 days.",
            "2 April 2020 to 29 May 2020 is 57 days; the text says 30 days.",
        ),
        (
            "The port was shut between March 1, 2020 and March 31, 2020 (40 days).",
            "1 March 2020 to 31 March 2020 is 30 days; the text says 40 days.",
        ),
        (
            "They want a truce of at least 30 days from 15 May until 10 June.",
            "15 May to 10 June is 26 days; the text says at least 30 days.",
        ),
        (
            "The siege of Miren from 4 March 2015 to 4 March 2018 lasted five years.",
            "4 March 2015 to 4 March 2018 is 1,096 days; the text says five years (about 1,826 days).",
        ),
        (
            "A 10-day festival from 3 to 24 May will open in Miren.",
            "3 to 24 May is 21 days; the text says 10-day.",
        ),
        (
            "Ilda Varo, born on 4 March 1950 in Miren, died on 5 May 2019 aged 75.",
            "Born on 4 March 1950, Varo was 69 on 5 May 2019; the text says the age of 75.",
        ),
    ],
)
def test_a_length_that_the_dates_do_not_span_is_found(text: str, why: str) -> None:
    """A stated length is set against both dates beside it, with the arithmetic in one sentence."""
    assert [(finding.kind, finding.why) for finding in found(text)] == [("duration-mismatch", why)]


@pytest.mark.parametrize(
    "text",
    [
        "The three-week strike from 9 June to 2 July 2020 closed the port.",
        "The strike lasted 57 days, from 2 April to 29 May 2020.",
        "The strike lasted 58 days, from 2 April to 29 May 2020.",
        "The strike began on 2 April 2020 and ended on 29 May 2020 after 57 days.",
        "The strike began on 2 April 2020 and ended on 29 May 2020 after 12 days of talks.",
        "The strike began on 2 April 2020 and the talks ended on 29 May 2020 after 12 days.",
        "The strike began on 2 April 2020, and a truce was agreed on 29 May 2020 after 12 days.",
        "The strike lasted about 45 days, from 2 April to 29 May 2020.",
        "The strike lasted more than 40 days, from 2 April to 29 May 2020.",
        "The strike lasted nearly two months, from 2 April to 29 May 2020.",
        "The strike lasted two months, from 2 April to 29 May 2020.",
        "Within six weeks from 9 June to 2 July 2020 the port filled.",
        "The first two weeks of the strike from 9 June to 2 July 2020 were calm.",
        "He was sentenced to six weeks in prison for theft from 9 June to 2 July 2020.",
        "She gave firms 10 days to answer the letters sent from 9 June to 2 July 2020.",
        "The strike ran from 9 June to 2 July 2020. It cost the port six weeks of trade.",
        "After six weeks, talks were held from 9 June to 2 July 2020.",
        "The talks from 9 June to 2 July 2020 came six weeks later.",
        "The offer runs from 9 June to 2 July 2020, six weeks after the first.",
        "The strike lasted a month, from 9 June to 2 July 2020.",
        "Prices from 9 June to 2 July 2020 were 30 days old.",
        "The war from 2014 to 2018 lasted four years.",
        "The war from 2014 to 2018 lasted five years.",
        "Ilda Varo, born on 4 March 1950 in Miren, died on 5 May 2019 aged 69.",
        "Ilda Varo, born in 1950 in Miren, died on 5 May 2019 aged 68.",
        "Ilda Varo was born on 4 March 1950. Her son died on 5 May 2019 aged 40.",
        "They met every two weeks from 9 June to 2 July 2020.",
        "They held several weeks of talks from 9 June to 2 July 2020.",
    ],
)
def test_a_length_that_fits_or_is_in_doubt_stays_quiet(text: str) -> None:
    """Inclusive counting, rounding, limits, parts and lengths of other things are no finding."""
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "The port of Miren was shut from 12 May to 3 May 2021.",
            "The text goes from 12 May 2021 to 3 May 2021, but 3 May 2021 is before 12 May 2021.",
        ),
        (
            "The port of Miren was shut from 4 June 2021 until 4 May 2021.",
            "The text goes from 4 June 2021 to 4 May 2021, but 4 May 2021 is before 4 June 2021.",
        ),
        (
            "The strike began on 12 May 2021 and ended on 3 May 2021.",
            "The text goes from 12 May 2021 to 3 May 2021, but 3 May 2021 is before 12 May 2021.",
        ),
        (
            "The port was shut between March 9, 2021 and March 2, 2021.",
            "The text goes from 9 March 2021 to 2 March 2021, but 2 March 2021 is before 9 March 2021.",
        ),
        (
            "Ilda Varo, born on 5 May 2019, died on 4 March 1950.",
            "A birth comes before a death, but the text dates the first 5 May 2019 and the second 4 March 1950.",
        ),
    ],
)
def test_an_end_before_its_start_is_found(text: str, why: str) -> None:
    """Both ends are printed with their year, or share one."""
    assert [(finding.kind, finding.why) for finding in found(text, "2021-09-10")] == [("order-conflict", why)]


@pytest.mark.parametrize(
    "text",
    [
        "The port was shut from 3 May to 12 May 2021.",
        "The port was shut from 28 December to 3 January 2021.",
        "The port was shut from 28 December 2020 to 3 January 2021.",
        "The port was shut from November to March.",
        "Prices fell from 2021 to 2019 levels.",
        "The port was shut on 12 May 2021, and on 3 May 2021 the mill burnt.",
        "The port was shut from 12 May 2020. On 3 May 2020 the mill had burnt.",
        "The match was moved from 12 May to 3 May.",
        "The council moved the vote from 12 May 2021 to 3 May 2021.",
        "They brought forward the deadline for leaving from December 2022 to December 2021.",
        "Born on 4 March 1950, Ilda Varo died on 5 May 2019.",
    ],
)
def test_an_end_after_its_start_or_in_doubt_stays_quiet(text: str) -> None:
    """Years that may differ, bare years and dates that are no stretch are no finding."""
    assert kinds(text, "2021-09-10") == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The dam broke on Tuesday, 4 March 2021.", "4 March 2021 was a Thursday; the text says Tuesday."),
        ("The dam broke on Monday, March 8, 2020.", "8 March 2020 was a Sunday; the text says Monday."),
        ("The dam broke on Fri, 5 Mar. 2020.", "5 March 2020 was a Thursday; the text says Friday."),
        (
            "The dam broke on Saturday, February 30, 2021 and on Sunday, 6 March 2021.",
            "6 March 2021 was a Saturday; the text says Sunday.",
        ),
        (
            "The dam broke on Monday, 9 March.",
            "9 March of 2021, the year of publication, was a Tuesday; the text says Monday.",
        ),
        ("The vote is on Tuesday, 4 May 2022.", "4 May 2022 is a Wednesday; the text says Tuesday."),
    ],
)
def test_a_weekday_that_its_date_does_not_have_is_found(text: str, why: str) -> None:
    """The weekday beside a full date is arithmetic."""
    assert [(finding.kind, finding.why) for finding in found(text)] == [("weekday-mismatch", why)]


@pytest.mark.parametrize(
    "text",
    [
        "The dam broke on Thursday, 4 March 2021.",
        "The dam broke on Tuesday.",
        "The dam broke on Tuesday. 4 March 2021 was a holiday.",
        "The dam broke on Tuesday, and 4 March 2021 was dry.",
        "The dam broke on Tuesday, 4 March.",
        "It broke on Monday, 25 October 1810.",
        "Black Friday came early on 4 March 2021.",
    ],
)
def test_a_weekday_that_fits_or_is_in_doubt_stays_quiet(text: str) -> None:
    """A weekday alone, a year not printed far from publication, and old calendars are no finding."""
    assert kinds(text, "2020-09-10" if "Tuesday, 4 March." in text else PUBLISHED) == []


def test_a_dateline_after_the_page_is_found() -> None:
    """A report cannot be published days before its own dateline."""
    text = "MIREN, 14 March 2021 - The dam has held."
    line = Dateline(Span(0, 20), Span(0, 5), Span(7, 20))
    found = check(*made(text, PUBLISHED, dateline=line))
    assert [(one.kind, one.rule) for one in found] == [("page-date", "dateline-after-page")]
    assert check(*made(text, "2021-03-13", dateline=line)) == ()
    assert check(*made(text, "2021-04-20", dateline=line)) == ()


def claimed(by: str, value: str, span: Span | None = None, what: str = "published") -> Claimed:
    """What a page says of its date."""
    return Claimed(what, by, value, value, span=span)


def test_two_dates_of_one_page_are_found_unless_a_change_explains_them() -> None:
    """The visible date and the metadata may be a day apart, or be the date of a change."""
    text = "The dam of Miren has held."
    apart = (claimed("text", "2021-03-01", Span(0, 3)), claimed("meta", "2021-03-10"))
    assert [one.kind for one in check(*made(text, claims=apart))] == ["page-date"]
    assert check(*made(text, claims=(*apart, claimed("meta", "2021-03-01", what="modified")))) == ()
    near = (claimed("text", "2021-03-09", Span(0, 3)), claimed("meta", "2021-03-10"))
    assert check(*made(text, claims=near)) == ()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A flood destroyed the mill on Sunday, 14 March 2021, the mayor of Miren said.", ["page-date"]),
        ("Guards raided the mill on the morning of Sunday, 14 March 2021, the mayor said.", ["page-date"]),
        ("A flood destroyed the mill on Wednesday, 10 March 2021, the mayor said.", []),
        ("A flood destroyed the mill on Thursday, 11 March 2021, the mayor said.", []),
        ("The mill was due to open on Sunday, 14 March 2021, the mayor said.", []),
        ("The mayor announced that the mill will open on Sunday, 14 March 2021.", []),
        ("The hearing was postponed and is on Monday, 15 March 2021.", []),
        ("The mayor announced a fair on 14 March 2021.", []),
        ("A flood destroyed the mill on Sunday, 14 March.", ["page-date"]),
        ("The mayor announced a fair on Saturday, 14 August 2021.", []),
    ],
)
def test_a_day_after_the_page_told_as_past_is_found(text: str, kinds: list[str]) -> None:
    """A page of 10 March cannot tell of 14 March as past; it may speak of a day to come."""
    assert [finding.kind for finding in found(text)] == kinds


def test_what_was_let_go_says_why() -> None:
    """Each pair that was looked at and kept quiet has a reason and its spans."""
    text = "The strike lasted another 45 days, from 2 April to 29 May 2020."
    let_go = [one for one in explain(*made(text)) if one.rule == "length-of-stretch"]
    assert [one.why for one in let_go] == [
        "the words before the length say that it is a part, a limit or a round number"
    ]
    assert [span.of(text) for span in let_go[0].spans] == ["2 April", "29 May 2020", "45 days"]


def test_findings_name_every_span_they_rest_on() -> None:
    """A finding's spans are the printed words of both dates and the length."""
    text = "The six-week strike from 9 June to 2 July 2020 closed the port."
    assert [[span.of(text) for span in one.spans] for one in found(text)] == [["9 June", "2 July 2020", "six-week"]]


@settings(max_examples=60, deadline=None)
@given(st.dates(dt.date(1950, 1, 1), dt.date(2049, 12, 31)), st.integers(0, 6))
def test_a_weekday_is_found_if_and_only_if_it_is_wrong(when: dt.date, shift: int) -> None:
    """Over a century of dates, the right weekday is silent and each wrong one is found."""
    name = (when + dt.timedelta(days=shift)).strftime("%A")
    text = f"The dam broke on {name}, {when.day} {when:%B} {when.year}."
    assert kinds(text, "2050-01-01") == (["weekday-mismatch"] if shift else [])


@settings(max_examples=60, deadline=None)
@given(st.dates(dt.date(1950, 1, 1), dt.date(2049, 12, 31)), st.integers(3, 200), st.integers(-30, 30))
def test_a_count_of_days_is_found_if_and_only_if_no_way_of_counting_gives_it(
    start: dt.date, days: int, error: int
) -> None:
    """The true number, with or without the first and last day, is silent; any other is found."""
    end = start + dt.timedelta(days=days)
    stated = max(2, days + error)
    text = (
        f"The strike lasted {stated} days, from {start.day} {start:%B} {start.year} to {end.day} {end:%B} {end.year}."
    )
    assert kinds(text, "2051-01-01") == ([] if days - 1 <= stated <= days + 1 else ["duration-mismatch"])
