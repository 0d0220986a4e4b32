"""What SECURITY.md promises of a reading: it is the same everywhere, and nothing is fetched for it."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

import sayso

REPORTS = ("meridian-0304-market.txt", "courier-0305-toll-1.html", "ost-0304-first.html", "qesra-0305-relay.txt")
PROGRAM = Path(sys.executable).with_name("sayso")
WATCH = """
import os, socket

def refuse(self, address, *rest):
    if self.family != getattr(socket, "AF_UNIX", None):
        with open(os.environ["WATCHED"], "a") as file:
            file.write(f"{address}\\n")
        raise OSError("no network here")

socket.socket.connect = socket.socket.connect_ex = refuse
"""

pytestmark = pytest.mark.slow


def lines(*arguments: str, names: tuple[str, ...] = REPORTS, **environment: str) -> list[str]:
    """What the program prints for the reports, one line each, in another environment."""
    folder = files("sayso.demo") / "reports"
    done = subprocess.run(
        [PROGRAM, "read", *(str(folder / name) for name in names), "--format", "json", "--origin", *arguments],
        capture_output=True,
        check=True,
        env={**os.environ, **environment},
    )
    return done.stdout.decode().splitlines()


@pytest.fixture(scope="module")
def plain() -> list[str]:
    """The readings as this machine makes them."""
    return lines()


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"},
        {"TZ": "America/Adak", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "2"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "COLUMNS": "20", "PYTHONHASHSEED": "3"},
    ],
    ids=["far east", "far west, Turkish", "bare"],
)
def test_zone_locale_and_hash_seed_change_nothing(plain: list[str], environment: dict[str, str]) -> None:
    """The same bytes give the same bytes."""
    assert lines(**environment) == plain


def test_workers_and_order_change_nothing(plain: list[str]) -> None:
    """Read by two processes, or the other way round, each report has the same line."""
    assert lines("--jobs", "2") == plain
    assert lines(names=REPORTS[::-1]) == plain[::-1]


def test_reading_asks_nothing_of_the_network(plain: list[str], tmp_path: Path) -> None:
    """No process of a run, children included, so much as tries to connect."""
    (tmp_path / "sitecustomize.py").write_text(WATCH)
    watched = tmp_path / "watched"
    source = str(Path(sayso.__file__).parents[1])
    environment = {"PYTHONPATH": os.pathsep.join([str(tmp_path), source]), "WATCHED": str(watched)}
    probe = "import socket\ntry:\n    socket.create_connection(('127.0.0.1', 9))\nexcept OSError as e:\n    print(e)"
    shown = subprocess.run([sys.executable, "-c", probe], capture_output=True, check=True, env=os.environ | environment)
    assert shown.stdout == b"no network here\n"
    watched.unlink()
    assert lines(**environment) == plain
    assert not watched.exists()
