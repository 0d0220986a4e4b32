"""What relative words stand for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.extract.making import parsed

from sayso.extract.attributions.decoding import Candidate
from sayso.extract.attributions.relatives import without_relatives
from sayso.model import Span


def candidate(text: str, source: str, cue: str, content: str) -> Candidate:
    """A candidate of these words, each where it stands first."""
    spans = [(Span(text.index(words), text.index(words) + len(words)),) for words in (source, cue, content)]
    return Candidate(source=spans[0], cue=spans[1], content=spans[2], confidence=0.9)


def told(text: str, source: str, cue: str, content: str) -> tuple[str, str] | None:
    """The source and content that are left of a candidate; null where it goes."""
    found = without_relatives(parsed(text), candidate(text, source, cue, content))
    return None if found is None else (found.source[0].of(text), found.content[0].of(text))


def test_a_relative_word_gives_way_to_what_it_stands_for() -> None:
    """The words before the clause are what is spoken of."""
    text = "The council published new plans, which the mayor rejected."
    assert told(text, "the mayor", "rejected", "which") == ("the mayor", "new plans")


def test_a_row_about_what_is_told_nowhere_goes() -> None:
    """A free relative stands for nothing in the text."""
    assert told("The book has nothing to do with what she believes.", "she", "believes", "what") is None


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        ("the harbour at a meeting in which", "the harbour at a meeting"),
        ("the harbour at a meeting", "the harbour at a meeting"),
    ],
)
def test_a_content_ends_before_a_clause_that_is_not_its_own(content: str, kept: str) -> None:
    """With the preposition that leads there."""
    text = "Renn spoke of the harbour at a meeting in which nobody slept."
    assert told(text, "Renn", "spoke of", content) == ("Renn", kept)


def test_a_question_keeps_its_word() -> None:
    """Where nothing follows, the word is what is asked."""
    assert told("She saw it happen but Renn never knew when or what.", "Renn", "knew", "when or what") == (
        "Renn",
        "when or what",
    )


def test_a_source_begins_behind_the_relative_word_before_it() -> None:
    """Those who are told of are no part of who says it."""
    text = "Survivors of what activists say was a gas attack rest in a mosque."
    assert told(text, "Survivors of what activists", "say", "was a gas attack") == ("activists", "was a gas attack")


def test_a_source_keeps_its_own_clause() -> None:
    """A clause that describes the source belongs to it."""
    text = "The group which monitors the strait said that two boats sank."
    assert told(text, "The group which monitors the strait", "said", "two boats sank") == (
        "The group which monitors the strait",
        "two boats sank",
    )


def test_a_what_in_front_of_its_own_clause_goes() -> None:
    """What is left of "what | Renn described | as a gift" is the gift."""
    text = "They lived on what Renn described as a gift."
    one = candidate(text, "Renn", "described", "what")
    found = without_relatives(
        parsed(text), replace(one, content=(*one.content, Span(text.index("as a"), len(text) - 1)))
    )
    assert found is not None
    assert [span.of(text) for span in found.content] == ["a gift"]
