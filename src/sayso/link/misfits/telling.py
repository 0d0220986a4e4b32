"""Cuts a reading into what its sentences tell: their words, names, places and days, and what is no part of the telling.

Stands alone because every rule between two reports compares sentences, and a stored reading has no parse any more.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from sayso.check.counting import stem
from sayso.lexicon import table
from sayso.link.copies.sentences import sentences as cut
from sayso.link.copies.words import title_spans, words_of_report
from sayso.link.misfits.days import Day, days, long_ago, moment, published
from sayso.link.misfits.named import headline, names, places
from sayso.link.misfits.sources import Source, Sources, sources
from sayso.link.misfits.spelling import WORD, fold, meaning, words_in
from sayso.link.misfits.weights import Weights, weights
from sayso.model import Span

if TYPE_CHECKING:
    from datetime import datetime

    from sayso.link.actors.known import Known
    from sayso.link.copies.words import Words
    from sayso.model import Attribution, Reading

_OF_YEAR = re.compile(r"\bof last (?:year|month|week)\b|\blast (?:year|month|week)['’]s", re.IGNORECASE)
_MARKS = 3
LEAD = 3
"""Sentences that say what a report is about."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as it is compared. `names` and `places` are folded words, `stems` those that carry meaning.

    `head`: a headline, or one of another report ("Read also"). `background`: words say that it speaks of a time before
    ("last month"); `before`: these or a day long ago.
    """

    at: int
    span: Span
    tokens: tuple[str, ...]
    words: frozenset[str]
    stems: frozenset[str]
    names: frozenset[str]
    places: frozenset[str]
    days: tuple[Day, ...]
    rows: tuple[Attribution, ...]
    head: bool
    background: bool
    before: bool

    @property
    def touched(self) -> frozenset[int]:
        """The days of what it tells, ends of stretches and both days of a night with them."""
        own = [day for day in self.days if not day.limit and not day.told]
        return frozenset(at for day in own for at in (day.at, day.at + day.night))


@dataclass(frozen=True)
class Telling:
    """A reading, sentence by sentence; `published` is an ordinal, `minute` the moment where a clock is given."""

    reading: Reading
    sentences: tuple[Sentence, ...]
    published: int | None
    minute: datetime | None
    weights: Weights
    sources: Sources

    @property
    def text(self) -> str:
        """The report's text."""
        return self.reading.report.text

    def speaker(self, row: Attribution | None) -> Source | None:
        """Who speaks in an attribution; null where nobody knows."""
        return self.sources.get(row.speaker or "") if row is not None else None

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(sentence.span.start for sentence in self.sentences)

    def sentence(self, at: int) -> Sentence | None:
        """The sentence that holds an offset, the marks before its first word with it."""
        place = bisect_right(self._starts, at) - 1
        if place >= 0 and at < self.sentences[place].span.end:
            return self.sentences[place]
        after = self.sentences[place + 1 : place + 2]
        return after[0] if after and _opens(self.text[at : after[0].span.start]) else None

    @cached_property
    def lead(self) -> tuple[Sentence, ...]:
        """The sentences that say what the report is about."""
        return tuple(one for one in self.sentences if not one.head)[:LEAD]

    @cached_property
    def names(self) -> frozenset[str]:
        """All that the report names, folded."""
        return frozenset(word for one in self.sentences for word in one.names)

    @cached_property
    def common(self) -> frozenset[str]:
        """The folded words that it names places and bodies by, and who tells much of it."""
        bodies = (actor for actor in self.reading.actors if actor.kind != "person")
        places = frozenset(word for one in self.sentences for word in one.places)
        return places | frozenset(fold(word) for actor in bodies for word in WORD.findall(actor.name))


