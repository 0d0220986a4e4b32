"""Turns shapes into values: sets each against the day of publication, the tense around it and the date told of before.

Stands alone because it is the one place that knows which part of the resolver a shape belongs to.
"""

from __future__ import annotations

from dataclasses import replace

from sayso.extract.dates import calendar
from sayso.extract.dates.calendar import OutsideCalendarError, Period, widen
from sayso.extract.dates.recurring import in_year, recurring, settled, yearless
from sayso.extract.dates.relative import apart, away, ended_on, frame, same, steps, year_before
from sayso.extract.dates.setting import UNKNOWN, Resolved, Setting, base_of, doubted, plain, spread
from sayso.extract.dates.shapes import (
    Apart,
    Around,
    Away,
    Back,
    Beyond,
    Broken,
    Clock,
    Either,
    Ended,
    Frame,
    Inside,
    Interval,
    Known,
    Length,
    NthOf,
    Plain,
    Recurring,
    Same,
    Shape,
    Steps,
    Told,
    WeekOf,
    Yearless,
)

MORNING = "T10"  # until then an hour behind an evening is of the next day
_WEEKS_OF_QUARTER = 13 * 7 - 1  # days before its last one in a quarter of whole weeks


def resolve(shape: Shape, setting: Setting) -> Resolved:
    """The value of `shape` in `setting`; underspecified (``XXXX-...``) where there is nothing to count from."""
    try:
        return _resolve(shape, setting)
    except OutsideCalendarError as error:
        return Resolved(None, why=str(error))


def _resolve(shape: Shape, setting: Setting) -> Resolved:  # noqa: C901, PLR0911, PLR0912 (one answer a case)
    match shape:
        case Known(period, fiscal):
            return doubted(period) if fiscal else plain(period)
        case Yearless():
            return yearless(shape, setting)
        case Ended(inner, last):
            return _ended(recurring(inner, setting), _resolve(last, setting).period)
        case Plain(value) | Length(value):
            return Resolved(value)
        case Broken(why):
            return Resolved(None, why=why)
        case Either(first, second, sure):
            return Resolved(sure, None, f"{first.value()}/{second.value()}", "day and month could be either")
        case Interval(first, last, why):
            return spread(first, last, why)
        case Steps():
            return steps(shape, setting)
        case Same():
            return same(shape, setting)
        case Away():
            return away(shape, setting)
        case Frame():
            return frame(shape, setting)
        case Back(inner, years):
            held = _resolve(inner, setting)
            return held if held.period is None else plain(year_before(held.period, years))
        case Told():
            return Resolved(None) if setting.told is None else plain(setting.told)
        case Beyond(grain, _, inner):
            held = _resolve(inner, setting)
            return Resolved(UNKNOWN[grain]) if held.period is None else plain(_beyond(shape, held.period))
        case Apart(inner, unit, count):
            held = _resolve(inner, setting)
            return Resolved(_open(inner)) if held.period is None else plain(apart(held.period, unit, count))
        case Around(grain, inner):
            held = _resolve(inner, setting)
            return Resolved(UNKNOWN[grain]) if held.period is None else plain(ended_on(held.period, grain))
        case WeekOf(which, outer):
            return _week_of(which, _resolve(outer, setting))
        case NthOf(number, weekday, outer):
            return _nth_of(number, weekday, _resolve(outer, setting))
        case Inside(inner, outer):
            return _inside(inner, _resolve(outer, setting), setting)
        case Clock():
            return _clock(shape, setting)
        case Recurring():
            return recurring(shape, setting)


def _ended(quarter: Resolved, last: Period | None) -> Resolved:
    """The quarter as it is called, with the days that it has where these are no quarter of the calendar."""
    if quarter.period is None or last is None or last.grain != "day" or last == Period("day", quarter.period.last()):
        return quarter
    whole = calendar.around(last.index, "month")
    if whole.last() == last.index:
        ends = f"{Period('day', whole.shift(-2).first()).value()}/{last.value()}"
    else:
        ends = f"{last.shift(-_WEEKS_OF_QUARTER).value()}~/{last.value()}"
    return replace(quarter, edtf=ends)


def _week_of(which: int, outer: Resolved) -> Resolved:
    """The first or last whole week; writers who mean the days at the edge are within the range in `edtf`."""
    if outer.period is None:
        return Resolved(UNKNOWN["week"])
    first, last = outer.period.first(), outer.period.last()
    week = calendar.around(last - 6, "week") if which else calendar.around(first + 6, "week")
    edge = (week.first(), last) if which else (first, week.last())
    one, two = (Period("day", day).value() for day in edge)
    return Resolved(week.value(), week, None if (week.first(), week.last()) == edge else f"{one}/{two}")


def _open(shape: Shape) -> str:
    """A day or month that nothing is known of."""
    return UNKNOWN["month" if isinstance(shape, Steps) and shape.grain == "month" else "day"]


def _beyond(shape: Beyond, held: Period) -> Period:
    """So many periods from the one held, or the weekday that stands next to it."""
    if not shape.weekday:
        return widen(held, shape.grain).shift(shape.steps)
    beside = held.first() - 1 if shape.steps < 0 else held.last() + 7
    return Period("day", beside - (beside - shape.weekday) % 7)


def _nth_of(number: int, weekday: int, outer: Resolved) -> Resolved:
    if outer.period is None:
        return Resolved(UNKNOWN["day"])
    days = range(outer.period.first(), outer.period.last() + 1)
    fits = [day for day in days if not weekday or (day - 1) % 7 + 1 == weekday]
    at = number if number < 0 else number - 1
    return plain(Period("day", fits[at])) if at < len(fits) else Resolved(None, why=f"there is no {number}th such day")


def _week_day(inner: Recurring, week: Resolved, setting: Setting) -> Resolved:
    """For "Friday last week"."""
    if week.period is None:
        return recurring(inner, replace(setting, published=None))
    return plain(Period("day", week.period.first() + inner.number - 1))


def _inside(inner: Recurring, outer: Resolved, setting: Setting) -> Resolved:
    if inner.grain == "weekday":
        return _week_day(inner, outer, setting)
    if outer.period is None or outer.period.grain != "year":
        return recurring(inner, replace(setting, published=None))
    return settled(inner, in_year(inner, outer.period.index))


def _clock(shape: Clock, setting: Setting) -> Resolved:
    if shape.day is not None:
        day = _resolve(shape.day, setting)
        if day.value is None:
            return day
    else:
        base = base_of("day", setting, told=True) or base_of("day", setting, told=False)
        if base is not None and setting.night and (shape.time < MORNING or shape.time == "TMO"):
            base = base.shift(1)
        day = Resolved("XXXX-XX-XX") if base is None else plain(base)
    if shape.zone is None:
        return Resolved(f"{day.value}{shape.time}", day.period)
    if shape.zone == 0:
        return Resolved(f"{day.value}{shape.time}Z", day.period)
    sign, minutes = "-" if shape.zone < 0 else "+", abs(shape.zone)
    offset = f"{sign}{minutes // 60:02}:{minutes % 60:02}"
    edtf = f"{day.value}{shape.time}:00{offset}" if day.period is not None and day.period.grain == "day" else None
    return Resolved(f"{day.value}{shape.time}", day.period, edtf)
