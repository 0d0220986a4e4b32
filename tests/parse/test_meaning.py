"""Holds vectors of words and passages to what claims and events rely on."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.parse.meaning import alike, passage, telling, word


def nearness(one: str, other: str) -> float:
    """How much meaning two passages share."""
    return alike(passage(one), passage(other))


@pytest.mark.parametrize(
    ("one", "near", "far"),
    [
        ("the bridge will reopen to traffic on Monday", "vehicles can cross the bridge again", "the minister resigned"),
        ("gunmen killed four villagers", "four people were shot dead in the village", "the harvest was poor"),
        ("talks on a ceasefire collapsed", "negotiators failed to agree a truce", "the airline ordered new planes"),
    ],
)
def test_a_paraphrase_is_nearer_than_another_matter(one: str, near: str, far: str) -> None:
    """Passages without shared words come near each other where they mean the same."""
    assert nearness(one, near) > nearness(one, far) + 0.1


def test_a_word_of_content_tells_more_than_a_word_of_grammar() -> None:
    """The length of a word's vector is its weight in a passage."""
    assert np.linalg.norm(telling("earthquake")) > 3 * np.linalg.norm(telling("the"))


def test_case_and_accents_change_no_meaning() -> None:
    """Vectors are of words, not of their print."""
    assert np.array_equal(word("Élection"), word("election"))


@given(st.text(max_size=200))
def test_any_text_has_a_unit_vector_or_none(text: str) -> None:
    """Whatever is printed, the vector's length is 1, or 0 where nothing is told."""
    vector = passage(text)
    assert vector.dtype == np.float32
    assert vector.shape == (128,)
    assert float(np.linalg.norm(vector)) == pytest.approx(1, abs=1e-3) or not vector.any()


def test_nothing_shares_no_meaning() -> None:
    """An empty passage is like nothing, itself neither."""
    assert nearness("", "") == 0
    assert nearness("", "the harvest was poor") == 0
