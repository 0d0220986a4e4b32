"""Two reports side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.ledger.making import Made, plain
from tests.link.making import telling

from sayso.errors import InputError
from sayso.ledger import Ledger
from sayso.link.compared import compared
from sayso.link.copies.listed import copies
from sayso.link.linking import link
from sayso.model import Outlet

if TYPE_CHECKING:
    from pathlib import Path


def test_the_first_is_named_first_and_what_it_lost_is_told(tmp_path: Path) -> None:
    """However they are asked for; the sentence that the copy left out is shown."""
    whole = plain(telling(1, 4), "whole.txt", published="2031-03-04", title=None)
    short = plain(telling(1, 3), "short.txt", published="2031-03-05", title=None)
    with Ledger.open(tmp_path / "sayso.db") as ledger:
        for one in (short, whole):
            ledger.add(one.original, one.reading)
        list(link(ledger))
        row = compared(ledger, short.original.id, whole.original.id)
        assert (row.a, row.b, row.first, row.kind) == (whole.original.id, short.original.id, whole.original.id, "copy")
        assert row.share_b == 1.0
        assert [edit.kind for edit in row.edits] == ["cut"]
        with pytest.raises(InputError):
            compared(ledger, "00000000", short.original.id)


def test_two_reports_with_nothing_in_common_say_so(tmp_path: Path) -> None:
    """No edits are listed between strangers, and linking is not needed to ask."""
    made = [plain(telling(number, 4), f"{number}.txt", title=None) for number in (1, 2)]
    with Ledger.open(tmp_path / "sayso.db") as ledger:
        for one in made:
            ledger.add(one.original, one.reading)
        row = compared(ledger, *(one.original.id for one in made))
    assert (row.kind, row.edits, row.shared) == (None, (), ())


DOUBTED = (
    "The clerks {}moved seven barrels of salt behind the old stone stair of Karsa by night. "
    "The masons {}painted nine lanterns grey near the toll house of Ennis Bay before the fair. "
)


def test_copies_and_compare_agree_on_who_was_first(tmp_path: Path) -> None:
    """Doubts that one has lost tell it to both, where no name and no day does."""
    texts = {"sure.txt": ("", ""), "doubted.txt": ("allegedly ", "allegedly ")}
    made = {name: plain(DOUBTED.format(*doubts) + telling(1, 3), name, title=None) for name, doubts in texts.items()}
    with Ledger.open(tmp_path / "sayso.db") as ledger:
        for one in made.values():
            ledger.add(one.original, one.reading)
        list(link(ledger))
        row = compared(ledger, *(one.original.id for one in made.values()))
        (listed,) = copies(ledger)
    assert row.first == listed.first == made["doubted.txt"].original.id


def test_a_series_is_named_and_not_listed_as_copies(tmp_path: Path) -> None:
    """Two updates of one outlet by their headlines; who copies one of them is a copy of that one alone."""
    standing = telling(1, 4)

    def update(day: int, outlet: str, more: str = "") -> Made:
        title = f"Update No. {day}"
        text = f"{title}\n\n{telling(day, 1)} {standing}{more}"
        name = f"{outlet}{day}.txt"
        return plain(text, name, outlet=Outlet(outlet, ()), title=title, published=f"2031-03-0{day}")

    made = [update(4, "Orlo Desk"), update(5, "Orlo Desk"), update(5, "Miren Post", " So the desk.")]
    with Ledger.open(tmp_path / "sayso.db") as ledger:
        for one in made:
            ledger.add(one.original, one.reading)
        list(link(ledger))
        row = compared(ledger, made[0].original.id, made[1].original.id)
        (listed,) = copies(ledger)
    assert row.kind == "series"
    assert {member.report for member in listed.reports} == {made[1].original.id, made[2].original.id}
