"""Puts happenings into groups of one event each, from the decisions on pairs of them.

Stands alone because pairs may disagree (A is B, B is C, A is not C), and all of a group's pairs have to be weighed. A
function of the set alone: the order of happenings and decisions makes no difference.
"""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from math import fsum, log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sayso.link.decision import Decision

Id = tuple[str, int]
Pair = tuple[Id, Id]

JOINED = -0.5
"""Two groups are joined where the mean of the log-odds of their pairs is more than this (chosen on train)."""
SURE = 6.0
"""No log-odds count for more, and a pair that was never compared counts as surely not the same."""


def groups(ids: Iterable[Id], decisions: Mapping[Pair, Decision]) -> tuple[tuple[Id, ...], ...]:
    """The groups, each in order, the one with the least id first; `decisions` name each pair once, in any order."""
    links = _links(decisions)
    members: dict[Id, tuple[Id, ...]] = {one: (one,) for one in ids}
    waiting = [(-odds[0], one, other, 1, 1) for one in links for other, odds in links[one].items() if one < other]
    heapify(waiting)
    while waiting:
        odds, one, other, count, others = heappop(waiting)
        if -odds <= JOINED:
            break
        if len(members.get(one, ())) != count or len(members.get(other, ())) != others:
            continue  # one of them has grown, or is part of another, since
        members[one] = tuple(sorted((*members[one], *members.pop(other))))
        _join(links, one, other)
        for third, told in links[one].items():
            mean = _mean(told, len(members[one]) * len(members[third]))
            first, second = sorted((one, third))
            heappush(waiting, (-mean, first, second, len(members[first]), len(members[second])))
    return tuple(sorted(members.values()))


def _links(decisions: Mapping[Pair, Decision]) -> dict[Id, dict[Id, tuple[float, ...]]]:
    """The log-odds between each two, for both of them."""
    links: dict[Id, dict[Id, tuple[float, ...]]] = {}
    for (one, other), decision in decisions.items():
        score = min(max(decision.score, 1e-9), 1 - 1e-9)
        odds = min(max(log(score / (1 - score)), -SURE), SURE)
        links.setdefault(one, {})[other] = links.setdefault(other, {})[one] = (odds,)
    return links


def _join(links: dict[Id, dict[Id, tuple[float, ...]]], one: Id, other: Id) -> None:
    """Gives `one` the links of `other`, which is no more."""
    theirs = links.pop(other)
    for third, odds in theirs.items():
        del links[third][other]
        if third != one:
            links[one][third] = links[third][one] = (*links[one].get(third, ()), *odds)


def _mean(odds: tuple[float, ...], pairs: int) -> float:
    """The mean over all pairs of two groups; the exact sum, so that no order of adding shows."""
    return (fsum(odds) - SURE * (pairs - len(odds))) / pairs
