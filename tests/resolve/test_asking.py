"""Attributions by a neutral cue that ask for something from their first sentence to their last."""

from __future__ import annotations

import pytest

from sayso import read_text


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("All fighters must leave Miren by Friday, the ministry said.", "demand"),
        ('"All fighters must leave Miren," the minister said.', "demand"),
        ('"It was late. All fighters must leave Miren," the minister said.', "assert"),
        ("The ministry said the ferry would arrive at noon.", "assert"),
        ("The ministry denied that all fighters must leave Miren.", "deny"),
    ],
)
def test_what_only_asks_is_a_demand(text: str, act: str) -> None:
    """The cue has the first word, and what is asserted besides leaves an assertion."""
    assert [row.act for row in read_text(text).attributions] == [act]
