"""The rows of a reading as the rules want them: dates as days, lengths as days, sentences around a span.

Stands alone because rules are arithmetic, and this is where printed values become numbers.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from sayso.check.events import Event, dated_events
from sayso.check.people import People, people

if TYPE_CHECKING:
    from sayso.model import Date, Reading, Span
    from sayso.stages import Cleaned, Parsed

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T.*)?")
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_YEAR = re.compile(r"[0-9]{4}")
_LENGTH = re.compile(r"P([0-9]{1,6})([DWMY])")
_PRINTED_YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
_SENTENCE_END = re.compile(r"[.!?][\"'\u2019\u201d)\]]*\s+(?=[\"'\u2018\u201c(]?[A-Z])|\n\s*\n|;")
DAYS = {"D": 1.0, "W": 7.0, "M": 30.436875, "Y": 365.2425}  # of a Gregorian month and year on average
UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}


@dataclass(frozen=True, slots=True)
class Days:
    """A date row as its first and last day (ordinals); `grain` is ``day``, ``month`` or ``year``."""

    row: Date
    first: int
    last: int
    grain: str

    @property
    def with_year(self) -> bool:
        """Whether its words print the year."""
        return _PRINTED_YEAR.search(self.row.text) is not None

    @property
    def name(self) -> str:
        """The day, month or year in words ("4 March 2021")."""
        when = date.fromordinal(self.first)
        if self.grain == "year":
            return str(when.year)
        return f"{when.day} {when:%B} {when.year}" if self.grain == "day" else f"{when:%B} {when.year}"


@dataclass(frozen=True, slots=True)
class Length:
    """A duration row as one number of one unit (``D``, ``W``, ``M``, ``Y``)."""

    row: Date
    amount: int
    unit: str

    @property
    def name(self) -> str:
        """The length in words ("6 weeks")."""
        return count(self.amount, UNITS[self.unit])


def count(number: int, noun: str) -> str:
    """The number with its noun: "1 day", "23 days"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


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
    def days(self) -> tuple[Days, ...]:
        """Date rows of a day, month or year without a modifier, in text order."""
        return tuple(found for row in self.reading.dates if (found := _days(row)) is not None)

    @cached_property
    def lengths(self) -> tuple[Length, ...]:
        """Duration rows of one number of one unit, in text order; with any modifier."""
        return tuple(found for row in self.reading.dates if (found := _length(row)) is not None)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """What happened at each date, in text order; none without a parse."""
        return dated_events(self.reading.dates, self.parsed)

    @cached_property
    def people(self) -> People:
        """The persons that the report names; none without a parse."""
        return people(self.parsed)

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        return tuple(match.end() for match in _SENTENCE_END.finditer(self.text))

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


def ordinal(value: str | None) -> int | None:
    """The ordinal of the day that an ISO 8601 date or date-time begins with; null where there is none."""
    try:
        return date.fromisoformat(value[:10]).toordinal() if value else None
    except ValueError:
        return None


def _days(row: Date) -> Days | None:
    if row.type not in ("DATE", "TIME") or row.mod is not None:
        return None
    try:
        if (match := _DAY.fullmatch(row.value)) is not None:
            first = date(int(match[1]), int(match[2]), int(match[3])).toordinal()
            return Days(row, first, first, "day")
        if (match := _MONTH.fullmatch(row.value)) is not None:
            year, month = int(match[1]), int(match[2])
            after = date(year + month // 12, month % 12 + 1, 1)
            return Days(row, date(year, month, 1).toordinal(), after.toordinal() - 1, "month")
        if _YEAR.fullmatch(row.value) is not None:
            year = int(row.value)
            return Days(row, date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal(), "year")
    except ValueError:
        return None
    return None


def _length(row: Date) -> Length | None:
    match = _LENGTH.fullmatch(row.value) if row.type == "DURATION" else None
    return None if match is None else Length(row, int(match[1]), match[2])
