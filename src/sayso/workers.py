"""Shares the reading of many originals among worker processes, in order and with bounded memory.

Stands alone because processes die, and what is to be done then has nothing to do with reading.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sayso.model import Reading
    from sayso.stages import Original

    Work = Callable[[Original], Reading]
    Lost = Callable[[Original, str], Reading]

AHEAD = 4
"""How many originals a worker may have waiting: enough that none stands idle behind one long report."""

AHEAD_BYTES = 64 * 1024 * 1024
"""How many bytes of originals may be in flight at once, whatever their number."""


def read_in_workers(
    originals: Iterable[Original], jobs: int, work: Work, lost: Lost
) -> Iterator[tuple[Original, Reading]]:
    """Each original with its reading, in the order given, read by `jobs` processes.

    `work` reads one. Where a worker is ended from outside (out of memory, say), the original waited for is read again
    on its own, and is what `lost` makes of it and the reason where that ends its process too; those behind it are
    handed to new workers. Leaving the iterator early ends the workers.
    """
    pool = _pool(jobs)
    waiting: deque[tuple[Original, Future[Reading]]] = deque()
    held = 0
    source = iter(originals)
    try:
        while True:
            while len(waiting) < AHEAD * jobs and (held < AHEAD_BYTES or not waiting):
                original = next(source, None)
                if original is None:
                    break
                held += len(original.data)
                waiting.append((original, _submit(pool, work, original)))
            if not waiting:
                return
            original, future = waiting.popleft()
            held -= len(original.data)
            try:
                reading = future.result()
            except BrokenProcessPool:
                reading = _alone(original, work, lost)
                pool.shutdown(wait=False, cancel_futures=True)
                pool = _pool(jobs)
                waiting = deque((late, _submit(pool, work, late)) for late, _ in waiting)
            yield original, reading
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _submit(pool: ProcessPoolExecutor, work: Work, original: Original) -> Future[Reading]:
    """The future reading; where the pool has broken meanwhile, a future that says so when asked."""
    try:
        return pool.submit(work, original)
    except BrokenProcessPool as broken:
        future: Future[Reading] = Future()
        future.set_exception(broken)
        return future


def _alone(original: Original, work: Work, lost: Lost) -> Reading:
    """The reading made in a process of its own, or the lost one where that process does not live to give it."""
    with _pool(1) as pool:
        try:
            return pool.submit(work, original).result()
        except BrokenProcessPool:
            return lost(original, "the process that read it was ended from outside, as when memory runs out")


def _pool(jobs: int) -> ProcessPoolExecutor:
    """A pool with all its processes started.

    They start while interrupts are ignored, and so ignore them until `_start`: an interrupt amid the loading of modules
    would end a process with a traceback.
    """
    spawn = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=spawn, initializer=_start)
    main = threading.current_thread() is threading.main_thread()
    before = signal.signal(signal.SIGINT, signal.SIG_IGN) if main else None
    try:
        for _ in range(jobs):  # each of them starts a process, as none is idle yet
            pool.submit(_ready)
    finally:
        if main:
            signal.signal(signal.SIGINT, before)
    return pool


def _ready() -> None:
    """The first task of a process: to have started."""


def _start() -> None:
    """Lets a worker end without a word when the user interrupts: the main process says what there is to say."""
    signal.signal(signal.SIGINT, lambda *_: os._exit(130))
