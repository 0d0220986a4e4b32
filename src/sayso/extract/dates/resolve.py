"""Turns shapes into values: sets each against the day of publication, the tense around it and the date told of before.

Stands alone because it is the one place that knows when a report was written.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from sayso.extract.dates import calendar, holidays, lengths
from sayso.extract.dates.calendar import Grain, OutsideCalendarError, Period
from sayso.extract.dates.shapes import (
    Around,
    Away,
    Broken,
    Clock,
    Either,
    Inside,
    Known,
    Length,
    Plain,
    Pull,
    Recurring,
    Same,
    Shape,
    Steps,
    WeekOf,
)

if TYPE_CHECKING:
    from sayso.extract.dates.tense import Direction

_UNKNOWN: dict[str, str] = {
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
_AWAY_GRAINS: dict[str, tuple[Grain, int]] = {
    "day": ("day", 1),
    "week": ("week", 1),
    "fortnight": ("week", 2),
    "month": ("month", 1),
    "quarter": ("quarter", 1),
    "year": ("year", 1),
    "decade": ("year", 10),
    "century": ("year", 100),
    "weekend": ("weekend", 1),
}
NEAR = 75  # days
LATE = 150  # days after its end in which a quarter is still reported on
FAR = 250
_REACH = 8  # years looked at on both sides: 29 February comes that seldom around 1900 and 2100


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

    `firm`: the words before it ("on", "in") tie it to its verb.
    """

    published: int | None
    tense: Direction
    told: Period | None
    told_year: int | None = None
    firm: bool = True
    compared: Period | None = None


def resolve(shape: Shape, setting: Setting) -> Resolved:
    """The value of `shape` in `setting`; underspecified (``XXXX-...``) where there is nothing to count from."""
    try:
        return _resolve(shape, setting)
    except OutsideCalendarError as error:
        return Resolved(None, why=str(error))


def _resolve(shape: Shape, setting: Setting) -> Resolved:  # noqa: C901, PLR0911 (one answer a case)
    match shape:
        case Known(period):
            return _plain(period)
        case Plain(value) | Length(value):
            return Resolved(value)
        case Broken(why):
            return Resolved(None, why=why)
        case Either(first, second, sure):
            return Resolved(sure, None, f"{first.value()}/{second.value()}", "day and month could be either")
        case Steps():
            return _steps(shape, setting)
        case Same():
            return _same(shape, setting)
        case Away():
            return _away(shape, setting)
        case Around(grain, inner):
            held = _resolve(inner, setting)
            return Resolved(_UNKNOWN[grain]) if held.period is None else _plain(calendar.widen(held.period, grain))
        case WeekOf(which, outer):
            return _week_of(which, _resolve(outer, setting))
        case Inside(inner, outer):
            return _inside(inner, _resolve(outer, setting), setting)
        case Clock():
            return _clock(shape, setting)
        case Recurring():
            return _recurring(shape, setting)


def _plain(period: Period) -> Resolved:
    return Resolved(period.value(), period, period.edtf())


def _steps(shape: Steps, setting: Setting) -> Resolved:
    base = _base(shape.grain, setting, told=shape.told)
    return Resolved(_UNKNOWN[shape.grain]) if base is None else _plain(base.shift(shape.count))


def _base(grain: Grain, setting: Setting, *, told: bool) -> Period | None:
    """The period of `grain` to count from."""
    if told and setting.told is not None and _fine_enough(setting.told, grain):
        return calendar.widen(setting.told, grain)
    if setting.published is None:
        return None
    return calendar.around(setting.published, grain)


_ORDER = ("day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century")


def _fine_enough(period: Period, grain: Grain) -> bool:
    return _ORDER.index(period.grain) <= _ORDER.index(grain)


def _same(shape: Same, setting: Setting) -> Resolved:
    if shape.grain == "quarter" and setting.compared is not None:
        return _plain(setting.compared)
    base = _base(shape.grain, setting, told=shape.firm)
    if base is None:
        return Resolved(_UNKNOWN[shape.grain])
    if shape.back:
        return _plain(calendar.widen(_year_before(base, shape.back), shape.grain))
    if shape.grain == "weekend" and not shape.firm and setting.published is not None:
        return _plain(_weekend(base, setting))
    return _plain(base)


def _year_before(period: Period, years: int) -> Period:
    """The same part of the year, so many years before."""
    when = {"month": 12, "quarter": 4, "half": 2, "season": 4, "year": 1}.get(period.grain)
    return period.shift(-years * when) if when else period.shift(-years * (364 if period.grain == "day" else 52))


