"""Turns a report's figures into counts that can be set against another report's: of what, of whom, when, and by whom.

Stands alone because three rules compare figures, and each must first know which numbers are counts of the whole at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sayso.check.counting import extent
from sayso.check.counts import MOST, Count, Placed, comparables, count, placed
from sayso.lexicon import either, table
from sayso.link.misfits.quantities import CROWD, PEOPLE, VOTES, Start, counted, filmed, people, start_of
from sayso.link.misfits.spelling import words_in
from sayso.model import Span
from sayso.read.iso import ordinal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.link.misfits.sources import Source
    from sayso.link.misfits.telling import Sentence, Telling
    from sayso.model import Attribution, Figure, Reading

_FLYING = frozenset(("munitions", "shot down"))
FIXED = frozenset((CROWD, VOTES))
LEAST = 2
ABOUT = 0.15
"""The share by which "about" reaches either way between two reports."""
_SPELL = re.compile(
    r"\b(?:in|over|during|for|within) (?:the )?(?:past|last|previous|preceding|first) (?:[a-z0-9]+[ -])?"
    r"(?:hours?|days?|weeks?|months?|years?)\b(?!-old)|\bthis (?:week|month|year)\b|\b(?:daily|weekly|each day)\b"
    r"(?! (?:bulletin|report|briefing|update|newsletter|statement|news|press))"
    r"|\b(?:in|over|during|within) (?:[0-9]+|two|three|four|five|six|ten|several) (?:hours|days|weeks|months|years)\b",
    re.IGNORECASE,
)
_OF_THEM = tuple(f"of {word}" for word in table("between")["parts"]["them"])
_OF_THE = re.compile(rf"\b(?:of the|{either(_OF_THEM)})\b", re.IGNORECASE)
_PART = re.compile(rf"\b(?:{either((*_OF_THEM, *table('between')['parts']['among']))})\b", re.IGNORECASE)
_MORE = re.compile(rf"\b(?:more(?! than)|{either(table('between')['parts']['more'])})\b", re.IGNORECASE)
_COULD = re.compile(rf"\b(?:{either(table('between')['parts']['could'])})\b")  # no "May"
_UNSURE_ACTS = frozenset(("demand", "ask", "promise", "threaten", "predict", "deny"))


@dataclass(frozen=True, slots=True, eq=False)
class Toll:
    """A figure as it is compared with another report's.

    `who`: classes of the people counted, `whose`: the other words of the population. `source` null: the outlet's own
    voice. `as_of`: the day that it counts to. `start`: what it is counted from, null without one.
    """

    figure: Figure
    sentence: Sentence
    row: Attribution | None
    source: Source | None
    counted: str
    who: frozenset[str]
    whose: frozenset[str]
    low: float
    high: float
    as_of: int | None
    start: Start | None
    spell: bool
    part: bool
    counts: Counted

    @property
    def count(self) -> Count:
        """What stands beside it."""
        return self.counts.of(self.figure)

    @property
    def person(self) -> bool:
        """Whether people are counted, by name or by what befell them ("5,230 arrests")."""
        return self.figure.unit == "person" or bool(table("counted").get(self.figure.counted or "", {}).get("person"))

    @property
    def fixed(self) -> bool:
        """Whether it is a count or a sum that stands once it is known: of money, votes, those who came."""
        return self.figure.kind in ("money", "percent") or self.counted in FIXED

    @property
    def plain(self) -> bool:
        """Whether what is counted says nothing of what befell it, so that the words around must."""
        return self.counted in (PEOPLE, CROWD) or " " in self.counted.removeprefix("killed or wounded")

    @property
    def flown(self) -> frozenset[str]:
        """How far what flies came, where that is counted: sent off, stopped on its way, or home."""
        told = table("between")["flown"].items() if self.counted in _FLYING else ()
        return frozenset(name for name, verbs in told if not self.sentence.words.isdisjoint(verbs))


class Counted:
    """What stands beside the figures of a report, made for each when it is asked for: most are never compared."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._made: dict[str, Count] = {}

    @cached_property
    def _placed(self) -> dict[str, Placed]:
        return {one.figure.id: one for one in placed(self._reading)}

    def of(self, figure: Figure) -> Count:
        """What stands beside one of them."""
        if figure.id not in self._made:
            self._made[figure.id] = count(self._reading, self._placed[figure.id])
        return self._made[figure.id]


