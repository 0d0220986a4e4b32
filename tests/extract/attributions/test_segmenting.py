"""What holds of the spans that the likeliest roles of a section's words make."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from tests.extract.making import parsed

from sayso.extract.attributions.segmenting import Edges, edges, segmented, syntax
from sayso.extract.attributions.tagged import Words

ROLES = 3
Chances = list[tuple[float, float, float]]


def words_of(chances: Chances, begins: Chances | None = None, paragraphs: list[int] | None = None) -> Words:
    """One word a row of chances of source, cue and content, as long as ten characters."""
    count = len(chances)
    index = np.arange(count, dtype=np.int64)
    rows = np.array(chances, np.float32).reshape(count, ROLES)
    starting = np.array(begins, np.float32).reshape(count, ROLES) if begins else rows * 0.05
    return Words(index, index, index * 10, index * 10 + 9, rows, starting, np.array(paragraphs or [0] * count))


def contents(values: list[float], cut: list[bool] | None = None, paragraphs: list[int] | None = None) -> object:
    """The contents that chances of being content give."""
    own = words_of([(0.0, 0.0, value) for value in values], None, paragraphs)
    return segmented(own, Edges(cut or [False] * len(own), [False] * len(own)))[2]


def test_a_doubtful_word_between_sure_ones_leaves_no_hole() -> None:
    """A threshold would part the content in two."""
    assert contents([0.0, 0.9, 0.35, 0.9, 0.0]) == [(1, 4)]
    assert contents([0.0, 0.9, 0.01, 0.01, 0.01, 0.9, 0.0]) == [(1, 2), (5, 6)]


def test_an_edge_moves_rather_than_part_a_phrase() -> None:
    """The second word is likelier outside, but the third belongs to its phrase."""
    values = [0.0, 0.30, 0.9, 0.9, 0.0]
    assert contents(values) == [(2, 4)]
    assert contents(values, [False, False, True, False, False]) == [(1, 4)]


def test_no_content_ends_with_a_word_that_leads_on() -> None:
    """The likeliest row would end behind the third word, an article."""
    own = words_of([(0.0, 0.0, value) for value in (0.0, 0.9, 0.7, 0.2, 0.0)])
    nowhere = [False] * len(own)
    assert segmented(own, Edges(nowhere, nowhere))[2] == [(1, 3)]
    assert segmented(own, Edges(nowhere, [False, False, False, True, False]))[2] == [(1, 2)]


def test_a_span_ends_with_its_paragraph() -> None:
    """Two contents side by side are two."""
    assert contents([0.9, 0.9, 0.9, 0.9], None, [0, 0, 1, 1]) == [(0, 2), (2, 4)]


def test_a_sure_beginning_parts_two_spans_of_one_role() -> None:
    """Two sources side by side stay two."""
    chances: Chances = [(0.98, 0.0, 0.0)] * 4
    begins: Chances = [(0.97, 0.0, 0.0), (0.0, 0.0, 0.0), (0.97, 0.0, 0.0), (0.0, 0.0, 0.0)]
    assert segmented(words_of(chances, begins), Edges([False] * 4, [False] * 4))[0] == [(0, 2), (2, 4)]


def test_phrases_are_known_from_the_parse() -> None:
    """No edge belongs between an article, its adjective and its noun; before and behind them one may stand."""
    text = "The old minister spoke."
    report = parsed(text)
    starts = np.array([0, 4, 8, 17, 22])
    own = words_of([(0.0, 0.0, 0.0)] * len(starts))
    placed = Words(own.first, own.last, starts, starts + 1, own.roles, own.begins, own.paragraph)
    known = syntax(report)
    assert edges(known, placed).cut == [False, True, True, False, False]
    assert edges(known, placed).hanging == [False, True, False, False, False]
    assert not any(edges(None, placed).cut)


@given(
    st.lists(
        st.tuples(st.floats(0, 0.33), st.floats(0, 0.33), st.floats(0, 0.33), st.booleans(), st.integers(0, 1)),
        max_size=30,
    )
)
def test_segments_are_in_order_apart_and_within_paragraphs(rows: list[tuple[float, float, float, bool, int]]) -> None:
    """Whatever the chances are, no word has two roles."""
    paragraphs = np.cumsum([row[4] for row in rows]).tolist()
    own = words_of([(a, b, c) for a, b, c, _, _ in rows], None, paragraphs)
    found = segmented(own, Edges([row[3] for row in rows], [not row[3] for row in rows]))
    seen = sorted(segment for role in found for segment in role)
    assert all(first < last <= len(rows) for first, last in seen)
    assert all(one[1] <= other[0] for one, other in pairwise(seen))
    assert all(len({paragraphs[word] for word in range(*segment)}) == 1 for segment in seen)
