"""Clauses that are told with a word of hearsay and no more."""

from __future__ import annotations

import pytest
from tests.extract.making import parsed

from sayso.extract.attributions import extract


def told(text: str) -> list[tuple[str, str]]:
    """The rows by a word of hearsay: the cue, and the words told."""
    return [(row.cue.text, row.content.text) for row in extract(parsed(text)) if row.cue and row.source is None]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (
            "The depot fire reportedly started at about seven in the evening.",
            "reportedly",
            "The depot fire started at about seven in the evening",
        ),
        (
            "Reportedly over 400 firefighters took part and were still at work at midnight.",
            "Reportedly",
            "over 400 firefighters took part and were still at work at midnight",
        ),
        (
            "The flags at the palace were allegedly lowered for an hour.",
            "allegedly",
            "The flags at the palace were lowered for an hour",
        ),
    ],
)
def test_a_word_of_hearsay_tells_its_clause(text: str, cue: str, content: str) -> None:
    """Nobody is named, and the word is no part of what is told."""
    assert told(text) == [(cue, content)]


def test_hearsay_in_a_quotation_is_the_speakers() -> None:
    """Who speaks has it from somebody; the row is his."""
    text = 'Renn said: "The boat reportedly sank at noon, and we do not know why it did."'
    assert told(text) == []
