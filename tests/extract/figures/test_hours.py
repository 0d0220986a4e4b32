"""Holds hours without a mark apart from counts, and numbers that leave their noun out, in sentences."""

from __future__ import annotations

import pytest
from sentences import figures, one


@pytest.mark.parametrize(
    "text",
    [
        "Voting there went on until eight.",
        "Trams ran again from eight.",
        "Salako went to bed at eleven, his daughter said.",
        "The shop opens at nine and closes at six.",
        "They must leave by nine on Friday.",
        "Polls were open between eight and ten.",
        "The market is open from six to two.",
        "The curfew runs from nine until five.",
        "The meeting began at 10 and ended around noon.",
        "He arrived shortly after seven.",
        "The bridge was shut before six.",
        "Power returned at about three.",
        "At ten, the doors opened.",
        "Every morning at eight Rekha Dulal stands on an oil drum.",
        "At nine Tom Ostrand left.",
        "The power was cut between 10.30 and 11 on Friday.",
        "The shelling lasted from 9.15 until 11.40.",
        "The road will be closed between 6.30pm and 9.",
        "By nine the square was full.",
        "He left home around 7 and was never seen again.",
        "She told FOX 4 newscasts about it.",
        "Boeing said the 787 would be late.",
    ],
)
def test_an_hour_is_no_figure(text: str) -> None:
    """What is done at some hour of the day tells a bare number for one."""
    assert figures(text) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Inspectors were at eleven of the plants.", 11),
        ("They searched until eight were found.", 8),
        ("The rate stood at 10.30 on Friday.", 10.3),
        ("Shares closed around 7.", 7),
        ("By seven votes they were expelled.", 7),
        ("Police put the dead at eleven.", 11),
        ("The death toll stood at eleven on Monday.", 11),
        ("The number of dead fell from eight.", 8),
        ("The panel was reduced by three.", 3),
        ("The club won by six on Friday.", 6),
        ("After three were arrested, the others fled.", 3),
        ("The index closed at 12.", 12),
        ("Prices start at nine.", 9),
    ],
)
def test_a_small_count_behind_a_preposition_is_no_hour(text: str, value: int) -> None:
    """A level, a margin and some of those told of are counted."""
    assert one(text).value == value


def test_a_number_is_at_so_many_of_those_told_of() -> None:
    """Where sites were counted before, "at eight" is at eight of them."""
    assert [f.value for f in figures("Of 12 sites, work stopped at eight.")] == [12, 8]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Doro won 1,204,310 votes, while Peter Salako had 1,150,087.", "votes"),
        ("Doro won with 1,204,310 votes. Peter Salako had 1,150,087.", "votes"),
        ("Doro took 40 seats and Salako's party 38.", "seats"),
        ("The mill has 400 workers. It had 350 in May.", "workers"),
        ("Rema sold 120 cars; Dovo sold 98.", "cars"),
        ("Ama Doro won 19 delegates and Peter Salako won at least 15.", "delegates"),
    ],
)
def test_a_number_goes_on_counting_what_was_just_counted(text: str, noun: str) -> None:
    """Whoever has, got or sold so many has so many of the same."""
    assert [f.noun and f.noun.text for f in figures(text)] == [noun, noun]


def test_who_has_so_many_of_one_thing_may_have_so_many_of_another() -> None:
    """What stands in a clause about a town counts nothing behind that clause."""
    assert figures("Tarnau, which has 40 schools, had 12.")[1].unit is None


def test_one_person_is_no_noun_of_a_count() -> None:
    """Nobody's name says what is counted."""
    assert one("Ama Doro received 612.").noun is None
