"""Finds the tables of numbers of a page, and puts their cells where the article has a part of them.

Stands alone because the article is lines, and a number in a cell means nothing without its row and column.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from sayso.clean.html.placing import Placed
from sayso.clean.tabular import LONGEST, MOST, Laid, numbers_in_rows
from sayso.stages import Cell, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sayso.clean.html.stream import Stream
    from sayso.clean.html.tokens import Piece

MOST_BUSY = 300
"""Cells that reach down into a row; a table with more is no table for readers."""
MOST_BLANK = 50
"""So many tabulators stand at most between two cells."""
_CELLS = frozenset({"td", "th"})
_MOST_SPANNED = 1000


@dataclass(slots=True)
class _Open:
    """A table while its markup is read; `busy`: columns ``[first, last)`` that a cell above fills up to a row."""

    cells: list[Laid] = field(default_factory=list)
    row: int = -1
    column: int = 0
    busy: list[tuple[int, int, int]] = field(default_factory=list)
    cell: _OpenCell | None = None
    outer: bool = False
    sunk: bool = False


@dataclass(slots=True)
class _OpenCell:
    rows: int
    columns: int
    heading: bool
    words: list[str] = field(default_factory=list)
    size: int = 0
    start: int = -1
    end: int = -1


def tables_of(parts: Iterable[Piece]) -> list[tuple[Laid, ...]]:
    """The tables of numbers in page order, cells at code points of the page; one that holds another is a layout."""
    found: list[_Open] = []
    above: list[_Open] = []
    for part in parts:
        if part.kind == "open" and part.text == "table":
            for table in above:
                table.outer = True
            above.append(_Open())
            found.append(above[-1])
        elif above:
            _read(above[-1], part)
            if part.kind == "close" and part.text == "table":
                above.pop()
    return [laid for table in found if not (table.outer or table.sunk) and (laid := numbers_in_rows(table.cells))]


def _read(table: _Open, part: Piece) -> None:
    if part.kind in ("text", "reference"):
        _take(table, part)
    elif part.text in _CELLS or part.text in ("tr", "table", "caption"):
        _close(table)
        if part.kind == "open" and part.text == "tr":
            table.row += 1
            table.column = 0
            table.busy = [one for one in table.busy if one[2] > table.row]
        elif part.kind == "open" and part.text in _CELLS:
            table.row = max(table.row, 0)
            given = dict(part.attributes)
            table.cell = _OpenCell(_span(given, "rowspan"), _span(given, "colspan"), part.text == "th")


def _span(given: dict[str, str], name: str) -> int:
    value = given.get(name, "").strip()
    return max(1, min(int(value), _MOST_SPANNED)) if value.isascii() and value.isdigit() and len(value) <= 4 else 1  # noqa: PLR2004


def _take(table: _Open, part: Piece) -> None:
    cell = table.cell
    if cell is None or not part.text.strip():
        if cell is not None and cell.words:
            cell.words.append(" ")
        return
    if cell.size <= LONGEST:
        cell.words.append(part.text)
    cell.size += len(part.text)
    cell.start = part.start if cell.start < 0 else cell.start
    cell.end = part.end


def _close(table: _Open) -> None:
    cell, table.cell = table.cell, None
    if cell is None or table.sunk:
        return
    column = table.column
    for first, last, _ in sorted(table.busy):
        column = last if first <= column < last else column
    if cell.start >= 0:
        text = " ".join("".join(cell.words).split())
        table.cells.append(
            Laid(cell.start, cell.end, text, table.row, column, cell.rows, cell.columns, heading=cell.heading)
        )
    if cell.rows > 1:
        table.busy.append((column, column + cell.columns, table.row + cell.rows))
    table.column = column + cell.columns
    table.sunk = table.sunk or len(table.cells) > MOST or len(table.busy) > MOST_BUSY


@dataclass(frozen=True, slots=True)
class WithTables:
    """The placed paragraphs with cells among them: `cells` says of which table and what cell each one is."""

    placed: tuple[Placed, ...]
    cells: dict[int, tuple[int, Laid]]

    @property
    def between(self) -> dict[int, str]:
        """What stands before each cell but the first of its table: a line's end for a new row, a tabulator a column."""
        widths: dict[int, int] = {}
        for number, cell in self.cells.values():
            widths[number] = max(widths.get(number, 0), cell.column + 1)
        found: dict[int, str] = {}
        for at, (number, cell) in self.cells.items():
            before, last = self.cells.get(at - 1, (None, cell))
            if before == number and cell.row == last.row:
                found[at] = _blank(cell.column - last.column)
            elif before == number:
                found[at] = f"{_blank(widths[number] - 1 - last.column)}\n{_blank(cell.column)}"
        return found


def with_tables(stream: Stream, placed: Sequence[Placed], tables: Sequence[Sequence[Laid]]) -> WithTables:
    """Each table of which the article has a part stands in it whole, each of its cells a paragraph."""
    kept = sorted(placed, key=lambda spot: spot.start)
    gone: set[int] = set()
    added: list[tuple[Placed, int, Laid]] = []
    for number, cells in enumerate(tables):
        spots = [_spot(stream, cell) for cell in cells]
        first, last = min(start for start, _ in spots), max(end for _, end in spots)
        met = _meeting(kept, first, last)
        if not met or any(kept[at].start < first or kept[at].end > last for at in met):
            continue
        gone.update(met)
        rows = zip(spots, cells, strict=True)
        added.extend((Placed(start, end, "cell"), number, cell) for (start, end), cell in rows if end > start)
    left = ((spot, -1, None) for at, spot in enumerate(kept) if at not in gone)
    whole = sorted([*left, *added], key=lambda row: row[0].start)
    cells_at = {at: (number, cell) for at, (_, number, cell) in enumerate(whole) if cell is not None}
    return WithTables(tuple(spot for spot, _, _ in whole), cells_at)


def _blank(columns: int) -> str:
    return "\t" * min(columns, MOST_BLANK)


def _meeting(kept: Sequence[Placed], first: int, last: int) -> range:
    """The numbers of the paragraphs, which lie apart in order, that share characters with ``[first, last)``."""
    start = bisect_right(kept, first, key=lambda spot: spot.end)
    return range(start, max(start, bisect_left(kept, last, key=lambda spot: spot.start)))


def _spot(stream: Stream, cell: Laid) -> tuple[int, int]:
    """The ink of the cell in the stream."""
    start, end = (int(at) for at in np.searchsorted(stream.starts, (cell.start, cell.end)))
    ink = np.flatnonzero(~stream.space[start:end])
    return (start + int(ink[0]), start + int(ink[-1]) + 1) if len(ink) else (start, start)


def told_tables(found: WithTables, paragraphs: Sequence[Paragraph]) -> tuple[Table, ...]:
    """The tables with their cells where they stand in the article's text."""
    tables: dict[int, list[Cell]] = {}
    for at, (number, laid) in found.cells.items():
        cell = Cell(paragraphs[at].span, laid.row, laid.column, laid.rows, laid.columns, heading=laid.heading)
        tables.setdefault(number, []).append(cell)
    return tuple(Table(tuple(cells)) for cells in tables.values())
