"""Weighs whether two figures count the same thing, by what they count and what is told beside them.

Stands alone because the numbers themselves are not looked at: whether they fit is the next question. The weights of
`weights.toml` were learnt from reports that print one number twice: what stands beside a number that is repeated
is mostly told of one thing, what stands beside another number of one kind mostly is not (``training/checks.py``).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum
from typing import TYPE_CHECKING

from sayso.check.things import apart
from sayso.lexicon import weighing
from sayso.parse.meaning import alike

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sayso.check.counts import Count

UNSAID = 0.3
"""How alike in meaning two nouns are taken to be of which one is not told."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two counts have in common, as numbers.

    `counted`, `counted_apart`: the vocabulary's class of both is one, or is not. `noun_alike`: likeness in meaning of
    what is counted. `beside_alike`, `said_alike`: of the words right beside, and of the sentences. `beside_shared`,
    `said_shared`: the share of telling words of the poorer side that the other has too. `names_shared`: names in both,
    two at most. `places_apart`: both name places, and no place is in both. `listed`: other numbers of that kind in
    the sentences. `more`: one is added to another number. The rest: what sort of number it is.
    """

    counted: float
    counted_apart: float
    noun_alike: float
    beside_alike: float
    said_alike: float
    beside_shared: float
    said_shared: float
    names_shared: float
    places_apart: float
    listed: float
    more: float
    money: float
    percent: float


def likeness(one: Count, two: Count) -> Likeness:
    """What two counts have in common; the order makes no difference."""
    nouns = {one.noun, two.noun}
    kind = one.figure.kind
    classes = one.figure.counted, two.figure.counted
    return Likeness(
        counted=float(classes[0] is not None and classes[0] == classes[1]),
        counted_apart=float(None not in classes and classes[0] != classes[1]),
        noun_alike=alike(one.noun_sense, two.noun_sense) if all(nouns) else UNSAID,
        beside_alike=alike(one.sense, two.sense),
        said_alike=alike(one.whole_sense, two.whole_sense),
        beside_shared=_shared(one.beside, two.beside, nouns),
        said_shared=_shared(one.said, two.said, nouns),
        names_shared=float(min(2, len(one.names & two.names))),
        places_apart=float(apart(one.places, two.places)),
        listed=float(min(3, one.listed + two.listed)),
        more=float(one.more or two.more),
        money=float(kind == "money"),
        percent=float(kind == "percent"),
    )


def of_one_sort(one: Count, two: Count) -> bool:
    """Whether two figures are numbers of one sort, so that they can be compared at all."""
    kinds = one.figure.kind, two.figure.kind
    if kinds[0] != kinds[1] or (kinds[0] != "count" and one.figure.unit != two.figure.unit):
        return False
    return one.of_people == two.of_people or "" in (one.noun, two.noun)


def same_count(found: Likeness) -> float:
    """How much speaks for two counts being of one thing, as log odds: above 0 more than against it."""
    return weighing.odds(found, "same_count")


def _shared(one: Mapping[str, float], two: Mapping[str, float], nouns: set[str]) -> float:
    """The share of the weight of the poorer side's words that stand on both, without what is counted."""
    poorer = min(fsum(one.values()), fsum(two.values()))
    return fsum(min(one[word], two[word]) for word in (one.keys() & two.keys()) - nouns) / poorer if poorer else 0.0
