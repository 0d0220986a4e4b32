"""What holds of spans made whole, and of the mode."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.attributions.wholes import Marks, bridged, joined, mode_of, trimmed, whole, whole_source
from sayso.model import Span
from sayso.parse.quotes import quotes


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


@pytest.mark.parametrize(
    ("text", "content", "mode"),
    [
        ("“She told me the bus was late,” he said.", "the bus was late", "indirect"),
        ("“She told me the bus was ‘a disgrace’,” he said.", "the bus was ‘a disgrace’", "mixed"),
        ("“She told me, ‘The bus was late’,” he said.", "‘The bus was late’", "direct"),
    ],
)
def test_what_a_quotation_tells_of_others_has_marks_of_its_own(text: str, content: str, mode: str) -> None:
    """The marks around the whole are those of the speaker who tells of it."""
    own = (where(text, "She"), where(text, "told"))
    assert mode_of(marks(text), [where(text, content)], own) == mode


@pytest.mark.parametrize("words", ["operation “Deep Sleep” began", "the so-called “bread march” had begun"])
def test_marks_around_a_name_quote_nobody(words: str) -> None:
    """Unless the cue is what gives the name."""
    text = f"She said that {words}."
    assert mode_of(marks(text), [where(text, words)]) == "indirect"
    assert mode_of(marks(text), [where(text, words)], cue="name") == "mixed"


def test_a_turn_that_quotes_somebody_is_not_mixed() -> None:
    """What has no cue is in quotation marks or not."""
    text = "He called it “a farce”. I disagree."
    assert mode_of(marks(text), [where(text, text)], cue="") == "indirect"


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


@pytest.mark.parametrize(
    ("hole", "spans"),
    [("old stone", 1), ("old stone bridge and the whole", 2), ("bridge. The", 2)],
)
def test_a_few_words_left_out_of_a_content_belong_to_it(hole: str, spans: int) -> None:
    """Within one sentence."""
    text = f"He feared that the {hole} road would fall."
    parts = [where(text, "that the"), where(text, "road would fall")]
    assert len(bridged(text, parts, [where(text, "He")])) == spans


def test_no_source_or_cue_is_bridged() -> None:
    """A content goes on after "he said"."""
    text = "The bridge, he said, would fall."
    parts = [where(text, "The bridge"), where(text, "would fall")]
    assert len(bridged(text, parts, [where(text, "he"), where(text, "said")])) == 2


def test_a_source_is_whole_without_its_stray_comma() -> None:
    """A hole of one word is filled; the cue never is."""
    text = "The old mayor, she said, had left."
    parts = [where(text, "The"), where(text, "mayor"), where(text, ",")]
    assert whole_source(text, parts, [where(text, "said")]) == (where(text, "The old mayor"),)
