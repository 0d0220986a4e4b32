"""Bounds that are denied, whatever verb stands between."""

from __future__ import annotations

import pytest
from tests.extract.figures.sentences import one


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("The deficit would not exceed 3.2 per cent.", "at_most"),
        ("The bill must not exceed 40 pages.", "at_most"),
        ("Fares are not expected to surpass 90 dollars.", "at_most"),
        ("Rents did not rise more than 4 per cent.", "at_most"),
        ("Wages never fell below 20 dollars.", "at_least"),
        ("The queue was not more than 40 metres long.", "at_most"),
        ("The cost had not only exceeded 4 million dollars but doubled.", "more_than"),
        ("The mill did not pay more than 40 men.", "more_than"),
        ("It was not clear whether exports exceeded 40 tonnes.", "more_than"),
        ("More than 40 soldiers did not return.", "more_than"),
    ],
)
def test_a_denied_bound_is_the_other_one(text: str, bound: str) -> None:
    """Where the denial is of a level or a change, and not of what is done to so many."""
    assert one(text).bound == bound
