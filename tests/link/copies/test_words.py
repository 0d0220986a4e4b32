"""Words of a report: which are compared, and which may be evidence of copying."""

from __future__ import annotations

from sayso.link.copies.words import Words, words_of
from sayso.model import Span


def read(text: str, words: Words, *, own: bool = True) -> list[str]:
    """The words as printed that are told by the report itself (or, with `own` false, quoted)."""
    return [
        text[s:e]
        for s, e, told in zip(words.starts.tolist(), words.ends.tolist(), words.own.tolist(), strict=True)
        if told == own
    ]


def test_words_of_a_quotation_are_marked() -> None:
    """What stands within quotation marks is no evidence; what stands around it is."""
    text = 'The clerk of the harbour at Miren told the council on Friday: "We shall not close the quay."'
    assert read(text, words_of(text), own=False) == ["We", "shall", "not", "close", "the", "quay"]


def test_the_few_words_between_two_quotations_are_no_evidence() -> None:
    """Anybody who reports the same two sentences writes "he told reporters" between them."""
    text = '"We shall not close the quay," she told reporters. "Nobody has asked us to do so."'
    assert read(text, words_of(text)) == []


def test_a_quoted_name_is_evidence() -> None:
    """Three words in quotation marks are a ship's name, no speech."""
    text = 'The ferry "Star of Orlo" sank.'
    assert read(text, words_of(text), own=False) == []


def test_a_quotation_that_nothing_closes_hides_nothing() -> None:
    """A lost mark must not make the rest of the report a quotation."""
    text = 'The clerk said "the quay stays open. Two bakers left for Velm and the bell was sold at the fair.'
    assert read(text, words_of(text), own=False) == []


def test_the_title_at_the_head_is_left_out() -> None:
    """Headlines change where bodies stay and stay where bodies change."""
    text = "Quay closed at Miren\n\nThe clerk closed it."
    assert read(text, words_of(text, "Quay Closed at  Miren")) == ["The", "clerk", "closed", "it"]


def test_removed_stretches_are_left_out() -> None:
    """Buttons within the text do not part what was copied."""
    text = "The clerk SHARE closed it."
    assert read(text, words_of(text, removed=(Span(10, 15),))) == ["The", "clerk", "closed", "it"]


def test_words_that_read_alike_are_alike() -> None:
    """Case, composed letters and unseen characters make no other word."""
    first, second = words_of("Café ORLO harbour"), words_of("cafe\u0301 Orlo har\u00adbour")
    assert first.values.tolist() == second.values.tolist()
    assert second.span(0, 1) == Span(0, 5)


def test_an_empty_text_has_no_words() -> None:
    """Nothing in, nothing out, and no fault."""
    assert len(words_of("")) == 0
    assert len(words_of(' "" \n\n … ', "A title")) == 0
