"""Opening: what is no ledger, locked, full, cut short or too new is said in one sentence, and nothing is half-written."""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.ledger.making import plain

from sayso.errors import LedgerError
from sayso.ledger import Ledger
from sayso.ledger.connecting import APPLICATION
from sayso.ledger.migrating import Migration, shipped, statements
from sayso.ledger.sqlite import SqliteStore


def fill(path: Path, texts: int = 3) -> None:
    """A ledger with some reports."""
    with Ledger.open(path) as ledger:
        for number in range(texts):
            made = plain(f"Gate {number} burnt.", path=f"{number}.txt")
            ledger.add(made.original, made.reading)


def test_an_absent_ledger_is_made_or_said(path: Path) -> None:
    """Made only where that is asked for."""
    for wrong in ({"create": False}, {"read_only": True}):
        with pytest.raises(LedgerError, match="is not there"):
            Ledger.open(path, **wrong)
    Ledger.open(path).close()
    assert path.exists()


def test_a_folder_that_is_not_there_is_said(path: Path) -> None:
    """No folders are made."""
    with pytest.raises(LedgerError, match="no folder"):
        Ledger.open(path / "deeper.db")


@pytest.mark.parametrize("content", [b"Dear editor,", b"SQLite format 3", b"\0" * 4096])
def test_a_file_that_is_no_ledger_is_left_alone(path: Path, content: bytes) -> None:
    """Said, and not touched."""
    path.write_bytes(content)
    for read_only in (False, True):
        with pytest.raises(LedgerError, match="is not a ledger"):
            Ledger.open(path, read_only=read_only)
    assert path.read_bytes() == content


def test_another_programs_database_is_left_alone(path: Path) -> None:
    """An SQLite file of something else gets no tables of ours, and stays as it is."""
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="not a ledger"):
        Ledger.open(path)
    assert path.read_bytes() == before


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    """Said."""
    with pytest.raises(LedgerError, match="is a folder"):
        Ledger.open(tmp_path)


def test_an_empty_file_becomes_a_ledger(path: Path) -> None:
    """As a program leaves it that was killed at its first step."""
    path.touch()
    fill(path)
    with Ledger.open(path, read_only=True) as ledger:
        assert list(ledger.reports())


def test_a_ledger_of_a_newer_version_is_left_alone(path: Path) -> None:
    """Update first."""
    fill(path)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    for read_only in (False, True):
        with pytest.raises(LedgerError, match="newer Sayso"):
            Ledger.open(path, read_only=read_only)


STEPS = len(shipped())
NEXT = Migration(
    STEPS + 1, "9999_notes", "CREATE TABLE notes (entry INTEGER PRIMARY KEY, note TEXT) STRICT;\n-- the end\n"
)


def noon() -> datetime:
    """A clock that stands still."""
    return datetime(2024, 3, 5, 12, tzinfo=UTC)


@pytest.mark.parametrize("reports", [0, 2])
def test_an_older_ledger_is_migrated_and_still_verifies(path: Path, reports: int) -> None:
    """The new step is applied once, is an entry of the log, and what was there is unchanged."""
    fill(path, reports)
    steps = (*shipped(), NEXT)
    with pytest.raises(LedgerError, match="older Sayso"):
        SqliteStore(path, steps, noon, read_only=True, wait=1)
    for _ in range(2):
        store = SqliteStore(path, steps, noon, read_only=False, wait=1)
        found = store.verify(None)
        store.close()
        assert (found.wrong, found.reports, found.entries) == (None, reports, reports + STEPS + 1)


def test_every_shipped_step_is_reached_from_every_earlier_one(tmp_path: Path) -> None:
    """A ledger that stopped at any step comes to the newest."""
    steps = (*shipped(), NEXT)
    for reached in range(1, len(steps)):
        path = tmp_path / f"{reached}.db"
        SqliteStore(path, steps[:reached], noon, read_only=False, wait=1).close()
        store = SqliteStore(path, steps, noon, read_only=False, wait=1)
        assert store.verify(None).wrong is None
        store.close()


def test_a_step_that_fails_changes_nothing(path: Path) -> None:
    """All of a migration or none of it."""
    fill(path)
    broken = Migration(
        STEPS + 1, "9999_broken", "CREATE TABLE notes (note TEXT) STRICT;\nINSERT INTO nowhere VALUES (1);\n"
    )
    with pytest.raises(LedgerError):
        SqliteStore(path, (*shipped(), broken), noon, read_only=False, wait=1)
    with Ledger.open(path) as ledger:
        assert ledger.verify().wrong is None


