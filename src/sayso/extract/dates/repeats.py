"""Builds what needs no day of publication: sets ("every Friday", "daily") and references to past, present and future.

Stands alone because these values are the same whenever a report was written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.dates import lengths
from sayso.extract.dates.shapes import Mention, Plain
from sayso.lexicon import table

if TYPE_CHECKING:
    from sayso.extract.dates.view import View


def seasons(view: View) -> list[Mention]:
    """For "summers"."""
    return [view.mention("SET", Plain("XXXX-" + view.value("season")))]


def weekday_parts(view: View) -> list[Mention]:
    """For "Tuesday nights", "every Tuesday night"."""
    return [view.mention("SET", Plain(f"XXXX-WXX-{view.value('weekday')}T{view.value('part')}"))]


def shared_parts(view: View) -> list[Mention]:
    """For "Monday and Tuesday nights"."""
    one, two = view.match.groups["weekday"], view.match.groups["weekday2"]
    part = view.value("part")
    return [
        Mention(*one, "SET", Plain(f"XXXX-WXX-{view.value('weekday')}T{part}"), "weekday-parts"),
        Mention(two[0], view.match.last, "SET", Plain(f"XXXX-WXX-{view.value('weekday2')}T{part}"), "weekday-parts"),
    ]


def frequency(view: View) -> list[Mention]:
    """For "daily"."""
    return [view.mention("SET", Plain(view.value("frequency")))]


def every(view: View) -> list[Mention]:
    """For "every Friday", "each year"."""
    word = view.one("which")
    if word is None:
        return []
    if word.kind == "u":
        return [view.mention("SET", Plain(lengths.value(1, word.value)))]
    values = {
        "W": "XXXX-WXX-{}",
        "w": "XXXX-WXX-{}",
        "M": "XXXX-{:02}",
        "m": "XXXX-{:02}",
        "s": "XXXX-{}",
        "p": "XXXX-XX-XXT{}",
    }
    return [view.mention("SET", Plain(values[word.kind].format(word.value)))]


def every_other(view: View) -> list[Mention]:
    """For "every other week": each second one."""
    word = view.one("other")
    if word is None or word.text.lower() != "other":
        return []
    return [view.mention("SET", Plain(lengths.value(2, view.value("unit"))))]


def every_two(view: View) -> list[Mention]:
    """For "every Monday and Friday"."""
    value, (first, last) = view.value("which"), view.match.groups["other"]
    return [
        Mention(view.match.first, first - 1, "SET", Plain(f"XXXX-WXX-{value}"), "every"),
        Mention(first, last, "SET", Plain(f"XXXX-WXX-{view.value('other')}"), "every"),
    ]


def every_count(view: View) -> list[Mention]:
    """For "every two weeks"."""
    count = view.value("count")
    return [view.mention("SET", Plain(lengths.value(count, view.value("unit"))))]


def weekdays(view: View) -> list[Mention]:
    """For "Mondays"."""
    return [view.mention("SET", Plain(f"XXXX-WXX-{view.value('weekday')}"))]


def weekends(view: View) -> list[Mention]:
    """For "weekends"."""
    return [view.mention("SET", Plain("XXXX-WXX-WE"))] if view.value("unit") == "weekend" else []


def reference(view: View) -> list[Mention]:
    """For "now", "recently", "the future"."""
    value = view.value("reference")
    if view.one("the") is not None and value != "FUTURE_REF":
        return []
    return [view.mention("DATE", Plain(value))]


def current(view: View) -> list[Mention]:
    """For "current" before what is so now: "the current mayor"."""
    word = view.one("pointer")
    if word is None or table("dates")["references"].get(word.text.lower()) is None:
        return []
    return [view.mention("DATE", Plain(table("dates")["references"][word.text.lower()]))]


def these_days(view: View) -> list[Mention]:
    """For "these days"."""
    word = view.one("pointer")
    if word is None or word.text.lower() != "these" or view.value("unit") != "day":
        return []
    return [view.mention("DATE", Plain("PRESENT_REF"))]


def the_past(view: View) -> list[Mention]:
    """For "the past"."""
    word = view.one("pointer")
    if word is None or word.text.lower() != "past":
        return []
    return [view.mention("DATE", Plain("PAST_REF"))]
