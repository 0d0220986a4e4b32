"""Holds back interrupts while something is done that must not be torn: a line of output, the loading of a library.

Stands alone because a torn line and a library torn while it loads are the same mistake, with the same remedy.
"""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

SIGNALS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def held() -> Iterator[None]:
    """Holds interrupts back until the end of the block, where one that came is raised as `KeyboardInterrupt`.

    A second one is raised at once, for what is being done may never end (a pipe whose reader sleeps). What does
    not raise `KeyboardInterrupt` anyway is left as it is, and so is all outside the main thread.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came = 0

    def hold(_number: int, _frame: FrameType | None) -> None:
        nonlocal came
        came += 1
        if came > 1:
            raise KeyboardInterrupt

    before = {number: signal.getsignal(number) for number in SIGNALS}
    handled = {number: handler for number, handler in before.items() if handler is signal.default_int_handler}
    for number in handled:
        signal.signal(number, hold)
    try:
        yield
    finally:
        for number, handler in handled.items():
            signal.signal(number, handler)
    if came:
        raise KeyboardInterrupt
