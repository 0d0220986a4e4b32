"""Finds tables typed as text: lines whose words stand in columns, apart by bars, tabulators or wide blanks.

Stands alone because such lines are no sentences: read as running text, the number of one column counts the next row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.clean.tabular import Laid, numbers_in_rows
from sayso.model import Removed, Span
from sayso.stages import Cell, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.clean.text.lines import Line

_RULE = re.compile(r"[-=_+|:. \u2500-\u257f]+")
_BAR = re.compile(r"[ \t]*[|\u2502][ \t]*")
_BARS = re.compile(r"[|\u2502]+")
_TAB = re.compile(r"[ ]*\t[ \t]*")
_WIDE = re.compile(r"[ \u00a0]{2,}")
_LONGEST_LINE = 1000
FEWEST_ROWS = 2
WIDE_ROWS = 3
"""Lines that wide blanks alone must cut alike: two may be chance, or a line set to both margins."""

Cut = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Typed:
    """A table with the lines that it is made of, by their number and as spans, and the bars between its cells."""

    table: Table
    lines: frozenset[int]
    spans: tuple[Span, ...]
    bars: tuple[Removed, ...]


def typed_tables(text: str, lines: Sequence[Line]) -> list[Typed]:
    """The tables among the lines, in text order; offsets count code points of `text`. Linear in its length."""
    found: list[Typed] = []
    for mark in (_BAR, _TAB, _WIDE):
        taken = {at for one in found for at in one.lines}
        for block in _blocks(text, lines, mark, taken):
            laid = numbers_in_rows(_laid(text, block))
            if laid:
                cells = tuple(Cell(Span(c.start, c.end), c.row, c.column, heading=c.heading) for c in laid)
                own = [at for at, _ in block]
                bars = tuple(bar for at in own for bar in _bars(text, lines[at])) if mark is _BAR else ()
                spans = tuple(Span(lines[at].start, lines[at].end) for at in own)
                found.append(Typed(Table(cells), frozenset(own), spans, bars))
    return sorted(found, key=lambda one: one.table.span)


def _blocks(
    text: str, lines: Sequence[Line], mark: re.Pattern[str], taken: set[int]
) -> Iterator[list[tuple[int, list[Cut]]]]:
    """Runs of lines that `mark` cuts into as many columns, each line with its cuts; lines of rules are passed over."""
    block: list[tuple[int, list[Cut]]] = []
    for at, line in enumerate(lines):
        if at not in taken and block and not line.gap and _RULE.fullmatch(line.text):
            continue
        cuts = _cuts(text, line, mark) if at not in taken and line.end - line.start <= _LONGEST_LINE else []
        fits = not block or (not line.gap and _width(block, cuts) is not None)
        if len(cuts) > 1 and fits:
            block.append((at, cuts))
            continue
        yield from _done(block, mark)
        block = [(at, cuts)] if len(cuts) > 1 else []
    yield from _done(block, mark)


def _done(block: list[tuple[int, list[Cut]]], mark: re.Pattern[str]) -> Iterator[list[tuple[int, list[Cut]]]]:
    if len(block) >= (WIDE_ROWS if mark is _WIDE else FEWEST_ROWS):
        yield block


def _width(block: list[tuple[int, list[Cut]]], cuts: list[Cut]) -> int | None:
    """How many columns a block has that `cuts` goes on: as many, or one more than its first line (without a corner)."""
    last = len(block[-1][1])
    if len(cuts) == last or (len(block) == 1 and len(cuts) == last + 1):
        return len(cuts)
    return None


def _cuts(text: str, line: Line, mark: re.Pattern[str]) -> list[Cut]:
    """The cells of a line as offsets; an empty one is kept where bars or tabulators say that it is there."""
    found: list[Cut] = []
    start = line.start
    for gap in mark.finditer(text, line.start, line.end):
        if gap.start() > line.start:
            found.append((start, gap.start()))
        start = gap.end()
    if start < line.end:
        found.append((start, line.end))
    return found


def _bars(text: str, line: Line) -> Iterator[Removed]:
    for bar in _BARS.finditer(text, line.start, line.end):
        yield Removed(Span(bar.start(), bar.end()), "separator")


def _laid(text: str, block: list[tuple[int, list[Cut]]]) -> list[Laid]:
    """The cells that have ink, by row and column; a first line without a corner begins with the second column."""
    widest = len(block[-1][1])
    shift = widest - len(block[0][1])
    made: list[Laid] = []
    for row, (_, cuts) in enumerate(block):
        for column, (start, end) in enumerate(cuts):
            if end > start:
                made.append(Laid(start, end, text[start:end], row, column + (shift if row == 0 else 0)))
    return made
