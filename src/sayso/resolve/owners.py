"""Says in the name by which somebody unnamed is shown whose he is: "Rell's office" for "her office".

Stands alone because a pronoun or "my" in such a name is only settled once the whole report is read and all speakers are
known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.lexicon import words
from sayso.parse.labels import PERSONAL_PRONOUNS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.resolve.entities import Entity
    from sayso.resolve.walk import Walk
    from sayso.stages import Parsed

DEEPEST = 4
"""How deep "the wife of his brother" is followed."""


def name_owned(walk: Walk, sources: Iterable[tuple[Entity, Entity | None]]) -> None:
    """Names each unnamed source anew by whose it is; with each comes who says "my" where it was met first."""
    for entity, writer in sources:
        if entity.tokens is not None and not entity.named:
            entity.name = _shown(walk, entity, writer, 0) or entity.name


def _shown(walk: Walk, entity: Entity, writer: Entity | None, depth: int) -> str:
    """The words of the entity's phrase with its pronouns and "my" put as names."""
    parsed = walk.parsed
    assert entity.tokens is not None  # noqa: S101 - only such an entity gets here
    first, last = entity.tokens
    if parsed.lower[first] in words("pronouns", "determiners", "definite") and last - first > 1:
        first += 1
    out: list[tuple[int, str]] = []
    token = first
    while token < last:
        other = _meant(walk, token, writer)
        if other is None or other is entity or depth == DEEPEST:
            out.append((token, parsed.words[token]))
            token += 1
            continue
        name = other.name if other.named or other.tokens is None else _shown(walk, other, writer, depth + 1)
        if token > first:
            name = _article(parsed, other) + name
        out.append((token, name + _ending(parsed, token, last, name)))
        token += 1
        token += token < last and parsed.lower[token] == "own"
    return _joined(parsed, out)


def _meant(walk: Walk, token: int, writer: Entity | None) -> Entity | None:
    """Whom the word at `token` stands for, if it is a pronoun."""
    word = walk.parsed.lower[token]
    if walk.parsed.tags[token] not in PERSONAL_PRONOUNS:
        return None
    if word in words("pronouns", "first"):
        return writer
    return walk.memory.at.get(token) if word in words("pronouns", "third") else None


def _article(parsed: Parsed, entity: Entity) -> str:
    """The article that the name of somebody unnamed has lost, for use within another's."""
    definite = entity.tokens is not None and not entity.named and parsed.lower[entity.tokens[0]] == "the"
    return "the " if definite else ""


def _ending(parsed: Parsed, token: int, last: int, name: str) -> str:
    """What makes a name put for a possessive pronoun a possessor."""
    if parsed.tags[token] != "PRP$" or token + 1 >= last:
        return ""
    return "'" if parsed.lower[token] == "their" and name.endswith("s") else "'s"


def _joined(parsed: Parsed, parts: list[tuple[int, str]]) -> str:
    """The parts with blanks between them where the text has any."""
    text = ""
    for token, words_ in parts:
        blank = token > 0 and int(parsed.starts[token]) > int(parsed.ends[token - 1])
        text += (" " if blank and text else "") + words_
    return text.strip(' ,;:—–-"“”').removesuffix("'s").removesuffix("’s").rstrip("'’")
