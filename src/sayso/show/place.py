"""Says where a row's words stand in the original's bytes, from the stretches that tile the text.

Stands alone because it is the promise that every row can be traced, and all views give it in the same way.
"""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.model import Span, Stretch

ENCODINGS = ("utf-8", "utf-16-le")
"""Encodings tried for a place inside a stretch: the one is right under which the stretch has its known size."""


class Places:
    """The byte places of one report: `text` and the stretches that tile it (``report.origin``)."""

    def __init__(self, text: str, origin: Sequence[Stretch] | None) -> None:
        self._text = text
        self._origin = tuple(origin or ())
        self._starts = [stretch.text_start for stretch in self._origin]

    def bytes_of(self, span: Span) -> tuple[int, int] | None:
        """The half-open byte range that holds the span's characters; null where the origin is not known.

        It is exact where a stretch's characters have places of their own, else it holds the whole stretch.
        """
        first = bisect.bisect_right(self._starts, span.start) - 1
        last = bisect.bisect_left(self._starts, span.end) - 1
        if first < 0 or last < first:
            return None
        ends = [self._within(stretch, span) for stretch in self._origin[first : last + 1]]
        return min(start for start, _ in ends), max(end for _, end in ends)

    def _within(self, stretch: Stretch, span: Span) -> tuple[int, int]:
        start, end = max(span.start, stretch.text_start), min(span.end, stretch.text_end)
        whole = (stretch.byte_start, stretch.byte_end)
        if stretch.how != "literal" or (start, end) == (stretch.text_start, stretch.text_end):
            return whole
        size = stretch.byte_end - stretch.byte_start
        if size == stretch.text_end - stretch.text_start:
            return stretch.byte_start + start - stretch.text_start, stretch.byte_start + end - stretch.text_start
        words = self._text[stretch.text_start : stretch.text_end]
        for encoding in ENCODINGS:
            if len(words.encode(encoding, "replace")) == size:
                head = len(self._text[stretch.text_start : start].encode(encoding, "replace"))
                body = len(self._text[start:end].encode(encoding, "replace"))
                return stretch.byte_start + head, stretch.byte_start + head + body
        return whole
