"""Makes spans whole: quotation marks closed, edges clean, nothing over a paragraph's border; and gives the mode.

Stands alone because it is typography: it holds for spans from any reader.
"""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

from sayso.model import Mode, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.extract.quotes import Quote

EDGE_START = frozenset(" \t\n\r\u00a0,;:.)]")
EDGE_END = frozenset(" \t\n\r\u00a0,;:([-–—")
HALF = 0.5


class Marks:
    """The outermost quotations of a report, looked up by place."""

    def __init__(self, text: str, quotes: Sequence[Quote]) -> None:
        self.text = text
        self.outer = [quote for quote in quotes if quote.depth == 1]
        self._starts = [quote.span.start for quote in self.outer]

    def meeting(self, span: Span) -> list[Quote]:
        """The quotations that share a character with `span`, in order."""
        at = max(0, bisect.bisect_right(self._starts, span.start) - 1)
        found = []
        while at < len(self.outer) and self.outer[at].span.start < span.end:
            if self.outer[at].span.meets(span):
                found.append(self.outer[at])
            at += 1
        return found


def whole(marks: Marks, content: Sequence[Span], taken: Sequence[Span]) -> tuple[Span, ...]:
    """`content` with each quotation that it mostly covers taken whole, unless that would swallow one of `taken`.

    `taken` are the attribution's own source and cue.
    """
    made = [_with_quotes(marks, span, taken) for span in content]
    return joined(marks.text, [trimmed(marks.text, span) for span in made])


def _with_quotes(marks: Marks, span: Span, taken: Sequence[Span]) -> Span:
    for quote in marks.meeting(span):
        shared = min(span.end, quote.span.end) - max(span.start, quote.span.start)
        if shared < HALF * (quote.span.end - quote.span.start):
            continue
        wider = Span(min(span.start, quote.span.start), max(span.end, quote.span.end))
        if not any(wider.meets(other) for other in taken):
            span = wider
    return span


def trimmed(text: str, span: Span) -> Span:
    """`span` without white space and stray punctuation at its edges; never empty."""
    start, end = span.start, span.end
    while start < end - 1 and text[start] in EDGE_START:
        start += 1
    while end > start + 1 and text[end - 1] in EDGE_END:
        end -= 1
    return Span(start, end)


def joined(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans in order, those that overlap or are parted by nothing but blanks on one line made one."""
    out: list[Span] = []
    for span in sorted(spans):
        gap = text[out[-1].end : span.start] if out else ""
        if out and (span.start <= out[-1].end or (not gap.strip() and "\n\n" not in gap)):
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)


def mode_of(marks: Marks, content: Sequence[Span]) -> Mode:
    """`direct`: all letters and digits of the content stand in quotation marks; `indirect`: none does; else `mixed`."""
    text = marks.text
    inside = total = 0
    for span in content:
        total += _weight(text, span)
        for quote in marks.meeting(span):
            inside += _weight(text, Span(max(span.start, quote.span.start), min(span.end, quote.span.end)))
    if not inside:
        return "indirect"
    return "direct" if inside == total else "mixed"


def _weight(text: str, span: Span) -> int:
    return sum(map(str.isalnum, text[span.start : span.end]))
