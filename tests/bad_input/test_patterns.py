"""Patterns: no regular expression of the program takes ever longer on text that nearly matches it."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from functools import cache

import pytest

import sayso

PARTS = (
    "A",
    "a",
    "AA ",
    "a ",
    "A. ",
    "A, ",
    "a-",
    "A.",
    "a'",
    "1",
    "1,",
    "1 ",
    "1.",
    "a1",
    " ",
    "-",
    "\n",
    '"',
    "(",
    "a/",
)
LENGTHS = (12, 16, 20, 24, 28, 32)
LONG = 400
MOST = 0.2
"""Seconds: hundreds of times what a sound pattern takes, and a blink beside what an unsound one does."""


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Every compiled pattern of text that a module of the program holds by name, alone or in a row, by its place."""
    found: dict[str, re.Pattern[str]] = {}
    for module in pkgutil.walk_packages(sayso.__path__, "sayso."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            for one in value if isinstance(value, tuple | list) else (value,):
                if isinstance(one, re.Pattern) and isinstance(one.pattern, str):
                    found.setdefault(f"{module.name}.{name} {one.pattern}", one)
    return found


@pytest.mark.parametrize("part", PARTS)
def test_no_pattern_backtracks_without_limit(part: str) -> None:
    """A run of one thing, then what does not fit, in full and at the head, and sought in a short text."""
    assert len(patterns()) > len(PARTS)
    for name, pattern in patterns().items():
        for length in (*LENGTHS, LONG):
            text = (part * length)[:length] + "\x00"
            begun = time.process_time()
            pattern.match(text)
            pattern.fullmatch(text)
            if length < LONG:
                pattern.search(text)
            assert time.process_time() - begun < MOST, f"{name} on {length} characters of {part!r}"
