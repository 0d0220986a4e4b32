"""How far two wordings are apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger.extents import extent_of, likeness


@pytest.mark.parametrize(
    ("before", "after", "extent"),
    [
        ("The mayor recieved nine boats.", "The mayor received nine boats.", "typo"),
        ("The harbor is shut.", "The harbour is shut.", "typo"),
        ("The quay of Mirne is shut", "The quay of Miren is shut", "typo"),
        ("The mayor saw 12 boats.", "The mayor saw 13 boats.", "reworded"),
        ("The mayor saw boats.", "The mayor never saw boats.", "reworded"),
        ("At least nine were hurt on the quay.", "Nine were hurt on the quay.", "reworded"),
        ("The mayor saw nine boats.", "Nobody came to the hearing in Dravik.", "rewritten"),
    ],
)
def test_a_typing_error_is_told_from_other_words(before: str, after: str, extent: str) -> None:
    """A number, a doubt or a denial that changed is never a typing error."""
    assert extent_of(before, after) == extent


def test_a_slip_in_a_long_text_is_a_typing_error_and_a_new_half_is_not() -> None:
    """However long both are, the words between the first and the last change decide."""
    words = [f"word{number}" for number in range(8_000)]
    slip = [*words[:4_000], "quya", *words[4_001:]]
    other = [*words[:4_000], *(f"other{number}" for number in range(4_000))]
    assert extent_of(" ".join([*words[:4_000], "quay", *words[4_001:]]), " ".join(slip)) == "typo"
    assert extent_of(" ".join(words), " ".join(other)) == "rewritten"


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_wordings_are_measured(before: str, after: str) -> None:
    """Both ways alike."""
    assert extent_of(before, after) in {"typo", "reworded", "rewritten"}
    assert likeness(before, after) == likeness(after, before)
