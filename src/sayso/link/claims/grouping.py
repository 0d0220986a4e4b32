"""Makes claims of pairs of attributions that say the same: groups whose members mostly say the same as one another.

Stands alone because "the same as" is no equivalence: by small steps a chain of pairs would lead from "five were killed"
to "some were hurt". Two groups become one only where half of all pairs between them were judged the same, a telling
that is printed several times counted once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from sayso.link.unions import Unions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sayso.ledger import ClaimRow, Item

    Apart = Callable[["Key", "Key"], bool]

Key = tuple[int, int]
HALF = 0.5
SURE = 1.0
"""The score of the surest pair that the program finds; what a person has decided stands above."""
_ROUNDING = 1e-9


def key(item: Item) -> Key:
    """An attribution as it is ordered."""
    return item.twin, item.place


def groups(rows: Iterable[ClaimRow], most: int, apart: Apart, nested: Apart) -> list[list[Key]]:
    """The groups of two and more, each in order; the surest pairs are joined first, what a person decided in the end.

    `most` is how many attributions under a common key meet all others: of larger groups no more pairs are known than
    with these. `apart` says of two attributions that a person has put them apart, `nested` that one stands inside the
    other: these become one claim only where a person says so.
    """
    ordered = sorted(rows, key=lambda row: (row.score > SURE, -row.score, key(row.a), key(row.b)))
    share = _shares(ordered, apart)
    made: Unions[Key] = Unions()
    members: dict[Key, list[Key]] = {}
    between: dict[Key, dict[Key, float]] = defaultdict(lambda: defaultdict(float))
    for row in ordered:
        a, b = key(row.a), key(row.b)
        between[a][b] += share[a] * share[b]
        between[b][a] += share[a] * share[b]
    for row in ordered:
        a, b = made.find(key(row.a)), made.find(key(row.b))
        if a == b:
            continue
        ours, theirs = members.get(a, [a]), members.get(b, [b])
        decided = row.score > SURE
        if not decided and between[a][b] < HALF * _possible(ours, theirs, share, most) - _ROUNDING:
            continue
        if any(apart(one, other) or (nested(one, other) and not decided) for one in ours for other in theirs):
            continue
        made.join(a, b)
        low, high = made.find(a), max(a, b)
        members[low] = [*ours, *theirs]
        members.pop(high, None)
        _merge(between, low, high)
    return sorted(sorted(group) for group in members.values())


def _shares(rows: Sequence[ClaimRow], apart: Apart) -> dict[Key, float]:
    """What each attribution counts: one, or its share of one among the copies of one telling."""
    tellings: Unions[Key] = Unions()
    for row in rows:
        if row.copied and not apart(key(row.a), key(row.b)):
            tellings.join(key(row.a), key(row.b))
    every = {key(item) for row in rows for item in (row.a, row.b)}
    copies = Counter(tellings.find(one) for one in every)
    return {one: 1 / copies[tellings.find(one)] for one in every}


def _possible(ours: Sequence[Key], theirs: Sequence[Key], share: Mapping[Key, float], most: int) -> float:
    """What all pairs between two groups that can have met count together."""
    known = min(1.0, most / max(len(ours), len(theirs)))
    return sum(share[one] for one in ours) * sum(share[one] for one in theirs) * known


def _merge(between: dict[Key, dict[Key, float]], low: Key, high: Key) -> None:
    """Counts the pairs of a group that was taken into another as the other's."""
    for other, count in between.pop(high, {}).items():
        if other != low:
            between[low][other] += count
            between[other][low] += count
        between[other].pop(high, None)
    between[low].pop(high, None)
