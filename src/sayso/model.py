"""The frozen values that pass between stages, and the JSON contract that is made from them.

Stands alone because every stage imports it and it imports none of them. Offsets count Unicode code points of
``report.text``; a span is half open, ``[start, end)``. The structs up to `Reading` are the JSON of one report, field
for field; what stages hand each other besides (`Original`, `Cleaned`, `Parsed`, `Extracted`) follows in `stages.py`.
"""

from __future__ import annotations

from typing import Literal

import msgspec

SCHEMA_VERSION = 1

Bound = Literal["exact", "at_least", "at_most", "more_than", "less_than", "about", "between"]
Trend = Literal["up", "down"]
FigureKind = Literal["count", "measure", "money", "percent", "rate", "age", "duration", "ordinal"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Mode = Literal["direct", "mixed", "indirect"]
Stance = Literal["neutral", "endorsing", "doubting"]
Act = Literal["assert", "deny", "demand", "promise", "threaten", "accuse", "praise", "condemn", "predict", "ask"]
AttributionKind = Literal["speech", "thought"]
ActorKind = Literal["person", "organisation", "place", "group", "unnamed"]
Status = Literal["read", "not-read", "failed"]
PublishedFrom = Literal["text", "metadata", "given"]
Severity = Literal["high", "low"]
FindingKind = Literal[
    "duration-mismatch",
    "order-conflict",
    "weekday-mismatch",
    "sum-mismatch",
    "figure-conflict",
    "figure-decrease",
    "date-conflict",
    "attribution-conflict",
    "quote-altered",
    "own-voice-shift",
    "page-date",
    "not-in-cited-source",
]


class Value(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of all values of the contract: immutable, compared by content, nothing unknown let in."""


class Span(msgspec.Struct, frozen=True, array_like=True, order=True):
    """``[start, end)`` in code points of ``report.text``; in JSON an array of two integers."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


class Passage(Value, frozen=True):
    """Characters of the text, in one or more spans, with the words as printed (spans joined by one blank)."""

    spans: tuple[Span, ...]
    text: str


class Printed(Value, frozen=True):
    """One span and its words as printed."""

    span: Span
    text: str


class Cue(Value, frozen=True):
    """The words that mark an attribution ("said"): as printed, their lemma, and their stance."""

    spans: tuple[Span, ...]
    text: str
    lemma: str
    stance: Stance


class Outlet(Value, frozen=True):
    """Who published the report; `spans` say where its text or furniture names it (none where metadata does)."""

    name: str
    spans: tuple[Span, ...] = ()


class Removed(Value, frozen=True):
    """A stretch of the text that is no part of the report, and why: nothing is extracted from it."""

    span: Span
    why: str


class Stretch(msgspec.Struct, frozen=True, array_like=True):
    """Where text ``[text_start, text_end)`` stands in the original's bytes, and how it is written there.

    `how`: ``literal``, ``reference`` (HTML character reference), ``space`` (white space, line break or markup that
    stands in the text as one blank, or as newlines and tabulators), ``page N`` or ``part NAME``. Stretches tile the
    text without a gap.
    """

    text_start: int
    text_end: int
    byte_start: int
    byte_end: int
    how: str


class Stated(Value, frozen=True):
    """What a page states of itself in its head and is kept as its claim: an address of its own, or when it was changed.

    `what`: ``address`` or ``modified`` (an ISO 8601 date or date-time). `by` is what states it: ``canonical``,
    ``json-ld``, ``time-element``, or the name of a meta element (``og:url``). `bytes` is its place in the original,
    ``[start, end)``.
    """

    what: Literal["address", "modified"]
    by: str
    value: str
    bytes: tuple[int, int] | None


class Report(Value, frozen=True):
    """One original at one place: its text and what is known of its origin.

    `id` is ``sha256:`` and the SHA-256 of the bytes, a NUL byte, and the address (without one, the path) in UTF-8.
    `published` is an ISO 8601 date or date-time. `origin` is printed on request only. `stated` is what the page states
    of itself and nobody gave.
    """

    id: str
    address: str | None
    path: str
    outlet: Outlet | None
    title: str | None
    byline: str | None
    published: str | None
    published_from: PublishedFrom | None
    language: str | None
    status: Status
    why: str | None
    text: str
    removed: tuple[Removed, ...]
    origin: tuple[Stretch, ...] | None
    stated: tuple[Stated, ...] = ()


class Actor(Value, frozen=True):
    """Somebody whom the report quotes or names as a source; `id` is a readable slug, unique in the report."""

    id: str
    name: str
    kind: ActorKind
    roles: tuple[str, ...]
    aliases: tuple[str, ...]
    mentions: tuple[Span, ...]


class Attribution(Value, frozen=True):
    """Who said (or thought) what: source, cue and content, each as printed, and what follows from them.

    `speaker` and `chain` are ids of `Actor`; `chain` runs from the outlet to the speaker. `said` is an ISO 8601 date.
    `inside` is the id of the attribution that this one is nested in. `confidence` is the reader's, 0 to 1.
    """

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


class Figure(Value, frozen=True):
    """A counted or measured quantity with its bounds, what is counted, and who tells it.

    `value` is null where `bound` is ``between`` or a vague word has no reading; `convention` names that reading.
    `unit`: ``person``, the singular noun counted, an ISO 4217 code, ``percent`` or a name of pint's. `part_of` is the
    id of the figure of which this is a part. `as_of` and `since` are ISO 8601 dates. `attribution` null: the outlet's
    voice.
    """

    id: str
    kind: FigureKind
    span: Span
    text: str
    value: float | int | None
    low: float | int | None
    high: float | int | None
    bound: Bound
    trend: Trend | None
    unit: str | None
    noun: Printed | None
    counted: str | None
    part_of: str | None
    convention: str | None
    population: str | None
    place: str | None
    as_of: str | None
    since: str | None
    attribution: str | None


class Date(Value, frozen=True):
    """A time expression: `value` is TimeML (TIMEX3), `edtf` carries ranges and doubt, null where TimeML says it all."""

    id: str
    span: Span
    text: str
    type: TimexType
    value: str
    mod: str | None
    edtf: str | None


class Demand(Value, frozen=True):
    """Who asks whom to do what, until when; `who` is an actor's id, `of` the addressees as printed."""

    id: str
    attribution: str | None
    who: str | None
    of: tuple[str, ...]
    action: Printed
    until: str | None


class Wording(Value, frozen=True):
    """A loaded term: which list and rule name it, in whose voice it stands (``outlet`` or an attribution's id)."""

    id: str
    span: Span
    text: str
    list: str
    rule: str
    voice: str
    plain: str


class Finding(Value, frozen=True):
    """Something that does not fit: its kind, the rule, one plain sentence saying why, and all spans it rests on."""

    id: str
    kind: FindingKind
    rule: str
    severity: Severity
    why: str
    spans: tuple[Span, ...]


class Refused(Value, frozen=True):
    """What was met and could not be read with certainty, and why; `span` null where it stands outside the text."""

    span: Span | None
    what: str
    why: str


class Reading(Value, frozen=True):
    """All that is read from one report: the object that ``sayso read --format json`` prints on a line."""

    sayso: str
    schema: int
    report: Report
    actors: tuple[Actor, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    figures: tuple[Figure, ...] = ()
    dates: tuple[Date, ...] = ()
    demands: tuple[Demand, ...] = ()
    wording: tuple[Wording, ...] = ()
    findings: tuple[Finding, ...] = ()
    refused: tuple[Refused, ...] = ()


def to_json(reading: Reading) -> bytes:
    """The reading as one line of JSON (UTF-8, without the newline)."""
    return msgspec.json.encode(reading)


def from_json(line: bytes | str) -> Reading:
    """The reading that `to_json` wrote; raises `msgspec.ValidationError` where the line is not one."""
    return msgspec.json.decode(line, type=Reading)
