"""Claims from pairs: no chains by small steps, the same whatever the order, and people have the last word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger import ClaimRow, Item
from sayso.link.claims.grouping import groups

if TYPE_CHECKING:
    import random


def pair(one: int, other: int, score: float = 0.8) -> ClaimRow:
    """Two attributions that say the same."""
    return ClaimRow(Item(one, 0), Item(other, 0), score, copied=False, why="")


def grouped(*rows: ClaimRow, apart: set[frozenset[int]] | None = None) -> list[list[int]]:
    """The groups, each attribution by its twin."""
    found = groups(rows, 64, lambda one, other: frozenset((one[0], other[0])) in (apart or set()))
    return [[member[0] for member in group] for group in found]


def test_all_that_say_the_same_are_one_claim() -> None:
    """Three, each like the other two."""
    assert grouped(pair(1, 2), pair(2, 3), pair(1, 3)) == [[1, 2, 3]]


def test_a_chain_is_cut_at_its_weakest() -> None:
    """One like two, two like three, three like four: the middle holds the ends apart."""
    assert grouped(pair(1, 2, 0.9), pair(2, 3, 0.6), pair(3, 4, 0.9)) == [[1, 2], [3, 4]]


def test_what_a_person_put_apart_stays_apart() -> None:
    """However sure the program is; what a person put together is together."""
    assert grouped(pair(1, 2), apart={frozenset((1, 2))}) == []
    assert grouped(pair(1, 2), pair(3, 4), pair(2, 3, 2.0)) == [[1, 2, 3, 4]]


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(10, 19), st.sampled_from([0.5, 0.7, 1.0])), max_size=30),
    st.randoms(use_true_random=False),
)
def test_any_order_of_pairs_gives_the_same_claims(made: list[tuple[int, int, float]], chance: random.Random) -> None:
    """Nothing depends on which report came first."""
    rows = list({(one, other): pair(one, other, score) for one, other, score in made}.values())
    before = grouped(*rows)
    chance.shuffle(rows)
    assert grouped(*rows) == before
    members = [member for group in before for member in group]
    assert len(members) == len(set(members))
