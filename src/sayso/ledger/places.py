"""Follows rows back to the bytes: whether a reading's words stand in the original, and at which bytes.

Stands alone because it is the promise that nothing is invented: the same check lets a reading into the ledger and
proves it again ever after. It works on one stretch of the original at a time, without decoding the whole.
"""

from __future__ import annotations

import codecs
import html
import re
import sys
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sayso.model import Actor, Attribution, Date, Demand, Figure, Finding, Reading, Refused, Span, Stretch, Wording
from sayso.read.decode import decode_slice

from .rows import Bytes, Kind, Stand

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .columns import NamedRow

Part = tuple[str, tuple[Span, ...], str | None]

_SHOWN = 80
_SHIFTING = "iso2022"  # the one family of encodings that browsers read in which a byte's meaning hangs on those before
_NUMERIC = re.compile(r"&#(?:[xX]([0-9A-Fa-f]{1,8})|([0-9]{1,9}));?\Z")


@dataclass(frozen=True)
class Source:
    """The bytes of an original in their encoding (`charset`, a name of `codecs`)."""

    data: bytes
    charset: str

    def decode(self, start: int, end: int) -> str:
        """Bytes ``[start, end)`` as text; what is no valid code becomes U+FFFD, as in a browser."""
        if self.charset.replace("-", "").replace("_", "").startswith(_SHIFTING):
            first, last = (bisect_right(self._starts, at - 1) for at in (start, end))
            return self._whole[first:last]
        return decode_slice(self.data[start:end], self.charset)

    @cached_property
    def _whole(self) -> str:
        return self.data.decode(self.charset, "replace")

    @cached_property
    def _starts(self) -> list[int]:
        """The byte at which each code point of the whole is complete, less one: for encodings that shift state."""
        decoder = codecs.getincrementaldecoder(self.charset)("replace")
        starts: list[int] = []
        for at in range(len(self.data)):
            starts.extend([at] * len(decoder.decode(self.data[at : at + 1])))
        return starts


@dataclass(frozen=True, slots=True)
class Misplaced:
    """Why a map does not hold: the text range in question (null: the map as a whole), and one sentence."""

    span: Span | None
    why: str


def misplaced(source: Source, text: str, origin: Sequence[Stretch]) -> Misplaced | None:
    """The first stretch of the map that is not borne out by the bytes, or null where the whole map holds."""
    at = 0
    for stretch in origin:
        span = Span(stretch.text_start, stretch.text_end)
        if stretch.text_start != at or stretch.text_end <= at:
            return Misplaced(span, f"the map into the original has a gap or an overlap at {at}")
        if not 0 <= stretch.byte_start <= stretch.byte_end <= len(source.data):
            return Misplaced(span, f"the map points outside the original's {len(source.data)} bytes")
        if not _borne_out(source, stretch, text[span.start : span.end]):
            where = f"bytes {stretch.byte_start} to {stretch.byte_end}"
            return Misplaced(span, f"{where} of the original do not read {_short(span.of(text))!r}")
        at = stretch.text_end
    if at != len(text):
        return Misplaced(None, f"the map into the original ends at {at}, the text at {len(text)}")
    return None


def unproven(origin: Sequence[Stretch]) -> int:
    """How many stretches stand in the original in a way that has no check yet (pages, parts)."""
    return sum(stretch.how not in ("literal", "reference", "space") for stretch in origin)


def _borne_out(source: Source, stretch: Stretch, words: str) -> bool:
    if stretch.how == "space":
        return words.isspace()
    if stretch.how == "literal":
        return source.decode(stretch.byte_start, stretch.byte_end) == words
    if stretch.how == "reference":
        printed = source.decode(stretch.byte_start, stretch.byte_end)
        return html.unescape(printed) == words or _numeric(printed) == words
    return stretch.how.startswith(("page ", "part "))


def _numeric(reference: str) -> str | None:
    """The character of a numeric reference that `html.unescape` drops and a browser keeps."""
    found = _NUMERIC.match(reference)
    if not found:
        return None
    number = int(found[1], 16) if found[1] else int(found[2])
    return chr(number) if number <= sys.maxunicode else None


def parts(row: NamedRow) -> Iterator[Part]:
    """Each part of a row that points at the text: its name, its spans, and its words (null: whatever stands there)."""
    if isinstance(row, Attribution):
        if row.source:
            yield "source", row.source.spans, row.source.text
        if row.cue:
            yield "cue", row.cue.spans, row.cue.text
        yield "content", row.content.spans, row.content.text
    elif isinstance(row, Actor):
        yield "mentions", row.mentions, None
    elif isinstance(row, Finding):
        yield "evidence", row.spans, None
    elif isinstance(row, Demand):
        yield "action", (row.action.span,), row.action.text
    else:
        yield "words", (row.span,), row.text
        if isinstance(row, Figure) and row.noun:
            yield "noun", (row.noun.span,), row.noun.text


