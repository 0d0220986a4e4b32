"""Folds names of several words into one lexeme: holidays, and months and eras of other calendars.

Stands alone because the grammar counts on one name being one lexeme, as it does with numbers.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from sayso.extract.dates.words import KINDS, Lexeme, cut
from sayso.lexicon import table

_Spelling = tuple[str, ...]
_HOLIDAYS = ("fixed", "weekday", "easter", "hijri", "jalali")
_APOSTROPHES = str.maketrans(dict.fromkeys("\u2019\u2018\u02bf\u02be\u02bc`", "'"))


@cache
def _names() -> dict[str, list[tuple[_Spelling, str, Any]]]:
    """Kind and value of every name, by its first word, longest first, as the lexemes that spell it."""
    names: dict[str, list[tuple[_Spelling, str, Any]]] = {}

    def add(name: str, kind: str, value: object) -> None:
        full = tuple(lexeme.text for lexeme in cut(name, 0, len(name)))
        for words in {full, tuple(word for word in full if word != ".")}:
            names.setdefault(words[0], []).append((words, kind, value))

    for section in _HOLIDAYS:
        for name in table("holidays")[section]:
            add(name, "holiday", name)
    for calendar in ("hijri", "jalali"):
        rules = table("calendars")[calendar]
        for name, number in rules["months"].items():
            add(name, "other-month", (calendar, number, name in rules.get("plain", ()), name in rules["needs_day"]))
        for name in rules["eras"]:
            add(name, "era", calendar)
    for options in names.values():
        options.sort(key=lambda option: -len(option[0]))
    return names


def fold_names(lexemes: list[Lexeme]) -> list[Lexeme]:
    """The lexemes with each name as one; names count only where they begin with a capital, eras beside a year."""
    names = _names()
    out: list[Lexeme] = []
    at = 0
    while at < len(lexemes):
        lexeme = lexemes[at]
        options = names.get(lexeme.text.lower(), ())
        found = next((one for one in options if _spells(lexemes, at, one)), None)
        if found is None or not (lexeme.text[0].isupper() or (found[1] == "era" and out and out[-1].kind == "y")):
            out.append(lexeme)
            at += 1
            continue
        words, kind, value = found
        last = lexemes[at + len(words) - 1]
        out.append(Lexeme(KINDS[kind], value, lexeme.start, last.end, lexeme.text))
        at += len(words)
    return out


def _spells(lexemes: list[Lexeme], at: int, name: tuple[_Spelling, str, Any]) -> bool:
    words = name[0]
    ahead = lexemes[at : at + len(words)]
    return tuple(lexeme.text.lower().translate(_APOSTROPHES) for lexeme in ahead) == words
