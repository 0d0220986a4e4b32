"""Finds the names that stand as a credit at a report's head or foot, in brackets or behind a dash, whoever bears them.

Stands alone because a name that no list has is no credit for one report alone: whether an outlet is called so, and has
told the same, is seen only among others.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.lexicon import words
from sayso.resolve.terms import is_medium, names_medium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.model import Reading

_NAME = r"[^\W\d_][^()\[\]:;.!?\n]{1,60}"
_BRACKETED = re.compile(rf"[(\[]({_NAME})[)\]]\.?")
_DASHED = re.compile(rf"[-–—]{{1,3}}[ \u00a0]?({_NAME})")
_TAIL = re.compile(rf"[.!?\"”’)]\s{{0,3}}(?:[(\[]({_NAME})[)\]]\.?|[-–—]{{1,3}}[ \u00a0]?({_NAME}))")
_BETWEEN = re.compile(r"\s?[,/&]\s?|\sand\s")
_HEAD, _FOOT, _LAST = 3, 2, 90
_MOST_WORDS = 6
_INITIALS = re.compile(r"[A-Z]{2,6}")
_SMALL = words("function_words", "in_names", "parties")


def credited(reading: Reading) -> frozenset[str]:
    """The names in credits that stand for themselves, initials also as the text spells them out elsewhere.

    Nobody where the report's own outlet is named beside them. A name that the text uses for something else, such as a
    place, is left out.
    """
    own = reading.report.outlet.name if reading.report.outlet else None
    found: set[str] = set()
    for credit in _credits(reading):
        names = [name.strip() for name in _BETWEEN.split(credit)]
        if own is not None and any(names_medium(name, own) for name in names):
            continue
        for name in names:
            if _is_name(name) and not _means_another(name, reading.report.text):
                found |= {name, *_spelt_out(name, reading.report.text)}
    return frozenset(found)


def _credits(reading: Reading) -> Iterator[str]:
    """What stands in brackets or behind a dash on lines of their own at head or foot, and behind the last sentence."""
    lines = _lines(reading)
    for line in [*lines[:_HEAD], *lines[_HEAD:][-_FOOT:]]:
        if match := _BRACKETED.fullmatch(line) or _DASHED.fullmatch(line):
            yield match[1]
    last = lines[-1] if lines else ""
    for start in range(max(1, len(last) - _LAST), len(last)):
        if match := _TAIL.fullmatch(last, start):
            yield match[1] or match[2]
            return


def _lines(reading: Reading) -> list[str]:
    """The lines that are part of the report, and those that were removed as a credit."""
    text, lines, at = reading.report.text, [], 0
    other = [cut.span for cut in reading.report.removed if "credit" not in cut.why]
    for line in text.split("\n"):
        ink = line.strip()
        if ink and not any(span.start <= at + line.index(ink) < span.end for span in other):
            lines.append(ink)
        at += len(line) + 1
    return lines


def _is_name(name: str) -> bool:
    parts = name.split()
    return 0 < len(parts) <= _MOST_WORDS and all(part[0].isupper() or part in _SMALL for part in parts)


def _means_another(name: str, text: str) -> bool:
    """Whether a name that says of itself no medium stands in the text also by itself, out of brackets and dashes."""
    if is_medium(name) or _INITIALS.fullmatch(name):
        return False
    alone = rf"(?<![(\[\w–—-])(?<![-–—]\s)\b(?i:{re.escape(name)})\b(?![ \u00a0]+[A-Z(]|[)\]])"
    return re.search(alone, text) is not None


def _spelt_out(name: str, text: str) -> Iterator[str]:
    """The names in the text of which these are the initials: "MPA" of "Meridian Press Agency"."""
    if not _INITIALS.fullmatch(name):
        return
    small = "|".join(map(re.escape, sorted(_SMALL)))
    parts = rf"[ \u00a0](?:(?:{small})[ \u00a0])?".join(rf"{letter}[\w’'-]{{1,30}}" for letter in name)
    yield from {match[0] for match in re.finditer(rf"\b{parts}\b", text)}
