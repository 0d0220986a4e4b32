"""Groups texts that share passages into the clusters that are shown: near copies of one text, and who took from whom.

Stands alone because pairs are kept and clusters are not: they follow from the pairs, whatever order these came in.

Containment is no equivalence: two short reports may both be cut from a long one and have no word in common. So texts
are near copies only where each is mostly the other, and what is contained in something longer makes a row of its own.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sayso.link.copies.keeping import Pair
    from sayso.link.copies.sharing import Sharing

NEAR = 0.6
"""The share of each of two copies that stands in the other for both to be the same story in two prints."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Texts that are copies of, or excerpts from, one another; `base` is the one that the others are held against."""

    kind: Literal["copy", "excerpt"]
    base: int
    texts: tuple[int, ...]


def clusters(texts: Iterable[int], pairs: Mapping[Pair, Sharing]) -> tuple[Cluster, ...]:
    """The clusters of some texts (each standing for at least two reports, or in a pair), in order of their bases.

    A text is in one cluster of near copies at most, and in as many others as there are texts that it shares with.
    """
    leaders = _leaders(pairs)
    near: dict[int, list[int]] = defaultdict(list)
    for text in {*texts, *(text for pair in pairs for text in pair)}:
        near[leaders.get(text, text)].append(text)
    found = [Cluster("copy", leader, tuple(sorted(members))) for leader, members in near.items()]
    loose: dict[Pair, list[str]] = defaultdict(list)
    for (a, b), sharing in pairs.items():
        one, other = leaders.get(a, a), leaders.get(b, b)
        if one != other and sharing.kind != "passage":
            longer_first = (one, other) if sharing.share_a <= sharing.share_b else (other, one)
            loose[longer_first].append(sharing.kind)
    merged: dict[Pair, set[str]] = defaultdict(set)
    for (one, other), kinds in sorted(loose.items()):
        merged[(other, one) if (other, one) in merged else (one, other)].update(kinds)
    for (base, other), all_kinds in merged.items():
        members = tuple(sorted({*near[base], *near[other]}))
        found.append(Cluster("copy" if "copy" in all_kinds else "excerpt", base, members))
    return tuple(sorted(found, key=lambda cluster: (cluster.kind, cluster.base, cluster.texts)))


def _leaders(pairs: Mapping[Pair, Sharing]) -> dict[int, int]:
    """For each text that is a near copy of others the text that stands for them all: the one with most near copies."""
    near: dict[int, set[int]] = defaultdict(set)
    for (a, b), sharing in pairs.items():
        if sharing.kind == "copy" and min(sharing.share_a, sharing.share_b) >= NEAR:
            near[a].add(b)
            near[b].add(a)
    leaders: dict[int, int] = {}
    for leader in sorted(near, key=lambda text: (-len(near[text]), text)):
        if leader not in leaders:
            leaders[leader] = leader
            leaders.update((other, leader) for other in near[leader] if other not in leaders)
    return leaders
