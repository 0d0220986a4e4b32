"""Instalments of one outlet's series are no copies; new versions of its story are."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from tests.link.handmade import at, reading

from sayso.link.copies.instalments import instalments
from sayso.model import Date, Reading

STANDING = (
    "The ministry issues this update every evening from the records of public hospitals and mortuaries. "
    "It calls on families to register the missing by the hotline or at the nearest public hospital. "
    "Ambulances cannot reach a number of victims who remain under the rubble and on the roads."
)
STORY = (
    "A ferry with many on board sank off the port of Miren on Thursday after it struck a mine, the coast guard said. "
    "It had left the island before dawn, and divers were sent to the place where it went down in rough water. "
)


def report(text: str, published: str, days: dict[str, str], title: str | None = None, outlet: str = "Orlo") -> Reading:
    """A report with its dates."""
    made = reading(text, outlet=outlet, title=title, published=published)
    dates = tuple(
        Date(f"d{n}", at(text, words), words, "DATE", day, None, None) for n, (words, day) in enumerate(days.items())
    )
    return replace(made, dates=dates)


def update(day: int, news: str, *, head: str = "", outlet: str = "Orlo") -> Reading:
    """An update of a day in April, its day in the title or in the text."""
    words, value = f"{day} April", f"2032-04-{day}"
    title = f"{head} {words}" if head else None
    text = f"{title}\n\n{news} {STANDING}" if title else f"{news} By {words} that was all. {STANDING}"
    return report(text, value, {words: value}, title, outlet)


@pytest.mark.parametrize("head", ["", "Daily toll,"])
def test_updates_of_two_days_are_instalments(head: str) -> None:
    """Each tells its own day, in its headline or in words of its own."""
    assert instalments(update(14, "Nine died in Tavel.", head=head), update(15, "A school was hit.", head=head))


def test_the_number_of_an_issue_tells_instalments_too() -> None:
    """Where no day is named."""
    a, b = (
        report(f"Situation report No. {n}\n\n{STANDING}", f"2032-04-1{n}", {}, f"Situation report No. {n}")
        for n in (4, 5)
    )
    assert instalments(a, b)


def test_an_update_may_name_the_day_before_in_its_text() -> None:
    """The headline has said what it is about."""
    later = report(
        f"Daily toll, 15 April\n\nNine died, after four on 14 April. {STANDING}", "2032-04-15",
        {"15 April": "2032-04-15", "14 April": "2032-04-14"}, "Daily toll, 15 April",
    )  # fmt: skip
    assert instalments(update(14, "Four died.", head="Daily toll,"), later)


def test_an_outlet_s_story_of_the_day_before_told_anew_stays_a_copy() -> None:
    """What happened keeps its day, whatever stamp the version has."""
    first = report(f"{STORY}Stamped 15 April.", "2032-04-15", {"on Thursday": "2032-04-15", "15 April": "2032-04-15"})
    second = report(
        f"{STORY}Divers found two more bodies on Friday.", "2032-04-16",
        {"on Thursday": "2032-04-15", "on Friday": "2032-04-16"},
    )  # fmt: skip
    assert not instalments(first, second)


def test_a_story_without_days_stays_a_copy() -> None:
    """Nothing tells a version from an instalment, and shared words are shared words."""
    assert not instalments(report(STANDING, "2032-04-14", {}), report(f"{STANDING} More.", "2032-04-15", {}))


def test_another_outlet_s_or_the_same_day_s_is_no_instalment() -> None:
    """What another prints it has taken; a second print of one day is a version."""
    assert not instalments(update(14, "Nine died."), update(15, "A school was hit.", outlet="Miren Post"))
    assert not instalments(update(14, "Nine died."), update(14, "A school was hit."))
    stamped = [replace(each, report=replace(each.report, published=when)) for each, when in (
        (update(14, "Nine died."), "2032-04-14T23:30:00Z"), (update(15, "A school was hit."), "2032-04-15T00:20:00Z"),
    )]  # fmt: skip
    assert not instalments(*stamped)
