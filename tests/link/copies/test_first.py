"""Who was first: by credits, citations, times and edits, or unknown."""

from __future__ import annotations

import pytest
from tests.link.handmade import reading
from tests.link.making import telling

from sayso.link.copies.edit import Edit
from sayso.link.copies.first import Origin, first_of, first_of_two, origin


def report(name: str, *, credit: str = "", cite: str = "", published: str | None = None) -> Origin:
    """A report of the outlet of its own name."""
    return Origin(name, name, frozenset(credit.split()), frozenset(cite.split()), published)


def test_whom_the_other_credits_was_first() -> None:
    """A credit weighs more than a date: pages are stamped anew when they are touched."""
    found = first_of_two(
        report("orlo", credit="miren", published="2021-03-04"), report("miren", published="2021-03-05")
    )
    assert (found.report, found.by) == ("miren", "credit")


def test_whom_the_other_cites_was_first() -> None:
    """An outlet that relays another's words came after it."""
    found = first_of_two(report("orlo"), report("miren", cite="orlo"))
    assert (found.report, found.by) == ("orlo", "citation")


def test_two_that_credit_a_third_are_both_second() -> None:
    """Neither was first, whatever the dates."""
    found = first_of_two(
        report("a", credit="wire", published="2021-03-04"), report("b", credit="wire", published="2021-03-05")
    )
    assert found.report is None
    assert "third party (wire)" in found.why


def test_two_that_credit_each_other_stay_unknown() -> None:
    """A circle has no beginning."""
    assert first_of_two(report("a", credit="b"), report("b", credit="a")).report is None


@pytest.mark.parametrize(
    ("one", "other", "first"),
    [
        ("2021-03-04", "2021-03-05", "a"),
        ("2021-03-05T01:00:00+02:00", "2021-03-04T23:30:00+00:00", "a"),
        ("2021-03-04T12:00:00Z", "2021-03-04T09:00:00Z", "b"),
        ("2021-03-04", "2021-03-04T09:00:00Z", None),
        ("2021-03-04T10:00:00", "2021-03-04T09:00:00", None),
        ("2021-03-04", "2021-03-04", None),
        ("2021-03-04", None, None),
        ("no date", "2021-03-04", None),
    ],
)
def test_times_decide_where_they_can_be_compared(one: str | None, other: str | None, first: str | None) -> None:
    """One day, or a time without a zone, decides nothing."""
    found = first_of_two(report("a", published=one), report("b", published=other))
    assert found.report == first
    assert found.why


def test_the_one_that_lost_its_sources_came_later() -> None:
    """Copies lose sources and doubts and do not grow them."""
    lost = (Edit("attribution-dropped", (), (), ""), Edit("hedge-dropped", (), (), ""))
    assert first_of_two(report("a"), report("b"), lambda: (lost, ())).report == "a"
    assert first_of_two(report("a"), report("b"), lambda: ((), lost)).report == "b"
    assert first_of_two(report("a"), report("b"), lambda: (lost, lost)).report is None
    assert first_of_two(report("a"), report("b"), lambda: (lost[:1], ())).report is None


def test_first_of_several_is_before_all_of_them() -> None:
    """One unknown pair leaves the whole unknown."""
    rows = [report("c", credit="a"), report("a"), report("b", credit="a")]
    assert first_of(rows).report == "a"
    assert first_of([*rows, report("d")]).report is None
    assert first_of(rows[:1]).report == "c"


def test_a_reading_tells_its_origin() -> None:
    """Credit lines are found in the text, citations in the chains, and the outlet is neither."""
    text = f"{telling(1, 3)} A clerk said the quay is shut.\n\nSource: Reuters\n"
    rows = reading(
        text, outlet="Orlo News", relays=("Orlo News", "Miren Post"), said=(("A clerk", "said", "the quay is shut"),)
    )
    found = origin(rows)
    assert (found.outlet, found.credits, found.cites) == ("Orlo News", {"Reuters"}, {"Miren Post"})
