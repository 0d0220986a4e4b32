"""Chooses which one of those that come again is meant: the nearest Friday, last March, the third quarter.

Stands alone because it weighs tense and distance, and nothing else of the resolver does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from sayso.extract.dates import calendar, calendars, holidays
from sayso.extract.dates.calendar import OutsideCalendarError, Period
from sayso.extract.dates.setting import Resolved, Setting, base_of, doubted, plain, spread

if TYPE_CHECKING:
    from sayso.extract.dates.calendar import Grain
    from sayso.extract.dates.shapes import Recurring, Yearless

NEAR = 75  # days
SOON = 46  # days within which an event told of ("a meeting on 12 March") is still to come
LATE = 150  # days after its end in which a quarter is still reported on
FAR = 250
_REACH = 8  # years looked at on both sides: 29 February comes that seldom around 1900 and 2100


def recurring(shape: Recurring, setting: Setting) -> Resolved:
    """The one of them that is meant; open in its year or week where there is no day of publication."""
    if shape.grain in ("weekday", "monthday"):
        return (_weekday if shape.grain == "weekday" else _monthday)(shape, setting)
    if setting.published is None:
        return Resolved(_yearless(shape))
    if shape.told and setting.told is not None and setting.told.grain not in ("decade", "century"):
        return settled(shape, _from_told(shape, setting.told))
    if shape.told and shape.pull == 0:
        return Resolved(_yearless(shape))
    chosen = _chosen(shape, setting.published, setting)
    month_before = calendar.around(setting.published, "month").shift(-1)
    if shape.pull == -1 and shape.grain == "month" and chosen == month_before:
        return _last_month(chosen)
    return settled(shape, chosen)


def _from_told(shape: Recurring, told: Period) -> Period:
    """For "that June", "the following June", "the previous summer": counted from the date told of."""
    years = range(told.year - 2, told.year + 3)
    options = [one for one in _of_years(shape, years) if one.year == told.year or told.grain != "year" or shape.pull]
    if shape.pull == 1:
        options = [one for one in options if one.first() > told.last()]
    elif shape.pull == -1:
        options = [one for one in options if one.last() < told.first()]
    if not options:
        message = "no such day in the years beside the date told of"
        raise OutsideCalendarError(message)
    return min(options, key=lambda one: max(one.first() - told.last(), told.first() - one.last(), 0))


def _last_month(month: Period) -> Resolved:
    """For "last October" in November: that of the year before, for the other is "last month"; writers mean both."""
    before = month.shift(-12)
    return Resolved(before.value(), before, f"[{before.value()},{month.value()}]")


def settled(shape: Recurring, period: Period) -> Resolved:
    """That period, or the days around it where a feast moves with the moon."""
    if shape.grain == "holiday" and holidays.moves(shape.holiday):
        return spread(*calendars.doubt(period))
    return doubted(period) if shape.fiscal else plain(period)


def yearless(shape: Yearless, setting: Setting) -> Resolved:
    """A day of another calendar: the one that the tense points to, or one that is near; nothing where it may be any."""
    published = setting.published
    if published is None:
        return Resolved(None)
    found = calendars.yearly(shape.kind, published, shape.month, shape.day)
    if setting.tense:
        found = [one for one in found if (one - published) * setting.tense >= -calendars.doubtful(shape.kind)]
    found = [one for one in found if (one - 1) % 7 + 1 == shape.weekday] or found
    nearest = min(found, key=lambda one: abs(one - published), default=None)
    if nearest is None or (not setting.tense and abs(nearest - published) >= NEAR):
        return Resolved(None)
    held = calendars.on_weekday(shape.kind, nearest, shape.weekday)
    return plain(Period("day", held[0])) if len(held) == 1 else spread(held[0], held[-1], calendars.why(shape.kind))


def in_year(shape: Recurring, year: int) -> Period:
    """The one of that year; raises `OutsideCalendarError` where it has none (29 February)."""
    if shape.grain == "date":
        return calendar.day(year, shape.number, shape.day)
    if shape.grain == "holiday":
        return holidays.in_year(shape.holiday, year)
    return calendar.part(cast("Grain", shape.grain), year, shape.number)


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
    return _of_years(shape, range(year - _REACH, year + _REACH + 1))


def _of_years(shape: Recurring, years: range) -> list[Period]:
    found = []
    for candidate in years:
        try:
            found.append(in_year(shape, candidate))
        except OutsideCalendarError:
            continue
    return found


def _on_weekday(shape: Recurring, candidates: list[Period], published: int, tense: int) -> Period | None:
    """The nearest candidate with the weekday printed, a year off at most; of what is to come none that is past.

    Of what is past, or lately was, none of a later year nor one farther off than it was, unless it is to come soon.
    """
    right = [one for one in candidates if (one.index - 1) % 7 + 1 == shape.weekday]
    if tense > 0:
        right = [one for one in right if one.first() >= published]
    ago = min((published - one.index for one in candidates if one.index <= published), default=0)
    if tense < 0 or (not tense and ago < NEAR):
        year = calendar.around(published, "year").index
        right = [one for one in right if one.index - published < (SOON if one.year > year else max(SOON, ago))]
    nearest = min(right, key=lambda one: abs(one.first() - published), default=None)
    return nearest if nearest is not None and abs(nearest.first() - published) < 366 else None  # noqa: PLR2004 (a year)


def _chosen(shape: Recurring, published: int, setting: Setting) -> Period:  # noqa: PLR0911 (one answer a case)
    """Which year's one is meant: the nearest, unless the tense or a "last" or "next" says otherwise."""
    candidates, tense = _candidates(shape, published), setting.tense
    if shape.weekday and (named := _on_weekday(shape, candidates, published, tense)) is not None:
        return named
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
        holding = (one for one in candidates if shape.grain == "season" and one.first() <= published <= one.last())
        return next(holding, None) or next((one for one in candidates if one.year == year), candidates[0])
    nearest = min(candidates, key=lambda one: _distance(one, published))
    if shape.grain in ("quarter", "half"):
        return _reported(shape, before[-1], after[0], setting)
    soon = nearest.first() - published in range(1, SOON) and before[-1] != nearest
    if tense < 0 and soon and (setting.loose or shape.grain == "date"):
        return nearest
    if tense < 0 and (setting.firm or _distance(nearest, published) >= NEAR or _distance(before[-1], published) <= FAR):
        return before[-1]
    if tense > 0 and (_distance(nearest, published) >= NEAR or _distance(after[0], published) <= FAR):
        return after[0]
    return nearest if tense > 0 or _distance(nearest, published) < NEAR else before[-1]


