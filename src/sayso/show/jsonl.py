"""Prints values of the contract as JSON Lines, each line whole or not at all.

Stands alone because programs read this output: an interrupt must never leave half an object behind.
"""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from sayso.model import Reading, Value

SIGNALS = (signal.SIGINT, signal.SIGTERM)


def reading_line(reading: Reading, *, origin: bool = False) -> bytes:
    """The reading as one line of JSON with its newline; ``report.origin`` is null unless `origin` is set."""
    if not origin:
        reading = msgspec.structs.replace(reading, report=msgspec.structs.replace(reading.report, origin=None))
    return line(reading)


def line(row: Value) -> bytes:
    """Any row as one line of JSON with its newline."""
    return msgspec.json.encode(row) + b"\n"


@contextmanager
def whole_lines(stream: BinaryIO) -> Iterator[Callable[[bytes], None]]:
    """Gives the function that writes a line and flushes it.

    An interrupt that comes amid a line is raised as `KeyboardInterrupt` at its end; a second one at once, for the
    reader of a pipe may never take the rest. Outside lines an interrupt is raised as ever.
    """
    writing = False
    met = False

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        nonlocal met
        if not writing or met:
            raise KeyboardInterrupt
        met = True

    def put(encoded: bytes) -> None:
        nonlocal writing
        writing = True
        try:
            stream.write(encoded)
            stream.flush()
        finally:
            writing = False
        if met:
            raise KeyboardInterrupt

    main = threading.current_thread() is threading.main_thread()
    before = {number: signal.signal(number, interrupt) for number in SIGNALS} if main else {}
    try:
        yield put
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
