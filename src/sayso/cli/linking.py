"""The commands about what links reports: `link` itself, and what it found: copies, claims, what a copy changed.

Stand together because all of them look at several reports at once, where the other questions look at one.
"""

from __future__ import annotations

from typing import Annotated

import typer

from sayso import link as linking
from sayso.cli import options
from sayso.cli.asking import opened
from sayso.cli.asking import show as show_rows
from sayso.cli.guard import guarded
from sayso.cli.options import RowFormat
from sayso.ledger import Ledger
from sayso.link.rows import CopiesRow
from sayso.show.console import console, progress


def link_all(kept: Ledger, *, quiet: bool) -> int:
    """Links what is not linked yet, with a count on standard error; gives how many reports that were."""
    count = 0
    with progress("linking", quiet=quiet) as one_more:
        for done in linking.link(kept):
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
            linking.forget(kept)
        count = link_all(kept, quiet=quiet)
        if not quiet:
            console().print(f"{ledger}: {count:,} reports linked" if count else f"{ledger}: all reports are linked")


@guarded
def copies(
    ledger: options.Ledger = options.LEDGER,
    kind: Annotated[str | None, typer.Option(help="copy or excerpt.")] = None,
    report: options.Report = None,
    form: options.Rows = RowFormat.table,
    most: options.Most = options.MOST,
) -> None:
    """List reports that copy one another, or take passages from one another, and which was first where that is known.

    Example: which of these forty stories are one agency's?

        sayso copies --kind copy --ledger week.db
    """
    with opened(ledger) as kept:
        rows = (row for row in linking.copies(kept, report) if kind in {None, row.kind})
        show_rows(CopiesRow, rows, form, most)
