"""Dates that a page claims of itself, against one another and the text: what is found, and what stays quiet."""

from __future__ import annotations

import pytest

from sayso.check import check
from sayso.extract import dates
from sayso.model import Finding, Reading, Report, Span
from sayso.parse import parse
from sayso.stages import Claimed, Cleaned, Paragraph


def found(text: str, *claims: tuple[str, str, str], address: str | None = None) -> tuple[Finding, ...]:
    """The findings in `text` on a page of 10 March 2021 that claims these of itself (what, by, value)."""
    report = Report(
        "sha256:0", address, "p", None, None, None, "2021-03-10", "metadata", "en", "read", None, text, (), None
    )
    said = tuple(
        Claimed(what, by, value, value, span=Span(0, 3) if by == "text" else None) for what, by, value in claims
    )
    cleaned = Cleaned(report, (), (Paragraph(Span(0, len(text))),), claims=said)
    parsed = parse(cleaned)
    return check(Reading("0", 1, report, dates=dates.extract(parsed).rows), cleaned, parsed)


def rules(text: str, *claims: tuple[str, str, str], address: str | None = None) -> list[str]:
    """The names of the rules that found something."""
    return [one.rule for one in found(text, *claims, address=address)]


def test_a_page_cannot_have_been_changed_last_before_it_was_published() -> None:
    """A visible date of change long before that of publication is found; one in the metadata may be a draft's."""
    text = "The dam of Miren has held."
    told = [one.why for one in found(text, ("published", "text", "2021-03-10"), ("modified", "text", "2020-12-01"))]
    assert told == ["The page says that it was published on 2021-03-10 and last changed on 2020-12-01, 99 days before."]
    assert rules(text, ("published", "json-ld", "2021-03-10"), ("modified", "json-ld", "2020-12-01")) == []
    assert rules(text, ("published", "text", "2021-03-10"), ("modified", "text", "2021-03-09")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The court of Miren ruled yesterday, 17 November 2021.", ["named-day-apart"]),
        ("The court of Miren ruled today (Wednesday, 17 November 2021).", ["named-day-apart"]),
        ("The court of Miren ruled yesterday, 9 March 2021.", []),
        ("The court of Miren ruled yesterday. 17 November 2020 was a holiday.", []),
        ("The court of Miren ruled yesterday on a case of 17 November 2020.", []),
    ],
)
def test_a_day_named_from_the_day_of_writing_must_be_its_date(text: str, expected: list[str]) -> None:
    """A page that says "yesterday, 17 November" is of 18 November."""
    assert rules(text, ("published", "meta", "2021-03-10")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Published on 31 June 2021 by Ilda Varo\n\nThe dam has held.", ["no-such-day"]),
        ("Updated: February 29, 2021\n\nThe dam has held.", ["no-such-day"]),
        ("The minister looked at the dam on 30 February 2021, the ministry said.\n\nThe dam has held.", []),
        ("Published on 29 February 2020 by Ilda Varo\n\nThe dam has held.", []),
        ("The dam has held, and the note of 31 June 2021 was a joke.", []),
    ],
)
def test_a_date_that_no_calendar_has_is_found_where_the_page_shows_its_own(text: str, expected: list[str]) -> None:
    """June has 30 days; only a date that the page gives as its own is judged."""
    assert rules(text, ("published", "meta", "2021-03-10")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ilda Varo died at her home in Miren on 28 May 2021.", ["told-after-page"]),
        ("Ilda Varo died at her home in Miren on 28 February 2021.", []),
        ("The trial of those who killed Ilda Varo opens on 28 May 2021.", []),
        ("The vote that was lost will be held again on 28 May 2021.", []),
        ("Miren approved the bridge in a ballot held on 18 March 2021.", ["told-after-page"]),
        ("Miren approved a concert held on 18 March 2021.", []),
        ("From 1 to 22 March 2021, officers seized 40 tonnes of timber.", ["told-after-page"]),
        ("From 1 to 22 March 2021, officers closed the road.", []),
        ("The Reed Party won the elections that took place on 14 March 2021.", ["told-after-page"]),
        ("The Reed Party has won control, taking nine seats in the vote held on 14 March 2021.", ["told-after-page"]),
        ("The club had to settle for a point after a draw with Varo on 14 March 2021.", ["told-after-page"]),
        ("The Reed Party will win control in the vote held on 14 March 2021.", []),
        ("The Reed Party fears the elections that were set for 14 March 2021.", []),
        ("The club signed the striker on a contract that ended on 30 June 2021.", []),
    ],
)
def test_what_has_happened_cannot_be_after_the_page(text: str, expected: list[str]) -> None:
    """A verb of what has happened makes a full date past; a day foreseen or a later change of the page do not."""
    assert rules(text, ("published", "meta", "2021-03-10")) == expected
    assert rules(text, ("published", "meta", "2021-03-10"), ("modified", "meta", "2021-06-01")) == []


