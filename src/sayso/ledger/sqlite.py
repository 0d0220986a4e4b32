"""The ledger's store in one SQLite file: one connection that only reads, and one that writes.

Stands alone because it is the one place that joins opening, migrating, writing, asking and proving into a `Store`.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from sayso.errors import LedgerError
from sayso.version import __version__

from . import columns, querying, searching, verifying
from .chain import Body, makers, stamp
from .connecting import connect, told, writing
from .entries import append
from .linkrows import Removal, Review
from .links import Links, links_body
from .migrating import Clock, Migration, check, migrate
from .removing import remove, scrub
from .writing import write

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from sayso.stages import Engine

    from .linkrows import Verdict
    from .preparing import Prepared
    from .rows import (
        ActorRow,
        Added,
        AttributionRow,
        DateRow,
        DemandRow,
        FigureRow,
        FindingRow,
        Hit,
        ReportRow,
        Verified,
        WordingRow,
    )
    from .store import Head, Placed, Wanted


class SqliteStore:
    """A ledger in the file at `path`; belongs to the thread that made it.

    Each transaction is flushed to the disk before it counts as done (write-ahead log, ``synchronous = FULL``), so that
    what was added outlives the program, the system and the power. Any number of stores, in this process or others, may
    read the same file meanwhile; a second writer waits `wait` seconds for the first.
    """

    def __init__(
        self, path: Path, migrations: Sequence[Migration], clock: Clock, *, read_only: bool, wait: float
    ) -> None:
        self._path, self._migrations, self._clock = path, tuple(migrations), clock
        self._writer: sqlite3.Connection | None = None
        self._reader: sqlite3.Connection | None = None
        try:
            if not read_only:
                self._writer = connect(path, read_only=False, wait=wait)
                migrate(self._writer, path, migrations, clock)
            self._reader = connect(path, read_only=True, wait=wait)
            self._check_version()
        except BaseException:
            self.close()
            raise

    def _check_version(self) -> None:
        schema = check(self._read, self._path, self._migrations)
        if not schema:
            raise LedgerError(f"{self._path} is empty, and no ledger yet: `sayso add` makes one")
        if schema < len(self._migrations):
            raise LedgerError(
                f"{self._path} has the schema {schema} of an older Sayso: open it once for writing"
                f" (`sayso add`) to bring it to {len(self._migrations)}"
            )

    @property
    def _read(self) -> sqlite3.Connection:
        if self._reader is None:
            raise LedgerError(f"{self._path} was closed: open it again")
        return self._reader

    @property
    def _write(self) -> sqlite3.Connection:
        if self._writer is None:
            raise LedgerError(f"{self._path} was opened for reading only: nothing was added")
        return self._writer

    def close(self) -> None:
        """Ends the use of the file; the last writer to go folds the write-ahead log into the one file."""
        reader, writer = self._reader, self._writer
        self._reader = self._writer = None
        for connection in (reader, writer):
            if connection is not None:
                connection.close()

    def known(self, report: str) -> bool:
        """Whether a report of this whole id is there."""
        return querying.known(self._read, self._path, report)

    def write(self, batch: Sequence[Prepared], engine: Engine) -> list[Added]:
        """Writes the additions in one transaction: all of them, or on an error none."""
        with writing(self._write, self._path):
            return write(self._write, batch, stamp(self._clock()), makers(engine))

    def heads(self, first: str, last: str, most: int) -> list[Head]:
        """At most `most` reports whose ids are from `first` to `last`."""
        return querying.heads(self._read, self._path, first, last, most)

    def original(self, head: Head) -> bytes:
        """The report's bytes as they came."""
        return querying.original(self._read, self._path, head)

    def reading(self, head: Head) -> bytes:
        """The report's reading as a line of JSON."""
        return querying.reading(self._read, self._path, head)

    def head(self, number: int) -> Head:
        """The report of that number."""
        return querying.head(self._read, self._path, number)

    def links(self) -> Links:
        """The links as they stand, for reading."""
        return Links(self._read)

    @contextmanager
    def linking(self) -> Iterator[Links]:
        """The links for writing, in one transaction that ends in an entry of the log."""
        with writing(self._write, self._path):
            links = Links(self._write)
            yield links
            append(self._write, partial(links_body, stamp(self._clock()), links.seal()))

    def review(self, verdict: Verdict, a: str, b: str, reason: str) -> Review:
        """Writes a person's word on a link down, with its own entry in the log."""
        with writing(self._write, self._path):
            body = append(self._write, partial(_review_body, stamp(self._clock()), verdict, a, b, reason))
            values = body.entry, verdict, a, b, reason
            self._write.execute("INSERT INTO reviews (entry, verdict, a, b, reason) VALUES (?, ?, ?, ?, ?)", values)
        return Review(*values)

    def remove(self, head: Head, reason: str) -> Removal:
        """Takes a report out by order, its bytes with it, and leaves a tombstone."""
        with writing(self._write, self._path):
            removal = remove(self._write, head, reason, stamp(self._clock()))
        with told(self._path):
            scrub(self._write)
        return removal

    def removals(self) -> list[Removal]:
        """All tombstones, in order."""
        return querying.removals(self._read, self._path)

    def reviews(self) -> list[Review]:
        """All reviews, in order."""
        return querying.reviews(self._read, self._path)

    def placed(self) -> list[Placed]:
        """Where each report stands."""
        return querying.placed(self._read, self._path)

    def newest(self) -> int:
        """The number of the report that was added last."""
        return querying.newest(self._read, self._path)

    def telling(self, number: int) -> tuple[str | None, str]:
        """The title and the text of a report."""
        return querying.telling(self._read, self._path, number)

    def reports(self, wanted: Wanted) -> Iterator[ReportRow]:
        """Reports, in the order in which they were added."""
        return querying.reports(self._read, self._path, wanted)

    def actors(self, wanted: Wanted) -> Iterator[ActorRow]:
        """Actors."""
        return querying.rows(self._read, self._path, "actors", wanted, columns.actor)

    def attributions(self, wanted: Wanted) -> Iterator[AttributionRow]:
        """Attributions."""
        return querying.rows(self._read, self._path, "attributions", wanted, columns.attribution)

    def figures(self, wanted: Wanted) -> Iterator[FigureRow]:
        """Figures."""
        return querying.rows(self._read, self._path, "figures", wanted, columns.figure)

    def dates(self, wanted: Wanted) -> Iterator[DateRow]:
        """Dates."""
        return querying.rows(self._read, self._path, "dates", wanted, columns.date)

    def demands(self, wanted: Wanted) -> Iterator[DemandRow]:
        """Demands."""
        return querying.rows(self._read, self._path, "demands", wanted, columns.demand)

    def wording(self, wanted: Wanted) -> Iterator[WordingRow]:
        """Loaded terms."""
        return querying.rows(self._read, self._path, "wording", wanted, columns.wording)

    def findings(self, wanted: Wanted) -> Iterator[FindingRow]:
        """Findings, their evidence printed from the report's text."""
        last, text = "", ""

        def make(report: str, cells: Sequence[str]) -> FindingRow:
            nonlocal last, text
            if report != last:
                last, text = report, querying.text(self._read, report)
            return columns.finding(report, text, cells)

        return querying.rows(self._read, self._path, "findings", wanted, make)

    def search(self, words: str, most: int) -> list[Hit]:
        """Hits for all of `words`."""
        return searching.search(self._read, self._path, words, most)

    def verify(self, head: str | None) -> Verified:
        """Checks everything, the indexes of words last."""
        done = verifying.verify(self._read, self._path, self._migrations, head)
        if done.wrong:
            return done
        with told(self._path):
            wrong = verifying.verify_indexes(self._writer or self._read, self._path, read_only=self._writer is None)
        return msgspec.structs.replace(done, wrong=wrong)


def _review_body(time: str, verdict: Verdict, a: str, b: str, reason: str, entry: int, previous: str) -> Body:
    return Body(
        entry=entry, kind="review", previous=previous, time=time, program=__version__,
        verdict=verdict, a=a, b=b, reason=reason,
    )  # fmt: skip
