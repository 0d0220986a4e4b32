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
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from sayso.model import Report

SHORTEST_QUOTE = 4
"""Quoted words fewer than this are a name or a scare quote, no speech."""
SHORTEST_TELLING = 8
"""Words between two quotations fewer than this ("the minister told reporters") are what anybody would write there."""
_MARKS = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
_WORD = re.compile(rf"\w[\w{_MARKS}]*")
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_PARAGRAPH = re.compile(r"\S.*?(?=\s*\n[^\S\n]*\n|\s*\Z)", re.DOTALL)
_TITLE_REACH = 600


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of one text: a 64-bit value each (equal where they read alike), their code points, what may be evidence.

    `own` is false for words within quotations.
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
    places = [match.span() for match in _WORD.finditer(text)]
    starts = np.fromiter((start for start, _ in places), np.int32, len(places))
    ends = np.fromiter((end for _, end in places), np.int32, len(places))
    kept = np.ones(len(places), np.bool_)
    for span in (*removed, *_titles(text, title)):
        kept[np.searchsorted(ends, span.start, "right") : np.searchsorted(starts, span.end)] = False
    values = np.fromiter((_value(text[start:end]) for start, end in places), np.uint64, len(places))
    own = _own(text, starts, ends)
    return Words(values[kept], starts[kept], ends[kept], own[kept])


def paragraphs(text: str) -> tuple[Span, ...]:
    """The stretches of `text` between blank lines."""
    return tuple(Span(*match.span()) for match in _PARAGRAPH.finditer(text))


def plain(word: str) -> str:
    """The word as it is compared: without case, compatibility forms and characters that are not seen."""
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFKC", _UNSEEN.sub("", word)).casefold()


@lru_cache(maxsize=1 << 17)
def _value(word: str) -> int:
    return int.from_bytes(blake2b(plain(word).encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def _own(text: str, starts: NDArray[np.int32], ends: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Which words are told by the report itself; a quotation that nothing closes is a slip of the pen and hides none."""
    own = np.ones(len(starts), np.bool_)
    before = 0
    for quote in quotes(text, paragraphs(text)):
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


def _titles(text: str, title: str | None) -> Iterable[Span]:
    """Where the title stands at the head of the text, once or twice, in whatever case and spacing."""
    wanted = [plain(match.group()) for match in _WORD.finditer(title or "")]
    if not wanted:
        return
    head = [(plain(match.group()), match.span()) for match in _WORD.finditer(text[:_TITLE_REACH])]
    found = [word for word, _ in head]
    at = 0
    while at + len(wanted) <= len(found):
        if found[at : at + len(wanted)] == wanted:
            yield Span(head[at][1][0], head[at + len(wanted) - 1][1][1])
            at += len(wanted)
        else:
            at += 1
