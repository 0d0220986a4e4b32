"""Reads what the JSON-LD of a page states of its report: dates, authors, publisher, headline, what it is based on.

Stands alone because JSON-LD nests in many ways, and the walk through it must end however deep it goes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sayso.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_NODES = 10_000
"""How many values of one script are looked at."""

_OPENINGS = ("//", "/*", "<!--", "<![CDATA[", "*/")
_CLOSINGS = (";", "//", "*/", "-->", "]]>", "/*")


@dataclass(frozen=True, slots=True)
class Stated:
    """One value of one property; `tier` is the place of its object's type in the lexicon."""

    what: str
    value: str
    tier: int


def stated(script: str) -> list[Stated]:
    """What a JSON-LD script states of the report, the nearest type first; nothing where it is no JSON."""
    value = _parsed(script)
    found = [row for node in _nodes(value) for row in _of_node(node)]
    return sorted(found, key=lambda row: row.tier)


def _parsed(script: str) -> object:
    for text in (script, _unwrapped(script)):
        try:
            return json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _unwrapped(script: str) -> str:
    """The script without the comment and CDATA marks that pages put around it."""
    bare = script.strip()
    while (mark := next((mark for mark in _OPENINGS if bare.startswith(mark)), None)) is not None:
        bare = bare[len(mark) :].lstrip()
    while (mark := next((mark for mark in _CLOSINGS if bare.endswith(mark)), None)) is not None:
        bare = bare[: -len(mark)].rstrip()
    return bare


def _nodes(value: object) -> Iterator[dict[str, object]]:
    """The objects in it that are of a type of the lexicon, outer ones first."""
    waiting, seen = [value], 0
    while waiting and seen < MOST_NODES:
        node = waiting.pop(0) if len(waiting) < 64 else waiting.pop()  # noqa: PLR2004 - keeps the queue cheap
        seen += 1
        if isinstance(node, dict):
            if _tier(node) is not None:
                yield node
            waiting.extend(part for part in node.values() if isinstance(part, (dict, list)))
        elif isinstance(node, list):
            waiting.extend(part for part in node if isinstance(part, (dict, list)))


def _tier(node: dict[str, object]) -> int | None:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    known = [
        _types()[name.rpartition("/")[2]]
        for name in names
        if isinstance(name, str) and name.rpartition("/")[2] in _types()
    ]
    return min(known, default=None)


def _of_node(node: dict[str, object]) -> Iterator[Stated]:
    tier = _tier(node) or 0
    for what, names in table("html_claims")["json_ld"]["properties"].items():
        for name in names:
            values = list(_strings(node.get(name), addresses=what in ("address", "based-on")))
            if what == "author" and values:
                yield Stated(what, ", ".join(dict.fromkeys(values)), tier)
            elif values:
                yield Stated(what, values[0], tier)
            if values:
                break


def _strings(value: object, *, addresses: bool) -> Iterator[str]:
    """The string, or the name (or address) of the object, or those of each of a list."""
    for part in value if isinstance(value, list) else [value]:
        if isinstance(part, str) and part.strip():
            yield part
        elif isinstance(part, dict):
            keys = ("@id", "url") if addresses else ("name", "@value")
            inner = next((part[key] for key in keys if part.get(key)), None)
            for name in inner if isinstance(inner, list) else [inner]:
                if isinstance(name, str) and name.strip():
                    yield name


@cache
def _types() -> dict[str, int]:
    return {name: rank for rank, name in enumerate(table("html_claims")["json_ld"]["types"])}
