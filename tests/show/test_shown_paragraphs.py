"""What `sayso.show.html.paragraphs` promises about the paragraphs in which a text is shown."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Removed, Span
from sayso.show.html.paragraphs import paragraphs


def printed(text: str) -> list[str]:
    """The paragraphs of a text from which nothing was removed."""
    return [shown.span.of(text) for shown in paragraphs(text, ())]


def test_a_blank_line_ends_a_paragraph() -> None:
    """Two lines with a blank one between them are two paragraphs."""
    assert printed("the bridge\n\nand the road") == ["the bridge", "and the road"]


def test_a_hard_wrapped_sentence_is_one_paragraph() -> None:
    """A newline inside a sentence does not end it."""
    text = "The mayor of Miren said on Sunday that nobody\nwould leave the town before the bread came."
    assert printed(text) == [text]


def test_a_line_that_ends_as_a_sentence_ends_a_paragraph() -> None:
    """A newline behind a full stop starts a new paragraph."""
    assert printed("It rained.\nthen it stopped.") == ["It rained.", "then it stopped."]


def test_a_removed_paragraph_is_told_apart() -> None:
    """A paragraph all of which was removed says so; one of which a part was removed does not."""
    text = "Menu\n\nMore news here"
    shown = list(paragraphs(text, [Removed(Span(0, 5), "menu"), Removed(Span(6, 10), "teaser")]))
    assert [part.removed for part in shown] == [True, False]


def test_a_line_with_tabulators_is_a_row_of_cells() -> None:
    """Empty cells are cells too, and no row goes on in the next line."""
    rows = list(paragraphs("\tmen\twomen\nTelva\t12\t\nlast", ()))
    assert [[cell.of("\tmen\twomen\nTelva\t12\t\nlast") for cell in row.cells] for row in rows] == [
        ["", "men", "women"],
        ["Telva", "12", ""],
        [],
    ]


@given(st.text("ab. \n\r\t", max_size=60))
def test_no_word_is_lost(text: str) -> None:
    """What stands outside all paragraphs is white space."""
    left = list(text)
    for shown in paragraphs(text, ()):
        left[shown.span.start : shown.span.end] = [" "] * (shown.span.end - shown.span.start)
    assert not "".join(left).strip()
