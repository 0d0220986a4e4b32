"""Says of cells in rows and columns whether they are a table of numbers, and which of them are headings.

Stands alone because a table of a page and columns typed with blanks are one thing once their cells are known.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from sayso.lexicon import table, words
from sayso.stages import Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from sayso.model import Span
    from sayso.stages import Cell

LONGEST = 200
"""Code points of a cell; one with more holds prose, and its table is a page's layout."""
MOST = 4000
"""Cells of a table; one with more is a data set and no part of a report."""
FEWEST_AMOUNTS = 2
_AMOUNT = re.compile(
    r"[~≈<>≥≤±+−–-]?\s?(?:[A-Z]{0,3}[$€£¥₴₽₪]\s?)?[0-9]{1,3}(?:[.,'’ \u00a0\u2009\u202f]?[0-9]){0,18}"
    r"\s?(?:%|\+)?\s?(?:[*†‡]{1,3}|\[[0-9a-z]{1,2}\]|\([0-9a-z+−–%., -]{1,12}\))?"
)
_POINT = re.compile(r"[0-9]\.[0-9]")
_THOUSANDS = re.compile(r"(?<![0-9.,])[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?![0-9.,])")
_EDGE = 4
_LEFT = re.compile(r"(?:[\n\t|\u2502]|[ \u00a0]{2})[ ]?[~≈<>≥≤±+−–-]?$")
_RIGHT = re.compile(r"[*†‡]{0,2} ?(?:$|[\n\t|\u2502]|[ \u00a0]{2}|[ \u00a0]$)")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?:[-–/][0-9]{2,4})?")


@dataclass(frozen=True, slots=True)
class Laid:
    """A cell with its words and where they stand, ``[start, end)`` in whatever is cut into cells.

    `row`, `column`, `rows`, `columns` and `heading` as in `sayso.stages.Cell`; `heading` is first what markup says.
    """

    start: int
    end: int
    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    heading: bool = False


