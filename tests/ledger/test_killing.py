"""Killing: a process that adds may die at any moment, and nothing that it said it had added is lost or half there."""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from tests.ledger.conftest import NOON
from tests.ledger.making import plain

from sayso.ledger import Ledger

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = """
import os, signal, sqlite3, sys
from sayso.ledger import Ledger, connecting
from tests.ledger.making import plain

path, moment = sys.argv[1], int(sys.argv[2])
count = 0

def step(statement):
    global count
    count += 1
    if count == moment:
        os.kill(os.getpid(), signal.SIGKILL)

def connect(*given, **named):
    connection = plainly(*given, **named)
    connection.set_trace_callback(step)
    return connection

plainly, sqlite3.connect = sqlite3.connect, connect
with Ledger.open(path) as ledger:
    for number in range(4):
        made = plain(path=f"{number}.txt")
        print(ledger.add(made.original, made.reading).report, flush=True)
print("done", flush=True)
"""


@pytest.mark.parametrize("moment", [3, 8, 25, 60, 80, 95, 110, 130, 150])
def test_a_kill_before_any_statement_loses_nothing_that_was_told(path: Path, moment: int) -> None:
    """The ledger opens, verifies, has all that was told as added, and goes on to what it would have been."""
    command = [sys.executable, "-c", PROGRAM, str(path), str(moment)]
    killed = subprocess.run(command, capture_output=True, text=True, check=False)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    with Ledger.open(path) as ledger:
        assert ledger.verify().wrong is None
        there = [row.id for row in ledger.reports()]
        assert there[: len(killed.stdout.split())] == killed.stdout.split()
        assert len(there) <= len(killed.stdout.split()) + 1
        finish(ledger)
        found = ledger.verify()
    whole = path.with_name("whole.db")
    with Ledger.open(whole, clock=lambda: NOON) as ledger:
        finish(ledger)
        expected = ledger.verify()
    assert found.wrong is None
    assert (found.content, found.rows, found.reports) == (expected.content, expected.rows, 4)


def finish(ledger: Ledger) -> None:
    """Adds what the killed process was to add."""
    for number in range(4):
        made = plain(path=f"{number}.txt")
        ledger.add(made.original, made.reading)
