"""Says what a copy made of its original: sentences added, cut and changed, and what was lost in those that it kept.

Stands alone because it looks at two readings that are known to share text, and never asks whether they do.

Each edit is typed and points into both reports, so that it can be shown side by side.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.link.copies.edit import Edit
from sayso.link.copies.figure_edits import figure_edits, headline_edits
from sayso.link.copies.hedges import hedges_in
from sayso.link.copies.sentences import align, sentences
from sayso.link.copies.words import words_of_report

if TYPE_CHECKING:
    from sayso.link.copies.sentences import Alignment, Range
    from sayso.link.copies.words import Words
    from sayso.model import Attribution, Reading, Span

_CONTENT_KEPT = 0.6
"""The share of an attribution's words that must still be told for its source to have been dropped."""


@dataclass(frozen=True)
class _Side:
    reading: Reading
    words: Words
    ranges: tuple[Range, ...]

    def span(self, sentence: int) -> Span:
        return self.words.span(*self.ranges[sentence])


def edits(earlier: Reading, later: Reading) -> tuple[Edit, ...]:
    """What `later` changed in what it took from `earlier`, in the order of the later report, then what was cut.

    Where nobody knows which was first, either order may be asked for: the reasons given do not say.
    """
    a, b = _side(earlier), _side(later)
    aligned = align(a.words, a.ranges, b.words, b.ranges)
    found = [*_sentence_edits(a, b, aligned), *headline_edits(later)]
    for one, other in aligned.changed:
        found += _lost(a, b, one, other)
    return tuple(sorted(found, key=lambda edit: (not edit.after, edit.after, edit.before, edit.kind)))


def _side(reading: Reading) -> _Side:
    words = words_of_report(reading.report)
    return _Side(reading, words, sentences(reading.report.text, words))


def _sentence_edits(a: _Side, b: _Side, aligned: Alignment) -> list[Edit]:
    found = [Edit("added", (), (b.span(at),), "This sentence is not in the other report.") for at in aligned.added]
    found += [Edit("cut", (a.span(at),), (), "This sentence is not in the other report.") for at in aligned.cut]
    found += [
        Edit("changed", (a.span(one),), (b.span(other),), "This sentence was reworded.")
        for one, other in aligned.changed
    ]
    return found


def _lost(a: _Side, b: _Side, one: int, other: int) -> list[Edit]:
    """What a changed sentence lost: its source, its doubt, its figure."""
    before, after = a.span(one), b.span(other)
    found = list(figure_edits(a.reading, before, b.reading, after))
    dropped = _dropped_attribution(a, b, before, after)
    if dropped is not None:
        found.append(dropped)
    doubts = hedges_in(a.reading.report.text, before)
    if doubts and not hedges_in(b.reading.report.text, after):
        words = doubts[0].of(a.reading.report.text)
        found.append(Edit("hedge-dropped", doubts, (after,), f"One report says {words!r}, the other does not."))
    return found


def _dropped_attribution(a: _Side, b: _Side, before: Span, after: Span) -> Edit | None:
    """An attribution of the earlier sentence whose content the later tells without any source."""
    if any(span.meets(after) for row in b.reading.attributions for span in _all_spans(row)):
        return None
    kept = set(_values(b.words, (after,)))
    for row in a.reading.attributions:
        content = tuple(span for span in row.content.spans if span.meets(before))
        marks = (*(row.cue.spans if row.cue else ()), *(row.source.spans if row.source else ()))
        if row.kind != "speech" or not content or not any(before.holds(span) for span in marks):
            continue
        values = _values(a.words, content)
        names = _values(a.words, row.source.spans) if row.source else []
        named = names and kept.issuperset(names)
        if values and not named and sum(value in kept for value in values) >= _CONTENT_KEPT * len(values):
            source = row.source.text if row.source else row.cue.text if row.cue else ""
            why = f"One report has this from {source!r}, the other tells it as its own."
            return Edit("attribution-dropped", marks, (after,), why)
    return None


def _all_spans(row: Attribution) -> tuple[Span, ...]:
    marks = (row.cue, row.source, row.content)
    return tuple(span for mark in marks if mark is not None for span in mark.spans)


def _values(words: Words, spans: tuple[Span, ...]) -> list[int]:
    found: list[int] = []
    for span in spans:
        first, last = words.ends.searchsorted(span.start, "right"), words.starts.searchsorted(span.end)
        found += words.values[first:last].tolist()
    return found
