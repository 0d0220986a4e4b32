"""The commands that ask a ledger for rows: its reports, and each kind of row that was read from them.

Stand together because each is one question to the ledger, printed by one and the same function.
"""

from __future__ import annotations

import re
import sys
from contextlib import contextmanager
from functools import lru_cache, partial
from itertools import chain, islice
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from sayso.cli import options
from sayso.cli.days import Days
from sayso.cli.guard import guarded
from sayso.cli.options import RowFormat, one_of
from sayso.errors import LedgerError
from sayso.ledger import (
    ActorRow,
    AttributionRow,
    DateRow,
    DemandRow,
    FigureRow,
    FindingRow,
    Ledger,
    ReportRow,
    VersionsRow,
    WordingRow,
)
from sayso.ledger.connecting import told
from sayso.lexicon import table
from sayso.model import Act, ActorKind, FindingKind, Mode, Severity, Stance
from sayso.show import jsonl, tables
from sayso.show.console import console
from sayso.show.plot import plots

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from sayso.model import Value

ACT = Annotated[
    str | None, typer.Option("--act", callback=one_of(Act), help="What is done: assert, deny, demand, accuse, ...")
]
MODE = Annotated[str | None, typer.Option("--mode", callback=one_of(Mode), help="direct, mixed or indirect.")]
STANCE = Annotated[
    str | None, typer.Option("--stance", callback=one_of(Stance), help="Of the cue: neutral, endorsing or doubting.")
]
ACTOR_KIND = Annotated[
    str | None,
    typer.Option("--kind", callback=one_of(ActorKind), help="person, organisation, place, group or unnamed."),
]
FINDING_KIND = Annotated[
    str | None, typer.Option("--kind", callback=one_of(FindingKind), help="Such as sum-mismatch or figure-conflict.")
]
SEVERITY = Annotated[str | None, typer.Option("--severity", callback=one_of(Severity), help="high or low.")]


def own_or_row(value: str | None) -> str | None:
    """What lets through ``outlet`` and the ids of attributions; anything else ends the command with code 2."""
    if value is not None and value != "outlet" and not _ATTRIBUTION.fullmatch(value):
        message = f"{value!r} is neither outlet nor an attribution's id, such as a3"
        raise typer.BadParameter(message)
    return value


_ATTRIBUTION = re.compile(r"a[1-9]\d*")
VOICE = Annotated[
    str | None,
    typer.Option(
        "--voice", callback=own_or_row, help="outlet: what outlets say themselves; or an attribution's id, a3."
    ),
]
SPEAKER = Annotated[str | None, typer.Option("--speaker", "-s", help="By this speaker: an actor's id or name.")]


@contextmanager
def opened(ledger: Path) -> Iterator[Ledger]:
    """The ledger for reading only; what it cannot give because it is damaged raises `LedgerError`."""
    try:
        with told(ledger), Ledger.open(ledger, create=False, read_only=True) as kept:
            yield kept
    except msgspec.DecodeError as error:
        message = f"{ledger} is damaged: {error}; go back to a copy of it"
        raise LedgerError(message) from None


def show(
    kind: type, rows: Iterable[Value], form: RowFormat, most: int = options.MOST, kept: Ledger | None = None
) -> None:
    """Prints rows as JSON Lines, or as a table of the first `most`, in which actors stand by the names in `kept`."""
    if form is RowFormat.json:
        for row in rows:
            jsonl.write(sys.stdout.buffer, jsonl.line(row))
        return
    found = list(islice(rows, most + 1))
    shown = console()
    named = [tables.with_names(row, partial(_names, kept)) for row in found[:most]] if kept else found[:most]
    shown.print(tables.table(kind, named, shown.width) if found else "nothing found")
    if len(found) > most:
        shown.print(f"the first {most:,}; more with --most, all with --format json")


