"""Finds a stated length that the two dates it stands beside do not span ("from 9 June to 2 July 2020 ... six weeks").

Stands alone because it is one rule: a length whose two ends the words themselves name as its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.check.cutting import LETTERS
from sayso.check.judgement import Found, Judgement, LetGo
from sayso.check.lengths import YEAR, Told, between, fits, in_words, stated
from sayso.check.moments import DAY
from sayso.check.stretches import BEGAN, OPENER, Stretch, stretches
from sayso.lexicon import either, table, words
from sayso.parse import lemma

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.check.facts import Facts

RULE = "length-of-stretch"
LONGEST_WITHOUT_YEARS = 300 * DAY
MOST_WORDS_BETWEEN = 5
_NUMBER = re.compile(r"\d")
_LASTING = words("clauses", "prepositions", "plainly_lasting")
_ARTICLE = re.compile(rf"\b(?:{either(words('checks', 'lengths', 'articles'))})$")


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
    if _of_one_verb(facts, stretch, told):
        return ""
    if told.span.end <= stretch.start.row.span.start:
        return _told_before(facts, stretch, told)
    if told.span.start >= stretch.end.row.span.end:
        return _told_after(facts, stretch, told)
    return None


def _of_one_verb(facts: Facts, stretch: Stretch, told: Told) -> bool:
    """Whether "from", "until" and the length hang on one verb of a state ("will be shut for ten days from ... to")."""
    clause = next((event for one, event in facts.lengths if one == told), None)
    parsed = facts.parsed
    if parsed is None or clause is None or clause.verb < 0 or clause.preposition not in _LASTING:
        return False
    ends = [event for event in facts.events if event.span == stretch.start.row.span and event.verb == clause.verb]
    if stretch.opened != "from" or told.unit == "hour" or not ends or clause.phrase:
        return False
    lasting = lemma(parsed.words[clause.verb], "verb") in table("checks")["lengths"]["lasting"]
    return lasting or any(parsed.deps[child] == "auxpass" for child in parsed.children[clause.verb])


def _told_before(facts: Facts, stretch: Stretch, told: Told) -> str | None:
    gap = facts.between(told.span, stretch.start.row.span)
    opener = OPENER.search(gap)
    if opener is None:
        return None
    gap = gap[: opener.start()].strip(" -")
    words = LETTERS.findall(gap.lower())
    apart = words and stretch.opened == "between"  # "four months at the colony between 2015 and 2017"
    if apart or len(words) > MOST_WORDS_BETWEEN or _NUMBER.search(gap):
        return None
    if gap.strip(",") and "," in gap:
        return "other words stand between the length and the dates"
    if set(words) & set(table("checks")["lengths"]["apart"]):
        return "the words between say that the length is of something else"
    return ""


def _told_after(facts: Facts, stretch: Stretch, told: Told) -> str | None:
    gap = facts.between(stretch.end.row.span, told.span).lower().strip(" ,(\u2013\u2014-")
    gap = _ARTICLE.sub("", gap).strip(" ,(\u2013\u2014-")
    lexicon = table("checks")
    after = lexicon["lengths"]["told_after"] if stretch.opened != BEGAN else lexicon["stretch_verbs"]["told_after"]
    return "" if gap in after else None


def _doubt(facts: Facts, told: Told, *, told_after: bool) -> str | None:
    """Why a length is no claim about the whole stretch; null where it is one."""
    lexicon = table("checks")["lengths"]
    before = [] if told_after else LETTERS.findall(facts.before(told.span, 24))[-2:]
    whole = before[-1:] == ["of"] and before[0] in lexicon["whole"]
    if set(before[-1:]) & set(lexicon["not_before"]) and not whole and not _lasts(facts, told):
        return "the words before the length say that it is a part, a limit or a round number"
    after = LETTERS.findall(facts.after(told.span, 24))[:2]
    waged = told_after and after[:1] == ["of"] and set(after[1:]) <= set(lexicon["waged"])
    if not waged and set(after[:1]) & set(lexicon["not_after"]):
        return "the words after the length say that it is of something else"
    return None


def _lasts(facts: Facts, told: Told) -> bool:
    """Whether "last" before a length is the verb."""
    tokens = facts.tokens(told.span)
    return bool(tokens) and facts.parsed is not None and facts.parsed.tags[tokens[0] - 1].startswith("VB")
