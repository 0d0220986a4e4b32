"""Reads the groups of statements that the judge of claims is taught by: each says which are one claim and which not.

Stands alone because the groups are read without PyTorch too: to be checked, and by whoever has another use for them.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

GROUPS = Path(__file__).parent / "claims"
Statement = str
"""Its cue and its words, in one line."""


@dataclass(frozen=True)
class Group:
    """Statements that are one claim, and others that are not that claim, each with the kind of its difference."""

    id: str
    same: tuple[Statement, ...]
    apart: tuple[Statement, ...]
    kinds: tuple[str, ...] = ()

    def pairs(self) -> list[tuple[int, int, float]]:
        """All pairs that the group decides: indexes into same and apart together, and 1 where the two are one claim."""
        count = len(self.same)
        ones = [(i, j, 1.0) for i, j in combinations(range(count), 2)]
        return ones + [(i, count + j, 0.0) for i in range(count) for j in range(len(self.apart))]


def groups(path: Path) -> list[Group]:
    """The groups of one file, in order."""
    made: list[tuple[str, list[Statement], list[Statement], list[str]]] = []
    for line in path.read_text("utf-8").splitlines():
        sign, _, rest = line.partition(" ")
        told = [part.strip() for part in rest.split("|")]
        if sign == "==":
            made.append((rest.strip(), [], [], []))
        elif sign == "=":
            made[-1][1].append(f"{told[0]} {told[1]}")
        elif sign == "!":
            made[-1][2].append(f"{told[1]} {told[2]}")
            made[-1][3].append(told[0])
    return [Group(name, tuple(same), tuple(apart), tuple(kinds)) for name, same, apart, kinds in made]
