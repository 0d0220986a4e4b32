"""Claims of a ledger: one a thing that somebody says, with its reports, its roots, and what people decided."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from tests.ledger.making import Made, at, plain, said

from sayso.errors import UsageError
from sayso.ledger import Ledger
from sayso.link.claims.claimed import claims
from sayso.link.linking import link
from sayso.model import Actor, Outlet

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sayso.link.rows import ClaimsRow

BODY = (
    " Fishing boats were kept in port all morning while divers looked at the wall of the old harbour, and the ferry to"
    " Calder left two hours late with forty cars on board."
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the ledger of a test is."""
    return tmp_path / "sayso.db"


def report(
    name: str,
    content: str,
    outlet: str | None = None,
    tail: str = "",
    who: str = "Ilona Varga",
    relay: str | None = None,
) -> Made:
    """A report in which the mayor says something, through a relay where one is given."""
    text = f"{who} said {content}.{tail}"
    mayor = Actor("ilona-varga", who, "person", ("mayor of Miren",), (), (at(text, who),))
    medium = (Actor("relay", relay, "organisation", (), (), ()),) if relay else ()
    row = said("a1", text, who, "said", content, speaker="ilona-varga")
    own = (Actor("outlet", outlet, "organisation", (), (), ()),) if outlet else ()
    chain = (*(actor.id for actor in (*own, *medium)), "ilona-varga")
    return plain(
        text, f"{name}.txt", title=None, outlet=Outlet(outlet) if outlet else None, published="2031-03-04",
        actors=(mayor, *medium, *own), attributions=(type(row)(**{**fields(row), "chain": chain}),),
    )  # fmt: skip


def fields(row: object) -> dict[str, object]:
    """The fields of a row."""
    return {name: getattr(row, name) for name in row.__struct_fields__}  # type: ignore[attr-defined]


def linked(path: Path, made: Sequence[Made]) -> list[ClaimsRow]:
    """The claims of the reports, added in their order."""
    with Ledger.open(path) as ledger:
        for one in made:
            ledger.add(one.original, one.reading)
        list(link(ledger, 2))
        assert ledger.verify().wrong is None
        return list(claims(ledger))


def counts(rows: Sequence[ClaimsRow]) -> list[tuple[int, int]]:
    """Reports and independent roots of each claim."""
    return [(row.reports, row.independent) for row in rows]


SHUT = "the ferry quay at Miren will stay shut until Friday"


def test_two_outlets_that_were_told_the_same_are_two_roots(path: Path) -> None:
    """One claim, two reports."""
    rows = linked(path, [report("a", SHUT, "Miren Post"), report("b", f"{SHUT} at least", "Orlo Herald")])
    assert counts(rows) == [(2, 2)]
    assert rows[0].speaker is not None
    assert rows[0].speaker.name == "Ilona Varga"
    assert [one.root for one in rows[0].attributions] == [True, True]


def test_a_print_of_another_report_is_no_root(path: Path) -> None:
    """Its words stand in a passage that it has from the other."""
    rows = linked(path, [report("a", SHUT, "Miren Post", BODY), report("b", SHUT, "Orlo Herald", BODY + " It rained.")])
    assert counts(rows) == [(2, 1)]


def test_the_contrary_is_another_claim(path: Path) -> None:
    """So is another number."""
    rows = linked(
        path,
        [
            report("a", "the city will pay for the quay", "Miren Post"),
            report("b", "the city will not pay for the quay", "Orlo Herald"),
        ],
    )
    assert counts(rows) == [(1, 1), (1, 1)]


def test_a_copy_that_changed_the_number_makes_another_claim(path: Path) -> None:
    """Though nearly all of its words stand in the other report."""
    told = "the wreck of the trawler Aurelia lies {} metres below the lamp of the old harbour wall"
    made = [
        report("a", told.format("forty"), "Miren Post", BODY),
        report("b", told.format("sixty"), "Orlo Herald", BODY),
    ]
    assert counts(linked(path, made)) == [(1, 1), (1, 1)]


def test_two_words_are_no_claim_but_where_they_are_copied(path: Path) -> None:
    """A blockade alone says nothing."""
    rows = linked(path, [report("a", "the blockade", "Miren Post"), report("b", "of the blockade", "Orlo Herald")])
    assert counts(rows) == [(1, 1), (1, 1)]


def test_through_one_agency_is_one_root(path: Path) -> None:
    """Whoever prints it."""
    made = [report("a", SHUT, "Miren Post", relay="Meridian"), report("b", SHUT, "Orlo Herald", relay="Meridian")]
    rows = linked(path, made)
    assert counts(rows) == [(2, 1)]
    assert not any(one.root for one in rows[0].attributions)


def test_people_have_the_last_word_and_may_take_it_back(path: Path) -> None:
    """Two attributions apart, two people apart, and undone again."""
    made = [report("a", SHUT, "Miren Post"), report("b", SHUT, "Orlo Herald")]
    assert counts(linked(path, made)) == [(2, 2)]
    one, other = (each.original.id for each in made)
    with Ledger.open(path) as ledger:
        ledger.review("apart", f"{one}/a1", f"{other}/a1", "said on two days")
        assert len(list(claims(ledger))) == 2
        ledger.review("undone", f"{other}/a1", f"{one}/a1", "")
        assert len(list(claims(ledger))) == 1
        ledger.review("apart", f"{one}/ilona-varga", f"{other}/ilona-varga", "mother and daughter")
        assert len(list(claims(ledger))) == 2
        assert ledger.verify().wrong is None


def test_only_what_was_said_is_taken_back(path: Path) -> None:
    """There must be a word on the two, and it must stand."""
    made = [report("a", SHUT, "Miren Post"), report("b", SHUT, "Orlo Herald")]
    linked(path, made)
    one, other = (f"{each.original.id}/a1" for each in made)
    with Ledger.open(path) as ledger:
        with pytest.raises(UsageError, match="nothing was said"):
            ledger.review("undone", one, other, "")
        ledger.review("apart", one, other, "")
        ledger.review("undone", other, one, "")
        with pytest.raises(UsageError, match="nothing was said"):
            ledger.review("undone", one, other, "")
        assert len(ledger.reviews()) == 2


def test_a_review_of_a_report_that_is_not_linked_yet_waits(path: Path) -> None:
    """It is kept, and the claims of the others are told."""
    linked(path, [report("a", SHUT, "Miren Post")])
    late = report("b", f"{SHUT} at least", "Orlo Herald")
    with Ledger.open(path) as ledger:
        ledger.add(late.original, late.reading)
        ledger.review("apart", f"{report('a', SHUT, 'Miren Post').original.id}/a1", f"{late.original.id}/a1", "early")
        assert counts(list(claims(ledger))) == [(1, 1)]


def test_any_order_of_adding_gives_the_same_claims(path: Path) -> None:
    """And every attribution is in just one."""
    contents = [SHUT, f"{SHUT} at least", "the city will pay for the quay", "the city will not pay for the quay"]
    made = [
        report(f"r{at}", content, outlet, tail)
        for at, (content, outlet, tail) in enumerate(
            (content, outlet, tail) for content in contents for outlet in ("Miren Post", None) for tail in ("", BODY)
        )
    ]
    before = sorted(row.id for row in linked(path, made))
    for seed in range(3):
        random.Random(seed).shuffle(made)  # noqa: S311 - an order, no secret
        rows = linked(path.with_name(f"{seed}.db"), made)
        assert sorted(row.id for row in rows) == before
        assert sorted(one.report for row in rows for one in row.attributions) == sorted(one.original.id for one in made)
