"""Makes of each attribution of a report what claims are compared by: its words, figures, days, names and marks.

Stands alone because it is done once a report, and comparing two statements afterwards must cost next to nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sayso.lexicon import table, words
from sayso.link.actors.known import Known, known_actors
from sayso.link.actors.names import particles
from sayso.link.actors.same import keys_of
from sayso.link.actors.senses import Word, cut
from sayso.link.claims.marks import Mark, marks
from sayso.link.claims.quantities import Quantity, clock, days, quantity
from sayso.parse.meaning import unit

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence
    from typing import TypeVar

    from sayso.model import Act, Attribution, Date, Figure, Mode, Passage, Reading, Span

Floats = NDArray[np.float32]
WIDTH = 128
LONGEST = 3_000
"""Characters of a content that are compared, so that a speech told whole costs no more than a long passage."""
_DIGITS = re.compile(r"(?<![\w.-])\d{1,3}(?:,\d{3})+(?![\w])|(?<![\w.,:-])\d{1,9}(?![\w]|[.,:]\d)")


if TYPE_CHECKING:
    Row = TypeVar("Row", Figure, Date)


@dataclass(frozen=True, eq=False)
class Statement:
    """One attribution made ready to be compared.

    `words` are all words of the content in order; `telling` indexes those that carry meaning, with their unit vectors
    (`senses`) and how much each tells (`weights`). `vector` is the whole content's. `names` are its runs of capitals,
    `days` its dates, `day` when it was said, else published; `forms` all dictionary forms of its words. `actor_keys`
    are those of its actor. `bigrams` are its pairs of neighbouring words; `scene` is what its report names,
    `said` the cue and the words.
    """

    report: str
    row: str
    actor: Known | None
    text: str
    mode: Mode
    act: Act
    actor_keys: frozenset[str]
    day: str | None
    quantities: tuple[Quantity, ...]
    days: tuple[str, ...]
    names: frozenset[tuple[str, ...]]
    order: frozenset[str]
    marks: tuple[Mark, ...]
    words: tuple[Word, ...]
    forms: frozenset[str]
    telling: tuple[int, ...]
    senses: Floats
    weights: Floats
    vector: Floats
    bigrams: frozenset[tuple[str, str]]
    scene: frozenset[str]
    said: str

    @cached_property
    def weighs(self) -> np.float32:
        """How much its words tell in all."""
        total: np.float32 = self.weights.sum()
        return total

    @cached_property
    def bag(self) -> frozenset[str]:
        """Its words, whatever their order."""
        return frozenset(word.low for word in self.words)

    @cached_property
    def alike(self) -> tuple[Hashable, ...]:
        """What a decision reads: two statements of one report for which it is the same are told again word for word."""
        who = self.actor.actor.id if self.actor else None
        told = (self.said, self.text, self.mode, self.act, self.day, self.quantities, self.days, self.marks)
        return (self.report, who, *told)


@dataclass(frozen=True, slots=True)
class Rows:
    """A report's figures and dates in the order of the text, to be looked up by place."""

    reading: Reading
    figures: tuple[Figure, ...]
    dates: tuple[Date, ...]
    starts: tuple[tuple[int, ...], tuple[int, ...]]


def rows(reading: Reading) -> Rows:
    """The rows of a report, laid out once for all its statements."""
    figures = tuple(sorted(reading.figures, key=lambda figure: figure.span))
    dates = tuple(sorted(reading.dates, key=lambda date: date.span))
    starts = tuple(figure.span.start for figure in figures), tuple(date.span.start for date in dates)
    return Rows(reading, figures, dates, starts)


def statements(reading: Reading, actors: dict[str, Known] | None = None) -> tuple[Statement, ...]:
    """What each attribution of the report states, in their order; `actors` are its report's, where they are known."""
    actors = known_actors(reading) if actors is None else actors
    laid = rows(reading)
    by_actor = {name: keys_of(known) for name, known in actors.items()}
    scene = next((known.scene for known in actors.values()), None)
    return tuple(
        statement(laid, row.content, actors.get(row.speaker or ""), row, by_actor.get(row.speaker or ""), scene)
        for row in reading.attributions
    )


