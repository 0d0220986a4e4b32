"""The command line: gathers the commands, and starts and ends the program.

Stands alone because nothing else may import it: it only takes arguments and calls one function a command.
"""

from __future__ import annotations

import signal
import sys
from typing import Annotated

import typer

from sayso.cli import asking, linking, proving, reading
from sayso.cli.demo import demo
from sayso.cli.guard import INTERRUPTED, complain, discard_output
from sayso.version import __version__

app = typer.Typer(
    name="sayso",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_READ, _ASK, _PROVE = "Read reports", "Ask a ledger", "Go back to the words"

app.command(rich_help_panel=_READ)(reading.read)
app.command(rich_help_panel=_READ)(reading.add)
app.command(rich_help_panel=_READ)(linking.link)
app.command(rich_help_panel=_READ)(demo)
app.command(rich_help_panel=_READ)(reading.schema)
for _command in (
    asking.reports,
    asking.attributions,
    asking.actors,
    asking.figures,
    asking.dates,
    asking.demands,
    asking.wording,
    asking.findings,
    asking.versions,
    linking.copies,
    linking.claims,
    linking.compare,
):
    app.command(rich_help_panel=_ASK)(_command)
app.command(rich_help_panel=_PROVE)(proving.show)
app.command(rich_help_panel=_PROVE)(proving.search)
app.command(rich_help_panel=_PROVE)(proving.trace)
app.command(rich_help_panel=_PROVE)(proving.verify)
app.command(rich_help_panel=_PROVE)(linking.review)
app.command(rich_help_panel=_PROVE)(proving.remove)
app.command("page", rich_help_panel=_PROVE)(proving.make_page)


def _version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"sayso {__version__}\n")
        raise typer.Exit


@app.callback()
def start(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """On whose say-so? Reads news reports and statements, and keeps a ledger of who said what, through whom, and where.

    Start with `sayso demo`, or with `sayso read` and a saved page.
    """


def main() -> None:
    """Runs the command line and leaves the process: 0 done, 1 something not read, 2 wrong use, 3 ledger damaged."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        app()
    except KeyboardInterrupt:
        complain("stopped")
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        discard_output()


__all__ = ["app", "main"]
