"""Takes a report out of a ledger by order, and leaves a tombstone: that it was there, its hashes, when and why it went.

Stands alone because it is the one thing that ever takes something out, and must leave nothing of it behind: no row, no
word in an index, no byte in a free page of the file.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sayso.version import __version__

from .chain import Body
from .columns import TABLES
from .entries import append
from .indexes import INDEXES
from .linkrows import Removal
from .links import Links, links_body

if TYPE_CHECKING:
    import sqlite3

    from .store import Head


def remove(connection: sqlite3.Connection, head: Head, reason: str, time: str) -> Removal:
    """Takes the report out and logs it; all links go, to be made again. To be called inside a transaction.

    What it was a version of becomes what its next version follows. `scrub` must follow once that is on the disk.
    """
    links = Links(connection)
    links.clear()
    append(connection, partial(links_body, time, links.seal()))
    before = connection.execute("SELECT version_of FROM reports WHERE entry = ?", (head.entry,)).fetchone()[0]
    connection.execute("UPDATE reports SET version_of = ? WHERE version_of = ?", (before, head.entry))
    for table in (*(table.name for table in TABLES), "readings"):
        connection.execute(f"DELETE FROM {table} WHERE report = ?", (head.entry,))  # noqa: S608 - names of our own
    connection.execute("DELETE FROM reports WHERE entry = ?", (head.entry,))
    query = "DELETE FROM originals WHERE sha256 = ? AND sha256 NOT IN (SELECT original FROM reports)"
    connection.execute(query, (head.original,))
    for index in INDEXES:
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")  # noqa: S608 - names of our own
    body = append(connection, partial(_body, head, reason, time))
    removal = Removal(body.entry, head.report, head.original, reason, time)
    connection.execute(
        "INSERT INTO removals (entry, report, original, reason, removed) VALUES (?, ?, ?, ?, ?)",
        (removal.entry, removal.report, removal.original, removal.reason, removal.removed),
    )
    return removal


def scrub(connection: sqlite3.Connection) -> None:
    """Writes the file anew without its free pages, where removed bytes still stand, and empties the log of writes."""
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _body(head: Head, reason: str, time: str, entry: int, previous: str) -> Body:
    return Body(
        entry=entry,
        kind="removal",
        previous=previous,
        time=time,
        program=__version__,
        report=head.report,
        original=head.original,
        reason=reason,
    )
