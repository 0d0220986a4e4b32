"""Shows a builder the words of a match by the names of their groups.

Stands alone because all builders, of dates, clocks, lengths and sets, read matches in the same way.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from sayso.extract.dates.shapes import Mention
from sayso.lexicon import table

if TYPE_CHECKING:
    from sayso.extract.dates.grammar import Match
    from sayso.extract.dates.shapes import Pull, Shape
    from sayso.extract.dates.words import Lexeme
    from sayso.model import TimexType


@dataclass(frozen=True, slots=True)
class View:
    """A match with the lexemes it covers; groups give lexemes."""

    match: Match
    lexemes: Sequence[Lexeme]

    def all(self, name: str) -> Sequence[Lexeme]:
        """The lexemes of the group, none where it is absent."""
        first, last = self.match.groups.get(name, (0, 0))
        return self.lexemes[first:last]

    def one(self, name: str) -> Lexeme | None:
        """The first lexeme of the group."""
        found = self.all(name)
        return found[0] if found else None

    def value(self, name: str) -> Any:  # noqa: ANN401 (a lexeme's value is a number or a string by its kind)
        """The value of the group's first lexeme, null where it is absent."""
        found = self.one(name)
        return found.value if found else None

    def pull(self) -> tuple[Pull | None, bool]:
        """Which way the group `pointer` points, and whether it counts from the date told of."""
        words = [lexeme for lexeme in self.all("pointer") if lexeme.kind in "lh"]
        if not words:
            return None, False
        values = [lexeme.value for lexeme in words if lexeme.kind == "l"]
        told = any(word.kind == "h" or word.text.lower() in told_pointers() for word in words)
        moves = [value for value in values if value]
        return (cast("Pull", moves[0]) if moves else 0), told

    def mention(self, kind: TimexType, shape: Shape, mod: str | None = None) -> Mention:
        """The whole match as a mention of that shape."""
        return Mention(self.match.first, self.match.last, kind, shape, self.match.rule, mod)


Builder = Callable[[View], "list[Mention]"]


def told_pointers() -> Sequence[str]:
    """The pointers that count from the date told of, not from the day of publication."""
    return cast("Sequence[str]", table("dates")["told"]["pointers"])