def test_steps_are_numbered_without_a_gap() -> None:
    """1, 2, 3 ..., each file whole."""
    assert [step.number for step in shipped()] == list(range(1, len(shipped()) + 1))
    assert all(statements(step.sql) for step in shipped())
    with pytest.raises(ValueError, match="middle of a statement"):
        statements("CREATE TABLE a (b);\nCREATE TABLE")


def test_a_locked_ledger_names_who_writes(path: Path) -> None:
    """Another writer is waited for a little, then named; nothing is lost, and later it goes on."""
    fill(path)
    program = (
        "import sqlite3, sys\n"
        "held = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "held.execute('BEGIN IMMEDIATE'); print('held', flush=True); sys.stdin.read()\n"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", program, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    made = plain("Late.")
    with Ledger.open(path, wait=0.2) as ledger:
        assert len(list(ledger.reports())) == 3
        who = str(holder.pid) if Path("/proc/locks").exists() else "another program"
        with pytest.raises(LedgerError, match=f"is being written by .*{who}"):
            ledger.add(made.original, made.reading)
        holder.communicate()
        assert ledger.add(made.original, made.reading).outcome == "new"
        assert ledger.verify().wrong is None


def test_a_full_disk_is_said_and_nothing_is_half_written(path: Path) -> None:
    """No room: the ledger is as it was."""
    fill(path)
    big = plain(" ".join(str(number) for number in range(40_000)), path="big.txt")
    with Ledger.open(path) as ledger:
        store = ledger._store
        assert isinstance(store, SqliteStore)
        assert store._writer is not None
        store._writer.execute("PRAGMA max_page_count = 60")
        with pytest.raises(LedgerError, match="no room is left"):
            ledger.add(big.original, big.reading)
        found = ledger.verify()
    assert (found.wrong, found.reports) == (None, 3)


def test_a_file_that_may_not_grow_is_said(path: Path) -> None:
    """As with a quota: the system refuses to write on, the ledger holds."""
    fill(path)
    program = (
        "import resource, signal, sys\n"
        "from sayso.errors import LedgerError\n"
        "from sayso.ledger import Ledger\n"
        "from tests.ledger.making import plain\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "big = plain(' '.join(str(number) for number in range(40_000)), path='big.txt')\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))\n"
        "try:\n"
        "    Ledger.open(sys.argv[1]).add(big.original, big.reading)\n"
        "except LedgerError as error:\n"
        "    print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True)
    assert "nothing was added" in done.stdout
    assert done.stdout.count("\n") == 1
    assert resource.getrlimit(resource.RLIMIT_FSIZE)
    with Ledger.open(path) as ledger:
        found = ledger.verify()
    assert (found.wrong, found.reports) == (None, 3)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_read_only_disk_can_be_read_and_not_written(path: Path) -> None:
    """A ledger on a disk that nobody may write is opened for reading, and verified."""
    fill(path)
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        with Ledger.open(path, read_only=True) as ledger:
            assert ledger.verify().wrong is None
        made = plain("Late.")
        with pytest.raises(LedgerError), Ledger.open(path) as ledger:
            ledger.add(made.original, made.reading)
    finally:
        path.parent.chmod(0o755)


def test_a_ledger_opened_for_reading_takes_nothing(path: Path) -> None:
    """Said."""
    fill(path)
    made = plain("Late.")
    with Ledger.open(path, read_only=True) as ledger, pytest.raises(LedgerError, match="reading only"):
        ledger.add(made.original, made.reading)


def said_or_found(path: Path) -> str:
    """What opening a broken ledger says, or what verifying it finds."""
    try:
        with Ledger.open(path) as ledger:
            wrong = ledger.verify().wrong
    except LedgerError as error:
        return str(error)
    assert wrong is not None
    return wrong.what


@pytest.mark.parametrize("kept", [50, 100, 1000, 4096, 40_000, -4096, -1])
def test_a_file_cut_short_is_said_or_found(path: Path, kept: int) -> None:
    """Wherever it was cut: an error on opening, or something wrong on verifying, but no traceback."""
    fill(path)
    path.write_bytes(path.read_bytes()[:kept])
    assert "\n" not in said_or_found(path)


