"""The rows that a ledger gives out, typed, whose JSON is the contract's, field for field.

Stands alone because these shapes are a promise to those who read a ledger, while how they are stored is free to change.
Where a row is one of a report's JSON it has the same fields with the report's id in front.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from sayso.model import (
    Act,
    ActorKind,
    AttributionKind,
    Bound,
    Cue,
    FindingKind,
    Mode,
    Passage,
    Printed,
    Span,
    Status,
    TimexType,
    Value,
)

Outcome = Literal["new", "version", "known", "refused"]
Extent = Literal["typo", "reworded", "rewritten"]
Kind = Literal["actor", "attribution", "figure", "date", "demand", "wording", "finding", "refused"]


class ReportRow(Value, frozen=True):
    """A report of the ledger; `added` is a UTC time, `version_of` the id of the report at the same place before it.

    `why` says of one whose `status` is not ``read`` why it was not.
    """

    id: str
    path: str
    address: str | None
    outlet: str | None
    title: str | None
    published: str | None
    language: str | None
    text: str
    added: str
    version_of: str | None
    status: Status
    why: str | None


class ActorRow(Value, frozen=True):
    """An actor of one report (see `sayso.model.Actor`)."""

    report: str
    id: str
    name: str
    kind: ActorKind
    roles: tuple[str, ...]
    aliases: tuple[str, ...]
    mentions: tuple[Span, ...]


class AttributionRow(Value, frozen=True):
    """An attribution of one report (see `sayso.model.Attribution`)."""

    report: str
    id: str
    kind: AttributionKind
    source: Passage | None
    cue: Cue | None
    content: Passage
    mode: Mode
    act: Act
    speaker: str | None
    chain: tuple[str, ...]
    said: str | None
    place: str | None
    addressee: str | None
    inside: str | None
    confidence: float


class FigureRow(Value, frozen=True):
    """A figure of one report; `speaker` (an actor's id), `said` and `act` are the carrying attribution's."""

    report: str
    id: str
    span: Span
    text: str
    attribution: str | None
    speaker: str | None
    value: float | int | None
    low: float | int | None
    high: float | int | None
    bound: Bound
    unit: str | None
    counted: str | None
    population: str | None
    place: str | None
    as_of: str | None
    said: str | None
    act: Act | None


class DateRow(Value, frozen=True):
    """A date of one report (see `sayso.model.Date`)."""

    report: str
    id: str
    span: Span
    text: str
    type: TimexType
    value: str
    mod: str | None
    edtf: str | None


class DemandRow(Value, frozen=True):
    """A demand of one report (see `sayso.model.Demand`)."""

    report: str
    id: str
    attribution: str | None
    who: str | None
    of: tuple[str, ...]
    action: Printed
    until: str | None


class WordingRow(Value, frozen=True):
    """A loaded term of one report (see `sayso.model.Wording`)."""

    report: str
    id: str
    span: Span
    text: str
    list: str
    rule: str
    voice: str
    plain: str


class Evidence(Value, frozen=True):
    """What a finding rests on in one report: its spans, and their words joined by one blank."""

    report: str
    spans: tuple[Span, ...]
    text: str


class FindingRow(Value, frozen=True):
    """A finding; its `id` is ``REPORT/ROW`` with the whole id of the report, as `Ledger.trace` takes it."""

    id: str
    kind: FindingKind
    why: str
    evidence: tuple[Evidence, ...]


class Change(Value, frozen=True):
    """What came, went or changed from one version to the next, each side in its printed words.

    `extent` of words that changed: a ``typo`` leaves all but a few letters as they were, what is ``reworded`` keeps
    half of its words, what is ``rewritten`` does not; null for a figure, and where something came or went.
    """

    kind: Literal["came", "went", "changed"]
    what: Literal["attribution", "figure", "title", "text"]
    before: str | None
    after: str | None
    extent: Extent | None = None


class VersionsRow(Value, frozen=True):
    """The reports of one page, oldest first, what changed, and the ground on which they are versions of it.

    `address` was given, else it is stated by the pages; without one it is their path.
    """

    address: str
    reports: tuple[str, ...]
    changes: tuple[Change, ...]
    ground: str


class Added(Value, frozen=True):
    """What became of one addition.

    `outcome`: ``new``; ``version`` (another original stood at this place before: `version_of`); ``known`` (already
    there, nothing was written); ``refused`` (`why` says why; only `Ledger.add_all` gives it, `Ledger.add` raises).
    `entry` is the number of the report's entry in the log; null where it has none.
    """

    outcome: Outcome
    report: str
    path: str
    entry: int | None
    version_of: str | None = None
    why: str | None = None


class Bytes(Value, frozen=True):
    """Bytes ``[start, end)`` of the original, how the words are written there, and the bytes as decoded.

    `how` is as in `sayso.model.Stretch`. What stands for white space may be long markup: there `decoded` is cut.
    """

    start: int
    end: int
    how: str
    decoded: str


class Stand(Value, frozen=True):
    """One span of a row: which part of the row it is, its words, and where the original has them."""

    part: str
    span: Span
    words: str
    bytes: tuple[Bytes, ...]


class Trace(Value, frozen=True):
    """A row followed back to the bytes: report, original (hex SHA-256), log entry, and every span of the row."""

    report: str
    row: str
    kind: Kind
    path: str
    address: str | None
    original: str
    size: int
    charset: str
    added: str
    entry: int
    stands: tuple[Stand, ...]


class Hit(Value, frozen=True):
    """What a search found: the report, the row (null for the report's own text or title), and a snippet.

    `spans` are the places of the words found, in code points of `snippet`; `at` is the place of the snippet in the
    report's text, null where it is no single stretch of it (a title, a name, content in several spans).
    """

    report: str
    row: str | None
    kind: Literal["text", "title", "attribution", "actor"]
    snippet: str
    spans: tuple[Span, ...]
    at: Span | None


class Wrong(Value, frozen=True):
    """The first thing that does not hold: the table, the row (or null), and in one sentence what differs."""

    table: str
    row: str | None
    what: str


class Verified(Value, frozen=True):
    """What `Ledger.verify` checked, and the first thing wrong (null: all of it holds).

    `head` is the hash of the last entry of the log: kept elsewhere, it proves later that nothing was cut off or
    rewritten. `content` is a digest of what was added, free of times. `unproven` counts stretches of text whose way of
    standing in the original (a page, a part) has no check yet.
    """

    wrong: Wrong | None
    reports: int = 0
    originals: int = 0
    entries: int = 0
    rows: int = 0
    unproven: int = 0
    head: str | None = None
    content: str | None = None


def to_json(row: Value) -> bytes:
    """One row as one line of JSON (UTF-8, without the newline)."""
    return msgspec.json.encode(row)
