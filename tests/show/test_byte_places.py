"""What `sayso.show.place` promises: the bytes that it names hold the span's characters."""

import handmade
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Span, Stretch
from sayso.show.place import Places


@given(st.data())
def test_a_span_of_literal_text_has_its_own_bytes(data: st.DataObject) -> None:
    """The bytes of a span decode to its characters, non-ASCII ones before and inside it included."""
    start = data.draw(st.integers(0, len(handmade.TEXT) - 1))
    end = data.draw(st.integers(start + 1, len(handmade.TEXT)))
    found = Places(handmade.TEXT, handmade.stretches()).bytes_of(Span(start, end))
    assert found is not None
    assert handmade.TEXT.encode()[slice(*found)].decode() == handmade.TEXT[start:end]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16-le"])
def test_other_encodings_are_found_by_the_size_of_a_stretch(encoding: str) -> None:
    """A span in the middle of a stretch is placed in whatever encoding the stretch has."""
    text = "café “quoted” words"
    stretch = Stretch(0, len(text), 0, len(text.encode(encoding)), "literal")
    found = Places(text, [stretch]).bytes_of(Span(5, 13))
    assert found is not None
    assert text.encode(encoding)[slice(*found)].decode(encoding) == "“quoted”"


def test_a_reference_has_the_bytes_of_the_whole_reference() -> None:
    """A character written as a reference stands in all the bytes of that reference."""
    origin = [Stretch(0, 1, 0, 5, "reference"), Stretch(1, 3, 5, 7, "literal")]
    assert Places("&ab", origin).bytes_of(Span(0, 2)) == (0, 6)


def test_without_origin_there_is_no_place() -> None:
    """Where the origin is not known, no bytes are named."""
    assert Places("text", None).bytes_of(Span(0, 2)) is None
