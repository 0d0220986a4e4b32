"""Reads the groups of `relations/`: passages of one report, and how what is marked in them stands to one another.

Stands alone because whoever teaches a network with them needs marks as offsets, and every line checked.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

GROUPS = Path(__file__).with_name("relations")
DATES = {"same", "other", "later", "earlier", "starts", "ends", "length_other"}
COUNTS = {"same", "later", "other", "parts", "not_parts"}
_MARK = re.compile(r"<<(.+?)>>")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words without their marks, and where the marked expression stands in them, in characters."""

    text: str
    marked: Span


@dataclass(frozen=True, slots=True)
class Group:
    """An event or a count as it is told first, and others by how they stand to it: keys are those of the README."""

    name: str
    first: Passage
    others: dict[str, tuple[Passage, ...]]

    def pairs(self) -> Iterator[tuple[Passage, Passage, str]]:
        """The first passage, or another telling of the same, beside each other one, and how that stands to it."""
        told = (self.first, *self.others["same"])
        for at, one in enumerate(told):
            yield from ((one, two, "same") for two in told[at + 1 :])
            for key, rows in self.others.items():
                yield from ((one, two, key) for two in rows if key != "same")


def passage(words: str) -> Passage:
    """A string of the files; raises `ValueError` where it has not one mark."""
    found = _MARK.findall(words)
    if len(found) != 1 or words.count("<<") + words.count(">>") > 2:
        message = f"one expression must be marked with << and >>: {words!r}"
        raise ValueError(message)
    at = words.index("<<")
    return Passage(words.replace("<<", "").replace(">>", ""), Span(at, at + len(found[0])))


def groups(path: Path) -> list[Group]:
    """The groups of a file; raises `ValueError` with the line where one is not as the README says."""
    found = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        row = json.loads(line)
        first, keys = ("n", COUNTS) if "n" in row else ("a", DATES)
        if row.keys() != {first, *keys}:
            message = f"{path.name}, line {number}: the keys must be {first} and {', '.join(sorted(keys))}"
            raise ValueError(message)
        others = {key: tuple(passage(words) for words in row[key]) for key in sorted(keys)}
        found.append(Group(f"{path.stem}-{number:03}", passage(row[first]), others))
    return found
