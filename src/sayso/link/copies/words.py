"""Cuts a report's text into normalised words with their places, and says which of them may be evidence of copying.

Stands alone because candidates, shared runs and changes must all count the same words. Title and what is no part of the
report are left out altogether. Words within quotations stay in the sequence and are marked: two reporters at one press
conference share them, and are still two.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np

from sayso.model import Span
from sayso.parse.quotes import quotes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from sayso.model import Report
    from sayso.parse.quotes import Quote

SHORTEST_QUOTE = 4
"""Quoted words fewer than this are a name or a scare quote, no speech."""
SHORTEST_TELLING = 8
"""Words between two quotations fewer than this ("the minister told reporters") are what anybody would write there."""
_MARKS = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
_WORD = re.compile(rf"\w[\w{_MARKS}]*")
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_TITLE_REACH = 600


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of one text: a 64-bit value each (equal where they read alike), their code points, and who tells them.

    `own` is true for words that the report itself tells, outside quotations.
    """

    values: NDArray[np.uint64]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    own: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.values)

    def span(self, first: int, last: int) -> Span:
        """The characters of words ``[first, last)``."""
        return Span(int(self.starts[first]), int(self.ends[last - 1]))


def words_of_report(report: Report) -> Words:
    """The words of a report, without its title and without what `report.removed` lists."""
    return words_of(report.text, report.title, tuple(removed.span for removed in report.removed))


def words_of(text: str, title: str | None = None, removed: tuple[Span, ...] = ()) -> Words:
    """The words of `text`, without a `title` that stands at its head and without the `removed` stretches."""
    matches = list(_WORD.finditer(text))
    starts = np.array([match.start() for match in matches], np.int32)
    ends = np.array([match.end() for match in matches], np.int32)
    values = [_value(match.group()) for match in matches]
    kept = np.ones(len(matches), np.bool_)
    for span in removed:
        kept[np.searchsorted(ends, span.start, "right") : np.searchsorted(starts, span.end)] = False
    for first, last in _titles(values, starts, title):
        kept[first:last] = False
    own = _own(text, starts, ends)
    return Words(np.array(values, np.uint64)[kept], starts[kept], ends[kept], own[kept])


def title_spans(text: str, title: str | None) -> Iterator[Span]:
    """Where the title stands at the head of the text; nowhere if it is not printed there."""
    matches = list(_WORD.finditer(text, 0, _TITLE_REACH))
    starts = np.array([match.start() for match in matches], np.int32)
    for first, last in _titles([_value(match.group()) for match in matches], starts, title):
        yield Span(matches[first].start(), matches[last - 1].end())


def paragraphs(text: str) -> tuple[Span, ...]:
    """The stretches of `text` between blank lines."""
    breaks = [match.span() for match in _BLANK_LINE.finditer(text)]
    starts = [0, *(end for _, end in breaks)]
    ends = [*(start for start, _ in breaks), len(text)]
    return tuple(Span(start, end) for start, end in zip(starts, ends, strict=True) if start < end)


@lru_cache(maxsize=64)
def quotations(text: str) -> tuple[Quote, ...]:
    """The quotations of a whole text."""
    return quotes(text, paragraphs(text))


def plain(word: str) -> str:
    """The word as it is compared: without case, compatibility forms and characters that are not seen."""
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFKC", _UNSEEN.sub("", word)).casefold()


@lru_cache(maxsize=1 << 17)
def _value(word: str) -> int:
    return int.from_bytes(blake2b(plain(word).encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def _own(text: str, starts: NDArray[np.int32], ends: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Which words the report itself tells; a quotation that nothing closes is a slip of the pen and hides none."""
    own = np.ones(len(starts), np.bool_)
    before = 0
    for quote in quotations(text):
        if quote.depth > 1 or not (quote.closed or quote.goes_on):
            continue
        first = int(np.searchsorted(ends, quote.span.start, "right"))
        last = int(np.searchsorted(starts, quote.span.end))
        if last - first < SHORTEST_QUOTE:
            continue
        own[first:last] = False
        if before and first - before < SHORTEST_TELLING:
            own[before:first] = False
        before = last
    return own


def _titles(values: list[int], starts: NDArray[np.int32], title: str | None) -> Iterator[tuple[int, int]]:
    """Where the title stands among the first words of the text, once or several times, in whatever case and spacing."""
    wanted = [_value(word) for word in _WORD.findall(title or "")]
    if not wanted:
        return
    head = values[: int(np.searchsorted(starts, _TITLE_REACH))]
    at = 0
    while at + len(wanted) <= len(head):
        if head[at] == wanted[0] and head[at : at + len(wanted)] == wanted:
            yield at, at + len(wanted)
            at += len(wanted)
        else:
            at += 1
