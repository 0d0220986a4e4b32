"""Finds a stated length that the two dates it stands beside do not span ("from 9 June to 2 July 2020 ... six weeks").

Stands alone because it is one rule: a length whose two ends the words themselves name as its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.check.judgement import Found, Judgement, LetGo
from sayso.check.lengths import Told, between, fits, in_words, stated
from sayso.check.moments import DAY
from sayso.check.stretches import BEGAN, Stretch, stretches
from sayso.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.check.facts import Facts

RULE = "length-of-stretch"
YEAR = 365 * DAY
LONGEST_WITHOUT_YEARS = 300 * DAY
MOST_WORDS_BETWEEN = 5
_WORD = re.compile(r"[^\W\d_]+")
_OPENER = re.compile(r"\b(?:from|between)(?: the| about)?$")
_NUMBER = re.compile(r"\d")
_SINGLE = re.compile(r"an?\b")


def judge(facts: Facts) -> Iterator[Judgement]:
    """A finding for each length that stands beside a stretch and is not its length."""
    lengths = [told for told, _ in facts.lengths]
    for stretch in stretches(facts) if lengths else ():
        for told in lengths:
            tie = _tie(facts, stretch, told)
            if tie is None:
                continue
            spans = (stretch.start.row.span, stretch.end.row.span, told.span)
            reason = tie or _doubt(facts, told, told_after=told.span.start > stretch.span.start)
            low, high = _bounds(stretch)
            if reason is None and high < 0:
                reason = "the end stands before the start"
            if reason is None and fits(told, low, high):
                reason = f"{told.text} fits {in_words(low, high, told.unit)}"
            if reason is None and told.minutes > LONGEST_WITHOUT_YEARS and not _dated(stretch):
                reason = "one of the dates prints no year"
            if reason:
                yield LetGo(RULE, reason, spans)
            else:
                start, end = stretch.start, stretch.end
                names = (start.name, end.name) if _dated(stretch) else (start.row.text, end.row.text)
                why = f"{names[0]} to {names[1]} is {in_words(low, high, told.unit)}; the text says {stated(told)}."
                yield Found("duration-mismatch", RULE, "high", why, spans)


def _dated(stretch: Stretch) -> bool:
    return stretch.start.printed_year and stretch.end.printed_year


def _bounds(stretch: Stretch) -> tuple[int, int]:
    """The least and most minutes from start to end; without years the shortest way forward."""
    low, high = between(stretch.start, stretch.end)
    if stretch.start.grain == "day" and not _dated(stretch) and not 0 <= low <= YEAR:
        return low % YEAR, low % YEAR
    return low, high


def _tie(facts: Facts, stretch: Stretch, told: Told) -> str | None:
    """Null where length and stretch do not belong together, else a doubt about it, empty where there is none."""
    if not facts.together(told.span, stretch.span):
        return None
    if told.span.end <= stretch.start.row.span.start:
        return _told_before(facts, stretch, told)
    if told.span.start >= stretch.end.row.span.end:
        return _told_after(facts, stretch, told)
    return None


def _told_before(facts: Facts, stretch: Stretch, told: Told) -> str | None:
    gap = facts.between(told.span, stretch.start.row.span)
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


def _told_after(facts: Facts, stretch: Stretch, told: Told) -> str | None:
    gap = facts.between(stretch.end.row.span, told.span).lower().strip(" ,(\u2013\u2014-")
    gap = re.sub(r"\b(?:a|an|the|some)$", "", gap).strip(" ,(\u2013\u2014-")
    lexicon = table("checks")
    after = lexicon["lengths"]["told_after"] if stretch.opened != BEGAN else lexicon["stretch_verbs"]["told_after"]
    return "" if gap in after else None


def _doubt(facts: Facts, told: Told, *, told_after: bool) -> str | None:
    """Why a length is no claim about the whole stretch; null where it is one."""
    lexicon = table("checks")["lengths"]
    words = _WORD.findall(told.text.lower())
    if told.bound == "about" or _SINGLE.match(told.text.lower()):
        return "a rounding word stands before the length"
    before = [] if told_after else _WORD.findall(facts.before(told.span, 24))[-1:]
    if set(words) & set(lexicon["not_before"]) or set(before) & set(lexicon["not_before"]):
        return "the words before the length say that it is a part, a limit or a round number"
    after = _WORD.findall(facts.after(told.span, 24))[:2]
    waged = told_after and after[:1] == ["of"] and set(after[1:]) <= set(lexicon["waged"])
    if not waged and set(after[:1]) & set(lexicon["not_after"]):
        return "the words after the length say that it is of something else"
    return None
