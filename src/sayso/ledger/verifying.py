"""Proves a SQLite ledger from end to end, and names the first thing that does not hold.

Stands alone because it trusts nothing that the other modules wrote: each table is made again from the readings, each
reading is held against the log, each word against the bytes. One report is in memory at a time.
"""

from __future__ import annotations

import hashlib
import sqlite3
import tempfile
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from sayso.model import Reading, from_json

from .chain import START, Body, canonical, digest, parsed, timeless
from .columns import TABLES, Cells, Keyed, Table, key
from .connecting import APPLICATION, application, told
from .indexes import INDEXES, wrong_index
from .links import sum_of
from .migrating import Migration, statements
from .packing import unpack
from .places import Source, astray, misplaced, parts, unproven
from .places import named_rows as rows_of
from .rows import Verified, Wrong
from .sums import RowSum
from .writing import REPORT_COLUMNS, place_of, report_cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SHOWN = 60


class Discrepancy(Exception):  # noqa: N818
    """Carries the first thing wrong out of the walk."""

    def __init__(self, table: str, row: str | None, what: str) -> None:
        super().__init__(what)
        self.wrong = Wrong(table, row, what)


class _Tally:
    """What was checked so far."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.reports = self.entries = self.rows = self.unproven = self.reviews = 0
        self.head: str | None = None
        self.links: str | None = None
        self.gone = {report for (report,) in connection.execute("SELECT report FROM removals")}
        self.awaited: set[str] = set()
        self.content = hashlib.sha256()
        self.tables = [_Walk(connection, table) for table in TABLES]
        (self.originals,) = connection.execute("SELECT count(*) FROM originals").fetchone()


class _Walk:
    """A table's rows in order of key, one at a time."""

    def __init__(self, connection: sqlite3.Connection, table: Table) -> None:
        self.table = table
        self._cursor = connection.execute(table.select)
        self.next: Keyed | None = self._cursor.fetchone()

    def take(self, last: int) -> Iterator[Keyed]:
        """The rows whose key is below `last`."""
        while self.next is not None and self.next[0] < last:
            row, self.next = self.next, self._cursor.fetchone()
            yield row


def verify(connection: sqlite3.Connection, path: Path, migrations: Sequence[Migration], head: str | None) -> Verified:
    """What was checked, and the first thing wrong; the indexes of words are for `verify_indexes`.

    `connection` reads one state of the ledger throughout, whatever is added meanwhile. Raises `LedgerError` only where
    the ledger cannot be read at all.
    """
    tally: _Tally | None = None
    with told(path):
        connection.execute("BEGIN")
        try:
            _check_size(connection, path)
            _check_file(connection, migrations)
            tally = _Tally(connection)
            _walk(connection, migrations, tally, head)
        except (Discrepancy, sqlite3.DatabaseError) as error:
            return _verified(tally, _wrong(error))
        finally:
            connection.execute("ROLLBACK")
    return _verified(tally, None)


def verify_indexes(connection: sqlite3.Connection, path: Path, *, read_only: bool) -> Wrong | None:
    """The first index of words that does not hold just the words of its table.

    SQLite checks an index only where it might write, so a read-only ledger is copied to a temporary file first.
    """
    with told(path):
        if not read_only:
            return wrong_index(connection)
        with tempfile.TemporaryDirectory(prefix="sayso-verify-") as folder:
            copy = sqlite3.connect(Path(folder) / "copy.db", isolation_level=None)
            try:
                connection.backup(copy, pages=4096)
                return wrong_index(copy)
            except sqlite3.DatabaseError as error:
                return _wrong(error)
            finally:
                copy.close()


def _wrong(error: Discrepancy | sqlite3.DatabaseError) -> Wrong:
    if isinstance(error, Discrepancy):
        return error.wrong
    if getattr(error, "sqlite_errorname", "").startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return Wrong("file", None, f"the file is damaged: {error}")
    raise error


