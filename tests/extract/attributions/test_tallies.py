"""Holds who gave a number to be its source, by a verb that says nothing without its object."""

from __future__ import annotations

import pytest

import sayso


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The ministry had given a toll of 37 on Tuesday.", "The ministry", "given", "a toll of 37 on Tuesday"),
        ("Aid groups place the total at some 2,000.", "Aid groups", "place", "the total at some 2,000"),
        ("Police gave the number of injured as 40.", "Police", "gave", "the number of injured as 40"),
        ("The number of the dead was put at 37 by the clinic.", "the clinic", "put", "The number of the dead at 37"),
    ],
)
def test_who_gives_a_number_is_its_source(text: str, source: str, cue: str, content: str) -> None:
    """The number is told by who gave it, and not by the outlet."""
    reading = sayso.read_text(text, published="2031-03-05", language="en")
    (row,) = reading.attributions
    assert (row.source and row.source.text, row.cue and row.cue.text, row.content.text) == (source, cue, content)
    assert {figure.attribution for figure in reading.figures} == {row.id}


@pytest.mark.parametrize(
    "text",
    [
        "Rescuers gave no toll.",
        "The union could not give a figure of 12.",
        "The band gave a total of 30 concerts last year.",
        "The school issued a number of 300 permits.",
        "He put the number on the door.",
    ],
)
def test_other_gifts_are_no_words(text: str) -> None:
    """What is given must be a count with its number."""
    assert sayso.read_text(text, published="2031-03-05", language="en").attributions == ()
