"""Loads the language knowledge that ships as data: cues, titles, units, loaded terms, each a TOML file with sources.

Stands alone because every stage may look words up, and none may keep a list of its own.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


@cache
def table(name: str) -> dict[str, Any]:
    """The lexicon file ``NAME.toml`` as parsed TOML; raises `FileNotFoundError` where there is none."""
    return tomllib.loads(files("sayso.lexicon").joinpath(f"{name}.toml").read_text("utf-8"))


@cache
def words(name: str, *keys: str) -> frozenset[str]:
    """All words under `keys` of lexicon file `name`, whatever lies between.

    Raises `FileNotFoundError` where there is no such file, and `KeyError` where it has no such key.
    """
    part: Any = table(name)
    for key in keys:
        part = part[key]
    return _flat(part)


def either(some: Iterable[str]) -> str:
    """The part of a pattern that fits each of these words or phrases, of two that begin alike the longer first."""
    return "|".join(re.escape(word) for word in sorted(some, key=lambda word: (-len(word), word)))


def _flat(value: Any) -> frozenset[str]:  # noqa: ANN401 - a table of TOML, whatever its depth
    if isinstance(value, dict):
        return frozenset[str]().union(*(_flat(part) for part in value.values()))
    return frozenset(value)
