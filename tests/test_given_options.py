"""A plain file's day and outlet can be given on the command line, and outweigh what the text says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner, Result

import sayso
from sayso.cli import app

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Nordal Post, 1 May 2030\n\nTwo people were hurt on Sunday, the mayor of Miren said.\n"


def run(*words: str) -> Result:
    """Runs the command line in this process."""
    return CliRunner().invoke(app, list(words))


@pytest.fixture
def text(tmp_path: Path) -> str:
    """A report as plain text, with a day of its own."""
    (tmp_path / "miren.txt").write_text(TEXT)
    return str(tmp_path / "miren.txt")


def test_what_is_given_outweighs_what_is_read_and_is_kept_as_given(text: str, tmp_path: Path) -> None:
    """Day and outlet are the given ones in the reading, in relative days and in the ledger."""
    given = ("--published", "2031-03-05", "--outlet", "Karsk Echo")
    read = json.loads(run("read", text, "--format", "json", *given).stdout)
    assert (read["report"]["outlet"]["name"], read["report"]["published"]) == ("Karsk Echo", "2031-03-05")
    assert read["report"]["published_from"] == "given"
    assert "2031-03-02" in {row["value"] for row in read["dates"]}
    ledger = str(tmp_path / "test.db")
    assert run("add", text, "--ledger", ledger, "--quiet", *given).exit_code == 0
    (kept,) = map(json.loads, run("reports", "--ledger", ledger, "--format", "json").stdout.splitlines())
    assert (kept["outlet"], kept["published"]) == ("Karsk Echo", "2031-03-05")


@pytest.mark.parametrize("wrong", [("--published", "yesterday"), ("--published", "2031-02-30"), ("--outlet", " ")])
def test_what_is_no_day_and_no_name_is_wrong_use(wrong: tuple[str, str], text: str) -> None:
    """Nothing is read where what is given cannot be meant."""
    result = run("read", text, *wrong)
    assert (result.exit_code, result.stdout) == (2, "")


def test_python_takes_the_same(text: str) -> None:
    """The Python interface has both by the same names."""
    (reading,) = sayso.read(text, published="2031-03-05", outlet="Karsk Echo")
    assert reading.report.outlet is not None
    assert (reading.report.outlet.name, reading.report.published) == ("Karsk Echo", "2031-03-05")
