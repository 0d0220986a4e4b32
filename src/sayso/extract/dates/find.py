"""Finds the time expressions of one paragraph: cut, fold, match the longest rule, join neighbours.

Stands alone because it is the order of those steps; each step has a module of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extract.dates.builders import BUILDERS
from sayso.extract.dates.calendar import OutsideCalendarError
from sayso.extract.dates.grammar import CORES, longest
from sayso.extract.dates.join import join
from sayso.extract.dates.names import fold_names
from sayso.extract.dates.numbers import fold
from sayso.extract.dates.view import View
from sayso.extract.dates.words import cut
from sayso.extract.dates.zones import fold_zones

if TYPE_CHECKING:
    from sayso.extract.dates.shapes import Mention
    from sayso.extract.dates.words import Lexeme

_RUN = re.compile("[^_]+")


def find(text: str, start: int, end: int) -> tuple[list[Lexeme], list[Mention]]:
    """The lexemes of ``text[start:end)`` and the time expressions among them, in text order, without overlap."""
    lexemes = fold_zones(fold_names(fold(cut(text, start, end))))
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
