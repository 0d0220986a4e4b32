"""Keys that many share: bounded work, and in the end the same pairs whatever the order."""

from __future__ import annotations

import sqlite3
from itertools import combinations
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ledger import Item, Links
from sayso.ledger.migrating import shipped, statements
from sayso.link.blocks import Blocks

if TYPE_CHECKING:
    import random


def empty() -> Links:
    """Links that are kept in memory."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    for step in shipped():
        for statement in statements(step.sql):
            connection.execute(statement)
    return Links(connection)


def met(made: list[tuple[int, frozenset[int]]], most: int) -> set[frozenset[Item]]:
    """The pairs that are met, added in this order and read in the end."""
    links = empty()
    blocks = Blocks(links, "claims", most)
    found = {
        frozenset((Item(twin, 0), other))
        for twin, keys in made
        for others in blocks.add(twin, [keys])
        for other in others
    }
    after = Blocks(links, "claims", most)
    kept = {pair for pair in found if after.met(*pair)}
    asked = {
        frozenset((Item(one, 0), Item(other, 0)))
        for (one, _), (other, _) in combinations(made, 2)
        if after.met(Item(one, 0), Item(other, 0))
    }
    assert kept == asked
    return kept


@given(
    st.dictionaries(st.integers(-50, 50), st.frozensets(st.integers(0, 4), max_size=3), max_size=12),
    st.integers(1, 4),
    st.randoms(use_true_random=False),
)
@settings(max_examples=80, deadline=None)
def test_any_order_meets_the_same_pairs(made: dict[int, frozenset[int]], most: int, chance: random.Random) -> None:
    """And every pair that is met in the end was met when the later of the two came."""
    rows = list(made.items())
    before = met(rows, most)
    chance.shuffle(rows)
    assert met(rows, most) == before


def test_a_common_key_costs_no_more() -> None:
    """Five hundred items under one key: most of them meet a few only."""
    links = empty()
    blocks = Blocks(links, "claims", 8)
    counts = [len(blocks.add(twin * 7919 % 104_729, [{1}])[0]) for twin in range(500)]
    assert sum(counts[100:]) / len(counts[100:]) < 30
