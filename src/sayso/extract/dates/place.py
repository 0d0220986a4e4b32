"""A time expression where it stands: the words and tokens around it, and the names that hold it.

Stands alone because every test of `sense` asks it, and nothing else needs the parse word by word.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from sayso.extract.dates.shapes import Recurring
from sayso.lexicon import words
from sayso.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.extract.dates.shapes import Mention
    from sayso.extract.dates.words import Lexeme
    from sayso.stages import Entity, Parsed

_TIMES = frozenset(("pobj", "npadvmod"))
_TITLES = frozenset(("ORG", "WORK_OF_ART", "PRODUCT", "FAC", "EVENT"))


@dataclass(frozen=True)
class Place:
    """A mention where it stands: its lexemes, the words around it, and its tokens."""

    parsed: Parsed
    lexemes: Sequence[Lexeme]
    mention: Mention

    @cached_property
    def span(self) -> Span:
        """The characters of the mention."""
        return Span(self.lexemes[self.mention.first].start, self.lexemes[self.mention.last - 1].end)

    @cached_property
    def tokens(self) -> range:
        """The tokens that share a character with it."""
        return self.parsed.tokens_in(self.span)

    def word(self, offset: int) -> str:
        """The lexeme before (-1) or after (1) the mention in lower case, empty at the end of the paragraph."""
        at = self.mention.first + offset if offset < 0 else self.mention.last + offset - 1
        return self.lexemes[at].text.lower() if 0 <= at < len(self.lexemes) else ""

    @property
    def tag(self) -> str:
        """The tag of its last token."""
        return self.parsed.tags[self.tokens[-1]] if self.tokens else ""

    @cached_property
    def _entities(self) -> tuple[Entity, ...]:
        """The named entities that share a token with it."""
        return self.parsed.entities_in(self.tokens.start, self.tokens.stop)

    def is_name(self) -> bool:
        """Whether its first word belongs to a person's name."""
        span = self.span
        return any(entity.label == "PERSON" and entity.span.meets(span) for entity in self._entities)

    def is_title(self) -> bool:
        """Whether it is printed with a capital within the longer name of a paper, a programme or a thing."""
        span = self.span
        if not self.lexemes[self.mention.last - 1].text[:1].isupper():
            return False
        return any(
            entity.label in _TITLES
            and entity.span.holds(span)
            and entity.span != span
            and not self._stands_before(entity)
            for entity in self._entities
        )

    def _stands_before(self, entity: Entity) -> bool:
        """Whether it is no part of a name that the recogniser begins with it: "On Wednesday Pentagon officials"."""
        first = self.tokens[-1] if len(self.tokens) else -1
        outside = first == entity.first and not entity.first <= int(self.parsed.heads[first]) < entity.last
        return outside and self.parsed.deps[first] in _TIMES


def words_of(section: str, entry: str) -> frozenset[str]:
    """A list of words of the lexicon of dates."""
    return words("dates", section, entry)


def without_that(place: Place) -> Place:
    """The same less a "that" which only joins a clause: "said that July was dry", but not "that July was dry"."""
    mention, first = place.mention, place.lexemes[place.mention.first]
    shape = mention.shape
    if not isinstance(shape, Recurring) or first.text.lower() != "that" or mention.last - mention.first == 1:
        return place
    if not place.tokens or place.parsed.tags[place.tokens[0]] == "DT":
        return place
    bare = replace(mention, first=mention.first + 1, shape=replace(shape, pull=None, told=False))
    return replace(place, mention=bare)
