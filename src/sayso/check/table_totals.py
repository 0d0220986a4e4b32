"""Finds a total of a table that is not the sum of its row or column.

Stands alone because in a table it is told what is a part of what: no search for parts is needed, only for reasons why
they may rightly make another sum.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.check.counting import told
from sayso.check.judgement import Found, Judgement, LetGo
from sayso.clean.tabular import headings, is_total, plain, with_points
from sayso.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sayso.check.facts import Facts
    from sayso.clean.tabular import Headings
    from sayso.model import Span
    from sayso.stages import Cell, Table

RULE = "total-of-table"
FEWEST = 2
MOST = 100
"""Parts of one total that are added up."""
SHOWN = 12
"""Parts that are printed in a sum."""
NEAR = 0.5
"""Of the total, by which the sum is at most off: more is another sort of number."""
AROUND = 400
"""Characters before and behind a table in which a note may say that sums are off."""
_MARKED = re.compile(r"[*†‡]\s*$|[^\W\d_]\d\s*$")
_PLAIN = re.compile(r"[0-9]{1,3}(?:[,' \u00a0\u2009\u202f]?[0-9]{3})*(?:\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class _Line:
    """A total with its parts, in one row or column."""

    total: Cell
    parts: tuple[Cell, ...]


def judge(facts: Facts) -> Iterator[Judgement]:
    """At most one finding for each total of a row or a column, whose parts are all told and exact."""
    for table in facts.cleaned.tables:
        stands = headings(table)
        for line in (*_columns(facts, table, stands), *_rows(facts, table, stands)):
            spans = (*(part.span for part in line.parts), line.total.span)
            reason = _doubt(facts, table, line) or _noted(facts, stands[line.total.span])
            dotted = with_points(cell.span.of(facts.text) for cell in table.cells if not cell.heading)
            numbers = [_number(facts, cell, dotted=dotted) for cell in line.parts]
            total, amounts = _number(facts, line.total, dotted=dotted), [one for one in numbers if one is not None]
            if reason is None and total is not None:
                added = round(sum(amounts), 6)
                if added == total or abs(added - total) <= _slack(facts, line):
                    continue
                if abs(added - total) > NEAR * max(total, added):
                    reason = "so far from its sum the total is of something else"
            if reason is not None or total is None:
                yield LetGo(RULE, reason or "the total is no plain number", spans)
                continue
            yield Found(
                "sum-mismatch", RULE, "high", f"{_sum(amounts)} is {told(added)}; the table says {told(total)}.", spans
            )


def _columns(facts: Facts, table: Table, stands: Mapping[Span, Headings]) -> Iterator[_Line]:
    """The total at the foot or the head of each column, with the other numbers of its column."""
    totals = {cell.row for cell in table.cells if cell.heading and cell.span not in stands and _is_sum(facts, cell)}
    rows = sorted({cell.row for cell in table.cells if cell.span in stands})
    if len(totals & set(rows)) != 1 or not (totals & {rows[0], rows[-1]}):
        return
    (row,) = totals & set(rows)
    by_column: dict[int, list[Cell]] = {}
    for cell in table.cells:
        if cell.span in stands:
            by_column.setdefault(cell.column, []).append(cell)
    for cells in by_column.values():
        total = next((cell for cell in cells if cell.row == row), None)
        parts = tuple(cell for cell in cells if cell.row != row)
        aside = any(_is_aside(facts, head) for cell in parts for head in stands[cell.span].rows)
        aside = aside or any(_unsummed(facts, head) for cell in cells for head in stands[cell.span].columns)
        grouped = any(stands[cell.span].group is not None for cell in cells)
        if total is not None and not aside and not grouped and len(parts) == len(rows) - 1:
            yield _Line(total, parts)


def _rows(facts: Facts, table: Table, stands: Mapping[Span, Headings]) -> Iterator[_Line]:
    """The total at an end of each row, with the other numbers under the same upper heading, or all of them."""
    by_row: dict[int, list[Cell]] = {}
    for cell in table.cells:
        if cell.span in stands:
            by_row.setdefault(cell.row, []).append(cell)
    for cells in by_row.values():
        totals = [cell for cell in cells if any(_is_sum(facts, head) for head in stands[cell.span].columns[:1])]
        if len(totals) != 1:
            continue
        over = stands[totals[0].span].columns[1:2]
        parts = tuple(cell for cell in cells if cell is not totals[0] and stands[cell.span].columns[1:2] == over)
        heads = [head for cell in parts for head in stands[cell.span].columns[:1]]
        aside = len(heads) < len(parts) or any(_is_aside(facts, head) for head in heads)
        at_end = totals[0] in (cells[0], cells[-1]) or bool(over)
        if at_end and not aside:
            yield _Line(totals[0], parts)


def _is_sum(facts: Facts, cell: Cell) -> bool:
    return is_total(cell.span.of(facts.text))


def _is_aside(facts: Facts, cell: Cell) -> bool:
    """Whether a heading is of numbers that are no part of a sum: "of which", a subtotal, an average, a share."""
    low = plain(cell.span.of(facts.text))
    named = words("tables", "headings", "partial") | words("tables", "headings", "total")
    led = any(low.startswith(word + " ") for word in words("tables", "headings", "part"))
    return low in named or low in words("tables", "headings", "serial") or led or _unsummed(facts, cell)


def _unsummed(facts: Facts, cell: Cell) -> bool:
    """Whether a heading is of numbers that no one adds up: rates, prices, shares."""
    low = plain(cell.span.of(facts.text))
    return "%" in low or not words("tables", "headings", "unsummed").isdisjoint(low.split())


def _doubt(facts: Facts, table: Table, line: _Line) -> str | None:
    """Why a total may rightly differ from the sum of what stands beside it."""
    if not FEWEST <= len(line.parts) <= MOST:
        return "too few or too many parts are told"
    if any(_number(facts, cell) is None for cell in line.parts):
        return "one of the parts is not told, or is no exact number"
    span = table.span
    near = facts.text[max(0, span.start - AROUND) : span.end + AROUND].lower()
    if any(phrase in near for phrase in words("tables", "headings", "rounded")):
        return "the text says that sums may be off"
    return None


def _noted(facts: Facts, stands: Headings) -> str | None:
    """Whether the heading of the total has a note's mark, so that it may hold more than its parts."""
    marked = any(_MARKED.search(head.span.of(facts.text)) for head in stands)
    return "a note stands by its heading" if marked else None


def _number(facts: Facts, cell: Cell, *, dotted: bool = False) -> float | None:
    """The plain number of a cell, with no sign, bound, note or unit; null where it holds anything else."""
    text = cell.span.of(facts.text).strip()
    text = text.replace(".", ",") if dotted else text
    if text.lower() in words("tables", "cells", "none"):
        return 0.0
    if not _PLAIN.fullmatch(text):
        return None
    return float(re.sub(r"[^0-9.]", "", text))


def _slack(facts: Facts, line: _Line) -> float:
    """By how much rounding may put the sum off: half of the last place for each printed number with decimals."""
    printed = [cell.span.of(facts.text) for cell in (*line.parts, line.total)]
    if with_points(printed):
        return 0.0
    places = max(len(text.partition(".")[2]) for text in printed)
    return 0.0 if places == 0 else len(printed) * 0.5 * float(10**-places)


def _sum(amounts: Sequence[float]) -> str:
    shown = [told(amount) for amount in amounts]
    if len(shown) > SHOWN:
        shown = [*shown[: SHOWN - 2], "...", shown[-1]]
    return " + ".join(shown)
