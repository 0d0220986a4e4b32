"""Makes the consoles that the terminal views print to: standard output for results, standard error for the rest.

Stands alone because colour, width and progress are decided here once: none where output is piped or NO_COLOR is set.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PIPED_WIDTH = 120
"""Columns where the output is no terminal and COLUMNS is not set."""


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Leaves it to the command line what a closed pipe means."""
        raise BrokenPipeError


def console(*, error: bool = False) -> Console:
    """The console of standard output, or of standard error; nothing that it is given is read as markup."""
    made = _Console(stderr=error, markup=False, highlight=False, emoji=False)
    if not made.is_terminal and "COLUMNS" not in os.environ:
        made.width = PIPED_WIDTH
    return made


@contextmanager
def progress(what: str, *, quiet: bool = False, total: int | None = None) -> Iterator[Callable[[], None]]:
    """A count of what is done, on standard error; gives the function that counts one more.

    Nothing is shown where standard error is no terminal, or `quiet` is set.
    """
    errors = console(error=True)
    if quiet or not errors.is_terminal:
        yield _nothing
        return
    columns = (SpinnerColumn(), TextColumn(what), *((BarColumn(),) if total else ()), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), console=errors, transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda: bar.advance(task)


def _nothing() -> None:
    """Counts nothing."""
