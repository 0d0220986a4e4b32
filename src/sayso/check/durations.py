"""Finds a stated length that the two dates it stands beside do not span ("from 9 June to 2 July 2020 ... six weeks").

Stands alone because it is one rule: both ends, whole days, inclusive or not, and how far each unit is rounded.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.check.facts import DAYS, UNITS, count
from sayso.check.judgement import Found, Judgement, LetGo
from sayso.check.spans_of_time import BEGAN, Stretch, stretches
from sayso.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.check.facts import Facts, Length

RULE = "length-of-stretch"
DAYS_IN_YEAR = 365
LONGEST_WITHOUT_YEARS = 300
# Days by which a length in a unit may differ from the dates before anyone would call it wrong, and the same as a share.
SLACK = {"D": (1, 0.0), "W": (5, 0.1), "M": (20, 0.08), "Y": (200, 0.05)}
MOST_WORDS_BETWEEN = 5
_WORD = re.compile(r"[^\W\d_]+")
_OPENER = re.compile(r"\b(?:from|between)(?: the| about)?$")
_NUMBER = re.compile(r"\d")


def judge(facts: Facts) -> Iterator[Judgement]:
    """A finding for each length that stands beside a stretch and is not its length."""
    for stretch in stretches(facts):
        for length in facts.lengths:
            tie = _tie(facts, stretch, length)
            if tie is None:
                continue
            spans = (stretch.start.row.span, stretch.end.row.span, length.row.span)
            reason = tie or _doubt(facts, length, told_after=length.row.span.start > stretch.span.start)
            low, high = _bounds(stretch)
            if reason is None and low < 0:
                reason = "the end stands before the start"
            if reason is None and _fits(length, low, high):
                reason = f"{length.name} fits {_days(low, high)}"
            if reason is None and length.amount * DAYS[length.unit] > LONGEST_WITHOUT_YEARS and not _dated(stretch):
                reason = "one of the dates prints no year"
            if reason:
                yield LetGo(RULE, reason, spans)
            else:
                yield Found("duration-mismatch", RULE, "high", _why(stretch, length, low, high), spans)


def _why(stretch: Stretch, length: Length, low: int, high: int) -> str:
    start, end = stretch.start.name, stretch.end.name
    if not _dated(stretch):
        start, end = stretch.start.row.text, stretch.end.row.text
    stated = f"{length.amount:,} {UNITS[length.unit]}" + ("" if length.amount == 1 else "s")
    extra = "" if length.unit == "D" else f" ({round(length.amount * DAYS[length.unit]):,} days)"
    return f"{start} to {end} is {_days(low, high)}; the text says {stated}{extra}."


def _days(low: int, high: int) -> str:
    return count(low, "day") if low == high else f"{low:,} to {high:,} days"


def _dated(stretch: Stretch) -> bool:
    return stretch.start.with_year and stretch.end.with_year


def _bounds(stretch: Stretch) -> tuple[int, int]:
    """The least and most days from start to end, not counting the first; without years the shortest way forward."""
    start, end = stretch.start, stretch.end
    if start.grain == "day" and not _dated(stretch):
        days = end.first - start.first
        if not 0 <= days <= DAYS_IN_YEAR:
            days %= DAYS_IN_YEAR
        return days, days
    return max(end.first - start.last, -1) if end.last >= start.first else -1, end.last - start.first


def _fits(length: Length, low: int, high: int) -> bool:
    """Whether the length is that of the stretch, counted with or without its first day, within what units round."""
    days = length.amount * DAYS[length.unit]
    fixed, share = SLACK[length.unit]
    slack = max(fixed, share * days)
    return low - slack <= days <= high + 1 + slack


def _tie(facts: Facts, stretch: Stretch, length: Length) -> str | None:
    """Null where length and stretch do not belong together, else a doubt about it, empty where there is none."""
    row = length.row.span
    if not facts.together(row, stretch.span):
        return None
    if row.end <= stretch.start.row.span.start:
        return _told_before(facts, stretch, length)
    if row.start >= stretch.end.row.span.end:
        return _told_after(facts, stretch, length)
    return None


def _told_before(facts: Facts, stretch: Stretch, length: Length) -> str | None:
    gap = facts.between(length.row.span, stretch.start.row.span)
    opener = _OPENER.search(gap)
    if opener is None:
        return None
    gap = gap[: opener.start()].strip(" -")
    words = _WORD.findall(gap.lower())
    if len(words) > MOST_WORDS_BETWEEN or _NUMBER.search(gap):
        return None
    if gap.strip(",") and "," in gap:
        return "other words stand between the length and the dates"
    if set(words) & set(table("checks")["lengths"]["apart"]):
        return "the words between say that the length is of something else"
    return ""


def _told_after(facts: Facts, stretch: Stretch, length: Length) -> str | None:
    gap = facts.between(stretch.end.row.span, length.row.span).lower().strip(" ,(\u2013\u2014-")
    gap = re.sub(r"\b(?:a|an|the|some)$", "", gap).strip(" ,(\u2013\u2014-")
    lexicon = table("checks")
    told = lexicon["lengths"]["told_after"] if stretch.opened != BEGAN else lexicon["stretch_verbs"]["told_after"]
    return "" if gap in told else None


def _doubt(facts: Facts, length: Length, *, told_after: bool) -> str | None:
    """Why a length is no claim about the whole stretch; null where it is one."""
    lexicon = table("checks")["lengths"]
    if length.row.mod is not None:
        return "a rounding word stands before the length"
    words = _WORD.findall(length.row.text.lower())
    if words[:1] in (["a"], ["an"]) or length.amount == 1:
        return "a single unit is a round number"
    before = [] if told_after else _WORD.findall(facts.before(length.row.span, 24))[-1:]
    if set(words) & set(lexicon["not_before"]) or set(before) & set(lexicon["not_before"]):
        return "the words before the length say that it is a part, a limit or a round number"
    after = _WORD.findall(facts.after(length.row.span, 24))[:2]
    waged = told_after and after[:1] == ["of"] and set(after[1:]) <= set(lexicon["waged"])
    if not waged and set(after[:1]) & set(lexicon["not_after"]):
        return "the words after the length say that it is of something else"
    return None
