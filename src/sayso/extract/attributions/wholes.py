"""Makes spans whole: quotation marks closed, edges clean, nothing over a paragraph's border; and gives the mode.

Stands alone because it is typography: it holds for spans from any reader.
"""

from __future__ import annotations

import bisect
import re
from typing import TYPE_CHECKING

from sayso.lexicon import table
from sayso.model import Mode, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.parse.quotes import Quote

EDGE_START = frozenset(" \t\n\r\u00a0,;:.)]")
EDGE_END = frozenset(" \t\n\r\u00a0,;:([-–—")
HALF = 0.5
HOLE = 3
"""Words that may be missing within a content."""
SENTENCE_BREAK = re.compile(r"[.!?…][\"'”’»)]*\s|\n\s*\n")
NAME_WORDS = 3
LONGEST_MARKER = 20


class Marks:
    """The outermost quotations of a report, looked up by place."""

    def __init__(self, text: str, quotes: Sequence[Quote]) -> None:
        self.text = text
        self.outer = [quote for quote in quotes if quote.depth == 1]
        self._starts = [quote.span.start for quote in self.outer]
        self._every = sorted(quotes, key=lambda quote: (quote.span.start, -quote.span.end))
        self._every_start = [quote.span.start for quote in self._every]

    def meeting(self, span: Span) -> list[Quote]:
        """The quotations that share a character with `span`, in order."""
        at = max(0, bisect.bisect_right(self._starts, span.start) - 1)
        found = []
        while at < len(self.outer) and self.outer[at].span.start < span.end:
            if self.outer[at].span.meets(span):
                found.append(self.outer[at])
            at += 1
        return found

    def beside(self, span: Span, own: Sequence[Span]) -> Iterator[Quote]:
        """The outermost quotations that share a character with `span` and hold none of `own`."""
        for outer in self.meeting(span):
            if not _holds_any(outer, own):
                yield outer
                continue
            low, high = (bisect.bisect_left(self._every_start, place) for place in (outer.span.start, outer.span.end))
            end = outer.span.start
            for quote in self._every[low:high]:
                if quote.span.start >= end and quote.span.meets(span) and not _holds_any(quote, own):
                    yield quote
                    end = quote.span.end


def _holds_any(quote: Quote, spans: Sequence[Span]) -> bool:
    """Whether a whole quotation holds one of `spans`; of one that nothing closes nobody knows where it ends."""
    return (quote.closed or quote.goes_on) and any(quote.span.holds(span) for span in spans)


def whole(marks: Marks, content: Sequence[Span], taken: Sequence[Span]) -> tuple[Span, ...]:
    """`content` with each quotation that it mostly covers taken whole, unless that would swallow one of `taken`.

    `taken` are the attribution's own source and cue.
    """
    made = [_with_quotes(marks, span, taken) for span in content]
    return bridged(marks.text, joined(marks.text, [trimmed(marks.text, span) for span in made]), taken)


def whole_source(text: str, source: Sequence[Span], taken: Sequence[Span]) -> tuple[Span, ...]:
    """`source` without holes of a word and without lone punctuation; `taken` are the attribution's cue and content."""
    worded = [span for span in source if _weight(text, span)]
    return bridged(text, joined(text, worded), taken, most=1) or tuple(source)


def bridged(text: str, spans: Sequence[Span], taken: Sequence[Span], most: int = HOLE) -> tuple[Span, ...]:
    """`spans`, in order, with those made one that at most `most` words of a sentence part, none of them in `taken`.

    A reader that doubts single words leaves such holes; people mark a content whole.
    """
    out: list[Span] = []
    for span in spans:
        hole = Span(out[-1].end, span.start) if out else span
        words = hole.of(text)
        narrow = len(words.split()) <= most and not SENTENCE_BREAK.search(words)
        if out and narrow and not any(hole.meets(other) for other in taken):
            out[-1] = Span(out[-1].start, span.end)
        else:
            out.append(span)
    return tuple(out)


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


def mode_of(marks: Marks, content: Sequence[Span], own: Sequence[Span] = (), cue: str = "say") -> Mode:
    """`direct`: all letters and digits of the content stand in quotation marks; `indirect`: none does; else `mixed`.

    A quotation that holds the attribution's `own` source or cue is another's, who tells of it. Marks around a name make
    nobody's words of it, unless the cue's lemma gives that name. Without a cue (an empty lemma) a content is a turn or
    a paragraph, and what it quotes is not the speaker's own.
    """
    text = marks.text
    names = cue in table("silences")["namings"]["verbs"]
    inside = total = 0
    for span in content:
        total += _weight(text, span)
        for quote in marks.beside(span, own):
            if names or quote.span == span or not _is_name(text, quote):
                inside += _weight(text, Span(max(span.start, quote.span.start), min(span.end, quote.span.end)))
    if not inside or (inside < total and not cue):
        return "indirect"
    return "direct" if inside == total else "mixed"


def _is_name(text: str, quote: Quote) -> bool:
    """Whether the marks set off a name after a word ("operation “Dawn”"), or what the text itself calls so-called."""
    words = quote.inner().of(text).split()
    before = text[max(0, quote.span.start - LONGEST_MARKER) : quote.span.start].lower().rstrip()
    if before.endswith(tuple(table("silences")["namings"]["marking"])):
        return True
    short = 0 < len(words) <= NAME_WORDS and all(word[0].isupper() and word[-1].isalnum() for word in words)
    return short and before[-1:].isalpha()


def _weight(text: str, span: Span) -> int:
    return sum(map(str.isalnum, text[span.start : span.end]))
