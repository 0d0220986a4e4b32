"""Lengths of time as a report tells them, in minutes, and whether a span between two moments is such a length.

Stands alone because rules on spells, lapses and anniversaries round units in one way.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.check.facts import count
from sayso.check.moments import DAY

if TYPE_CHECKING:
    from sayso.check.facts import Facts
    from sayso.check.moments import Moment
    from sayso.model import Bound, Span

UNITS = {"hour": 60.0, "day": DAY, "week": 7.0 * DAY, "month": 30.436875 * DAY, "year": 365.2425 * DAY}
# Minutes by which a length may differ from the dates before anyone would call it wrong, and the same as a share.
SLACK = {
    "hour": (60.0, 0.05),
    "day": (1.0 * DAY, 0.02),
    "week": (5.0 * DAY, 0.1),
    "month": (21.0 * DAY, 0.12),
    "year": (240.0 * DAY, 0.06),
}
WEEKS_IN_DAYS = 28  # days beyond which a difference is told in months


@dataclass(frozen=True, slots=True)
class Told:
    """A length as printed: so many of one unit, with its bound."""

    amount: float
    unit: str
    bound: Bound
    span: Span
    text: str

    @property
    def minutes(self) -> float:
        """The length in minutes, months and years on average."""
        return self.amount * UNITS[self.unit]


def told_lengths(facts: Facts) -> list[Told]:
    """The lengths of one number of hours, days, weeks, months or years, but for rough ones and single units."""
    found = []
    for figure in facts.reading.figures:
        value, unit = figure.low if figure.value is None else figure.value, figure.unit or ""
        if figure.kind != "duration" or unit not in UNITS or value is None or value <= 1:
            continue
        if figure.bound in ("exact", "more_than", "at_least", "less_than", "at_most"):
            found.append(Told(float(value), unit, figure.bound, figure.span, figure.text))
    return found


def fits(told: Told, low: int, high: int) -> bool:
    """Whether the length is one between `low` and `high` minutes, days counted with or without the first."""
    fixed, share = SLACK[told.unit]
    slack = max(fixed, share * told.minutes)
    above = told.bound in ("more_than", "at_least") or told.minutes <= high + slack + (DAY if told.unit == "day" else 0)
    below = told.bound in ("less_than", "at_most") or told.minutes >= low - slack
    if told.bound in ("more_than", "at_least"):
        below = told.minutes <= high + slack
    if told.bound in ("less_than", "at_most"):
        above = told.minutes >= low - slack
    return above and below


def between(start: Moment, end: Moment) -> tuple[int, int]:
    """The least and most minutes from one moment to the other, of days from the same time of the day."""
    if start.grain == end.grain == "day":
        return end.first - start.first, end.first - start.first
    if "clock" in (start.grain, end.grain) and start.grain != end.grain:
        return max(0, end.first - start.last), end.last - start.first
    return max(0, end.first - start.last), end.last - start.first


def in_words(low: int, high: int, unit: str) -> str:
    """A span of minutes in hours or days: "96 hours", "35 days", "1,535 to 1,565 days"."""
    size, noun = (60, "hour") if unit == "hour" else (DAY, "day")
    one, two = round(low / size), round(high / size)
    return count(one, noun) if one == two else f"{one:,} to {two:,} {noun}s"


def stated(told: Told) -> str:
    """The length as the sentence of a finding has it: "72-hour (3 days)" and the like."""
    text = " ".join(told.text.split()).lower()
    return text if told.unit in ("hour", "day") else f"{text} (about {round(told.minutes / DAY):,} days)"
