"""The plainest rows, by syntax alone."""

from __future__ import annotations

import pytest
from tests.extract.making import parsed

from sayso.extract.attributions.decoding import Candidate
from sayso.extract.attributions.plain import plain
from sayso.extract.attributions.wholes import Marks
from sayso.model import Span
from sayso.parse.quotes import quotes


def added(text: str, *known: str) -> list[tuple[str, str, str]]:
    """What is added where the words of `known` are somebody's already: source, cue and content."""
    found = [Candidate((), (), (Span(text.index(one), text.index(one) + len(one)),), 0.9) for one in known]
    marks = Marks(text, quotes(text, [Span(0, len(text))]))
    made = plain(parsed(text), marks, found)
    return [(c.source[0].of(text), c.cue[0].of(text), c.content[0].of(text)) for c in made]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "The harbour office said that two boats had sunk.",
            ("The harbour office", "said", "two boats had sunk"),
        ),
        (
            "The raid killed nine people, the observatory said.",
            ("the observatory", "said", "The raid killed nine people"),
        ),
    ],
)
def test_who_says_a_clause_is_found(text: str, row: tuple[str, str, str]) -> None:
    """Before the clause and behind it."""
    assert added(text) == [row]


@pytest.mark.parametrize(
    "text",
    ["The office did not say that boats had sunk.", "It said that boats had sunk.", "The rule said nothing of boats."],
)
def test_silence_nobody_and_things_add_nothing(text: str) -> None:
    """Only a named subject, a verb that is not denied, and a clause make a row."""
    assert added(text) == []


def test_words_that_a_row_has_are_left_alone() -> None:
    """What the reader found stays as it is."""
    assert added("The harbour office said that two boats had sunk.", "two boats had sunk") == []
