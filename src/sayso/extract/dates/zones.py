"""Folds the words of a time zone behind a clock time into one lexeme: "UTC+3", "(GMT +8)", "Eastern Time".

Stands alone because a zone is several words in many ways, and the grammar counts on one lexeme.
"""

from __future__ import annotations

from sayso.extract.dates.words import KINDS, Lexeme
from sayso.lexicon import table

_CLOCKS = "vNyn"  # what a zone stands behind: "18:00", "6 p.m.", "0700"
_LARGEST = 14  # hours from UTC
_LONGEST_NAME = 3  # words: "Eastern Standard Time"


def fold_zones(lexemes: list[Lexeme]) -> list[Lexeme]:
    """The same lexemes with each zone behind a clock time as one; its value is null where its offset is not told."""
    out: list[Lexeme] = []
    at = 0
    while at < len(lexemes):
        stop, value = _zone(lexemes, at) if out and out[-1].kind in _CLOCKS else (at, None)
        if stop == at:
            out.append(lexemes[at])
            at += 1
            continue
        first, last = lexemes[at], lexemes[stop - 1]
        out.append(Lexeme(KINDS["zone"], value, first.start, last.end, first.text))
        at = stop
    return out


def _zone(lexemes: list[Lexeme], at: int) -> tuple[int, int | None]:
    """Where the zone that begins at `at` ends, and its offset in minutes; `at` itself where none begins."""
    if lexemes[at].text == "(":
        inside = at + 1 < len(lexemes) and lexemes[at + 1].text != "("
        stop, value = _zone(lexemes, at + 1) if inside else (at + 1, None)
        closed = stop > at + 1 and stop < len(lexemes) and lexemes[stop].text == ")"
        return (stop + 1, value) if closed else (at, None)
    if lexemes[at].kind == KINDS["zone"]:
        offset = lexemes[at].value if isinstance(lexemes[at].value, int) else None
        stop, added = _offset(lexemes, at + 1) if offset == 0 else (at + 1, 0)
        return stop, None if offset is None else offset + added
    return _named(lexemes, at), None


def _offset(lexemes: list[Lexeme], at: int) -> tuple[int, int]:
    """Where "+3", "+ 8" or "+5:30" at `at` ends, and its minutes."""
    sign = lexemes[at].text if at + 1 < len(lexemes) else ""
    hours, _, minutes = lexemes[at + 1].text.partition(":") if sign in ("+", "-", "\u2212") else ("", "", "")
    if not (hours.isascii() and hours.isdigit() and len(hours) <= 2 and int(hours) <= _LARGEST):  # noqa: PLR2004
        return at, 0
    count = int(hours) * 60 + (int(minutes) if minutes.isascii() and minutes.isdigit() else 0)
    return at + 2, count if sign == "+" else -count


def _named(lexemes: list[Lexeme], at: int) -> int:
    """Where "local time", "Miren time", "Eastern Standard Time" at `at` ends; such a zone has no offset of its own."""
    for stop in range(at + 1, min(at + _LONGEST_NAME, len(lexemes))):
        words = lexemes[at:stop]
        if lexemes[stop].text == "Time" and all(word.text.lower() in _long_names() for word in words):
            return stop + 1
        if lexemes[stop].text == "time" and all(_names_place(word) for word in words):
            return stop + 1
    return at


def _long_names() -> list[str]:
    return table("dates")["zone_names"]["words"]  # type: ignore[no-any-return]


def _names_place(word: Lexeme) -> bool:
    return word.text.lower() == "local" or (word.kind == KINDS["other"] and word.text[0].isupper())
