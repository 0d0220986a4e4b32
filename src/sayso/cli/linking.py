"""The commands about what links reports: `link` itself, and what it found: copies, claims, what a copy changed.

Stand together because all of them look at several reports at once, where the other questions look at one.
"""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli import options
from sayso.cli.asking import SPEAKER, opened, speakers
from sayso.cli.asking import show as show_rows
from sayso.cli.days import Days
from sayso.cli.guard import complain, guarded
from sayso.cli.options import RowFormat, one_of
from sayso.ledger import Ledger
from sayso.link.rows import ClaimsRow, CopiesRow, CopyKind
from sayso.show import jsonl
from sayso.show.console import console, progress
from sayso.show.side_by_side import side_by_side

if TYPE_CHECKING:
    from pathlib import Path

MANY = 10_000


class VerdictName(StrEnum):
    """What a person may say of two rows."""

    apart = "apart"
    same = "same"
    undone = "undone"


def hint(kept: Ledger, ledger: Path) -> None:
    """Says where reports of the ledger are not linked yet, as after an interrupted `add`."""
    if count := len(kept.links().unlinked(MANY)):
        many = f"{count:,} reports or more" if count == MANY else f"{count:,} reports"
        complain(f"{ledger}: {many} not linked yet, so that what follows lacks them: sayso link --ledger {ledger}")


def link_all(kept: Ledger, *, quiet: bool) -> int:
    """Links what is not linked yet, with a count on standard error; gives how many reports that were."""
    from sayso.link.linking import link as run

    count = 0
    with progress("linking", quiet=quiet) as one_more:
        for done in run(kept):
            count += done
            for _ in range(done):
                one_more()
    return count


@guarded
def link(
    ledger: options.Ledger = options.LEDGER,
    again: Annotated[bool, typer.Option("--again", help="Forget all links and make them anew.")] = False,
    quiet: options.Quiet = False,
) -> None:
    """Find copies, claims and what does not fit between the reports of a ledger. `sayso add` does this by itself.

    Example: go on where `sayso add` was interrupted.

        sayso link --ledger week.db
    """
    with Ledger.open(ledger, create=False) as kept:
        if again:
            from sayso.link.linking import forget

            forget(kept)
        count = link_all(kept, quiet=quiet)
        if not quiet:
            console().print(f"{ledger}: {count:,} reports linked" if count else f"{ledger}: all reports are linked")


@guarded
def copies(
    ledger: options.Ledger = options.LEDGER,
    kind: Annotated[str | None, typer.Option(callback=one_of(CopyKind), help="copy, excerpt or mosaic.")] = None,
    report: options.Report = None,
    since: options.Since = None,
    until: options.Until = None,
    form: options.Rows = RowFormat.table,
    most: options.Most = options.MOST,
) -> None:
    """List reports that copy one another, or take passages from one another, and which was first where that is known.

    With --since and --until: by the day of the first of the reports.

    Example: which of these forty stories are one agency's?

        sayso copies --kind copy --ledger week.db
    """
    from sayso.link.copies.listed import copies as kept_copies

    with opened(ledger) as kept:
        days = Days(kept, since, until)
        hint(kept, ledger)
        rows = (row for row in kept_copies(kept, report) if kind in {None, row.kind})
        show_rows(CopiesRow, days.of(rows), form, most)


@guarded
def claims(  # noqa: PLR0913, PLR0917 - one argument an option
    ledger: options.Ledger = options.LEDGER,
    speaker: SPEAKER = None,
    shared: Annotated[bool, typer.Option("--shared", help="Only those that several reports have.")] = False,
    report: options.Report = None,
    since: options.Since = None,
    until: options.Until = None,
    form: options.Rows = RowFormat.table,
    most: options.Most = options.MOST,
) -> None:
    """List claims: who says what, in how many reports, and from how many independent roots.

    With --since and --until: by the day on which it was said, else that of the first of its reports.

    Example: what do many print, and how many got it on their own?

        sayso claims --shared --ledger week.db
    """
    from sayso.link.claims.claimed import claims as kept_claims

    with opened(ledger) as kept:
        days = Days(kept, since, until)
        hint(kept, ledger)
        wanted = kept.name(kept.number(report)) if report else None
        said_by = frozenset(speakers(kept, speaker))
        rows = (
            row
            for row in kept_claims(kept)
            if (row.reports > 1 or not shared) and _said_by(row, said_by) and _stands_in(row, wanted)
        )
        show_rows(ClaimsRow, days.of(rows), form, most)


def _said_by(row: ClaimsRow, wanted: frozenset[str | None]) -> bool:
    return None in wanted or (row.speaker is not None and row.speaker.id in wanted)


def _stands_in(row: ClaimsRow, report: str | None) -> bool:
    return report is None or any(one.report == report for one in row.attributions)


@guarded
def review(
    a: Annotated[str, typer.Argument(help="A row, REPORT/ROW: an attribution or an actor.")],
    verdict: Annotated[VerdictName, typer.Argument(help="apart, same, or undone to take the last word back.")],
    b: Annotated[str, typer.Argument(help="The other row.")],
    ledger: options.Ledger = options.LEDGER,
    reason: Annotated[str, typer.Option("--reason", "-r", help="Why; kept with the decision.")] = "",
) -> None:
    """Say that two attributions are, or are not, one claim, or that two speakers are two. It is kept in the log.

    Example: two people of one name.

        sayso review 27d4174a/varga apart 93be0c11/varga --reason "father and son" --ledger week.db
    """
    with Ledger.open(ledger, create=False) as kept:
        made = kept.review(verdict.value, a, b, reason)
        told = f"the last word on {made.a} and {made.b} is taken back"
        told = told if made.verdict == "undone" else f"{made.a} and {made.b} are {made.verdict}"
        console().print(f"{ledger}: log entry {made.entry}: {told}")


@guarded
def compare(
    a: Annotated[str, typer.Argument(help="A report's id, or its first eight digits.")],
    b: Annotated[str, typer.Argument(help="The other's.")],
    ledger: options.Ledger = options.LEDGER,
    explain: Annotated[bool, typer.Option("--explain", help="Also what was compared between them and let go.")] = False,
    form: options.Rows = RowFormat.table,
) -> None:
    """Set two reports side by side: what they share, which was first, what was changed, and what does not fit.

    Example: what did they make of the agency's story?

        sayso compare 27d4174a 93be0c11 --ledger week.db
    """
    from sayso.link.compared import compared

    with opened(ledger) as kept:
        row = compared(kept, a, b)
        if form is RowFormat.json:
            jsonl.write(sys.stdout.buffer, jsonl.line(row))
        else:
            console().print(side_by_side(row, explain=explain))