@guarded
def reports(
    ledger: options.Ledger = options.LEDGER,
    outlet: Annotated[str | None, typer.Option(help="Only of this outlet, as the ledger names it.")] = None,
    language: Annotated[str | None, typer.Option(help="Only in this language, such as en.")] = None,
    since: options.Since = None,
    until: options.Until = None,
    form: options.Rows = RowFormat.table,
    most: options.Most = options.MOST,
) -> None:
    """List the reports of a ledger.

    With --since and --until: by the day of publication.

    Example: which reports of this outlet do we hold?

        sayso reports --outlet "The Calder Courier" --ledger week.db
    """
    with opened(ledger) as kept:
        rows = kept.reports(outlet=outlet, language=language)
        show(ReportRow, Days(kept, since, until).of(rows), form, most)


@guarded
def attributions(  # noqa: PLR0913, PLR0917 - one argument an option
    ledger: options.Ledger = options.LEDGER,
    speaker: SPEAKER = None,
    act: ACT = None,
    mode: MODE = None,
    stance: STANCE = None,
    report: options.Report = None,
    since: options.Since = None,
    until: options.Until = None,
    form: options.Rows = RowFormat.table,
    most: options.Most = options.MOST,
) -> None:
    """List who said what.

    With --since and --until: by the day on which it was said, else that of the report.

    Example: what did the mayor deny?

        sayso attributions --speaker "Ilona Varga" --act deny --ledger week.db
    """
    with opened(ledger) as kept:
        rows = (
            row
            for who in speakers(kept, speaker)
            for row in kept.attributions(report=report, speaker=who, act=act, mode=mode, stance=stance)
        )
        show(AttributionRow, Days(kept, since, until).of(rows), form, most, kept)


@guarded
def actors(
    ledger: options.Ledger = options.LEDGER,
    kind: ACTOR_KIND = None,
    report: options.Report = None,
    since: options.Since = None,
    until: options.Until = None,
    form: options.Rows = RowFormat.table,
    most: options.Most = options.MOST,
) -> None:
    """List those whom reports quote or name as a source.

    With --since and --until: by the day of the report.

    Example: how often do reports rely on people without a name?

        sayso actors --kind unnamed --ledger week.db
    """
    with opened(ledger) as kept:
        show(ActorRow, Days(kept, since, until).of(kept.actors(report=report, kind=kind)), form, most)


def known_count(value: str | None) -> str | None:
    """Lets through what the vocabulary counts; anything else ends the command with code 2."""
    if value is not None and value not in (names := table("counted").keys() - {"source", "words", "unreal"}):
        message = f"{value!r} is none of {', '.join(sorted(names))}"
        raise typer.BadParameter(message)
    return value


@guarded
def figures(  # noqa: PLR0913, PLR0917 - one argument an option
    ledger: options.Ledger = options.LEDGER,
    counted: Annotated[
        str | None, typer.Option(callback=known_count, help="What is counted: killed, wounded, displaced, ...")
    ] = None,
    place: Annotated[str | None, typer.Option(help="Where, as the ledger names it.")] = None,
    unit: Annotated[str | None, typer.Option(help="person, truck, USD, percent, ...")] = None,
    speaker: SPEAKER = None,
    report: options.Report = None,
    plot: Annotated[
        bool, typer.Option("--plot", help="Draw each count over time, by source; with --format json a series a line.")
    ] = False,
    since: options.Since = None,
    until: options.Until = None,
    form: options.Rows = RowFormat.table,
    most: options.Most = options.MOST,
) -> None:
    """List the figures: how many, of what, where, as of when, on whose word; or draw how a count moved.

    With --since and --until: by the day that the figure is told for, else on which it was said, else that of the
    report: as it is drawn.

    Example: every toll told for one town, with who told it, over time.

        sayso figures --counted killed --place Miren --plot --ledger week.db
    """
    with opened(ledger) as kept:
        rows = (
            row
            for who in speakers(kept, speaker)
            for row in kept.figures(report=report, counted=counted, unit=unit, place=place, speaker=who)
        )
        wanted = Days(kept, since, until).of(rows)
        if plot:
            from sayso.link.events.series import kept_series

            drawn = list(kept_series(kept, wanted))
            if form is RowFormat.json:
                for each in drawn:
                    jsonl.write(sys.stdout.buffer, jsonl.line(each))
            else:
                console().print(plots(drawn) if drawn else "nothing found")
        else:
            show(FigureRow, wanted, form, most, kept)