def _weekend(base: Period, setting: Setting) -> Period:
    """For "the weekend": the last one that has begun, unless the sentence looks ahead."""
    ahead = setting.tense > 0
    begun = setting.published is not None and setting.published >= base.first()
    return base if ahead or begun else base.shift(-1)


def _away(shape: Away, setting: Setting) -> Resolved:  # noqa: PLR0911 (one answer a case)
    if shape.unit not in _AWAY_GRAINS:
        return Resolved(lengths.value(shape.amount, shape.unit))
    if shape.amount is None:
        return Resolved("PAST_REF" if shape.direction < 0 else "FUTURE_REF")
    grain, times = _AWAY_GRAINS[shape.unit]
    if shape.unit == "year" and shape.amount == 1 and shape.direction < 0 and setting.compared is not None:
        return _plain(setting.compared.shift(-4))
    if shape.unit == "quarter" and shape.told and shape.amount == 1:  # "the year-ago quarter"
        base = setting.compared or (
            calendar.around(setting.published, "quarter").shift(-1) if setting.published else None
        )
        return Resolved("XXXX-QX") if base is None else _plain(base.shift(-4))
    base = _base(grain, setting, told=shape.told)
    if base is None:
        return Resolved(_UNKNOWN[grain])
    count = shape.amount * times
    if count != int(count) or abs(count) > 10**6:
        if shape.unit == "year" and count * 2 == int(count * 2) and setting.published is not None:
            return _plain(calendar.around(setting.published, "month").shift(int(count * 12) * shape.direction))
        return Resolved(_UNKNOWN[grain])
    return _plain(base.shift(int(count) * shape.direction))


def _week_of(which: int, outer: Resolved) -> Resolved:
    """The first or last whole week; writers who mean the days at the edge are within the range in `edtf`."""
    if outer.period is None:
        return Resolved(_UNKNOWN["week"])
    first, last = outer.period.first(), outer.period.last()
    week = calendar.around(last - 6, "week") if which else calendar.around(first + 6, "week")
    edge = (week.first(), last) if which else (first, week.last())
    one, two = (Period("day", day).value() for day in edge)
    return Resolved(week.value(), week, None if (week.first(), week.last()) == edge else f"{one}/{two}")


def _inside(inner: Recurring, outer: Resolved, setting: Setting) -> Resolved:
    if outer.period is None or outer.period.grain != "year":
        return _recurring(inner, replace(setting, published=None))
    return _plain(_in_year(inner, outer.period.index))


def _in_year(shape: Recurring, year: int) -> Period:
    if shape.grain == "date":
        return calendar.day(year, shape.number, shape.day)
    if shape.grain == "holiday":
        return holidays.in_year(shape.holiday, year)
    return calendar.part(cast("Grain", shape.grain), year, shape.number)


def _clock(shape: Clock, setting: Setting) -> Resolved:
    if shape.day is not None:
        day = _resolve(shape.day, setting)
        if day.value is None:
            return day
    else:
        base = _base("day", setting, told=True)
        day = Resolved("XXXX-XX-XX") if base is None else _plain(base)
    if shape.zone is None:
        return Resolved(f"{day.value}{shape.time}", day.period)
    if shape.zone == 0:
        return Resolved(f"{day.value}{shape.time}Z", day.period)
    sign, minutes = "-" if shape.zone < 0 else "+", abs(shape.zone)
    offset = f"{sign}{minutes // 60:02}:{minutes % 60:02}"
    edtf = f"{day.value}{shape.time}:00{offset}" if day.period is not None and day.period.grain == "day" else None
    return Resolved(f"{day.value}{shape.time}", day.period, edtf)


def _recurring(shape: Recurring, setting: Setting) -> Resolved:
    if shape.grain == "weekday":
        return _weekday(shape, setting)
    if shape.grain == "monthday":
        return _monthday(shape, setting)
    if setting.published is None:
        return Resolved(_yearless(shape))
    if (
        setting.told_year is not None
        and shape.pull is None
        and shape.grain in ("date", "month", "season", "quarter", "half")
    ):
        return _plain(_in_year(shape, setting.told_year))
    return _plain(_chosen(shape, setting.published, setting))


def _yearless(shape: Recurring) -> str:
    match shape.grain:
        case "date":
            return f"XXXX-{shape.number:02}-{shape.day:02}"
        case "month":
            return f"XXXX-{shape.number:02}"
        case "quarter":
            return f"XXXX-Q{shape.number}"
        case "half":
            return f"XXXX-H{shape.number}"
        case "season":
            return f"XXXX-{calendar.SEASONS[shape.number - 1]}"
        case _:
            return holidays.yearless(shape.holiday)


