"""The value that says whether two things told in two reports are one, and why, in one line.

Stands alone because actors, claims and events are all decided so, and every decision must be able to explain itself.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether two things are the same; `score` from 0 to 1 ranks decisions, 0.5 and more being the same.

    `why` is one plain sentence for a reader. `differs` names what keeps two apart ("number", "negation", "place"), null
    where they are the same, or where nothing that can be named differs.
    """

    same: bool
    score: float
    why: str
    differs: str | None = None
