"""Reads pages in a process of their own, under a limit of time and memory, so that one bad page is one failed report.

Stands alone because processes die and are started again, which is no business of the code that reads.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import select
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

import msgspec

from sayso.clean import clean as clean_with
from sayso.clean.html.messages import LENGTH, Answer, Task
from sayso.errors import InputError

if TYPE_CHECKING:
    from sayso.clean.html.messages import Page
    from sayso.stages import Cleaned, Original

CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class PageLimits:
    """What one page may cost.

    `seconds` are of processor time, so that a busy machine fails no page that an idle one reads; `patience` times as
    many on the clock are the last resort. `memory` is what the process may hold beyond its own program, in bytes.
    """

    seconds: int = 20
    memory: int = 2_000_000_000
    patience: int = 10


def clean(original: Original) -> Cleaned:
    """`sayso.clean.clean` with pages read in a process of their own; texts are cleaned in this one."""
    return clean_with(original, page_of=_shared().read)


class PageReader:
    """One process that reads pages, started at the first and again after each that ended it. Close it when done."""

    def __init__(self, limits: PageLimits = PageLimits()) -> None:
        """`limits` hold for each page."""
        self.limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def read(self, data: bytes, charset: str | None = None) -> Page:
        """The page; raises `InputError` with one sentence where it goes beyond the limits or ends the process."""
        with self._lock:
            answer = self._answer(Task(data, charset))
        if answer.page is None:
            message = (
                f"the page could not be read: {answer.problem}; look at it in a browser, and save its text if it is one"
            )
            raise InputError(message)
        return answer.page

    def close(self) -> None:
        """Ends the process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    with contextlib.suppress(OSError):
                        pipe.close()
            process.wait()

    def _answer(self, task: Task) -> Answer:
        process = self._running()
        try:
            _send(process.stdin, msgspec.msgpack.encode(task))
            return msgspec.msgpack.decode(_receive(process.stdout, self._last_moment()), type=Answer)
        except TimeoutError:
            self.close()
            return Answer(None, f"it was not done after {self.limits.seconds * self.limits.patience} seconds")
        except (OSError, EOFError, msgspec.MsgspecError):
            code = process.wait()
            self.close()
            return Answer(None, self._ending(code))

    def _last_moment(self) -> float:
        return time.monotonic() + self.limits.seconds * self.limits.patience

    def _ending(self, code: int) -> str:
        if code == -getattr(signal, "SIGXCPU", 0):
            return f"it took more than {self.limits.seconds} seconds of processor time"
        most = self.limits.memory
        return f"it ended the process that read it (code {code}), as a page too large for {most:,} bytes does"

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            command = [
                sys.executable,
                "-m",
                "sayso.clean.html.worker",
                str(self.limits.seconds),
                str(self.limits.memory),
            ]
            pipe = subprocess.PIPE
            self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)  # noqa: S603
        return self._process


def _send(pipe: IO[bytes] | None, message: bytes) -> None:
    if pipe is None:
        raise EOFError
    pipe.write(LENGTH.pack(len(message)))
    pipe.write(message)
    pipe.flush()


def _receive(pipe: IO[bytes] | None, last_moment: float) -> bytes:
    """The next message; raises `TimeoutError` after the last moment and `EOFError` where the other side is gone."""
    if pipe is None:
        raise EOFError
    (size,) = LENGTH.unpack(_exactly(pipe.fileno(), LENGTH.size, last_moment))
    return _exactly(pipe.fileno(), size, last_moment)


def _exactly(number: int, size: int, last_moment: float) -> bytes:
    got = bytearray()
    while len(got) < size:
        left = last_moment - time.monotonic()
        if left <= 0 or not select.select([number], [], [], left)[0]:
            raise TimeoutError
        part = os.read(number, min(CHUNK, size - len(got)))
        if not part:
            raise EOFError
        got += part
    return bytes(got)


_readers: dict[int, PageReader] = {}


def _shared() -> PageReader:
    """The reader of this process: a forked child starts its own."""
    mine = os.getpid()
    if mine not in _readers:
        _readers.clear()
        _readers[mine] = PageReader()
        atexit.register(_readers[mine].close)
    return _readers[mine]
