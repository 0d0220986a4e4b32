"""The process that reads pages one after the other, under limits that it sets itself, until its input ends.

Stands alone because it is a program: ``python -m sayso.clean.html.worker SECONDS BYTES``, spoken to over its pipes.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import time
from pathlib import Path
from typing import BinaryIO

import msgspec

from sayso.clean.html.messages import LENGTH, Answer, Task
from sayso.clean.html.page import read_page

try:
    import resource
except ImportError:  # no such limits on this system: the clock of the asking process is left
    resource = None  # type: ignore[assignment]

TIRED = 0.6
"""The share of its memory limit from which on the process ends after an answer, and a new one takes its place."""


def main() -> None:
    """Answers tasks until there are no more, or until too much memory is held."""
    seconds, memory = int(sys.argv[1]), int(sys.argv[2])
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _limit_memory(memory)
    while (task := _task(sys.stdin.buffer)) is not None:
        _limit_time(seconds)
        message = msgspec.msgpack.encode(_answer(task, memory))
        answers.write(LENGTH.pack(len(message)))
        answers.write(message)
        answers.flush()
        if _held() > TIRED * memory:
            break


def _task(pipe: BinaryIO) -> Task | None:
    head = pipe.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    return msgspec.msgpack.decode(pipe.read(LENGTH.unpack(head)[0]), type=Task)


def _answer(task: Task, memory: int) -> Answer:
    try:
        return Answer(read_page(task.data, task.charset))
    except MemoryError:
        gc.collect()
        return Answer(None, f"it takes more than {memory:,} bytes of memory")
    except Exception as fault:  # noqa: BLE001 - the fault of one page is its answer
        said = " ".join(str(fault).split())[:200]
        return Answer(None, f"the extractor failed on it ({type(fault).__name__}: {said})")


def _limit_time(seconds: int) -> None:
    """Allows this much processor time from now on; beyond it the system ends the process."""
    if resource is not None:
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + seconds + 1, most))


def _limit_memory(memory: int) -> None:
    """Allows this much address space beyond what the program itself has taken by now."""
    if resource is not None:
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (_pages(0) + memory, most))


def _held() -> int:
    return _pages(1)


def _pages(column: int) -> int:
    """Bytes from the kernel's table of this process: column 0 its address space, 1 what is in memory."""
    try:
        return int(Path("/proc/self/statm").read_text("ascii").split()[column]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 0


if __name__ == "__main__":
    main()
