"""Finds one utterance of eight or more words that two reports give to two speakers.

Stands alone because it is one rule: the words must be the same, and nothing may say that both spoke or one relays.
"""

from __future__ import annotations

from functools import cache
from itertools import product
from textwrap import shorten
from typing import TYPE_CHECKING

from sayso.lexicon import table
from sayso.link.events.passages import same_story
from sayso.link.misfits.quantities import shows
from sayso.link.misfits.quotations import solid, spell
from sayso.link.misfits.quote_alterations import compared
from sayso.link.misfits.sources import same_source
from sayso.link.misfits.spelling import fold, words_in
from sayso.link.misfits.values import Misfit, Passed, evidence, other_event
from sayso.resolve.terms import gender_of_pronoun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.link.misfits.prepared import Prepared
    from sayso.link.misfits.quotations import Quoted
    from sayso.link.misfits.sources import Source
    from sayso.link.misfits.values import Differs, Judgement, Shared
    from sayso.model import Span

RULE = "one-utterance-two-speakers"
FEWEST = 8
LONGEST = 80
"""Characters of a quote that a sentence says again."""
_NEAR_DAYS = 3


def judge(a: Prepared, b: Prepared, _shared: Shared) -> Iterator[Judgement]:
    """A misfit for each utterance that two reports give to two speakers."""
    for one, two in product(a.quotes, b.quotes):
        if one.source is None or two.source is None or len(one.bag & two.bag) < FEWEST // 2:
            continue
        found = compared(one, two)
        if found is None or found[0] < FEWEST or found[1]:
            continue
        decision = same_source(one.source, two.source)
        if decision.same:
            continue
        spans = evidence((a.id, (*_named(one), *_said(a, one, two))), (b.id, (*_named(two), *_said(b, two, one))))
        apart = _doubt(a, one, b, two, decided=decision.differs is not None)
        if apart is not None:
            yield Passed(RULE, *apart, spans)
            continue
        first, second = sorted((one.source.name, two.source.name))
        words = _words(a, one, b, two)
        why = f"{words}, {found[0]} words that both have, is {first}'s in one report and {second}'s in the other."
        yield Misfit("attribution-conflict", RULE, "high", why, spans)


def _guessed(quote: Quoted) -> bool:
    """Whether the speaker is told by a pronoun alone, and taken to be somebody without a name ("a tax clerk")."""
    printed = quote.row.source.text.lower() if quote.row is not None and quote.row.source is not None else ""
    return (
        gender_of_pronoun(printed) is not None
        and quote.source is not None
        and quote.source.known.actor.kind == "unnamed"
    )


def _words(a: Prepared, one: Quoted, b: Prepared, two: Quoted) -> str:
    """The shorter of two quotes that say the same, in single quotation marks and cut at a word if it is long."""
    side, quote = min((a, one), (b, two), key=lambda pair: len(pair[1].words))
    text = " ... ".join(span.of(side.text) for span in quote.spans).rstrip(",")
    return f"'{shorten(text, LONGEST, placeholder=' ...')}'"


def _two_sort(one: Source, two: Source) -> bool:
    """Whether both are persons or both bodies without a word in common: a paper or a film speaks for somebody."""
    papers = any(shows(words_in(source.name)) or source.names & _papers() for source in (one, two))
    return not papers and one.known.person == two.known.person and not one.names & two.names


@cache
def _papers() -> frozenset[str]:
    return frozenset(map(fold, table("between")["sources"]["papers"]))


def _said(side: Prepared, quote: Quoted, other: Quoted) -> tuple[Span, ...]:
    """The parts of a quote that the other has too; all of it where that is none of them."""
    both = [span for span in quote.spans if _mostly(frozenset(spell(words_in(span.of(side.text)))), other.bag)]
    return tuple(both) or quote.spans


def _mostly(words: frozenset[str], bag: frozenset[str]) -> bool:
    return 2 * len(words & bag) > len(words)


def _named(quote: Quoted) -> tuple[Span, ...]:
    return quote.row.source.spans if quote.row is not None and quote.row.source is not None else ()


def _doubt(a: Prepared, one: Quoted, b: Prepared, two: Quoted, *, decided: bool) -> tuple[Differs, str] | None:
    if (
        one.source is None
        or two.source is None
        or not decided
        or not _two_sort(one.source, two.source)
        or _guessed(one)
        or _guessed(two)
    ):
        return "speaker", "One speaker has no name, and may be the other."
    if _relays(a, one, two.source) or _relays(b, two, one.source):
        return "speaker", "One passes on the words of the other."
    if one.said is not None and two.said is not None and one.said != two.said:
        return "time", "The words are said to have been spoken on two days."
    then, now = a.told.published, b.told.published
    if then is not None and now is not None and abs(then - now) > _NEAR_DAYS:
        return "time", "The reports are days apart, and both may have said it."
    if _has(a, two) or _has(b, one):
        return "event", "One report gives the words to both."
    decision = same_story(a.reported, b.reported, dated=False)
    return None if decision.same else other_event(decision)


def _relays(side: Prepared, quote: Quoted, source: Source) -> bool:
    """Whether a quote came through somebody by the other's name."""
    relays = quote.row.chain[1:-1] if quote.row is not None else ()
    return any(source.names & side.told.sources[one].names for one in relays if one in side.told.sources)


def _has(side: Prepared, quote: Quoted) -> bool:
    """Whether a report has the words from the same speaker as well."""
    for own in side.quotes:
        if own.source is None or quote.source is None or not same_source(own.source, quote.source).same:
            continue
        found = compared(own, quote)
        if found is not None and found[0] >= len(solid(quote.words)) / 2:
            return True
    return False
