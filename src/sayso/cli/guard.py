"""Ends every command in the agreed way: an exit code and at most one line for whatever goes wrong.

Stands alone because users and scripts rely on it, and no command may forget it.
"""

from __future__ import annotations

import codecs
import errno
import functools
import io
import os
import sys
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import typer

from sayso.errors import SaysoError
from sayso.show.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Callable

Given = ParamSpec("Given")
Result = TypeVar("Result")

_PLAIN = str.maketrans(
    {"─": "-", "\N{EN DASH}": "-", "—": "-", "“": '"', "”": '"', "\N{LEFT SINGLE QUOTATION MARK}": "'", "…": "...",
     "\N{RIGHT SINGLE QUOTATION MARK}": "'", "●": "*", "│": "|"}
)  # fmt: skip
_FULL = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))
INTERRUPTED = 130
"""What a shell gives for a program that was interrupted."""


def guarded(command: Callable[Given, Result]) -> Callable[Given, Result]:
    """The command with its errors turned into one line on standard error and an exit code.

    Errors of ours have their own code (1 to 3). An interrupt ends with 130, a closed pipe silently with 0. Any other
    fault is ours: one line and 1, or the whole traceback where the environment sets ``SAYSO_DEBUG``.
    """

    @functools.wraps(command)
    def run(*args: Given.args, **kwargs: Given.kwargs) -> Result:
        try:
            _prepare_output()
            result = command(*args, **kwargs)
            sys.stdout.flush()
        except SaysoError as error:
            complain(str(error))
            raise typer.Exit(error.exit_code) from None
        except BrokenPipeError:
            discard_output()
            raise typer.Exit(0) from None
        except KeyboardInterrupt:
            complain("stopped; what was done so far stands")
            raise typer.Exit(INTERRUPTED) from None
        except (typer.Exit, typer.Abort):
            raise
        except OSError as fault:
            if _debugging() or fault.errno not in _FULL:
                raise
            complain(f"what was asked cannot be written ({fault.strerror}): make room, or print it elsewhere")
            discard_output()
            raise typer.Exit(1) from None
        except Exception as fault:
            if _debugging() or _is_usage(fault):
                raise
            complain(f"a fault of Sayso's own ({type(fault).__name__}: {fault}); set SAYSO_DEBUG=1 to see where")
            raise typer.Exit(1) from None
        return result

    return run


def _prepare_output() -> None:
    """What a terminal cannot print is printed as an escape; closed output takes everything and keeps nothing."""
    if sys.stdout is None:  # closed by whoever started the program
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - open until the program ends
    elif isinstance(sys.stdout, io.TextIOWrapper) and "utf" not in sys.stdout.encoding.lower():
        codecs.register_error("sayso", _spelled)
        sys.stdout.reconfigure(errors="sayso")


def _spelled(fault: UnicodeError) -> tuple[str, int]:
    """Lines, dashes and quotation marks in ASCII, anything else as an escape, for an encoding that lacks them."""
    if not isinstance(fault, UnicodeEncodeError):
        raise fault
    missing = fault.object[fault.start : fault.end].translate(_PLAIN)
    return missing.encode("ascii", "backslashreplace").decode("ascii"), fault.end


def complain(line: str) -> None:
    """One line on standard error, its control characters harmless; silent where nobody listens any more."""
    try:
        sys.stderr.write(f"sayso: {one_line(line)}\n")
        sys.stderr.flush()
    except (BrokenPipeError, ValueError):
        return


def discard_output() -> None:
    """Sends what is still to be printed nowhere, so that the end of the program meets no closed pipe."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def _debugging() -> bool:
    return bool(os.environ.get("SAYSO_DEBUG"))


def _is_usage(fault: Exception) -> bool:
    """Whether the fault is the command line library's own complaint about arguments."""
    return hasattr(fault, "format_message")
