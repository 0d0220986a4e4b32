"""Two reports side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.ledger.making import plain
from tests.link.making import telling

from sayso.errors import InputError
from sayso.ledger import Ledger
from sayso.link.compared import compared
from sayso.link.linking import link

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
