"""Proves the full-text indexes: they hold just the words of their tables, and every word is found in them.

Stands alone because SQLite's own check compares the words but not how they are found: the page on which a word is
looked up, and what the index notes of its shape, are made again here from its pages. The form is that of FTS5 as its
source (fts5_index.c) describes it: varints, leaf pages that end in the places of their words, a row to find each page.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from .rows import Wrong

if TYPE_CHECKING:
    from collections.abc import Iterator

INDEXES = ("report_words", "attribution_words", "actor_words", "unspaced_words")
"""The full-text indexes; each is made with ``automerge`` 0, so that no half-done merge is ever on the disk."""

_CONFIG = [("automerge", 0), ("version", 4)]
_COOKIE = (1).to_bytes(4, "big")
_TOTALS, _STRUCTURE = 1, 10
_SEGMENT_BITS, _SKIP_BIT = 37, 1 << 36
_HEAD = 4


class _Broken(Exception):  # noqa: N818 - carries a finding
    """What does not hold, and in which of the index's tables."""


@dataclass(frozen=True, slots=True)
class _Segment:
    number: int
    first: int
    last: int


def wrong_index(connection: sqlite3.Connection) -> Wrong | None:
    """The first index that does not hold; writes nothing, but takes the write lock while it looks."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for index in INDEXES:
            try:
                _check(connection, index)
            except _Broken as broken:
                table, what = broken.args
                return Wrong(f"{index}{table}", None, what)
    finally:
        connection.execute("ROLLBACK")
    return None


def _check(connection: sqlite3.Connection, index: str) -> None:
    if connection.execute(f"SELECT k, v FROM {index}_config ORDER BY k").fetchall() != _CONFIG:  # noqa: S608
        raise _Broken("_config", "the settings of the index were changed")
    try:
        connection.execute(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")  # noqa: S608
    except sqlite3.DatabaseError as error:
        if not getattr(error, "sqlite_errorname", "").startswith(("SQLITE_CORRUPT", "SQLITE_ERROR")):
            raise
        raise _Broken("", f"the index does not hold the words of its table ({error})") from None
    try:
        _check_totals(connection, index)
        _check_lookups(connection, index)
    except (IndexError, TypeError, ValueError):
        raise _Broken("_data", "a page of the index is not in its form") from None


def _block(connection: sqlite3.Connection, index: str, row: int) -> bytes:
    found = connection.execute(f"SELECT block FROM {index}_data WHERE id = ?", (row,)).fetchone()  # noqa: S608
    return bytes(found[0]) if found else b""


def _varints(block: bytes, at: int, end: int) -> Iterator[int]:
    while at < end:
        value, at = _varint(block, at)
        yield value


def _varint(block: bytes, at: int) -> tuple[int, int]:
    value = 0
    for count in range(9):
        byte = block[at + count]
        if count == 8:  # noqa: PLR2004 - the ninth byte counts whole
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:  # noqa: PLR2004
            return value, at + count + 1
    raise ValueError


def _check_totals(connection: sqlite3.Connection, index: str) -> None:
    """The counts of rows and of words a column; SQLite checked the values, this checks that there is nothing else."""
    block = _block(connection, index, _TOTALS)
    columns = len(connection.execute(f"PRAGMA table_info({index})").fetchall())
    if block and len(list(_varints(block, 0, len(block)))) != columns + 1:
        raise _Broken("_data", "the totals of the index were changed")


def _segments(connection: sqlite3.Connection, index: str) -> list[_Segment]:
    block = _block(connection, index, _STRUCTURE)
    levels, count, written, *rest = _varints(block, _HEAD, len(block))
    found: list[_Segment] = []
    numbers = iter(rest)
    for _level in range(levels):
        merging, segments = next(numbers, 1), next(numbers, 0)
        if merging:
            raise _Broken("_data", "the index notes a merge that never began")
        found += [_Segment(*(next(numbers, 0) for _ in range(3))) for _ in range(segments)]
    if block[:_HEAD] != _COOKIE or written or len(found) != count or next(numbers, None) is not None:
        raise _Broken("_data", "the shape of the index was changed")
    return found


def _check_lookups(connection: sqlite3.Connection, index: str) -> None:
    query = f"SELECT segid, term, pgno FROM {index}_idx WHERE segid = ? ORDER BY term"  # noqa: S608
    met = 0
    for segment in _segments(connection, index):
        rows = connection.execute(query, (segment.number,))
        for expected, found in zip_longest(_lookups(connection, index, segment), rows):
            met += 1
            if expected != found:
                raise _Broken("_idx", "the index looks words up on other pages than they are on")
    if connection.execute(f"SELECT count(*) FROM {index}_idx").fetchone() != (met,):  # noqa: S608
        raise _Broken("_idx", "the index looks words up in segments that it has not")


def _lookups(connection: sqlite3.Connection, index: str, segment: _Segment) -> Iterator[tuple[int, bytes, int]]:
    """The rows by which a segment's words are found: the shortest beginning that tells a page from the last."""
    base = segment.number << _SEGMENT_BITS
    query = f"SELECT id, block FROM {index}_data WHERE id BETWEEN ? AND ? ORDER BY id"  # noqa: S608
    before: bytes | None = None
    for row, block in connection.execute(query, (base + segment.first, base + segment.last)):
        page = row - base
        words = list(_words(block))
        if not words:
            continue
        skips = connection.execute(f"SELECT 1 FROM {index}_data WHERE id = ?", (row + _SKIP_BIT,)).fetchone()  # noqa: S608
        start = b"" if before is None else words[0][: _common(before, words[0]) + 1]
        yield segment.number, start, page << 1 | bool(skips)
        before = words[-1]


def _common(one: bytes, other: bytes) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _words(block: bytes) -> Iterator[bytes]:
    """The words that begin on a leaf page, in order; each but the first is written as what it adds to the last."""
    footer = int.from_bytes(block[2:4], "big")
    at, word = 0, b""
    for number, step in enumerate(_varints(block, footer, len(block))):
        at += step
        kept, start = _varint(block, at) if number else (0, at)
        size, start = _varint(block, start)
        word = word[:kept] + block[start : start + size]
        yield word
