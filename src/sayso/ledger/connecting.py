"""Opens the SQLite file of a ledger, and says in one sentence what is wrong where that fails.

Stands alone because every way in which a disk, a lock or a stranger's file can fail us is told apart here and nowhere
else: above this module there is only `LedgerError`.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from sayso.errors import LedgerError

if TYPE_CHECKING:
    from collections.abc import Iterator

APPLICATION = 0x5361_7973
"""Marks a file as a ledger (SQLite's application id): "Says" in ASCII."""

CACHE_KIB = 65_536
"""What a connection holds of the file: looking words up in a large ledger touches pages all over it."""

_MAGIC = b"SQLite format 3\0"
_WRITE_LOCK = 120  # the byte of the -shm file that a writer holds (the file format's "WAL-index locks")


def connect(path: Path, *, read_only: bool, wait: float) -> sqlite3.Connection:
    """A connection to the ledger at `path`, to be used by this thread; waits up to `wait` seconds for a lock.

    Raises `LedgerError` where there is no SQLite file to open. Whether it is a ledger, `application` tells.
    """
    _check_magic(path)
    with told(path):
        mode = "ro" if read_only else "rwc"
        if read_only and _sealed(path):
            mode += "&immutable=1"
        connection = sqlite3.connect(
            f"file:{quote(str(path))}?mode={mode}", uri=True, timeout=wait, isolation_level=None
        )
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        return connection


def _check_magic(path: Path) -> None:
    try:
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
    except FileNotFoundError:
        return
    except IsADirectoryError:
        raise LedgerError(f"{path} is a folder, not a ledger") from None
    except OSError as error:
        raise LedgerError(f"{path} cannot be read: {error.strerror}") from None
    if head and head != _MAGIC:
        raise LedgerError(f"{path} is not a ledger (no SQLite file): name another file")


def _sealed(path: Path) -> bool:
    """Whether nobody can be writing: SQLite may then read without the lock files that it cannot make here."""
    beside = path.with_name(path.name + "-wal")
    return not os.access(path.parent, os.W_OK) and not (beside.exists() and beside.stat().st_size)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns every error of SQLite inside into a `LedgerError` of one clear sentence."""
    try:
        yield
    except sqlite3.Error as error:
        raise LedgerError(_sentence(path, error)) from error


def _sentence(path: Path, error: sqlite3.Error) -> str:
    name = getattr(error, "sqlite_errorname", "") or ""
    base = "_".join(name.split("_")[:2])
    if base in ("SQLITE_BUSY", "SQLITE_LOCKED"):
        return f"{path} is being written by {_holder(path)}: try again when that is done"
    sentences = {
        "SQLITE_NOTADB": f"{path} is not a ledger (no SQLite file): name another file",
        "SQLITE_FULL": f"no room is left for {path}: nothing was added; make room, then add again",
        "SQLITE_READONLY": f"{path} cannot be written (read-only file or disk): nothing was added",
        "SQLITE_PERM": f"{path} may not be opened: check who may read and write it",
        "SQLITE_CANTOPEN": f"{path} cannot be opened: check that its folder is there and may be written",
        "SQLITE_IOERR": f"{path} cannot be read or written ({name}): check the disk; nothing was added",
        "SQLITE_CORRUPT": f"{path} is damaged ({error}): go back to a copy of it",
    }
    return sentences.get(base, f"{path} cannot be used: {error}")


def _holder(path: Path) -> str:
    """The process that holds the write lock, where the system tells (Linux), else "another program"."""
    try:
        inode = path.with_name(path.name + "-shm").stat().st_ino
        locks = Path("/proc/locks").read_text("ascii").splitlines()
        for line in locks:
            _number, *_kind, pid, file, first, last = line.split()
            held = "WRITE" in _kind and file.endswith(f":{inode}") and last != "EOF"
            if held and int(first) <= _WRITE_LOCK <= int(last):
                name = Path(f"/proc/{pid}/comm").read_text("utf-8").strip()
                return f"process {pid} ({name})"
    except (OSError, ValueError):
        pass
    return "another program"


def application(connection: sqlite3.Connection) -> tuple[int, int, bool]:
    """The file's application id, its schema version, and whether it has no tables at all."""
    (mark,) = connection.execute("PRAGMA application_id").fetchone()
    (schema,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    return mark, schema, tables == 0


@contextmanager
def writing(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """One transaction that is written whole and flushed to the disk, or not at all.

    Raises `LedgerError` where another program keeps the lock, or the disk fails.
    """
    with told(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
