"""Removing by order: nothing of a report stays but its tombstone, and all else holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.ledger.making import PAGE, PAGE_QUOTE, html_page, plain

from sayso.errors import InputError
from sayso.ledger import Ledger
from sayso.link.linking import link

if TYPE_CHECKING:
    from pathlib import Path

TOLD = "The Quillfeather dossier names nobody. So say the clerks of Miren."


def test_nothing_of_a_removed_report_is_left_in_the_file(path: Path) -> None:
    """Neither its words nor its bytes, in any page; the tombstone has id, hash and reason."""
    made = plain(TOLD * 40, "secret.txt")
    with Ledger.open(path) as ledger:
        for one in (plain(), made, html_page(PAGE, quote=PAGE_QUOTE)):
            ledger.add(one.original, one.reading)
        list(link(ledger))
        assert ledger.search("Quillfeather")
        removal = ledger.remove(made.original.id, "court order 12")
        assert (removal.report, removal.original, removal.reason) == (
            made.original.id,
            made.original.sha256,
            "court order 12",
        )
        assert ledger.removals() == [removal]
        assert not ledger.search("Quillfeather")
        assert len(list(ledger.reports())) == 2
        assert ledger.verify().wrong is None
        with pytest.raises(InputError):
            ledger.show(made.original.id)
    assert b"uillfeather" not in path.read_bytes()
    assert b"quillfeather" not in path.read_bytes()


def test_what_is_left_is_linked_again(path: Path) -> None:
    """And verifies, with the links and without."""
    with Ledger.open(path) as ledger:
        made = [plain(f"{TOLD} {number}", f"{number}.txt") for number in range(4)]
        for one in made:
            ledger.add(one.original, one.reading)
        list(link(ledger))
        ledger.remove(made[1].original.id, "by order")
        assert not list(ledger.links().linked())
        assert sum(link(ledger)) == 3
        assert ledger.verify().wrong is None


def test_a_removed_report_is_not_taken_again(path: Path) -> None:
    """It is refused, with the day and the reason; other bytes from there are welcome."""
    made = plain(TOLD)
    with Ledger.open(path) as ledger:
        ledger.add(made.original, made.reading)
        ledger.remove(made.original.id, "court order 12")
        again = ledger.add(made.original, made.reading)
        assert again.outcome == "refused"
        assert "court order 12" in str(again.why)
        other = plain("The clerks of Miren say nothing.")
        assert ledger.add(other.original, other.reading).outcome == "new"
        assert ledger.verify().wrong is None


def test_the_version_after_a_removed_one_follows_the_one_before(path: Path) -> None:
    """Of three the middle goes."""
    made = [plain(f"Fire number {number} is out.", address="https://orlo.example/fire") for number in range(3)]
    with Ledger.open(path) as ledger:
        for one in made:
            ledger.add(one.original, one.reading)
        ledger.remove(made[1].original.id, "by order")
        assert [row.version_of for row in ledger.reports()] == [None, made[0].original.id]
        assert ledger.verify().wrong is None


def test_bytes_that_stand_elsewhere_too_stay(path: Path) -> None:
    """The same page from another place is another report."""
    one, other = plain(TOLD, "a.txt"), plain(TOLD, "b.txt")
    with Ledger.open(path) as ledger:
        for made in (one, other):
            ledger.add(made.original, made.reading)
        ledger.remove(one.original.id, "by order")
        assert ledger.original(other.original.id) == other.original.data
        assert ledger.verify().wrong is None
