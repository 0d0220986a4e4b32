"""Asks a SQLite ledger for its rows, typed, in the order in which they were added.

Stands alone because reading a ledger can change nothing, and may go on while another process writes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from sayso.errors import LedgerError

from .columns import TABLES
from .connecting import told
from .linkrows import Removal, Review
from .packing import unpack
from .rows import ReportRow
from .store import Head, Placed, Wanted

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

Row = TypeVar("Row")

_HEAD = "SELECT entry, id, path, address, original, charset, added FROM reports"
_REPORT = (
    "SELECT r.id, r.path, r.address, r.outlet, r.title, r.published, r.language, r.text, r.added, v.id, r.status, r.why"
    " FROM reports AS r LEFT JOIN reports AS v ON v.entry = r.version_of"
)
_MORE = {"figures": ("a.act", " LEFT JOIN attributions AS a ON a.report = t.report AND a.id = t.attribution")}
"""What else is asked of a table, and the join that gives it."""
_COLUMNS = {table.name: table.columns for table in TABLES}


_LOOSELY = {"place": " COLLATE NOCASE"}
"""What is printed now in capitals and now not."""


def _where(alias: str, wanted: Wanted) -> tuple[str, list[str | int]]:
    """The condition for what is wanted: columns are named by this package, values are always bound."""
    asked = {column: value for column, value in wanted.items() if value is not None}
    condition = " AND ".join(f"{alias}.{column} = ?{_LOOSELY.get(column, '')}" for column in asked)
    return (f" WHERE {condition}" if asked else ""), list(asked.values())


def rows(
    connection: sqlite3.Connection, path: Path, table: str, wanted: Wanted, make: Callable[[str, Any], Row]
) -> Iterator[Row]:
    """The rows of a table, each made by `make` from its report's id and its columns.

    Behind a figure's own columns stands the act of the attribution that carries it.
    """
    condition, values = _where("t", wanted)
    more, join = _MORE.get(table, ("", ""))
    columns = ", ".join([*(f"t.{column}" for column in _COLUMNS[table]), *((more,) if more else ())])
    query = (
        f"SELECT r.id, {columns} FROM {table} AS t JOIN reports AS r ON r.entry = t.report"  # noqa: S608
        f"{join}{condition} ORDER BY t.key"
    )
    with told(path):
        for report, *cells in connection.execute(query, values):
            try:
                row = make(report, cells)
            except (msgspec.DecodeError, TypeError, ValueError) as error:
                raise LedgerError(f"{path} is damaged: {table} of {report}: {error}; go back to a copy of it") from None
            yield row


def reports(connection: sqlite3.Connection, path: Path, wanted: Wanted) -> Iterator[ReportRow]:
    """The reports whose columns have the values that are wanted, in the order of adding."""
    condition, values = _where("r", wanted)
    with told(path):
        for cells in connection.execute(f"{_REPORT}{condition} ORDER BY r.entry", values):
            yield ReportRow(*cells)


def text(connection: sqlite3.Connection, report: str) -> str:
    """The text of the report of that whole id, which must be there."""
    (found,) = connection.execute("SELECT text FROM reports WHERE id = ?", (report,)).fetchone()
    return str(found)


def known(connection: sqlite3.Connection, path: Path, report: str) -> bool:
    """Whether a report of that whole id is there."""
    with told(path):
        return connection.execute("SELECT 1 FROM reports WHERE id = ?", (report,)).fetchone() is not None


def heads(connection: sqlite3.Connection, path: Path, first: str, last: str, most: int) -> list[Head]:
    """At most `most` reports whose ids are from `first` to `last`, in the order of their ids."""
    with told(path):
        found = connection.execute(f"{_HEAD} WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?", (first, last, most))
        return [Head(*cells) for cells in found]


def head(connection: sqlite3.Connection, path: Path, number: int) -> Head:
    """The report of that number; raises `LedgerError` where it is missing."""
    with told(path):
        found = connection.execute(f"{_HEAD} WHERE entry = ?", (number,)).fetchone()
    if not found:
        raise LedgerError(f"{path} is damaged: report number {number} is missing; go back to a copy of it")
    return Head(*found)


def reviews(connection: sqlite3.Connection, path: Path) -> list[Review]:
    """All reviews, in order."""
    with told(path):
        found = connection.execute("SELECT entry, verdict, a, b, reason FROM reviews ORDER BY entry")
        return [Review(*cells) for cells in found]


def removals(connection: sqlite3.Connection, path: Path) -> list[Removal]:
    """All tombstones, in order."""
    with told(path):
        found = connection.execute("SELECT entry, report, original, reason, removed FROM removals ORDER BY entry")
        return [Removal(*cells) for cells in found]


def placed(connection: sqlite3.Connection, path: Path) -> list[Placed]:
    """Where each report stands, and what its page states of that, in the order of adding."""
    stated: dict[int, list[tuple[str, str, str]]] = {}
    with told(path):
        for report, *claim in connection.execute("SELECT report, what, by, value FROM stated ORDER BY key"):
            stated.setdefault(report, []).append((claim[0], claim[1], claim[2]))
        found = connection.execute("SELECT entry, original, path, address, published FROM reports ORDER BY entry")
        return [
            Placed(number, original, at, address, *_claims(published, stated.get(number, ())))
            for number, original, at, address, published in found
        ]


def _claims(
    published: str | None, stated: Sequence[tuple[str, str, str]]
) -> tuple[str | None, tuple[tuple[str, str], ...]]:
    """When a page says that it was changed, else was published, and which addresses it states by what."""
    changed = max((value for what, _, value in stated if what == "modified"), default=published)
    return changed, tuple((by, value) for what, by, value in stated if what == "address")


def newest(connection: sqlite3.Connection, path: Path) -> int:
    """The number of the report that was added last; 0 for none."""
    with told(path):
        return int(connection.execute("SELECT ifnull(max(entry), 0) FROM reports").fetchone()[0])


def telling(connection: sqlite3.Connection, path: Path, number: int) -> tuple[str | None, str]:
    """The title and the text of the report of that number, which must be there."""
    with told(path):
        title, text = connection.execute("SELECT title, text FROM reports WHERE entry = ?", (number,)).fetchone()
    return title, text


def original(connection: sqlite3.Connection, path: Path, head: Head) -> bytes:
    """The bytes of the report as they came; raises `LedgerError` where they are missing or damaged."""
    query = "SELECT packed, size FROM originals WHERE sha256 = ?"
    return _unpacked(connection, path, query, head.original, f"the original of {head.report}")


def reading(connection: sqlite3.Connection, path: Path, head: Head) -> bytes:
    """The line of JSON of the report's reading; raises `LedgerError` where it is missing or damaged."""
    query = "SELECT packed, size FROM readings WHERE report = ?"
    return _unpacked(connection, path, query, head.entry, f"the reading of {head.report}")


def _unpacked(connection: sqlite3.Connection, path: Path, query: str, of: str | int, what: str) -> bytes:
    with told(path):
        found = connection.execute(query, (of,)).fetchone()
    if not found:
        raise LedgerError(f"{path} is damaged: {what} is missing; go back to a copy of it")
    try:
        return unpack(*found)
    except ValueError as error:
        raise LedgerError(f"{path} is damaged: {what} {error}; go back to a copy of it") from None
