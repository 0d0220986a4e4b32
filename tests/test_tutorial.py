"""The tutorial quotes what its commands print, line by line."""

from __future__ import annotations

import contextlib
import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.cli import app

pytestmark = pytest.mark.slow
TUTORIAL = Path(__file__).parents[1] / "docs" / "tutorial.md"
QUOTED = re.compile(r"^    (sayso [^\n]+)\n\n```text\n(.+?)\n```$", re.MULTILINE | re.DOTALL)
WIDTH = "100"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the demonstration was run."""
    made = tmp_path_factory.mktemp("tutorial")
    run("sayso demo --quiet", made)
    return made


def run(command: str, folder: Path) -> list[str]:
    """The lines that a command of the tutorial prints, without the blanks at their ends."""
    with contextlib.chdir(folder):
        env = {"SAYSO_LEDGER": "sayso-demo/demo.db", "COLUMNS": WIDTH}
        done = CliRunner().invoke(app, shlex.split(command)[1:], env=env)
    assert done.exit_code == 0
    return [line.rstrip() for line in done.stdout.rstrip().splitlines()]


@pytest.mark.parametrize(("command", "quoted"), QUOTED.findall(TUTORIAL.read_text("utf-8")))
def test_what_is_quoted_is_what_comes(folder: Path, command: str, quoted: str) -> None:
    """Where the last line is "...", the output goes on."""
    lines, printed = quoted.splitlines(), run(command, folder)
    assert printed[: len(lines) - 1] == lines[:-1] if lines[-1] == "..." else printed == lines


def test_every_other_command_runs(folder: Path) -> None:
    """No command of the tutorial is out of date; those on the reader's own files and the browser aside."""
    commands = re.findall(r"^    (sayso .+)$", TUTORIAL.read_text("utf-8"), re.MULTILINE)
    ours = [one.partition(" | ")[0] for one in commands if not re.search(r"page\.html|saved/|demo", one)]
    assert len(ours) > len(QUOTED.findall(TUTORIAL.read_text("utf-8")))
    assert all(run(one, folder) for one in ours)
