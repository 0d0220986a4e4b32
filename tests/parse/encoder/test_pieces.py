"""What holds of the pieces that the encoder sees."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from sayso.model import Span
from sayso.parse.encoder import load
from sayso.parse.encoder.pieces import KINDS, cut, windows


def kinds(text: str) -> dict[str, int]:
    """The kind of each piece of one paragraph, by its characters."""
    found = cut(text, [Span(0, len(text))], load().tokenizer)
    return {text[s:e]: int(k) for s, e, k in zip(found.starts, found.ends, found.kinds, strict=True)}


def test_kinds_tell_quotation_marks_and_case() -> None:
    """The vocabulary knows no capitals: two more for a capital, four more for capitals, one for being quoted."""
    got = kinds('The NATO envoy said: "Rell left."')
    assert got["The"] == 2
    assert got["NATO"] == 4
    assert got["envoy"] == 0
    assert got["left"] == 1
    assert max(got.values()) < KINDS


def test_all_pieces_of_a_word_have_its_case() -> None:
    """What follows a capital in one word is of its kind."""
    text = "Zorblaxians left."
    found = cut(text, [Span(0, len(text))], load().tokenizer)
    own = [int(k) for k, e in zip(found.kinds, found.ends, strict=True) if e <= len("Zorblaxians")]
    assert len(own) > 1
    assert set(own) == {2}


@given(st.integers(min_value=1, max_value=50_000))
@example(2159)
def test_windows_are_equal_and_share_their_edges(count: int) -> None:
    """They cover all pieces, whatever their number, and neighbours overlap by no less than asked."""
    got = windows(count, 64)
    assert got[0][0] == 0
    assert got[-1][1] == count
    assert len({end - start for start, end in got}) == 1
    assert all(after[0] <= before[1] - 64 for before, after in pairwise(got))
