"""The keys under which a happening is looked up: two that share none are never compared.

Stands alone because a ledger keeps keys in an index, and each must be rare enough that its block hardly grows with the
ledger: a rare name or word within three weeks, a very rare name in a year, two rare words or a full name at any time.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from sayso.link.events.terms import FLOOR, rarity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.link.events.happenings import Happening

NAMES, WORDS, HEADING, FULL_NAMES, VERY_RARE = 20, 20, 8, 15, 10
"""How many of a happening's heaviest terms of each kind make keys."""
TOGETHER, TITLE, LEAD = 14, 6, 6
"""Of how many terms any two make a key."""
WEEKS, YEAR = 21, 400
DAYS = 3
_RARE = 4.0
_RARE_TWO = 6.0
_RARE_NAME = 5.0


def keys(one: Happening) -> frozenset[str]:
    """The keys of a happening."""
    return frozenset(_keys(one))


def _keys(one: Happening) -> Iterator[str]:
    marks = list(dict.fromkeys((*one.names.heaviest(NAMES), *one.words.heaviest(WORDS))))
    days = _days(one)
    for mark in dict.fromkeys((*marks, *one.title.heaviest(HEADING))):
        if rarity(mark) >= _RARE:
            yield from (f"{mark} {bucket}" for bucket in _buckets(days, WEEKS))
    very_rare = [name for name in one.names.heaviest(2 * NAMES) if rarity(name) >= FLOOR]
    for name in very_rare[:VERY_RARE]:
        yield from (f"{name} {bucket}" for bucket in _buckets(days, YEAR) or ("undated",))
    for terms in (marks[:TOGETHER], one.title.heaviest(TITLE), one.lead.heaviest(LEAD)):
        for pair in combinations(sorted(terms), 2):
            if sum(map(rarity, pair)) >= _RARE_TWO:
                yield "+".join(pair)
    yield from (name for name in one.pairs.heaviest(FULL_NAMES) if one.pairs.weights[name] >= _RARE_NAME)


def _days(one: Happening) -> list[int]:
    """The report's day and the first days that it tells, the day of the act before others."""
    told = [day.ordinal for day in (one.when, *one.days) if day is not None and day.ordinal]
    return list(dict.fromkeys([*([one.published] if one.published else []), *told]))[:DAYS]


def _buckets(days: Iterable[int], size: int) -> list[str]:
    """The stretches of so many days that hold these, cut twice, so that near days share one of two."""
    return sorted({f"{size}.{at}" for day in days for at in (2 * (day // size), 2 * ((day + size // 2) // size) + 1)})
