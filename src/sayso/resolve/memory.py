"""Remembers everybody spoken of so far, so that a description or a pronoun finds whom it takes up in bounded time.

Stands alone because the walk decides what is said and this only keeps and finds: by noun, by owner, by how lately.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from sayso.resolve.entities import Entity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.resolve.entities import Mention

LATEST = 40
"""How many entities, lately mentioned, are candidates at all."""


class Memory:
    """Entities by how lately they were mentioned, by the nouns that describe them, and by whose they are."""

    def __init__(self) -> None:
        self.entities: list[Entity] = []
        self.at: dict[int, Entity] = {}
        self._recent: dict[int, Entity] = {}
        self._by_noun: defaultdict[str, dict[int, Entity]] = defaultdict(dict)
        self._owned: dict[tuple[int, str], Entity] = {}
        self._together: dict[frozenset[int], Entity] = {}
        self.speaker: Entity | None = None

    def note(self, entity: Entity, mention: Mention) -> None:
        """Keeps that `entity` is mentioned at `mention`; mentions come in text order."""
        if not entity.mentions:
            self.entities.append(entity)
        entity.mentions.append(mention)
        self.at[mention.token] = entity
        self._recent.pop(id(entity), None)
        self._recent[id(entity)] = entity

    def recent(self) -> Iterator[Entity]:
        """The entities mentioned last, the latest first."""
        return islice(reversed(self._recent.values()), LATEST)

    def replace(self, other: Entity, entity: Entity) -> None:
        """Puts `entity`, not met yet, in the place of `other`."""
        for mention in other.mentions:
            self.note(entity, mention)
        entity.gender = entity.gender or other.gender
        entity.spoke = other.spoke
        self.entities.remove(other)
        self._recent.pop(id(other), None)
        for known in self._by_noun.values():
            if known.pop(id(other), None) is not None:
                known[id(entity)] = entity
        if self.speaker is other:
            self.speaker = entity

    def describe(self, noun: str, entity: Entity) -> None:
        """Keeps that `noun` may take up `entity`."""
        self._by_noun[noun][id(entity)] = entity

    def called(self, noun: str) -> list[Entity]:
        """Those that `noun` may take up: at most `LATEST`, those mentioned last (or described last) first."""
        known = self._by_noun.get(noun)
        if not known:
            return []
        some = list(islice(reversed(known.values()), LATEST))
        return sorted(some, key=lambda e: e.mentions[-1].token if e.mentions else -1, reverse=True)

    def refresh(self, noun: str, entity: Entity) -> None:
        """Moves `entity` to the front of those that `noun` takes up."""
        known = self._by_noun[noun]
        known.pop(id(entity), None)
        known[id(entity)] = entity

    def owned(self, owner: Entity, noun: str) -> Entity | None:
        """The body or person that is `owner`'s `noun` ("his office"), where it was met before."""
        return self._owned.get((id(owner), noun))

    def own(self, owner: Entity, noun: str, entity: Entity) -> None:
        """Keeps that `entity` is `owner`'s `noun`."""
        self._owned[id(owner), noun] = entity

    def together(self, members: tuple[Entity, ...]) -> Entity:
        """The group of exactly `members`: one met before, else a new one."""
        key = frozenset(map(id, members))
        if key not in self._together:
            name = ", ".join(m.name for m in members[:-1]) + " and " + members[-1].name
            first = members[0].first
            self._together[key] = Entity(kind="group", first=first, name=name, number="plural", members=members)
        return self._together[key]
