"""Lengths of time as a report tells them, in minutes, and whether the time between two moments is such a length.

Stands alone because all rules on lengths round units in one way, and let go what any two dates of a report explain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from sayso.check.moments import DAY, Moment
from sayso.check.nths import nths
from sayso.lexicon import either, table, words
from sayso.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.model import Bound, Reading

UNITS = {"hour": 60.0, "day": DAY, "week": 7.0 * DAY, "month": 30.436875 * DAY, "year": 365.2425 * DAY}
# Minutes by which a time may be shorter, and longer, than a length that is told of it. Longer units count what is
# completed ("three years" of three years and ten months) more often than they round up.
SHORTER = {"hour": 60.0, "day": 1.0 * DAY, "week": 4.0 * DAY, "month": 17.0 * DAY, "year": 220.0 * DAY}
LONGER = {"hour": 59.0, "day": 1.0 * DAY, "week": 6.0 * DAY, "month": 27.0 * DAY, "year": 364.0 * DAY}
SHARE = 0.03  # of the length, besides
ROUND = 300  # days from which a number of them may be rounded
ROUGH = 0.25  # of the length, besides, where a rounding word stands before it
YEAR = 365 * DAY
ALIKE = 2.2  # times that a miscount is at most off by; what is farther off is the length of something else
COARSE = {
    "hour": ("clock",),
    "day": ("clock", "day"),
    "week": ("clock", "day"),
    "month": ("clock", "day", "week", "month"),
}
MUCH_MORE = 1.6  # times a length beyond which nobody calls a time "more than" it
MOST = 60  # dates that are tried in pairs
FEW = 3  # of the first days of something nobody counts wrong, and many things have days of their own
_DAY = re.compile(r"\b(Day|Week|Month) ([0-9]{1,4})\b(?= of\b)")
_OF = re.compile(rf" (?:of|in) (?:(?:{either(words('checks', 'lengths', 'of_articles'))}) )?([A-Za-z]+)")
_OF_MONTH = tuple(f"of {month.capitalize()}" for month in table("dates")["months"])
_OF_CALENDAR = re.compile(rf" (?:{either((*_OF_MONTH, *words('checks', 'lengths', 'of_calendar')))})\b")


@dataclass(frozen=True, slots=True)
class Told:
    """A length as printed: so many of one unit, with its bound; `nth`: the last of them has only begun."""

    amount: float
    unit: str
    bound: Bound
    span: Span
    text: str
    nth: bool = False

    @property
    def minutes(self) -> float:
        """The length in minutes, months and years on average."""
        return self.amount * UNITS[self.unit]


def count(number: int, noun: str) -> str:
    """The number with its noun: "1 day", "23 days"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def told_lengths(reading: Reading) -> list[Told]:
    """The lengths of one number of hours, days, weeks, months or years, but for single units."""
    found = []
    for figure in reading.figures:
        value, unit = figure.low if figure.value is None else figure.value, figure.unit or ""
        if (
            figure.kind == "duration"
            and unit in UNITS
            and value is not None
            and value > 1
            and figure.bound != "between"
        ):
            found.append(Told(float(value), unit, figure.bound, figure.span, figure.text))
    return found + list(_numbered(reading.report.text))


def _numbered(text: str) -> Iterator[Told]:
    """Units that are counted from a beginning: "Day 44 of the siege", "the third week of the strike"."""
    rows = [(int(match[2]), Span(*match.span()), match[1]) for match in _DAY.finditer(text)]
    apart = set(table("checks")["lengths"]["sittings"])
    for number, span, unit in (*rows, *nths(text, ("day", "week"))):
        of = _OF.match(text, span.end)
        if number > FEW and not _OF_CALENDAR.match(text, span.end) and not (of and of[1].lower() in apart):
            yield Told(float(number), unit.lower(), "exact", span, span.of(text), nth=True)


def between(start: Moment, end: Moment) -> tuple[int, int]:
    """The least and most minutes from one moment to the other, of days from the same time of the day."""
    if start.grain == end.grain == "clock":
        return end.first - start.first, end.first - start.first
    return (end.first // DAY - start.last // DAY) * DAY, (end.last // DAY - start.first // DAY) * DAY


def fits(told: Told, low: int, high: int) -> bool:
    """Whether the length is one between `low` and `high` minutes, within what its unit and its bound leave open."""
    if told.nth:
        one = UNITS[told.unit]
        return low <= told.minutes + DAY and high >= told.minutes - one - max(DAY, SHARE * told.minutes)
    share = 0 if told.unit == "day" and told.amount < ROUND else SHARE
    slack = (share + (ROUGH if told.bound == "about" else 0)) * told.minutes
    least, most = told.minutes - SHORTER[told.unit] - slack, told.minutes + LONGER[told.unit] + slack
    if told.bound == "about":
        least, most = least - UNITS[told.unit] / 2, most + UNITS[told.unit] / 2
    above = told.bound in ("less_than", "at_most") or high >= least
    return above and (told.bound in ("more_than", "at_least") or low <= most)


def plausible(told: Told, low: int, high: int, alike: float = ALIKE) -> bool:
    """Whether the length may be a miscount of that time."""
    return 0 < low / alike <= told.minutes <= high * alike


def explained(told: Told, moments: Iterable[Moment]) -> str | None:
    """The two moments that such a length is between, in words; null where there are none."""
    known = [when for when in moments if told.unit == "year" or when.grain in COARSE[told.unit]]
    for one, two in combinations(sorted(known[:MOST], key=lambda when: when.first), 2):
        low, high = between(one, two)
        if (told.unit == "hour") != (one.grain == two.grain == "clock") or high <= 0:
            continue
        years = (0,) if one.sure and two.sure else (0, YEAR, -YEAR)
        if any(fits(told, low + more, high + more) and low + more < told.minutes * MUCH_MORE for more in years):
            return f"{told.text} fits {one.name} to {two.name}"
    return None


def in_words(low: int, high: int, unit: str) -> str:
    """A span of minutes in hours or days: "96 hours", "35 days", "1,535 to 1,565 days"."""
    size, noun = (60, "hour") if unit == "hour" else (DAY, "day")
    one, two = round(low / size), round(high / size)
    return count(one, noun) if one == two else f"{one:,} to {two:,} {noun}s"


def stated(told: Told) -> str:
    """The length as the sentence of a finding has it: "72-hour", "three weeks (about 21 days)"."""
    text = " ".join(told.text.split()).lower()
    return text if told.unit in ("hour", "day") or told.nth else f"{text} (about {round(told.minutes / DAY):,} days)"