_DATELINE = 60
"""Characters of a line before which a dateline has its day."""
_DASH = re.compile(r"\s*(?:\([^)\n]{1,40}\)\s*)?[-–—]\s")


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is found once for a whole report, and asked for each of its sentences."""

    reading: Reading
    names: frozenset[str]
    people: frozenset[str]
    days: tuple[Day, ...]
    before: tuple[Span, ...]
    links: tuple[Span, ...]
    said: tuple[tuple[Attribution, int, int, tuple[Span, ...]], ...]


def telling(reading: Reading, words: Words | None = None, actors: dict[str, Known] | None = None) -> Telling:
    """The reading, sentence by sentence; `words` and `actors` are its report's, where they are known."""
    report = reading.report
    words = words or words_of_report(report)
    spans = [words.span(*one) for one in cut(report.text, words)]
    persons = (actor for actor in reading.actors if actor.kind == "person")
    seen = _Seen(
        reading=reading,
        names=names(report.text, spans),
        people=frozenset(fold(word) for actor in persons for word in WORD.findall(actor.name)),
        days=tuple(day for day in days(reading) if not _heads_a_report(report.text, day.row.span)),
        before=long_ago(reading),
        links=_links(report.text),
        said=tuple(
            (row, min(p.start for p in parts), max(p.end for p in parts), parts)
            for row in reading.attributions
            for parts in [row.content.spans]
            if row.kind == "speech" and parts
        ),
    )
    heads = tuple(title_spans(report.text, report.title))
    made = (_sentence(at, span, seen) for at, span in enumerate(spans) if not any(head.holds(span) for head in heads))
    kept = tuple(made)
    rare = weights({token for one in kept for token in one.tokens})
    return Telling(reading, kept, published(reading), moment(report.published), rare, sources(reading, actors))


def _heads_a_report(text: str, day: Span) -> bool:
    """Whether a day stands in a dateline: near the start of its line, before a dash."""
    line = text.rfind("\n", 0, day.start) + 1
    return day.start - line <= _DATELINE and _DASH.match(text, day.end) is not None


def _opens(gap: str) -> bool:
    """Whether nothing but marks that open a sentence stands in a gap: a quotation begins before its first word."""
    return len(gap) <= _MARKS and not any(one.isalnum() or one.isspace() for one in gap)


def _links(text: str) -> tuple[Span, ...]:
    """Lines that lead to other reports: from such words on to the next blank line."""
    words = "|".join(table("between")["links"]["words"])
    found = re.finditer(
        rf"(?:^|(?<=[.!?\n])[ \t]*)(?:{words})\b[^\n]*(?:\n[^\n]+)*", text, re.IGNORECASE | re.MULTILINE
    )
    return tuple(Span(*one.span()) for one in found)


def _sentence(at: int, span: Span, seen: _Seen) -> Sentence:
    text = span.of(seen.reading.report.text)
    tokens = tuple(words_in(text))
    rows = tuple(
        row
        for row, first, last, parts in seen.said
        if first < span.end and span.start < last and any(p.start < span.end and span.start < p.end for p in parts)
    )
    plain = words_in(_OF_YEAR.sub(" ", text)) if "last" in text.casefold() and _OF_YEAR.search(text) else tokens
    low = f" {' '.join(plain)} "
    background = any(words in low for words in _of_before())
    return Sentence(
        at=at,
        span=span,
        tokens=tokens,
        words=frozenset(tokens),
        stems=frozenset(stem(word) for word in tokens if meaning(word)),
        names=frozenset(map(fold, (word for word in WORD.findall(text) if word[0].isupper()))) & seen.names,
        places=frozenset(places(_without_sources(text, span, rows), seen.names)) - seen.people,
        days=tuple(day for day in seen.days if span.holds(day.row.span)),
        rows=rows,
        head=headline(text) or any(link.meets(span) for link in seen.links),
        background=background,
        before=background or any(span.holds(one) for one in seen.before),
    )


@cache
def _of_before() -> tuple[str, ...]:
    """The words that tell of a time before, as they stand between other words."""
    return tuple(f" {words} " for words in table("between")["background"]["words"])


def _without_sources(text: str, span: Span, rows: tuple[Attribution, ...]) -> str:
    """The text of a sentence with the words for who speaks blotted out: where they are is not where it happened."""
    for row in rows:
        for part in row.source.spans if row.source is not None and row.mode != "direct" else ():
            if span.holds(part):
                start, end = part.start - span.start, part.end - span.start
                text = text[:start] + "," * (end - start) + text[end:]
    return text
