"""Applies what people have decided of links: attributions that are, or are not, one claim, and speakers that are two.

Stands alone because a review changes nothing that was kept: it is looked up where links are read, and can be undone.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sayso.errors import InputError
from sayso.ledger import ClaimRow, Item

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sayso.ledger import Ledger, Verdict
    from sayso.link.claims.grouping import Key

Who = tuple[int, str]
"""An actor of a twin: the twin, and the actor's id there."""

DECIDED = 2.0
"""The score of a pair that a person has put together: above whatever the program is sure of."""


class Reviews:
    """The reviews of a ledger; of each pair of rows the last counts."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._links = ledger.links()
        self._apart: set[frozenset[Key]] = set()
        self._same: set[tuple[Key, Key]] = set()
        self._people: set[frozenset[Who]] = set()
        self._speaker: Callable[[Key], str | None] = lru_cache(maxsize=None)(self._speaks)
        last: dict[tuple[str, str], Verdict] = {}
        for review in ledger.reviews():
            last[min(review.a, review.b), max(review.a, review.b)] = review.verdict
        for pair, verdict in last.items():
            if verdict != "undone":
                self._take(*pair, verdict)

    def _take(self, a: str, b: str, verdict: Verdict) -> None:
        one, other = self._row(a), self._row(b)
        if one is None or other is None:
            return
        if isinstance(one[1], int) and isinstance(other[1], int):
            ours, theirs = (one[0], one[1]), (other[0], other[1])
            if verdict == "apart":
                self._apart.add(frozenset((ours, theirs)))
            else:
                self._same.add((min(ours, theirs), max(ours, theirs)))
        elif verdict == "apart":
            self._people.add(frozenset(((one[0], str(one[1])), (other[0], str(other[1])))))

    def _row(self, name: str) -> tuple[int, int | str] | None:
        """The twin and the place of an attribution, the twin and the id of another row; null where there is none.

        So it is of a report that is gone or not linked yet.
        """
        report, _, row = name.partition("/")
        try:
            number = self._ledger.number(report)
        except InputError:
            return None
        if self._links.text_of(number) is None:
            return None  # added, and not linked yet
        rows = self._ledger.numbered(number).attributions
        place = next((at for at, one in enumerate(rows) if one.id == row), None)
        return self._links.twin_of(number), place if place is not None else row

    def apart(self, one: Key, other: Key) -> bool:
        """Whether a person has put two attributions, or their speakers, apart."""
        if frozenset((one, other)) in self._apart:
            return True
        if not self._people:
            return False
        ours, theirs = self._speaker(one), self._speaker(other)
        return (
            ours is not None and theirs is not None and frozenset(((one[0], ours), (other[0], theirs))) in self._people
        )

    def same(self) -> Iterator[ClaimRow]:
        """The pairs of attributions that a person has put together."""
        for one, other in sorted(self._same):
            yield ClaimRow(Item(*one), Item(*other), DECIDED, copied=False, why="Put together by a person")

    def _speaks(self, of: Key) -> str | None:
        return self._ledger.numbered(self._links.by_twin(of[0])[0]).attributions[of[1]].speaker
