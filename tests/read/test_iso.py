"""ISO 8601 values: the day they begin with, and the instant they tell."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from sayso.read.iso import instant, ordinal


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2031-03-06", date(2031, 3, 6)),
        ("2031-03-06T21:40:00Z", date(2031, 3, 6)),
        ("2031-02-30", None),
        ("2031-03", None),
        ("", None),
        (None, None),
    ],
)
def test_a_day_is_read_off_the_head(value: str | None, day: date | None) -> None:
    """What does not begin with a day of the calendar has none."""
    assert ordinal(value) == (day.toordinal() if day is not None else None)


def test_an_instant_needs_clock_and_zone() -> None:
    """A day, or a time by an unknown clock, is no instant."""
    assert instant("2031-03-06T21:40:00+00:00") == datetime(2031, 3, 6, 21, 40, tzinfo=UTC)
    assert instant("2031-03-06T21:40:00") is None
    assert instant("2031-03-06") is None
    assert instant("yesterday") is None
