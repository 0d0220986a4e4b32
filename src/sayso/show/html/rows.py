"""Turns a reading's rows into what the page prints of them: notes for the margin, and lines for the lists below.

Stands alone because templates should hold no reckoning: every string that they print is made here.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec import structs

from sayso.show import words
from sayso.show.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sayso.model import Actor, Attribution, Figure, Finding, Reading, Span
    from sayso.show.place import Places
    from sayso.show.voices import Voice

    Where = Callable[[Iterable[Span]], str]

SHOWN = 400
AROUND = 90


@dataclass(frozen=True, slots=True)
class Note:
    """One line of the margin: `row` names what it belongs to, `sub` stands smaller below `main`."""

    start: int
    row: str
    kind: str
    main: str
    sub: str = ""
    voice: Voice | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution as listed; `depth` tells how deep it is nested in others."""

    row: str
    voice: Voice
    via: str
    cue: str
    stance: str
    doubt: str
    act: str
    mode: str
    words: str
    more: str
    where: str
    depth: int


@dataclass(frozen=True, slots=True)
class Counted:
    """One figure as listed."""

    row: str
    amount: str
    counted: str
    printed: str
    place: str
    when: str
    part_of: str
    voice: Voice | None
    where: str


@dataclass(frozen=True, slots=True)
class Misfit:
    """One finding as listed, with the words that it rests on."""

    row: str
    title: str
    severity: str
    why: str
    rule: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that a finding rests on, with a little of what stands around them."""

    before: str
    words: str
    after: str
    where: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row of one of the smaller lists: its cells in the order of the list's heads."""

    row: str
    cells: tuple[str, ...]
    where: str
    voice: Voice | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """One speaker with what is known of it, how often it is quoted, and where it is first named."""

    voice: Voice
    kind: str
    roles: str
    count: int
    first: str
    where: str


@dataclass(frozen=True, slots=True)
class Other:
    """One actor that is no speaker (a relay, the outlet): as `Speaker`."""

    name: str
    kind: str
    roles: str
    first: str
    where: str


def placing(places: Places) -> Where:
    """A function that says where spans stand: in the text, and in the original's bytes."""

    def where(spans: Iterable[Span]) -> str:
        parts = []
        for span in spans:
            found = places.bytes_of(span)
            stands = f"characters {span.start}\N{EN DASH}{span.end}"
            parts.append(f"{stands}, bytes {found[0]}\N{EN DASH}{found[1]}" if found else stands)
        return "; ".join(parts)

    return where


def short(text: str, most: int = SHOWN) -> str:
    """`text` on one line, cut after `most` characters."""
    line = one_line(text)
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def said(reading: Reading, voices: dict[str, Voice], where: Where) -> list[Said]:
    """The attributions in order, the nested ones with their depth."""
    named, outlet = words.names(reading), words.outlet_name(reading)
    outer = {row.id: row.inside for row in reading.attributions}
    return [
        Said(
            row=row.id,
            voice=voices[row.id],
            via=words.via(row, named, outlet),
            cue=one_line(row.cue.text) if row.cue else "",
            stance=words.STANCES[row.cue.stance] if row.cue else "",
            doubt=words.doubt(row),
            act=words.act(row),
            mode=row.mode,
            words=short(row.content.text),
            more=_more(row, named),
            where=where(row.content.spans),
            depth=_depth(row.id, outer),
        )
        for row in reading.attributions
    ]


def _more(row: Attribution, named: dict[str, str]) -> str:
    parts = [
        f"said {row.said}" if row.said else "",
        f"in {one_line(row.place)}" if row.place else "",
        f"to {one_line(named.get(row.addressee, row.addressee))}" if row.addressee else "",
        f"nested in {row.inside}" if row.inside else "",
        f"{row.confidence:.0%} sure",
    ]
    return " · ".join(part for part in parts if part)


def _depth(row: str, outer: dict[str, str | None]) -> int:
    depth, seen = 0, {row}
    while (above := outer.get(row)) and above not in seen:
        depth, row = depth + 1, above
        seen.add(above)
    return min(depth, 3)


def figures(reading: Reading, voices: dict[str, Voice], where: Where) -> list[Counted]:
    """The figures in order."""
    return [
        Counted(
            row=row.id,
            amount=words.amount(row),
            counted=words.counted(row),
            printed=short(row.text, 80),
            place=one_line(row.place or ""),
            when=words.when(row),
            part_of=row.part_of or "",
            voice=voices.get(row.attribution or ""),
            where=where((row.span,)),
        )
        for row in reading.figures
    ]


def findings(reading: Reading, where: Where) -> list[Misfit]:
    """The findings, the grave ones first."""
    ordered = sorted(reading.findings, key=lambda row: row.severity != "high")
    return [_misfit(row, reading.report.text, where) for row in ordered]


def _misfit(row: Finding, text: str, where: Where) -> Misfit:
    return Misfit(
        row=row.id,
        title=words.FINDINGS[row.kind],
        severity=row.severity,
        why=one_line(row.why),
        rule=one_line(row.rule),
        evidence=tuple(_evidence(span, text, where) for span in sorted(row.spans)),
    )


def _evidence(span: Span, text: str, where: Where) -> Evidence:
    before, after = around(span, text)
    return Evidence(before, short(span.of(text), 200), after, where((span,)))


