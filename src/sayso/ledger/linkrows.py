"""The rows in which a ledger keeps what links reports, as the stage that links them gives and takes them.

Stands alone because `link` reads and writes these and knows no SQL, while `ledger` keeps them and never compares.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from sayso.model import FindingKind, Severity, Span

Family = Literal["claims", "reports"]
"""What is compared: attributions with attributions, or reports with reports."""

Verdict = Literal["apart", "same", "undone"]
"""What a person says of a link: the two are not one, the two are one, or the last word on them is taken back."""


@dataclass(frozen=True, slots=True)
class Linked:
    """A report that was linked: its number, twin, text and outlet (see the table `link_reports`)."""

    report: int
    twin: int
    text: int
    outlet: str | None


@dataclass(frozen=True, slots=True)
class PairRow:
    """Two texts that share passages, the lesser first; the rest as in `sayso.link.copies.sharing.Sharing`."""

    a: int
    b: int
    kind: str
    containment: float
    share_a: float
    share_b: float
    words: int
    told: float
    covered_a: tuple[tuple[int, int], ...]
    covered_b: tuple[tuple[int, int], ...]


class Item(NamedTuple):
    """One thing that is compared: the twin whose it is, and its place in the twin's reading (0 for the whole)."""

    twin: int
    place: int


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """Two attributions that say the same, the lesser first; `copied` where one is the other's words once more."""

    a: Item
    b: Item
    score: float
    copied: bool
    why: str


@dataclass(frozen=True, slots=True)
class MisfitRow:
    """What does not fit between two twins, the lesser first, and where in each."""

    a: int
    b: int
    place: int
    kind: FindingKind
    rule: str
    severity: Severity
    why: str
    spans_a: tuple[Span, ...]
    spans_b: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """A person's word on a link between two rows (``REPORT/ROW``), and the number of its entry in the log."""

    entry: int
    verdict: Verdict
    a: str
    b: str
    reason: str


@dataclass(frozen=True, slots=True)
class Removal:
    """A report that was taken out by order: its entry in the log, its id and hash, why, and when (UTC)."""

    entry: int
    report: str
    original: str
    reason: str
    removed: str
