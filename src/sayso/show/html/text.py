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

REMOVED, CONTENT, ROLE, FINDING, FIGURE, DATE, MENTION = range(7)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph as shown: its HTML, its place, and whether all of it was removed from the report."""

    html: Markup
    span: Span
    removed: bool


def blocks(reading: Reading, voices: dict[str, Voice], anchor: str) -> Iterator[Block]:
    """The report's paragraphs, every row marked. `anchor` is what ids in this report begin with (``r1``).

    The element ``ANCHOR-ROW`` holds the first characters of each row.
    """
    text = reading.report.text
    marks = sorted(_marks(reading, voices), key=lambda mark: mark.span)
    starts = [mark.span.start for mark in marks]
    seen: set[Mark] = set()
    named: set[str] = set()
    open_marks: list[Mark] = []
    at = 0
    for shown in paragraphs(text, reading.report.removed):
        upto = bisect_left(starts, shown.span.end)
        open_marks = [mark for mark in (*open_marks, *marks[at:upto]) if mark.span.end > shown.span.start]
        at = upto
        html = _printed(nested(shown.span, open_marks, seen), text, voices, anchor, named)
        yield Block(html, shown.span, shown.removed)


def _marks(reading: Reading, voices: dict[str, Voice]) -> Iterator[Mark]:
    report = reading.report
    for place, removed in enumerate(report.removed):
        yield Mark(removed.span, REMOVED, "removed", f"cut{place + 1}", label=f"left out: {removed.why}")
    for row in reading.attributions:
        style = voices[row.id].style
        label = f"{voices[row.id].name} {words.act(row)}"
        yield from _each(row.content.spans, CONTENT, "content", row.id, style, label)
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


def _printed(
    steps: Iterable[Open | Close | Words], text: str, voices: dict[str, Voice], anchor: str, named: set[str]
) -> Markup:
    parts: list[Markup] = []
    for step in steps:
        if isinstance(step, Words):
            parts.append(escape(visible(text[step.start : step.end]).replace("\n", " ")))
        elif isinstance(step, Close):
            parts.append(Markup("</span>"))
        else:
            parts.append(_opening(step, voices, anchor, named))
    return Markup("").join(parts)


def _opening(step: Open, voices: dict[str, Voice], anchor: str, named: set[str]) -> Markup:
    mark = step.mark
    name = f"{anchor}-{mark.row}"
    given = Markup("")
    if mark.part not in {"source", "cue"} and mark.row not in named:
        named.add(mark.row)
        given = Markup(' id="{}" tabindex="-1"').format(name)
    voice = voices.get(mark.row)
    key = Markup(' data-voice="{}"').format(voice.key) if voice else Markup("")
    title = Markup(' title="{}"').format(one_line(mark.label)) if mark.label else Markup("")
    style = f"m {mark.part} {mark.style}".strip()
    opened = Markup('<span class="{}" data-row="{}"{}{}{}>').format(style, name, given, key, title)
    return opened + _badge(step, voice, name, new=bool(given))


def _badge(step: Open, voice: Voice | None, name: str, *, new: bool) -> Markup:
    """What is set before a mark's first words: the speaker's letter, or the flag of a finding."""
    if voice and new:
        label = f"{voice.name}: to the row of this attribution"
        link = Markup('<a class="badge {}" href="#{}-row" aria-label="{}">{}</a>')
        return link.format(voice.style, name, label, voice.badge)
    if step.mark.part == "finding" and step.first:
        return Markup('<a class="flag {}" href="#{}-row" aria-label="does not fit: to the finding">!</a>').format(
            step.mark.style, name
        )
    return Markup("")
