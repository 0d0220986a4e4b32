"""Says whether what two reports tell in two sentences is of one event: by place, day, kind of act, and rare words.

Stands alone because it is the one question that no row answers by itself, and that a better answer can be put in for.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sayso.check.counting import stem
from sayso.lexicon import table
from sayso.link.decision import Decision
from sayso.link.misfits.weights import Weights, shared_weight
from sayso.parse.lemmas import lemma

if TYPE_CHECKING:
    from sayso.link.misfits.telling import Sentence, Telling

ENOUGH = 2.0
"""Weight of what two scenes must share: 1 for a word that next to no report has."""
_NEAR = 1
SETTING = 0.7
"""What it adds that both are told of one place and one day."""
STORY = 1.5
"""Weight of the names that two reports of one story must share."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What a sentence tells of: its own places and days, or those of the report's first sentences."""

    places: frozenset[str]
    own_places: bool
    days: frozenset[int]
    own_days: bool
    acts: frozenset[str]
    names: frozenset[str]
    stems: frozenset[str]
    lead_names: frozenset[str]
    lead_stems: frozenset[str]
    everywhere: frozenset[str]
    weights: Weights


@cache
def _acts() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    """The kinds of act by single words, and by phrases."""
    kinds = [(word, name) for name, words in table("between")["acts"].items() for word in words]
    return {word: name for word, name in kinds if " " not in word}, tuple(one for one in kinds if " " in one[0])


def acts(sentence: Sentence) -> frozenset[str]:
    """The kinds of act that a sentence names."""
    words, phrases = _acts()
    found = {words[form] for token in sentence.tokens for form in (token, lemma(token, "noun")) if form in words}
    low = " ".join(sentence.tokens)
    return frozenset(found | {name for phrase, name in phrases if phrase in low})


def scene(told: Telling, sentence: Sentence) -> Scene:
    """The scene of one sentence of a report."""
    lead = told.lead
    nearby = tuple(one for one in told.sentences if abs(one.at - sentence.at) <= _NEAR and not one.head)
    lead_places = frozenset(word for one in lead for word in one.places)
    lead_days = frozenset(day for one in lead for day in one.touched)
    return Scene(
        places=sentence.places or lead_places,
        own_places=bool(sentence.places),
        days=sentence.touched or lead_days,
        own_days=bool(sentence.touched),
        acts=frozenset(kind for one in (sentence, *lead) for kind in acts(one)),
        names=sentence.names,
        stems=sentence.stems,
        lead_names=frozenset(word for one in (*lead, *nearby) for word in one.names),
        lead_stems=frozenset(word for one in (*lead, *nearby) for word in one.stems) | told.title,
        everywhere=told.names,
        weights=told.weights,
    )


def same_event(one: Scene, two: Scene) -> Decision:
    """Whether two scenes are of one event."""
    if _elsewhere(one, two):
        return Decision(same=False, score=0.1, why="They name different places.", differs="place")
    if one.days and two.days and not one.days & two.days:
        return Decision(same=False, score=0.1, why="They name different days.", differs="time")
    if one.acts and two.acts and not one.acts & two.acts:
        return Decision(same=False, score=0.2, why="They name different kinds of act.", differs="kind of act")
    weight, shared = _weight(one, two)
    if weight < ENOUGH:
        return Decision(same=False, score=0.3, why="They share too little to be of one event.", differs="event")
    return Decision(same=True, score=min(1.0, 0.5 + weight / 20), why=f"Both tell of {', '.join(sorted(shared)[:4])}.")


def same_story(one: Telling, two: Telling, least: float = STORY) -> Decision:
    """Whether two reports have so many rare names in common that they tell of one story."""
    names = one.names & two.names
    weight = shared_weight(names, one.weights, two.weights)
    words = shared_weight(one.stems & two.stems, one.weights, two.weights)
    if weight < least and (weight < least / 2 or words < 1.5 * least):
        return Decision(same=False, score=0.3, why="The reports name too little in common.", differs="event")
    return Decision(same=True, score=min(1.0, 0.4 + weight / 20), why=f"Both name {', '.join(sorted(names)[:4])}.")


def _elsewhere(one: Scene, two: Scene) -> bool:
    """Whether the places differ, or one names a place of its own that the other report does not know at all."""
    if any(first.own_places and not first.places <= second.everywhere for first, second in ((one, two), (two, one))):
        return True
    if not one.places or not two.places or one.places & two.places:
        return False
    if one.own_places and two.own_places:
        return True
    return not (one.places & two.everywhere or two.places & one.everywhere)


def _weight(one: Scene, two: Scene) -> tuple[float, frozenset[str]]:
    """How much two scenes share, each with the sentences around it; a name must be among it."""
    names = (one.names | one.lead_names) & (two.names | two.lead_names)
    stems = (one.stems | one.lead_stems) & (two.stems | two.lead_stems)
    if not names:
        return 0.0, frozenset()
    met = SETTING if one.days & two.days and one.places & two.places else 0
    return met + shared_weight(stems, one.weights, two.weights), names


@cache
def _happenings() -> dict[str, frozenset[str]]:
    """The kinds of act that a stem, or two words by their dictionary forms, name."""
    found: dict[str, set[str]] = {}
    for classes in (table("between")["same_event"], table("between")["happenings"]):
        for name, words in classes.items():
            for word in words:
                found.setdefault(word if " " in word else stem(word), set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


def happenings(words: list[str]) -> frozenset[str]:
    """What words say happened, as kinds of act ("arrest", "vote", "blast")."""
    classes = _happenings()
    forms = [lemma(word, "verb") for word in words]
    pairs = (f"{one} {two}" for one, two in zip(forms, words[1:], strict=False))
    keys = (*map(stem, words), *map(stem, forms), *pairs)
    return frozenset(name for key in keys for name in classes.get(key, ()))


@cache
def act_stems() -> frozenset[str]:
    """The stems that name a kind of act."""
    return frozenset(_happenings())