def around(span: Span, text: str) -> tuple[str, str]:
    """A little of what stands before and after a span, in whole words of its own line."""
    start = max(0, span.start - AROUND)
    before = text[start : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + AROUND].partition("\n")[0]
    if len(before) == AROUND:
        before = "… " + before.partition(" ")[2]
    if len(after) == AROUND:
        after = after.rpartition(" ")[0] + " …"
    return _edge(before), _edge(after)


def _edge(text: str) -> str:
    """`text` on one line that keeps a blank at either end."""
    line = one_line(text)
    return (" " if text[:1].isspace() else "") + line + (" " if line and text[-1:].isspace() else "")


def dates(reading: Reading, where: Where) -> list[Line]:
    """The dates: as printed, as read, and the range where there is one."""
    return [
        Line(row.id, (short(row.text, 80), row.value, row.edtf or "", row.type.lower()), where((row.span,)))
        for row in reading.dates
    ]


def demands(reading: Reading, voices: dict[str, Voice], where: Where) -> list[Line]:
    """The demands: of whom, what, until when."""
    return [
        Line(
            row.id,
            (one_line(", ".join(row.of)), short(row.action.text), row.until or ""),
            where((row.action.span,)),
            voices.get(row.attribution or ""),
        )
        for row in reading.demands
    ]


def wording(reading: Reading, voices: dict[str, Voice], where: Where) -> list[Line]:
    """The loaded terms: as printed, the plain term, and the list that has it."""
    return [
        Line(
            row.id,
            (short(row.text, 80), one_line(row.plain), one_line(row.list)),
            where((row.span,)),
            voices.get(row.voice),
        )
        for row in reading.wording
    ]


def refused(reading: Reading, where: Where) -> list[Line]:
    """What could not be read with certainty, and why."""
    text = reading.report.text
    return [
        Line(
            f"n{place + 1}" if row.span else "",
            (row.what, short(row.span.of(text), 80) if row.span else "", one_line(row.why)),
            where((row.span,)) if row.span else "",
        )
        for place, row in enumerate(reading.refused)
    ]


def left_out(reading: Reading, where: Where) -> list[Line]:
    """What stands in the text and is no part of the report."""
    text = reading.report.text
    return [
        Line(f"cut{place + 1}", (one_line(row.why), short(row.span.of(text), 120)), where((row.span,)))
        for place, row in enumerate(reading.report.removed)
    ]


def speakers(reading: Reading, voices: dict[str, Voice], where: Where) -> list[Speaker]:
    """The speakers in the order of their badges."""
    actors = {actor.id: actor for actor in reading.actors}
    counts: dict[str, int] = defaultdict(int)
    for row in reading.attributions:
        counts[voices[row.id].key] += 1
    listed = []
    for voice in dict.fromkeys(voices.values()):
        actor = actors.get(voice.actor or "")
        kind, roles = (actor.kind, words.roles(actor)) if actor else ("not resolved", "")
        listed.append(Speaker(voice, kind, roles, counts[voice.key], *_first(actor, where)))
    return listed


def others(reading: Reading, where: Where) -> list[Other]:
    """The actors that say nothing themselves: the outlet, and those through whom words came."""
    speaking = {row.speaker for row in reading.attributions}
    return [
        Other(one_line(actor.name), actor.kind, words.roles(actor), *_first(actor, where))
        for actor in reading.actors
        if actor.id not in speaking
    ]


def _first(actor: Actor | None, where: Where) -> tuple[str, str]:
    """The anchor of an actor's first mention, and its place."""
    if not actor or not actor.mentions:
        return "", ""
    return f"actor-{actor.id}-1", where(actor.mentions[:1])


def notes(reading: Reading, voices: dict[str, Voice]) -> list[Note]:
    """The margin's notes, in the order of their words in the text."""
    return sorted(_notes(reading, voices), key=lambda note: note.start)


def _notes(reading: Reading, voices: dict[str, Voice]) -> Iterator[Note]:
    named, outlet = words.names(reading), words.outlet_name(reading)
    for row in reading.attributions:
        stance = words.STANCES[row.cue.stance] if row.cue else ""
        sub = " · ".join(part for part in (words.doubt(row), stance, words.via(row, named, outlet)) if part)
        main = f"{voices[row.id].name} {words.act(row)}"
        yield Note(_start(row.content.spans), row.id, "said", main, sub, voices[row.id])
    for figure in reading.figures:
        yield _figure_note(figure, voices, reading.report.published)
    for finding in reading.findings:
        yield Note(_start(finding.spans), finding.id, f"misfit {finding.severity}", one_line(finding.why))
    for date in reading.dates:
        yield Note(date.span.start, date.id, "date", f"{short(date.text, 40)} → {date.edtf or date.value}")
    for term in reading.wording:
        main = f"“{short(term.text, 40)}”; plain: {one_line(term.plain)}"
        yield Note(
            term.span.start, term.id, "term", main, "" if term.voice != "outlet" else "in the outlet's own voice"
        )


def _figure_note(figure: Figure, voices: dict[str, Voice], published: str | None) -> Note:
    """A figure's note; that it is told for the day of the report itself goes without saying."""
    today = bool(published and figure.as_of and published[: len("2031-03-05")] == figure.as_of)
    time = words.when(structs.replace(figure, as_of=None) if today else figure)
    sub = " · ".join(part for part in (one_line(figure.place or ""), time) if part)
    main = f"{words.amount(figure)} {words.counted(figure)}".strip()
    return Note(figure.span.start, figure.id, "count", main, sub, voices.get(figure.attribution or ""))


def _start(spans: Sequence[Span]) -> int:
    return min((span.start for span in spans), default=0)
