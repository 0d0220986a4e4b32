"""The commands that go from a ledger back to what it holds: `show`, `search`, `trace`, `verify` and `page`.

Stand together because they answer "show me": the report, the words, the bytes, the proof.
"""

from __future__ import annotations

import hashlib
import re
import sys
import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli import options
from sayso.cli.asking import opened
from sayso.cli.asking import show as show_rows
from sayso.cli.guard import complain, guarded
from sayso.cli.linking import hint, link_all
from sayso.cli.options import RowFormat
from sayso.cli.reading import write
from sayso.errors import LedgerError, UsageError
from sayso.ledger import Hit, Ledger
from sayso.show import jsonl, terminal
from sayso.show.console import console, progress
from sayso.show.html import Item, page
from sayso.show.visible import one_line

EVERY = 1_000_000
_HASH = re.compile(r"[0-9a-f]{64}")
ORIGIN = Annotated[bool, typer.Option("--origin", help="In JSON, where each stretch of text stands in the original.")]


@guarded
def show(
    report: Annotated[str, typer.Argument(help="The report's id, or its first eight digits.")],
    ledger: options.Ledger = options.LEDGER,
    form: Annotated[RowFormat, typer.Option("--format", "-f", help="table to read here, json for programs.")] = (
        RowFormat.table
    ),
    origin: ORIGIN = False,
    original: Annotated[bool, typer.Option("--original", help="Write the original's bytes, unchanged.")] = False,
) -> None:
    """Show one report of a ledger as it was read, or give back its original bytes.

    For example,

        sayso show 27d4174a --ledger week.db

        sayso show 27d4174a --original > page-as-it-was.html
    """
    with opened(ledger) as kept:
        if original:
            if sys.stdout.isatty():
                message = "an original's bytes could command your terminal: send them on with > FILE"
                raise UsageError(message)
            sys.stdout.buffer.write(kept.original(report))
            sys.stdout.buffer.flush()
        elif form is RowFormat.json:
            jsonl.write(sys.stdout.buffer, jsonl.reading_line(kept.show(report), origin=origin))
        else:
            console().print(terminal.report(kept.show(report)))


@guarded
def search(
    words: Annotated[list[str], typer.Argument(help="Words that must all be there; '\"a phrase\"' counts as one.")],
    ledger: options.Ledger = options.LEDGER,
    form: options.Rows = RowFormat.table,
    most: Annotated[
        int, typer.Option("--most", "-n", min=1, help="At most so many rows in a table (JSON has all).")
    ] = 20,
) -> None:
    """Find attributions, actors and reports by words.

    Example: who spoke of the ridge?

        sayso search ridge artillery --ledger week.db
    """
    with opened(ledger) as kept:
        wanted = most + 1 if form is RowFormat.table else EVERY
        show_rows(Hit, kept.search(" ".join(words), most=wanted), form, most)


@guarded
def trace(
    row: Annotated[str, typer.Argument(help="A row as REPORT/ROW, such as 27d4174a/a3.")],
    ledger: options.Ledger = options.LEDGER,
    form: options.Rows = RowFormat.table,
) -> None:
    """Follow one row back to the very bytes of its original.

    Example: where exactly does the page say this?

        sayso trace 27d4174a/a3 --ledger week.db
    """
    with opened(ledger) as kept:
        found = kept.trace(row)
        if form is RowFormat.json:
            jsonl.write(sys.stdout.buffer, jsonl.line(found))
        else:
            console().print(terminal.trace(found))


@guarded
def verify(
    ledger: options.Ledger = options.LEDGER,
    head: Annotated[str | None, typer.Option(help="A hash of the log kept elsewhere: it must be in this one.")] = None,
    form: options.Rows = RowFormat.table,
) -> None:
    """Prove that nothing in a ledger was changed: every original, row and log entry. Exit code 3 where something was.

    Example: can we still prove what we hold?

        sayso verify --ledger week.db
    """
    wanted = head.strip().lower().removeprefix("sha256:") if head is not None else None
    if wanted is not None and _HASH.fullmatch(wanted) is None:
        message = f"--head {head}: no hash, which has 64 hexadecimal digits"
        raise UsageError(message)
    with opened(ledger) as kept:
        found = kept.verify(head=wanted)
    if form is RowFormat.json:
        jsonl.write(sys.stdout.buffer, jsonl.line(found))
    elif not found.wrong:
        unproven = f"; {found.unproven:,} stretches have no check yet" if found.unproven else ""
        counts = f"{found.reports:,} reports, {found.originals:,} originals, {found.rows:,} rows"
        console().print(f"{ledger}: all of it holds: {counts}, {found.entries:,} log entries{unproven}")
        console().print(f"head of the log: {found.head} (kept elsewhere, it proves this ledger later)")
    if found.wrong:
        where = " ".join(part for part in (found.wrong.table, found.wrong.row) if part)
        message = one_line(f"{ledger} is damaged: {where}: {found.wrong.what}")
        if form is RowFormat.table:
            sys.stdout.write(message + "\n")
            raise typer.Exit(LedgerError.exit_code)
        raise LedgerError(message)


@guarded
def make_page(
    ledger: options.Ledger = options.LEDGER,
    out: Annotated[Path, typer.Option("--out", "-o", help="The page's file.")] = Path("sayso.html"),
    title: Annotated[str | None, typer.Option(help="The page's title.")] = None,
    show_it: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
    quiet: options.Quiet = False,
) -> None:
    """Make one page of a ledger's reports, complete in one file, to read offline or to send on.

    Example: something for the editor to click through.

        sayso page --ledger week.db --out week.html
    """
    with opened(ledger) as kept, progress("laying out", quiet=quiet) as one_more:
        hint(kept, ledger)
        items = []
        for row in kept.reports():
            data = kept.original(row.id)
            items.append(Item(kept.show(row.id), hashlib.sha256(data).hexdigest(), len(data)))
            one_more()
        from sayso.link.across import across

        joined = across(kept)
    write(out, page(items, title, joined))
    if not quiet:
        console().print(f"{out}: {len(items):,} reports")
    if show_it:
        open_page(out)


def open_page(out: Path) -> None:
    """Opens a page in the user's browser; says so where there is none."""
    if not webbrowser.open(out.resolve().as_uri()):
        complain(f"no browser could be started; open {out} yourself")


@guarded
def remove(
    report: Annotated[str, typer.Argument(help="The report's id, or its first eight digits.")],
    reason: Annotated[str, typer.Option("--reason", "-r", help="By whose order, and why; kept in the log.")],
    ledger: options.Ledger = options.LEDGER,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask first.")] = False,
    quiet: options.Quiet = False,
) -> None:
    """Take a report out of a ledger by order, its bytes with it; the log keeps its hash, the day and the reason.

    Nothing brings it back. What was linked with it is reckoned again, which takes a while in a large ledger.

        sayso remove 27d4174a --reason "court order 12/2031, Miren" --ledger week.db
    """
    if not reason.strip():
        message = "--reason: say by whose order, and why; it is all that is left of the report"
        raise UsageError(message)
    with Ledger.open(ledger, create=False) as kept:
        found = kept.name(kept.number(report))
        if not yes:
            typer.confirm(f"Remove {found} and its bytes from {ledger} for good?", abort=True)
        made = kept.remove(report, reason)
        if not quiet:
            console().print(
                f"{ledger}: {made.report} was removed; log entry {made.entry} keeps its hash and the reason"
            )
        link_all(kept, quiet=quiet)
