"""What tells words from deeds."""

from __future__ import annotations

import pytest
from tests.extract.making import parsed

from sayso.extract.attributions.evidence import MOST, judged, shrunk, tells_a_deed
from sayso.lexicon import table
from sayso.model import Span


def held(text: str, source: str, cue: str, content: str, chance: float = 0.6) -> bool:
    """Whether a row of these words is held for a deed."""
    spans = tuple(
        (Span(text.index(words), text.index(words) + len(words)),) if words else () for words in (source, cue, content)
    )
    return tells_a_deed(parsed(text), (spans[0], spans[1], spans[2]), chance, quoted='"' in content)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The Senate passed the bill on water rights.", "The Senate", "passed", "the bill on water rights"),
        ("The film shows two boats at sea.", "The film", "shows", "two boats at sea"),
        ("The law will include a levy on boats.", "The law", "will include", "a levy on boats"),
    ],
)
def test_deeds_are_held_for_none(text: str, source: str, cue: str, content: str) -> None:
    """By a word that seldom says anything, with a thing for its object."""
    assert held(text, source, cue, content)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Renn said the bill had passed.", "Renn", "said", "the bill had passed"),
        ("She fears the boats will not return.", "She", "fears", "the boats will not return"),
        ('Renn shrugged: "No more boats will come."', "Renn", "shrugged", '"No more boats will come."'),
    ],
)
def test_words_and_thoughts_are_kept(text: str, source: str, cue: str, content: str) -> None:
    """By a word of saying or thinking, before a clause or in quotation marks."""
    assert not held(text, source, cue, content, 0.9)


def test_few_verdicts_move_what_is_expected_little_and_many_far() -> None:
    """A word that nobody was asked of stands at the average of all."""
    average = table("judged_cues")["share"]["average"]
    assert shrunk((0, 0), average) == average
    assert average < shrunk((1, 1), average) < shrunk((100, 100), average)
    assert judged("zzz", "words") == judged("zzz", "a thing")
    assert judged("say", "words")[0] < judged("zzz", "words")[0] < judged("show", "a thing")[0]
    assert MOST > 0


def test_a_word_is_judged_by_the_form_it_stands_in() -> None:
    """What "is expected" by nobody is a schedule, what somebody expects is what he thinks."""
    assert judged("expect", "words")[0] < judged("expect", "a thing, by nobody")[0]
