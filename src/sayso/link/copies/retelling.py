"""Says whether two attributions in two reports are one telling: the same words in a passage that both reports share.

Stands alone because it is what makes two hundred prints of one story one source, and depends on the two reports alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from sayso.link.copies.sharing import FEWEST_WORDS, runs
from sayso.link.copies.shingles import fingerprint
from sayso.link.copies.words import words_of_report

if TYPE_CHECKING:
    from sayso.link.copies.sharing import Run
    from sayso.link.copies.shingles import Fingerprint
    from sayso.link.copies.words import Words
    from sayso.model import Attribution, Reading, Span

SHARE = 0.8
"""The share of an attribution's words (source, cue and content) that stands in passages which both reports have."""
_HELD = 4_096


@dataclass(frozen=True, eq=False)
class Telling:
    """One report, ready to be held against others."""

    reading: Reading
    words: Words
    print: Fingerprint


def telling(reading: Reading) -> Telling:
    """A report made ready."""
    words = words_of_report(reading.report)
    return Telling(reading, words, fingerprint(words))


@lru_cache(maxsize=_HELD)
def _runs(a: Telling, b: Telling) -> tuple[Run, ...]:
    """The runs that two reports share, none where they are too few words of the reports' own to prove anything."""
    if not _meet(a.print, b.print):
        return ()
    found = runs(a.print, b.print)
    own = min(
        sum(int(a.words.own[run.a : run.a + run.length].sum()) for run in found),
        sum(int(b.words.own[run.b : run.b + run.length].sum()) for run in found),
    )
    return found if own >= FEWEST_WORDS else ()


def _meet(a: Fingerprint, b: Fingerprint) -> bool:
    """Whether any eight words in a row stand in both: most reports that are compared have none."""
    few, many = (a.ordered, b.ordered) if len(a.ordered) < len(b.ordered) else (b.ordered, a.ordered)
    if not len(few):
        return False
    where = np.searchsorted(many, few)
    where[where == len(many)] = 0
    return bool((many[where] == few).any())


def shared_spans(a: Telling, b: Telling) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The characters of each report that stand word for word in the other, in the order of the first."""
    found = _runs(a, b)
    ours = tuple(a.words.span(run.a, run.a + run.length) for run in found)
    return ours, tuple(b.words.span(run.b, run.b + run.length) for run in found)


def retold(a: Telling, row: Attribution, b: Telling, other: Attribution) -> bool:
    """Whether one of two attributions is the other once more, in words that its report has from the other report."""
    ours, theirs = _rows(a, b)
    return row.id in ours and other.id in theirs


@lru_cache(maxsize=_HELD)
def _rows(a: Telling, b: Telling) -> tuple[frozenset[str], frozenset[str]]:
    """The attributions of each of two reports that stand in words which both have."""
    found = _runs(a, b)
    return (
        _standing(a, [(run.a, run.length) for run in found]),
        _standing(b, [(run.b, run.length) for run in found]),
    )


def _standing(of: Telling, covered: list[tuple[int, int]]) -> frozenset[str]:
    if not covered:
        return frozenset()
    return frozenset(row.id for row in of.reading.attributions if _share(of.words, row, covered) >= SHARE)


def _share(words: Words, row: Attribution, covered: list[tuple[int, int]]) -> float:
    marks = [mark for mark in (row.source, row.cue, row.content) if mark is not None]
    total = met = 0
    for span in (span for mark in marks for span in mark.spans):
        first, last = int(words.ends.searchsorted(span.start, "right")), int(words.starts.searchsorted(span.end))
        total += last - first
        met += sum(max(0, min(last, at + length) - max(first, at)) for at, length in covered)
    return min(1.0, met / total) if total else 0.0
