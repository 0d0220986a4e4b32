"""Finds two dates for one event ("the store was hit on 4 May", "the strike on the store was on 6 May").

Stands alone because it is one rule: when two dated clauses speak of one event, and when their dates may both hold.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from sayso.check.judgement import Found, Judgement, LetGo
from sayso.check.same import around, definite, differs, one_event
from sayso.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.check.events import Event
    from sayso.check.facts import Facts

RULE = "two-dates-of-one-event"
FEW_DAYS = 7  # within which two accounts that are said to differ speak of one event at one thing
REACH = 500  # characters before an event in which accounts are said to differ
WEEK = 7
DATES = 3  # of one event at most, two of which are one day told from two sides
LONG = 100  # and of one whose years are printed and that befell one name
CLOSE = 31  # days within which two dates of something that may happen again are of one event
NAMES = 2  # words that two names of an event share besides the event's noun, for it to be one by its name alone
_LAST = re.compile(r"(?:this |the )?(?:last|next|past|previous|coming|following)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")


def judge(facts: Facts) -> Iterator[Judgement]:
    """A finding for each pair of dated clauses on one event whose dates cannot both hold, the nearest pair only."""
    told: set[str] = set()
    events = [event for event in facts.events if event.at.row.mod is None and _names_day(event.at.row.text)]
    for one, two in combinations(events, 2):
        if one.sentence == two.sentence or one.span == two.span or not one.at.apart(two.at):
            continue
        what = _same(facts, one, two)
        if what is None:
            continue
        spans = (one.span, two.span)
        reason = differs(facts, one, two) or _several(facts, events, one, two) or _both_hold(facts, one, two)
        if reason is not None:
            yield LetGo(RULE, reason, spans)
        elif what not in told:
            told.add(what)
            why = f"The text dates one event ({what}) {one.at.name} in one place and {two.at.name} in another."
            yield Found("date-conflict", RULE, "low", why, spans)


def _several(facts: Facts, events: list[Event], one: Event, two: Event) -> str | None:
    """That the report dates such an event more than twice, so that there are several."""
    kinds, theme = one.kinds & two.kinds, around(facts, one, two)
    alike = [event for event in events if event.kinds & kinds and (not theme or event.words & theme)]
    return "the report dates several such events" if len({event.at.day for event in alike}) > DATES else None


def _names_day(text: str) -> bool:
    """Whether the words name a day, month or year, and not only a time of some day ("7 pm", "the morning")."""
    words, lexicon = set(_WORD.findall(text.lower())), table("dates")
    days = {
        *lexicon["weekdays"],
        *lexicon["weekday_abbreviations"],
        *lexicon["months"],
        *lexicon["month_abbreviations"],
    }
    return bool(words & {*days, *table("checks")["named_days"]["offsets"]}) or re.search(r"[0-9]{4}", text) is not None


def _same(facts: Facts, one: Event, two: Event) -> str | None:
    """What both are about, where they may be one event; null where not."""
    what = one_event(facts, one, two)
    if what is not None:
        return what
    lexicon = table("checks")["event_words"]
    headline = one.kinds & two.kinds & set(lexicon["by_headline"])
    to_come = facts.published is not None and min(one.at.day, two.at.day) > facts.published
    if headline and (to_come or (_in_headline(facts, one) and definite(facts, two))):
        return min(headline)
    things = around(facts, one, two) - one.names - two.names  # no names: people do many things
    if things and _gap(one, two) <= FEW_DAYS and _disputed(facts, one):
        return ", ".join(sorted(things))
    return None


def _in_headline(facts: Facts, event: Event) -> bool:
    return any(part.kind == "headline" and part.span.holds(event.span) for part in facts.cleaned.paragraphs) or (
        event.sentence == 0 and "\n" in facts.text[event.span.end : event.span.end + 80]
    )


def _disputed(facts: Facts, event: Event) -> bool:
    """Whether the sentences up to the event's say that accounts differ."""
    words = " ".join(_WORD.findall(facts.text[max(0, event.span.start - REACH) : event.span.start].lower()))
    return any(f" {phrase} " in f" {words} " for phrase in table("checks")["event_words"]["disputed"])


def _both_hold(facts: Facts, one: Event, two: Event) -> str | None:  # noqa: PLR0911 (one reason a case)
    """Why both dates may hold of what is one event, or of two of a kind; null where they may not."""
    lexicon = table("checks")["event_words"]
    if not (one.at.sure and two.at.sure):
        return "one of the two prints no year, so it may be another year's"
    if {one.preposition, two.preposition} & set(lexicon["limits"]):
        return "one of the dates is a limit and not the day"
    gap = _gap(one, two)
    once = one.kinds & two.kinds & set(lexicon["once"])
    named = one.at.printed_year and two.at.printed_year and one.names & two.names - facts.places
    if gap > (LONG if named else CLOSE) and not once and not _one_name(facts, one, two):
        return "such an event may have happened twice"
    if facts.published is not None and (one.at.day > facts.published) != (two.at.day > facts.published):
        return "one is past and the other to come"
    texts = [event.at.row.text.lower() for event in (one, two)]
    if gap <= WEEK and any(map(_LAST.match, texts)):
        return '"last" and "next" before a weekday may be a week off'
    if gap <= 1 and any(" night" in f" {text}" for text in texts):
        return "a night has two dates"
    return None


def _one_name(facts: Facts, one: Event, two: Event) -> bool:
    """Whether both hang on a noun with the same words around it ("the great Cordel earthquake of 1939")."""
    parsed = facts.parsed
    if parsed is None or min(one.noun, two.noun) < 0:
        return False
    names = [
        {parsed.lower[c] for c in parsed.children[event.noun] if parsed.deps[c] in ("compound", "amod")}
        for event in (one, two)
    ]
    return names[0] == names[1] and len(names[0]) >= NAMES


def _gap(one: Event, two: Event) -> int:
    first, second = sorted((one.at, two.at), key=lambda when: when.first)
    return second.day - first.last_day
