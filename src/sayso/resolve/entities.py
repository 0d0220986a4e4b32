"""Holds what the report has said so far of one person, body or group, while it is read from its start to its end.

Stands alone because names, descriptions and pronouns all add to the same record and are resolved against it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.model import ActorKind, Span
    from sayso.resolve.terms import Gender, Number


@dataclass(frozen=True, slots=True)
class Role:
    """An office, profession or other description that the text gives somebody: as printed, its noun, all its words.

    `at` is the noun's token, `owner` the token of "his" in "his wife".
    """

    text: str
    noun: str
    words: frozenset[str]
    at: int
    owner: int | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where somebody is referred to.

    `token` is its syntactic head; `sentence` counts sentences told (not quoted); `weight` is how much the syntax of the
    place draws attention; `clause` is the verb on which it depends; `quoted`: within quotation marks.
    """

    token: int
    sentence: int
    weight: int
    clause: int
    quoted: bool


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody whom the report speaks of. `number` and `gender` are null where the text has not shown them.

    `kept` are the spans by which it may be shown (names anywhere, other words only where they are a source). `tokens`
    are the words by which somebody without a name was met first. `owner` is the entity whose office or spokesman this
    is; `issuer` the token of whoever issued a document; `members` are those of "X and Y".
    """

    kind: ActorKind
    first: int
    name: str = ""
    names: Counter[str] = field(default_factory=Counter)
    roles: list[Role] = field(default_factory=list)
    gender: Gender | None = None
    number: Number | None = None
    age: str | None = None
    noun: str = ""
    words: frozenset[str] = frozenset()
    document: bool = False
    tokens: tuple[int, int] | None = None
    owner: Entity | None = None
    issuer: int | None = None
    members: tuple[Entity, ...] = ()
    mentions: list[Mention] = field(default_factory=list)
    kept: set[Span] = field(default_factory=set)
    spoke: int | None = None

    @property
    def named(self) -> bool:
        """Whether the report calls it by a name of its own."""
        return bool(self.names)

    @property
    def singular_person(self) -> bool:
        """Whether "he" or "she" may stand for it."""
        return self.kind in {"person", "unnamed"} and self.number != "plural" and not self.document

    def add_role(self, role: Role) -> None:
        """Adds `role`, or its words to the same one where it is known already."""
        for at, known in enumerate(self.roles):
            if role.text.casefold() == known.text.casefold():
                self.roles[at] = replace(known, words=known.words | role.words)
                return
        self.roles.append(role)
