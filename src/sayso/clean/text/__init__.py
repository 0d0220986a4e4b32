"""The plain-text half of `clean`: what of a text is the report, and what its furniture says of its origin.

Stands alone because text pasted from a page has no markup to go by: only position, repetition, shape and vocabulary.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.clean.text.body import Body, body_of, report_of
from sayso.clean.text.kinds import kind_of, title_of
from sayso.clean.text.lines import joined, line_of_span, lines_of
from sayso.clean.text.marks import Mark, mark
from sayso.clean.text.origin import Origin
from sayso.clean.text.parts import TextParts
from sayso.model import Removed, Span
from sayso.stages import Claimed, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sayso.clean.text.lines import Line

_HEADLINE = 260

__all__ = ["TextParts", "clean_text", "furniture_of_main_text"]


def clean_text(text: str) -> TextParts:
    """The parts of plain text of which nothing is known; offsets count code points of `text`. Never raises.

    Linear in the length of the text.
    """
    lines = joined(lines_of(text))
    marks = [mark(line) for line in lines]
    return _parts(text, lines, marks, body_of(lines, marks))


def furniture_of_main_text(text: str, paragraphs: Iterable[Span]) -> TextParts:
    """The parts of a main text whose paragraphs are known, from a page's markup. Never raises.

    Only lines that are furniture by themselves are cut, none by its place. Linear in the length of the text.
    """
    lines = [line for span in paragraphs if (line := line_of_span(text, span.start, span.end))]
    marks = [mark(line) for line in lines]
    return _parts(text, lines, marks, report_of(lines, marks))


def _parts(text: str, lines: Sequence[Line], marks: Sequence[Mark], body: Body) -> TextParts:
    kept = [at for at, why in enumerate(body.why) if why is None]
    title = title_of(lines, marks, kept, body.headline)
    origin = Origin(text, lines, marks, list(body.why), title)
    origin.collect()
    if origin.headline:
        origin.claims.append(
            Claimed("title", "text", origin.headline.of(text), origin.headline.of(text), origin.headline)
        )
    outlet = origin.outlet()
    for span in outlet.spans if outlet else ():
        origin.claims.append(Claimed("outlet", "text", outlet.name if outlet else "", span.of(text), span))
    removed, paragraphs = _divided(text, lines, marks, origin)
    return TextParts(
        removed=removed,
        paragraphs=paragraphs,
        outlet=outlet,
        title=" ".join(origin.headline.of(text).split()) if origin.headline else None,
        byline=origin.byline(),
        published=origin.published(),
        claims=tuple(origin.claims),
        credits=tuple(origin.credits),
        dateline=origin.headed.dateline if origin.headed else None,
        refused=tuple(origin.refused),
    )


def _divided(
    text: str, lines: Sequence[Line], marks: Sequence[Mark], origin: Origin
) -> tuple[tuple[Removed, ...], tuple[Paragraph, ...]]:
    """Every line as a paragraph or as cut, or, where only its beginning or end is cut, as both."""
    removed: list[Removed] = []
    paragraphs: list[Paragraph] = []
    cuts = sorted(origin.cuts, key=lambda cut: cut.span)
    for at, line in enumerate(lines):
        why = origin.why[at]
        if why is not None:
            removed.append(Removed(Span(line.start, line.end), why))
            continue
        own = [cut for cut in cuts if line.start <= cut.span.start < line.end]
        removed += own
        whole = "headline" if at == origin.title else kind_of(line, marks[at])
        ends = [cut.span.start for cut in own] + [line.end]
        for start, end in zip([line.start, *(cut.span.end for cut in own)], ends, strict=True):
            if span := _inked(text, start, end):
                # What stands before a cut in the middle of a line is the headline that the line was glued to.
                paragraphs.append(
                    Paragraph(
                        span,
                        "headline"
                        if end != line.end and end - start <= _HEADLINE and own[-1].why == "byline"
                        else whole,
                    )
                )
    return tuple(removed), tuple(paragraphs)


def _inked(text: str, start: int, end: int) -> Span | None:
    line = line_of_span(text, start, end)
    return Span(line.start, line.end) if line else None
