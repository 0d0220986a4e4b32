"""Lays out one reading for a terminal: what does not fit first, then who says what, then figures and the rest.

Stands alone because what a reader of a terminal needs first is a decision of its own; words and badges are shared with
the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from sayso.show import words
from sayso.show.visible import one_line
from sayso.show.voices import HUES, Voice, voices

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from sayso.check import LetGo
    from sayso.ledger import Trace
    from sayso.model import Attribution, Figure, Finding, Reading, Span

COLOURS = ("blue", "yellow", "green", "magenta", "red", "cyan", "bright_yellow", "bright_black")
AROUND = 40
SHOWN = 600


def report(reading: Reading) -> Group:
    """One reading as a terminal shows it; every string of the report is shown harmlessly."""
    voiced = voices(reading)
    parts: list[RenderableType] = [_header(reading)]
    for title, body in (
        ("What does not fit", _findings(reading)),
        ("Who says what", _attributions(reading, voiced)),
        ("Figures", _figures(reading, voiced)),
        ("Demands", _demands(reading, voiced)),
        ("Loaded terms", _wording(reading, voiced)),
        ("Dates", _dates(reading)),
        ("Not read with certainty", _refused(reading)),
    ):
        if body is not None:
            parts += [Text(), Text(title, style="bold"), Padding(body, (0, 0, 0, 2))]
    return Group(*parts, Text())


def let_go(pairs: Sequence[LetGo], text: str) -> Group:
    """The pairs that were compared and let go, each with the reason and its words."""
    title = f"Compared and let go: {len(pairs)}"
    return Group(Text(title, style="bold"), *(Padding(_let_go(one, text), (0, 0, 0, 2)) for one in pairs), Text())


def _let_go(one: LetGo, text: str) -> Group:
    head = Text.assemble((f"{one.rule}: ", "bold"), one_line(one.why))
    evidence = Table.grid(padding=(0, 2))
    for span in sorted(one.spans):
        evidence.add_row("  ", _around(text, span), Text(_range(span), style="dim"))
    return Group(head, evidence)


def trace(found: Trace) -> Group:
    """A row of a ledger followed back to the bytes of its original."""
    head = Table.grid(padding=(0, 2))
    head.add_column(no_wrap=True)
    head.add_column(overflow="fold")
    for name, value in (
        ("row", one_line(f"{found.row} ({found.kind})")),
        ("report", one_line(found.report)),
        ("from", one_line(found.address or found.path)),
        ("original", one_line(f"sha256:{found.original}, {found.size:,} bytes, {found.charset}")),
        ("added", one_line(f"{found.added}, entry {found.entry} of the log")),
    ):
        head.add_row(Text(name, style="dim"), Text(value))
    table = _table("part", "words", "characters", "bytes of the original", "as")
    for stand in found.stands:
        where = "\n".join(f"{piece.start}\N{EN DASH}{piece.end}" for piece in stand.bytes)
        how = "\n".join(piece.how for piece in stand.bytes)
        table.add_row(stand.part, Text(one_line(stand.words)), _range(stand.span), where, how)
    return Group(head, Text(), table)


def _header(reading: Reading) -> Group:
    told = reading.report
    outlet = one_line(told.outlet.name) if told.outlet else "outlet unknown"
    first = Text.assemble((outlet, "bold"), ("  ", ""), (one_line(words.dated(told)), "dim"))
    if told.status != "read":
        first.append(f"  {words.STATUSES[told.status]}: {one_line(told.why or '')}", style="bold red")
    title, place = words.heading(told), one_line(told.address or told.path)
    lines = [Text(title, style="bold"), *([Text(place, style="dim")] if place != title else [])]
    return Group(Rule(style="dim"), first, *lines)


def _findings(reading: Reading) -> RenderableType | None:
    if not reading.findings:
        return None
    ordered = sorted(reading.findings, key=lambda row: row.severity != "high")
    return Group(*(_finding(row, reading.report.text) for row in ordered))


def _finding(row: Finding, text: str) -> Group:
    style = "bold red" if row.severity == "high" else "bold yellow"
    mark = "!!" if row.severity == "high" else " !"
    head = Text.assemble((f"{mark} {words.FINDINGS[row.kind]}. ", style), one_line(row.why), (f"  {row.id}", "dim"))
    evidence = Table.grid(padding=(0, 2))
    for span in sorted(row.spans):
        evidence.add_row("  ", _around(text, span), Text(_range(span), style="dim"))
    return Group(head, evidence)


def _around(text: str, span: Span) -> Text:
    """The span's words in bold with a little of what stands around them."""
    before = text[max(0, span.start - AROUND) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + AROUND].partition("\n")[0]
    left = ("… " + before.partition(" ")[2]) if len(before) == AROUND else before
    right = (after.rpartition(" ")[0] + " …") if len(after) == AROUND else after
    gap = " " if left[-1:].isspace() else ""
    follow = " " if right[:1].isspace() else ""
    return Text.assemble(one_line(left) + gap, (one_line(span.of(text)), "bold underline"), follow + one_line(right))