def test_a_damaged_page_anywhere_is_said_or_found(path: Path, tmp_path: Path) -> None:
    """Each page overwritten in turn: said on opening, or found on verifying; never a traceback, never passed over."""
    fill(path)
    data = path.read_bytes()
    copy = tmp_path / "copy.db"
    for page in range(len(data) // 4096):
        copy.write_bytes(data[: page * 4096] + b"\xa5" * 4096 + data[(page + 1) * 4096 :])
        assert "\n" not in said_or_found(copy)


def test_asking_a_damaged_ledger_is_an_error_of_ours(path: Path) -> None:
    """What cannot be read is said in a sentence, wherever it is met."""
    made = plain()
    with Ledger.open(path) as ledger:
        ledger.add(made.original, made.reading)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE readings SET packed = x'00ff'")
    connection.execute("UPDATE attributions SET content_spans = 'not JSON'")
    connection.commit()
    connection.close()
    with Ledger.open(path) as ledger:
        report = next(ledger.reports()).id
        with pytest.raises(LedgerError, match="is damaged"):
            ledger.show(report)
        with pytest.raises(LedgerError, match="is damaged: attributions of"):
            list(ledger.attributions())


def test_a_path_may_hold_any_character(tmp_path: Path) -> None:
    """What means something in an address means nothing in a path."""
    path = tmp_path / "week 1?mode=ro#a%20b'é.db"
    fill(path)
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    with Ledger.open(str(path), read_only=True) as ledger:
        assert ledger.verify().reports == 3


def test_a_closed_ledger_is_one_file(path: Path, tmp_path: Path) -> None:
    """Nothing is left beside it, and a copy of it is the ledger."""
    fill(path)
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    shutil.copyfile(path, tmp_path / "copy.db")
    with Ledger.open(tmp_path / "copy.db", read_only=True) as ledger:
        assert ledger.verify().wrong is None


def test_a_ledger_is_marked_and_durable(path: Path) -> None:
    """Its mark, the write-ahead log, full flushing, and foreign keys are what the paper says."""
    with Ledger.open(path) as ledger:
        store = ledger._store
        assert isinstance(store, SqliteStore)
        assert store._writer is not None
        asked = ("application_id", "journal_mode", "synchronous", "foreign_keys")
        assert [store._writer.execute(f"PRAGMA {name}").fetchone()[0] for name in asked] == [APPLICATION, "wal", 2, 1]


def test_a_closed_ledger_says_so(path: Path) -> None:
    """And closing twice is nothing."""
    ledger = Ledger.open(path)
    ledger.close()
    ledger.close()
    with pytest.raises(LedgerError, match="was closed"):
        list(ledger.reports())


def test_others_read_whole_batches_while_one_writes(path: Path) -> None:
    """Readers never wait, never see half an addition, and see all of it in the end."""
    fill(path, 1)
    failures: list[BaseException] = []
    done = threading.Event()

    def read() -> None:
        try:
            with Ledger.open(path, read_only=True) as ledger:
                last = 0
                while not done.is_set():
                    reports, dates = len(list(ledger.reports())), len(list(ledger.dates()))
                    assert last <= reports <= dates + 1
                    last = reports
        except BaseException as error:  # noqa: BLE001 - handed to the test
            failures.append(error)

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    with Ledger.open(path) as ledger:
        for number in range(40):
            made = plain(path=f"miren-{number}.txt")
            ledger.add(made.original, made.reading)
        done.set()
        for reader in readers:
            reader.join()
        assert failures == []
        assert len(list(ledger.reports())) == 41
        assert ledger.verify().wrong is None


def test_two_writers_take_turns(path: Path) -> None:
    """Two processes that add at the same time both come to their end, and the chain holds."""
    program = (
        "import sys\n"
        "from sayso.ledger import Ledger\n"
        "from tests.ledger.making import plain\n"
        "with Ledger.open(sys.argv[1], wait=60) as ledger:\n"
        "    for number in range(25):\n"
        "        made = plain(f'{sys.argv[2]} {number}', path=f'{sys.argv[2]}-{number}.txt')\n"
        "        ledger.add(made.original, made.reading)\n"
    )
    writers = [subprocess.Popen([sys.executable, "-c", program, str(path), name]) for name in ("left", "right")]
    assert [writer.wait() for writer in writers] == [0, 0]
    with Ledger.open(path) as ledger:
        found = ledger.verify()
    assert (found.wrong, found.reports, found.entries) == (None, 50, 50 + STEPS)
