"""Appends entries to the log inside a transaction, each chained to the last.

Stands alone because migrations and additions both end in an entry, and only one place may make one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .chain import START, Body, canonical, digest

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable


def append(connection: sqlite3.Connection, body: Callable[[int, str], Body]) -> Body:
    """Writes the entry that `body` gives for its number and the hash before it; order is by number, never by time."""
    last = connection.execute("SELECT entry, hash FROM entries ORDER BY entry DESC LIMIT 1").fetchone()
    number, previous = (last[0] + 1, last[1]) if last else (1, START)
    entry = body(number, previous)
    line = canonical(entry)
    values = number, digest(line), line.decode()
    connection.execute("INSERT INTO entries (entry, hash, body) VALUES (?, ?, ?)", values)
    return entry
