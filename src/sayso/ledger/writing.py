"""Writes additions to a SQLite ledger: one transaction, one entry in the log for each.

Stands alone because nothing else in Sayso changes a ledger: what is here is all that can.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from .chain import Body, Makers
from .columns import TABLES, Cells, as_json, key
from .entries import append
from .preparing import Prepared, unspaced
from .rows import Added

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from sayso.model import Reading

    from .packing import Packed

REPORT_COLUMNS = (
    "entry",
    "id",
    "original",
    "place",
    "path",
    "address",
    "outlet",
    "outlet_spans",
    "title",
    "byline",
    "published",
    "published_from",
    "language",
    "status",
    "why",
    "text",
    "removed",
    "charset",
    "media",
    "version_of",
    "added",
    "unspaced",
)

_INSERT_REPORT = f"INSERT INTO reports ({', '.join(REPORT_COLUMNS)}) VALUES ({', '.join('?' * len(REPORT_COLUMNS))})"  # noqa: S608
_INSERT_ORIGINAL = "INSERT OR IGNORE INTO originals (sha256, size, packed, packed_sha256) VALUES (?, ?, ?, ?)"
_INSERT_READING = "INSERT INTO readings (report, sha256, size, packed, packed_sha256) VALUES (?, ?, ?, ?, ?)"
_INSERT_WORDS = "INSERT INTO report_words (rowid, title, text) VALUES (?, ?, ?)"
_INSERT_UNSPACED = "INSERT INTO unspaced_words (rowid, title, text) VALUES (?, ?, ?)"
_INSERT_CONTENT = "INSERT INTO attribution_words (rowid, content) VALUES (?, ?)"
_INSERT_NAMES = "INSERT INTO actor_words (rowid, name, roles, aliases) VALUES (?, ?, ?, ?)"


def write(connection: sqlite3.Connection, batch: Sequence[Prepared], time: str, makers: Makers) -> list[Added]:
    """What became of each addition; to be called inside a transaction."""
    return [_write(connection, prepared, time, makers) for prepared in batch]


def _write(connection: sqlite3.Connection, prepared: Prepared, time: str, makers: Makers) -> Added:
    report = prepared.reading.report
    known = connection.execute("SELECT entry FROM reports WHERE id = ?", (report.id,)).fetchone()
    if known:
        return Added("known", report.id, report.path, known[0])
    removed = connection.execute("SELECT reason, removed FROM removals WHERE report = ?", (report.id,)).fetchone()
    if removed:
        why = f"it was removed by order on {removed[1][:10]} ({removed[0]})"
        return Added("refused", report.id, report.path, None, why=why)
    before = connection.execute(
        "SELECT entry, id FROM reports WHERE place = ? ORDER BY entry DESC LIMIT 1", (place_of(prepared.reading),)
    ).fetchone()
    body = append(connection, partial(_body, prepared, time, makers))
    connection.execute(_INSERT_ORIGINAL, _cells(prepared.original))
    connection.execute(_INSERT_REPORT, report_cells(prepared.reading, body, before[0] if before else None))
    connection.execute(_INSERT_READING, (body.entry, *_cells(prepared.packed_reading)))
    _write_rows(connection, prepared, body.entry)
    if before:
        return Added("version", report.id, report.path, body.entry, version_of=before[1])
    return Added("new", report.id, report.path, body.entry)


def _write_rows(connection: sqlite3.Connection, prepared: Prepared, entry: int) -> None:
    reading = prepared.reading
    report = reading.report
    for table in TABLES:
        rows = list(table.rows(reading, entry))
        if rows:
            connection.executemany(table.insert, rows)
    connection.execute(_INSERT_WORDS, (entry, report.title, report.text))
    if unspaced(report.text) or unspaced(report.title or ""):
        connection.execute(_INSERT_UNSPACED, (entry, report.title, report.text))
    connection.executemany(
        _INSERT_CONTENT, [(key(entry, place), row.content.text) for place, row in enumerate(reading.attributions)]
    )
    connection.executemany(
        _INSERT_NAMES,
        [
            (key(entry, place), row.name, as_json(row.roles), as_json(row.aliases))
            for place, row in enumerate(reading.actors)
        ],
    )


def _body(prepared: Prepared, time: str, makers: Makers, entry: int, previous: str) -> Body:
    """What the log says of an addition."""
    return Body(
        entry=entry,
        kind="report",
        previous=previous,
        time=time,
        program=prepared.reading.sayso,
        report=prepared.reading.report.id,
        original=prepared.original.sha256,
        reading=prepared.packed_reading.sha256,
        charset=prepared.charset,
        media=prepared.media,
        model=makers.model,
        rules=makers.rules,
    )


def place_of(reading: Reading) -> str:
    """The place of a report: its address or, without one, its path. The next original there is its next version."""
    return reading.report.address or reading.report.path


def report_cells(reading: Reading, body: Body, version_of: int | None) -> Cells:
    """The report as the columns of its table; `version_of` is the entry of the report that it follows."""
    report = reading.report
    outlet = report.outlet
    return (
        body.entry,
        report.id,
        body.original,
        place_of(reading),
        report.path,
        report.address,
        outlet.name if outlet else None,
        as_json(outlet.spans) if outlet else None,
        report.title,
        report.byline,
        report.published,
        report.published_from,
        report.language,
        report.status,
        report.why,
        report.text,
        as_json(report.removed),
        body.charset,
        body.media,
        version_of,
        body.time,
        int(unspaced(report.text) or unspaced(report.title or "")),
    )


def _cells(packed: Packed) -> Cells:
    return packed.sha256, packed.size, packed.packed, packed.packed_sha256
