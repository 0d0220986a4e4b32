"""Finds what one report has from somebody and another tells in its own voice, as a fact.

Stands alone because it is one rule: only what somebody may deny is a claim, and a source named near by is a source.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sayso.lexicon import words
from sayso.link.events.passages import same_happening
from sayso.link.misfits.spelling import number_of
from sayso.link.misfits.values import Misfit, Passed, evidence, other_event
from sayso.link.misfits.weights import shared_weight

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.link.misfits.claims import Claim
    from sayso.link.misfits.prepared import Prepared
    from sayso.link.misfits.telling import Sentence
    from sayso.link.misfits.values import Differs, Judgement, Shared
    from sayso.model import Span

RULE = "claim-told-as-fact"
FEWEST = 5
COVERED = 0.5
"""The share of a sentence's words of meaning that a disputed claim must have."""
LONG = 6
COPIED, NEVER = 0.85, 2.0
"""The same of a claim that nobody is known to dispute, where the other report copied its very words."""
_LOOKED_AT = 0.4
_NEAR = 2
_STATEMENT = 5


def judge(a: Prepared, b: Prepared, shared: Shared) -> Iterator[Judgement]:
    """A misfit for each claim of one report that the other tells as its own knowledge."""
    yield from _one_way(a, b, shared.b)
    yield from _one_way(b, a, shared.a)


def _one_way(careful: Prepared, bold: Prepared, copied: tuple[Span, ...]) -> Iterator[Judgement]:
    for sentence in bold.told.sentences:
        if (
            sentence.rows
            or sentence.head
            or sentence.before
            or len(sentence.stems) < FEWEST
            or sentence.words & hedged()
        ):
            continue
        best = max(
            ((claim, *_covered(claim, careful, sentence, bold)) for claim in careful.claims),
            key=lambda found: (found[1], found[0].row.id),
            default=None,
        )
        if best is None or best[1] < _LOOKED_AT:
            continue
        claim, covered, shared = best
        spans = evidence((careful.id, claim.row.content.spans), (bold.id, (sentence.span,)))
        long = len(claim.stems) >= LONG and _within(sentence, copied)
        enough = COVERED if claim.disputed else COPIED if long else NEVER
        if covered < enough:
            apart: tuple[Differs, str] | None = ("wording", "The words are too unlike, or nobody disputes them.")
        else:
            apart = _doubt(careful, claim, bold, sentence, shared)
        if apart is not None:
            yield Passed(RULE, *apart, spans)
            continue
        name = claim.name
        why = f"One report has this from {name}, the other tells it in its own voice."
        yield Misfit("own-voice-shift", RULE, "high", why, spans)


def _covered(claim: Claim, careful: Prepared, sentence: Sentence, bold: Prepared) -> tuple[float, frozenset[str]]:
    """The share of the weight of a sentence and of a claim that the other tells, the lesser of both; and the stems."""
    shared = claim.around & sentence.stems
    if len(shared) < FEWEST - 1:
        return 0.0, shared

    def share(part: frozenset[str], whole: frozenset[str], side: Prepared) -> float:
        weights = side.told.weights
        return shared_weight(part, weights, weights) / max(1e-9, shared_weight(whole, weights, weights))

    return min(share(shared, sentence.stems, bold), share(claim.stems & sentence.stems, claim.stems, careful)), shared


def _doubt(  # noqa: PLR0911 - one reason a case
    careful: Prepared, claim: Claim, bold: Prepared, sentence: Sentence, shared: frozenset[str]
) -> tuple[Differs, str] | None:
    numbers = [set(filter(str.isdigit, map(number_of, words))) for words in (claim.tokens, sentence.tokens)]
    if numbers[0] and numbers[1] and not numbers[0] & numbers[1]:
        return "counted thing", "The numbers in it are others."
    if any(
        not one.head and one.rows and _near(one, sentence) and len(one.stems & shared) > 1
        for one in bold.told.sentences
    ):
        return "source", "The other report names a source near by."
    if any(len(other.stems & claim.stems) >= COVERED * len(claim.stems) for other in bold.claims):
        return "source", "The other report has it from somebody too."
    if any(0 < sentence.at - one.at <= _STATEMENT and "statement" in one.words for one in bold.told.sentences):
        return "source", "It may stand in a statement that the other report prints."
    if bold.publishes(careful.told.speaker(claim.row)):
        return "source", "The other report is the speaker's own."
    if _own(careful, claim):
        return "source", "The first report tells it in its own voice as well."
    decision = same_happening(careful.passage(claim.sentence), bold.passage(sentence))
    return None if decision.same else other_event(decision)


@cache
def hedged() -> frozenset[str]:
    """Words by which a sentence shows that it is not told as a fact."""
    return words("between", "hedged", "words")


def _within(sentence: Sentence, copied: tuple[Span, ...]) -> bool:
    """Whether half of a sentence stands word for word in the other report."""
    span = sentence.span
    same = sum(min(span.end, run.end) - max(span.start, run.start) for run in copied if run.meets(span))
    return same * 2 >= span.end - span.start


def _near(one: Sentence, other: Sentence) -> bool:
    return abs(one.at - other.at) <= _NEAR


def _own(careful: Prepared, claim: Claim) -> bool:
    """Whether the careful report tells the same as its own, elsewhere."""
    return any(
        not one.rows and not one.head and len(one.stems & claim.stems) >= COPIED * len(claim.stems)
        for one in careful.told.sentences
    )