def _candidates(shape: Recurring, published: int) -> list[Period]:
    year = calendar.around(published, "year").index
    found = []
    for candidate in range(year - _REACH, year + _REACH + 1):
        try:
            found.append(_in_year(shape, candidate))
        except OutsideCalendarError:
            continue
    return found


def _chosen(shape: Recurring, published: int, setting: Setting) -> Period:  # noqa: PLR0911 (one answer a case)
    """Which year's one is meant: the nearest, unless the tense or a "last" or "next" says otherwise."""
    candidates, tense = _candidates(shape, published), setting.tense
    if shape.weekday:
        right = [one for one in candidates if (one.index - 1) % 7 + 1 == shape.weekday]
        if right:
            nearest = min(right, key=lambda one: abs(one.first() - published))
            if abs(nearest.first() - published) < 366:  # noqa: PLR2004 (a year)
                return nearest
    before = [one for one in candidates if one.first() <= published + (shape.grain == "date")]
    after = [one for one in candidates if one.last() >= published]
    if not before or not after:
        raise OutsideCalendarError("the calendar of this program ends there")
    year = calendar.around(published, "year").index
    if shape.pull == -1:
        return next((one for one in reversed(candidates) if one.last() < published), before[-1])
    if shape.pull == 1:
        return next((one for one in candidates if one.first() > published), after[0])
    if shape.pull == 0:
        return next((one for one in candidates if one.year == year), candidates[0])
    nearest = min(candidates, key=lambda one: _distance(one, published))
    if shape.grain in ("quarter", "half"):  # the one that reports are about: the last that has begun
        gone, coming = _distance(before[-1], published), _distance(after[0], published)
        past = tense < 0 and (gone < LATE or coming >= NEAR)
        return before[-1] if past or gone < NEAR or (tense == 0 and gone < 2 * coming) else after[0]
    if tense < 0 and (setting.firm or _distance(nearest, published) >= NEAR or _distance(before[-1], published) <= FAR):
        return before[-1]
    if tense > 0 and (_distance(nearest, published) >= NEAR or _distance(after[0], published) <= FAR):
        return after[0]
    return nearest if tense > 0 or _distance(nearest, published) < NEAR else before[-1]


def _distance(period: Period, published: int) -> int:
    return max(period.first() - published, published - period.last(), 0)


def _weekday(shape: Recurring, setting: Setting) -> Resolved:  # noqa: PLR0911 (one answer a case)
    base = setting.published
    if shape.told and setting.told is not None and setting.told.grain == "day":
        base = setting.told.index
    if base is None:
        return Resolved(f"XXXX-WXX-{shape.number}")
    back = (calendar.around(base, "day").index - 1) % 7 + 1 - shape.number
    same = base - back % 7  # that weekday on or before the base
    if shape.told and shape.pull is None:
        return _plain(Period("day", same))
    if shape.pull == -1:
        return _plain(Period("day", same if same < base else same - 7))
    if shape.pull == 1:
        coming = Period("day", same + 7)
        if back < 0:  # later this week, or the week after: writers mean both
            return Resolved(coming.value(), coming, f"[{coming.value()},{coming.shift(7).value()}]")
        return _plain(coming)
    if shape.pull == 0:
        return _plain(Period("day", base - back))
    if same == base or setting.tense <= 0:
        return _plain(Period("day", same))
    return _plain(Period("day", same + 7))


def _monthday(shape: Recurring, setting: Setting) -> Resolved:
    """For "the 4th": of the month told of, else of the month of publication or one beside it, as the tense says."""
    base = _base("month", setting, told=True)
    if base is None:
        return Resolved(f"XXXX-XX-{shape.day:02}")
    options = []
    for month in (base.shift(-1), base, base.shift(1)):
        try:
            options.append(calendar.day(month.year, month.index % 12 + 1, shape.day))
        except OutsideCalendarError:
            continue
    if shape.weekday:
        options = [one for one in options if (one.index - 1) % 7 + 1 == shape.weekday] or options
    anchor = setting.told.first() if setting.told is not None else cast("int", setting.published)
    if setting.tense < 0:
        options = [one for one in options if one.index <= max(anchor, setting.published or anchor)] or options
    elif setting.tense > 0:
        options = [one for one in options if one.index >= anchor] or options
    return _plain(min(options, key=lambda one: abs(one.index - anchor)))


__all__ = ["Pull", "Resolved", "Setting", "resolve"]
