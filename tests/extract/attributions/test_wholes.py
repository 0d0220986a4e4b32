"""What holds of spans made whole, and of the mode."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.attributions.wholes import Marks, joined, mode_of, trimmed, whole
from sayso.extract.quotes import quotes
from sayso.model import Span


def marks(text: str) -> Marks:
    """The quotations of one paragraph."""
    return Marks(text, quotes(text, [Span(0, len(text))]))


def where(text: str, words: str) -> Span:
    """The first place of `words`."""
    at = text.index(words)
    return Span(at, at + len(words))


def test_a_quotation_mostly_covered_is_taken_with_its_marks() -> None:
    """The reader's edges need not be the marks."""
    text = "She said: “The road is closed until May.” He left."
    got = whole(marks(text), [where(text, "The road is closed until")], [where(text, "She"), where(text, "said")])
    assert [span.of(text) for span in got] == ["“The road is closed until May.”"]


def test_a_quotation_is_not_taken_over_its_own_speaker() -> None:
    """A mark that was never closed does not swallow who spoke."""
    text = "“The road is closed, she said, for the whole of the winter"
    got = whole(marks(text), [where(text, "“The road is closed")], [where(text, "she"), where(text, "said")])
    assert [span.of(text) for span in got] == ["“The road is closed"]


@pytest.mark.parametrize(
    ("text", "content", "mode"),
    [
        ("“All of it,” he said.", "“All of it,”", "direct"),
        ("He said it was “a poor show” indeed.", "it was “a poor show” indeed", "mixed"),
        ("He said it was late.", "it was late", "indirect"),
    ],
)
def test_mode_follows_from_the_marks(text: str, content: str, mode: str) -> None:
    """All within, some within, none within."""
    assert mode_of(marks(text), [where(text, content)]) == mode


@given(st.text(alphabet=" ,;a“”(.\n", min_size=1, max_size=20), st.integers(0, 19), st.integers(1, 20))
def test_trimming_only_ever_narrows(text: str, start: int, length: int) -> None:
    """And never to nothing."""
    span = Span(min(start, len(text) - 1), min(len(text), min(start, len(text) - 1) + length))
    got = trimmed(text, span)
    assert span.holds(got)
    assert got.start < got.end


def test_spans_parted_by_a_blank_are_one() -> None:
    """A wrapped line is a blank; a blank line is not."""
    text = "one two\nthree\n\nfour"
    spans = [Span(0, 3), Span(4, 7), Span(8, 13), Span(15, 19)]
    assert joined(text, spans) == (Span(0, 13), Span(15, 19))
