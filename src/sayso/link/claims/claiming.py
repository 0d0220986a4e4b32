"""Links attributions of a new report with those of others that say the same: candidates by key, decision by rule.

Stands alone because it is the part of linking that asks about claims; what makes two attributions one claim is
`sayso.link.claims.same`' business.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from sayso.ledger import ClaimRow, Item
from sayso.link.blocks import Blocks
from sayso.link.claims.grouping import key
from sayso.link.claims.meeting import days_apart, keys
from sayso.link.claims.nesting import Nesting
from sayso.link.claims.same import same_claim
from sayso.link.claims.statements import statements
from sayso.link.copies.kept import hashed
from sayso.link.copies.retelling import SHARE, retold

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

    from sayso.ledger import Links
    from sayso.link.claims.statements import Floats, Statement
    from sayso.link.decision import Decision
    from sayso.link.twins import Twins

HELD = 1_024
DECIDED = 100_000
"""Decisions that are held, for a report may tell a thing many times."""
LEAST, ALONE = 0.5, 0.65
"""How sure a pair must be to be kept, and how sure where it is not the best for both of its attributions: a claim too
many misleads where a claim that is told twice does not."""
UNLIKE = 0.4
"""Contents whose meaning is less alike are not looked at: no pair that the rule calls one claim in its own half is."""
_UNLIKE = UNLIKE - 1e-4
"""Many products at once are rounded otherwise than one alone, which decides."""
FEWEST = 3
"""Contents of fewer words that carry meaning ("the blockade") are one claim only where they are copied."""
SURE, PART = 1.0, 0.99
"""The score of an attribution that is another's words once more, and of one that tells a part of them."""

_NO_HINDRANCE = (None, "meaning", "actor")
"""What may differ in a copy of the same words: nothing that can be named, or who a report thinks has said them."""


class Claiming:
    """One run of linking claims."""

    def __init__(self, twins: Twins, links: Links) -> None:
        self._twins = twins
        self.blocks = Blocks(links, "claims")
        self._statements: Callable[[int], tuple[Statement, ...]] = lru_cache(maxsize=HELD)(
            lambda of: statements(twins.reading(of), twins.actors(of))
        )
        self._vectors: Callable[[int], Floats] = lru_cache(maxsize=HELD)(
            lambda of: np.array([statement.vector for statement in self._statements(of)])
        )
        self._nesting = Nesting(lambda of: twins.reading(of).attributions)
        self._decisions: dict[tuple[Hashable, Hashable], Decision] = {}

    def add(self, of: int) -> None:
        """Links the attributions of a twin with one another and with all that were linked before."""
        own = self._statements(of)
        met = self.blocks.add(of, [{hashed(name) for name in keys(statement)} for statement in own])
        rows: dict[tuple[Item, Item], ClaimRow] = {}
        near = {twin: self._likeness(of, twin) for twin in {other.twin for others in met for other in others}}
        for place, others in enumerate(met):
            for other in others:
                if near[other.twin][place][other.place] < _UNLIKE:
                    continue
                pair = _ordered(Item(of, place), other)
                if pair not in rows and (row := self._judged(*pair)) is not None:
                    rows[pair] = row
        self.blocks.links.put_claims(_mutual(list(rows.values())))

    def _likeness(self, one: int, other: int) -> list[list[float]]:
        """How alike in meaning each statement of the one is to each of the other: most that meet are not at all."""
        near: list[list[float]] = (self._vectors(one) @ self._vectors(other).T).tolist()
        return near

    def _judged(self, one: Item, other: Item) -> ClaimRow | None:
        first, second = self._statement(one), self._statement(other)
        if float(first.vector @ second.vector) < UNLIKE or self._nesting.parts(key(one), key(other)):
            return None
        copied = one.twin != other.twin and _same_words(first, second) and self._copied(one, other)
        apart = min(len(first.telling), len(second.telling)) < FEWEST or days_apart(first, second)
        if apart and not copied:
            return None
        decision = self._decided(first, second)
        if copied and decision.differs in _NO_HINDRANCE:
            score = SURE if first.bag == second.bag else PART
            return ClaimRow(one, other, score, copied, "The same words, in a passage that both reports share")
        if apart or not decision.same:
            return None
        return ClaimRow(one, other, decision.score, copied, decision.why)

    def _decided(self, first: Statement, second: Statement) -> Decision:
        """What is decided of two statements, asked once for all that are told again word for word."""
        pair = (first.alike, second.alike)
        if pair not in self._decisions:
            if len(self._decisions) >= DECIDED:
                self._decisions.clear()
            self._decisions[pair] = same_claim(first, second)
        return self._decisions[pair]

    def _statement(self, item: Item) -> Statement:
        return self._statements(item.twin)[item.place]

    def _copied(self, one: Item, other: Item) -> bool:
        a, b = self._twins.telling(one.twin), self._twins.telling(other.twin)
        return retold(a, a.reading.attributions[one.place], b, b.reading.attributions[other.place])


def _mutual(rows: list[ClaimRow]) -> Iterator[ClaimRow]:
    """The pairs that are sure enough, or surely so though not the best for both: a speaker says much that is alike."""
    best: dict[tuple[Item, int], float] = {}
    for row in rows:
        for one, other in ((row.a, row.b), (row.b, row.a)):
            best[one, other.twin] = max(row.score, best.get((one, other.twin), 0.0))
    for row in rows:
        mutual = row.score == best[row.a, row.b.twin] == best[row.b, row.a.twin]
        if row.copied or row.score >= (LEAST if mutual else ALONE):
            yield row


def _same_words(one: Statement, other: Statement) -> bool:
    """Whether so many words are the same that one may be the other's once more."""
    ours, theirs = one.bag, other.bag
    return len(ours & theirs) >= SHARE * SHARE * min(len(ours), len(theirs))


def _ordered(one: Item, other: Item) -> tuple[Item, Item]:
    return (one, other) if (one.twin, one.place) < (other.twin, other.place) else (other, one)
