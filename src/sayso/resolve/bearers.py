"""Leads from each word that belongs to a name, and from each noun that the name's bearer goes by, to the name.

Stands alone because this is done once for a whole report, before its mentions are read in order.
"""

from __future__ import annotations

import bisect
from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

from sayso.lexicon import words
from sayso.parse.labels import ADJECTIVES, PARTICIPLES, SPECIFIERS
from sayso.resolve.beside import name_within
from sayso.resolve.clusters import PERSONAL
from sayso.resolve.roles import add_role_at, add_roles
from sayso.resolve.terms import noun_class, singular

OFFICES = frozenset((word,) for word in words("function_words", "prepositions", "offices"))

if TYPE_CHECKING:
    from sayso.resolve.entities import Entity
    from sayso.resolve.memory import Memory
    from sayso.resolve.names import Name
    from sayso.resolve.scene import Scene
    from sayso.stages import Parsed


def bearers(scene: Scene, names: list[Name], entity_of: dict[int, Entity], memory: Memory) -> dict[int, Name]:
    """For each such token its name; their entities get their roles, and `memory` the nouns that take them up."""
    name_at: dict[int, Name] = {}
    _own_words(scene, names, entity_of, memory, name_at)
    _bodies(scene.parsed, names, entity_of, memory, name_at)
    _sources(scene, names, entity_of, memory, name_at)
    return name_at


def _own_words(
    scene: Scene, names: list[Name], entity_of: dict[int, Entity], memory: Memory, name_at: dict[int, Name]
) -> None:
    """Takes each name with its title and the roles that the syntax gives it."""
    for name in names:
        entity = entity_of[name.first]
        add_roles(scene.parsed, name, entity, partial(_of_source, scene, name))
        start = name.title[0] if name.title is not None else name.first
        for token in range(start, name.last):
            name_at.setdefault(token, name)
        for role in entity.roles:
            memory.describe(role.noun, entity)
            name_at.setdefault(role.at, name)


def _of_source(scene: Scene, name: Name, head: int) -> bool:
    """Whether the noun at `head` is a source's, and the name before it stands in what that source says, or where.

    "The bridge was blown up by X, the brigade's commander, Y, said": the commander is Y.
    """
    parsed = scene.parsed
    at = int(parsed.starts[name.first])
    for row in scene.sources.get(head, ()):
        source, content = scene.rows[row].source, scene.rows[row].content
        if source is None or any(span.start <= at < span.end for span in source.spans):
            continue
        told = any(span.start <= at < span.end for span in content.spans)
        if told or (parsed.deps[name.head] == "pobj" and name.last <= head):
            return True
    return False


def _bodies(
    parsed: Parsed, names: list[Name], entity_of: dict[int, Entity], memory: Memory, name_at: dict[int, Name]
) -> None:
    """Takes the noun right before a body's name, and the nouns in it."""
    for name in names:
        entity, noun = entity_of[name.first], name.first - 1
        if noun >= 0 and _names_body(parsed, name, noun) and entity.kind in {"organisation", "place"}:
            name_at.setdefault(noun, name)
            memory.describe(singular(parsed.lower[noun]), entity)
        if entity.kind == "organisation":
            for word in entity.words:
                if noun_class(word) in {"body", "document"}:
                    memory.describe(singular(word), entity)


def _names_body(parsed: Parsed, name: Name, noun: int) -> bool:
    """Whether the noun is one for a body that bears the name after it: "the state broadcaster NBC"."""
    return not name.modifier and parsed.tags[noun] == "NN" and noun_class(parsed.lower[noun]) == "body"


def _sources(
    scene: Scene, names: list[Name], entity_of: dict[int, Entity], memory: Memory, name_at: dict[int, Name]
) -> None:
    """Takes the name that stands in a source itself beside the noun that is its head."""
    same: defaultdict[tuple[str, ...], list[Name]] = defaultdict(list)
    for one in names:
        same[one.keys].append(one)
    for head, rows in scene.sources.items():
        known = name_at.get(head)
        if known is not None and not (_office(scene.parsed, known) or _sort_of(scene.parsed, known)):
            continue
        name = _beside(scene, names, head, rows[0])
        if name is None:
            _take_before(scene.parsed, names, head, entity_of, name_at)
            continue
        entity = entity_of[name.first]
        add_role_at(scene.parsed, head, name, entity)
        for other in same.pop(known.keys, ()) if known is not None and _office(scene.parsed, known) else ():
            entity_of[other.first] = entity
        name_at[head] = name
        memory.describe(singular(scene.parsed.lower[head]), entity)


def _take_before(
    parsed: Parsed, names: list[Name], head: int, entity_of: dict[int, Entity], name_at: dict[int, Name]
) -> None:
    """Takes the full name right before an office, where print lost its comma: "Ada Rell head of the board said"."""
    at = bisect.bisect_left(names, head, key=lambda name: name.first) - 1
    name = names[at] if at >= 0 else None
    office = parsed.tags[head] == "NN" and noun_class(parsed.lower[head]) == "person"
    if name is None or name.last != head or not office or parsed.lower[head + 1 : head + 2] not in OFFICES:
        return
    articled = name.first > 0 and parsed.tags[name.first - 1] in SPECIFIERS
    if name.sort not in {"person", "unknown"} or len(name.keys) not in PERSONAL or name.title is not None or articled:
        return
    entity = entity_of[name.first]
    entity.kind = "person"
    add_role_at(parsed, head, name, entity)
    name_at[head] = name


def _office(parsed: Parsed, name: Name) -> bool:
    """Whether what looks like a name may be an office of the place: "the Protector"."""
    articled = name.first > 0 and parsed.lower[name.first - 1] == "the"
    return articled and len(name.keys) == 1 and name.title is None and name.sort in {"unknown", "person"}


def _sort_of(parsed: Parsed, name: Name) -> bool:
    """Whether what looks like a name may say what sort of person one is: "its top Democrat", "the No. 2 Republican"."""
    before = name.first - 1
    narrowed = before >= 0 and parsed.tags[before] in ADJECTIVES | PARTICIPLES | {"CD", "NN"}
    return narrowed and parsed.heads[before] == name.head and len(name.keys) == 1 and name.title is None


def _beside(scene: Scene, names: list[Name], head: int, row: int) -> Name | None:
    parsed, source = scene.parsed, scene.rows[row].source
    start = int(parsed.starts[head])
    span = next((s for s in source.spans if s.start <= start < s.end), None) if source is not None else None
    if span is None:
        return None
    last = parsed.tokens_in(span).stop
    first = bisect.bisect_left(names, head, key=lambda name: name.first)
    until = bisect.bisect_left(names, last, key=lambda name: name.first)
    return name_within(parsed, head, last, names[first:until])
