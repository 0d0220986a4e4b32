"""Brings a ledger's tables to the shape that this version knows, one numbered SQL file after the other.

Stands alone because a ledger outlives the program that began it: what was applied, and when, is part of its log.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from importlib.resources import files
from time import monotonic, sleep
from typing import TYPE_CHECKING

from sayso import __version__
from sayso.errors import LedgerError

from .chain import Body, digest, stamp
from .connecting import APPLICATION, application, told, writing
from .entries import append

if TYPE_CHECKING:
    from pathlib import Path

Clock = Callable[[], datetime]

PAUSE = 0.02
"""Seconds between two tries for a lock for which SQLite itself does not wait."""


@dataclass(frozen=True, slots=True)
class Migration:
    """One numbered step: its number from 1, its file's name without ending, and its SQL."""

    number: int
    name: str
    sql: str


@cache
def shipped() -> tuple[Migration, ...]:
    """The steps that come with this version, in order, without a gap."""
    folder = files("sayso.ledger").joinpath("migrations")
    found = sorted((file for file in folder.iterdir() if file.name.endswith(".sql")), key=lambda file: file.name)
    return tuple(
        Migration(int(file.name.partition("_")[0]), file.name.removesuffix(".sql"), file.read_text("utf-8"))
        for file in found
    )


def check(connection: sqlite3.Connection, path: Path, migrations: Sequence[Migration]) -> int:
    """The schema version of the ledger (0: an empty file); raises `LedgerError` where it is none, or a newer one."""
    with told(path):
        mark, schema, empty = application(connection)
    if mark != APPLICATION and not (empty and mark == 0):
        raise LedgerError(f"{path} is an SQLite file, but not a ledger: name another file")
    if schema > len(migrations):
        raise LedgerError(
            f"{path} was written by a newer Sayso (its schema is {schema}, this version knows up to {len(migrations)}):"
            " update Sayso"
        )
    return schema


def migrate(connection: sqlite3.Connection, path: Path, migrations: Sequence[Migration], clock: Clock) -> None:
    """Applies every step that the ledger lacks, all in one transaction; raises `LedgerError` as `check` does."""
    if check(connection, path, migrations) == len(migrations):
        return
    with told(path):
        _to_wal(connection)
    with writing(connection, path):
        # Asked again under the lock: another process may have migrated meanwhile.
        schema = check(connection, path, migrations)
        for migration in migrations[schema:]:
            for statement in statements(migration.sql):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {migration.number}")
            append(connection, partial(_body, migration, clock()))
        connection.execute(f"PRAGMA application_id = {APPLICATION}")


def _to_wal(connection: sqlite3.Connection) -> None:
    """Turns on the write-ahead log. SQLite does not wait for the lock that this takes, so that we do."""
    (wait,) = connection.execute("PRAGMA busy_timeout").fetchone()
    until = monotonic() + wait / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as busy:
            if busy.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() > until:
                raise
            sleep(PAUSE)
        else:
            return


def _body(migration: Migration, time: datetime, entry: int, previous: str) -> Body:
    return Body(
        entry=entry,
        kind="migration",
        previous=previous,
        time=stamp(time),
        program=__version__,
        migration=migration.name,
        sql=digest(migration.sql.encode()),
    )


def statements(sql: str) -> list[str]:
    """The single statements of a file of SQL, each to be run inside one transaction."""
    found: list[str] = []
    lines: list[str] = []
    for line in sql.splitlines():
        lines.append(line)
        if line.rstrip().endswith(";") and sqlite3.complete_statement("\n".join(lines)):
            found.append("\n".join(lines))
            lines = []
    if any(line.strip() and not line.lstrip().startswith("--") for line in lines):
        message = f"a migration ends in the middle of a statement: {lines[0]!r}"
        raise ValueError(message)
    return found
