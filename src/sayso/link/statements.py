"""Makes of each attribution of a report what claims are compared by: its words, figures, days, names and marks.

Stands alone because it is done once a report, and comparing two statements afterwards must cost next to nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sayso.lexicon import table
from sayso.link.known import Known, known_actors
from sayso.link.marks import Mark, marks
from sayso.link.names import folded
from sayso.link.places import country
from sayso.link.quantities import Quantity, clock, days, quantity
from sayso.link.senses import Word, cut, dictionary, sense
from sayso.parse.meaning import unit
from sayso.resolve.terms import is_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sayso.model import Act, Attribution, Mode, Passage, Reading, Span

Floats = NDArray[np.float32]
_DIGITS = re.compile(r"(?<![\w.-])\d{1,3}(?:,\d{3})+(?![\w])|(?<![\w.,-])\d{1,9}(?![\w]|[.,]\d)")


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """One attribution made ready to be compared.

    `words` are all words of the content in order; `telling` indexes those that carry meaning, with their unit vectors
    (`senses`) and how much each tells (`weights`). `vector` is the whole content's. `names` are its runs of capitals,
    `days` its dates, `day` when it was said, else published.
    """

    report: str
    row: str
    actor: Known | None
    text: str
    mode: Mode
    act: Act
    day: str | None
    quantities: tuple[Quantity, ...]
    days: tuple[str, ...]
    names: frozenset[tuple[str, ...]]
    order: frozenset[str]
    marks: tuple[Mark, ...]
    words: tuple[Word, ...]
    telling: tuple[int, ...]
    senses: Floats
    weights: Floats
    vector: Floats


def statements(reading: Reading) -> tuple[Statement, ...]:
    """What each attribution of the report states, in their order; thoughts that nobody uttered are left out."""
    actors = known_actors(reading)
    return tuple(statement(reading, row.content, actors.get(row.speaker or ""), row) for row in reading.attributions)


def statement(reading: Reading, content: Passage, actor: Known | None, row: Attribution | None) -> Statement:
    """One content of the report, given to `actor`; `row` says how it is told, where the reader found it."""
    text = content.text
    words = cut(text)
    telling = tuple(i for i, word in enumerate(words) if word.telling)
    found = [sense(country(words[i].low) if words[i].raw[0].isupper() else words[i].low) for i in telling]
    width = 128
    senses = np.stack([vector for vector, _ in found]) if found else np.zeros((0, width), dtype=np.float32)
    names = _names(words)
    named = {part for run in names for part in run}
    weights = np.array(
        [
            length * (_NAME if named.intersection(folded(words[i].low).split()) else 1.0)
            for i, (_, length) in zip(telling, found, strict=True)
        ],
        dtype=np.float32,
    )
    total = senses.T @ weights if found else np.zeros(width, dtype=np.float32)
    figures = [figure for figure in reading.figures if _within(figure.span, content.spans)]
    counted = (quantity(figure) for figure in figures)
    clocks = (hour for figure in figures if (hour := clock(figure)))
    day = (row and row.said) or reading.report.published
    act = row.act if row else "assert"
    return Statement(
        report=reading.report.id,
        row=row.id if row else "",
        actor=actor,
        text=text,
        mode=row.mode if row else "indirect",
        act=act,
        day=day[:10] if day else None,
        quantities=(*(made for made in counted if made), *_numerals(reading, content.spans), *_times(words)),
        days=(*days(date for date in reading.dates if _within(date.span, content.spans)), *clocks),
        names=names,
        order=frozenset(word.low for word in words) & frozenset(table("comparing")["order"]["words"]),
        marks=marks(words, _mark_of(reading, row)),
        words=words,
        telling=telling,
        senses=senses,
        weights=weights,
        vector=unit(total.astype(np.float32)),
    )


def _mark_of(reading: Reading, row: Attribution | None) -> str | None:
    """What the cue itself does to the content; a denial that is not made ("did not rule out") leaves it possible."""
    if row is None or row.act not in {"deny", "demand"}:
        return None
    cue = row.cue.spans[0] if row.cue and row.cue.spans else None
    before = (
        reading.report.text[max(0, cue.start - _BEFORE) : cue.start].casefold().replace("n't", " not") if cue else ""
    )
    if {"not", "never", "cannot"} & set(before.split()):
        return "possible" if row.act == "deny" else None
    return "negation" if row.act == "deny" else "must"


_BEFORE = 12
_NAME = 0.7
"""A name says what is spoken of more than what is said of it."""


def _within(span: Span, spans: Iterable[Span]) -> bool:
    return any(one.meets(span) for one in spans)


def _numerals(reading: Reading, spans: Iterable[Span]) -> Iterator[Quantity]:
    """Numbers in digits that are no row of figures or dates: "of 64 wells 16 contained"."""
    text = reading.report.text
    rows = [*(row.span for row in reading.figures), *(row.span for row in reading.dates)]
    for span in spans:
        for match in _DIGITS.finditer(text, span.start, span.end):
            if not any(row.start < match.end() and match.start() < row.end for row in rows):
                number = float(match.group().replace(",", ""))
                yield Quantity("count", None, number, number, 0, match.group())


def _times(words: Sequence[Word]) -> tuple[Quantity, ...]:
    """How many times over something is, where a word and no number says so: "doubled", "twice"."""
    listed: dict[str, float] = table("opposites")["several"]["times"]
    low = " ".join(word.low for word in words)
    found = [(form, times) for form, times in listed.items() if f" {form} " in f" {low} "]
    return tuple(Quantity("times", None, times, times, 0, form) for form, times in found)


def _names(words: Sequence[Word]) -> frozenset[tuple[str, ...]]:
    """The runs of capitals of a content; what begins a sentence is a name only where it is no dictionary word."""
    particles = frozenset(table("transliteration")["particles"]["words"])
    runs: list[list[str]] = [[]]
    begins = True
    for word in words:
        if word.stop:
            begins = begins or word.low in ".!?"
            runs.append([])
            continue
        capital = word.raw[0].isupper() and len(word.low) > 1 and word.low not in _never() and not is_title(word.raw)
        if capital and not (begins and (not word.telling or dictionary(word.low))):
            runs[-1] += [part for part in folded(word.low).split() if part not in particles]
        elif word.low not in particles:
            runs.append([])
        begins = False
    return frozenset(tuple(run) for run in runs if run and any(run))


@cache
def _never() -> frozenset[str]:
    """Words with a capital that name nobody and no place."""
    calendar = table("comparing")["calendar"]
    return frozenset({"i", *calendar["weekdays"], *calendar["months"]})
