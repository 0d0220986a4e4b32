"""What holds of the choice of heads."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.parse.trees import heads


def is_tree(chosen: list[int]) -> bool:
    """Whether one token is its own head and every other one reaches it."""
    roots = [i for i, head in enumerate(chosen) if i == head]
    if len(roots) != 1:
        return False
    for start in range(len(chosen)):
        token = start
        for _ in chosen:
            token = chosen[token]
        if token != roots[0]:
            return False
    return True


def worth(scores: np.ndarray[tuple[int, int], np.dtype[np.float32]], chosen: list[int]) -> float:
    """The sum of the scores of a choice."""
    return float(sum(scores[i, head] for i, head in enumerate(chosen)))


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 12), st.integers(0, 10_000))
def test_every_sentence_is_one_tree(size: int, seed: int) -> None:
    """Whatever the scores are."""
    scores = np.random.default_rng(seed).normal(size=(size, size)).astype(np.float32)
    assert is_tree(heads(scores).tolist())


@settings(max_examples=40, deadline=None)
@given(st.integers(2, 4), st.integers(0, 10_000))
def test_no_other_tree_under_the_root_is_worth_more(size: int, seed: int) -> None:
    """Compared with all there are."""
    scores = np.random.default_rng(seed).normal(size=(size, size)).astype(np.float32)
    found = heads(scores).tolist()
    root = next(i for i, head in enumerate(found) if i == head)
    others = [list(c) for c in product(range(size), repeat=size) if c[root] == root and is_tree(list(c))]
    assert worth(scores, found) >= max(worth(scores, c) for c in others) - 1e-4


def test_a_clear_choice_is_taken() -> None:
    """The highest score of each row, where these are a tree."""
    scores = np.full((3, 3), -5, dtype=np.float32)
    scores[0, 1] = scores[1, 1] = scores[2, 1] = 5
    assert heads(scores).tolist() == [1, 1, 1]
