"""Finds what a report has from another outlet, where that outlet's own report of it is the other one and has it not.

Stands alone because it is one rule: outlet, day and event must agree, and the figure or the words be missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.check.clauses import holds
from sayso.check.counting import stem
from sayso.check.counts import KINDS
from sayso.lexicon import table
from sayso.link.events.passages import same_story
from sayso.link.misfits.figure_conflicts import scope
from sayso.link.misfits.quotations import solid
from sayso.link.misfits.spelling import fold, meaning, words_in
from sayso.link.misfits.values import Misfit, Passed, evidence
from sayso.link.misfits.weights import shared_weight
from sayso.resolve.terms import medium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.link.misfits.cited import Cited
    from sayso.link.misfits.prepared import Prepared
    from sayso.link.misfits.quotations import Quoted
    from sayso.link.misfits.telling import Sentence
    from sayso.link.misfits.tolls import Toll
    from sayso.link.misfits.values import Judgement, Shared
    from sayso.model import Figure, Span

RULE = "cited-outlet-has-it-not"
LATEST = 2
"""Days after a report within which it may be meant by who names no day."""
LITTLE = 0.4
"""Weight of the words, names aside, that a sentence shares with a report which tells nothing of it."""
PRINTED = frozenset(("count", "money"))
FEW = 2
"""Numbers up to it are told in many ways ("both", "a pair")."""
WORDS, COVERED, FEWEST = 0.5, 0.35, 5
"""Shares of a quote's and of a content's words of meaning that the cited report has, and how few are too few to say."""


def judge(a: Prepared, b: Prepared, _shared: Shared) -> Iterator[Judgement]:
    """A misfit for each thing that one report has from the other's outlet, and the other's report has not."""
    yield from _one_way(a, b)
    yield from _one_way(b, a)


def _one_way(citing: Prepared, cited: Prepared) -> Iterator[Judgement]:
    for cite in citing.cites:
        if not (cite.names & cited.outlet or _issued(cite, cited)):
            continue
        near = _nearest(cite, cited)
        named = cite.day is not None or _document(cite)
        found = _missing(citing, cite, cited, named=named)
        if found is None and not named and not is_agency(cited):
            found = _printed(citing, cite, cited)
        if near is None or found is None:
            continue
        what, spans = found
        both = evidence((citing.id, spans), (cited.id, (near.span,)))
        name = cited.publisher.name if cited.publisher is not None else "the outlet"
        story = same_story(citing.reported, cited.reported)
        if not _timely(citing, cite, cited):
            yield Passed(RULE, "time", f"What is cited may stand in another report of {name}'s than this one.", both)
        elif not story.same and not (_issued(cite, cited) and cite.day is not None and cite.issuer & cited.outlet):
            yield Passed(RULE, "event", story.why, both)
        elif not cite.occasion and not _document(cite) and _of_another(citing, cite, cited):
            yield Passed(RULE, "event", f"What is cited may stand in {name}'s report of something else.", both)
        else:
            why = f"One report has {what} from {name}, whose own report does not have it."
            yield Misfit("not-in-cited-source", RULE, "high" if named else "low", why, both)


def _of_another(citing: Prepared, cite: Cited, cited: Prepared) -> bool:
    """Whether a sentence with names of its own shares next to nothing besides names with the other report.

    Two reports of one day and town may tell of two things, and who prints the one has mostly printed the other too. A
    sentence that names nobody ("At least 17 died, the Times reported") tells of what its report is about.
    """
    sentence = cite.sentence
    outlet = cited.reading.report.outlet
    if not sentence.names - {fold(word) for word in words_in(outlet.name if outlet is not None else "")}:
        return False
    stems = {word for one in cited.told.sentences if not one.head for word in one.stems}
    named = {stem(word) for word in sentence.tokens if fold(word) in sentence.names}
    return shared_weight((stems & sentence.stems) - named, citing.told.weights, cited.told.weights) < LITTLE


def _issued(cite: Cited, cited: Prepared) -> bool:
    """Whether the speaker is the body that published the other report, as one of its documents."""
    return _document(cite) and cited.publishes(cite.source)


def _document(cite: Cited) -> bool:
    return bool(cite.sentence.words & set(table("between")["cited"]["documents"]))


def _timely(citing: Prepared, cite: Cited, cited: Prepared) -> bool:
    """Whether the other's report is of the day that is cited, or where none is, was printed shortly before."""
    then, now = cited.told.published, citing.told.published
    if then is None:
        return False
    if cite.day is not None:
        return cite.day == then
    return now is not None and 0 <= now - then <= LATEST


