"""Holds what is measured of two statements: shares of words, how speakers stand, what both reports name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.link.saying import LIRA, known, said

from sayso.link.claims.measures import Shared, measured, nearness, speakers

if TYPE_CHECKING:
    from sayso.link.claims.statements import Statement


def shared(one: Statement, other: Statement) -> Shared:
    """What two statements share."""
    return measured(one, other, nearness(one, other))


def test_the_same_words_are_shared_whole() -> None:
    """In words, in forms, and in pairs of neighbouring words."""
    found = shared(said("the ferry left the harbour"), said("the ferry left the harbour", report="two"))
    assert (found.shorter, found.longer, found.exact) == pytest.approx((1.0, 1.0, 1.0), abs=1e-5)
    assert (found.worst, found.bigrams, found.ratio) == pytest.approx((1.0, 1.0, 0.0), abs=1e-5)


def test_the_shorter_is_held_by_the_longer_and_not_the_other_way() -> None:
    """What a longer report adds takes nothing from the shorter's share."""
    longer = said("the ferry left the harbour at dusk with livestock, timber and a broken radio", report="two")
    found = shared(said("the ferry left the harbour"), longer)
    assert found.shorter > 0.95
    assert found.longer < found.shorter
    assert found.ratio > 0


def test_a_content_without_telling_words_shares_nothing() -> None:
    """Nothing to weigh is nothing shared."""
    assert shared(said("it was so"), said("the ferry left", report="two")) == Shared()


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        (LIRA, LIRA, "same"),
        (LIRA, None, "untold"),
        (LIRA, known("Edvin Dorne"), "apart person person"),
        (known("a senior official", "unnamed"), known("Harbour Board", "organisation"), "apart body nobody"),
    ],
)
def test_how_speakers_stand_is_a_key_of_the_weights(one: object, other: object, how: str) -> None:
    """The same, unknown, or two of some sort; who is two has a reason."""
    found = speakers(said("it was late", one), said("it was late", other, report="two"))  # type: ignore[arg-type]
    assert found.how == how
    assert found.why
    assert (found.differs is None) == (how == "same")


def test_what_both_reports_name_brings_them_nearer() -> None:
    """Reports that name one town are more likely of one matter."""
    here, there = (
        known("Lira Venn", "person", "minister", places=places)
        for places in (("amsel", "tarnow", "brede"), ("amsel", "brede"))
    )
    found = shared(said("the ferry left", here), said("the ferry left", there, report="two"))
    assert found.beside == 1.0
    assert found.scene == pytest.approx(1.0986, abs=1e-3)


words = st.lists(st.sampled_from(["the", "ferry", "left", "burned", "village", "never", "will", "40"]), max_size=12)


@given(words, words)
def test_the_order_of_two_makes_no_difference(one: list[str], other: list[str]) -> None:
    """Measures are of a pair."""
    a, b = said(" ".join(one) or "nothing"), said(" ".join(other) or "nothing", report="two")
    there, back = shared(a, b), shared(b, a)
    assert there.shorter + there.longer == pytest.approx(back.shorter + back.longer, abs=1e-5)
    assert (there.exact, there.bigrams, there.size) == pytest.approx((back.exact, back.bigrams, back.size), abs=1e-5)
