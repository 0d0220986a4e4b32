"""What dates of the Hijri and Jalali calendars hold true, over texts of our own about invented places."""

from __future__ import annotations

import datetime as dt

import pytest
from hijridate import Gregorian
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.dates.making import parsed, rows, values

from sayso.extract.dates import calendars, extract
from sayso.extract.dates.calendar import OutsideCalendarError


@pytest.mark.parametrize(
    ("text", "value", "edtf"),
    [
        ("The dam broke on 15 Ramadan 1445.", "2024-03", "2024-03-24/2024-03-26"),
        ("The dam broke on the 15th of Ramadan, 1445 AH.", "2024-03", "2024-03-24/2024-03-26"),
        ("The dam broke on 12 Dhu al-Hijjah 1444.", "2023", "2023-06-29/2023-07-01"),
        ("The dam broke on Monday, 15 Ramadan 1445.", "2024-03-25", None),
        ("The dam broke in Ramadan 1445.", "2024", "2024-03-10/2024-04-10"),
        ("The dam broke in Ramadan 2024.", "2024", "2024-03-10/2024-04-10"),
        ("The dam broke in Muharram 1446.", "2024", "2024-07-06/2024-08-05"),
        ("The dam broke in 1445 AH.", "202", "2023-07-18/2024-07-07"),
        ("The dam broke in the Hijri year 1445.", "202", "2023-07-18/2024-07-07"),
        ("The dam broke on 22 Bahman 1357.", "1979-02-11", None),
        ("The dam broke on Thursday, 22 Bahman 1402.", "2024-02-11", None),
        ("The dam broke on Bahman 22, 1357.", "1979-02-11", None),
        ("The dam broke on 30 Esfand 1399.", "2021-03-20", None),
        ("The dam broke in Bahman 1357.", "1979", "1979-01-21/1979-02-19"),
        ("The dam broke on 1 Hamal 1403.", "2024-03-20", None),
        ("The dam broke on Eid al-Fitr 2023.", "2023-04", "2023-04-20/2023-04-22"),
        ("The dam broke on Nowruz 2021.", "2021-03-21", None),
    ],
)
def test_a_day_of_another_calendar_is_a_day_or_an_interval_of_this_one(text: str, value: str, edtf: str | None) -> None:
    """A Jalali day is sure; a Hijri one may move by a day, unless the weekday beside it settles which."""
    assert [(row.value, row.edtf) for row in rows(text)] == [(value, edtf)]


@pytest.mark.parametrize(
    ("text", "value", "edtf"),
    [
        ("It rained on 15 Ramadan.", "2023-04", "2023-04-05/2023-04-07"),
        ("It will rain on 15 Ramadan.", "2024-03", "2024-03-24/2024-03-26"),
        ("They marched on 22 Bahman.", "2023-02-11", None),
        ("They will march on Sunday, 22 Bahman.", "2024-02-11", None),
    ],
)
def test_a_day_without_its_year_is_the_one_that_the_tense_points_to(text: str, value: str, edtf: str | None) -> None:
    """What rained is past; without a tense a day far off may be of any year."""
    assert [(row.value, row.edtf) for row in rows(text)] == [(value, edtf)]
    assert values(text, None) in ([], ["XXXX-WXX-7"])


def test_a_hijri_day_is_refused_with_its_reason() -> None:
    """The day itself is not sure, and a row says why."""
    refused = extract(parsed("The dam broke on 15 Ramadan 1445.")).refused
    assert [row.why for row in refused] == ["15 Ramadan 1445: a sighting of the moon may move the day by one"]


@pytest.mark.parametrize(
    "text",
    [
        "It rained in Muharram.",
        "15 Ramadan is a holiday in Miren.",
        "Tarik Ramadan met Mr. Bahman and Asad Safar of the Mehr agency.",
        "Rajab 2021 and Mr. Asad 1399 and Hut 1390 were read.",
        "The dam broke in Ramadan 2030.",
        "The dam broke on 31 Mehr 1402 and on 30 Esfand 1402.",
        "The dam broke in Muharram 61 and in 1200 AH.",
    ],
)
def test_what_is_no_sure_day_gives_none(text: str) -> None:
    """A month without its year, a name, a day that the calendar lacks, and years that it is not computed for."""
    assert [value for value in values(text) if value != "2021"] == []


@settings(max_examples=60, deadline=None)
@given(st.integers(dt.date(1930, 1, 1).toordinal(), dt.date(2076, 1, 1).toordinal()))
def test_hijri_days_come_back(ordinal: int) -> None:
    """Every day of the range has a Hijri day that gives it again."""
    hijri = Gregorian.fromordinal(ordinal).to_hijri()
    assert calendars.days("hijri", hijri.year, hijri.month, hijri.day) == (ordinal, ordinal)


def test_jalali_years_follow_each_other_without_a_gap() -> None:
    """Each month begins the day after the one before it ends, and each year on 20, 21 or 22 March."""
    end = calendars.days("jalali", 1304, 1, 1)[0] - 1
    for year in range(1304, 1499):
        assert dt.date.fromordinal(end + 1).month == 3
        assert dt.date.fromordinal(end + 1).day in (20, 21, 22)
        for month in range(1, 13):
            first, last = calendars.days("jalali", year, month, 0)
            assert first == end + 1
            end = last


@pytest.mark.parametrize(("year", "month", "day"), [(1402, 12, 30), (1402, 7, 31), (1402, 1, 32)])
def test_days_that_the_jalali_calendar_lacks_raise(year: int, month: int, day: int) -> None:
    """Esfand has 30 days in a leap year alone."""
    with pytest.raises(OutsideCalendarError):
        calendars.days("jalali", year, month, day)
