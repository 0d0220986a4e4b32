"""Gives each speaker of a report a badge, a hue and a line pattern, so that none is told by colour alone.

Stands alone because the running text, the margin, the lists and the terminal must all show one speaker in the same way.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.show import words

if TYPE_CHECKING:
    from sayso.model import Attribution, Reading

HUES = 8
PATTERNS = ("solid", "dotted", "dashed", "double")
LETTERS = 26


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker as shown: `key` tells it apart in the page, `badge` is a letter or two, the rest are style names."""

    key: str
    name: str
    badge: str
    hue: str
    pattern: str
    actor: str | None = None

    @property
    def style(self) -> str:
        """The class names of hue and pattern."""
        return f"{self.hue} {self.pattern}"


def voices(reading: Reading) -> dict[str, Voice]:
    """The voice of each attribution by the attribution's id; letters go by first appearance.

    Attributions without a known speaker share a voice where their sources are printed alike.
    """
    named = words.names(reading)
    known: dict[str, Voice] = {}
    given: dict[str, Voice] = {}
    for row in reading.attributions:
        who = _identity(row, named)
        if who not in known:
            known[who] = _voice(len(known), words.speaker(row, named), row.speaker)
        given[row.id] = known[who]
    return given


def _identity(row: Attribution, named: dict[str, str]) -> str:
    return f"actor {row.speaker}" if row.speaker else f"words {words.speaker(row, named).casefold()}"


def _voice(place: int, name: str, actor: str | None) -> Voice:
    return Voice(
        key=str(place),
        name=name,
        badge=letters(place),
        hue=f"hue-{place % HUES}",
        pattern=PATTERNS[(place + place // HUES) % len(PATTERNS)],
        actor=actor,
    )


def letters(place: int) -> str:
    """``A`` to ``Z``, then ``AA``, ``AB`` and so on, for places from 0."""
    badge = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, LETTERS)
        badge = chr(ord("A") + letter) + badge
    return badge