def _reported(shape: Recurring, gone: Period, coming: Period, setting: Setting) -> Period:
    """The quarter that reports are about: the last that has begun, if it isn't long past."""
    published = cast("int", setting.published)
    if shape.fiscal and setting.tense <= 0:
        return gone
    since, until = _distance(gone, published), _distance(coming, published)
    past = setting.tense < 0 and (since < LATE or until >= NEAR)
    return gone if past or since < NEAR or (setting.tense == 0 and since < 2 * until) else coming


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
        return plain(Period("day", same))
    if shape.pull == -1:
        return plain(Period("day", same if same < base else same - 7))
    if shape.pull == 1:
        coming = Period("day", same + 7)
        if back < 0 and not shape.nearest:  # later this week, or the week after: writers mean both
            return Resolved(coming.value(), coming, f"[{coming.value()},{coming.shift(7).value()}]")
        return plain(coming)
    if shape.pull == 0:
        told = setting.tense < 0 and not setting.loose  # "this Sunday he crossed" is the one before
        passed = setting.tense > 0 and back > 0  # "will meet this Thursday", said on a Saturday
        return plain(Period("day", same if told else base - back + 7 * passed))
    if same == base or setting.tense <= 0:
        return plain(Period("day", same))
    return plain(Period("day", same + 7))


def _monthday(shape: Recurring, setting: Setting) -> Resolved:
    """For "the 4th": of the month told of, else of the month of publication or one beside it, as the tense says."""
    base = base_of("month", setting, told=True)
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
        first = min(anchor, setting.published or anchor) if setting.due else anchor
        options = [one for one in options if one.index >= first] or options
    return plain(min(options, key=lambda one: abs(one.index - anchor)))
