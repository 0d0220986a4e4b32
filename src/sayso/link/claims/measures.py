"""Measures what two statements share, how their speakers stand to one another, and how near their reports are.

Stands alone because each measure can be told in words and tested by itself; what it counts for is fitted
(`lexicon/claim_weights.toml`), and what is made of it is decided in `sayso.link.claims.same`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from sayso.link.actors.known import tied
from sayso.link.actors.perhaps import perhaps
from sayso.link.actors.same import may_be, same_actor
from sayso.link.claims.quantities import shared

if TYPE_CHECKING:
    from sayso.link.actors.known import Known
    from sayso.link.claims.statements import Floats, Statement
    from sayso.link.decision import Decision

_FORMS = 0.999
"""Words so near are forms of one."""
_WORST = 3
"""One in so many words of the shorter are those that the longer has least of."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What two statements and their reports have in common, as the rule weighs it.

    `meaning`: the cosine of the whole contents. `shorter`, `longer`: how much of the one's words the other has too, in
    words near or far; `exact`: in forms of the same words, of whichever has less; `worst`: of the third of the
    shorter's words that the longer has least of; `bigrams`: how many of the shorter's pairs of neighbouring words the
    longer has. `size`: how long the shorter is, `ratio`: how much longer the other (logarithms). `figures`: how many
    are the same (two at most). `names`: one of them names what the other does not. `act`: one asserts and one demands,
    say. `marks`: how many words turn or weaken either. `beside`: both reports name the same; `scene`: how many names
    both have, and `told`: how many the one with fewer has (logarithms). `one_report`: both stand in one.
    """

    meaning: float = 0.0
    shorter: float = 0.0
    longer: float = 0.0
    exact: float = 0.0
    worst: float = 0.0
    bigrams: float = 0.0
    size: float = 0.0
    ratio: float = 0.0
    figures: float = 0.0
    names: float = 0.0
    act: float = 0.0
    marks: float = 0.0
    beside: float = 0.0
    scene: float = 0.0
    told: float = 0.0
    one_report: float = 0.0


@dataclass(frozen=True, slots=True)
class Speakers:
    """How two speakers stand to one another: a key of the weights, why, and what parts them, if anything does."""

    how: str
    why: str
    differs: str | None = None


def nearness(a: Statement, b: Statement) -> Floats:
    """How near each telling word of the one is to each of the other; forms of one word are as near as can be."""
    near: Floats = a.senses @ b.senses.T
    if not a.forms.isdisjoint(b.forms):
        there: dict[str, list[int]] = {}
        for j, index in enumerate(b.telling):
            for form in b.words[index].forms:
                there.setdefault(form, []).append(j)
        for i, index in enumerate(a.telling):
            for form in a.words[index].forms:
                for j in there.get(form, ()):
                    near[i, j] = 1.0
    return near


def measured(a: Statement, b: Statement, near: Floats) -> Shared:
    """What two statements share; `near` holds the cosines of their telling words."""
    if not (near.size and a.weighs and b.weighs):
        return Shared()
    ours, theirs = np.maximum.reduce(near, axis=1), np.maximum.reduce(near, axis=0)
    sides = [(_share(np.maximum(ours, 0), a), ours, a), (_share(np.maximum(theirs, 0), b), theirs, b)]
    if a.weighs > b.weighs:
        sides.reverse()
    (shorter, found, least), (longer, _, most) = sides
    exact = min(_share((best >= _FORMS).astype(np.float32), one) for _, best, one in sides)
    worst = np.sort(found)[: max(1, len(found) // _WORST)]
    common = a.scene & b.scene
    return Shared(
        meaning=float(a.vector @ b.vector),
        shorter=shorter,
        longer=longer,
        exact=exact,
        worst=float(np.add.reduce(worst) / np.float32(len(worst))),
        bigrams=len(a.bigrams & b.bigrams) / max(1, min(len(a.bigrams), len(b.bigrams))),
        size=math.log(min(len(a.telling), len(b.telling))),
        ratio=abs(math.log(len(most.telling) / len(least.telling))),
        figures=float(min(shared(a.quantities, b.quantities), 2)),
        names=float(bool(a.names - b.names) != bool(b.names - a.names)),
        act=float(a.act != b.act),
        marks=math.log1p(len(a.marks) + len(b.marks)),
        beside=float(tied(common)),
        scene=math.log1p(len(common)),
        told=math.log1p(min(len(a.scene), len(b.scene))),
        one_report=float(a.report == b.report),
    )


def _share(best: Floats, one: Statement) -> float:
    return float(best @ one.weights / one.weighs)


def speakers(a: Statement, b: Statement) -> Speakers:
    """How the speakers of two statements stand to one another."""
    if a.actor is None or b.actor is None:
        return Speakers("untold", "A speaker is not named", "actor")
    decision = same_actor(a.actor, b.actor)
    if decision.same:
        return Speakers("same", "Same speaker")
    if may_be(decision):
        return Speakers("open", "A speaker who may be the same")
    both = " ".join(sorted((_kind(a.actor), _kind(b.actor))))
    if decision.differs != "owner" and perhaps(a.actor, b.actor):
        return Speakers(f"perhaps {both}", "A speaker who may be the same")
    return Speakers(_apart(decision, both), f"Two speakers: {decision.why}", decision.differs or "actor")


_SURELY = ("namesake", "owner")
"""What makes two speakers two whatever they say."""


def _apart(decision: Decision, both: str) -> str:
    return decision.differs if decision.differs in _SURELY else f"apart {both}"


def _kind(known: Known) -> str:
    """What sort of speaker it is to us: nobody that can be told again, a name, an office, a body."""
    if known.nameless:
        return "nobody"
    return "person" if known.person else "office" if known.described else "body"
