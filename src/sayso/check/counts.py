"""Reads what stands beside each figure, as words, names and vectors that can be set against another's.

Stands alone because it needs no syntax, only a reading: so two reports are compared as one report with itself is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from typing import TYPE_CHECKING

from sayso.check.counting import extent, generic, person, stem
from sayso.check.cutting import OWN_S, WORD
from sayso.check.sentences import sentence_ends
from sayso.clean.tabular import in_cell
from sayso.lexicon import either, table, words
from sayso.model import Span
from sayso.parse.meaning import passage, telling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sayso.model import Figure, Reading
    from sayso.parse.meaning import Vector

KINDS = frozenset(("count", "money", "percent", "measure"))
BEFORE, BEHIND = 90, 110
"""Characters of its sentence before and behind a figure that stand beside it."""
MOST = 60
"""Figures of a report that are compared; one of more is a table."""
_NAME = re.compile(r"(?<!^)(?<![.!?“\"] )\b[A-Z][\w'’-]+")
_BEFORE_PLACES = words("checks", "conflicts", "before_places")
_PLACE = re.compile(
    rf"\b(?:{either((*_BEFORE_PLACES, *map(str.capitalize, _BEFORE_PLACES)))})\s+(?:the\s+(?:[a-z]+\s+){{0,3}})?"
    r"([A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,3})"
)


@dataclass(frozen=True, slots=True, eq=False)
class Count:
    """A figure with what stands beside it.

    `at` is the number of its sentence, `sentence` that sentence. `low` to `high` is what the printed number may mean.
    `noun`: the stem of what is counted, `noun_sense` its meaning. `beside` and `said`: the stems of the words right
    beside it and of the whole sentence, without dates, sources, cues and the noun, each with how much it tells; `sense`
    and `whole_sense` what they mean. `words`: all words of the sentence but for sources, cues and dates. `names`: words
    of names there, in lower case; `places`: those behind "in" and the like. `listed`: how many other numbers of its
    kind its sentence has. `more`: it is added to another number ("12 more").
    """

    figure: Figure
    at: int
    sentence: Span
    low: float
    high: float
    noun: str
    noun_sense: Vector
    beside: Mapping[str, float]
    said: Mapping[str, float]
    sense: Vector
    whole_sense: Vector
    words: frozenset[str]
    names: frozenset[str]
    places: frozenset[str]
    listed: int
    more: bool

    @property
    def nameless(self) -> bool:
        """Whether nothing says what is counted: two such numbers have nothing in common."""
        return self.figure.kind == "count" and not (self.noun or self.figure.counted or self.figure.unit)

    @property
    def of_people(self) -> bool:
        """Whether people are counted."""
        return person(self.figure)

    @property
    def anything(self) -> bool:
        """Whether the words do not say what is counted, or only that it is people."""
        return generic(self.noun)


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure that can be compared, with the number of its sentence, that sentence, and how many are listed there."""

    figure: Figure
    at: int
    sentence: Span
    listed: int


def counts(reading: Reading) -> tuple[Count, ...]:
    """The figures of a report that can be compared, in text order; none of a report that is a table."""
    return tuple(count(reading, one) for one in placed(reading))


def placed(reading: Reading) -> tuple[Placed, ...]:
    """The same before it is read what stands beside them, which costs most."""
    text, figures = reading.report.text, comparables(reading)
    if len(figures) > MOST:
        return ()
    ends = (0, *sentence_ends(text), len(text))
    places = [bisect_right(ends, figure.span.start, hi=len(ends) - 1) - 1 for figure in figures]
    alike = Counter(zip(places, (_sort(figure) for figure in figures), strict=True))
    return tuple(
        Placed(figure, place, Span(ends[place], ends[place + 1]), alike[place, _sort(figure)] - 1)
        for figure, place in zip(figures, places, strict=True)
    )


def comparables(reading: Reading) -> list[Figure]:
    """The figures of a report's sentences that stand for themselves; those in cells of tables stand in none."""
    text = reading.report.text
    return [figure for figure in reading.figures if comparable(figure) and not in_cell(text, figure.span)]


def comparable(figure: Figure) -> bool:
    """Whether a figure is a number of something that stands for itself, and not a part of another."""
    if figure.kind not in KINDS or figure.part_of is not None or (figure.value is None and figure.bound != "between"):
        return False
    return figure.kind != "count" or figure.value is None or figure.value == int(figure.value)


def _sort(figure: Figure) -> tuple[str, str | None]:
    return figure.kind, figure.counted


def count(reading: Reading, one: Placed) -> Count:
    """A figure with what stands beside it."""
    text, figure, around = reading.report.text, one.figure, one.sentence
    noun = figure.noun.text if figure.noun is not None else ""
    words = [word.lower() for word in WORD.findall(noun)]
    blotted = _blotted(reading, around)
    hidden = [*blotted, figure.span, *([figure.noun.span] if figure.noun is not None else [])]
    near = Span(max(around.start, figure.span.start - BEFORE), min(around.end, figure.span.end + BEHIND))
    ends = [(span.start, span.end) for span in hidden]
    beside, said = (tuple(_telling_words(text, part, ends)) for part in (near, around))
    own = _without(text, around, blotted)
    before = [
        word.lower() for word in WORD.findall(text[max(around.start, figure.span.start - 24) : figure.span.start])
    ]
    low, high = extent(figure)
    return Count(
        figure=figure,
        at=one.at,
        sentence=around,
        low=low,
        high=high,
        noun=stem(words[-1]) if words else "",
        noun_sense=passage(noun),
        beside=_weighed(beside),
        said=_weighed(said),
        sense=passage(" ".join(beside)),
        whole_sense=passage(" ".join(said)),
        words=frozenset(WORD.findall(own.lower())),
        names=frozenset(OWN_S.sub("", name).lower() for name in _NAME.findall(own)),
        places=frozenset(OWN_S.sub("", name).lower() for name in _PLACE.findall(own)),
        listed=one.listed,
        more=not set(table("checks")["conflicts"]["apart"]).isdisjoint(before[-2:]),
    )


def _blotted(reading: Reading, around: Span) -> list[Span]:
    """Dates, and the words for who speaks and that they do: they say nothing of what is counted."""
    sources = (part for row in reading.attributions for part in (row.source, row.cue) if part is not None)
    spans = [span for part in sources for span in part.spans]
    return [span for span in (*spans, *(date.span for date in reading.dates)) if span.meets(around)]


def _without(text: str, around: Span, blotted: Iterable[Span]) -> str:
    """The sentence with these spans as commas."""
    made = around.of(text)
    for span in blotted:
        start, end = max(0, span.start - around.start), min(len(made), span.end - around.start)
        made = made[:start] + "," * (end - start) + made[end:]
    return made


def _telling_words(text: str, part: Span, hidden: Sequence[tuple[int, int]]) -> Iterator[str]:
    """The words of meaning in a part of the text, in lower case, but for those that meet a hidden stretch."""
    empty = words("checks", "empty", "words")
    for found in WORD.finditer(text, part.start, part.end):
        word = found.group().lower()
        if len(word) > 1 and word not in empty:
            start, end = found.span()
            if not any(first < end and start < last for first, last in hidden):
                yield word


def _weighed(words: Iterable[str]) -> dict[str, float]:
    return {stem(word): _weight(word) for word in words}


@lru_cache(maxsize=100_000)
def _weight(word: str) -> float:
    """How much a word tells: the length of its vector."""
    vector = telling(word)
    return sqrt(float(vector @ vector))