def statement(
    laid: Rows,
    content: Passage,
    actor: Known | None,
    row: Attribution | None,
    met: frozenset[str] | None = None,
    scene: frozenset[str] | None = None,
) -> Statement:
    """One content of a report, given to `actor`; `row` says how it is told, where the reader found it.

    `met` are the actor's keys, where they are known already, and `scene` is what the report names.
    """
    words = cut(content.text[:LONGEST])
    telling = tuple(i for i, word in enumerate(words) if word.telling)
    names = _names(words, begins=_begins(laid.reading.report.text, content))
    named = {part for run in names for part in run}
    flat = np.concatenate([words[i].sense for i in telling]) if telling else np.zeros(0, dtype=np.float32)
    senses = flat.reshape(-1, WIDTH)
    weights = np.array(
        [words[i].weight * (1.0 if named.isdisjoint(words[i].parts) else _NAME) for i in telling], dtype=np.float32
    )
    figures = _inside(laid.figures, laid.starts[0], content.spans)
    dates = _inside(laid.dates, laid.starts[1], content.spans)
    counted = [made for figure in figures if (made := quantity(figure))]
    clocks = [hour for figure in figures if (hour := clock(figure))]
    taken = [*(figure.span for figure in figures), *(date.span for date in dates)]
    day = (row and row.said) or laid.reading.report.published
    return Statement(
        report=laid.reading.report.id,
        row=row.id if row else "",
        actor=actor,
        text=content.text,
        mode=row.mode if row else "indirect",
        act=row.act if row else "assert",
        actor_keys=(keys_of(actor) if actor else frozenset()) if met is None else met,
        day=day[:10] if day else None,
        quantities=(*counted, *_numerals(laid.reading.report.text, content.spans, taken), *_times(words)),
        days=(*days(dates, [_before(laid.reading.report.text, row.span) for row in dates]), *clocks),
        names=names,
        order=_order().intersection(word.low for word in words),
        marks=marks(words, _mark_of(laid.reading, row)),
        words=words,
        forms=frozenset[str]().union(*(word.forms for word in words)),
        telling=telling,
        senses=senses,
        weights=weights,
        vector=unit(weights @ senses),
        bigrams=frozenset(pairwise(word.low for word in words if not word.stop)),
        scene=scene if scene is not None else actor.scene if actor else frozenset(),
        said=f"{row.cue.text} {content.text}" if row and row.cue else content.text,
    )


def _mark_of(reading: Reading, row: Attribution | None) -> str | None:
    """What the cue itself does to the content; a denial that is not made ("did not rule out") leaves it possible."""
    if row is None:
        return None
    denied = _denied(reading, row)
    if row.act == "deny":
        return "possible" if denied else "negation"
    if denied:
        return "turned"
    return "must" if row.act == "demand" else None


def _denied(reading: Reading, row: Attribution) -> bool:
    """Whether the cue is itself denied: "did not know", "are not looking for"."""
    if row.cue is None or not row.cue.spans:
        return False
    start = row.cue.spans[0].start
    before = _CLAUSE.split(reading.report.text[max(0, start - _WITHIN) : start])[-1].split()[-_AUXILIARIES:]
    told = " ".join((*before, row.cue.text)).casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return not words("opposites", "negation", "cues").isdisjoint(told.replace("n't", " not").split())


_CLAUSE = re.compile(r"[^\w\s'\N{RIGHT SINGLE QUOTATION MARK}-]")
_WITHIN, _AUXILIARIES = 40, 2
"""A denial stands so near before a cue, in characters and in words ("did not yet know")."""


def _before(text: str, span: Span) -> str:
    """The word before a date."""
    return next(iter(text[max(0, span.start - _BEFORE) : span.start].casefold().split()[-1:]), "")


_BEFORE = 12
_NAME = 0.7
"""A name says what is spoken of more than what is said of it."""


def _inside(found: Sequence[Row], starts: Sequence[int], spans: Iterable[Span]) -> list[Row]:
    """The rows that share characters with any of the spans."""
    kept = []
    for span in spans:
        at = max(0, bisect_left(starts, span.start) - 1)
        while at < len(found) and starts[at] < span.end:
            if found[at].span.meets(span):
                kept.append(found[at])
            at += 1
    return kept


def _numerals(text: str, spans: Iterable[Span], taken: Sequence[Span]) -> Iterator[Quantity]:
    """Numbers in digits that are no row of figures or dates: "of 64 wells 16 contained"."""
    for span in spans:
        for match in _DIGITS.finditer(text, span.start, span.end):
            if not any(row.start < match.end() and match.start() < row.end for row in taken):
                number = float(match.group().replace(",", ""))
                yield Quantity("count", None, number, number, 0, match.group())


def _times(words: Sequence[Word]) -> tuple[Quantity, ...]:
    """How many times over something is, where a word and no number says so: "doubled", "twice"."""
    listed: dict[str, float] = table("opposites")["several"]["times"]
    low = f" {' '.join([word.low for word in words])} "
    found = [(form, times) for form, times in listed.items() if f" {form} " in low]
    return tuple(Quantity("times", None, times, times, 0, form) for form, times in found)


def _begins(text: str, content: Passage) -> bool:
    """Whether a content begins a sentence; words that another's sentence goes on with ("said Shepard had") do not."""
    start = content.spans[0].start
    before = text[max(0, start - _WITHIN) : start].rstrip(" ")
    return not before or not (before[-1].isalnum() or before[-1] == ",")


def _names(words: Sequence[Word], *, begins: bool) -> frozenset[tuple[str, ...]]:
    """The runs of capitals of a content; what `begins` a sentence is a name only where it is no dictionary word."""
    runs: list[list[str]] = [[]]
    for word, following in zip(words, (*words[1:], None), strict=False):
        if word.stop:
            begins = begins or word.low in ".!?"
            runs.append([])
            continue
        alone = following is None or not following.capital
        if word.capital and not (begins and (not word.telling or (word.everyday and alone))):
            runs[-1] += word.parts
        elif word.low not in particles():
            runs.append([])
        begins = False
    return frozenset(tuple(run) for run in runs if run and any(run))


def _order() -> frozenset[str]:
    return words("comparing", "order", "words")
