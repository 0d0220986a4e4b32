"""Holds the reading of figures to bounded time and to nothing invented, whatever stands in the text."""

from __future__ import annotations

import time

import pytest
from sentences import figures, parsed

from sayso.extract.figures import extract

HOSTILE = [
    "12 killed, ",
    "1, 2, 3 and 4 people, ",
    "two of them, ",
    "3 to 5 pounds or ",
    "between 2 and ",
    "killed 5 ",
    "1-2 ",
    "aged 34, ",
    "$5 ",
    "12 people were killed and ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_endless_lists_are_read_in_linear_time(piece: str) -> None:
    """A sentence without end neither crashes nor takes more than time in proportion to its length."""
    report = parsed(piece * 1200)
    begun = time.process_time()
    extract(report)
    assert time.process_time() - begun < 10


def test_a_number_of_ten_thousand_digits_is_no_figure() -> None:
    """What no reader of JSON could hold is left out."""
    assert figures("9" * 10_000 + " wounded") == ()
