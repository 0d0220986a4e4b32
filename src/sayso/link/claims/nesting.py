"""Says which attributions of a report stand inside which: what is told within another's words is another claim.

Stands alone because it is asked both when pairs are judged and when claims are made of pairs: "the mayor says that the
guard fired" and "the guard fired" are two rows of one sentence, and two claims with two speakers.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sayso.link.claims.grouping import Key
    from sayso.model import Attribution

_HELD = 4_096


def around(rows: Sequence[Attribution]) -> tuple[frozenset[int], ...]:
    """For each attribution of a report the places of those that it stands in, at any depth."""
    places = {row.id: place for place, row in enumerate(rows)}
    return tuple(frozenset(_outwards(row, rows, places)) for row in rows)


def _outwards(row: Attribution, rows: Sequence[Attribution], places: dict[str, int]) -> list[int]:
    found: list[int] = []
    while (place := places.get(row.inside or "")) is not None and place not in found:
        found.append(place)
        row = rows[place]
    return found


class Nesting:
    """What stands inside what in the reports of a ledger; `rows` gives the attributions of a twin."""

    def __init__(self, rows: Callable[[int], Sequence[Attribution]]) -> None:
        self._around = lru_cache(maxsize=_HELD)(lambda twin: around(rows(twin)))

    def parts(self, one: Key, other: Key) -> bool:
        """Whether one of two attributions (twin and place) stands inside the other."""
        if one[0] != other[0]:
            return False
        found = self._around(one[0])
        return one[1] in found[other[1]] or other[1] in found[one[1]]
