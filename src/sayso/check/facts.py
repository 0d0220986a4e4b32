"""The rows of a reading as the rules want them: dates as moments, what happened at each, sentences around a span.

Stands alone because rules are arithmetic, and this is where a report's print and syntax become what can be compared.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING

from sayso.check.corrections import taken_back
from sayso.check.counts import Count, counts
from sayso.check.events import Event, occurrence, occurrences
from sayso.check.lengths import Told, told_lengths
from sayso.check.moments import Moment, moment, of_day
from sayso.check.people import People, people
from sayso.check.sentences import sentence_ends
from sayso.model import Date, Span
from sayso.parse.labels import LANDS_AND_PEOPLES
from sayso.parse.stamps import posts
from sayso.read.iso import ordinal

if TYPE_CHECKING:
    from sayso.model import Reading
    from sayso.stages import Cleaned, Parsed

_STOP = re.compile(r"[.!?:][\"'\u2019\u201d)\]]*\s*$")
_PUBLICATION = Date("now", Span(0, 0), "the day of publication", "DATE", "", None, None)


@dataclass(frozen=True)
class Facts:
    """A reading and what it was cleaned from, with its dates as numbers; `parsed` has the syntax around its rows."""

    reading: Reading
    cleaned: Cleaned
    parsed: Parsed | None = None

    @property
    def text(self) -> str:
        """The report's text."""
        return self.reading.report.text

    @cached_property
    def published(self) -> int | None:
        """The ordinal of the day of publication."""
        return ordinal(self.reading.report.published)

    @cached_property
    def now(self) -> Moment | None:
        """The day of publication; its row stands nowhere in the text."""
        return None if self.published is None else of_day(_PUBLICATION, self.published)

    @cached_property
    def headline(self) -> int:
        """Where the paragraphs end that stand over the report and end in no full stop; 0 where there are none."""
        above = takewhile(lambda part: not _STOP.search(part.span.of(self.text)), self.cleaned.paragraphs)
        ends = [part.span.end for part in above]
        return ends[-1] if ends and len(ends) < len(self.cleaned.paragraphs) else 0

    @cached_property
    def moments(self) -> tuple[Moment, ...]:
        """Date rows without a modifier, in text order."""
        return tuple(found for row in self.reading.dates if (found := moment(row, self.published)) is not None)

    @cached_property
    def days(self) -> tuple[Moment, ...]:
        """Those of a day, month or year; a clock time is its day."""
        days = (of_day(one.row, one.day) if one.grain == "clock" else one for one in self.moments)
        return tuple(one for one in days if one.grain in ("day", "month", "year"))

    @cached_property
    def wide(self) -> tuple[Moment, ...]:
        """Date rows with a modifier, as the whole that is named ("the end of September")."""
        rows = (moment(row, self.published, wide=True) for row in self.reading.dates if row.mod is not None)
        return tuple(row for row in rows if row is not None)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """What happened at each date, in text order; none without a parse."""
        if self.parsed is None:
            return ()
        found = ((row, moment(row, self.published, wide=True)) for row in self.reading.dates)
        parsed = self.parsed
        return tuple(event for row, when in found if when is not None for event in occurrences(parsed, row.span, when))

    @cached_property
    def lengths(self) -> tuple[tuple[Told, Event | None], ...]:
        """Lengths of time, each with the clause that it stands in."""
        told = told_lengths(self.reading)
        if self.parsed is None:
            return tuple((one, None) for one in told)
        parsed = self.parsed
        return tuple((one, occurrence(parsed, one.span, None)) for one in told)

    @cached_property
    def counts(self) -> tuple[Count, ...]:
        """The figures that can be compared, with what stands beside them."""
        return counts(self.reading)

    @cached_property
    def taken_back(self) -> frozenset[str]:
        """The ids of figures that the report takes back."""
        return frozenset(taken_back(self.reading))

    @cached_property
    def people(self) -> People:
        """The persons that the report names; none without a parse."""
        return people(self.parsed)

    @cached_property
    def places(self) -> frozenset[str]:
        """The words, in lower case, of which the names of places are made."""
        entities = self.parsed.entities if self.parsed is not None else ()
        names = (one.span.of(self.text).lower() for one in entities if one.label in LANDS_AND_PEOPLES)
        people = {word.lower() for one in entities if one.label == "PERSON" for word in one.span.of(self.text).split()}
        return frozenset(word for name in names for word in name.split()) - people

    @cached_property
    def posts(self) -> tuple[tuple[int, int], ...]:
        """Where each post of a live page begins, and its minutes since midnight, in text order."""
        return tuple(posts(self.text))

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        return sentence_ends(self.text)

    def tokens(self, span: Span) -> range:
        """The tokens of a span; none without a parse."""
        return self.parsed.tokens_in(span) if self.parsed is not None else range(0)

    def together(self, one: Span, two: Span) -> bool:
        """Whether no sentence ends between two spans (a full stop and a capital, a semicolon or a blank line)."""
        low, high = min(one.end, two.end), max(one.start, two.start)
        place = bisect_left(self._ends, low)
        return place == len(self._ends) or self._ends[place] > high

    def sentence_end(self, at: int) -> int:
        """Where the sentence that holds the offset `at` ends: the next such mark, or the end of the text."""
        return self._ends[place] if (place := bisect_right(self._ends, at)) < len(self._ends) else len(self.text)

    def sentence_start(self, at: int) -> int:
        """Where the sentence that holds the offset `at` starts: behind the last such mark, or the start of the text."""
        return self._ends[place - 1] if (place := bisect_right(self._ends, at)) else 0

    def between(self, one: Span, two: Span) -> str:
        """The characters between the end of one span and the start of the next, white space as one blank."""
        return " ".join(self.text[one.end : two.start].split())

    def before(self, span: Span, length: int = 60) -> str:
        """Up to `length` characters before a span, in lower case, white space as one blank."""
        return " ".join(self.text[max(0, span.start - length) : span.start].lower().split())

    def after(self, span: Span, length: int = 60) -> str:
        """Up to `length` characters after a span, in lower case, white space as one blank."""
        return " ".join(self.text[span.end : span.end + length].lower().split())
