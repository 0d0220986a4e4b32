"""Finds the named entity that holds a token.

Stands alone because ages, nouns, places and names of things all ask for it.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.stages import Entity, Parsed


def entity_at(parsed: Parsed, token: int) -> Entity | None:
    """The named entity that holds `token`, null where none does."""
    at = bisect_right(parsed.entities, token, key=lambda e: e.first) - 1
    return parsed.entities[at] if at >= 0 and token < parsed.entities[at].last else None
