"""The small interface behind which a ledger's rows are kept, so that another database can stand in SQLite's place.

Stands alone because `Ledger` knows only this: what is asked and given in the terms of the ledger, never a statement of
SQL. Every method raises `LedgerError` where the store is damaged, locked or cannot be written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from sayso.stages import Engine

    from .linkrows import Removal, Review, Verdict
    from .links import Links
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

Wanted = Mapping[str, str | int | None]
"""Columns and the values that they must have; a null asks for nothing."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands in the log and the archive for one report."""

    entry: int
    report: str
    path: str
    address: str | None
    original: str
    charset: str
    added: str


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a report stands, by its number: what was given, and what its page states (by what, and which address).

    `changed` is the last time at which it says it was changed, else that at which it was published.
    """

    number: int
    original: str
    path: str
    address: str | None
    changed: str | None
    stated: tuple[tuple[str, str], ...] = ()


class Store(Protocol):
    """Where the rows are."""

    def close(self) -> None:
        """Ends the use of the store; a second call does nothing."""

    def known(self, report: str) -> bool:
        """Whether a report of this whole id is there."""

    def write(self, batch: Sequence[Prepared], engine: Engine) -> list[Added]:
        """Writes the additions in one transaction, each with its own entry in the log; known ones are passed over."""

    def heads(self, first: str, last: str, most: int) -> list[Head]:
        """At most `most` reports whose ids are from `first` to `last`."""

    def original(self, head: Head) -> bytes:
        """The report's bytes as they came."""

    def reading(self, head: Head) -> bytes:
        """The report's reading, as the line of JSON that was added."""

    def head(self, number: int) -> Head:
        """The report of that number."""

    def links(self) -> Links:
        """The links as they stand, for reading."""

    def linking(self) -> AbstractContextManager[Links]:
        """The links for writing, in one transaction that ends in an entry of the log."""

    def review(self, verdict: Verdict, a: str, b: str, reason: str) -> Review:
        """Writes a person's word on a link down."""

    def remove(self, head: Head, reason: str) -> Removal:
        """Takes a report out by order, its bytes with it, and leaves a tombstone."""

    def removals(self) -> list[Removal]:
        """All tombstones, in order."""

    def reviews(self) -> list[Review]:
        """All reviews, in order."""

    def placed(self) -> list[Placed]:
        """Where each report stands, in the order of adding."""

    def newest(self) -> int:
        """The number of the report that was added last; 0 for none."""

    def telling(self, number: int) -> tuple[str | None, str]:
        """The title and the text of the report of that number."""

    def reports(self, wanted: Wanted) -> Iterator[ReportRow]:
        """Reports in the order in which they were added; so are the rows of all that follow."""

    def actors(self, wanted: Wanted) -> Iterator[ActorRow]:
        """Actors."""

    def attributions(self, wanted: Wanted) -> Iterator[AttributionRow]:
        """Attributions."""

    def figures(self, wanted: Wanted) -> Iterator[FigureRow]:
        """Figures."""

    def dates(self, wanted: Wanted) -> Iterator[DateRow]:
        """Dates."""

    def demands(self, wanted: Wanted) -> Iterator[DemandRow]:
        """Demands."""

    def wording(self, wanted: Wanted) -> Iterator[WordingRow]:
        """Loaded terms."""

    def findings(self, wanted: Wanted) -> Iterator[FindingRow]:
        """Findings."""

    def search(self, words: str, most: int) -> list[Hit]:
        """At most `most` hits for all of `words`, what was added last first."""

    def verify(self, head: str | None) -> Verified:
        """Checks everything; `head`, where given, must be the hash of an entry of the log."""