def _verified(tally: _Tally | None, wrong: Wrong | None) -> Verified:
    if tally is None:
        return Verified(wrong)
    return Verified(
        wrong,
        reports=tally.reports,
        originals=tally.originals,
        entries=tally.entries,
        rows=tally.rows,
        unproven=tally.unproven,
        head=tally.head,
        content=tally.content.hexdigest(),
    )


def _check_size(connection: sqlite3.Connection, path: Path) -> None:
    """SQLite takes a last page that was cut for one that ends in zeros."""
    (page,) = connection.execute("PRAGMA page_size").fetchone()
    size = path.stat().st_size
    if size % page:
        raise Discrepancy("file", None, f"its size, {size} bytes, is no number of whole pages: its end was cut off")


def _check_file(connection: sqlite3.Connection, migrations: Sequence[Migration]) -> None:
    mark, schema, _empty = application(connection)
    if mark != APPLICATION or not 0 < schema <= len(migrations):
        raise Discrepancy("file", None, f"its marks are {mark} and {schema}: not those of a ledger")
    (state,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if state != "ok":
        raise Discrepancy("file", None, f"the file is damaged: {' '.join(str(state).split())}")
    _check_schema(connection, migrations[:schema])
    astray_key = connection.execute("PRAGMA foreign_key_check").fetchone()
    if astray_key:
        raise Discrepancy(astray_key[0], f"key {astray_key[1]}", f"it points at no row of {astray_key[2]}")


def _check_schema(connection: sqlite3.Connection, migrations: Sequence[Migration]) -> None:
    model = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for migration in migrations:
            for statement in statements(migration.sql):
                model.execute(statement)
        differing = _schema(connection) ^ _schema(model)
        if differing:
            raise Discrepancy(min(differing)[0], None, "the table is not the one that this version makes")
    finally:
        model.close()


def _schema(connection: sqlite3.Connection) -> set[tuple[str, ...]]:
    """Every table, index, view and trigger with its SQL; how an index of words lays out its own is left to SQLite."""
    found = connection.execute("SELECT name, type, tbl_name, ifnull(sql, '') FROM sqlite_schema").fetchall()
    own = tuple(f"{index}_" for index in INDEXES)
    return {(name, kind, of, "" if name.startswith(own) else sql) for name, kind, of, sql in found}


def _walk(connection: sqlite3.Connection, migrations: Sequence[Migration], tally: _Tally, head: str | None) -> None:
    reports = connection.execute(f"SELECT {', '.join(REPORT_COLUMNS)} FROM reports ORDER BY entry")  # noqa: S608
    met, applied = head is None, 0
    for number, line, body_text in connection.execute("SELECT entry, hash, body FROM entries ORDER BY entry"):
        body = _entry(number, line, body_text, tally)
        met = met or line == head
        if body.kind == "migration":
            applied += 1
            _check_migration(body, migrations, applied)
        elif body.kind == "links":
            tally.links = body.links
        elif body.kind == "removal":
            _check_removal(connection, body, tally)
        elif body.report in tally.gone:
            tally.awaited.add(str(body.report))
        elif body.kind == "review":
            tally.reviews += 1
            _check_review(connection, body)
        else:
            _check_report(connection, body, reports.fetchone(), tally)
    _check_reviews(connection, tally)
    _check_links(connection, tally)
    _check_ends(connection, reports.fetchone(), tally, applied)
    if not met:
        raise Discrepancy("entries", None, f"no entry of the log has the hash {head}: it was cut off or rewritten")


def _entry(number: int, line: str, body_text: str, tally: _Tally) -> Body:
    where = f"entry {number}"
    if digest(body_text.encode()) != line:
        raise Discrepancy("entries", where, "its hash is not that of what it says")
    try:
        body = parsed(body_text)
    except msgspec.DecodeError as error:
        raise Discrepancy("entries", where, f"it is no entry of a log ({error})") from None
    if (body.entry, body.previous) != (tally.entries + 1, tally.head or START) or number != body.entry:
        raise Discrepancy("entries", where, "it does not follow from the entry before it")
    if body.kind not in ("migration", "report", "links", "review", "removal") or canonical(body).decode() != body_text:
        raise Discrepancy("entries", where, "it is not in the form that the log has")
    tally.entries, tally.head = number, line
    # When links were made is no part of what was added, and a run that was interrupted has more such entries.
    if body.kind != "links":
        tally.content.update(digest(timeless(body)).encode())
    return body


def _check_removal(connection: sqlite3.Connection, body: Body, tally: _Tally) -> None:
    query = "SELECT report, original, reason, removed FROM removals WHERE entry = ?"
    found = connection.execute(query, (body.entry,)).fetchone()
    if found != (body.report, body.original, body.reason, body.time):
        raise Discrepancy("removals", f"entry {body.entry}", "it is not the removal that the log has")
    if body.report not in tally.awaited:
        raise Discrepancy("removals", body.report, "the log has no report that could have been removed")
    tally.awaited.remove(body.report)


def _check_links(connection: sqlite3.Connection, tally: _Tally) -> None:
    found = sum_of(connection)
    kept = connection.execute("SELECT sum FROM link_sum").fetchone()
    if found.bytes() != (kept[0] if kept else RowSum().bytes()):
        raise Discrepancy("links", None, "a row of them was changed, added or taken out: make them again (sayso link)")
    if (tally.links or RowSum().digest()) != found.digest():
        raise Discrepancy("links", None, "they are not those that the log names: make them again (sayso link)")


def _check_reviews(connection: sqlite3.Connection, tally: _Tally) -> None:
    if tally.awaited:
        raise Discrepancy("removals", min(tally.awaited), "the log does not tell that this report was removed")
    (kept,) = connection.execute("SELECT count(*) FROM reviews").fetchone()
    if kept != tally.reviews:
        raise Discrepancy("reviews", None, f"there are {kept}, the log tells of {tally.reviews}")


def _check_review(connection: sqlite3.Connection, body: Body) -> None:
    query = "SELECT verdict, a, b, reason FROM reviews WHERE entry = ?"
    found = connection.execute(query, (body.entry,)).fetchone()
    if found != (body.verdict, body.a, body.b, body.reason):
        raise Discrepancy("reviews", f"entry {body.entry}", "it is not the review that the log has")


def _check_migration(body: Body, migrations: Sequence[Migration], applied: int) -> None:
    known = migrations[applied - 1] if applied <= len(migrations) else None
    if not known or (body.migration, body.sql) != (known.name, digest(known.sql.encode())):
        raise Discrepancy(
            "entries", f"entry {body.entry}", f"migration {body.migration} is not the one that Sayso ships"
        )


def _check_ends(connection: sqlite3.Connection, report: Cells | None, tally: _Tally, applied: int) -> None:
    if report:
        raise Discrepancy("reports", str(report[1]), "the log has no entry for it")
    for walk in tally.tables:
        if walk.next:
            raise Discrepancy(walk.table.name, f"key {walk.next[0]}", "no reading has this row")
    queries = {
        "readings": "SELECT report FROM readings WHERE report NOT IN (SELECT entry FROM reports) LIMIT 1",
        "originals": "SELECT sha256 FROM originals WHERE sha256 NOT IN (SELECT original FROM reports) LIMIT 1",
    }
    for table, query in queries.items():
        spare = connection.execute(query).fetchone()
        if spare:
            raise Discrepancy(table, str(spare[0]), "it belongs to no report")
    (schema,) = connection.execute("PRAGMA user_version").fetchone()
    if schema != applied:
        raise Discrepancy("file", None, f"its schema is {schema}, the log tells of {applied} migrations")


def _check_report(connection: sqlite3.Connection, body: Body, cells: Cells | None, tally: _Tally) -> None:
    where = str(body.report)
    if cells is None or cells[0] != body.entry:
        raise Discrepancy("reports", where, f"the report of entry {body.entry} is missing")
    data = _unpacked(connection, "originals", body)
    line = _unpacked(connection, "readings", body)
    try:
        reading = from_json(line)
    except msgspec.DecodeError as error:
        raise Discrepancy("readings", where, f"it is no reading ({error})") from None
    place = place_of(reading)
    identity = "sha256:" + digest(data + b"\0" + place.encode())
    # A file's name that is no UTF-8 is kept with U+FFFD in it: its id cannot be made again, but the log still holds it.
    if body.report != reading.report.id or (identity != body.report and "\N{REPLACEMENT CHARACTER}" not in place):
        raise Discrepancy("reports", where, f"its bytes and place make the id {identity}")
    (before,) = connection.execute(
        "SELECT max(entry) FROM reports WHERE place = ? AND entry < ?", (place, body.entry)
    ).fetchone()
    _compare("reports", REPORT_COLUMNS, report_cells(reading, body, before), cells, where)
    _check_words(Source(data, str(body.charset)), reading, where)
    for walk in tally.tables:
        tally.rows += _check_rows(walk, reading, body.entry, where)
    tally.reports += 1
    tally.unproven += unproven(reading.report.origin or ())


def _unpacked(connection: sqlite3.Connection, table: str, body: Body) -> bytes:
    """The original or the reading that an entry speaks of, once its hash is found to be the entry's."""
    original = table == "originals"
    column, of, sha256 = ("sha256", body.original, body.original) if original else ("report", body.entry, body.reading)
    query = f"SELECT sha256, size, packed, packed_sha256 FROM {table} WHERE {column} = ?"  # noqa: S608
    found = connection.execute(query, (of,)).fetchone()
    where = str(body.report)
    what = f"the {table.removesuffix('s')} of {where}"
    if not found:
        raise Discrepancy(table, where, f"{what} is missing")
    try:
        data = unpack(found[2], found[1])
    except ValueError as error:
        raise Discrepancy(table, where, f"{what} {error}") from None
    if not digest(data) == found[0] == sha256:
        raise Discrepancy(table, where, f"{what} has other bytes than the log says: SHA-256 {digest(data)}")
    if digest(found[2]) != found[3]:
        raise Discrepancy(table, where, f"{what} was packed otherwise than is written beside it (packed_sha256)")
    return data


def _check_words(source: Source, reading: Reading, where: str) -> None:
    stray = astray(reading)
    if stray:
        raise Discrepancy("readings", f"{where}/{stray[0]}", stray[1])
    wrong = misplaced(source, reading.report.text, reading.report.origin or ())
    if not wrong:
        return
    for row in rows_of(reading):
        for part, spans, _words in parts(row):
            if wrong.span and any(span.meets(wrong.span) for span in spans):
                raise Discrepancy("originals", f"{where}/{row.id}", f"its {part}: {wrong.why}")
    raise Discrepancy("originals", where, wrong.why)


def _check_rows(walk: _Walk, reading: Reading, entry: int, where: str) -> int:
    table, count = walk.table, 0
    pairs: Iterator[tuple[Keyed | None, Keyed | None]] = zip_longest(
        table.rows(reading, entry), walk.take(key(entry + 1, 0))
    )
    for wanted, found in pairs:
        count += 1
        name = table.name_of(wanted or found)
        row = f"{where}/{name}" if name else f"{where} (row {count})"
        if found is None or (wanted and wanted[0] < found[0]):
            raise Discrepancy(table.name, row, "the row is missing")
        if wanted is None or found[0] < wanted[0]:
            raise Discrepancy(table.name, row, "the reading has no such row")
        _compare(table.name, ("key", "report", *table.columns), wanted, found, row)
    return count


def _compare(table: str, columns: Sequence[str], expected: Cells, found: Cells, row: str) -> None:
    """Raises where a cell differs, in value or in type (1 and 1.0 are two values)."""
    if expected == found and list(map(type, expected)) == list(map(type, found)) and "-0.0" not in map(repr, found):
        return
    for column, wanted, cell in zip(columns, expected, found, strict=True):
        if type(wanted) is not type(cell) or repr(wanted) != repr(cell):
            what = f"{column} is {_short(cell)}, the reading that was added says {_short(wanted)}"
            raise Discrepancy(table, row, what)


def _short(cell: object) -> str:
    shown = repr(cell)
    return shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"