def tolls(told: Telling) -> tuple[Toll, ...]:
    """The figures of a report that may be compared, in text order."""
    return tuple(_tolls(told))


def _tolls(told: Telling) -> Iterator[Toll]:
    reading = told.reading
    rows = {row.id: row for row in reading.attributions}
    figures = comparables(reading)
    beside = Counted(reading)
    for figure in figures if len(figures) <= MOST else ():
        sentence = told.sentence(figure.span.start)
        row = rows.get(figure.attribution or "")
        if sentence is None or not _compared(figure) or (row is not None and row.act in _UNSURE_ACTS):
            continue
        if not (sentence.head or sentence.before or _change(told, figure) or _apart(told, figure, sentence)):
            yield _toll(told, figure, beside, sentence, row)


def _compared(figure: Figure) -> bool:
    """Whether the row is a number of something, and not a label ("platform 3") or too small to tell things apart."""
    label = figure.noun is not None and 0 <= figure.span.start - figure.noun.span.end <= 1
    if label and figure.kind == "count":
        return False
    most = figure.value if figure.value is not None else figure.high
    return most is None or most >= LEAST


def _toll(told: Telling, figure: Figure, beside: Counted, sentence: Sentence, row: Attribution | None) -> Toll:
    who, whose = people(_named_by(told, figure, sentence))
    low, high = extent(figure, ABOUT)
    return Toll(
        figure=figure,
        sentence=sentence,
        row=row,
        source=told.speaker(row),
        counted=counted(told, figure, sentence),
        who=who,
        whose=whose,
        low=low,
        high=high,
        as_of=_as_of(told, figure, sentence, row),
        start=start_of(told, sentence, figure),
        spell=_SPELL.search(sentence.span.of(told.text)) is not None,
        part=_is_part(told, figure, sentence),
        counts=beside,
    )


def _named_by(told: Telling, figure: Figure, sentence: Sentence) -> Figure:
    """The figure whose noun says whom a number counts: itself, or the one before ("three fighters, not twelve")."""
    if figure.noun is not None or figure.counted is None:
        return figure
    span = Span(sentence.span.start, figure.span.start)
    before = [one for one in told.reading.figures if span.holds(one.span) and one.unit == "person"]
    return before[-1] if before and before[-1].noun is not None else figure


def _as_of(told: Telling, figure: Figure, sentence: Sentence, row: Attribution | None) -> int | None:
    """The day that a count was told: as printed, of its utterance, or of its report."""
    known = ordinal(figure.as_of) or (ordinal(row.said) if row is not None else None)
    if known is not None:
        return known
    days = [day.at for day in sentence.days if day.told]
    return days[0] if len(days) == 1 else told.published


def _change(told: Telling, figure: Figure) -> bool:
    """Whether the number is by how much a count rose or fell, or what it rose or fell from; the one reached counts."""
    before = words_in(told.text[max(0, figure.span.start - 6) : figure.span.start])
    return "from" in before or (figure.trend is not None and "to" not in before)


def _apart(told: Telling, figure: Figure, sentence: Sentence) -> bool:
    """Whether the number is added to another, is of what may come, or of what is seen in a film."""
    near = told.text[max(sentence.span.start, figure.span.start - 20) : figure.span.end + 7]
    before = told.text[max(sentence.span.start, figure.span.start - 40) : figure.span.start]
    return filmed(sentence.words) or _MORE.search(near) is not None or _COULD.search(before) is not None


def _is_part(told: Telling, figure: Figure, sentence: Sentence) -> bool:
    before = told.text[max(sentence.span.start, figure.span.start - 24) : figure.span.start]
    after = told.text[figure.span.end : figure.span.end + 14]
    if any(before.lower().rstrip().endswith((words, f"{words} the")) for words in table("between")["parts"]["of"]):
        return True
    return (
        _PART.search(before) is not None
        or _OF_THE.search(figure.text) is not None
        or after.lstrip(" ,").startswith(_OF_THEM)
    )
