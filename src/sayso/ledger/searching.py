"""Finds reports, attributions and actors by words, and says where in them the words stand.

Stands alone because a user's words must never be read as a query language: they reach the index as quoted strings only.
"""

from __future__ import annotations

import re
import secrets
from itertools import islice
from typing import TYPE_CHECKING

from sayso.errors import UsageError
from sayso.model import Span

from .columns import TABLES, attribution
from .connecting import told
from .preparing import unspaced
from .rows import Hit

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

_TERM = re.compile(r'"([^"]{1,400})"|([^\s"]{1,400})')
_MOST_TERMS = 50
_AROUND = 60
_THREE = 3

Spans = tuple[Span, ...]
_ATTRIBUTION = ", ".join(f"t.{column}" for column in next(t.columns for t in TABLES if t.name == "attributions"))


def search(connection: sqlite3.Connection, path: Path, words: str, most: int) -> list[Hit]:
    """Hits for all of `words` (a phrase in double quotation marks as one), last added first, at most `most` in all.

    Attributions come before actors, actors before the text of reports. Case and diacritics do not count. In scripts
    without blanks any run of characters is found. Raises `UsageError` where there is nothing to search for.
    """
    terms = _terms(words)
    with told(path):
        # The marks cannot be guessed, so no text can fake one.
        seed = secrets.token_hex(8)
        marks = f"\x02{seed}", f"\x03{seed}"
        found = (
            _unspaced(connection, terms) if any(unspaced(term) for term in terms) else _hits(connection, terms, marks)
        )
        return list(islice(found, most))


def _terms(words: str) -> list[str]:
    found = [phrase or word for phrase, word in _TERM.findall(words.replace("\0", " "))]
    terms = [term for term in found if any(character.isalnum() for character in term)][:_MOST_TERMS]
    if not terms:
        raise UsageError(f"nothing to search for in {words!r}: give at least one word")
    return terms


def _query(terms: list[str]) -> str:
    return " ".join('"' + term.replace('"', '""') + '"' for term in terms)


def _hits(connection: sqlite3.Connection, terms: list[str], marks: tuple[str, str]) -> Iterator[Hit]:
    query = _query(terms)
    yield from _attributions(connection, query, marks)
    yield from _actors(connection, query, marks)
    yield from _reports(connection, query, marks)


def _attributions(connection: sqlite3.Connection, query: str, marks: tuple[str, str]) -> Iterator[Hit]:
    statement = (
        f"SELECT r.id, highlight(attribution_words, 0, ?, ?), {_ATTRIBUTION} FROM attribution_words AS w"  # noqa: S608
        " JOIN attributions AS t ON t.key = w.rowid JOIN reports AS r ON r.entry = t.report"
        " WHERE attribution_words MATCH ? ORDER BY w.rowid DESC"
    )
    for report, marked, *cells in connection.execute(statement, (*marks, query)):
        row = attribution(report, cells)
        spans, content = _unmarked(marked, marks), row.content
        at = content.spans[0] if len(content.spans) == 1 else None
        at = at if at and at.end - at.start == len(content.text) else None
        yield _cut(Hit(report, row.id, "attribution", content.text, spans, at))


def _actors(connection: sqlite3.Connection, query: str, marks: tuple[str, str]) -> Iterator[Hit]:
    statement = (
        "SELECT r.id, t.id, t.name, highlight(actor_words, 0, ?, ?) FROM actor_words AS w"
        " JOIN actors AS t ON t.key = w.rowid JOIN reports AS r ON r.entry = t.report"
        " WHERE actor_words MATCH ? ORDER BY w.rowid DESC"
    )
    for report, row, name, marked in connection.execute(statement, (*marks, query)):
        yield _cut(Hit(report, row, "actor", name, _unmarked(marked, marks), None))


def _reports(connection: sqlite3.Connection, query: str, marks: tuple[str, str]) -> Iterator[Hit]:
    statement = (
        "SELECT r.id, r.title, r.text, highlight(report_words, 0, ?, ?), highlight(report_words, 1, ?, ?)"
        " FROM report_words AS w JOIN reports AS r ON r.entry = w.rowid"
        " WHERE report_words MATCH ? ORDER BY w.rowid DESC"
    )
    for report, title, text, in_title, in_text in connection.execute(statement, (*marks, *marks, query)):
        yield _report_hit(report, title, _unmarked(in_title or "", marks), text, _unmarked(in_text, marks))


def _unspaced(connection: sqlite3.Connection, terms: list[str]) -> Iterator[Hit]:
    """Reports in scripts without blanks: runs of three characters or more by index, then each term looked at itself."""
    long = [term for term in terms if len(term) >= _THREE]
    source = "reports AS r WHERE r.unspaced = 1"
    if long:
        source = "unspaced_words AS w JOIN reports AS r ON r.entry = w.rowid WHERE unspaced_words MATCH ?"
    values = [_query(long)] if long else []
    statement = f"SELECT r.id, r.title, r.text FROM {source} ORDER BY r.entry DESC"  # noqa: S608
    patterns = [re.compile(re.escape(term), re.IGNORECASE) for term in terms]
    for report, title, text in connection.execute(statement, values):
        in_title, in_text = ([m for p in patterns for m in p.finditer(words)] for words in (title or "", text))
        if len({match.re for match in in_title + in_text}) == len(set(patterns)):
            places = (tuple(sorted({Span(*match.span()) for match in found})) for found in (in_title, in_text))
            yield _report_hit(report, title, next(places), text, next(places))


def _report_hit(report: str, title: str | None, in_title: Spans, text: str, in_text: Spans) -> Hit:
    if in_text or not title:
        return _cut(Hit(report, None, "text", text, in_text, Span(0, len(text))))
    return _cut(Hit(report, None, "title", title, in_title, None))


def _unmarked(marked: str, marks: tuple[str, str]) -> Spans:
    """Where the marked words stand once the marks are taken out."""
    places: list[Span] = []
    at = 0
    for number, piece in enumerate(marked.split(marks[0])):
        word, end, rest = piece.partition(marks[1])
        if number:
            places.append(Span(at, at + len(word)))
        at += len(word) + (len(rest) if end else 0)
    return tuple(places)


def _cut(hit: Hit) -> Hit:
    """The hit with so much of its words as stand a little way on both sides of the first one found."""
    words, spans, at = hit.snippet, hit.spans, hit.at
    first = spans[0] if spans else Span(0, 0)
    start, end = max(0, first.start - _AROUND), min(len(words), first.end + _AROUND)
    inside = tuple(Span(s.start - start, s.end - start) for s in spans if s.start >= start and s.end <= end)
    place = Span(at.start + start, at.start + end) if at else None
    return Hit(hit.report, hit.row, hit.kind, words[start:end], inside, place)
