"""Prints values of the contract as JSON Lines, each line whole or not at all.

Stands alone because programs read this output: an interrupt must never leave half an object behind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

import msgspec

from sayso.interrupts import held

if TYPE_CHECKING:
    from sayso.model import Reading


def reading_line(reading: Reading, *, origin: bool = False) -> bytes:
    """The reading as one line of JSON with its newline; ``report.origin`` is null unless `origin` is set."""
    if not origin:
        reading = msgspec.structs.replace(reading, report=msgspec.structs.replace(reading.report, origin=None))
    return line(reading)


def line(row: object) -> bytes:
    """Any row as one line of JSON with its newline."""
    return msgspec.json.encode(row) + b"\n"


def write(stream: BinaryIO, encoded: bytes) -> None:
    """Writes a line and flushes it; an interrupt that comes meanwhile is raised at its end (see `sayso.interrupts`)."""
    with held():
        stream.write(encoded)
        stream.flush()
