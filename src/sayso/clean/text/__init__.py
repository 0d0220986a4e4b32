"""The plain-text half of `clean`: what of a text is the report, and what its furniture says of its origin.

Stands alone because text pasted from a page has no markup to go by: only position, repetition, shape and vocabulary.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.clean.tabular import captioned, set_among
from sayso.clean.text.body import Body, body_of, report_of
from sayso.clean.text.kinds import Kind, kind_of, masthead_of, title_of
from sayso.clean.text.letterheads import is_department
from sayso.clean.text.lines import joined, line_of_span, lines_of
from sayso.clean.text.marks import Mark, mark
from sayso.clean.text.origin import Origin
from sayso.clean.text.parts import TextParts
from sayso.clean.text.tables import typed_tables
from sayso.model import Removed, Span
from sayso.stages import Claimed, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sayso.clean.text.lines import Line
    from sayso.clean.text.tables import Typed
    from sayso.stages import Table

_HEADLINE = 260


@dataclass(frozen=True, slots=True)
class _Apart:
    """A dateline: kept in the text, but in no paragraph, so that no sentence holds it."""

    span: Span


Part = Removed | Paragraph | _Apart

__all__ = ["TextParts", "clean_text", "furniture_of_main_text"]


def clean_text(text: str) -> TextParts:
    """The parts of plain text of which nothing is known; offsets count code points of `text`. Never raises.

    Linear in the length of the text.
    """
    raw = lines_of(text)
    typed = typed_tables(text, raw)
    inside = {at for one in typed for at in one.lines}
    lines = joined([replace(line, gap=line.gap or at - 1 in inside) for at, line in enumerate(raw) if at not in inside])
    marks = [mark(line) for line in lines]
    body = body_of(lines, marks)
    return _with_tables(_parts(text, lines, marks, body), typed, lines, body)


def furniture_of_main_text(text: str, paragraphs: Iterable[Span], tables: Sequence[Table] = ()) -> TextParts:
    """The parts of a main text whose paragraphs and tables are known, from a page's markup. Never raises.

    `paragraphs` are those that are no cells. Only lines that are furniture by themselves are cut, none by its place.
    Linear in the length of the text.
    """
    lines = [line for span in paragraphs if (line := line_of_span(text, span.start, span.end))]
    marks = [mark(line) for line in lines]
    return _among(_parts(text, lines, marks, report_of(lines, marks)), tables)


def _with_tables(parts: TextParts, typed: Sequence[Typed], lines: Sequence[Line], body: Body) -> TextParts:
    """The parts with the tables of a text: one is cut where the lines before and behind it both are."""
    cuts: list[Removed] = []
    kept: list[Table] = []
    for one in typed:
        behind = bisect_left(lines, one.table.span.start, key=lambda line: line.start)
        beside = body.why[max(behind - 1, 0) : behind + 1]
        if None in beside or not beside:
            kept.append(one.table)
            cuts.extend(one.bars)
        else:
            cuts.extend(Removed(line, beside[0] or "") for line in one.spans)
    removed = tuple(sorted((*parts.removed, *cuts), key=lambda cut: cut.span))
    return _among(replace(parts, removed=removed), kept)


def _among(parts: TextParts, tables: Sequence[Table]) -> TextParts:
    paragraphs = set_among(parts.paragraphs, tables)
    return replace(parts, paragraphs=paragraphs, tables=tuple(captioned(table, paragraphs) for table in tables))


def _parts(text: str, lines: Sequence[Line], marks: Sequence[Mark], body: Body) -> TextParts:
    kept = [at for at, why in enumerate(body.why) if why is None]
    masthead = masthead_of(lines, marks, kept)
    kept = [at for at in kept if masthead is None or not _is_head(lines, masthead[0], at)]
    headline = body.headline if masthead is None or body.headline != masthead[0] else None
    title = title_of(lines, marks, kept, headline)
    origin = Origin(text, lines, marks, list(body.why), title, masthead)
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
        datelines=tuple(origin.datelines),
        refused=tuple(origin.refused),
    )


def _is_head(lines: Sequence[Line], masthead: int, at: int) -> bool:
    """Whether a line is the masthead, or names the department of that body right below it."""
    return at == masthead or (at == masthead + 1 and is_department(lines[at].text) and not lines[at].gap)


def _divided(
    text: str, lines: Sequence[Line], marks: Sequence[Mark], origin: Origin
) -> tuple[tuple[Removed, ...], tuple[Paragraph, ...]]:
    """Every line as a paragraph or as cut, or, where parts of it are cut or split off, as several.

    Datelines are neither.
    """
    removed: list[Removed] = []
    paragraphs: list[Paragraph] = []
    parts: list[Part] = [*origin.cuts, *origin.splits, *map(_Apart, origin.datelines)]
    parts.sort(key=lambda part: part.span)
    for at, line in enumerate(lines):
        why = origin.why[at]
        if why is not None:
            removed.append(Removed(Span(line.start, line.end), why))
            continue
        own = [part for part in parts if line.start <= part.span.start < line.end]
        removed += [part for part in own if isinstance(part, Removed)]
        whole = "headline" if at == origin.title else kind_of(line, marks[at])
        start = line.start
        for part in own:
            # What stands before a cut in the middle of a line is the headline that the line was glued to.
            headed = isinstance(part, Removed) and part.why == "byline" and part.span.start - start <= _HEADLINE
            _add(paragraphs, text, Span(start, part.span.start), "headline" if headed else whole)
            if isinstance(part, Paragraph):
                _add(paragraphs, text, part.span, part.kind)
            start = part.span.end
        _add(paragraphs, text, Span(start, line.end), whole)
    return tuple(removed), tuple(paragraphs)


def _add(paragraphs: list[Paragraph], text: str, span: Span, kind: Kind) -> None:
    if line := line_of_span(text, span.start, span.end):
        paragraphs.append(Paragraph(Span(line.start, line.end), kind))