def _nearest(cite: Cited, cited: Prepared) -> Sentence | None:
    """The sentence of the cited report that comes nearest to what is cited."""
    return max(
        (one for one in cited.told.sentences if not one.head),
        key=lambda one: (len(one.stems & cite.sentence.stems), -one.at),
        default=None,
    )


def _missing(citing: Prepared, cite: Cited, cited: Prepared, *, named: bool) -> tuple[str, tuple[Span, ...]] | None:
    """What the cited report does not have, in words and characters; null where it has all.

    Where neither a day nor a document is named, an outlet may have said it in another report, unless this one has
    another number of the same.
    """
    own = cite.row.content.spans
    tolls = {toll.figure.id: toll for toll in citing.tolls}
    for figure in citing.reading.figures:
        if not any(part.holds(figure.span) for part in own) or not _counts(figure) or _has_figure(cited, figure):
            continue
        toll = tolls.get(figure.id)
        if (named and figure.kind != "percent") or (toll is not None and _other_number(cite, cited, toll)):
            return repr(figure.text), (figure.span,)
    if not named:
        return None
    quote = _quote(citing, cite)
    if quote is not None:
        return None if _has_words(cited, quote) else ("these words", quote.spans)
    return None if _tells(cite, cited) else ("this", own)


def _printed(citing: Prepared, cite: Cited, cited: Prepared) -> tuple[str, tuple[Span, ...]] | None:
    """A number or quotation that a paper's report does not have: a paper prints few reports of one thing."""
    quote = _quote(citing, cite)
    if quote is not None:
        return None if _has_words(cited, quote) else ("these words", quote.spans)
    for figure in citing.reading.figures:
        own = any(part.holds(figure.span) for part in cite.row.content.spans)
        if own and figure.kind in PRINTED and _counts(figure) and not _has_figure(cited, figure):
            return repr(figure.text), (figure.span,)
    return None


def _quote(citing: Prepared, cite: Cited) -> Quoted | None:
    own = cite.row.content.spans
    return next((q for q in citing.quotes if any(part.meets(span) for part in own for span in q.spans)), None)


def is_agency(side: Prepared) -> bool:
    """Whether a report's outlet prints many reports of one thing a day, so that another of them may be meant."""
    outlet = side.reading.report.outlet
    name = outlet.name if outlet is not None else ""
    return medium(name) in table("agencies")["agencies"] or holds(words_in(name), table("between")["cited"]["agencies"])


def _counts(figure: Figure) -> bool:
    return figure.kind in KINDS and figure.value is not None and figure.value > FEW


def _has_figure(cited: Prepared, figure: Figure) -> bool:
    """Whether the number stands in the other report at all, of whatever."""
    return any(row.value == figure.value or figure.value in (row.low, row.high) for row in cited.reading.figures)


def _other_number(cite: Cited, cited: Prepared, toll: Toll) -> bool:
    """Whether a sentence of the other report that tells much of what is cited has another number of the same."""
    return any(
        own.counted == toll.counted
        and bool(toll.counted)
        and scope(own, toll) is None
        and (own.high < toll.low or toll.high < own.low)
        and len(own.sentence.stems & cite.stems) >= COVERED * len(cite.stems)
        for own in cited.tolls
    )


def _has_words(cited: Prepared, quote: Quoted) -> bool:
    """Whether one or two sentences of the other report have most of a quote's words of meaning."""
    words = {word for word in solid(quote.words) if meaning(word)}
    return any(
        len(words & (first | second)) >= WORDS * len(words)
        for first, second in zip(cited.bags, (*cited.bags[1:], frozenset()), strict=True)
    )


def _tells(cite: Cited, cited: Prepared) -> bool:
    """Whether the other report has enough of the words of what is cited, anywhere."""
    everywhere = {word for one in cited.told.sentences for word in one.stems}
    return len(cite.stems) < FEWEST or len(cite.stems & everywhere) >= COVERED * len(cite.stems)
