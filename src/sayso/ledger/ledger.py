"""The ledger: adds readings to it, asks it for rows, follows a row to the bytes, and proves the whole.

Stands alone because it is all that the rest of Sayso knows of how a ledger is kept.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

import msgspec

from sayso.errors import InputError, LedgerError, UsageError
from sayso.model import Reading, from_json

from .migrating import Clock, shipped
from .pages import Series, series_of
from .places import Source, kind, named_rows, stands
from .preparing import Prepared, prepare
from .rows import (
    ActorRow,
    Added,
    AttributionRow,
    Change,
    DateRow,
    DemandRow,
    FigureRow,
    FindingRow,
    Hit,
    ReportRow,
    Trace,
    Verified,
    VersionsRow,
    WordingRow,
)
from .sqlite import SqliteStore
from .versions import changes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from contextlib import AbstractContextManager
    from types import TracebackType

    from sayso.stages import Engine, Original

    from .linkrows import Removal, Review, Verdict
    from .links import Links
    from .store import Head, Store

WAIT = 5.0
"""Seconds to wait for another writer."""

BATCH_REPORTS = 256
BATCH_BYTES = 32 * 1024 * 1024
"""`Ledger.add_all` writes what it was given once it has this many reports, or bytes of originals and readings."""

_REPORT = re.compile(r"(?:sha256:)?([0-9a-f]{8,64})", re.IGNORECASE)


def _now() -> datetime:
    return datetime.now(UTC)


class Ledger:
    """An append-only ledger of readings with their originals, in one file; use it as a context manager.

    A ledger belongs to the thread that opened it; other threads and processes open their own, and read while one
    writes. A report is named by its id, which may be cut to eight hex digits and go without ``sha256:``; a row by
    ``REPORT/ROW``. Rows come in the order in which their reports were added, and within a report in text order; of each
    argument that is given a row must have the very value. Whatever names a report raises `InputError` where the ledger
    has none of that id or more than one, and whatever reads raises `LedgerError` where the file turns out damaged.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: tuple[int, dict[int, Series]] | None = None

    @classmethod
    def open(
        cls,
        path: str | Path,
        *,
        create: bool = True,
        read_only: bool = False,
        wait: float = WAIT,
        clock: Clock = _now,
    ) -> Self:
        """The ledger in the file at `path`; makes it if it is absent and `create` is set, and migrates an older one.

        `wait` is the number of seconds to wait for another writer, `clock` tells the time that the log gives.
        Raises `LedgerError` where the file is absent (and not to be made), no ledger, damaged, locked, from a newer
        version, or cannot be written though it was to be.
        """
        file = Path(path)
        if not file.exists() and (read_only or not create):
            raise LedgerError(f"{file} is not there: name a ledger, or make one with `sayso add`")
        if not file.parent.is_dir():
            raise LedgerError(f"{file} cannot be made: there is no folder {file.parent}")
        return cls(SqliteStore(file, shipped(), clock, read_only=read_only, wait=wait))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends the use of the ledger; once its last user has closed it, it is one file that can be copied."""
        self._store.close()

    def known(self, original: Original) -> bool:
        """Whether these bytes from this place are there already, so that they need not be read again."""
        return self._store.known(original.id)

    def add(self, original: Original, reading: Reading, engine: Engine = "best") -> Added:
        """Adds one reading in a transaction of its own: once this returns, it is on the disk.

        Bytes that are there already from the same place change nothing. Raises `InputError` where the reading's words
        do not stand in the original, `LedgerError` where nothing can be written; the ledger is then as it was. `engine`
        is what the reading was made with, for the log.
        """
        return self._store.write([prepare(original, reading)], engine)[0]

    def add_all(self, additions: Iterable[tuple[Original, Reading]], engine: Engine = "best") -> Iterator[Added]:
        """Adds many, several a transaction, each with its own entry in the log.

        An outcome is given once its transaction is on the disk; a crash loses at most the last batch, whole. What
        cannot be taken is ``refused`` with the reason, and the rest goes on. No lock is held while `additions` is
        asked for more. Raises `LedgerError` where nothing can be written; what was given before stays.
        """
        waiting: list[Prepared | Added] = []
        size = 0
        for original, reading in additions:
            try:
                prepared = prepare(original, reading)
            except InputError as error:
                waiting.append(Added("refused", original.id, original.path, None, why=str(error)))
                continue
            waiting.append(prepared)
            size += prepared.original.size + prepared.packed_reading.size
            if len(waiting) >= BATCH_REPORTS or size >= BATCH_BYTES:
                yield from self._write(waiting, engine)
                waiting, size = [], 0
        yield from self._write(waiting, engine)

    def _write(self, waiting: list[Prepared | Added], engine: Engine) -> list[Added]:
        batch = [one for one in waiting if isinstance(one, Prepared)]
        written = iter(self._store.write(batch, engine) if batch else ())
        return [next(written) if isinstance(one, Prepared) else one for one in waiting]

    def reports(
        self, *, report: str | None = None, address: str | None = None, outlet: str | None = None,
        language: str | None = None,
    ) -> Iterator[ReportRow]:  # fmt: skip
        """Reports; `language` is an ISO 639-1 code, `outlet` a name as the report's row has it."""
        wanted = {"entry": self._entry(report), "address": address, "outlet": outlet, "language": language}
        return self._store.reports(wanted)

    def attributions(
        self, *, report: str | None = None, speaker: str | None = None, act: str | None = None,
        mode: str | None = None, stance: str | None = None,
    ) -> Iterator[AttributionRow]:  # fmt: skip
        """Attributions; `speaker` is an actor's id, `stance` that of the cue."""
        wanted = {"report": self._entry(report), "speaker": speaker, "act": act, "mode": mode}
        return self._store.attributions({**wanted, "cue_stance": stance})

    def actors(
        self, *, report: str | None = None, actor: str | None = None, kind: str | None = None
    ) -> Iterator[ActorRow]:
        """Actors, one row a report that names them; `actor` is an id."""
        return self._store.actors({"report": self._entry(report), "id": actor, "kind": kind})

    def figures(
        self, *, report: str | None = None, counted: str | None = None, unit: str | None = None,
        place: str | None = None, speaker: str | None = None,
    ) -> Iterator[FigureRow]:  # fmt: skip
        """Figures; `speaker` is the id of the actor whose attribution carries them."""
        wanted = {"report": self._entry(report), "counted": counted, "unit": unit, "place": place}
        return self._store.figures({**wanted, "speaker": speaker})

    def dates(self, *, report: str | None = None, value: str | None = None) -> Iterator[DateRow]:
        """Dates; `value` is that of TimeML (TIMEX3), such as ``2031-03-05``."""
        return self._store.dates({"report": self._entry(report), "value": value})

    def demands(self, *, report: str | None = None, who: str | None = None) -> Iterator[DemandRow]:
        """Demands; `who` is an actor's id."""
        return self._store.demands({"report": self._entry(report), "who": who})

    def wording(
        self, *, report: str | None = None, rule: str | None = None, voice: str | None = None
    ) -> Iterator[WordingRow]:
        """Loaded terms; `voice` is ``outlet`` or an attribution's id."""
        return self._store.wording({"report": self._entry(report), "rule": rule, "voice": voice})

    def findings(
        self, *, report: str | None = None, kind: str | None = None, severity: str | None = None
    ) -> Iterator[FindingRow]:
        """Findings within reports; `kind` and `severity` are those of `sayso.model.Finding`."""
        return self._store.findings({"report": self._entry(report), "kind": kind, "severity": severity})

    def show(self, report: str) -> Reading:
        """The whole reading of a report, with its map into the original."""
        return self._reading(self._head(report))

    def original(self, report: str) -> bytes:
        """The bytes of a report as they came, before anything was decoded."""
        return self._store.original(self._head(report))

    def trace(self, row: str) -> Trace:
        """The row named ``REPORT/ROW`` with the place in the text and in the original's bytes of each of its spans.

        Raises `InputError` where no such row is there, or where the name fits several reports.
        """
        name, _slash, wanted = row.partition("/")
        head = self._head(name)
        reading = self._reading(head)
        found = next((one for one in named_rows(reading) if one.id == wanted), None)
        if found is None:
            raise InputError(f"{row}: {head.report} has no row {wanted!r}; its rows are named like a1, f1, d1")
        data = self._store.original(head)
        return Trace(
            report=head.report,
            row=found.id,
            kind=kind(found),
            path=head.path,
            address=head.address,
            original=head.original,
            size=len(data),
            charset=head.charset,
            added=head.added,
            entry=head.entry,
            stands=stands(Source(data, head.charset), reading, found),
        )

    def versions(self, *, address: str | None = None) -> Iterator[VersionsRow]:
        """Each page that had several originals, what changed between them, and why they are versions of one page."""
        for series in self._pages():
            heads = [self._store.head(number) for number in series.numbers]
            if len({head.original for head in heads}) == 1 or (address is not None and not series.stands_at(address)):
                continue
            found: list[Change] = []
            before = self._reading(heads[0])
            for head in heads[1:]:
                after = self._reading(head)
                found.extend(changes(before, after))
                before = after
            ground = series.ground(series.numbers)
            yield VersionsRow(series.place, tuple(head.report for head in heads), tuple(found), ground)

    def one_page(self, *numbers: int) -> str | None:
        """On what ground the reports of these numbers are versions of one page; null where they are not."""
        found = {self._series().get(number) for number in numbers}
        series = found.pop()
        return series.ground(numbers) if series is not None and not found else None

    def _pages(self) -> list[Series]:
        return list(dict.fromkeys(self._series().values()))

    def _series(self) -> dict[int, Series]:
        """The versions to which each report belongs, made anew once reports have come."""
        newest = self._store.newest()
        if self._known is None or self._known[0] != newest:
            made = series_of(self._store.placed(), self._store.telling)
            self._known = newest, {number: series for series in made for number in series.numbers}
        return self._known[1]

    def numbered(self, number: int) -> Reading:
        """The whole reading of the report with that number (see `links`)."""
        return self._reading(self._store.head(number))

    def number(self, report: str) -> int:
        """The number of a report (see `links`); raises `InputError` where there is none, or more than one."""
        return self._head(report).entry

    def name(self, number: int) -> str:
        """The id of the report with that number (see `links`)."""
        return self._store.head(number).report

    def place(self, number: int) -> int:
        """The least number of a report that stands where that one stands: those of one place are versions."""
        series = self._series().get(number)
        return number if series is None else min(series.numbers)

    def links(self) -> Links:
        """What links the reports, as it stands, for reading; it names them by numbers, in the order of adding."""
        return self._store.links()

    def linking(self) -> AbstractContextManager[Links]:
        """The links for writing: one transaction that is kept whole, with its own entry in the log, or not at all."""
        return self._store.linking()

    def review(self, verdict: Verdict, a: str, b: str, reason: str) -> Review:
        """Keeps a person's word on whether the rows `a` and `b` (``REPORT/ROW``) are one; nothing is taken out.

        Raises `InputError` where one of the rows is not there, or the two are no two attributions or actors, and
        `UsageError` where no word on them stands that could be undone.
        """
        ours, theirs = self.trace(a), self.trace(b)
        kinds = {ours.kind, theirs.kind}
        if kinds not in ({"attribution"}, {"actor"}):
            raise InputError(f"{a}, {b}: a review is of two attributions or of two actors")
        if (ours.report, ours.row) == (theirs.report, theirs.row):
            raise InputError(f"{a}, {b}: a review is of two rows, and that is one")
        if verdict == "same" and kinds == {"actor"}:
            raise InputError(f"{a}, {b}: people can be put apart, not together")
        one, other = f"{ours.report}/{ours.row}", f"{theirs.report}/{theirs.row}"
        if verdict == "undone" and not self._reviewed({one, other}):
            raise UsageError(f"{a}, {b}: nothing was said of these two that could be taken back")
        return self._store.review(verdict, one, other, reason)

    def _reviewed(self, pair: set[str]) -> bool:
        """Whether a person's word on two rows stands."""
        said = [review.verdict for review in self.reviews() if {review.a, review.b} == pair]
        return bool(said) and said[-1] != "undone"

    def remove(self, report: str, reason: str) -> Removal:
        """Takes a report out by order, with bytes, rows and words; the log keeps that it was there, and why it went.

        All links go with it and have to be made again. The same bytes from the same place are refused from then on.
        Raises `InputError` where `report` names none.
        """
        self._known = None
        return self._store.remove(self._head(report), reason)

    def removals(self) -> list[Removal]:
        """The tombstones of reports that were removed, in order."""
        return self._store.removals()

    def reviews(self) -> list[Review]:
        """All reviews, in the order in which they were made."""
        return self._store.reviews()

    def search(self, words: str, *, most: int = 20) -> list[Hit]:
        """Attributions, actors and reports that have all of `words`, at most `most`; see `sayso.ledger.searching`."""
        return self._store.search(words, most)

    def verify(self, *, head: str | None = None) -> Verified:
        """Checks every original, row, table and log entry; `head`, a hash kept elsewhere, must be in the log."""
        return self._store.verify(head)

    def _reading(self, head: Head) -> Reading:
        try:
            return from_json(self._store.reading(head))
        except msgspec.DecodeError as error:
            raise LedgerError(f"the reading of {head.report} is damaged: {error}; go back to a copy") from None

    def _gone(self, digits: str) -> str:
        """Why an id names no report: one that was removed by order says when and why."""
        for one in self._store.removals():
            if one.report.removeprefix("sha256:").startswith(digits):
                return f"it was removed by order on {one.removed[: len('2031-03-05')]} ({one.reason})"
        return "no report of this ledger has such an id"

    def _entry(self, report: str | None) -> int | None:
        return None if report is None else self._head(report).entry

    def _head(self, report: str) -> Head:
        """The one report that `report` names; raises `InputError` where there is none, or more than one."""
        found = _REPORT.fullmatch(report)
        if not found:
            raise InputError(f"{report!r} names no report: give eight or more of the hex digits of its id")
        digits = found[1].lower()
        heads = self._store.heads(f"sha256:{digits}", f"sha256:{digits}g", 3)
        if not heads:
            raise InputError(f"{report}: {self._gone(digits)}")
        if len(heads) > 1:
            several = ", ".join(head.report[: len("sha256:") + len(digits) + 4] for head in heads[:2])
            raise InputError(f"{report}: fits several reports ({several}, ...): give more digits")
        return heads[0]
