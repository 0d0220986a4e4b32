"""Which reports, and which happenings told in them, are of one event."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.link.handmade import at, reading

from sayso.lexicon import table
from sayso.link.decision import Decision
from sayso.link.events.acts import act_of, kin
from sayso.link.events.days import Day, day_of, whole
from sayso.link.events.groups import groups
from sayso.link.events.likeness import likeness
from sayso.link.events.same import happenings, keys, of_figure, same_event, told_at
from sayso.model import Date, Reading

if TYPE_CHECKING:
    from sayso.link.events.happenings import Happening

FIRE = "VELMORA — A fire at the Tarnhold mill in Velmora killed three weavers late on Monday. Odric Fennimarsh, the owner, wept. The blaze burned until dawn."
AGAIN = "Three people died when the Tarnhold mill burned down on Monday, Velmora's brigade said. Its owner, Odric Fennimarsh, had fled. The fire is out."
LATER = "VELMORA — A fire at the Skarnby inn in Velmora killed two guests late on Friday. The blaze began in the kitchen and was put out before dawn."
VOTE = "ZURBANE — Voters in Zurbane elected Quenta Halloway as mayor on Monday. The election was quiet, and turnout was low."
BACKGROUND = "VELMORA — A fire at the Skarnby inn in Velmora killed two guests on Friday. On 4 March, a fire at the Tarnhold mill had killed three weavers."


def told(text: str, published: str | None, *dates: tuple[str, str], title: str = "", address: str = "") -> Reading:
    """A reading with its date rows, as words and value."""
    made = reading(text, title=title or None, published=published)
    rows = tuple(
        Date(f"d{number}", at(text, words), words, "DATE", value, None, None)
        for number, (words, value) in enumerate(dates)
    )
    return Reading("0", 1, _named(made, address or text), made.actors, made.attributions, made.figures, rows)


def _named(made: Reading, name: str):  # noqa: ANN202 - the model's own type
    report = made.report
    return type(report)(**{key: getattr(report, key) for key in report.__struct_fields__} | {"id": name})


def main(text: str, published: str | None, *dates: tuple[str, str], title: str = "") -> Happening:
    """The main happening of such a reading."""
    return happenings(told(text, published, *dates, title=title))[0]


def invented() -> tuple[Happening, ...]:
    """Four happenings, the first two of one event."""
    return (
        main(FIRE, "2031-03-05", ("Monday", "2031-03-04"), title="Fire kills three at Velmora mill"),
        main(AGAIN, "2031-03-05", ("Monday", "2031-03-04"), title="Tarnhold mill burns down in Velmora"),
        main(LATER, "2031-03-16", ("Friday", "2031-03-15"), title="Fire at Velmora inn"),
        main(VOTE, "2031-03-05", ("Monday", "2031-03-04"), title="Halloway elected mayor of Zurbane"),
    )


def test_two_tellings_of_one_fire_are_one_event() -> None:
    """Names, day and words agree; the reason names what is shared."""
    one, other, *_ = invented()
    decision = same_event(one, other)
    assert decision.same
    assert decision.differs is None
    assert "tarnhold" in decision.why
    assert "2031-03-04" in decision.why


def test_a_fire_in_the_same_town_on_another_day_is_another_event() -> None:
    """The time keeps them apart, and the reason says which days."""
    one, _, later, _ = invented()
    decision = same_event(one, later)
    assert not decision.same
    assert decision.differs == "time"
    assert "2031-03-15" in decision.why


def test_an_election_elsewhere_on_the_same_day_is_another_event() -> None:
    """What differs first is the place."""
    one, _, _, vote = invented()
    assert not same_event(one, vote).same
    assert same_event(one, vote).differs == "place"


@pytest.mark.parametrize(("one", "other"), [*combinations(range(4), 2)])
def test_the_decision_is_the_same_from_either_side(one: int, other: int) -> None:
    """Score, reason and difference depend on the two, not on their order."""
    found = invented()
    assert same_event(found[one], found[other]) == same_event(found[other], found[one])


@given(st.lists(st.sampled_from(FIRE.split() + LATER.split() + VOTE.split()), min_size=1, max_size=30), st.booleans())
@settings(max_examples=30, deadline=None)
def test_any_words_are_decided_the_same_from_either_side(words: list[str], dated: bool) -> None:
    """However little a report tells."""
    other = invented()[0]
    for one in happenings(told(" ".join(words), "2031-03-05" if dated else None)):
        assert same_event(one, other) == same_event(other, one)
        assert 0 <= same_event(one, other).score <= 1


def test_reports_of_one_event_share_a_key_and_others_do_not() -> None:
    """Only those that share one are compared."""
    one, other, _, vote = invented()
    assert keys(one) & keys(other)
    assert not keys(one) & keys(vote)


@pytest.mark.parametrize("day", range(0, 60, 7))
def test_near_days_share_a_key_wherever_a_stretch_of_days_is_cut(day: int) -> None:
    """A report of the next day is met, and one of the next season, which tells nothing very rare, is not."""
    start = date(2031, 1, 1) + timedelta(day)
    text = "A Milwaukee blaze."
    near, next_day, far = (main(text, (start + timedelta(gap)).isoformat()) for gap in (0, 1, 90))
    rest = keys(main(text, None))
    assert keys(near) & keys(next_day) - rest
    assert not keys(near) & keys(far) - rest


def test_what_an_earlier_event_is_told_for_is_a_happening_of_its_own() -> None:
    """The background is told second, with its own day, and is the earlier event."""
    found = happenings(
        told(BACKGROUND, "2031-03-16", ("Friday", "2031-03-15"), ("4 March", "2031-03-04"), title="Fire at Velmora inn")
    )
    assert [str(one.when) for one in found] == ["2031-03-15", "2031-03-04"]
    assert found[0].main is None
    assert found[1].main is found[0]
    earlier = invented()[0]
    assert same_event(found[0], earlier).differs == "time"
    assert likeness(found[1], earlier).day


def test_a_figure_belongs_to_the_happening_that_tells_it() -> None:
    """The toll of the earlier fire is not the later one's."""
    made = told(BACKGROUND, "2031-03-16", ("Friday", "2031-03-15"), ("4 March", "2031-03-04"), title="Fire at inn")
    rows = reading(BACKGROUND, figures=(("two guests", 2, "exact"), ("three weavers", 3, "exact"))).figures
    made = Reading("0", 1, made.report, (), (), rows, made.dates)
    found = happenings(made)
    owners = [of_figure(found, row) for row in rows]
    assert [owner.number for owner in owners if owner is not None] == [0, 1]


