"""Finds the time expressions of one paragraph: cut, fold, match the longest rule, join neighbours.

Stands alone because it is the order of those steps; each step has a module of its own.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from sayso.extract.dates.builders import BUILDERS
from sayso.extract.dates.calendar import OutsideCalendarError
from sayso.extract.dates.grammar import CORES, longest
from sayso.extract.dates.join import join
from sayso.extract.dates.numbers import fold
from sayso.extract.dates.view import View
from sayso.extract.dates.words import KINDS, Lexeme, cut
from sayso.lexicon import table

if TYPE_CHECKING:
    from sayso.extract.dates.shapes import Mention

_RUN = re.compile("[^_]+")


def find(text: str, start: int, end: int) -> tuple[list[Lexeme], list[Mention]]:
    """The lexemes of ``text[start:end)`` and the time expressions among them, in text order, without overlap."""
    lexemes = _feasts(fold(cut(text, start, end)))
    kinds = "".join([lexeme.kind for lexeme in lexemes])
    mentions: list[Mention] = []
    for run in _RUN.finditer(kinds):
        if not CORES.isdisjoint(run.group()):
            _scan(kinds, run.start(), run.end(), lexemes, mentions)
    return lexemes, join(mentions, lexemes)


def _scan(kinds: str, at: int, stop: int, lexemes: list[Lexeme], mentions: list[Mention]) -> None:
    while at < stop:
        for match in longest(kinds, at, stop):
            try:
                found = BUILDERS[match.rule](View(match, lexemes))
            except OutsideCalendarError:
                continue
            if found:
                mentions.extend(found)
                at = match.last
                break
        else:
            at += 1


@cache
def _feast_names() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Holidays by their first word, longest first, as the lexemes that spell them."""
    holidays = table("holidays")
    names: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for section in ("fixed", "weekday", "easter"):
        for name in holidays[section]:
            words = tuple(lexeme.text for lexeme in cut(name, 0, len(name)) if lexeme.kind != ".")
            names.setdefault(words[0], []).append((words, name))
    for options in names.values():
        options.sort(key=lambda option: -len(option[0]))
    return names


def _feasts(lexemes: list[Lexeme]) -> list[Lexeme]:
    """The lexemes with the name of each holiday as one; names count only where they begin with a capital."""
    names = _feast_names()
    out: list[Lexeme] = []
    at = 0
    while at < len(lexemes):
        lexeme = lexemes[at]
        options = names.get(lexeme.text.lower()) if lexeme.text[0].isupper() else None
        name = _spelt(lexemes, at, options) if options else None
        if name is None:
            out.append(lexeme)
            at += 1
        else:
            words, value = name
            last = lexemes[at + len(words) - 1]
            out.append(Lexeme(KINDS["holiday"], value, lexeme.start, last.end, lexeme.text))
            at += len(words)
    return out


def _spelt(
    lexemes: list[Lexeme], at: int, options: list[tuple[tuple[str, ...], str]]
) -> tuple[tuple[str, ...], str] | None:
    for words, name in options:
        ahead = lexemes[at : at + len(words)]
        if tuple(lexeme.text.lower().replace("\u2019", "'") for lexeme in ahead) == words:
            return words, name
    return None
