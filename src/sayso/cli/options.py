"""The options that several commands share, each declared once with its help.

Stands alone so that an option means the same, and is explained the same, wherever it stands.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from sayso.read.given import iso_8601

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


def _day(value: str | None) -> str | None:
    """The day or moment as ISO 8601 writes it; anything else ends the command with code 2."""
    read = iso_8601(value) if value is not None else None
    if value is not None and read is None:
        message = f"{value!r} is no ISO 8601 date or date-time, such as 2031-03-05 or 2031-03-05T12:30:00Z"
        raise typer.BadParameter(message)
    return read


def _name(value: str | None) -> str | None:
    """The name without blanks around it; one without a letter ends the command with code 2."""
    if value is not None and not value.strip():
        message = "it is empty: give the outlet's name, or leave the option out"
        raise typer.BadParameter(message)
    return value.strip() if value else None


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
Published = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="DAY",
        callback=_day,
        help="The reports' day (2031-03-05) or moment, believed over what they say; a record's own goes before it.",
    ),
]
Outlet = Annotated[
    str | None,
    typer.Option(
        "--outlet",
        metavar="NAME",
        callback=_name,
        help="Who published the reports, believed over what they say; a record's own goes before it.",
    ),
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
