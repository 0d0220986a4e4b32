"""The command `demo`: reads the reports that come with Sayso into a ledger and a page.

Stands alone because it is the first thing that a newcomer runs, and it explains as it goes.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli import options  # noqa: TC001 - typer reads the annotations
from sayso.cli.asking import opened
from sayso.cli.guard import guarded
from sayso.cli.linking import link_all
from sayso.cli.proving import open_page
from sayso.cli.reading import Failures, item, write
from sayso.demo import originals
from sayso.errors import InputError
from sayso.ledger import Ledger
from sayso.reading import read_all
from sayso.show.console import console, progress
from sayso.show.html import page
from sayso.show.summary import summary

TITLE = "Eight days in Orvana"
NEXT = (
    "findings",
    "claims --shared",
    "copies",
    "figures --counted wounded --plot",
    "versions",
    "search ferry",
    "verify",
)


@guarded
def demo(
    out: Annotated[Path, typer.Option("--out", "-o", help="The folder for the page and the ledger.")] = Path(
        "sayso-demo"
    ),
    show_it: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    jobs: options.Jobs = 1,
    quiet: options.Quiet = False,
) -> None:
    """See what Sayso does: reads reports about an invented country into a page and a ledger.

    For example:

        sayso demo --open
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        message = f"{out} cannot be made: {fault.strerror}; name another folder with --out"
        raise InputError(message) from None
    given = originals()
    _own(out / "demo.db", {original.path for original in given})
    with Ledger.open(out / "demo.db") as kept, progress("reading", quiet=quiet, total=len(given)) as one_more:
        failures = Failures(one_more)
        pairs = list(failures.watch(read_all(given, jobs)))
        added = list(kept.add_all(pair for pair in pairs if pair[1].report.status != "failed"))
        link_all(kept, quiet=quiet)
        from sayso.link.across import across

        joined = across(kept)
    write(out / "demo.html", page([item(*pair) for pair in pairs], TITLE, joined))
    if not quiet:
        findings = sum(len(reading.findings) for _original, reading in pairs) + len(joined.findings)
        told = sum(len(reading.attributions) for _original, reading in pairs)
        shown = console()
        shown.print(summary([reading for _original, reading in pairs]))
        shown.print(f"{len(added):,} reports, {told:,} attributions, {findings:,} findings of things that do not fit.")
        shown.print(f"Open {out / 'demo.html'} to read them, or ask the ledger:")
        for line in NEXT:
            shown.print(f"    sayso {line} --ledger {out / 'demo.db'}", soft_wrap=True)
    if show_it:
        open_page(out / "demo.html")
    failures.end()


def _own(ledger: Path, known: set[str]) -> None:
    """Raises `InputError` where a ledger of that name holds other reports than the demo's."""
    if not ledger.exists():
        return
    with opened(ledger) as kept:
        strange = next((row.path for row in kept.reports() if row.path not in known), None)
    if strange is not None:
        message = f"{ledger} holds other reports ({strange}); name another folder with --out"
        raise InputError(message)
