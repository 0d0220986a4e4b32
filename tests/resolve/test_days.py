"""As of when and since when a figure counts, and the day of words that go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sayso import read_text

if TYPE_CHECKING:
    from sayso.model import Attribution, Figure

PUBLISHED = "2031-03-06"


def counts(text: str) -> list[Figure]:
    """The counts of a report published on Thursday, 6 March 2031."""
    return [row for row in read_text(text, published=PUBLISHED).figures if row.kind == "count"]


def rows(text: str) -> list[Attribution]:
    """The attributions of that report."""
    return list(read_text(text, published=PUBLISHED).attributions)


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        ("As of Tuesday, 12 people had been killed.", "2031-03-04"),
        ("By Tuesday evening 12 people had been killed.", "2031-03-04"),
        ("At least 12 people have been killed so far.", PUBLISHED),
        ("The ministry said on Tuesday that 12 people had been killed so far.", "2031-03-04"),
        ("The ministry said last week that 12 people had been killed so far.", None),
        ("More than 1,200 people have been killed since the war began.", PUBLISHED),
        ("The death toll has risen to 39.", PUBLISHED),
        ("The death toll rose to 39 on Tuesday.", "2031-03-04"),
        ("The death toll from Monday's fire rose to 39, the ministry said on Tuesday.", "2031-03-04"),
        (
            "The death toll from the fire at the market on Monday now stands at 39, police said on Tuesday.",
            "2031-03-04",
        ),
        ("The death toll rose to 39, the ministry said on Tuesday.", "2031-03-04"),
        ("The death toll from Tuesday's strike has risen to 39, the ministry said on Wednesday.", "2031-03-05"),
        ("The number of dead in Sunday's quake stood at 39 on Tuesday.", "2031-03-04"),
        ("Vornik demanded that Qaravel hand over the bodies of 16 men by Friday, 7 March.", None),
        ("The army promised the release of 40 prisoners by Friday.", None),
        ("The raid killed 12 people on Tuesday.", None),
        ("The town must take in 12 people by Monday.", None),
        ("Police held 12 protesters until Tuesday.", None),
        ("Nobody has so far claimed the blast that killed 12 people.", None),
    ],
)
def test_a_running_count_holds_until_a_day(text: str, as_of: str | None) -> None:
    """The day printed, else that of telling where the count goes on; an event's day is none, nor a deadline."""
    assert counts(text)[0].as_of == as_of


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("More than 1,200 people have been killed since January.", "2031-01"),
        ("More than 1,200 people have been killed since the war began in 2029.", "2029"),
        ("The town has been under a siege since January that has killed 12 people.", "2031-01"),
        ("It was the largest attack since 2029, with 12 people killed.", None),
        ("Twelve people died on Sunday in the worst attack since the truce ended on 3 March.", None),
        ("Twelve people died on Sunday, the first deaths in the town since 3 March.", None),
        ("Thirty people died on Sunday, the most since 3 March.", None),
        ("For the first time since 3 March, 12 people were killed in one day.", None),
        ("Twelve people died, more than on any day since 3 March.", None),
        ("Twelve people have been killed in the largest city since 3 March.", "2031-03-03"),
        ("At least 12 people were killed since 3 March, most of them children.", "2031-03-03"),
        ("Some 12 homes have had no power since 3 March.", "2031-03-03"),
    ],
)
def test_a_count_starts_on_a_day(text: str, since: str | None) -> None:
    """The start may stand in a clause of its own or in the one that is gone on from; a comparison is none."""
    assert counts(text)[0].since == since


def test_a_start_and_a_perfect_run_until_the_report() -> None:
    """What has been counted since a day has been counted until it is told."""
    (figure,) = counts("Police have arrested 1,200 people since January.")
    assert (figure.since, figure.as_of) == ("2031-01", PUBLISHED)


def test_the_month_of_a_report_dates_its_count() -> None:
    """A count that goes on in a document holds as of the document."""
    (figure,) = counts("According to a January report by the council, the war has killed 1,200 people so far.")
    assert figure.as_of == "2031-01"


def test_the_day_of_saying_goes_on_with_the_speaker() -> None:
    """One who spoke on Tuesday added on Tuesday."""
    first, second = rows('"The dam will hold," Ana Rell said on Tuesday. "Nobody has to leave," she added.')
    assert (first.said, second.said) == ("2031-03-04", "2031-03-04")


@pytest.mark.parametrize(
    "after",
    [
        '"Nobody has to leave," she told Radio Miren last week.',
        '"Nobody has to leave," she wrote in a letter.',
        "She has said that nobody has to leave.",
        '"Nobody has to leave," Bern Tolk said.',
    ],
)
def test_another_occasion_or_speaker_has_its_own_day(after: str) -> None:
    """Another time, medium, tense or person does not inherit the day."""
    assert rows(f'"The dam will hold," Ana Rell said on Tuesday. {after}')[-1].said in (None, "2031-02")


def test_a_document_was_said_on_its_day() -> None:
    """The day in a source that is a document is when it was said."""
    (row,) = rows("Sales rose by a third, according to data released on Tuesday by the council.")
    assert row.said == "2031-03-04"


@pytest.mark.parametrize(
    "text",
    [
        "Summary\n\nThe council has verified 64 civilian deaths since 3 September 2030.",
        "The council has verified 64 deaths since 3 September 2030; actual numbers are believed to be higher.",
        "Officials have said since Monday that 12 people are missing.",
        "Before 3 March, police said that 14 people had died.",
    ],
)
def test_what_counts_from_a_day_was_not_said_on_it(text: str) -> None:
    """The day of "since" is no day of saying, and no day until which a count holds; nor is one that is not yet told."""
    assert [row.said for row in rows(text)] == [None]
    assert next(figure.as_of for figure in counts(text)) in (None, PUBLISHED)


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("The fighting had not stopped since early February and 14 people were killed on Monday.", None),
        ("Fourteen people were killed in clashes which had not stopped since early February.", None),
        ("The shelling has not stopped since Monday and has killed 14 people.", "2031-03-03"),
    ],
)
def test_a_start_of_another_clause_is_not_of_the_count(text: str, since: str | None) -> None:
    """Unless the count goes on from it in the perfect."""
    assert counts(text)[0].since == since
