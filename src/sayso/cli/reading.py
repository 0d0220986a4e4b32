"""The commands that read reports: `read`, `add`, and `schema`.

Stand together because they take paths; all others take a ledger.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from sayso.cli import options
from sayso.cli.guard import complain, guarded
from sayso.cli.linking import link_all
from sayso.cli.options import ReadingFormat
from sayso.errors import InputError, UsageError
from sayso.ledger import Added, Ledger
from sayso.model import Reading
from sayso.read import originals
from sayso.reading import explained, read_all
from sayso.show import jsonl, terminal
from sayso.show.console import console, progress
from sayso.show.html import Item, page
from sayso.stages import Choices, Given

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sayso.stages import Original

FORMAT = Annotated[
    ReadingFormat,
    typer.Option("--format", "-f", help="text to read here, json for programs (one object a line), html for a page."),
]
ORIGIN = Annotated[bool, typer.Option("--origin", help="In JSON, where each stretch of text stands in the original.")]
EXPLAIN = Annotated[bool, typer.Option("--explain", help="Show also which pairs were compared and let go, and why.")]
OUT = Annotated[Path | None, typer.Option("--out", "-o", help="With --format html: the page's file.")]


@guarded
def read(  # noqa: PLR0913, PLR0917 - one parameter an option
    paths: options.Paths,
    form: FORMAT = ReadingFormat.text,
    origin: ORIGIN = False,
    explain: EXPLAIN = False,
    out: OUT = None,
    published: options.Published = None,
    outlet: options.Outlet = None,
    jobs: options.Jobs = 1,
    engine: options.Engine = options.EngineName.best,
    vague: options.Convention = None,
    quiet: options.Quiet = False,
) -> None:
    """Read reports and show who says what in them, without keeping anything.

    For example,

    What does this page say, and on whose say-so?

        sayso read page.html

    What was compared in it, and why was nothing said of it?

        sayso read page.html --explain

    The same for a folder of saved pages, as a page to click through:

        sayso read saved/ --format html --out read.html

    A statement of which the text tells neither day nor publisher:

        sayso read statement.txt --published 2031-03-05 --outlet "Ministry of Health"
    """
    if out and form is not ReadingFormat.html:
        message = "--out goes with --format html; send the other formats on with > FILE"
        raise UsageError(message)
    if explain and form is not ReadingFormat.text:
        message = "--explain goes with --format text"
        raise UsageError(message)
    with progress("reading", quiet=quiet or (form is not ReadingFormat.html and sys.stdout.isatty())) as one_more:
        failures = Failures(one_more)
        choices = _choices(engine, vague)
        found = originals(paths, given=Given(outlet=outlet, published=published))
        pairs = failures.watch(() if explain else read_all(found, jobs, choices))
        if form is ReadingFormat.json:
            for _original, reading in pairs:
                jsonl.write(sys.stdout.buffer, jsonl.reading_line(reading, origin=origin))
        elif form is ReadingFormat.html:
            _print(page([item(*pair) for pair in pairs]), out)
        elif explain:
            _explain(found, failures, choices)
        else:
            shown = console()
            for _original, reading in pairs:
                shown.print(terminal.report(reading))
    failures.end()


@guarded
def add(  # noqa: PLR0913, PLR0917 - one parameter an option
    paths: options.Paths,
    ledger: options.Ledger = options.LEDGER,
    published: options.Published = None,
    outlet: options.Outlet = None,
    jobs: options.Jobs = 1,
    engine: options.Engine = options.EngineName.best,
    vague: options.Convention = None,
    quiet: options.Quiet = False,
) -> None:
    """Read reports into a ledger, with their original bytes; what is there already is not read again.

    Example: keep this week's saved pages.

        sayso add saved/ --ledger week.db
    """
    found = originals(paths, given=Given(outlet=outlet, published=published))
    counts: Counter[str] = Counter()
    unread: dict[str, str] = {}
    reasons: Counter[str] = Counter()
    refused: list[Added] = []
    with Ledger.open(ledger) as kept, progress("reading", quiet=quiet) as one_more:
        failures = Failures(one_more)
        pairs = Stoppable(
            _watched(
                failures.taken(read_all(_unknown(found, ledger, kept, counts), jobs, _choices(engine, vague))), unread
            )
        )
        for added in kept.add_all(pairs, engine.value):
            counts[added.outcome] += 1
            if added.outcome in _KEPT and added.report in unread:
                reasons[unread[added.report]] += 1
            if added.outcome == "refused":
                refused.append(added)
                complain(_named(added.path, added.why or "refused"))
        if not pairs.stopped:
            link_all(kept, quiet=quiet)
    if not quiet:
        new = ", ".join(f"{counts[key]:,} {name}" for key, name in _KEPT.items() if counts[key])
        others = [f"{counts[key]:,} {name}" for key, name in _OTHERS.items() if counts[key]]
        told = ", ".join((*([f"{new}{_not_read(reasons)}"] if new else []), *others))
        failed = f", {failures.count:,} not read" if failures.count else ""
        console().print(f"{ledger}: {told or 'nothing added'}{failed}")
    if pairs.stopped:
        raise KeyboardInterrupt
    failures.count += len(refused)
    failures.end()


def _explain(found: Iterable[Original], failures: Failures, choices: Choices) -> None:
    """Shows each report with the pairs that were let go in it."""
    shown = console()
    for original in found:
        reading, pairs = explained(original, choices)
        for _ in failures.watch([(original, reading)]):
            shown.print(terminal.report(reading), terminal.let_go(pairs, reading.report.text))


def _choices(engine: options.EngineName, vague: options.ConventionName | None) -> Choices:
    return Choices(engine.value, vague.value if vague else None)


_KEPT = {"new": "added", "version": "added as new versions"}
_OTHERS = {"known": "known already", "refused": "refused"}


def _watched(pairs: Iterable[tuple[Original, Reading]], unread: dict[str, str]) -> Iterator[tuple[Original, Reading]]:
    """All pairs, as they are; of reports that hold nothing to read the reason goes into `unread`, by their ids."""
    for original, reading in pairs:
        if reading.report.status != "read":
            unread[reading.report.id] = reading.report.why or "no reason known"
        yield original, reading


def _not_read(reasons: Counter[str]) -> str:
    """How many of what was added were not read, and why ("of which 2 not read: empty, language fr")."""
    if not reasons:
        return ""
    each = (f"{count:,} {why}" if len(reasons) > 1 else why for why, count in sorted(reasons.items()))
    return f", of which {reasons.total():,} not read: {', '.join(each)}"


def _unknown(found: Iterable[Original], ledger: Path, kept: Ledger, counts: Counter[str]) -> Iterator[Original]:
    """The originals that the ledger does not have; the others are only counted.

    The ledger's own files, where they lie among them, are no reports.
    """
    own = {os.path.abspath(f"{ledger}{end}") for end in ("", "-wal", "-shm", "-journal")}  # noqa: PTH100
    for original in found:
        if os.path.abspath(original.path) in own:  # noqa: PTH100
            continue
        if original.problem is None and kept.known(original):
            counts["known"] += 1
        else:
            yield original


@guarded
def schema() -> None:
    """Print the JSON Schema of what `sayso read --format json` prints.

    Example: keep it beside your own program's tests.

        sayso schema > sayso.schema.json
    """
    made = msgspec.json.schema(Reading) | {"title": "Sayso: the reading of one report"}
    sys.stdout.write(msgspec.json.format(msgspec.json.encode(made), indent=2).decode() + "\n")


class Failures:
    """Names each report that could not be read on standard error as it comes, and counts them for the exit code."""

    def __init__(self, one_more: Callable[[], None]) -> None:
        self.count = 0
        self._one_more = one_more

    def watch(self, pairs: Iterable[tuple[Original, Reading]]) -> Iterator[tuple[Original, Reading]]:
        """All pairs, as they are."""
        for original, reading in pairs:
            self._one_more()
            if reading.report.status == "failed":
                self.count += 1
                complain(_named(reading.report.path, reading.report.why or "failed"))
            yield original, reading

    def taken(self, pairs: Iterable[tuple[Original, Reading]]) -> Iterator[tuple[Original, Reading]]:
        """The pairs that a ledger takes: all but the failed ones."""
        return (pair for pair in self.watch(pairs) if pair[1].report.status != "failed")

    def end(self) -> None:
        """Ends the command with exit code 1 where something failed."""
        if self.count:
            raise typer.Exit(1)


class Stoppable:
    """Pairs that simply end when the user interrupts, so that the ledger writes what it has been given."""

    def __init__(self, pairs: Iterator[tuple[Original, Reading]]) -> None:
        self.stopped = False
        self._pairs = pairs

    def __iter__(self) -> Iterator[tuple[Original, Reading]]:
        try:
            yield from self._pairs
        except KeyboardInterrupt:
            self.stopped = True


def _named(path: str, why: str) -> str:
    """The reason with the path before it, once."""
    return why if why.startswith(path) else f"{path}: {why}"


def item(original: Original, reading: Reading) -> Item:
    """A report for the page, with its original's hash and size."""
    return Item(reading, original.sha256, len(original.data)) if original.problem is None else Item(reading)


def _print(text: str, out: Path | None) -> None:
    """Writes a page to standard output, or whole to a file."""
    if out is None:
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()
    else:
        write(out, text)


def write(out: Path, text: str) -> None:
    """Writes a file as a whole or not at all; raises `InputError` where it cannot be written."""
    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        part.write_bytes(text.encode())
        part.replace(out)
    except OSError as fault:
        with suppress(OSError):
            part.unlink()
        message = f"{out} cannot be written: {fault.strerror}; name another place with --out"
        raise InputError(message) from None