def kind(row: NamedRow) -> Kind:
    """What a row is called."""
    return _KINDS[type(row)]


_KINDS: dict[type, Kind] = {
    Actor: "actor",
    Attribution: "attribution",
    Figure: "figure",
    Date: "date",
    Demand: "demand",
    Wording: "wording",
    Finding: "finding",
    Refused: "refused",
}


def named_rows(reading: Reading) -> Iterator[NamedRow]:
    """Every row of the reading that has an id."""
    yield from reading.actors
    yield from reading.attributions
    yield from reading.figures
    yield from reading.dates
    yield from reading.demands
    yield from reading.wording
    yield from reading.findings


def astray(reading: Reading) -> tuple[str, str] | None:
    """The first row whose spans leave the text or whose words are not those printed there, with a sentence saying so.

    Words may differ from the text in white space alone (a line broken within a phrase). Null where every row holds.
    """
    text = reading.report.text
    for row in named_rows(reading):
        for part, spans, words in parts(row):
            why = _astray(part, spans, words, text)
            if why:
                return row.id, why
    spare = [removed.span for removed in reading.report.removed]
    spare += [refused.span for refused in reading.refused if refused.span]
    spare += reading.report.outlet.spans if reading.report.outlet else ()
    why = _astray("report", tuple(spare), None, text)
    return ("report", why) if why else None


def _astray(part: str, spans: tuple[Span, ...], words: str | None, text: str) -> str | None:
    for span in spans:
        if not 0 <= span.start <= span.end <= len(text):
            return f"its {part} [{span.start}, {span.end}) leaves the text of {len(text)} characters"
    if words is None:
        return None
    printed = " ".join(span.of(text) for span in spans)
    if printed == words or printed.split() == words.split():
        return None
    return f"its {part} is {_short(words)!r}, the text there reads {_short(printed)!r}"


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"


def stands(source: Source, reading: Reading, row: NamedRow) -> tuple[Stand, ...]:
    """Every span of the row with the bytes of the original that print it."""
    text = reading.report.text
    origin = reading.report.origin or ()
    starts = [stretch.text_start for stretch in origin]
    return tuple(
        Stand(part, span, span.of(text), tuple(_bytes(source, text, origin, starts, span)))
        for part, spans, _words in parts(row)
        for span in spans
    )


def _bytes(source: Source, text: str, origin: Sequence[Stretch], starts: Sequence[int], span: Span) -> Iterator[Bytes]:
    for index in range(max(0, bisect_right(starts, span.start) - 1), len(origin)):
        stretch = origin[index]
        if stretch.text_start >= span.end:
            return
        start, end = stretch.byte_start, stretch.byte_end
        if stretch.how == "literal":
            start, end = _within(source, stretch, text, span)
        decoded = source.decode(start, end)
        yield Bytes(start, end, stretch.how, _short(decoded) if stretch.how == "space" else decoded)


def _within(source: Source, stretch: Stretch, text: str, span: Span) -> tuple[int, int]:
    """The bytes of the part of a literal stretch that `span` covers; all of it where its codes cannot be parted."""
    first, last = max(span.start, stretch.text_start), min(span.end, stretch.text_end)
    if (first, last) == (stretch.text_start, stretch.text_end):
        return stretch.byte_start, stretch.byte_end
    if stretch.text_end - stretch.text_start == stretch.byte_end - stretch.byte_start:
        shift = stretch.byte_start - stretch.text_start
        return first + shift, last + shift
    before = _size(text[stretch.text_start : first], source.charset)
    words = _size(text[first:last], source.charset)
    if before is not None and words is not None:
        start = stretch.byte_start + before
        if source.decode(start, start + words) == text[first:last]:
            return start, start + words
    return _walked(source, stretch, text, Span(first, last))


def _size(words: str, charset: str) -> int | None:
    try:
        return len(words.encode(charset))
    except UnicodeError:
        return None


def _walked(source: Source, stretch: Stretch, text: str, span: Span) -> tuple[int, int]:
    """`_within` by decoding byte after byte: for text with codes that were not valid."""
    decoder = codecs.getincrementaldecoder(source.charset)("replace")
    wanted = span.start - stretch.text_start, span.end - stretch.text_start
    count, start = 0, stretch.byte_start if wanted[0] == 0 else -1
    for at in range(stretch.byte_start, stretch.byte_end):
        count += len(decoder.decode(source.data[at : at + 1]))
        if start < 0 and count >= wanted[0]:
            start = at + 1
        if count >= wanted[1]:
            # A code found broken only at the next byte is given out with it: look a little back for the true edges.
            edges = ((s, e) for s in range(start, max(start - 4, 0), -1) for e in range(at + 1, max(at - 3, s), -1))
            found = (edge for edge in edges if source.decode(*edge) == span.of(text))
            return next(found, (stretch.byte_start, stretch.byte_end))
    return stretch.byte_start, stretch.byte_end
