"""The rows that linking gives out, typed, whose JSON is the contract's, field for field.

Stands alone because these shapes are a promise to those who read a ledger, while how links are kept is free to change.
"""

from __future__ import annotations

from typing import Literal

from sayso.model import Act, Mode, Span, Value

CopyKind = Literal["copy", "excerpt", "mosaic"]
EditKind = Literal[
    "added", "cut", "changed", "attribution-dropped", "hedge-dropped", "figure-changed", "headline-stronger"
]


class CopyMember(Value, frozen=True):
    """One report of a cluster: the share of it that stands in the report it is held against, and where."""

    report: str
    overlap: float
    spans: tuple[Span, ...]


class CopiesRow(Value, frozen=True):
    """Reports that copy one another, or take passages from one another; `first` is null where nobody knows.

    Of a ``mosaic`` half or more of the report that is named first stands in the others, none of which it copies.
    """

    id: str
    kind: CopyKind
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
    act: Act
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


class SharedRow(Value, frozen=True):
    """Words in a row that two reports share: where in each, and how many."""

    a: Span
    b: Span
    words: int


class EditRow(Value, frozen=True):
    """One thing that the second of two reports does otherwise (see `copies.edit`), each side in its words."""

    kind: EditKind
    spans_before: tuple[Span, ...]
    before: str | None
    spans_after: tuple[Span, ...]
    after: str | None
    why: str


class JudgedRow(Value, frozen=True):
    """Two things that were compared, each side in its words: what does not fit, or why they were let go.

    `differs` names what kept them apart ("time", "place", "bound"), null where they do not fit.
    """

    rule: str
    differs: str | None
    why: str
    before: str | None
    after: str | None


class ComparedRow(Value, frozen=True):
    """Two reports side by side; `first` is null where nobody knows, and `why` says what tells, or that nothing does.

    `kind` is null where they share too little to speak of; a ``passage`` is less than an excerpt, and a ``series`` has
    one outlet's standing sentences in reports of two days. `share_a` and `share_b` are the shares of each that stand in
    the other. `versions` is the ground on which they are versions of one page, null where they are not.
    """

    a: str
    b: str
    kind: Literal["copy", "excerpt", "passage", "series"] | None
    share_a: float
    share_b: float
    first: str | None
    why: str
    shared: tuple[SharedRow, ...]
    edits: tuple[EditRow, ...]
    findings: tuple[JudgedRow, ...]
    passed: tuple[JudgedRow, ...]
    versions: str | None
