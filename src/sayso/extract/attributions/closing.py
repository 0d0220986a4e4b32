"""Closes a quotation that the reader left open: who says its beginning or its end says all of it.

Stands alone because it needs all attributions of a report at once: what another one claims is not taken from it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.attributions.nested import near
from sayso.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.extract.attributions.decoding import Candidate
    from sayso.extract.attributions.wholes import Marks

STOPS = frozenset(",.!?")
MARK = 1
"""Characters by which a content may miss a quotation's edge and still begin or end there: its mark."""


def closed(marks: Marks, found: Sequence[Candidate]) -> list[Candidate]:
    """`found` with each content that begins or ends at a quotation's mark taken to the other, where that is free."""
    taken = sorted(span for one in found for span in (*one.source, *one.cue, *one.content))
    longest = max((span.end - span.start for span in taken), default=0)
    return [
        replace(one, content=tuple(_closed(marks, span, one.content, taken, longest) for span in one.content))
        for one in found
    ]


def ended(marks: Marks, found: Sequence[Candidate]) -> list[Candidate]:
    """`found` with each content that begins with a quotation ended where this ends: "Run," until shots were heard."""
    return [
        replace(one, content=_spoken(marks, tuple(_ended(marks, span) for span in one.content), one.cue))
        for one in found
    ]


def _spoken(marks: Marks, content: tuple[Span, ...], cue: Sequence[Span]) -> tuple[Span, ...]:
    """The content without what a sentence tells behind its cue: "We will," she said, and the lights went out."""
    first = content[0]
    whole = any(quote.closed and quote.span == first for quote in marks.meeting(first))
    if not whole or not cue or cue[0].start < first.end or marks.text[first.end - 2] != ",":
        return content
    return (first, *(span for span in content[1:] if span.start < cue[-1].end or marks.meeting(span)))


def _ended(marks: Marks, span: Span) -> Span:
    """The quotation alone, where a comma or full stop within its marks closes it and the rest holds no other."""
    inside = marks.meeting(span)
    if len(inside) != 1 or not inside[0].closed or abs(span.start - inside[0].span.start) > MARK:
        return span
    end = inside[0].span.end
    over = end < span.end and marks.text[end - inside[0].width - 1] in STOPS
    return Span(span.start, end) if over else span


def _closed(marks: Marks, span: Span, own: Sequence[Span], taken: Sequence[Span], longest: int) -> Span:
    for quote in (quote.span for quote in marks.meeting(span)):
        at_edge = abs(span.start - quote.start) <= MARK or abs(span.end - quote.end) <= MARK
        if at_edge and not any(_meets(rest, own, taken, longest) for rest in _rests(span, quote)):
            span = Span(min(span.start, quote.start), max(span.end, quote.end))
    return span


def _rests(span: Span, quote: Span) -> Iterator[Span]:
    """What `span` leaves of `quote` on either side."""
    if span.end < quote.end:
        yield Span(span.end, quote.end)
    if quote.start < span.start:
        yield Span(quote.start, span.start)


def _meets(rest: Span, own: Sequence[Span], taken: Sequence[Span], longest: int) -> bool:
    """Whether one of `taken` that is none of `own` stands in `rest`; none of them is longer than `longest`."""
    return any(rest.meets(one) and one not in own for one in near(taken, rest, longest))
