"""What holds of quotations that the reader left open."""

from __future__ import annotations

from sayso.extract.attributions.closing import closed
from sayso.extract.attributions.decoding import Candidate
from sayso.extract.attributions.wholes import Marks
from sayso.model import Span
from sayso.parse.quotes import quotes

TEXT = '"The dam held. We checked every gate of it twice, and so did the fire brigade," Ana Rell told the council.'


def where(words: str) -> Span:
    """The place of `words` in the text."""
    at = TEXT.index(words)
    return Span(at, at + len(words))


def told(*found: Candidate) -> list[list[str]]:
    """The contents of `found` once they are closed."""
    marks = Marks(TEXT, quotes(TEXT, [Span(0, len(TEXT))]))
    return [[span.of(TEXT) for span in one.content] for one in closed(marks, found)]


def rell(content: str) -> Candidate:
    """What the speaker is read to have said."""
    return Candidate((where("Ana Rell"),), (where("told"),), (where(content),), 0.9)


def test_who_says_a_quotations_beginning_says_all_of_it() -> None:
    """A content that stops at the end of a sentence goes on to the closing mark."""
    assert told(rell('"The dam held.')) == [[TEXT[: TEXT.index(" Ana")]]]


def test_who_says_a_quotations_end_says_all_of_it() -> None:
    """The same from the other side."""
    assert told(rell('and so did the fire brigade,"')) == [[TEXT[: TEXT.index(" Ana")]]]


def test_a_piece_from_the_middle_stays_a_piece() -> None:
    """Neither edge is the quotation's."""
    assert told(rell("every gate of it")) == [["every gate of it"]]


def test_what_another_says_is_not_taken() -> None:
    """The rest of the quotation is somebody else's words."""
    other = Candidate((where("We"),), (where("checked"),), (where("every gate of it twice"),), 0.9)
    assert told(rell('"The dam held.'), other) == [['"The dam held.'], ["every gate of it twice"]]
