"""The errors that Sayso raises on purpose: each says what was wrong, where, and what to do, in one line.

Stands alone because the command line turns exactly these, and nothing else, into one line and an exit code.
"""

from __future__ import annotations


class SaysoError(Exception):
    """Base of all errors of ours; `exit_code` is what the command line returns for it."""

    exit_code = 1


class InputError(SaysoError):
    """Something given could not be read: a path, a record, an encoding. The rest of a run goes on."""


class UsageError(SaysoError):
    """A command or a call was put together wrongly."""

    exit_code = 2


class LedgerError(SaysoError):
    """A ledger is damaged, locked, from a newer version, or no ledger at all."""

    exit_code = 3
