"""Two passages tell of one happening where their reports do and nothing that they say of place, day or means differs."""

from __future__ import annotations

from dataclasses import replace

from tests.link.events.test_same_event import AGAIN, FIRE, VOTE, told

from sayso.link.events.passages import Passage, Reported, same_happening, same_story

DAY = 741_000


def passage(text: str, title: str = "Fire at the Tarnhold mill in Velmora") -> Passage:
    """A passage of such a report, told of Velmora and of one day."""
    reading = told(text, "2031-03-05", ("Monday", "2031-03-04"), title=title)
    return Passage(
        Reported(reading), frozenset({"velmora"}), True, frozenset({DAY}), frozenset({"fire"}), frozenset({"velmora"}), {}
    )  # fmt: skip


def test_reports_of_one_fire() -> None:
    """Two reports of one fire tell one happening, in either order."""
    one, two = passage(FIRE), passage(AGAIN)
    assert same_happening(one, two).same
    assert same_happening(one, two) == same_happening(two, one)


def test_what_a_passage_says_may_speak_against_it() -> None:
    """Another place, day or means tells two passages of such reports apart, and says which."""
    one, two = passage(FIRE), passage(AGAIN)
    assert same_happening(one, replace(two, places=frozenset({"skarnby"}))).differs == "place"
    assert same_happening(one, replace(two, days=frozenset({DAY + 1}))).differs == "time"
    assert same_happening(one, replace(two, means=frozenset({"vote"}))).differs == "kind of act"


def test_like_words_of_one_day_are_enough() -> None:
    """Where reports are about different things, passages that share rare words tell one happening all the same."""
    one, two = passage(FIRE), passage(VOTE, title="Halloway elected mayor")
    assert not same_happening(one, two).same
    words = {"tarnhold": 1.0, "mill": 0.6, "weaver": 0.7}
    assert same_happening(replace(one, words=words), replace(two, words=words)).same


def test_days_can_be_left_aside() -> None:
    """A report that gives another day for the fire is still about it."""
    other = told(AGAIN.replace("Monday", "Friday"), "2031-03-30", ("Friday", "2031-03-29"), title="Tarnhold mill burns")
    one = passage(FIRE).report
    assert not same_story(one, Reported(other)).same
    assert same_story(one, Reported(other), dated=False).same