def test_a_word_can_be_asked_for_what_it_tells() -> None:
    """Its happening has its class of act, and its place in the text for a number."""
    made = told(FIRE, "2031-03-05", ("Monday", "2031-03-04"))
    span = at(FIRE, "blaze")
    found = told_at(made, span, happenings(made)[0])
    assert (found.act, found.number) == ("fire", span.start + 1)


def test_nothing_read_tells_nothing() -> None:
    """An empty report has no happening."""
    assert happenings(told("", None)) == ()


def test_days_agree_as_far_as_they_are_told() -> None:
    """A weekday agrees with the day that falls on it, a month alone says neither yes nor no."""
    monday = whole(date(2031, 3, 3))
    row = Date("d", at("Monday", "Monday"), "Monday", "DATE", "XXXX-WXX-1", None, None)
    assert day_of(row) == Day(weekday=1)
    assert monday.agrees(Day(weekday=1)) is True
    assert monday.agrees(Day(weekday=2)) is False
    assert monday.agrees(Day(year=2031, month=3)) is None
    assert monday.agrees(Day(month=4)) is False


@given(st.permutations(range(6)), st.permutations(range(15)))
@settings(max_examples=40, deadline=None)
def test_the_order_of_happenings_and_decisions_makes_no_difference(order: list[int], pairs: list[int]) -> None:
    """The same groups, whatever comes first."""
    scores = (0.99, 0.9, 0.2, 0.1, 0.4, 0.9, 0.6, 0.1, 0.3, 0.2, 0.1, 0.55, 0.97, 0.5, 0.5)
    ids = [(f"r{number}", 0) for number in range(6)]
    decided = [
        (pair, Decision(score >= 0.5, score, "")) for pair, score in zip(combinations(ids, 2), scores, strict=True)
    ]
    assert groups(ids, dict(decided)) == groups([ids[at] for at in order], dict(decided[at] for at in pairs))


def test_a_group_weighs_all_its_pairs() -> None:
    """One pair that is likely does not join two groups whose other pairs were never compared."""
    a, b, c, d = ids = [(name, 0) for name in "abcd"]
    sure, likely = Decision(same=True, score=0.999, why=""), Decision(same=True, score=0.6, why="")
    assert groups(ids, {(a, b): sure, (c, d): sure, (b, c): likely}) == ((a, b), (c, d))


def test_no_word_tells_two_classes_of_act() -> None:
    """Each verb and each noun stands once, and the kin are classes."""
    classes = table("happenings")["classes"]
    for kind in ("verbs", "nouns"):
        words = [word for entry in classes.values() for word in entry[kind]]
        assert len(words) == len(set(words))
    assert {name for group in table("happenings")["kin"].values() for name in group} <= set(classes)


def test_an_attack_and_its_dead_are_kin_and_a_vote_is_not() -> None:
    """Two sides of one happening have one class of kin."""
    assert act_of("bombings") == "attack"
    assert act_of("killed") == "death"
    assert kin("attack", "death")
    assert not kin("attack", "vote")
