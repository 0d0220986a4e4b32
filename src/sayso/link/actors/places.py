"""Says whether two names of places may be one: by spelling, as adjective and name, as capital and country.

Stands alone because persons, bodies and claims are all told apart by the places named with them.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sayso.lexicon import table
from sayso.link.actors.names import folded, spelt_alike

if TYPE_CHECKING:
    from collections.abc import Iterable

_STEM = 4
_ENDING = 4
"""An adjective keeps at least so many letters of a place's name, and differs in no more at its end."""


@lru_cache(maxsize=20_000)
def country(name: str) -> str:
    """The country that `name` means as a name, an adjective or a capital; `name` itself (folded) where it is none."""
    plain = folded(name).removeprefix("the ")
    return _countries().get(plain, plain)


def is_country(name: str) -> bool:
    """Whether a name (folded) is a country's, in any form."""
    return name in _countries() or name in table("places")["names"]["countries"]


def meet(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether any place of the one is a place of the other."""
    others = tuple(theirs)
    return any(one_place(a, b) for a in ours for b in others)


@lru_cache(maxsize=100_000)
def one_place(one: str, other: str) -> bool:
    """Whether two names are one place's: "Tessaly" and "Tessalian", "Tel Harub" and "Tall Kharoub"."""
    first, second = country(one), country(other)
    if first == second:
        return True
    ours, theirs = first.split(), second.split()
    return (
        len(ours) == len(theirs)
        and bool(ours)
        and all(spelt_alike(a, b) or _adjective(a, b) for a, b in zip(ours, theirs, strict=True))
    )


def _adjective(one: str, other: str) -> bool:
    shared = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    shorter, longer = sorted((len(one), len(other)))
    return shared >= _STEM and shared >= shorter - 2 and longer - shared <= _ENDING and shorter != longer


@cache
def _countries() -> dict[str, str]:
    return {folded(form): forms[0] for forms in table("linking")["countries"]["forms"] for form in forms}
