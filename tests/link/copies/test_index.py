"""The index of copies: the same pairs whatever the order, the same work however large, and no furniture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.link.making import telling

from sayso.link.copies.index import CopyIndex
from sayso.link.copies.keeping import InMemory
from sayso.link.copies.shingles import Fingerprint, fingerprint
from sayso.link.copies.words import words_of

if TYPE_CHECKING:
    import random

Row = tuple[int, Fingerprint, str | None]


def row(number: int, outlet: str | None, *passages: int) -> Row:
    """A report made of numbered passages of three sentences."""
    return number, fingerprint(words_of(" ".join(telling(passage, 3) for passage in passages))), outlet


def filled(rows: list[Row], keepers: int = 32, pages: int = 8) -> CopyIndex:
    """An index with the rows added in their order."""
    index = CopyIndex(keepers=keepers, pages=pages)
    for number, print_, outlet in rows:
        index.add(number, print_, outlet)
    return index


ROWS = st.lists(
    st.tuples(st.sampled_from(["north", "south", None]), st.lists(st.integers(0, 5), min_size=1, max_size=4)),
    min_size=2,
    max_size=9,
)


@given(ROWS, st.integers(1, 3), st.integers(2, 4), st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_any_order_of_adding_gives_the_same_pairs(
    made: list[tuple[str | None, list[int]]], keepers: int, pages: int, chance: random.Random
) -> None:
    """Keepers and furniture are made scarce here, so that they change while reports come."""
    rows = [row(at, outlet, *passages) for at, (outlet, passages) in enumerate(made)]
    first = list(filled(rows, keepers, pages).pairs())
    chance.shuffle(rows)
    assert list(filled(rows, keepers, pages).pairs()) == first


@given(ROWS, st.integers(1, 3), st.integers(2, 4))
@settings(max_examples=60, deadline=None)
def test_the_changes_told_add_up_to_the_pairs(
    made: list[tuple[str | None, list[int]]], keepers: int, pages: int
) -> None:
    """Who keeps pairs elsewhere need only follow what `add` says."""
    index = CopyIndex(keepers=keepers, pages=pages)
    kept = {}
    for at, (outlet, passages) in enumerate(made):
        change = index.add(*row(at, outlet, *passages))
        for pair in change.went:
            del kept[pair]
        kept.update(change.came)
    assert sorted(kept.items()) == list(index.pairs())


def test_adding_a_report_again_changes_nothing() -> None:
    """The second time is no copy of the first."""
    rows = [row(1, None, 1, 2), row(2, None, 1, 3)]
    kept = InMemory()
    index = CopyIndex(kept)
    for number, print_, outlet in rows:
        index.add(number, print_, outlet)
    before = list(index.pairs())
    assert index.add(1, rows[0][1]).came == {}
    assert list(index.pairs()) == before
    assert kept.reports(rows[0][1].digest) == [1]


def test_unrelated_reports_make_no_pair() -> None:
    """Fifty reports of the same few words in other orders stay fifty."""
    assert not list(filled([row(seed, None, 100 + seed) for seed in range(50)]).pairs())


def test_identical_reports_are_one_text() -> None:
    """Ten thousand of one story cost no comparison, and all are known."""
    print_ = fingerprint(words_of(telling(1)))
    kept = InMemory()
    index = CopyIndex(kept)
    for number in range(10_000):
        index.add(number, print_, f"outlet {number}")
    assert len(kept.reports(print_.digest)) == 10_000
    assert not list(index.pairs())


def test_many_near_copies_all_meet() -> None:
    """A hundred and twenty outlets with one story and a line of their own hang together, though each meets only a few."""
    rows = [row(number, f"outlet {number}", 1, 2, 3, 1000 + number) for number in range(120)]
    index = filled(rows, keepers=4)
    reached, ahead = set(), [rows[0][1].digest]
    while ahead:
        text = ahead.pop()
        reached.add(text)
        ahead.extend(other for other, _ in index.partners(text) if other not in reached)
    assert len(reached) == 120
    assert len(list(index.pairs())) < 120 * 119 / 2 / 4


def test_what_an_outlet_prints_on_every_page_proves_nothing() -> None:
    """Pages of one outlet with the same foot are reports of their own, once there are enough to know it for a foot."""
    pages = [row(number, "north", 500 + number, 7) for number in range(32)]
    assert not list(filled(pages).pairs())
    assert list(filled(pages[:7]).pairs())


def test_versions_of_one_story_are_no_furniture() -> None:
    """An outlet that prints a story again with one passage more has copied itself."""
    rows = [row(number, "north", *range(1, 12), 600 + number) for number in range(8)]
    assert len(list(filled(rows).pairs())) == 28


def test_a_report_that_quotes_all_others_is_nobodys_copy() -> None:
    """Press reviews put others' words within quotation marks."""
    others = [row(number, None, 700 + number) for number in range(6)]
    review = " ".join(f'{telling(800 + number, 1)} "{telling(700 + number, 3)}"' for number in range(6))
    assert not list(filled([*others, (99, fingerprint(words_of(review)), None)]).pairs())


def test_a_text_without_enough_words_is_nobodys_copy() -> None:
    """Empty and very short reports are taken in and compared with nothing."""
    short = fingerprint(words_of("Two bakers left."))
    empty = fingerprint(words_of(""))
    index = filled([(1, short, None), (2, short, "north"), (3, empty, "north"), (4, empty, None)])
    assert not list(index.pairs())
    assert list(index.partners(short.digest)) == []
