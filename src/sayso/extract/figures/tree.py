"""Gives a token's children in the syntax tree, of which only so many are looked at.

Stands alone because every rule of syntax asks for them, and the bound keeps reading linear however a text is built.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.stages import Parsed

MOST = 48
"""No head of real prose has so many children; lists and pasted tables have thousands."""


def children(parsed: Parsed, token: int) -> tuple[int, ...]:
    """The first `MOST` tokens whose head is `token`, in text order."""
    below = parsed.children[token]
    return below if len(below) <= MOST else below[:MOST]
