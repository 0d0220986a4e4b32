"""Finds the names of sides in a text, and the neutral word that the encoder is given instead of each.

Stands alone because it is what makes reading even-handed: the encoder sees the first state that a report names as one
and the same state, whichever it is, so that exchanging the names of two sides does not change what is read. Only the
encoder is given stand-ins; every span, name and row is of the printed words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from sayso.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterator

_CAPITAL = re.compile(r"(?<![\w.])[^\W\d_a-z][\w'’.-]*|(?<![\w.])al-\w+")
_LETTER = re.compile(r"\w")
HEADLINE = 6
"""Letters from which a name in capitals is shouted; shorter ones are abbreviations."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a side's name: the side, its sort ("states", "men" ...), and which word of a stand-in it takes."""

    printed: str
    side: str
    sort: str
    role: int


@dataclass(frozen=True, slots=True)
class StandIn:
    """What stands for ``[start, end)`` of a text; `capitals`: all in capitals, as names of states in headlines are."""

    start: int
    end: int
    word: str
    capitals: bool


def standins(text: str) -> Iterator[StandIn]:
    """The stand-ins for a text's names of sides, in text order; each side of a sort has its own, as they are named."""
    order: dict[str, dict[str, int]] = defaultdict(dict)
    for start, form in _found(text):
        known = order[form.sort]
        words = table("sides")["standins"][form.sort]
        chosen = words[known.setdefault(form.side, len(known)) % len(words)]
        word = chosen if isinstance(chosen, str) else chosen[form.role]
        shouted = form.printed.isupper() and len(form.printed) >= HEADLINE
        yield StandIn(start, start + len(form.printed), word, shouted or form.sort == "short")


def _found(text: str) -> Iterator[tuple[int, Form]]:
    end = 0
    for match in _CAPITAL.finditer(text):
        if match.start() < end:
            continue
        for form in _forms().get(_first(match.group()), ()):
            last = match.start() + len(form.printed)
            if text.startswith(form.printed, match.start()) and not _LETTER.match(text, last):
                yield match.start(), form
                end = last
                break


def _first(word: str) -> str:
    """By what forms are looked up: the letters before a mark."""
    return re.split(r"['’.-]", word, maxsplit=1)[0]


@cache
def _forms() -> dict[str, tuple[Form, ...]]:
    """All forms, in print and in capitals, by their first letters, the longest first."""
    found: dict[str, dict[str, Form]] = defaultdict(dict)
    for form in _listed(table("sides")["sides"]):
        for printed in (form.printed, form.printed.upper()):
            found[_first(printed.split()[0])].setdefault(printed, Form(printed, form.side, form.sort, form.role))
    return {first: tuple(sorted(forms.values(), key=lambda form: -len(form.printed))) for first, forms in found.items()}


def _listed(sides: dict[str, Any]) -> Iterator[Form]:
    """The forms of the lexicon, one by one."""
    for sort in ("states", "peoples", "men", "women"):
        for row in sides[sort]:
            side = row[0][0] if sort in ("states", "peoples") else row[-1][0]
            yield from (Form(form, side, sort, role) for role, forms in enumerate(row) for form in forms)
    for sort in ("articled", "short"):
        yield from (Form(form, side, sort, 0) for side, forms in sides[sort] for form in forms)
    for sort in ("groups", "bodies"):
        yield from (Form(form, names[0], sort, 0) for names in sides[sort] for form in names)
