"""What holds of a row's confidence."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.attributions.confidence import confidence


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0.1, 5), st.floats(-3, 3))
def test_more_strength_is_never_less_sure(one: float, two: float, slope: float, height: float) -> None:
    """A curve keeps the order of what it is given, and stays a chance."""
    low, high = sorted((one, two))
    assert 0 <= confidence(low, (slope, height)) <= confidence(high, (slope, height)) <= 1


def test_without_a_curve_strength_is_all_there_is() -> None:
    """But nothing is ever certain."""
    assert confidence(0.7, None) == 0.7
    assert confidence(1.0, None) == 0.99
