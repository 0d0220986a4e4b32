"""Says whether two figures, or two days, told in two contents can both be meant by one claim.

Stands alone because it is arithmetic on rows of figures and dates, with their bounds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import zip_longest
from math import inf
from typing import TYPE_CHECKING

from sayso.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.model import Date, Figure

_SIDES = {"at_least": 1, "more_than": 1, "at_most": -1, "less_than": -1}
_CONVERTED = 0.04
"""How far a number may be rounded that was carried over into another unit."""
_CLOCK = re.compile(r"([01]?\d|2[0-3])\.([0-5]\d)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in the unit it is compared in: its number, or the two ends of its range, and to which side it is open.

    "About 300" is not 297: the one may be true where the other is not. `text` is as printed, `told_in` its own unit.
    """

    kind: str
    unit: str | None
    low: float
    high: float
    side: int
    text: str
    told_in: str | None = None

    def meets(self, other: Quantity) -> bool:
        """Whether both tell one number: the same ends, whatever the bound, unless the bounds point apart."""
        slack = _CONVERTED * abs(self.low) if self.told_in != other.told_in else 0.0
        level = abs(self.low - other.low) <= slack and abs(self.high - other.high) <= slack
        return level and {self.side, other.side} != {-1, 1}

    def comparable(self, other: Quantity) -> bool:
        """Whether both count or measure what may be one thing."""
        if self.kind != other.kind:
            return False
        if None in {self.unit, other.unit} and self.kind == "count":
            return self.whole and other.whole
        return self.unit == other.unit or self.kind == "measure"

    @property
    def whole(self) -> bool:
        """Whether it can count things."""
        return float(self.low).is_integer() or float(self.high).is_integer()


def quantity(figure: Figure) -> Quantity | None:
    """The range of a figure; null where it has none ("dozens")."""
    value = figure.value
    if clock(figure) is not None:
        return None
    low, high = figure.low, figure.high
    if value is None and low is None and high is None:
        return None
    if value is not None:
        low = high = value
    factor, unit = _base(figure.unit)
    kind = "measure" if figure.kind == "duration" else "count" if figure.kind in {"count", "money"} else figure.kind
    return Quantity(
        kind,
        unit,
        (-inf if low is None else low) * factor,
        (inf if high is None else high) * factor,
        _SIDES.get(figure.bound, 0),
        figure.text,
        figure.unit if kind == "measure" else None,
    )


def clock(figure: Figure) -> str | None:
    """The hour that a bare number with a stop is, as much of the press prints it ("22.30"), else null."""
    hour = _CLOCK.fullmatch(figure.text) if figure.kind == "count" and figure.unit is None else None
    return f"T{int(hour[1]):02}:{hour[2]}" if hour else None


def apart(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> tuple[Quantity, Quantity] | None:
    """Two figures that cannot be one number, where each content has one that the other answers by another."""
    left = [one for one in ours if not any(one.comparable(other) and one.meets(other) for other in theirs)]
    right = [one for one in theirs if not any(one.comparable(other) and one.meets(other) for other in ours)]
    return next(((one, other) for one in left for other in right if one.comparable(other)), None)


def shared(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> int:
    """How many figures of the one are told by the other too."""
    counted = [one for one in ours if one.kind != "age"]  # an age says who is meant, not what is said of him
    return sum(any(one.comparable(other) and one.meets(other) for other in theirs) for one in counted)


def days(dates: Sequence[Date], before: Sequence[str] = ()) -> tuple[str, ...]:
    """The values of days, weeks, months, years and hours that can be compared, and of how often.

    A weekday or an hour told without its day keeps what is told: which day was meant, each report may read otherwise.
    `before` are the words before each: a bound ("before May") is compared with bounds alone, and begins with "<".
    """
    found = dict.fromkeys(
        ("<" if word == "before" else "") + _told(row.text, row.type, row.value)
        for row, word in zip_longest(dates, before)
        if row.mod not in {"BEFORE", "AFTER"} and row.type != "DURATION"
    )
    return tuple(value for value in found if value.strip("<")[:1] in "12XPT" and not value.endswith("_REF"))


@lru_cache(maxsize=50_000)
def _told(text: str, kind: str, value: str) -> str:
    bare = text.casefold().strip(".")
    weekday = next((i for i, name in enumerate(_weekdays()) if name in bare), None)
    if weekday is not None and not any(c.isdigit() for c in bare) and not set(bare.split()) & {"next", "last"}:
        _, part, hour = value.partition("T")
        return f"XXXX-WXX-{weekday + 1}{part}{hour}"
    if kind == "TIME" and "T" in value and not any(c.isalpha() for c in _HOURS.sub("", bare)):
        return "T" + value.partition("T")[2]
    return value


_HOURS = re.compile(r"noon|midnight|[ap]\.?m\b\.?|o'clock|hours|at|about|around")


@cache
def _weekdays() -> tuple[str, ...]:
    return tuple(table("dates")["weekdays"])


def days_apart(ours: Sequence[str], theirs: Sequence[str]) -> tuple[str, str] | None:
    """Two days that cannot be one, where each content has one that the other answers by another."""
    left = [one for one in ours if not any(one_day(one, other) for other in theirs)]
    right = [one for one in theirs if not any(one_day(one, other) for other in ours)]
    return next(((one, other) for one in left for other in right if _comparable(one, other)), None)


def _comparable(one: str, other: str) -> bool:
    """Whether two values tell the same sort of thing: how often, the hour alone, a day, or what is before it."""
    if (one[0] == "<") != (other[0] == "<"):
        return False
    one, other = one.strip("<"), other.strip("<")
    return (one[0] in "PT" or other[0] in "PT") <= (
        one[0] == other[0] or ("T" in one and "T" in other and "P" not in one[0] + other[0])
    )


@lru_cache(maxsize=50_000)
def one_day(one: str, other: str) -> bool:
    """Whether two values of TimeML may mean one time, the finer within the coarser."""
    if not _comparable(one, other):
        return False
    one, other = one.strip("<"), other.strip("<")
    if one[0] == "P":
        return one == other
    first, second = one.partition("T"), other.partition("T")
    if first[2] and second[2] and not _one_hour(first[2], second[2]):
        return False
    return _one_date(first[0], second[0]) or _one_date(second[0], first[0])


def _one_date(one: str, other: str) -> bool:
    if not one or not other or other.startswith(one):
        return True
    weekday, week, day = _WEEKDAY.fullmatch(one), _WEEK.fullmatch(one), _DAY.fullmatch(other)
    if weekday:
        return one == other if _WEEKDAY.fullmatch(other) else not day or _date(other).isoweekday() == int(weekday[1])
    if week and day:
        return _date(other).isocalendar()[:2] == (int(week[1]), int(week[2]))
    if "X" in one or any(c.isalpha() for c in one[4:]):
        if any(c.isalpha() for c in other[4:]) and "W" not in one + other:
            return one == other  # two seasons
        return one[:4] == "XXXX" or one[:4] == other[:4]
    return False


def _one_hour(one: str, other: str) -> bool:
    """Whether two hours or parts of a day may be one."""
    if one[0].isdigit() and other[0].isdigit():
        return one[:5].startswith(other[:5]) or other[:5].startswith(one[:5])
    return not (one.isalpha() and other.isalpha()) or one == other or {one, other} == {"EV", "NI"}


def _date(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return date(1, 1, 1)


@cache
def _base(unit: str | None) -> tuple[float, str | None]:
    """The factor and the unit in which measures of one kind are compared."""
    for base, factors in table("comparing")["factors"].items():
        if unit in factors:
            return float(factors[unit]), base
    return 1.0, unit
