"""Reports that are hard to link: too many alike, too many in one, no dates, one name in many spellings, clocks set back."""

from __future__ import annotations

from datetime import UTC, datetime
from time import process_time
from typing import TYPE_CHECKING

import pytest
from tests.ledger.making import Made, at, plain, said
from tests.link.making import telling

from sayso.ledger import Ledger
from sayso.link.claims.claimed import claims
from sayso.link.copies.listed import copies
from sayso.link.linking import link
from sayso.model import Actor, Outlet

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the ledger of a test is."""
    return tmp_path / "sayso.db"


def report(
    name: str, who: str, content: str, tail: str = "", outlet: str | None = None, published: str | None = "2031-03-04"
) -> Made:
    """A report in which somebody says something, and more stands behind it."""
    text = f"{who} said {content}. {tail}"
    actor = Actor("speaker", who, "person", ("mayor of Miren",), (), (at(text, who),))
    row = said("a1", text, who, "said", content, speaker="speaker")
    own = (Actor("orlo-news", outlet or "Orlo News", "organisation", (), (), ()),)
    return plain(
        text, f"{name}.txt", title=None, published=published, outlet=Outlet(outlet) if outlet else None,
        actors=(actor, *own), attributions=(row,),
    )  # fmt: skip


def linked(path: Path, made: Iterable[Made]) -> Ledger:
    """A ledger with all of them, linked."""
    ledger = Ledger.open(path)
    for _ in ledger.add_all((one.original, one.reading) for one in made):
        pass
    for _ in link(ledger):
        pass
    return ledger


def test_identical_reports_are_one_cluster_and_one_root(path: Path) -> None:
    """A thousand addresses with one story: linked once, told as one, with one independent root."""
    made = (report(str(number), "Ilona Varga", "the quay is shut", telling(1, 4)) for number in range(1_000))
    with linked(path, made) as ledger:
        begun = process_time()
        (cluster,) = copies(ledger)
        (claim,) = claims(ledger)
        assert process_time() - begun < 30
        assert len(cluster.reports) == 1_000
        assert (claim.reports, claim.independent) == (1_000, 1)
        assert cluster.first is None


@pytest.mark.slow
def test_ten_thousand_identical_reports(path: Path) -> None:
    """The same ten times over: time grows with them, not with their pairs."""
    made = (report(str(number), "Ilona Varga", "the quay is shut", telling(1, 4)) for number in range(10_000))
    with linked(path, made) as ledger:
        (claim,) = claims(ledger)
        assert (claim.reports, claim.independent) == (10_000, 1)
        assert ledger.verify().wrong is None


def test_a_report_that_quotes_all_others_copies_none(path: Path) -> None:
    """A press review has every claim once more, and words of others in quotation marks only."""
    others = [
        report(f"o{number}", f"Ilona Varga{number}", f"pier {number} is shut", telling(50 + number, 4))
        for number in range(30)
    ]
    review = " ".join(f'{telling(500 + number, 1)} "{telling(50 + number, 4)}"' for number in range(30))
    with linked(path, [*others, plain(review, "review.txt", title=None)]) as ledger:
        assert not list(copies(ledger))


def test_reports_without_any_date_are_linked(path: Path) -> None:
    """Copies and claims are found; who was first stays unknown."""
    made = [
        report(
            f"r{number}",
            "Ilona Varga",
            "the ferry quay at Miren stays shut",
            telling(number // 2, 4),
            f"Outlet {number}",
            None,
        )
        for number in range(4)
    ]
    with linked(path, made) as ledger:
        assert [(row.kind, row.first, len(row.reports)) for row in copies(ledger)] == [("copy", None, 2)] * 2
        (claim,) = claims(ledger)
        assert (claim.reports, claim.independent, claim.first) == (4, 2, None)


def test_five_hundred_spellings_of_one_name_cost_no_more(path: Path) -> None:
    """Whatever is taken for one, the work stays bounded, and no report is lost."""
    vowels = "aeiou"
    names = [f"Ism{a}'{b}l H{c}n{d}yeh" for a in vowels for b in vowels for c in vowels for d in vowels[:4]]
    begun = process_time()
    made = [report(str(at_), name, "the ferry quay at Miren stays shut") for at_, name in enumerate(names)]
    with linked(path, made) as ledger:
        rows = list(claims(ledger))
        assert process_time() - begun < 120
        assert sum(len(row.attributions) for row in rows) == len(names) == 500


def test_a_clock_set_back_changes_nothing(path: Path) -> None:
    """The log's order is by number: links made at an earlier hour hold, and verify."""
    hours = iter([12, 11, 10, 9, 8, 7, 6, 5, 4, 3])
    with Ledger.open(path, clock=lambda: datetime(2031, 3, 5, next(hours), tzinfo=UTC)) as ledger:
        for number in range(2):
            one = report(str(number), "Ilona Varga", "the quay is shut", telling(1, 4))
            ledger.add(one.original, one.reading)
            list(link(ledger))
        (claim,) = claims(ledger)
        assert claim.reports == 2
        assert ledger.verify().wrong is None