def _attributions(reading: Reading, voiced: dict[str, Voice]) -> RenderableType | None:
    if not reading.attributions:
        return None
    named, outlet = words.names(reading), words.outlet_name(reading)
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(ratio=3)
    table.add_column(ratio=2)
    table.add_column(ratio=7)
    table.expand = True
    for row in reading.attributions:
        who = _voice(voiced[row.id])
        via = words.via(row, named, outlet)
        if via:
            who.append(f"\n{via}", style="dim")
        table.add_row(Text(row.id, style="dim"), who, _how(row), _content(row))
    return table


def _how(row: Attribution) -> Text:
    told = Text(words.act(row))
    told.append(f"\n“{one_line(row.cue.text)}”" if row.cue else "\nno cue", style="dim italic")
    stance = words.STANCES[row.cue.stance] if row.cue else ""
    if stance:
        told.append(f"\n{stance}", style="yellow")
    if doubt := words.doubt(row):
        told.append(f"\n{doubt}", style="bold yellow")
    return told


def _content(row: Attribution) -> Text:
    line = one_line(row.content.text)
    told = Text(line if len(line) <= SHOWN else line[: SHOWN - 1] + "…")
    if row.inside:
        told = Text.assemble((f"(within {row.inside}) ", "dim"), told)
    return told


def _figures(reading: Reading, voiced: dict[str, Voice]) -> RenderableType | None:
    if not reading.figures:
        return None
    table = _table("", "figure", "place", "when", "who says it")
    for row in reading.figures:
        figure = Text(f"{words.amount(row)} {words.counted(row)}".strip(), style="bold")
        if row.part_of:
            figure.append(f"\npart of {row.part_of}", style="dim")
        table.add_row(
            Text(row.id, style="dim"), figure, one_line(row.place or ""), words.when(row), _teller(row, voiced)
        )
    return table


def _teller(row: Figure, voiced: dict[str, Voice]) -> Text:
    voice = voiced.get(row.attribution or "")
    return _voice(voice, strong=False) if voice else Text("the outlet itself", style="italic")


def _demands(reading: Reading, voiced: dict[str, Voice]) -> RenderableType | None:
    if not reading.demands:
        return None
    table = _table("", "who", "of whom", "what", "until")
    for row in reading.demands:
        voice = voiced.get(row.attribution or "")
        who = _voice(voice, strong=False) if voice else Text(row.who or "")
        cells = (one_line(", ".join(row.of)), one_line(row.action.text), row.until or "")
        table.add_row(Text(row.id, style="dim"), who, *map(Text, cells))
    return table


def _wording(reading: Reading, voiced: dict[str, Voice]) -> RenderableType | None:
    if not reading.wording:
        return None
    table = _table("", "term", "plain", "whose voice", "list")
    for row in reading.wording:
        voice = voiced.get(row.voice)
        who = _voice(voice, strong=False) if voice else Text("the outlet itself", style="italic")
        cells = Text(row.id, style="dim"), Text(one_line(row.text)), Text(one_line(row.plain))
        table.add_row(*cells, who, Text(one_line(row.list), style="dim"))
    return table


def _dates(reading: Reading) -> RenderableType | None:
    if not reading.dates:
        return None
    return Text("; ".join(f"{one_line(row.text)} = {row.edtf or row.value}" for row in reading.dates))


def _refused(reading: Reading) -> RenderableType | None:
    if not reading.refused:
        return None
    text = reading.report.text
    lines = (
        f"{row.what}{f' “{one_line(row.span.of(text))[:80]}”' if row.span else ''}: {one_line(row.why)}"
        for row in reading.refused
    )
    return Text("\n".join(lines), style="dim")


def _voice(voice: Voice, *, strong: bool = True) -> Text:
    """A speaker's letter and name, in its colour."""
    colour = COLOURS[int(voice.hue.removeprefix("hue-")) % HUES]
    return Text.assemble((f"{voice.badge} ", f"bold {colour}"), (voice.name, f"bold {colour}" if strong else ""))


def _range(span: Span) -> str:
    return f"{span.start}\N{EN DASH}{span.end}"


def _table(*heads: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    for head in heads:
        table.add_column(head, overflow="fold")
    return table
