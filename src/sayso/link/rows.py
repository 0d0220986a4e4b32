"""The rows that linking gives out, typed, whose JSON is the contract's, field for field.

Stands alone because these shapes are a promise to those who read a ledger, while how links are kept is free to change.
"""

from __future__ import annotations

from typing import Literal

from sayso.model import Mode, Span, Value


class CopyMember(Value, frozen=True):
    """One report of a cluster: the share of it that stands in the report it is held against, and where."""

    report: str
    overlap: float
    spans: tuple[Span, ...]


class CopiesRow(Value, frozen=True):
    """Reports that copy one another, or take passages from one another; `first` is null where nobody knows."""

    id: str
    kind: Literal["copy", "excerpt"]
    first: str | None
    reports: tuple[CopyMember, ...]


class Speaker(Value, frozen=True):
    """Whose claim it is, by the name that most reports give."""

    id: str
    name: str


class Said(Value, frozen=True):
    """One attribution of a claim; `spans` and `text` are its content's, `chain` is by name, nearest first."""

    report: str
    id: str
    spans: tuple[Span, ...]
    text: str
    mode: Mode
    chain: tuple[str, ...]
    root: bool


class FirstReport(Value, frozen=True):
    """The report that had a claim first, and when it was published."""

    report: str
    published: str | None


class ClaimsRow(Value, frozen=True):
    """A claim: attributions that say the same, how many reports have it, and from how many independent roots."""

    id: str
    text: str
    speaker: Speaker | None
    said: str | None
    attributions: tuple[Said, ...]
    reports: int
    independent: int
    first: FirstReport | None
