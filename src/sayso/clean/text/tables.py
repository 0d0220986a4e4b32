"""Finds tables typed as text: lines whose words stand in columns, apart by bars, tabulators or wide blanks.

Stands alone because such lines are no sentences: read as running text, the number of one column counts the next row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
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
_KNOWN = 40
"""So many lines of a table say where its columns stand."""
FEWEST_ROWS = 2
WIDE_ROWS = 3
"""Lines that wide blanks alone must cut alike: two may be chance, or a line set to both margins."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """A part of a line: offsets ``[start, end)``, its column, and ``[left, right)`` in characters of its line."""

    start: int
    end: int
    column: int
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class _Row:
    """A line with its number and what it is cut into."""

    number: int
    cuts: tuple[_Cut, ...]


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
                own = _with_rules(lines, [row.number for row in block])
                bars = tuple(bar for at in own for bar in _bars(text, lines[at], mark))
                spans = tuple(Span(lines[at].start, lines[at].end) for at in own)
                found.append(Typed(Table(cells), frozenset(own), spans, bars))
    return sorted(found, key=lambda one: one.table.span)


def _blocks(text: str, lines: Sequence[Line], mark: re.Pattern[str], taken: set[int]) -> Iterator[list[_Row]]:
    """Runs of lines that `mark` cuts into the same columns; lines of rules are passed over."""
    block: list[_Row] = []
    for at, line in enumerate(lines):
        if at not in taken and block and not line.gap and _is_rule(line):
            continue
        short = at not in taken and line.end - line.start <= _LONGEST_LINE
        cuts = _cuts(text, line, mark) if short else ()
        fitting = _fitting(block, cuts, mark) if block and not line.gap else cuts
        if len(fitting) > 1:
            block.append(_Row(at, fitting))
            continue
        yield from _done(block, mark)
        block = [_Row(at, cuts)] if len(cuts) > 1 else []
    yield from _done(block, mark)


def _done(block: list[_Row], mark: re.Pattern[str]) -> Iterator[list[_Row]]:
    if len(block) >= (WIDE_ROWS if mark is _WIDE else FEWEST_ROWS):
        yield block


def _fitting(block: list[_Row], cuts: tuple[_Cut, ...], mark: re.Pattern[str]) -> tuple[_Cut, ...]:
    """The cuts of a line that goes on with the block, in its columns; none where it does not.

    It has as many as the block is wide, or one more than its first line (without a corner); between wide blanks a cell
    may be empty, and the others then stand under those of other lines.
    """
    known = block[:_KNOWN]
    width = max(len(row.cuts) for row in known)
    if len(cuts) == width or (len(block) == 1 and len(cuts) == width + 1):
        return cuts
    if mark is not _WIDE or len(cuts) > width or len(block) == 1:
        return ()
    columns = [_under(cut, known, width) for cut in cuts]
    rising = all(one < two for one, two in pairwise(columns))
    if not rising or not columns or columns[0] < 0:
        return ()
    return tuple(replace(cut, column=column) for cut, column in zip(cuts, columns, strict=True))


def _under(cut: _Cut, block: list[_Row], width: int) -> int:
    """The only column of full lines over or under which a cut stands; -1 where there are several, or none."""
    full = [row.cuts for row in block if len(row.cuts) == width]
    met = {one.column for row in full for one in row if one.left < cut.right and cut.left < one.right}
    return met.pop() if len(met) == 1 else -1


def _cuts(text: str, line: Line, mark: re.Pattern[str]) -> tuple[_Cut, ...]:
    """The cells of a line; an empty one is kept where bars or tabulators say that it is there."""
    edges: list[tuple[int, int]] = []
    start = line.start
    for gap in mark.finditer(text, line.start, line.end):
        if gap.start() > line.start:
            edges.append((start, gap.start()))
        start = gap.end()
    if start < line.end:
        edges.append((start, line.end))
    zero = line.start - line.indent
    return tuple(_Cut(one, end, column, one - zero, end - zero) for column, (one, end) in enumerate(edges))


def _with_rules(lines: Sequence[Line], own: Sequence[int]) -> list[int]:
    """The numbers of a table's lines with those of the rules between, over and under them."""
    first = own[0] - (own[0] > 0 and _is_rule(lines[own[0] - 1]))
    last = own[-1] + (own[-1] + 1 < len(lines) and not lines[own[-1] + 1].gap and _is_rule(lines[own[-1] + 1]))
    return list(range(first, last + 1))


def _is_rule(line: Line) -> bool:
    return _RULE.fullmatch(line.text) is not None


def _bars(text: str, line: Line, mark: re.Pattern[str]) -> Iterator[Removed]:
    """What is no cell's: a rule's line, and bars where they part the columns."""
    if _is_rule(line):
        yield Removed(Span(line.start, line.end), "separator")
        return
    for bar in () if mark is not _BAR else _BARS.finditer(text, line.start, line.end):
        yield Removed(Span(bar.start(), bar.end()), "separator")


def _laid(text: str, block: list[_Row]) -> list[Laid]:
    """The cells that have ink, by row and column; a first line without a corner begins with the second column."""
    shift = max(len(row.cuts) for row in block) - len(block[0].cuts)
    return [
        Laid(cut.start, cut.end, text[cut.start : cut.end], at, cut.column + (shift if at == 0 else 0))
        for at, row in enumerate(block)
        for cut in row.cuts
        if cut.end > cut.start
    ]
