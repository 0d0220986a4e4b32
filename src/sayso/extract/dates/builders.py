"""Builds the shape of each simple time expression from the rule that matched it; one small function a rule.

Stands alone because rules say where words stand (`grammar.py`), builders what they mean, and either can grow alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from sayso.extract.dates import calendar, calendars, clocks, lengths, numeric, pointing, repeats
from sayso.extract.dates.calendar import OutsideCalendarError, Period
from sayso.extract.dates.shapes import (
    Around,
    Broken,
    Inside,
    Known,
    Mention,
    Pull,
    Recurring,
    Shape,
)
from sayso.extract.dates.words import FINAL, KINDS
from sayso.lexicon import table

if TYPE_CHECKING:
    from sayso.extract.dates.view import Builder, View

LAST_DAY, LAST_MONTH = 31, 12
LONGEST_SPAN = 20  # years from first to last of "1994-97"


def month_day(month: int, number: int, year: int | None, pull: Pull | None = None, weekday: int = 0) -> Shape:
    """A day of a month, with or without its year; `Broken` where no calendar has it."""
    try:
        if year is not None:
            return Known(calendar.day(year, month, number))
        calendar.day(2000, month, number)  # a leap year: 29 February is a day of some year
    except OutsideCalendarError as error:
        return Broken(str(error))
    return Recurring("date", number=month, day=number, weekday=weekday, pull=pull)


def _month_day(view: View) -> list[Mention]:
    if not 1 <= view.value("day") <= LAST_DAY:
        return []
    pull, _ = view.pull()
    day = view.one("day")
    if (
        day is not None
        and day.kind == "o"
        and day.text[0].isalpha()
        and view.match.groups["day"] < view.match.groups["month"]
    ):
        between = view.lexemes[view.match.groups["day"][1]]
        if between.kind != "O":  # "the second May" is no date, "the second of May" is
            return []
    shape = month_day(view.value("month"), view.value("day"), view.value("year"), pull, view.value("weekday") or 0)
    return [view.mention("DATE", shape)]


def _month_days(view: View) -> list[Mention]:
    """Two or three days of one month; the month and the year belong to each."""
    groups = view.match.groups
    names = [name for name in ("day", "day2", "day3") if name in groups]
    after = view.lexemes[view.match.last].kind if view.match.last < len(view.lexemes) else ""
    if after == KINDS["meridiem"]:  # "May 30, 10 p.m."
        return []
    if not all(1 <= view.value(name) <= LAST_DAY for name in names):
        return []
    shapes = [month_day(view.value("month"), view.value(name), view.value("year")) for name in names]
    starts = [groups[name][0] for name in names]
    ends = [groups[name][1] for name in names]
    if groups["month"][0] < starts[0]:
        starts[0] = view.match.first
    if groups["month"][0] > ends[-1] - 1 or "year" in groups:
        ends[-1] = view.match.last
    return [
        Mention(first, last, "DATE", shape, "month-days")
        for first, last, shape in zip(starts, ends, shapes, strict=True)
    ]


def _day_span(view: View) -> list[Mention]:
    """For "9 June to 2 July 2020": the year belongs to both, or the one before it to an earlier December."""
    year, groups = view.value("year"), view.match.groups
    one, two = (view.value("month"), view.value("day")), (view.value("month2"), view.value("day2"))
    if year is None or not all(1 <= number <= LAST_DAY for _, number in (one, two)):
        return []
    first_year = year - 1 if one[0] > two[0] else year
    second = min(groups["month2"][0], groups["day2"][0])
    end = max(groups["month"][1], groups["day"][1])
    return [
        Mention(view.match.first, end, "DATE", month_day(*one, first_year), "day-span"),
        Mention(second, view.match.last, "DATE", month_day(*two, year), "day-span"),
    ]


def _month_span(view: View) -> list[Mention]:
    groups, year = view.match.groups, view.value("year")
    first = calendar.part("month", year, view.value("month"))
    second = calendar.part("month", year, view.value("month2"))
    if first.index > second.index:
        return []
    return [
        Mention(view.match.first, groups["month"][1], "DATE", Known(first), "month"),
        Mention(groups["month2"][0], view.match.last, "DATE", Known(second), "month"),
    ]


def _month(view: View) -> list[Mention]:
    month = view.one("month")
    if month is None:
        return []
    year = view.value("year")
    if year is not None:
        return [view.mention("DATE", Known(calendar.part("month", year, month.value)))]
    if month.kind == "m" and not month.end > month.start + len(month.text):
        return []
    pull, told = view.pull()
    return [view.mention("DATE", Recurring("month", number=month.value, pull=pull, told=told))]


def _weekday(view: View) -> list[Mention]:
    word = view.one("weekday")
    if word is None or (word.kind == "w" and not word.end > word.start + len(word.text)):
        return []
    pull, told = view.pull()
    nearest = any(one.text.lower() in table("dates")["coming"]["words"] for one in view.all("pointer"))
    return [view.mention("DATE", Recurring("weekday", number=word.value, pull=pull, told=told, nearest=nearest))]


def _weekday_the(view: View) -> list[Mention]:
    day = view.one("day")
    if day is None or not 1 <= day.value <= LAST_DAY or not day.text[0].isdigit():
        return []
    return [view.mention("DATE", Recurring("monthday", day=view.value("day"), weekday=view.value("weekday")))]


def _numeric(view: View) -> list[Mention]:
    read = numeric.read(view.value("numeric"))
    return [] if read is None else [view.mention(*read)]


def _year(view: View) -> list[Mention]:
    return [view.mention("DATE", Known(Period("year", view.value("year")), fiscal=view.one("fiscal") is not None))]


def _year_span(view: View) -> list[Mention]:
    year, end = view.value("year"), view.one("end")
    if end is None or len(end.text) != 2 or not end.text.isdigit():  # noqa: PLR2004 (two digits of a year)
        return []
    years = (end.value - year) % 100
    if years != 1 and (end.value <= LAST_MONTH or not 0 < years <= LONGEST_SPAN):  # "2005-07" may be a month
        return []
    first, last = view.match.groups["end"]
    return [
        Mention(view.match.first, view.match.first + 1, "DATE", Known(Period("year", year)), "year-span"),
        Mention(first, last, "DATE", Known(Period("year", year + years)), "year-span"),
    ]


def _named_year(view: View) -> list[Mention]:
    year = view.value("year")
    word = view.lexemes[view.match.groups["year"][0] - 1]
    if (word.value != "year" and word.kind != "c") or not isinstance(year, int) or not 1 <= year < 3000:  # noqa: PLR2004
        return []
    fiscal = word.kind == "c" or view.one("fiscal") is not None
    return [view.mention("DATE", Known(Period("year", year), fiscal=fiscal))]


def _decade(view: View) -> list[Mention]:
    digits = view.value("decade")
    if digits < 100:  # noqa: PLR2004 (two digits: of the last century, as the style books print it)
        digits += 1900 if digits >= 20 else 2000  # noqa: PLR2004
    if digits % 100 == 0:
        return [view.mention("DATE", Known(Period("century", digits // 100)))]
    return [view.mention("DATE", Known(Period("decade", digits // 10)))]


def _century(view: View) -> list[Mention]:
    if view.value("unit") != "century" or not view.value("number"):
        return []
    return [view.mention("DATE", Known(Period("century", view.value("number") - 1)))]


def _quarter(view: View) -> list[Mention]:
    number, unit = view.value("quarter"), view.one("unit")
    grain = "quarter"
    if unit is not None:
        if unit.kind == "F" and unit.text.lower() == "half":
            grain = "half"
        elif unit.text.lower() != "quarter":
            return []
    if number == FINAL and unit is not None and unit.kind != "F":
        number = 4
    if not 1 <= number <= {"quarter": 4, "half": 2}[grain]:
        return []
    fiscal = view.one("fiscal") is not None
    if view.value("year") is not None:
        part = calendar.part(cast("calendar.Grain", grain), view.value("year"), number)
        return [view.mention("DATE", Known(part, fiscal=fiscal))]
    shape = Recurring("half" if grain == "half" else "quarter", number=number, fiscal=fiscal)
    return [view.mention("DATE", shape)]


def _shared_quarter(view: View) -> list[Mention]:
    if view.value("unit") != "quarter" or not {view.value("quarter"), view.value("quarter2")} <= {1, 2, 3, 4}:
        return []
    one, two = view.match.groups["quarter"], view.match.groups["quarter2"]
    return [
        Mention(*one, "DATE", Recurring("quarter", number=view.value("quarter")), "quarter"),
        Mention(two[0], view.match.last, "DATE", Recurring("quarter", number=view.value("quarter2")), "quarter"),
    ]


def _half_year(view: View) -> list[Mention]:
    pull, _ = view.pull()
    half = view.one("half")
    if pull != -1 or half is None or half.text.lower() != "half":
        return []
    return [view.mention("DATE", Recurring("half", number=2))]


def _season(view: View) -> list[Mention]:
    number = calendar.SEASONS.index(view.value("season")) + 1
    year = view.value("year")
    if year is not None:
        return [view.mention("DATE", Known(calendar.part("season", year, number)))]
    pull, told = view.pull()
    return [view.mention("DATE", Recurring("season", number=number, pull=pull, told=told))]


def _the_nth(view: View) -> list[Mention]:
    """For "the 4th", printed in figures; whether it is a day is seen later, from the words around."""
    word = view.one("day")
    if word is None or not word.text[0].isdigit() or not 1 <= word.value <= LAST_DAY:
        return []
    return [view.mention("DATE", Recurring("monthday", day=word.value))]


def _holiday(view: View) -> list[Mention]:
    pull, _ = view.pull()
    shape: Shape = Recurring("holiday", holiday=view.value("holiday"), pull=pull)
    year = view.value("year")
    if year is not None:
        shape = Inside(cast("Recurring", shape), Known(Period("year", year)))
    unit = view.value("unit")
    if unit is not None:
        if unit not in ("week", "weekend"):
            return []
        shape = Around(cast("calendar.Grain", unit), shape)
    return [view.mention("DATE", shape)]


BUILDERS: dict[str, Builder] = {
    "month-day": _month_day,
    "month-days": _month_days,
    "day-span": _day_span,
    "month-span": _month_span,
    "month": _month,
    "weekday": _weekday,
    "weekday-the": _weekday_the,
    "other-calendar": calendars.build,
    "numeric": _numeric,
    "year": _year,
    "year-span": _year_span,
    "named-year": _named_year,
    "decade": _decade,
    "century": _century,
    "quarter": _quarter,
    "shared-quarter": _shared_quarter,
    "half-year": _half_year,
    "season": _season,
    "seasons": repeats.seasons,
    "pointed": pointing.pointed,
    "year-unit": pointing.year_unit,
    "period": pointing.period,
    "year-quarter": pointing.year_quarter,
    "most-recent": pointing.most_recent,
    "term": pointing.term,
    "that": pointing.that,
    "the-unit": pointing.the_unit,
    "unit-end": pointing.unit_end,
    "near-day": pointing.near_day,
    "day-beyond": pointing.day_beyond,
    "unit-beyond": pointing.unit_beyond,
    "beyond-next": pointing.beyond_next,
    "in-the-day": pointing.in_the_day,
    "then": pointing.then,
    "the-nth": _the_nth,
    "near-part": clocks.near_part,
    "near-night": clocks.near_night,
    "pointed-part": clocks.pointed_part,
    "that-part": clocks.that_part,
    "the-part": clocks.the_part,
    "mid-part": clocks.mid_part,
    "weekday-part": clocks.weekday_part,
    "weekday-parts": repeats.weekday_parts,
    "shared-parts": repeats.shared_parts,
    "year-earlier": pointing.year_earlier,
    "frequency": repeats.frequency,
    "every": repeats.every,
    "every-part": repeats.weekday_parts,
    "every-other": repeats.every_other,
    "every-two": repeats.every_two,
    "every-count": repeats.every_count,
    "weekdays": repeats.weekdays,
    "weekends": repeats.weekends,
    "reference": repeats.reference,
    "current": repeats.current,
    "near-reference": repeats.reference,
    "the-past": repeats.the_past,
    "clock": clocks.clock,
    "clock-part": clocks.clock_part,
    "clock-hours": clocks.clock_hours,
    "noon": clocks.noon,
    "holiday": _holiday,
    "length": lengths.build,
    "one-more": lengths.build_more,
    "a-unit": lengths.build_a,
    "unit-or-two": lengths.build_or_two,
    "long-unit": lengths.build_long,
    "these-units": repeats.these_days,
    "half-unit": lengths.build_half,
    "vague-length": lengths.build_vague,
    "bare-length": lengths.build_bare,
}
