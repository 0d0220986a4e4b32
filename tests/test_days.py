"""What `--since` and `--until` let through, and by which day of a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.ledger.making import plain, said
from typer.testing import CliRunner, Result

from sayso.cli import app
from sayso.ledger import Ledger

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "The mayor said on 3 March 2031 that the bridge was shut."


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    """Reports of a March, of an April, of a whole year, and of no day; a mayor's words of 3 March in the second."""
    row = said("a1", TEXT, "The mayor", "said", "that the bridge was shut", date="2031-03-03")
    with Ledger.open(tmp_path / "days.db") as kept:
        for path, day in (("march", "2031-03-31T23:00:00Z"), ("year", "2031"), ("none", None)):
            made = plain(f"In {path} nothing happened.", path, published=day)
            kept.add(made.original, made.reading)
        made = plain(TEXT, "april", published="2031-04-02", attributions=(row,))
        kept.add(made.original, made.reading)
    return str(tmp_path / "days.db")


def listed(ledger: str, *words: str) -> Result:
    """What a command prints."""
    return CliRunner().invoke(app, [*words, "--ledger", ledger, "--format", "json"])


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (("--since", "2031-03-31", "--until", "2031-03-31"), {"march", "year"}),
        (("--until", "2031-03"), {"march", "year"}),
        (("--since", "2031-04"), {"april", "year"}),
        (("--since", "2031", "--until", "2031"), {"march", "april", "year"}),
        (("--since", "2031-04-03"), {"year"}),
        (("--since", "2032"), set()),
    ],
)
def test_both_ends_are_in_and_what_has_no_day_is_told(given: tuple[str, ...], found: set[str], ledger: str) -> None:
    """A report that tells only its year may be of any day in it."""
    result = listed(ledger, "reports", *given)
    assert {path for path in ("march", "april", "year", "none") if f'"path":"{path}"' in result.stdout} == found
    assert result.stderr == "sayso: 1 left out that has no day\n"


def test_the_day_of_saying_goes_before_that_of_the_report(ledger: str) -> None:
    """The words are of March, and printed in April."""
    assert listed(ledger, "attributions", "--until", "2031-03").stdout.count('"a1"') == 1
    assert listed(ledger, "attributions", "--since", "2031-04").stdout == ""


@pytest.mark.parametrize("command", ["reports", "attributions", "actors", "figures", "dates", "demands", "wording",
                                     "findings", "claims", "copies"])  # fmt: skip
@pytest.mark.parametrize(
    "wrong", [("--since", "2031-13"), ("--until", "31 March"), ("--since", "2031-4-1"), ("--until", "")]
)
def test_what_is_no_day_is_wrong_use(command: str, wrong: tuple[str, str], ledger: str) -> None:
    """One line, whatever is listed."""
    result = listed(ledger, command, *wrong)
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "is no day, month or year" in result.stderr


def test_an_end_before_the_start_is_wrong_use(ledger: str) -> None:
    """Else it would read as if nothing were found."""
    assert listed(ledger, "reports", "--since", "2031-04", "--until", "2031-03").exit_code == 2
    assert listed(ledger, "reports", "--since", "2031-04-09", "--until", "2031-04").exit_code == 0
