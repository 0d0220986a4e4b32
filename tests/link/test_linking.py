"""Linking a ledger: the same whatever the order, going on where it stopped, and told as clusters."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ledger.making import Made, plain
from tests.link.making import telling

from sayso.ledger import Ledger
from sayso.link.copies.listed import copies
from sayso.link.linking import forget, link
from sayso.model import Outlet

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence

    from sayso.link.rows import CopiesRow


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the ledger of a test is."""
    return tmp_path / "sayso.db"


def report(name: str, *passages: int, outlet: str | None = None, published: str | None = None) -> Made:
    """A report made of numbered passages of three sentences."""
    text = " ".join(telling(passage, 3) for passage in passages)
    return plain(text, f"{name}.txt", title=None, outlet=Outlet(outlet) if outlet else None, published=published)


def linked(path: Path, made: Sequence[Made], batch: int = 64) -> list[CopiesRow]:
    """The copies among the reports, added and linked in their order."""
    with Ledger.open(path) as ledger:
        for one in made:
            ledger.add(one.original, one.reading)
        assert sum(link(ledger, batch)) == len(made)
        assert ledger.verify().wrong is None
        return list(copies(ledger))


def kinds(rows: Sequence[CopiesRow]) -> list[tuple[str, int]]:
    """The kind and the number of reports of each row."""
    return sorted((row.kind, len(row.reports)) for row in rows)


ROWS = st.lists(
    st.tuples(st.sampled_from(["North", "South", None]), st.lists(st.integers(0, 5), min_size=1, max_size=4)),
    min_size=2,
    max_size=7,
)


@given(ROWS, st.integers(1, 4), st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_any_order_of_adding_gives_the_same_copies(
    made: list[tuple[str | None, list[int]]], batch: int, chance: random.Random
) -> None:
    """And any number of reports a transaction."""
    reports = [report(f"r{at}", *passages, outlet=outlet) for at, (outlet, passages) in enumerate(made)]
    with tempfile.TemporaryDirectory() as folder:
        first = linked(Path(folder) / "a.db", reports)
        chance.shuffle(reports)
        assert linked(Path(folder) / "b.db", reports, batch) == first


def test_copies_of_one_story_are_one_row(path: Path) -> None:
    """Identical or with a line of their own, the story of two outlets and that of a third."""
    rows = linked(path, [report("a", 1, 2, 3, 4), report("b", 1, 2, 3, 4), report("c", 1, 2, 3, 4, 9), report("d", 7)])
    assert kinds(rows) == [("copy", 3)]
    assert [member.overlap > 0.75 for member in rows[0].reports] == [True] * 3


def test_an_excerpt_is_a_row_of_its_own(path: Path) -> None:
    """A long report that takes a passage from a short one."""
    assert kinds(linked(path, [report("a", 1, 2), report("b", 2, 3, 4, 5)])) == [("excerpt", 2)]


def test_two_cuttings_of_one_report_are_no_copies_of_each_other(path: Path) -> None:
    """They share no word."""
    rows = linked(path, [report("whole", 1, 2, 3, 4, 5, 6), report("head", 1), report("tail", 6)])
    assert kinds(rows) == [("copy", 2), ("copy", 2)]


def test_a_report_put_together_from_two_is_a_mosaic_of_them(path: Path) -> None:
    """It is named first with all that stands in them; what is known to have come after it is no source."""
    made = [report("pieced", 1, 2, published="2024-03-04"), report("a", 1, *range(3, 9)), report("b", 2, *range(9, 15))]
    rows = [row for row in linked(path, made) if row.kind == "mosaic"]
    assert [row.reports[0].report for row in rows] == [made[0].original.id]
    assert rows[0].reports[0].overlap > 0.9
    assert {member.report for member in rows[0].reports[1:]} == {one.original.id for one in made[1:]}


def test_the_source_of_two_later_reports_is_no_mosaic(path: Path) -> None:
    """The days say which way the passages went."""
    later = [
        report(name, at, *rest, published="2024-03-08")
        for name, at, rest in (("a", 1, range(3, 9)), ("b", 2, range(9, 15)))
    ]
    rows = linked(path, [report("source", 1, 2, published="2024-03-04"), *later])
    assert "mosaic" not in [row.kind for row in rows]


def test_the_one_published_first_is_first(path: Path) -> None:
    """And heads its row."""
    early, late = report("a", 1, published="2024-03-02"), report("b", 1, published="2024-03-04")
    (row,) = linked(path, [late, early])
    assert row.first == row.reports[0].report == early.original.id


def test_without_dates_nobody_knows_who_was_first(path: Path) -> None:
    """Nor without anything else that tells."""
    (row,) = linked(path, [report("a", 1), report("b", 1)])
    assert row.first is None


def test_linking_that_was_interrupted_goes_on(path: Path) -> None:
    """What was linked stays so, and the end is the same."""
    made = [report(str(number), number // 2, 50 + number) for number in range(6)]
    with Ledger.open(path) as ledger:
        for one in made:
            ledger.add(one.original, one.reading)
        steps: Iterator[int] = link(ledger, 2)
        next(steps)
        del steps
        assert len(list(ledger.links().linked())) == 2
        assert list(link(ledger, 3)) == [3, 1]
        found = list(copies(ledger))
        forget(ledger)
        assert not list(copies(ledger))
        assert sum(link(ledger)) == 6
        assert list(copies(ledger)) == found
        assert ledger.verify().wrong is None


def test_copies_can_be_asked_of_one_report(path: Path) -> None:
    """The rows that it is in."""
    made = [report("a", 1), report("b", 1), report("c", 2), report("d", 2)]
    assert len(linked(path, made)) == 2
    with Ledger.open(path, read_only=True) as ledger:
        (row,) = copies(ledger, made[0].original.id)
    assert {member.report for member in row.reports} == {made[0].original.id, made[1].original.id}
