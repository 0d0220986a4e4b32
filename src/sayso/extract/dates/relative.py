"""Resolves what is counted from another date: "last week", "two days ago", "the quarter", "the year-ago period".

Stands alone because these need a base to count from, and no tense.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.dates import calendar, lengths
from sayso.extract.dates.calendar import Period
from sayso.extract.dates.setting import EDTF_QUARTER, UNKNOWN, Resolved, Setting, base_of, plain
from sayso.extract.dates.shapes import Frame

if TYPE_CHECKING:
    from sayso.extract.dates.calendar import Grain
    from sayso.extract.dates.shapes import Away, Same, Steps

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
_DAYS: dict[Grain, int] = {"week": 7, "month": 30}
_HALF_QUARTER = 45  # days
SOME = 100  # weeks or months that are counted with their halves


def steps(shape: Steps, setting: Setting) -> Resolved:
    """So many periods from the one to count from."""
    base = None if _from_nowhere(shape, setting, shape.count) else base_of(shape.grain, setting, told=shape.told)
    return Resolved(UNKNOWN[shape.grain]) if base is None else plain(base.shift(shape.count))


def _from_nowhere(shape: Steps | Away, setting: Setting, way: int) -> bool:
    """Whether it follows a date that nobody told, and is over: "six months later, it fell"."""
    return shape.told and way > 0 and setting.told is None and setting.tense < 0


def same(shape: Same, setting: Setting) -> Resolved:
    """The period told of before, or the one of publication."""
    if shape.grain == "quarter" and setting.compared is not None:
        return frame(Frame(back=shape.back), setting) if shape.back else plain(setting.compared)
    spans = shape.grain == "week" or (shape.grain == "month" and setting.close)
    told = (
        shape.firm or (shape.whole and setting.beside) or (spans and setting.tense < 0)
    )  # "for the week, shares fell"
    base = base_of(shape.grain, setting, told=told)
    if base is None:
        return _within(shape.grain, setting.told if setting.close else None)
    if shape.grain == "quarter" and not shape.back and not (shape.firm and setting.told is not None):
        return _either_quarter(base)
    if shape.back:
        return plain(calendar.widen(year_before(base, shape.back), shape.grain))
    if shape.grain == "weekend" and not shape.firm and setting.published is not None:
        return plain(_weekend(base, setting))
    return plain(base)


def _within(grain: Grain, told: Period | None) -> Resolved:
    """Some day, week or month of the month or year told of: ``2019-05-XX``."""
    unknown = UNKNOWN[grain]
    if told is None or told.grain not in ("month", "year") or (told.grain == "month" and grain != "day"):
        return Resolved(unknown)
    value = told.value() + unknown[len(told.value()) :]
    return Resolved(value, edtf=value if grain in ("day", "month") else None)


def _either_quarter(base: Period) -> Resolved:
    """For "the quarter" where none was told: the one of publication or the one that ended before it."""
    before = base.shift(-1)
    sure = f"{base.year:04}-QX" if before.year == base.year else "XXXX-QX"
    codes = [f"{one.year:04}-{EDTF_QUARTER + one.index % 4}" for one in (before, base)]
    return Resolved(sure, None, f"[{','.join(codes)}]")


def year_before(period: Period, years: int) -> Period:
    """The same part of the year, so many years before."""
    when = {"month": 12, "quarter": 4, "half": 2, "season": 4, "year": 1}.get(period.grain)
    return period.shift(-years * when) if when else period.shift(-years * (364 if period.grain == "day" else 52))


def _weekend(base: Period, setting: Setting) -> Period:
    """For "the weekend": the last one that has begun, unless the sentence looks ahead."""
    ahead = setting.tense > 0
    begun = setting.published is not None and setting.published >= base.first()
    return base if ahead or begun else base.shift(-1)


def apart(period: Period, unit: str, count: int) -> Period:
    """The period of the same grain so many units away: the same day of the week, of the month or of the year."""
    months = {"month": 1, "year": 12, "decade": 120}.get(unit, 0) * count
    if period.grain == "month":
        return period.shift(months)
    if not months:
        return period.shift(count * (7 if unit == "week" else 1))
    month = calendar.around(period.first(), "month")
    return Period("day", month.shift(months).first() + period.first() - month.first())


def ended_on(last: Period, grain: Grain) -> Period:
    """The period of `grain` that most of a stretch of that length lies in, which ends on that day."""
    return calendar.around(last.first() - (_HALF_QUARTER if grain == "quarter" else 0), grain)


def frame(shape: Frame, setting: Setting) -> Resolved:
    """The quarter compared, or its like in another year; a year where the figures are of more than a quarter."""
    compared = None if setting.longer else setting.compared
    told = setting.told if setting.beside and shape.year is None and shape.back else None
    if compared is None and told is not None and told.grain == "month":
        return plain(year_before(told, shape.back))  # "rose in September, compared to the same period last year"
    if compared is not None:
        return plain(compared.shift(-4 * (compared.year - shape.year if shape.year is not None else shape.back)))
    if shape.year is not None:
        return plain(Period("year", shape.year))
    if setting.compared is not None:
        return plain(Period("year", setting.compared.year - shape.back))
    if not shape.back or setting.published is None:
        return Resolved(UNKNOWN["year"]) if shape.back else Resolved(None)
    return plain(calendar.around(setting.published, "year").shift(-shape.back))


def away(shape: Away, setting: Setting) -> Resolved:  # noqa: PLR0911 (one answer a case)
    """So long before or after the date to count from; vague lengths give a reference to past or future."""
    if shape.unit not in _AWAY_GRAINS and shape.unit != "period":
        return Resolved(lengths.value(shape.amount, shape.unit))
    if shape.amount is None:
        return Resolved("PAST_REF" if shape.direction < 0 else "FUTURE_REF")
    if shape.unit == "period":
        return frame(Frame(back=1), setting)
    told = setting.told
    monthly = told is not None and told.grain == "month" and setting.beside and shape.told and shape.unit == "year"
    if monthly and told is not None and shape.amount is not None and shape.amount == int(shape.amount):
        return plain(told.shift(12 * int(shape.amount) * shape.direction))  # "4,000 in September, 3,000 a year earlier"
    if shape.unit == "year" and shape.amount == 1 and shape.direction < 0 and setting.compared is not None:
        return frame(Frame(back=1), setting)
    if shape.unit == "quarter" and shape.told and shape.amount == 1:  # "the year-ago quarter"
        base = setting.compared or (
            calendar.around(setting.published, "quarter").shift(-1) if setting.published else None
        )
        return Resolved("XXXX-QX") if base is None else plain(base.shift(-4))
    grain, times = _AWAY_GRAINS[shape.unit]
    base = None if _from_nowhere(shape, setting, shape.direction) else base_of(grain, setting, told=shape.told)
    if base is None:
        return Resolved(UNKNOWN[grain])
    count = shape.amount * times
    if count != int(count) or abs(count) > 10**6:
        if (
            grain in _DAYS
            and count * 2 == int(count * 2)
            and abs(count) < _DAYS[grain]
            and setting.published is not None
        ):
            days = calendar.Period("day", setting.published).shift(int(count * _DAYS[grain]) * shape.direction)
            return plain(calendar.widen(days, grain))
        if shape.unit == "year" and count * 2 == int(count * 2) and setting.published is not None:
            return plain(calendar.around(setting.published, "month").shift(int(count * 12) * shape.direction))
        return Resolved(UNKNOWN[grain])
    return plain(base.shift(int(count) * shape.direction))
