"""Decides whether two statements are one claim.

Stands alone because it puts the parts in order: what the two share, who speaks, what keeps them apart, and what is said
of them read together.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from functools import cache
from operator import attrgetter, mul
from typing import TYPE_CHECKING

from sayso.lexicon import table
from sayso.link.claims.agreeing import clash
from sayso.link.claims.judging import judged
from sayso.link.claims.measures import Shared, measured, nearness, speakers
from sayso.link.decision import Decision

if TYPE_CHECKING:
    from sayso.link.claims.agreeing import Clash
    from sayso.link.claims.measures import Speakers
    from sayso.link.claims.statements import Statement

MEASURES = tuple(field.name for field in fields(Shared))
_VALUES = attrgetter(*MEASURES)
_COPIED = 8
"""So many words on end are copied."""
_EVEN, _UNLIKE = 0.5, 0.45
_DIFFERENTLY = 0.75
"""How likely one claim must be where names and kinds speak against one speaker, or a report names none."""
_HOPELESS, _PLAIN = 0.2, 0.8
"""Between these chances two statements are read together."""
_TURNED = 1.0
"""Below these log-odds of nothing turned, what bars two statements parts them."""
_HARD = frozenset({"number", "date", "opposite"})
"""What two claims never differ in."""
TWO = frozenset({"namesake", "owner", "apart person person"})
"""Speakers who are two, whatever is said."""
_ALIKE, _BRIEF = 0.9, 9
"""What turns or weakens a word, or stands for another, parts two contents that have so many of the same words else, or
both so few words; in longer ones it may bear on what is told besides."""


def same_claim(a: Statement, b: Statement) -> Decision:
    """Whether two attributions state one claim; the order in which they are given makes no difference."""
    if (a.report, a.said, a.row, a.text) > (b.report, b.said, b.row, b.text):
        a, b = b, a
    decision = _decided(a, b)
    return decision if decision.same else _copied(a, b) or decision


def _decided(a: Statement, b: Statement) -> Decision:
    found = _measured(a, b)
    if isinstance(found, Decision):
        return found
    total = found.total
    if found.barred or _HOPELESS <= chance(total) < _PLAIN:
        read = judged(a, b)
        if found.barred and found.apart and read.unturned < _TURNED:
            return _parted(found.apart)
        total = read_together(total, read.one)
    if chance(total) < least(found.speakers):
        if found.apart:
            return _parted(found.apart)
        return _of_two(found.speakers, found.content, found.shared, total)
    figures = ", same figures" if found.shared.figures else ""
    called = found.speakers.differs and found.speakers.how != "untold"
    who = "Speakers whom the reports call differently" if called else found.speakers.why
    return Decision(True, chance(total), f"{who}{figures}; {_percent(found.shared)}")


def _parted(apart: Clash) -> Decision:
    return Decision(False, 0.2, f"{apart.why}.", apart.what)


def least(speakers: Speakers) -> float:
    """How likely one claim must be, as its speakers stand to one another."""
    return _DIFFERENTLY if speakers.differs else _EVEN


@dataclass(frozen=True, slots=True)
class _Doubt:
    """A pair that measures leave open: what is shared, who speaks, what may part the two, and log-odds of one claim.

    `content` are the log-odds whoever speaks, `total` all in all. `barred`: what may part the two does so, unless both
    read together say otherwise.
    """

    shared: Shared
    speakers: Speakers
    apart: Clash | None
    content: float
    total: float
    barred: bool


def doubtful(a: Statement, b: Statement) -> float | None:
    """The log-odds of one claim by the measures, where these leave it open and the two are read together; else null."""
    found = _measured(a, b)
    if isinstance(found, Decision) or found.barred or not _HOPELESS <= chance(found.total) < _PLAIN:
        return None
    return found.total


def _measured(a: Statement, b: Statement) -> _Doubt | Decision:
    """What measures say of a pair, and that it is two claims where they leave no doubt of it."""
    near = nearness(a, b)
    if a.act != b.act and "ask" in (a.act, b.act):
        return Decision(False, 0.1, "One asks what the other tells", "act")
    found = measured(a, b, near)
    content = weighed(found)
    if chance(content + _most()) < _HOPELESS:
        return _unlike(found, chance(content), "Whoever says it")
    told = speakers(a, b)
    total = content + speaking(told.how)
    if told.how in TWO:
        return Decision(False, min(chance(total), _UNLIKE), told.why, told.differs)
    if chance(total) < _HOPELESS:
        return _of_two(told, content, found, total)
    apart = clash(a, b, near)
    total += weakened(apart.what) if apart else 0.0
    barred = apart is not None and bars(apart.what, found)
    if apart and barred and (apart.what in _HARD or chance(total) < _HOPELESS):
        return _parted(apart)
    return _Doubt(found, told, apart, content, total, barred)


def _of_two(told: Speakers, content: float, found: Shared, total: float) -> Decision:
    """What parts two statements: their speakers, where the words would do for one speaker, or else the words."""
    if told.differs and chance(content + speaking("same")) >= _EVEN:
        return Decision(False, min(chance(total), _UNLIKE), told.why, told.differs)
    return _unlike(found, chance(total), told.why)


def _unlike(found: Shared, score: float, who: str) -> Decision:
    return Decision(False, min(score, _UNLIKE), f"{who}, but only {_percent(found)}", "meaning")


def _percent(found: Shared) -> str:
    return f"{max(found.shorter, found.meaning):.2f} of the words' meaning is shared"


def chance(total: float) -> float:
    """The chance that log-odds of `total` are."""
    return 1 / (1 + math.exp(-total))


def weighed(found: Shared) -> float:
    """The log-odds that what two statements share speaks for one claim, whoever says them."""
    bias, weights = _measuring()
    return bias + sum(map(mul, weights, _VALUES(found)), 0.0)


@cache
def _measuring() -> tuple[float, tuple[float, ...]]:
    """The weight of every pair, and those of the measures in their order."""
    weights = _weights()["measures"]
    return weights["bias"], tuple(weights[name] for name in MEASURES)


def speaking(how: str) -> float:
    """What it adds how two speakers stand to one another; what was met too seldom to be fitted parts them."""
    weights = _weights()["speakers"]
    return weights[how] if how in weights else min(weights.values())


def read_together(total: float, told: float) -> float:
    """The log-odds of one claim from those of the measures and those of the network that reads both statements."""
    weights = _weights()["together"]
    return weights["bias"] + weights["measures"] * total + weights["network"] * told


@cache
def _most() -> float:
    return max(_weights()["speakers"].values())


def weakened(what: str) -> float:
    """What it takes away that two contents differ in something that may part them."""
    return min(0.0, _weights()["clashes"].get(what, 0.0))


def bars(what: str, found: Shared) -> bool:
    """Whether two contents that differ so are two claims whatever else the measures say they share."""
    return what in _HARD or found.exact >= _ALIKE or found.size + found.ratio < math.log(_BRIEF)


@cache
def _weights() -> dict[str, dict[str, float]]:
    weights: dict[str, dict[str, float]] = table("claim_weights")
    return weights


def _copied(a: Statement, b: Statement) -> Decision | None:
    """Without a speaker the same words on end are the same claim, however little is known besides."""
    if a.actor and b.actor and not (a.actor.nameless and b.actor.nameless):
        return None
    ours, theirs = ([word.low for word in one.words if not word.stop] for one in (a, b))
    runs = ({tuple(words[i : i + _COPIED]) for i in range(len(words) - _COPIED + 1)} for words in (ours, theirs))
    if set.intersection(*runs) and not clash(a, b, nearness(a, b)):
        return Decision(True, 0.8, "The same words on end, though a speaker is not named")
    return None
