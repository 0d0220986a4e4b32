"""Says whether two passages of two reports tell of one happening: by place, day and means, and by their reports.

Stands alone because a passage is too short to tell its event by itself: what it says of it may only speak against one
that the reports have in common.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import fsum
from typing import TYPE_CHECKING

from sayso.link.decision import Decision
from sayso.link.events.happenings import main_happening
from sayso.link.events.same import SAME, same_event, same_undated

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sayso.link.copies.words import Words
    from sayso.link.events.happenings import Happening
    from sayso.model import Reading

ENOUGH = 2.0
"""Weight of what two passages of one day share that makes them one happening: 1 for a word that next to none has."""
_NAMED = 3
NOTHING = Decision(same=False, score=0.0, why="Nothing was read of one of them.", differs="event")


class Reported:
    """What a report tells of, made when it is asked for: most reports are never held against another."""

    def __init__(self, reading: Reading, words: Words | None = None) -> None:
        self._reading = reading
        self._words = words

    @cached_property
    def main(self) -> Happening | None:
        """The report's main happening."""
        return main_happening(self._reading, self._words)


@dataclass(frozen=True, slots=True)
class Passage:
    """Where, when and by what means a passage says that something happened, or its report's first sentences do.

    `own_places`: whether the passage names them itself. `everywhere`: all that its report names. `words`: what the
    passage's own words weigh.
    """

    report: Reported
    places: frozenset[str]
    own_places: bool
    days: frozenset[int]
    means: frozenset[str]
    everywhere: frozenset[str]
    words: Mapping[str, float]


def same_happening(one: Passage, two: Passage) -> Decision:
    """Whether two passages are of one happening."""
    if elsewhere(one, two):
        return Decision(same=False, score=0.1, why="They name different places.", differs="place")
    if one.days and two.days and not one.days & two.days:
        return Decision(same=False, score=0.1, why="They name different days.", differs="time")
    if one.means and two.means and not one.means & two.means:
        return Decision(same=False, score=0.2, why="They name different kinds of act.", differs="kind of act")
    decision = same_story(one.report, two.report)
    shared = one.words.keys() & two.words.keys()
    weight = fsum(min(one.words[word], two.words[word]) for word in shared)
    if decision.same or weight < ENOUGH or not one.days & two.days:
        return decision
    told = sorted(shared, key=lambda word: (-one.words[word], word))[:_NAMED]
    return Decision(same=True, score=SAME, why=f"Both tell of one day in like words: {', '.join(told)}.")


def same_story(one: Reported, two: Reported, *, dated: bool = True) -> Decision:
    """Whether two reports are about one happening; whatever days they give for it, if not `dated`."""
    if one.main is None or two.main is None:
        return NOTHING
    return same_event(one.main, two.main) if dated else same_undated(one.main, two.main)


def elsewhere(one: Passage, two: Passage) -> bool:
    """Whether the places differ, or one names a place of its own that the other report does not know at all."""
    if any(first.own_places and not first.places <= second.everywhere for first, second in ((one, two), (two, one))):
        return True
    if not one.places or not two.places or one.places & two.places:
        return False
    if one.own_places and two.own_places:
        return True
    return not (one.places & two.everywhere or two.places & one.everywhere)