@guarded
def dates(
    ledger: options.Ledger = options.LEDGER,
    report: options.Report = None,
    since: options.Since = None,
    until: options.Until = None,
    form: options.Rows = RowFormat.table,
    most: options.Most = options.MOST,
) -> None:
    """List the dates and times, as printed and as read.

    With --since and --until: by the day as read; a length of time has none.

    Example: which days does this report speak of?

        sayso dates --report 27d4174a --ledger week.db
    """
    with opened(ledger) as kept:
        show(DateRow, Days(kept, since, until).of(kept.dates(report=report)), form, most)


@guarded
def demands(
    ledger: options.Ledger = options.LEDGER,
    who: Annotated[str | None, typer.Option(help="Made by this actor: an id or a name.")] = None,
    report: options.Report = None,
    since: options.Since = None,
    until: options.Until = None,
    form: options.Rows = RowFormat.table,
    most: options.Most = options.MOST,
) -> None:
    """List who asks whom to do what, and until when.

    With --since and --until: by the day of the report.

    Example: what do all sides ask for?

        sayso demands --ledger week.db
    """
    with opened(ledger) as kept:
        rows = (row for actor in speakers(kept, who) for row in kept.demands(report=report, who=actor))
        show(DemandRow, Days(kept, since, until).of(rows), form, most, kept)


@guarded
def wording(
    ledger: options.Ledger = options.LEDGER,
    voice: VOICE = None,
    report: options.Report = None,
    since: options.Since = None,
    until: options.Until = None,
    form: options.Rows = RowFormat.table,
    most: options.Most = options.MOST,
) -> None:
    """List loaded terms, of all sides, with whose voice they stand in.

    With --since and --until: by the day of the report.

    Example: which loaded terms do outlets use themselves?

        sayso wording --voice outlet --ledger week.db
    """
    with opened(ledger) as kept:
        show(WordingRow, Days(kept, since, until).of(kept.wording(report=report, voice=voice)), form, most)


@guarded
def findings(  # noqa: PLR0913, PLR0917 - one argument an option
    ledger: options.Ledger = options.LEDGER,
    kind: FINDING_KIND = None,
    severity: SEVERITY = None,
    report: options.Report = None,
    since: options.Since = None,
    until: options.Until = None,
    form: options.Rows = RowFormat.table,
    most: options.Most = options.MOST,
) -> None:
    """List what does not fit in reports and between them, with the words that show it.

    With --since and --until: by the day of the report, or of the last of those that do not fit together.

    Example: what should we look at first?

        sayso findings --severity high --ledger week.db
    """
    with opened(ledger) as kept:
        from sayso.link.misfits.listed import misfits

        inside = kept.findings(report=report, kind=kind, severity=severity)
        rows = chain(inside, misfits(kept, report, kind, severity))
        show(FindingRow, Days(kept, since, until).of(rows), form, most)


@guarded
def versions(
    ledger: options.Ledger = options.LEDGER,
    address: Annotated[str | None, typer.Option(help="Only of this address.")] = None,
    form: options.Rows = RowFormat.table,
    most: options.Most = options.MOST,
) -> None:
    """List pages held in several versions, and what came, went or changed between them.

    Example: what was changed without a word?

        sayso versions --ledger week.db
    """
    with opened(ledger) as kept:
        show(VersionsRow, kept.versions(address=address), form, most)


@lru_cache(maxsize=256)
def _names(kept: Ledger, report: str) -> dict[str, str]:
    """The name of each actor of a report."""
    return {row.id: row.name for row in kept.actors(report=report)}


def speakers(kept: Ledger, given: str | None) -> Iterator[str | None]:
    """The actor ids that are meant by an id or a name as people type it; null for all where nothing is given."""
    if given is None or next(kept.actors(actor=given), None):
        yield given
        return
    wanted = given.casefold()
    met = {
        row.id: None
        for row in kept.actors()
        if wanted in {row.name.casefold(), *(alias.casefold() for alias in row.aliases)}
    }
    yield from met
