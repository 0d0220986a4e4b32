"""Keeps what links reports: SQL over the tables `link_*`, each change counted into the sum that the log names.

Stands alone because it is the one place that reads or changes these tables; what the rows mean is `link`'s business.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from sayso.model import Removed, Span
from sayso.version import __version__

from .chain import Body
from .columns import as_json
from .linkrows import ClaimRow, Family, Item, Linked, MisfitRow, PairRow
from .sums import RowSum

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from .columns import Cell

_STRETCHES = msgspec.json.Decoder(tuple[tuple[int, int], ...])
_REMOVED = msgspec.json.Decoder(tuple[Removed, ...])
_SPANS = msgspec.json.Decoder(tuple[Span, ...])

COLUMNS: dict[str, tuple[str, ...]] = {
    "link_reports": ("report", "twin", "text", "outlet"),
    "link_shingles": ("value", "text"),
    "link_pages": ("outlet", "value", "pages"),
    "link_pairs": (
        "a", "b", "kind", "containment", "share_a", "share_b", "words", "told", "covered_a", "covered_b",
    ),
    "link_blocks": ("family", "key", "twin", "item"),
    "link_claims": ("a", "a_item", "b", "b_item", "score", "copied", "why"),
    "link_findings": ("a", "b", "place", "kind", "rule", "severity", "why", "spans_a", "spans_b"),
}  # fmt: skip
"""The tables of links, and every column of each in order."""


def _columns(table: str) -> str:
    return ", ".join(COLUMNS[table])


class Links:
    """The links of one ledger, on a connection that only reads, or inside one transaction that writes.

    Reports are named by their numbers in the ledger, texts and twins by hashes (see the table
    `link_reports`). Nothing here waits or locks: whoever made the connection does.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._sql = connection
        self._sum: RowSum | None = None

    def unlinked(self, most: int) -> list[int]:
        """The numbers of the first reports that are not linked yet, at most so many, in the order of adding."""
        query = (
            "SELECT entry FROM reports WHERE status = 'read' AND entry NOT IN (SELECT report FROM link_reports)"
            " ORDER BY entry LIMIT ?"
        )
        return [number for (number,) in self._sql.execute(query, (most,))]

    def printed(self, report: int) -> tuple[str, str | None, tuple[Span, ...]]:
        """A report's text, its title, and the spans of the text (code points) that are no part of the report."""
        query = "SELECT text, title, removed FROM reports WHERE entry = ?"
        text, title, removed = self._sql.execute(query, (report,)).fetchone()
        return text, title, tuple(row.span for row in _REMOVED.decode(removed))

    def text_of(self, report: int) -> int | None:
        """The text of a report, null where it is not linked."""
        found = self._numbers("SELECT text FROM link_reports WHERE report = ?", report)
        return found[0] if found else None

    def twin_of(self, report: int) -> int:
        """The twin of a report that is linked."""
        return self._numbers("SELECT twin FROM link_reports WHERE report = ?", report)[0]

    def enter(self, row: Linked) -> None:
        """Notes that a report is linked."""
        self._put("link_reports", [(row.report, row.twin, row.text, row.outlet)])

    def linked(self) -> Iterator[Linked]:
        """Every report that is linked, in the order of adding."""
        for cells in self._sql.execute(f"SELECT {_columns('link_reports')} FROM link_reports ORDER BY report"):  # noqa: S608
            yield Linked(*cells)

    def by_twin(self, twin: int) -> list[int]:
        """The reports of a twin."""
        return self._numbers("SELECT report FROM link_reports WHERE twin = ? ORDER BY report", twin)

    def by_text(self, text: int) -> list[int]:
        """The reports that print a text."""
        return self._numbers("SELECT report FROM link_reports WHERE text = ? ORDER BY report", text)

    def one_of_text(self, text: int) -> int | None:
        """One report that prints a text, null where none does."""
        found = self._numbers("SELECT report FROM link_reports WHERE text = ? LIMIT 1", text)
        return found[0] if found else None

    def outlets(self, text: int) -> frozenset[str]:
        """The outlets that print a text."""
        query = "SELECT DISTINCT outlet FROM link_reports WHERE text = ? AND outlet IS NOT NULL"
        return frozenset(outlet for (outlet,) in self._sql.execute(query, (text,)))

    def post(self, text: int, values: Iterable[int]) -> None:
        """Enters a text under each of its sampled shingles."""
        self._put("link_shingles", [(value, text) for value in values])

    def standing(self, value: int, most: int = -1) -> list[int]:
        """The texts in which a shingle stands, the least first; at most so many (-1: all)."""
        query = "SELECT text FROM link_shingles WHERE value = ? ORDER BY text LIMIT ?"
        return [text for (text,) in self._sql.execute(query, (value, most))]

    def pages(self, outlet: int, values: Iterable[int]) -> dict[int, bytes | None]:
        """What is noted of shingles on an outlet's pages, null for furniture; shingles not noted are left out."""
        query = "SELECT value, pages FROM link_pages WHERE outlet = ? AND value IN (SELECT value FROM json_each(?))"
        return dict(self._sql.execute(query, (outlet, as_json(tuple(values)))))

    def note_pages(self, outlet: int, before: dict[int, bytes | None], after: dict[int, bytes | None]) -> None:
        """Notes what shingles have become on an outlet's pages; `before` is what `pages` gave for them."""
        old = [(outlet, value, before[value]) for value in after if value in before]
        self._take("link_pages", old)
        query = "INSERT OR REPLACE INTO link_pages (outlet, value, pages) VALUES (?, ?, ?)"
        self._put("link_pages", [(outlet, value, pages) for value, pages in after.items()], query)

    def pair(self, a: int, b: int) -> PairRow | None:
        """The pair of two texts, if they share passages."""
        return next(self._pairs("WHERE a = ? AND b = ?", a, b), None)

    def pairs(self) -> Iterator[PairRow]:
        """All pairs of texts, in order."""
        return self._pairs("ORDER BY a, b")

    def pairs_of(self, text: int) -> Iterator[PairRow]:
        """The pairs of a text."""
        yield from self._pairs("WHERE a = ?", text)
        yield from self._pairs("WHERE b = ?", text)

    def put_pair(self, row: PairRow) -> None:
        """Keeps a pair, in place of what was kept of these two."""
        self.drop_pair(row.a, row.b)
        self._put("link_pairs", [_pair_cells(row)])

    def drop_pair(self, a: int, b: int) -> bool:
        """Gives a pair up; false where there was none."""
        found = self.pair(a, b)
        if found:
            self._take("link_pairs", [_pair_cells(found)])
            self._sql.execute("DELETE FROM link_pairs WHERE a = ? AND b = ?", (a, b))
        return found is not None

    def put_keys(self, family: Family, twin: int, keys: Sequence[Collection[int]]) -> None:
        """Keeps under which keys the items of a twin are met, those of each item in turn."""
        self._put("link_blocks", [(family, key, twin, place) for place, own in enumerate(keys) for key in own])

    def block(self, family: Family, key: int, most: int = -1) -> list[Item]:
        """The items under a key, the least first; at most so many (-1: all)."""
        query = "SELECT twin, item FROM link_blocks WHERE family = ? AND key = ? ORDER BY twin, item LIMIT ?"
        return list(map(Item._make, self._sql.execute(query, (family, key, most))))

    def keys(self, family: Family, item: Item) -> frozenset[int]:
        """The keys of an item."""
        query = "SELECT key FROM link_blocks WHERE family = ? AND twin = ? AND item = ?"
        return frozenset(key for (key,) in self._sql.execute(query, (family, item.twin, item.place)))

    def put_claims(self, rows: Iterable[ClaimRow]) -> None:
        """Keeps pairs of attributions that say the same."""
        self._put(
            "link_claims",
            [
                (row.a.twin, row.a.place, row.b.twin, row.b.place, float(row.score), int(row.copied), row.why)
                for row in rows
            ],
        )  # fmt: skip

    def claims(self) -> Iterator[ClaimRow]:
        """All pairs of attributions that say the same, in order."""
        columns = _columns("link_claims")
        query = f"SELECT {columns} FROM link_claims ORDER BY a, a_item, b, b_item"  # noqa: S608
        for a, a_item, b, b_item, score, copied, why in self._sql.execute(query):
            yield ClaimRow(Item(a, a_item), Item(b, b_item), score, bool(copied), why)

    def put_misfits(self, rows: Iterable[MisfitRow]) -> None:
        """Keeps what does not fit between twins."""
        self._put("link_findings", [_misfit_cells(row) for row in rows])

    def misfits(self) -> Iterator[MisfitRow]:
        """All that does not fit between twins, in order."""
        query = f"SELECT {_columns('link_findings')} FROM link_findings ORDER BY a, b, place"  # noqa: S608
        for cells in self._sql.execute(query):
            yield MisfitRow(*cells[:-2], *map(_SPANS.decode, cells[-2:]))

    def clear(self) -> None:
        """Forgets every link, so that all are made again."""
        for table in COLUMNS:
            self._sql.execute(f"DELETE FROM {table}")  # noqa: S608 - a name of our own
        self._sum = RowSum()

    def seal(self) -> str:
        """Writes the sum of all rows down; gives its digest, for the log."""
        total = self._total()
        self._sql.execute("INSERT OR REPLACE INTO link_sum (id, sum) VALUES (1, ?)", (total.bytes(),))
        return total.digest()

    def _total(self) -> RowSum:
        if self._sum is None:
            kept = self._sql.execute("SELECT sum FROM link_sum").fetchone()
            self._sum = RowSum(kept[0] if kept else None)
        return self._sum

    def _put(self, table: str, rows: Sequence[Sequence[Cell]], insert: str | None = None) -> None:
        if not rows:
            return
        columns = COLUMNS[table]
        query = insert or f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"  # noqa: S608
        self._sql.executemany(query, rows)
        self._total().add(table, rows)

    def _take(self, table: str, rows: Sequence[Sequence[Cell]]) -> None:
        self._total().take(table, rows)

    def _numbers(self, query: str, of: int) -> list[int]:
        return [number for (number,) in self._sql.execute(query, (of,))]

    def _pairs(self, condition: str, *values: int) -> Iterator[PairRow]:
        query = f"SELECT {_columns('link_pairs')} FROM link_pairs {condition}"  # noqa: S608 - bound values
        for cells in self._sql.execute(query, values).fetchall():
            yield PairRow(*cells[:-2], *map(_STRETCHES.decode, cells[-2:]))


def _pair_cells(row: PairRow) -> tuple[Cell, ...]:
    shares = float(row.containment), float(row.share_a), float(row.share_b)
    covered = as_json(row.covered_a), as_json(row.covered_b)
    return row.a, row.b, row.kind, *shares, row.words, float(row.told), *covered


def _misfit_cells(row: MisfitRow) -> tuple[Cell, ...]:
    spans = as_json(row.spans_a), as_json(row.spans_b)
    return row.a, row.b, row.place, row.kind, row.rule, row.severity, row.why, *spans


def sum_of(connection: sqlite3.Connection) -> RowSum:
    """The sum of all rows as they stand, one row in memory at a time: what `verify` compares with what was sealed."""
    total = RowSum()
    for table in COLUMNS:
        total.add(table, connection.execute(f"SELECT {_columns(table)} FROM {table}"))  # noqa: S608
    return total


def links_body(time: str, links: str, entry: int, previous: str) -> Body:
    """What the log says of links that were made: the digest of the sum of all of them."""
    return Body(entry=entry, kind="links", previous=previous, time=time, program=__version__, links=links)
