"""Finds a running count that one source tells lower on a later day than before, without saying that it corrects it.

Stands alone because it is one rule: the dead of one event, or all since one start, can only become more.
"""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import TYPE_CHECKING

from sayso.check.clauses import holds
from sayso.check.counting import told as number
from sayso.lexicon import table
from sayso.link.events.acts import warlike
from sayso.link.events.passages import elsewhere, same_happening, same_story
from sayso.link.misfits.figure_conflicts import names_other, same_counted, scope
from sayso.link.misfits.quantities import LASTING, VOTES
from sayso.link.misfits.sources import same_source
from sayso.link.misfits.spelling import capital
from sayso.link.misfits.taken_back import taken_back
from sayso.link.misfits.tellers import issued_and_cited
from sayso.link.misfits.values import Misfit, Passed, evidence, other_event

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.link.misfits.prepared import Prepared
    from sayso.link.misfits.tolls import Toll
from sayso.link.misfits.values import Differs, Judgement, Shared

UNLIKE = -1.2
"""Log odds of being one count that two must have; that both run from one start says much by itself."""
LEAST = 0.5
"""The share of the earlier number below which the later counts something else."""
_NEAR = 4
RULE = "running-count-falls"


def judge(a: Prepared, b: Prepared, _shared: Shared) -> Iterator[Judgement]:
    """A misfit for each count by one source whose later number is below the earlier."""
    for one, two in product(a.tolls, b.tolls):
        if one.as_of is None or two.as_of is None or one.as_of == two.as_of:
            continue
        first, last = ((a, one), (b, two)) if one.as_of < two.as_of else ((b, two), (a, one))
        if not LEAST * first[1].low <= _most(first[1], last[1]) < first[1].low:
            continue
        if not (_running(one) and _running(two)) or not same_counted(one, two, UNLIKE):
            continue
        spans = evidence((a.id, (one.figure.span,)), (b.id, (two.figure.span,)))
        apart = scope(one, two) or _doubt(*first, *last)
        if apart is not None:
            yield Passed(RULE, *apart, spans)
            continue
        yield Misfit("figure-decrease", RULE, "high", _why(first[1], last[1]), spans)


def _running(toll: Toll) -> bool:
    """Whether a count can only grow: from a start, in all, or of the dead and wounded."""
    if toll.start is not None or toll.counted in LASTING or toll.counted == VOTES:
        return True
    return _so_far(toll)


def _so_far(toll: Toll) -> bool:
    """Whether words say that a count still grows."""
    return holds(toll.sentence.tokens, table("checks")["running"]["words"])


def _most(first: Toll, last: Toll) -> float:
    """The most that the later number lets be: of two lower bounds the later is all that is known."""
    both = first.figure.bound == last.figure.bound == "at_least"
    return last.low if both and first.start is not None and last.start is not None else last.high


def _why(first: Toll, last: Toll) -> str:
    days = [f"{when.day} {when:%B %Y}" for one in (first, last) for when in [date.fromordinal(one.as_of or 1)]]
    name = capital(first.source.name) if first.source is not None else "One source"
    less = number(first.low - _most(first, last))
    return f"{name} has {first.figure.text!r} for {days[0]} and {last.figure.text!r} for {days[1]}, {less} less."


def _doubt(a: Prepared, first: Toll, b: Prepared, last: Toll) -> tuple[Differs, str] | None:
    if (corrected := taken_back(a, first, b, last)) is not None:
        return corrected
    if not (_one_source(first, last, one_outlet=bool(a.outlet & b.outlet)) or _one_issuer(a, first, b, last)):
        return "source", "The two are not told by one source."
    if first.start is None:
        one, two = a.passage(first.sentence), b.passage(last.sentence)
        grows = _so_far(first) and _so_far(last) and not elsewhere(one, two)
        decision = same_story(a.reported, b.reported, dated=False) if grows else same_happening(one, two)
        if not decision.same:
            return other_event(decision)
        if one.means & two.means & warlike() and not one.days & two.days:
            return "event", "Such acts follow each other, and nothing says that both are of one day."
    if _corrected(b, last):
        return "bound", "The lower number is told as a correction."
    return None


def _one_source(first: Toll, last: Toll, *, one_outlet: bool) -> bool:
    """Whether one source told both, or the one's is named where the other is told."""
    if names_other(first, last) or names_other(last, first):
        return True
    if first.source is None and last.source is None:
        running = first.start is not None and last.start is not None
        return running and (one_outlet or _counter(first, last))
    if first.source is None or last.source is None or not first.source.names or not last.source.names:
        return False
    return same_source(first.source, last.source).same


def _one_issuer(a: Prepared, first: Toll, b: Prepared, last: Toll) -> bool:
    """Whether a body's own report has the one count, and the other stands where that body is cited."""
    return first.start is not None and last.start is not None and issued_and_cited(a, first, b, last)


def _counter(first: Toll, last: Toll) -> bool:
    """Whether both sentences name one who counts ("by the count of the Mothers' Committee")."""
    words = set(table("between")["cues"]["counting"])
    both = bool(first.sentence.words & words) and bool(last.sentence.words & words)
    return both and bool(first.sentence.names & last.sentence.names - first.sentence.places - last.sentence.places)


def _corrected(side: Prepared, toll: Toll) -> bool:
    """Whether a sentence near by says that a number was taken back, and not that none was."""
    words = table("between")["corrected"]
    near = (one for one in side.told.sentences if abs(one.at - toll.sentence.at) <= _NEAR)
    return any(not _denied(one.tokens, words["not"]) and holds(one.tokens, words["words"]) for one in near)


def _denied(tokens: Sequence[str], denials: Sequence[str]) -> bool:
    """Whether a word of denial stands in a sentence, but for one of a number ("192, not 129")."""
    return any(word in denials and not then[:1].isdigit() for word, then in zip(tokens, (*tokens[1:], ""), strict=True))
