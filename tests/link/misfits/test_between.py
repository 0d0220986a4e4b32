"""Comparing depends on two reports alone, in whichever order, and on nothing but what shares a key."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.link.misfits.test_figures import army, front, total
from tests.link.misfits.test_quotes import WORDS, quoting
from tests.link.misfits.told import report

from sayso.link.misfits.between import Prepared, Shared, compare, keys

REPORTS = (
    army(),
    front(),
    total("8,415", 8415, "2031-05-09"),
    total("8,145", 8145, "2031-05-16"),
    quoting("A Post", WORDS),
    quoting("B Post", WORDS.replace("north", "south")),
    report("Empty", ""),
)


def ledger(reports: list[Prepared]) -> set[object]:
    """All that does not fit in a set of reports, each new one compared with those before it that share a key."""
    made = [(one, keys(one)) for one in reports]
    return {
        finding
        for (one, first), (other, second) in combinations(made, 2)
        if first & second
        for finding in compare(one, other, Shared()).findings
    }


@settings(deadline=None, max_examples=30)
@given(st.permutations(REPORTS))
def test_the_order_of_adding_changes_nothing(reports: list[Prepared]) -> None:
    """Any order of the same reports gives the same findings."""
    assert ledger(reports) == ledger(list(REPORTS))
    assert len(ledger(reports)) == 3


def test_what_does_not_fit_shares_a_key() -> None:
    """No misfit of these is lost to the keys."""
    every = {f for one, other in combinations(REPORTS, 2) for f in compare(one, other, Shared()).findings}
    assert every == ledger(list(REPORTS))


def test_versions_of_one_page_are_not_compared() -> None:
    """A later version replaces what an earlier said."""
    assert compare(army(), front(), Shared(version=True)).findings == ()


def test_keys_do_not_grow_with_common_words() -> None:
    """Reports of other places and weeks share no key."""
    far = army("Nine soldiers were killed in the ambush at Vessen on Wednesday, the army said on Friday.", "Nine", 9)
    assert not keys(far) & keys(front(published="2031-09-12"))
