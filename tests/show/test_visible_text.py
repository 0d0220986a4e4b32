"""What `sayso.show.visible` promises: nothing that it gives can command a terminal, and nothing is dropped."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from sayso.show.visible import one_line, visible

KEPT = "\n\t\u200c\u200d\u00ad"


def test_no_control_or_format_character_is_left() -> None:
    """Every code point of Unicode comes out as characters that only print."""
    shown = visible("".join(map(chr, range(0x110000))))
    assert {c for c in shown if unicodedata.category(c) in {"Cc", "Cf", "Cs"}} <= set(KEPT)


def test_escape_codes_are_shown_as_marks() -> None:
    """A terminal's colour code prints as its characters, with a picture for ESC."""
    assert visible("\x1b[31mred\x07\x9b2J") == "␛[31mred␇⟨U+009B⟩2J"


def test_hidden_direction_marks_are_shown() -> None:
    """A right-to-left override is named, not obeyed and not dropped."""
    assert visible("a\u202eb") == "a⟨U+202E⟩b"


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "S", "Zs"])))
def test_ordinary_text_is_left_alone(text: str) -> None:
    """Letters, numbers, punctuation and symbols come out as they went in."""
    assert visible(text) == text


@given(st.text())
def test_one_line_has_no_line_break(text: str) -> None:
    """Whatever went in, one line comes out."""
    assert len(one_line(text).splitlines()) <= 1
