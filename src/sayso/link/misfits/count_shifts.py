"""Finds a count of dead or wounded that one report has from somebody and another tells as its own knowledge.

Stands alone because it is one rule: the number and the event must be the same, and nobody be named near the second.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.link.events.passages import same_happening
from sayso.link.misfits.figure_conflicts import scope
from sayso.link.misfits.quantities import LASTING
from sayso.link.misfits.values import Misfit, Passed, evidence, other_event
from sayso.link.misfits.voice_shifts import hedged
from sayso.resolve.terms import is_medium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.link.misfits.prepared import Prepared
    from sayso.link.misfits.tolls import Toll
    from sayso.link.misfits.values import Differs, Judgement, Shared

RULE = "count-told-as-fact"
FEWEST = 5
"""Smaller numbers are the same by chance."""
_NEAR = 2


def judge(a: Prepared, b: Prepared, _shared: Shared) -> Iterator[Judgement]:
    """A misfit for each count that one report attributes and the other does not."""
    if not a.outlet & b.outlet:
        yield from _one_way(a, b)
        yield from _one_way(b, a)


def _one_way(careful: Prepared, bold: Prepared) -> Iterator[Judgement]:
    told: set[tuple[str, float | int | None]] = set()
    for own in bold.tolls:
        key = (own.counted, own.figure.value)
        if own.counted not in LASTING or own.row is not None or own.start is not None or key in told:
            continue
        for one in careful.tolls:
            if (one.counted, one.figure.value) != key or one.source is None or (one.figure.value or 0) < FEWEST:
                continue
            told.add(key)
            spans = evidence((careful.id, (one.figure.span,)), (bold.id, (own.figure.span,)))
            apart = scope(one, own) or _doubt(careful, one, bold, own)
            if apart is not None:
                yield Passed(RULE, *apart, spans)
                continue
            why = f"One report has {one.figure.text!r} from {one.source.name}, the other tells it in its own voice."
            yield Misfit("own-voice-shift", RULE, "low", why, spans)
            break


def _doubt(careful: Prepared, one: Toll, bold: Prepared, own: Toll) -> tuple[Differs, str] | None:
    if one.source is None or not one.source.names or is_medium(one.source.name) or bold.publishes(one.source):
        return "source", "It is from another outlet, or from the report's own publisher."
    near = [other for other in bold.told.sentences if abs(other.at - own.sentence.at) <= _NEAR]
    if any(other.rows for other in near) or own.sentence.words & hedged():
        return "source", "The other report names a source near by, or is in doubt itself."
    if any(other.row is not None and other.figure.value == own.figure.value for other in bold.tolls):
        return "source", "The other report has it from somebody too."
    if any(other.row is None and other.figure.value == one.figure.value for other in careful.tolls):
        return "source", "The first report tells it in its own voice as well."
    decision = same_happening(careful.passage(one.sentence), bold.passage(own.sentence))
    return None if decision.same else other_event(decision)
