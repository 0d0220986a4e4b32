"""What surrounds a time expression when it is resolved, and what comes of it.

Stands alone because every part of the resolver reads the one and makes the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.extract.dates import calendar, calendars
from sayso.extract.dates.calendar import Period

if TYPE_CHECKING:
    from sayso.extract.dates.calendar import Grain
    from sayso.extract.dates.shapes import Pull

EDTF_QUARTER = 33  # EDTF level 2 writes the quarters of a year 33 to 36
UNKNOWN: dict[str, str] = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "season": "XXXX-SX",
    "year": "XXXX",
    "decade": "XXXX",
    "century": "XXXX",
}


_ORDER = ("day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century")


@dataclass(frozen=True, slots=True)
class Resolved:
    """A value with the period it stands for (null: none), its EDTF where TimeML falls short, and any refusal."""

    value: str | None
    period: Period | None = None
    edtf: str | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds a mention: day of publication (ordinal), tense, the date told of before, the quarter compared.

    `longer`: figures of more than that quarter were told since; `beside`: the date told of stands in the same sentence,
    `close`: in that or the one before.
    `due`: something must be done before it, be it before the date told of ("from 23 May unless he pays by the 16th").
    `night`: the date told of is an evening of that sentence, so that an hour of the morning is of the next day.
    `firm`: the words before it ("on", "in") tie it to its verb; `loose`: a noun stands between it and the verb.
    """

    published: int | None
    tense: Pull
    told: Period | None
    firm: bool = True
    compared: Period | None = None
    loose: bool = False
    longer: bool = False
    beside: bool = False
    close: bool = False
    due: bool = False
    night: bool = False


def plain(period: Period) -> Resolved:
    """That period, without doubt."""
    return Resolved(period.value(), period, period.edtf())


def doubted(period: Period) -> Resolved:
    """That period as it is called, in doubt: a fiscal quarter or year begins and ends when the firm says."""
    part = f"-{EDTF_QUARTER + period.index % 4}" if period.grain == "quarter" else ""
    return Resolved(period.value(), period, f"{period.year:04}{part}?" if period.grain in ("quarter", "year") else None)


def spread(first: int, last: int, why: str | None) -> Resolved:
    """An interval of days: the finest period that holds it, and its ends in EDTF."""
    ends = "/".join(Period("day", day).value() for day in (first, last))
    return Resolved(calendars.sure_value(first, last) or UNKNOWN["year"], None, ends, why)


def base_of(grain: Grain, setting: Setting, *, told: bool) -> Period | None:
    """The period of `grain` to count from: of the date told of, where `told` and there is one, else of publication.

    Null where the date told of is coarser than `grain`, or no date is known.
    """
    if told and setting.told is not None:
        return calendar.widen(setting.told, grain) if _fine_enough(setting.told, grain) else None
    if setting.published is None:
        return None
    return calendar.around(setting.published, grain)


def _fine_enough(period: Period, grain: Grain) -> bool:
    return _ORDER.index(period.grain) <= _ORDER.index(grain)
