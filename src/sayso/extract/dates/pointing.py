"""Builds what is told by pointing at one period from another: "last year", "that quarter", "the day before yesterday".

Stands alone because these need no name of a day or month, only a unit and which way to count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.dates import lengths
from sayso.extract.dates.calendar import Period
from sayso.extract.dates.shapes import Away, Clock, Frame, Known, Plain, Same, Steps, Told
from sayso.extract.dates.view import View, told_pointers
from sayso.extract.dates.words import KINDS
from sayso.lexicon import table

if TYPE_CHECKING:
    from sayso.extract.dates.shapes import Mention

CLOCK_UNITS = ("second", "minute", "hour")


def pointed(view: View) -> list[Mention]:
    """For "last year", "the following week", "this coming month"."""
    unit = view.value("unit")
    pointers = [lexeme for lexeme in (*view.all("pointer"), *view.all("second")) if lexeme.kind == "l"]
    moves = [lexeme.value for lexeme in pointers if lexeme.value]
    told = any(lexeme.text.lower() in told_pointers() for lexeme in pointers)
    count = moves[0] if moves else 0
    if len(pointers) == 2 and (told or pointers[0].value):  # noqa: PLR2004 ("the week following last month's crash")
        return []
    if (
        unit in CLOCK_UNITS
        or unit == "millennium"
        or (unit in ("decade", "century") and pointers[0].text.lower() == "past")
    ):
        return [view.mention("DURATION", lengths.of(1, unit))]
    if unit == "fortnight":
        return [view.mention("DURATION", lengths.of(1, unit))]
    return [view.mention("DATE", Steps(unit, count, told))]


def most_recent(view: View) -> list[Mention]:
    """For "the most recent quarter": the last one."""
    most, recent, unit = view.one("most"), view.one("recent"), view.value("unit")
    if most is None or recent is None or (most.text.lower(), recent.text.lower()) != ("most", "recent"):
        return []
    if unit not in ("week", "weekend", "month", "quarter", "year"):
        return []
    return [view.mention("DATE", Steps(unit, -1))]


def term(view: View) -> list[Mention]:
    """For "the near term", "the long term": a stretch that lies ahead."""
    how = view.one("how")
    if how is None or view.value("moment") != "term" or how.text.lower() not in table("dates")["adjectives"]["term"]:
        return []
    return [view.mention("DATE", Plain("FUTURE_REF"))]


def year_unit(view: View) -> list[Mention]:
    """For "the 1988 quarter", "the 1988 period": no more than its year is sure where no figures are compared."""
    if view.value("unit") not in ("quarter", "period"):
        return []
    return [view.mention("DATE", Frame(view.value("year")))]


def period(view: View) -> list[Mention]:
    """For "the latest period", "the same period" (which needs a year behind it)."""
    word = view.one("pointer")
    if word is None or (word.kind == "l" and word.text.lower() != "latest"):
        return []
    return [view.mention("DATE", Frame())]


def year_quarter(view: View) -> list[Mention]:
    """For "last year's quarter"."""
    if view.value("pointer") != -1 or view.value("year") != "year" or view.value("unit") not in ("quarter", "period"):
        return []
    return [view.mention("DATE", Frame(back=1))]


def that(view: View) -> list[Mention]:
    """For "that year", "the same month"."""
    unit, after = view.value("unit"), view.match.last
    if unit in (*CLOCK_UNITS, "fortnight", "millennium"):
        return []
    if after < len(view.lexemes) and view.lexemes[after].kind == "-":
        return []  # "the comparable year-ago quarter"
    return [view.mention("DATE", Same(unit, firm=True))]


def the_unit(view: View) -> list[Mention]:
    """For "the year", "the full quarter"; a whole year is the one told of beside it."""
    unit = view.value("unit")
    if unit not in ("week", "weekend", "month", "quarter", "year"):
        return []
    whole = unit == "year" and view.one("adjective") is not None
    return [view.mention("DATE", Same(unit, firm=False, whole=whole))]


def unit_end(view: View) -> list[Mention]:
    """For "year-end", "year's end", "month end"."""
    word = view.one("mod")
    if word is None or word.text.lower() != "end" or view.value("unit") not in ("year", "month", "quarter"):
        return []
    year = view.value("year")
    if year is not None:
        return [view.mention("DATE", Known(Period("year", year)), "END")] if view.value("unit") == "year" else []
    return [view.mention("DATE", Same(view.value("unit"), firm=False), "END")]


def day_beyond(view: View) -> list[Mention]:
    """For "the day before yesterday", "the day after tomorrow"."""
    way, day = view.value("way"), view.value("day")
    word = view.one("way")
    if view.value("unit") != "day" or word is None or word.text.lower() not in ("before", "after"):
        return []
    return [view.mention("DATE", Steps("day", day + way))]


def near_day(view: View) -> list[Mention]:
    """For "yesterday"."""
    return [view.mention("DATE", Steps("day", view.value("day")))]


def year_earlier(view: View) -> list[Mention]:
    """For "year-earlier", "the year-ago quarter"."""
    tail = view.one("tail")
    if (
        tail is None
        or view.value("unit") not in ("year", "month", "week")
        or tail.text.lower() not in ("ago", "earlier")
    ):
        return []
    if view.value("unit") == "year":
        return [view.mention("DATE", Away(1, view.value("period") or "year", -1, told=True))]
    return [view.mention("DATE", Steps(view.value("unit"), -1, told=True))]


def unit_beyond(view: View) -> list[Mention]:
    """For "the year before", "the night before": from the date told of, or from one that stands behind it."""
    unit, way, value = view.one("unit"), view.one("way"), view.value("way")
    if unit is None or way is None or not value:
        return []
    if way.kind == KINDS["pointer"] and way.text.lower() not in told_pointers():
        return []
    step = 1 if value > 0 else -1
    if unit.kind == KINDS["part"]:
        return [view.mention("TIME", Clock("T" + unit.value, Steps("day", step, told=True)))]
    if unit.value not in ("day", "week", "weekend", "month", "year"):
        return []
    return [view.mention("DATE", Steps(unit.value, step, told=True))]


def beyond_next(view: View) -> list[Mention]:
    """For "the week after next", "the month before last"."""
    unit, way, step = view.value("unit"), view.one("way"), view.value("pointer")
    words = (way.text.lower(), view.all("pointer")[0].text.lower()) if way is not None else ()
    if words not in (("after", "next"), ("before", "last")) or unit not in ("week", "weekend", "month", "year"):
        return []
    return [view.mention("DATE", Steps(unit, 2 * step))]


def then(view: View) -> list[Mention]:
    """For "until then", "by that time"; whether it is a date told of is seen later, from the word before."""
    if view.value("moment") == "term":
        return []  # "that term"
    return [view.mention("DATE", Told())]


def in_the_day(view: View) -> list[Mention]:
    """For "later in the day": the day told of."""
    if view.value("unit") != "day":
        return []
    return [view.mention("DATE", Same("day", firm=True), view.value("mod"))]
