"""Decides whether two statements are one claim, and gives the keys by which two such statements are brought together.

Stands alone because it puts the parts in order: who speaks, what keeps the two apart, and how much meaning they share.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from sayso.lexicon import table
from sayso.link.actors.perhaps import perhaps
from sayso.link.actors.same import may_be, same_actor
from sayso.link.claims.agreeing import clash
from sayso.link.claims.quantities import shared
from sayso.link.decision import Decision

if TYPE_CHECKING:
    from sayso.link.claims.statements import Floats, Statement

BUCKET = 4
"""Days of one bucket of time: with its neighbour, statements up to so many days apart meet."""
_COPIED, _TOPICS = 8, 3
_NEARLY_ALL = 0.9
"""The least score where it is open whether the speakers are one, or names, keys or kinds speak against it."""
_EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Shared:
    """What two statements have in common, as the rule weighs it.

    `meaning`: the cosine of the whole contents; `shorter`, `longer`: how much of the one's words the other has too;
    `figures`: how many are the same (two at most); `size`: how long the shorter is.
    """

    meaning: float
    shorter: float
    longer: float
    figures: float
    size: float


def same_claim(a: Statement, b: Statement) -> Decision:
    """Whether two attributions state one claim; the order in which they are given makes no difference."""
    if (a.report, a.row, a.text) > (b.report, b.row, b.text):
        a, b = b, a
    if a.actor is None or b.actor is None:
        return _copied(a, b)
    if a.actor.nameless and b.actor.nameless and not perhaps(a.actor, b.actor):
        return _copied(a, b)
    actor = same_actor(a.actor, b.actor)
    least = _least(a, b, actor)
    if not may_be(actor) and (tied := perhaps(a.actor, b.actor)):
        actor = tied
    if not may_be(actor):
        return Decision(False, min(actor.score, 0.3), f"Two speakers: {actor.why}", actor.differs or "actor")
    near = nearness(a, b)
    found = weighed(a, b, near)
    score = likelihood(found, open_actor=not actor.same, one_report=a.report == b.report)
    percent = f"{max(found.shorter, found.meaning):.2f} of the words' meaning is shared"
    if score < least:
        return Decision(
            False, min(score, 0.45), f"{_speaker(actor)}, but only {percent}", "meaning" if actor.same else None
        )
    # Last, as it costs most, and most pairs do not get here.
    if apart := clash(a, b, near):
        return Decision(False, 0.2, f"{apart.why}.", apart.what)
    figures = ", same figures" if found.figures else ""
    return Decision(True, score, f"{_speaker(actor)}{figures}; {percent}")


def _least(a: Statement, b: Statement, actor: Decision) -> float:
    """How sure the words must make it: where it is not plain that the speakers are one, nearly all must be the same."""
    surely = actor.same and a.actor_keys & b.actor_keys and not (_nobody(a) or _nobody(b))
    return 0.5 if surely else _NEARLY_ALL


def _nobody(one: Statement) -> bool:
    return one.actor is None or one.actor.nameless


def _speaker(actor: Decision) -> str:
    return "Same speaker" if actor.same else "A speaker who may be the same"


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


def weighed(a: Statement, b: Statement, near: Floats) -> Shared:
    """How much two statements share; `near` holds the cosines of their telling words."""
    if not (near.size and a.weights.any() and b.weights.any()):
        return Shared(0.0, 0.0, 0.0, 0.0, 0.0)
    ours = float(np.maximum(near.max(axis=1), 0) @ a.weights / a.weights.sum())
    theirs = float(np.maximum(near.max(axis=0), 0) @ b.weights / b.weights.sum())
    shorter, longer = (ours, theirs) if a.weights.sum() <= b.weights.sum() else (theirs, ours)
    figures = shared(a.quantities, b.quantities)
    return Shared(
        float(a.vector @ b.vector),
        shorter,
        longer,
        float(min(figures, 2)),
        math.log(min(len(a.telling), len(b.telling))),
    )


def likelihood(found: Shared, *, open_actor: bool, one_report: bool) -> float:
    """The chance that two statements with nothing that keeps them apart are one claim.

    In one report a speaker seldom says a thing twice, so that there more must be shared.
    """
    w = _weights()
    total = (
        w["bias"]
        + w["meaning"] * found.meaning
        + w["shorter"] * found.shorter
        + w["longer"] * found.longer
        + w["figures"] * found.figures
        + w["size"] * found.size
        + w["open_actor"] * open_actor
        + w["one_report"] * one_report
    )
    return 1 / (1 + math.exp(-total))


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = table("claim_weights")["weights"]
    return weights


def keys(statement: Statement) -> frozenset[str]:
    """Keys such that two statements that may be one claim share at least one: actor by time.

    A statement without a day has a bucket of its own and meets only others without: given every bucket, each dateless
    report would stand in all blocks of its actor, and the blocks would grow with the ledger. Without a speaker only
    copies count, which the words' own keys find.
    """
    if statement.actor is None:
        words = [word.low for word in statement.words if not word.stop]
        return frozenset({f"w:{hash_of(words)}"}) if len(words) >= _COPIED else frozenset()
    times = _buckets(statement.day)
    met = [*statement.actor_keys, *_topics(statement)]
    return frozenset(f"{key}@{time}" for key in met for time in times)


def _topics(statement: Statement) -> list[str]:
    """Keys of what is said: each two of the words that tell most, for speakers whom two reports call differently."""
    told = {
        min(statement.words[i].forms, key=len): weight
        for i, weight in zip(statement.telling, statement.weights, strict=True)
    }
    most = sorted(sorted(told), key=lambda word: -told[word])[:_TOPICS]
    return [f"t:{one} {other}" for one, other in combinations(sorted(most), 2)]


def hash_of(words: list[str]) -> str:
    """A short name of the first words of a content."""
    from hashlib import blake2b

    return blake2b(" ".join(words[:_COPIED]).encode(), digest_size=8).hexdigest()


def _buckets(day: str | None) -> tuple[str, ...]:
    """The bucket of a day and the one after: two days in neighbouring buckets share one."""
    try:
        number = (date.fromisoformat(day or "") - _EPOCH).days // BUCKET
    except ValueError:
        return ("undated",)
    return (str(number), str(number + 1))


def _copied(a: Statement, b: Statement) -> Decision:
    """Without a speaker only the same words are the same claim."""
    ours, theirs = ([word.low for word in one.words if not word.stop] for one in (a, b))
    runs = ({tuple(words[i : i + _COPIED]) for i in range(len(words) - _COPIED + 1)} for words in (ours, theirs))
    if set.intersection(*runs) and not clash(a, b, nearness(a, b)):
        return Decision(True, 0.8, "The same words on end, though a speaker is not named")
    return Decision(False, 0.0, "A speaker is not named, and the words differ", "actor")
