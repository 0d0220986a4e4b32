"""Keeps readings and their originals in one file that only grows, and proves what it holds.

The one stage that writes. `Ledger` is its whole interface; the rows that it gives out are typed, and their JSON is the
contract's. How the log is chained, and how an outsider proves it, stands in ``docs/decisions/ledger-chain.md``.
"""

from .ledger import Ledger
from .linkrows import ClaimRow, Family, Item, Linked, MisfitRow, PairRow, Removal, Review, Verdict
from .links import Links
from .rows import (
    ActorRow,
    Added,
    AttributionRow,
    Bytes,
    Change,
    DateRow,
    DemandRow,
    Evidence,
    FigureRow,
    FindingRow,
    Hit,
    ReportRow,
    Stand,
    Trace,
    Verified,
    VersionsRow,
    WordingRow,
    Wrong,
    to_json,
)

__all__ = [
    "ActorRow",
    "Added",
    "AttributionRow",
    "Bytes",
    "Change",
    "ClaimRow",
    "DateRow",
    "DemandRow",
    "Evidence",
    "Family",
    "FigureRow",
    "FindingRow",
    "Hit",
    "Item",
    "Ledger",
    "Linked",
    "Links",
    "MisfitRow",
    "PairRow",
    "Removal",
    "ReportRow",
    "Review",
    "Stand",
    "Trace",
    "Verdict",
    "Verified",
    "VersionsRow",
    "WordingRow",
    "Wrong",
    "to_json",
]
