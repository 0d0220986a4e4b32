"""The options that several commands share, each declared once with its help.

Stands alone so that an option means the same, and is explained the same, wherever it stands.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

if TYPE_CHECKING:
    from collections.abc import Callable


class ReadingFormat(StrEnum):
    """How a report is printed."""

    text = "text"
    json = "json"
    html = "html"


class RowFormat(StrEnum):
    """How rows are printed."""

    table = "table"
    json = "json"


class EngineName(StrEnum):
    """The trained model that reads."""

    best = "best"
    fast = "fast"


class ConventionName(StrEnum):
    """How vague words are read as numbers."""

    conservative = "conservative"
    range = "range"


def one_of(names: object) -> Callable[[str | None], str | None]:
    """What lets through one of the names of a `Literal`; any other ends the command with code 2."""
    known: tuple[str, ...] = get_args(names)

    def checked(value: str | None) -> str | None:
        if value is not None and value not in known:
            message = f"{value!r} is none of {', '.join(known)}"
            raise typer.BadParameter(message)
        return value

    return checked


Paths = Annotated[
    list[str],
    typer.Argument(help="Files, folders, JSON Lines files, or - for standard input.", show_default=False),
]
Ledger = Annotated[
    Path, typer.Option("--ledger", "-l", envvar="SAYSO_LEDGER", help="The ledger's file.", show_envvar=True)
]
Jobs = Annotated[
    int, typer.Option("--jobs", "-j", min=1, max=256, help="Worker processes; the result is the same for any number.")
]
Engine = Annotated[EngineName, typer.Option("--engine", help="The trained model: best, or fast for bulk (less exact).")]
Convention = Annotated[
    ConventionName | None,
    typer.Option("--vague", help="Read vague words as numbers: conservative (dozens: 12) or range (dozens: 20 to 90)."),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary; errors are still named.")]
Rows = Annotated[RowFormat, typer.Option("--format", "-f", help="A table for people, JSON Lines for programs.")]
Report = Annotated[
    str | None, typer.Option("--report", "-r", help="Only of this report: its id, or the first eight digits.")
]
Since = Annotated[
    str | None, typer.Option("--since", metavar="DAY", help="Of this day or later: 2031-03-05, 2031-03 or 2031.")
]
Until = Annotated[str | None, typer.Option("--until", metavar="DAY", help="Of this day, month or year at the latest.")]
Most = Annotated[int, typer.Option("--most", "-n", min=1, help="At most so many rows in a table (JSON has all).")]

LEDGER = Path("sayso.db")
MOST = 200