def numbers_in_rows(cells: Sequence[Laid]) -> tuple[Laid, ...]:
    """The cells of a table of numbers with its headings told apart; none where they are no such table.

    Heads of columns are the first rows, up to the first with an amount; a row is headed by what stands before its first
    amount, and a cell over the whole width heads the rows below it.
    """
    width = max((cell.column + cell.columns for cell in cells), default=0)
    if width < 2 or len(cells) > MOST or any(len(cell.text) > LONGEST for cell in cells):  # noqa: PLR2004 - a list has one
        return ()
    rows: dict[int, list[Laid]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    top = _heads(list(rows.values()))
    serial = {
        cell.column for at in top for cell in rows[at] if plain(cell.text) in words("tables", "headings", "serial")
    }
    body = {at: row for at, row in rows.items() if at not in top}
    by_year = all(_YEAR.fullmatch(row[0].text) for row in body.values())
    made: list[Laid] = [replace(cell, heading=True) for at in top for cell in rows[at]]
    for row in body.values():
        made.extend(_headed(row, width, serial, by_year=by_year))
    numbers = [cell for cell in made if not cell.heading]
    amounts = sum(_holds_amount(cell.text) for cell in numbers)
    told = amounts + sum(is_missing(cell.text) for cell in numbers)
    headed = len(made) > len(numbers)
    return tuple(made) if headed and amounts >= FEWEST_AMOUNTS and 2 * told >= len(numbers) and len(rows) > 1 else ()


def is_amount(text: str) -> bool:
    """Whether a cell holds one number, with or without a sign, a bound, a currency or a note's mark."""
    return _AMOUNT.fullmatch(text) is not None


def _holds_amount(text: str) -> bool:
    """Whether a cell holds a number, be it with a word for its bound ("about 300") or in brackets ("(+12)")."""
    bare = text.strip("()[] ")
    low = bare.lower()
    lead = max((len(phrase) for phrase in _hedges() if low.startswith(phrase + " ")), default=-1)
    return is_amount(text) or is_amount(bare) or is_amount(bare[lead + 1 :])


@cache
def _hedges() -> frozenset[str]:
    return frozenset(phrase for phrases in table("hedges")["before"].values() for phrase in phrases)


def is_missing(text: str) -> bool:
    """Whether a cell says that no number is told, or that it is nought."""
    low = text.lower()
    return low in words("tables", "cells", "missing") or low in words("tables", "cells", "none")


def with_points(texts: Iterable[str]) -> bool:
    """Whether points part thousands in a table: several numbers have three digits behind each, and none has others."""
    dotted = [text for text in texts if _POINT.search(text)]
    return len(dotted) >= FEWEST_AMOUNTS and all(_THOUSANDS.search(text) for text in dotted)


def in_cell(text: str, span: Span) -> bool:
    """Whether the number at `span` stands alone in a cell: between lines' ends, bars, tabulators or wide blanks."""
    before, behind = text[max(0, span.start - _EDGE) : span.start], text[span.end : span.end + _EDGE]
    return bool((span.start == 0 or _LEFT.search(before)) and _RIGHT.match(behind))


def is_total(text: str) -> bool:
    """Whether a heading says that its row or column is the sum of the others: "Total", "All offences"."""
    low = plain(text)
    first, _, rest = low.partition(" ")
    whole = first in words("tables", "headings", "whole") and len(rest.split()) == 1
    return whole or low in words("tables", "headings", "total")


def is_of_places(text: str) -> bool:
    """Whether a heading says that places stand under it: "District", "Towns"."""
    low = plain(text)
    return any(word in words("tables", "headings", "places") for word in (low, low.removesuffix("s")))


def plain(text: str) -> str:
    """The words of a heading in lower case, without blanks, marks of notes and colons at their edges."""
    return " ".join(text.lower().split()).strip("*†‡ :.")


def _heads(rows: Sequence[Sequence[Laid]]) -> set[int]:
    """The first rows, up to the first that holds an amount; a first row of years heads columns too."""
    found: set[int] = set()
    for row in rows:
        amounts = [cell for cell in row if _holds_amount(cell.text)]
        years = not found and len(amounts) > 1 and all(_YEAR.fullmatch(cell.text) for cell in amounts)
        years = years and (len(amounts) == len(row) or not is_amount(row[0].text))
        if amounts and not years and not all(cell.heading for cell in row):
            break
        found.add(row[0].row)
    return found if len(found) < len(rows) else set()


def _headed(row: Sequence[Laid], width: int, serial: Collection[int], *, by_year: bool) -> list[Laid]:
    """A row of the table's body with its headings told apart; numbers in `serial` columns only name a row."""
    if len(row) == 1 and row[0].columns >= width and not _holds_amount(row[0].text):
        return [replace(row[0], heading=True)]
    made: list[Laid] = []
    ahead = True
    for cell in row:
        dated = (by_year and cell is row[0]) or cell.column in serial
        ahead = ahead and (dated or cell.heading or not (_holds_amount(cell.text) or is_missing(cell.text)))
        made.append(replace(cell, heading=ahead))
    return made


def set_among(paragraphs: Sequence[Paragraph], tables: Sequence[Table]) -> tuple[Paragraph, ...]:
    """The paragraphs with each cell as one more, in text order."""
    cells = [Paragraph(cell.span, "cell") for table in tables for cell in table.cells]
    return tuple(sorted((*paragraphs, *cells), key=lambda one: one.span))


def captioned(tabled: Table, paragraphs: Sequence[Paragraph]) -> Table:
    """The table with the paragraph right before it as its caption: a short one that heads it or speaks of a table."""
    at = bisect_left(paragraphs, tabled.span.start, key=lambda one: one.span.start) - 1
    return replace(tabled, caption=paragraphs[at].span) if at >= 0 and paragraphs[at].kind != "cell" else tabled


@dataclass(frozen=True, slots=True)
class Headings:
    """What a cell stands under and beside: heads of its column and of its row, the nearest first, and of its group.

    `corners`: what stands over the heads of its row ("District").
    """

    columns: tuple[Cell, ...]
    rows: tuple[Cell, ...]
    group: Cell | None
    corners: tuple[Cell, ...] = ()

    def __iter__(self) -> Iterator[Cell]:
        """All of them, those of the column first."""
        return iter((*self.columns, *self.rows, *((self.group,) if self.group is not None else ())))


def headings(tabled: Table) -> dict[Span, Headings]:
    """The headings of each cell that is none itself, by the cell's span."""
    body = min((cell.row for cell in tabled.cells if not cell.heading), default=0)
    above = [cell for cell in tabled.cells if cell.heading and cell.row < body]
    columns: dict[int, list[Cell]] = {}
    for cell in above:
        for column in range(cell.column, min(cell.column + cell.columns, cell.column + MOST)):
            columns.setdefault(column, []).insert(0, cell)
    found: dict[Span, Headings] = {}
    running: list[Cell] = []
    row, group = -1, None
    for cell in tabled.cells:
        if cell.row < body:
            continue
        if cell.row != row:
            row = cell.row
            running = [head for head in running if head.row + head.rows > row]
        if not cell.heading:
            corners = tuple(corner for head in running for corner in columns.get(head.column, ()))
            found[cell.span] = Headings(tuple(columns.get(cell.column, ())), tuple(running), group, corners)
        elif cell.columns > 1:
            group = cell
        else:
            running.insert(0, cell)
    return found
