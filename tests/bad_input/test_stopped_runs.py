"""Stopped runs: an interrupt or a kill leaves whole lines and a sound ledger, and adding again finishes the work."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import sayso.clean.limited
from sayso.ledger import Ledger
from sayso.model import from_json
from sayso.reading import read_original
from sayso.stages import Original

if TYPE_CHECKING:
    from conftest import Run

GOOD = 'At least 12 people were wounded in Miren on 4 March 2024. "We will reopen the quay," said Ilona Varga.\n\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Sixty reports, each its own."""
    made = tmp_path / "in"
    made.mkdir()
    for number in range(60):
        (made / f"{number:02}.txt").write_text(f"Report {number}.\n\n" + GOOD * 15, "utf-8")
    return made


def started(*words: str) -> subprocess.Popen[bytes]:
    """The program in a process of its own."""
    command = [sys.executable, "-c", "from sayso.cli import main; main()", *words]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


@pytest.mark.slow
def test_an_interrupt_while_reading_leaves_whole_lines(folder: Path) -> None:
    """What was printed is whole objects, then one line on standard error and exit code 130."""
    running = started("read", str(folder), "--format", "json", "--quiet")
    assert running.stdout is not None
    first = running.stdout.readline()
    running.send_signal(signal.SIGINT)
    out, errors = running.communicate(timeout=60)
    lines = (first + out).splitlines(keepends=True)
    assert (running.returncode, len(errors.splitlines())) == (130, 1)
    assert 1 <= len(lines) < 60
    assert all(line.endswith(b"\n") and from_json(line).report.status == "read" for line in lines)


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="what a process has loaded cannot be seen")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_a_stopped_add_leaves_a_sound_ledger_that_can_be_finished(
    folder: Path, tmp_path: Path, run: Run, number: signal.Signals
) -> None:
    """The ledger verifies, adding again takes what lacks, and each report is there once."""
    ledger = tmp_path / "l.db"
    running = started("add", str(folder), "--ledger", str(ledger), "--quiet")
    while running.poll() is None and not _has_begun(running.pid):
        time.sleep(0.05)
    time.sleep(0.4)
    running.send_signal(number)
    _out, errors = running.communicate(timeout=60)
    if number is signal.SIGINT:
        assert (running.returncode, len(errors.splitlines())) == (130, 1)
    else:
        assert running.returncode == -signal.SIGKILL
    with Ledger.open(ledger) as kept:
        assert kept.verify().wrong is None
        before = len(list(kept.reports()))
    assert before < 60
    again = run("add", str(folder), "--ledger", str(ledger), "--quiet")
    assert (again.exit_code, again.stderr) == (0, "")
    with Ledger.open(ledger) as kept:
        assert kept.verify().wrong is None
        assert len({row.path for row in kept.reports()}) == len(list(kept.reports())) == 60


def _has_begun(pid: int) -> bool:
    """Whether the process has loaded the parser, so that it reads by now or soon."""
    try:
        return "thinc" in Path(f"/proc/{pid}/maps").read_text("utf-8")
    except OSError:
        return False


def test_no_room_for_temporary_files_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk under a stage is the system's fault: the row says where to make room."""

    def full(_original: Original) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(sayso.clean.limited, "clean", full)
    reading = read_original(Original(GOOD.encode(), "x.txt"))
    assert reading.report.status == "failed"
    assert "make some in" in (reading.report.why or "")
