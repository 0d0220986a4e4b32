"""Makes the rows of actors: who is quoted, relays or publishes, with a readable id, name, roles, aliases and mentions.

Stands alone because it decides what is shown of somebody: nobody who is only spoken of gets a row.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from sayso.model import Actor, Span
from sayso.resolve.terms import same_medium_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sayso.resolve.entities import Entity
    from sayso.resolve.walk import Walk

LONGEST = 60
"""The longest id, in characters, before its number."""


def slug(name: str) -> str:
    """A readable id: letters and digits of `name` in lower case without accents, words joined by hyphens."""
    folded = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    parts = "".join(c if c.isalnum() else " " for c in folded.replace("'", "").replace("’", "")).split()
    kept: list[str] = []
    for part in parts:
        if kept and len("-".join([*kept, part])) > LONGEST:
            break
        kept.append(part[:LONGEST])
    return "-".join(kept) or "unknown"


def keep_mentions(walk: Walk) -> None:
    """Gives each entity the spans that may be shown: its names anywhere, other words where they are a source."""
    for name in walk.names:
        walk.entity_of[name.first].kept.add(walk.parsed.span(name.first, name.last))
    for index, (row, entity) in enumerate(zip(walk.rows, walk.sources, strict=True)):
        if row.source is None or entity is None or entity.members:
            continue
        head = walk.scene.heads[index]
        if head is not None and walk.name_at.get(head) is None:
            entity.kept.update(row.source.spans)


def actor_rows(used: Iterable[Entity], first: Sequence[Entity]) -> tuple[dict[int, str], tuple[Actor, ...]]:
    """The id of each entity (by `id()`), and the rows: those of `first` in their order, then by first mention."""
    ahead = {id(entity): number for number, entity in enumerate(first)}
    unique = {id(entity): entity for entity in used}
    ordered = sorted(unique.values(), key=lambda e: (ahead.get(id(e), len(ahead)), _start(e)))
    taken: dict[str, int] = {}
    ids: dict[int, str] = {}
    rows = []
    for entity in ordered:
        ids[id(entity)] = _unique(slug(entity.name or "unknown"), taken)
        rows.append(_row(entity, ids[id(entity)]))
    return ids, tuple(rows)


def _start(entity: Entity) -> tuple[int, int]:
    return (min((span.start for span in entity.kept), default=1 << 60), entity.first)


def _unique(name: str, taken: dict[str, int]) -> str:
    number = taken.get(name, 0) + 1
    taken[name] = number
    if number == 1:
        return name
    numbered = f"{name}-{number}"
    return _unique(numbered, taken) if numbered in taken else numbered


def _row(entity: Entity, own_id: str) -> Actor:
    name = entity.name or "unknown"
    forms = [form for form in entity.names if form != name]
    return Actor(
        id=own_id,
        name=name,
        kind=entity.kind,
        roles=tuple(role.text for role in entity.roles),
        aliases=tuple(dict.fromkeys(form for form in forms if not _same(form, name))),
        mentions=tuple(sorted(Span(span.start, span.end) for span in entity.kept)),
    )


def _same(form: str, name: str) -> bool:
    return form.casefold() == name.casefold() or (
        same_medium_key(form) == same_medium_key(name) and form.casefold() in name.casefold() and len(form) == len(name)
    )
