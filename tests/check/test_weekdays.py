"""What is found, and let go, of weekdays beside dates without a year, in brackets, or counted from today."""

from __future__ import annotations

import pytest
from tests.check.test_findings import found


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "The water was cut off on Monday (9.3.2021) in all of Miren.",
            "9 March 2021 was a Tuesday; the text says Monday.",
        ),
        ("The mill burnt on 9 March 2021, a Monday.", "9 March 2021 was a Tuesday; the text says Monday."),
        (
            "It came to light on Thursday the 5th of this month, the mayor of Miren said.",
            "5 March of 2021, the year of publication, was a Friday; the text says Thursday.",
        ),
        (
            "The council of Miren meets on Mondays 5, 12 and 20 April.",
            "20 April of 2021, the year of publication, is a Tuesday; the text says Monday.",
        ),
        (
            "The museum of Miren will open tomorrow, Saturday.",
            "10 March 2021 was a Wednesday, so tomorrow is a Thursday; the text says Saturday.",
        ),
        (
            "The regatta is on Saturday, 9 May, the club of Miren said.",
            "9 May of 2021, the year of publication, is a Sunday; the text says Saturday.",
        ),
        (
            "The members of the bank meet on Saturday, 21.03.2021 in Miren.",
            "21 March 2021 is a Sunday; the text says Saturday.",
        ),
        (
            "It froze in the night from Thursday to Saturday, 5 to 6 March 2021.",
            "5 March of 2021, the year of publication, was a Friday; the text says Thursday.",
        ),
        (
            "Friday the 5th was dry. On Sunday the 6th the fog came up.",
            "6 March 2021, the month of the other days, is a Saturday; the text says Sunday.",
        ),
        (
            "The treasurer joined in 2020. She will be heard on Saturday, 9 May, the court of Miren said.",
            "9 May of 2021, the year of publication, is a Sunday; the text says Saturday.",
        ),
    ],
)
def test_a_weekday_beside_a_date_is_set_against_the_calendar(text: str, why: str) -> None:
    """Brackets, appositions, "of this month" and "tomorrow" name a day as a date does."""
    assert [(one.kind, one.why) for one in found(text)] == [("weekday-mismatch", why)]


@pytest.mark.parametrize(
    "text",
    [
        "The water was cut off on Tuesday (9.3.2021) in all of Miren.",
        "The mill burnt on 9 March 2021. A Monday paper told of it.",
        "It rained in the night from Friday to Saturday, 5 to 6 March.",
        "The museum of Miren will open tomorrow, Thursday.",
        "The regatta of 2020 was rowed on Saturday, 9 May, the club of Miren said.",
        "In her diary of 2020 the entry begins: Saturday 9 May.",
        "They met on Friday the 13th.",
        "Friday the 5th was dry. On Saturday the 6th the fog came up.",
        "The council of Miren meets on Mondays 5, 12 and 19 April.",
        "The general told reporters on Friday the 3 March attack was a lie.",
        "The letters spoke of Monday, 9 March. The 9th was a Tuesday, and the hall of Miren was shut.",
        "The letter was dated Monday, 9 March 2021. That was a mistake, the clerk of Miren said.",
        "UPDATE (Wednesday, 9 March): The hall of Miren is open again.",
    ],
)
def test_a_weekday_of_another_year_or_day_stays_quiet(text: str) -> None:
    """A year named anywhere in the text may be the date's own."""
    assert found(text) == ()


def test_days_are_counted_from_the_weekday_of_an_event() -> None:
    """The day after a breach of Monday is Tuesday."""
    text = "The dam of Miren gave way on Monday. The mayor came on {}, the day after the breach."
    told = [one.why for one in found(text.format("Wednesday"))]
    assert told == ["The day after Monday is Tuesday; the text says Wednesday."]
    assert found(text.format("Tuesday")) == ()
