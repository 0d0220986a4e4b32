"""Claims from pairs: no chains by small steps, the same whatever the order, and people have the last word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger import ClaimRow, Item
from sayso.link.claims.grouping import groups

if TYPE_CHECKING:
    import random
    from collections.abc import Callable


Pairs = set[frozenset[int]]


def pair(one: int, other: int, score: float = 0.8, *, copied: bool = False) -> ClaimRow:
    """Two attributions that say the same."""
    return ClaimRow(Item(one, 0), Item(other, 0), score, copied=copied, why="")


def grouped(*rows: ClaimRow, apart: Pairs | None = None, nested: Pairs | None = None) -> list[list[int]]:
    """The groups, each attribution by its twin."""

    def among(pairs: Pairs | None) -> Callable[[tuple[int, int], tuple[int, int]], bool]:
        return lambda one, other: frozenset((one[0], other[0])) in (pairs or set())

    return [[member[0] for member in group] for group in groups(rows, 64, among(apart), among(nested))]


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


def test_copies_of_one_telling_count_once() -> None:
    """What is printed three times neither outweighs two tellings nor is outweighed by itself."""
    copies = [pair(3, 4, 1.0, copied=True), pair(4, 5, 1.0, copied=True), pair(3, 5, 1.0, copied=True)]
    like_one = [pair(1, other, 0.9) for other in (3, 4, 5)]
    assert grouped(*copies, *like_one, pair(1, 6, 0.6)) == [[1, 3, 4, 5, 6]]
    like_both = [*like_one, pair(1, 2, 0.9), *(pair(2, other, 0.9) for other in (3, 4, 5))]
    like_copies = [pair(other, 6, 0.6) for other in (3, 4, 5)]
    assert grouped(*copies, *like_both, *like_copies) == [[1, 2, 3, 4, 5]]


def test_what_stands_inside_another_is_another_claim() -> None:
    """Not by way of a third either; a person may put them together."""
    nested = {frozenset((1, 2))}
    assert grouped(pair(1, 3, 0.9), pair(2, 3, 0.7), nested=nested) == [[1, 3]]
    assert grouped(pair(1, 2, 2.0), nested=nested) == [[1, 2]]


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
