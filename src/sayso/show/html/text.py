"""Prints a report's running text as HTML with every row marked in place, paragraph by paragraph.

Stands alone because it is the only place where marks become elements; spans are sliced here, so that no script in the
page needs to count characters.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from sayso.show import words
from sayso.show.html.marks import Close, Mark, Open, Words, nested
from sayso.show.html.paragraphs import paragraphs
from sayso.show.visible import one_line, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.model import Reading, Span
    from sayso.show.voices import Voice

_CELL = Markup('<span class="cell">{}</span>')
REMOVED, CONTENT, ROLE, FINDING, FIGURE, DATE, MENTION = range(7)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph as shown: its HTML, its place, and whether all of it was removed from the report.

    `row`: its HTML are the cells of a row of a table.
    """

    html: Markup
    span: Span
    removed: bool
    row: bool


def blocks(reading: Reading, voices: dict[str, Voice], anchor: str | None) -> Iterator[Block]:
    """The report's paragraphs, every row marked.

    `anchor` is what ids in this report begin with (``r1``): the element ``ANCHOR-ROW`` holds the first characters of
    each row. Where it is null nothing has an id and nothing is a link.
    """
    text = reading.report.text
    marks = sorted(_marks(reading, voices), key=lambda mark: mark.span)
    starts = [mark.span.start for mark in marks]
    printer = _Printer(text, voices, anchor)
    seen: set[Mark] = set()
    open_marks: list[Mark] = []
    at = 0
    for shown in paragraphs(text, reading.report.removed):
        upto = bisect_left(starts, shown.span.end)
        open_marks = [mark for mark in (*open_marks, *marks[at:upto]) if mark.span.end > shown.span.start]
        at = upto
        parts = [printer.printed(nested(part, open_marks, seen)) for part in shown.cells or (shown.span,)]
        html = Markup("").join(map(_CELL.format, parts)) if shown.cells else parts[0]
        yield Block(html, shown.span, shown.removed, bool(shown.cells))


def _marks(reading: Reading, voices: dict[str, Voice]) -> Iterator[Mark]:
    report = reading.report
    for place, removed in enumerate(report.removed):
        yield Mark(removed.span, REMOVED, "removed", f"cut{place + 1}", label=f"left out: {removed.why}")
    for row in reading.attributions:
        style, doubt = voices[row.id].style, words.doubt(row)
        label = ", ".join(part for part in (f"{voices[row.id].name} {words.act(row)}", doubt) if part)
        yield from _each(row.content.spans, CONTENT, "content", row.id, f"{style} unsure" if doubt else style, label)
        if row.source:
            yield from _each(row.source.spans, ROLE, "source", row.id, style, f"source: {voices[row.id].name}")
        if row.cue:
            said = f"cue “{row.cue.lemma}”, {words.STANCES[row.cue.stance] or 'neutral'}"
            yield from _each(row.cue.spans, ROLE, "cue", row.id, f"{style} {row.cue.stance}", said)
    for finding in reading.findings:
        yield from _each(finding.spans, FINDING, "finding", finding.id, finding.severity, finding.why)
    for figure in reading.figures:
        label = f"figure: {words.amount(figure)} {words.counted(figure)}"
        yield Mark(figure.span, FIGURE, "figure", figure.id, label=label)
    yield from _plain_marks(reading)


def _plain_marks(reading: Reading) -> Iterator[Mark]:
    """Marks of the rows that look quiet in the text: they are there to be jumped to."""
    for date in reading.dates:
        yield Mark(date.span, DATE, "date", date.id, label=f"{date.type.lower()}: {date.edtf or date.value}")
    for wording in reading.wording:
        yield Mark(wording.span, DATE, "wording", wording.id, label=f"loaded term; plain: {wording.plain}")
    for demand in reading.demands:
        yield Mark(demand.action.span, DATE, "demand", demand.id, label="what is demanded")
    for place, refused in enumerate(reading.refused):
        if refused.span:
            yield Mark(refused.span, DATE, "refused", f"n{place + 1}", label=f"not read: {refused.why}")
    for actor in reading.actors:
        for place, span in enumerate(actor.mentions):
            yield Mark(span, MENTION, "mention", f"actor-{actor.id}-{place + 1}")
    if reading.report.outlet:
        yield from _each(reading.report.outlet.spans, MENTION, "mention", "outlet", "", "outlet")


def _each(spans: Iterable[Span], rank: int, part: str, row: str, style: str, label: str) -> Iterator[Mark]:
    return (Mark(span, rank, part, row, style, label) for span in spans)


class _Printer:
    """Prints steps as elements; remembers which rows have their id already."""

    def __init__(self, text: str, voices: dict[str, Voice], anchor: str | None) -> None:
        self._text, self._voices, self._anchor = text, voices, anchor
        self._named: set[str] = set()

    def printed(self, steps: Iterable[Open | Close | Words]) -> Markup:
        """The steps as HTML."""
        parts: list[Markup] = []
        for step in steps:
            if isinstance(step, Words):
                parts.append(escape(visible(self._text[step.start : step.end]).replace("\n", " ")))
            elif isinstance(step, Close):
                parts.append(Markup("</span>"))
            else:
                parts.append(self._opening(step))
        return Markup("").join(parts)

    def _opening(self, step: Open) -> Markup:
        mark = step.mark
        new = mark.part not in {"source", "cue"} and mark.row not in self._named
        if new:
            self._named.add(mark.row)
        voice = self._voices.get(mark.row)
        style = f"m {mark.part} {mark.style}".strip()
        parts = [Markup('<span class="{}" data-row="{}"').format(style, mark.row)]
        if new and self._anchor:
            parts.append(Markup(' id="{}-{}" tabindex="-1"').format(self._anchor, mark.row))
        if voice:
            parts.append(Markup(' data-voice="{}"').format(voice.key))
        if mark.label:
            parts.append(Markup(' title="{}"').format(one_line(mark.label)))
        parts.append(Markup(">"))
        if voice and new:
            parts.append(
                self._sign(f"badge {voice.style}", mark.row, f"{voice.name}: to this attribution", voice.badge)
            )
        elif mark.part == "finding" and step.first:
            parts.append(self._sign(f"flag {mark.style}", mark.row, "does not fit: to the finding", "!"))
        return Markup("").join(parts)

    def _sign(self, style: str, row: str, label: str, sign: str) -> Markup:
        """What is set before a mark's first words: a speaker's letter, or the flag of a finding."""
        if not self._anchor:
            return Markup('<span class="{}" aria-hidden="true">{}</span>').format(style, sign)
        link = Markup('<a class="{}" href="#{}-{}-row" aria-label="{}">{}</a>')
        return link.format(style, self._anchor, row, label, sign)
