"""Holds that making a name of several words one thing in the tree leaves it a tree."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.parse.syntax import _join


@st.composite
def trees(draw: st.DrawFn) -> tuple[list[int], int, int]:
    """The heads of a tree whose root is its own head, in any order of tokens, and a run of two or more of them."""
    size = draw(st.integers(2, 12))
    order = draw(st.permutations(range(size)))
    heads = [0] * size
    heads[order[0]] = order[0]
    for place in range(1, size):
        heads[order[place]] = order[draw(st.integers(0, place - 1))]
    start = draw(st.integers(0, size - 2))
    return heads, start, draw(st.integers(start + 2, size))


@given(trees())
def test_a_joined_name_leaves_a_tree(case: tuple[list[int], int, int]) -> None:
    """Every token still comes to one root, and the words of the name hang on its last."""
    told, start, end = case
    heads, relations = np.array(told), ["dep"] * len(told)
    _join(heads, relations, start, end)
    roots = set()
    for token in range(len(told)):
        steps = 0
        while heads[token] != token:
            token, steps = int(heads[token]), steps + 1  # noqa: PLW2901
            assert steps <= len(told)
        roots.add(token)
    assert len(roots) == 1
    assert all(heads[token] == end - 1 for token in range(start, end - 1))
    assert relations[start : end - 1] == ["compound"] * (end - start - 1)