def test_the_day_in_an_address_must_be_near_one_of_the_pages_dates() -> None:
    """An address may hold the day of publication or of a change, give or take one."""
    text = "The dam of Miren has held."
    place = "https://post.example/2021/03/{}/dam.html"
    assert rules(text, ("published", "meta", "2021-03-10"), address=place.format("20")) == ["page-dates-apart"]
    assert rules(text, ("published", "meta", "2021-03-10"), address=place.format("09")) == []
    changed = ("modified", "meta", "2021-03-20")
    assert rules(text, ("published", "meta", "2021-03-10"), changed, address=place.format("20")) == []


def test_what_is_done_to_a_page_comes_after_it() -> None:
    """No reader comments on a page before it is there, and nobody archives it; both may be later."""
    page = ("published", "meta", "2021-03-10")
    assert rules("The dam has held.", page, ("commented", "text", "2019-03-11")) == ["commented-before-page"]
    assert rules("The dam has held.", page, ("archived", "text", "2019-03-11")) == ["archived-before-page"]
    assert rules("The dam has held.", page, ("commented", "text", "2023-03-11")) == []


def test_a_date_shown_under_the_headline_must_be_that_of_the_head() -> None:
    """Day and month changed round are found; a day apart, or the day of a change, is not."""
    head = ("published", "json-ld", "2021-03-10")
    assert rules("The dam has held.", head, ("shown", "text", "2021-10-03")) == ["page-dates-apart"]
    assert rules("The dam has held.", head, ("shown", "text", "2021-03-11")) == []
    assert rules("The dam has held.", head, ("shown", "text", "2021-10-03"), ("modified", "meta", "2021-10-03")) == []


def test_dates_in_a_head_may_not_differ_in_the_year_alone() -> None:
    """A year that was not put forward is no other date of publication; other days may be of drafts."""
    head = ("published", "json-ld", "2020-03-10T05:00:00")
    assert rules("The dam has held.", head, ("published", "meta", "2021-03-10")) == ["page-dates-apart"]
    assert rules("The dam has held.", head, ("published", "meta", "2021-03-24")) == []


def test_a_date_for_machines_is_the_one_shown() -> None:
    """One of each is enough to tell; a page with several marks other articles' dates too."""
    element, shown = ("published", "time-element", "2021-03-01"), ("shown", "text", "2021-03-10")
    assert rules("The dam has held.", element, shown) == ["page-dates-apart"]
    assert rules("The dam has held.", element, shown, ("published", "time-element", "2021-03-09")) == []


def test_a_page_is_not_changed_before_the_day_that_it_shows() -> None:
    """A line of dates under a headline may say "Published 10 March, updated 2 March"."""
    assert rules("The dam has held.", SHOWN, ("changed", "text", "2021-03-02")) == ["changed-before-page"]
    assert rules("The dam has held.", SHOWN, ("changed", "text", "2021-03-12")) == []


SHOWN = ("shown", "text", "2021-03-10")
