"""Makes claims of pairs of attributions that say the same: groups whose members mostly say the same as one another.

Stands alone because "the same as" is no equivalence: by small steps a chain of pairs would lead from "five were killed"
to "some were hurt". Two groups become one only where half of all pairs between them were judged the same.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sayso.link.unions import Unions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sayso.ledger import ClaimRow, Item

Key = tuple[int, int]
HALF = 0.5
SURE = 1.0
"""The score of the surest pair that the program finds; what a person has decided stands above."""


def key(item: Item) -> Key:
    """An attribution as it is ordered."""
    return item.twin, item.place


def groups(rows: Iterable[ClaimRow], most: int, apart: Callable[[Key, Key], bool]) -> list[list[Key]]:
    """The groups of two and more, each in order; the surest pairs are joined first, what a person decided in the end.

    `most` is how many attributions under a common key meet all others: of larger groups no more pairs are known than
    with these. `apart` says of two attributions that a person has put them apart.
    """
    ordered = sorted(rows, key=lambda row: (row.score > SURE, -row.score, key(row.a), key(row.b)))
    made: Unions[Key] = Unions()
    members: dict[Key, list[Key]] = {}
    between: dict[Key, dict[Key, int]] = defaultdict(lambda: defaultdict(int))
    for row in ordered:
        a, b = key(row.a), key(row.b)
        between[a][b] += 1
        between[b][a] += 1
    for row in ordered:
        a, b = made.find(key(row.a)), made.find(key(row.b))
        if a == b:
            continue
        ours, theirs = members.get(a, [a]), members.get(b, [b])
        possible = min(len(ours) * len(theirs), most * min(len(ours), len(theirs)))
        decided = row.score > SURE
        if not decided and between[a][b] < HALF * possible:
            continue
        if any(apart(one, other) for one in ours for other in theirs):
            continue
        made.join(a, b)
        low, high = made.find(a), max(a, b)
        members[low] = [*ours, *theirs]
        members.pop(high, None)
        _merge(between, low, high)
    return sorted(sorted(group) for group in members.values())


def _merge(between: dict[Key, dict[Key, int]], low: Key, high: Key) -> None:
    """Counts the pairs of a group that was taken into another as the other's."""
    for other, count in between.pop(high, {}).items():
        if other != low:
            between[low][other] += count
            between[other][low] += count
        between[other].pop(high, None)
    between[low].pop(high, None)
