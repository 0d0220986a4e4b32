"""Cuts a reading into sentences and says by what each tells happenings: terms, names, places, days, kinds of act.

Stands alone because the parse of a report is gone when reports are linked: all this is read from the text and the rows.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.lexicon import table
from sayso.link.copies.sentences import sentences
from sayso.link.copies.words import words_of_report
from sayso.link.events.acts import act_of
from sayso.link.events.days import Day, day_of
from sayso.link.events.terms import Term, terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.link.copies.words import Words
    from sayso.model import Reading, Span

HEADLINE = 0.6
"""Of a sentence with this share of its words in capitals no word is taken for a name."""
_GAP = re.compile(r"[ \n]|[ \n][A-Z]\.?[ \n]")
_DATELINE = re.compile(
    r"\s*([A-Z][A-Z.'’-]+(?:[ ,]+[A-Z][A-Z.'’-]+){0,3}[ ,]*)[^a-z\n]{0,3}"
    r"(?:[A-Z][a-z]+\.?[, ]*)?(?:\([^)]{2,20}\))?\s*(?:--|[—–-])"
)


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence. `pairs`: two names in a row. `acts`: terms that tell a class of act. `figures`: numbers of rows."""

    span: Span
    terms: tuple[Term, ...]
    names: tuple[str, ...]
    pairs: tuple[str, ...]
    places: tuple[str, ...]
    acts: tuple[tuple[Term, str], ...]
    days: tuple[tuple[int, Day], ...]
    figures: tuple[int, ...]


def tellings(reading: Reading, words: Words | None = None) -> tuple[Telling, ...]:
    """The sentences of the report itself, what cleaning removed left out; its title is none of them.

    `words` are the report's, where they are known.
    """
    report = reading.report
    words = words or words_of_report(report)
    spans = [words.span(first, last) for first, last in sentences(report.text, words)]
    cut = [tuple(terms(report.text, span.start, span.end)) for span in spans]
    known = _names(cut)
    days = _rows(spans, [(row.span, number) for number, row in enumerate(reading.dates)])
    figures = _rows(spans, [(row.span, number) for number, row in enumerate(reading.figures)])
    return tuple(
        _telling(reading, span, found, known, days.get(at, ()), figures.get(at, ()))
        for at, (span, found) in enumerate(zip(spans, cut, strict=True))
    )


def _telling(
    reading: Reading,
    span: Span,
    found: tuple[Term, ...],
    known: frozenset[str],
    days: Sequence[int],
    rows: Sequence[int],
) -> Telling:
    text = reading.report.text
    runs = tuple(_runs(text, found, known))
    told = [(reading.dates[number].span.start, day_of(reading.dates[number])) for number in days]
    return Telling(
        span=span,
        terms=found,
        names=tuple(term.word for run in runs for term in run),
        pairs=tuple(f"{one.word} {other.word}" for run in runs for one, other in pairwise(run)),
        places=tuple(_places(text, span, runs)),
        acts=tuple((term, act) for term in found if (act := act_of(term.word)) is not None),
        days=tuple((start, day) for start, day in told if day is not None),
        figures=tuple(rows),
    )


def _names(cut: Sequence[tuple[Term, ...]]) -> frozenset[str]:
    """The words that the report prints as names: within a sentence with a capital, and hardly ever without one."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for found in cut:
        if sum(term.capital for term in found) >= HEADLINE * len(found) and len(found) > 1:
            continue
        capital.update(term.word for at, term in enumerate(found) if term.shouted or (at and term.capital))
        small.update(term.word for term in found if not term.capital)
    return frozenset(word for word, count in capital.items() if count > small[word])


def _runs(text: str, found: tuple[Term, ...], known: frozenset[str]) -> Iterator[tuple[Term, ...]]:
    """Names as they stand together, an initial between two words passed over."""
    run: list[Term] = []
    for term in found:
        if not term.capital or term.word not in known or len(term.word) == 1:
            continue
        if run and not _GAP.fullmatch(text, run[-1].end, term.start):
            yield tuple(run)
            run = []
        run.append(term)
    if run:
        yield tuple(run)


def _places(text: str, span: Span, runs: Sequence[tuple[Term, ...]]) -> Iterator[str]:
    """Names that a word of place stands before ("at Miren"), and the place of a dateline."""
    before = table("happenings")["places"]["before"]
    near = False
    end = span.start
    for run in runs:
        last = text[max(span.start, run[0].start - 24) : run[0].start].lower().split()
        joined = near and text[end : run[0].start].strip() == ","
        near = (
            joined
            or bool(last and last[-1] in before)
            or bool(len(last) > 1 and last[-1] in ("the", "a") and last[-2] in before)
        )
        end = run[-1].end
        if near:
            yield from (term.word for term in run)
    if match := _DATELINE.match(text, span.start, min(span.end, span.start + 60)):
        yield from (term.word for term in terms(match[1]))


def _rows(spans: Sequence[Span], rows: Sequence[tuple[Span, int]]) -> dict[int, list[int]]:
    """For each sentence the numbers of the rows that stand in it."""
    starts = [span.start for span in spans]
    found: dict[int, list[int]] = {}
    for span, number in rows:
        at = bisect_right(starts, span.start) - 1
        if at >= 0 and span.start < spans[at].end:
            found.setdefault(at, []).append(number)
    return found
