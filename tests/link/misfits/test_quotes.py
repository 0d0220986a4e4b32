"""Quotes are one if only what reports may leave out differs; words changed, or another speaker, do not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.link.misfits.told import Said, both, found, report

if TYPE_CHECKING:
    from sayso.link.misfits.between import Prepared

WORDS = '"We shall strike the ports of the north if the blockade goes on past Friday"'
ROLES = (("Idris Venn", "colonel"), ("Elise Novak", "mediator"))


def quoting(outlet: str, words: str, speaker: str = "Idris Venn", published: str = "2031-05-09") -> Prepared:
    """A report that gives the words to a speaker."""
    text = f"The marines of Port Amra set a deadline. {words}, {speaker} said in Port Amra."
    return report(outlet, text, said=(Said(speaker, "said", words),), published=published, roles=ROLES)


def test_a_changed_word_is_shown() -> None:
    """The word diff stands in the reason."""
    other = WORDS.replace("if the blockade goes on past", "even if the blockade ends before")
    one = both(quoting("A Post", WORDS), quoting("B Post", other)).findings
    assert [finding.kind for finding in one] == ["quote-altered"]
    assert "ends before" in one[0].why


@pytest.mark.parametrize(
    "other",
    [
        '"We shall strike the ports of the north"',
        '"We shall strike ... if the blockade goes on past Friday"',
        '"[The marines] shall strike the ports of the north if the blockade goes on past Friday"',
        '"we shall strike the ports of the north, if the blockade goes on past Friday!"',
    ],
)
def test_what_may_be_left_out_is_no_change(other: str) -> None:
    """Case, points, brackets, an ellipsis and a quote cut short change no word."""
    assert found(quoting("A Post", WORDS), quoting("B Post", other)) == []


def test_a_lost_not_is_a_change() -> None:
    """Leaving out a negation is no shortening."""
    one = '"There will not be any new taxes before the next election in May"'
    assert found(quoting("A Post", one), quoting("B Post", one.replace("not ", ""))) == ["quote-altered"]


def test_a_never_behind_the_first_word_is_a_change() -> None:
    """And two speakers of whom one says the contrary have not said one thing."""
    one = '"They locked the doors of the port and went home for the night"'
    other = one.replace("They locked", "They never locked")
    assert found(quoting("A Post", one), quoting("B Post", other)) == ["quote-altered"]
    assert found(quoting("A Post", one), quoting("B Post", other, "Elise Novak")) == []


def test_parts_of_a_sentence_that_change_places_are_a_change() -> None:
    """The same words in another order say who came first."""
    one = '"We told the regulator before we told our patients, and I would do it again"'
    other = '"We told our patients before we told the regulator, and I would do it again"'
    told = both(quoting("A Post", one), quoting("B Post", other)).findings
    assert [finding.kind for finding in told] == ["quote-altered"]
    assert "our patients before we told the regulator" in told[0].why


def test_one_utterance_has_one_speaker() -> None:
    """The same sentence on one day is given to two persons."""
    assert found(quoting("A Post", WORDS), quoting("B Post", WORDS, "Elise Novak")) == ["attribution-conflict"]


def test_words_said_weeks_apart_may_be_two_persons() -> None:
    """On two occasions two persons may say the same."""
    assert found(quoting("A Post", WORDS), quoting("B Post", WORDS, "Elise Novak", "2031-06-20")) == []


def test_a_rank_and_a_surname_are_one_speaker() -> None:
    """A shorter name of one person is no other person."""
    shorter = quoting("B Post", WORDS, "Venn")
    assert found(quoting("A Post", WORDS), shorter) == []


SHORT = '"Our marines do not shell passenger ferries"'


def test_a_changed_word_of_a_short_quote_of_one_day() -> None:
    """All but a word or two is the same; days later its speaker may have said much the same once more."""
    other = SHORT.replace("do not", "never")
    assert found(quoting("A Post", SHORT), quoting("B Post", other)) == ["quote-altered"]
    assert found(quoting("A Post", SHORT), quoting("B Post", other, published="2031-05-13")) == []
    assert found(quoting("A Post", SHORT), quoting("B Post", other, speaker="Elise Novak")) == []
    unlike = other.replace("marines", "drones").replace("ferries", "barges")
    assert found(quoting("A Post", SHORT), quoting("B Post", unlike)) == []
