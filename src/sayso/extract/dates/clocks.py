"""Builds times of day: clock times, parts of the day, and both with the day they stand beside.

Stands alone because a time of day is the same on every day, and only its day needs a calendar.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.dates import numeric
from sayso.extract.dates.shapes import Clock, Recurring, Same, Steps
from sayso.lexicon import table

if TYPE_CHECKING:
    from sayso.extract.dates.shapes import Mention
    from sayso.extract.dates.view import View
    from sayso.extract.dates.words import Lexeme


def near_part(view: View) -> list[Mention]:
    """For "yesterday morning"."""
    return [view.mention("TIME", Clock("T" + view.value("part"), Steps("day", view.value("day"))))]


def near_night(view: View) -> list[Mention]:
    """For "tonight" and "overnight"."""
    word = view.one("part")
    told = word is not None and word.text.lower() == "overnight"
    return [view.mention("TIME", Clock("TNI", None if told else Steps("day", 0)))]


def pointed_part(view: View) -> list[Mention]:
    """For "this morning", "last night"; "the following evening" counts from the day told of."""
    pull, told = view.pull()
    told = told or (pull == 1 and view.lexemes[view.match.first].kind == "D")  # "the next morning"
    return [view.mention("TIME", Clock("T" + view.value("part"), Steps("day", pull or 0, told)))]


def that_part(view: View) -> list[Mention]:
    """For "that night"."""
    return [view.mention("TIME", Clock("T" + view.value("part"), Same("day", firm=True)))]


def the_part(view: View) -> list[Mention]:
    """For "the morning": of the day told of."""
    return [view.mention("TIME", Clock("T" + view.value("part"), None))]


def mid_part(view: View) -> list[Mention]:
    """For "mid-afternoon"."""
    return [view.mention("TIME", Clock("T" + view.value("part"), None), view.value("mod"))]


def weekday_part(view: View) -> list[Mention]:
    """For "Friday night"."""
    pull, told = view.pull()
    day = Recurring("weekday", number=view.value("weekday"), pull=pull, told=told)
    return [view.mention("TIME", Clock("T" + view.value("part"), day))]


def clock(view: View) -> list[Mention]:
    """For "10 p.m.", "18:00 UTC"."""
    clock, half = view.one("clock"), view.value("half")
    if clock is None:
        return []
    time = numeric.clock(_digits(clock), half)
    if time is None:
        return []
    return [view.mention("TIME", Clock(f"T{time}", None, _offset(view)))]


def _digits(clock: Lexeme) -> str:
    """The hour and minute as printed, or the hour that words tell ("eight o'clock")."""
    worded = clock.kind == "v" or clock.text[0].isalpha()
    return str(clock.value) if worded else clock.text


def _offset(view: View) -> int | None:
    zone = view.value("zone")
    return zone if isinstance(zone, int) else None


def clock_part(view: View) -> list[Mention]:
    """For "4 in the morning", "four in the afternoon"."""
    clock, part = view.one("clock"), view.value("part")
    if clock is None or clock.value is None or (clock.kind == "n" and not clock.text[0].isalpha()):
        return []
    time = numeric.clock(str(clock.value), "a" if part == "MO" else "p")
    return [] if time is None else [view.mention("TIME", Clock(f"T{time}", None))]


def clock_hours(view: View) -> list[Mention]:
    """For "0900 hours", "at 1800 hours"."""
    clock, first = view.one("clock"), view.match.first
    if clock is None or len(clock.text) != 4 or not clock.text.isdigit() or view.value("unit") != "hour":  # noqa: PLR2004
        return []
    before = view.lexemes[first - 1].text.lower() if first else ""
    time = numeric.clock(clock.text, None)
    if time is None or not (clock.text[0] == "0" or before in table("dates")["clock_cues"]["before"]):
        return []
    return [view.mention("TIME", Clock(f"T{time}", None))]


def noon(view: View) -> list[Mention]:
    """For "noon" and "midnight"."""
    return [view.mention("TIME", Clock(f"T{view.value('noon')}", None, _offset(view)))]
