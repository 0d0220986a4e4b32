"""Searching: what is found, where it stands, and that words are only ever words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ledger.making import MIREN, plain

from sayso.errors import UsageError
from sayso.ledger import Hit, Ledger


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """A ledger with the report of Miren, one in a script without blanks, and one with accents."""
    for made in (
        plain(),
        plain("港の火事で十二人が負傷した。", path="minato.txt"),
        plain("Café Löwe burnt.", path="cafe.txt"),
    ):
        ledger.add(made.original, made.reading)
    return ledger


def words(hit: Hit) -> list[str]:
    """The words that a hit points at."""
    return [span.of(hit.snippet) for span in hit.spans]


def test_attributions_actors_and_text_are_found(filled: Ledger) -> None:
    """One word in an attribution, in an actor's other names and in a text."""
    hits = filled.search("venn")
    assert [(hit.kind, hit.row) for hit in hits] == [("actor", "ada-venn"), ("text", None)]
    assert [(hit.kind, hit.row) for hit in filled.search("quay closed")] == [("attribution", "a2"), ("text", None)]


def test_a_hit_says_where_the_words_stand(filled: Ledger) -> None:
    """The spans are in the snippet, the snippet's place is in the report's text, both in code points."""
    for hit in filled.search("DOCKERS hurt"):
        assert {word.lower() for word in words(hit)} <= {"dockers", "hurt"}
        assert words(hit)
        assert hit.at is not None
        assert hit.at.of(MIREN) == hit.snippet


def test_a_phrase_must_stand_together(filled: Ledger) -> None:
    """Words in double quotation marks are found in that order only."""
    assert filled.search('"12 dockers"')
    assert not filled.search('"dockers 12"')


def test_accents_and_case_do_not_count(filled: Ledger) -> None:
    """Found without accents, shown with them."""
    (hit,) = filled.search("CAFE lowe")
    assert words(hit) == ["Café", "Löwe"]


@pytest.mark.parametrize("term", ["火事で", "火事", "港", "十二人が負傷"])
def test_scripts_without_blanks_are_found_by_any_run(filled: Ledger, term: str) -> None:
    """One character, two, or more, from the middle of a sentence."""
    (hit,) = filled.search(term)
    assert words(hit) == [term]
    assert not filled.search(term + "魚")


@pytest.mark.parametrize("term", ["", "  ", '"', "* - :", "\0"])
def test_nothing_to_search_for_is_said(filled: Ledger, term: str) -> None:
    """No word, no search."""
    with pytest.raises(UsageError, match="nothing to search for"):
        filled.search(term)


@pytest.mark.parametrize(
    "term",
    ["mayor OR clerk", "NEAR(mayor clerk)", "title:fire", "may*", 'mayor"', "mayor AND NOT", "{title}: fire", "^fire"],
)
def test_no_word_is_a_query_language(filled: Ledger, term: str) -> None:
    """Operators of the index are words like others: not in the text, so nothing is found, or their words are."""
    for hit in filled.search(term):
        assert all(word.casefold() in term.casefold() for word in words(hit))
    assert not filled.search("mayor OR nobody")


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=30))
def test_any_words_can_be_searched_for(tmp_path_factory: pytest.TempPathFactory, term: str) -> None:
    """Whatever is typed gives hits, or is said to hold no words."""
    with Ledger.open(tmp_path_factory.mktemp("any") / "sayso.db") as ledger:
        made = plain("." + term)
        ledger.add(made.original, made.reading)
        try:
            ledger.search(term)
        except UsageError:
            assert not any(character.isalnum() for character in term)


def test_no_more_hits_than_asked_for_and_last_added_first(ledger: Ledger) -> None:
    """The number is kept to, and what is new comes first."""
    ids = []
    for number in range(9):
        made = plain(f"Gate {number} burnt.", path=f"{number}.txt")
        ids.append(ledger.add(made.original, made.reading).report)
    assert [hit.report for hit in ledger.search("gate", most=3)] == ids[:-4:-1]
