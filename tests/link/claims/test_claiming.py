"""Linking claims: what reports tell again word for word is decided once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from tests.ledger.making import Made, at, plain, said

from sayso.ledger import Ledger
from sayso.link.claims import claiming
from sayso.link.claims.claimed import claims
from sayso.link.linking import link
from sayso.model import Actor, Passage

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from sayso.link.claims.statements import Statement
    from sayso.link.decision import Decision

TOLD = "the ferry quay at Miren will stay shut until Friday"
TIMES = 12


def repeating(name: str) -> Made:
    """A report in which the mayor says one thing many times."""
    text = f"Report {name}. " + f"Ilona Varga said {TOLD}. " * TIMES
    mayor = Actor("ilona-varga", "Ilona Varga", "person", ("mayor of Miren",), (), (at(text, "Ilona Varga"),))
    first = said("a1", text, "Ilona Varga", "said", TOLD, speaker="ilona-varga")
    rows = tuple(
        replace(first, id=f"a{nth + 1}", content=Passage((at(text, TOLD, nth),), TOLD)) for nth in range(TIMES)
    )
    return plain(text, f"{name}.txt", title=None, published="2031-03-04", actors=(mayor,), attributions=rows)


def test_what_is_told_again_is_decided_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two reports that tell one thing twelve times make hundreds of pairs, and three decisions."""
    asked: list[tuple[str, str]] = []

    def same_claim(a: Statement, b: Statement) -> Decision:
        asked.append((a.report, b.report))
        return decide(a, b)

    decide = claiming.same_claim
    monkeypatch.setattr(claiming, "same_claim", same_claim)
    with Ledger.open(tmp_path / "sayso.db") as ledger:
        for one in (repeating("a"), repeating("b")):
            ledger.add(one.original, one.reading)
        list(link(ledger, 2))
    assert len(asked) == 3


def nesting(name: str) -> Made:
    """A report in which the mayor tells what the harbour guard has told."""
    inner = "the ferry had struck the outer wall of the old harbour"
    outer = f"the harbour guard believed {inner}"
    text = f"Report {name}. Ilona Varga said {outer}."
    mayor = Actor("ilona-varga", "Ilona Varga", "person", ("mayor of Miren",), (), (at(text, "Ilona Varga"),))
    guard = Actor("guard", "the harbour guard", "organisation", (), (), (at(text, "the harbour guard"),))
    rows = (
        replace(said("a1", text, "Ilona Varga", "said", outer), speaker="ilona-varga", chain=("ilona-varga",)),
        replace(said("a2", text, "the harbour guard", "believed", inner), speaker="guard", inside="a1"),
    )
    return plain(text, f"{name}.txt", title=None, published="2031-03-04", actors=(mayor, guard), attributions=rows)


def test_what_is_told_within_anothers_words_is_a_claim_of_its_own(tmp_path: Path) -> None:
    """The mayor's words are never the guard's, in one report or in two."""
    with Ledger.open(tmp_path / "sayso.db") as ledger:
        for one in (nesting("a"), nesting("b")):
            ledger.add(one.original, one.reading)
        list(link(ledger, 2))
        found = [{said.id for said in row.attributions} for row in claims(ledger) if row.reports > 1]
    assert sorted(found, key=min) == [{"a1"}, {"a2"}]


STORY = (
    "The quay had been closed for repairs in the spring, when divers found cracks along its whole length, and twice since "
    "then the ferries had to land their passengers at the fish market. Traders there say that they lost a third of the "
    "season. "
)


def speaking(name: str, published: str | None, before: str) -> Made:
    """The mayor's words behind others, in a report of some day or none."""
    text = f"{before}Ilona Varga said {TOLD}."
    mayor = Actor("ilona-varga", "Ilona Varga", "person", ("mayor of Miren",), (), (at(text, "Ilona Varga"),))
    row = replace(said("a1", text, "Ilona Varga", "said", TOLD, speaker="ilona-varga"), chain=("ilona-varga",))
    return plain(text, f"{name}.txt", title=None, published=published, actors=(mayor,), attributions=(row,))


def told_by(path: Path, *made: Made) -> list[tuple[int, int]]:
    """Of each claim in a ledger of these, how many reports tell it and from how many roots."""
    with Ledger.open(path / "sayso.db") as ledger:
        for one in made:
            ledger.add(one.original, one.reading)
        list(link(ledger, 2))
        return [(row.reports, row.independent) for row in claims(ledger)]


def test_a_copy_without_a_day_tells_the_claim_once_more(tmp_path: Path) -> None:
    """What is copied is one claim with one root, whether its day is known or not."""
    copied = speaking("a", "2031-03-04", f"Monday. {STORY}"), speaking("b", None, f"Miren. {STORY}")
    assert told_by(tmp_path, *copied) == [(2, 1)]


def test_the_same_words_months_apart_are_two_claims(tmp_path: Path) -> None:
    """Who says in autumn what was said in spring says it of autumn."""
    spring, autumn = speaking("a", "2031-03-04", "Rain fell. "), speaking("b", "2031-09-04", "Wind blew. ")
    assert told_by(tmp_path, spring, autumn) == [(1, 1), (1, 1)]
