"""Finds two dates for one event ("the store was hit on 4 May", "the strike on the store was on 6 May").

Stands alone because it is one rule: when two dated clauses speak of one event, and when they may not.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from sayso.check.judgement import Found, Judgement, LetGo
from sayso.check.moments import DAY, sure
from sayso.lexicon import table
from sayso.parse import lemma

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.check.events import Event
    from sayso.check.facts import Facts
    from sayso.model import Span

RULE = "two-dates-of-one-event"
FEW_DAYS = 7  # within which two accounts that are said to differ speak of one event at one thing
REACH = 500  # characters before an event in which accounts are said to differ
WEEK = 7
_LAST = re.compile(r"(?:this |the )?(?:last|next|past|previous|coming)\b", re.IGNORECASE)
CLOSE = 31  # days within which two dates of something that may happen again are of one event
NAMES = 2  # words that two names of an event share besides the event's noun, for it to be one by its name alone
_WORD = re.compile(r"[^\W_]+")


def judge(facts: Facts) -> Iterator[Judgement]:
    """A finding for each pair of dated clauses on one event whose dates cannot both hold, the nearest pair only."""
    told: set[str] = set()
    for one, two in combinations(facts.events, 2):
        if one.sentence == two.sentence or one.span == two.span or not _apart(one, two):
            continue
        what = _same(facts, one, two)
        if what is None:
            continue
        spans = (one.span, two.span)
        reason = _doubt(facts, one, two, what)
        if reason is not None:
            yield LetGo(RULE, reason, spans)
        elif what not in told:
            told.add(what)
            yield Found("date-conflict", RULE, "low", _why(one, two, what), spans)


def _why(one: Event, two: Event, what: str) -> str:
    return f"The text dates one event ({what}) {one.when.name} in one place and {two.when.name} in another."


def _apart(one: Event, two: Event) -> bool:
    return one.when.last < two.when.first or two.when.last < one.when.first


def _classes(event: Event) -> set[str]:
    """The kinds of event that its acts are of."""
    return {name for name, words in table("checks")["same_event"].items() if event.acts & set(words)}


def _same(facts: Facts, one: Event, two: Event) -> str | None:  # noqa: PLR0911 (one reason a case)
    """What both are about, where kind and theme are the same; null where they are not."""
    lexicon = table("checks")["event_words"]
    kinds = _classes(one) & _classes(two)
    events_words = {word for kind in kinds for word in table("checks")["same_event"][kind]}
    theme = (one.words & two.words) - events_words - set(lexicon["vague"])
    strong = theme & one.core & two.core
    if kinds and strong:
        return ", ".join(sorted(strong))
    if kinds and theme and (one.core | two.core) & theme and _definite(facts, two, events_words):
        return ", ".join(sorted(theme))
    single = one.predicates & two.predicates & set(lexicon["single"])
    if single and _definite(facts, two, events_words):
        return min(single)
    to_come = facts.published is not None and min(one.when.day, two.when.day) > facts.published
    if kinds & set(lexicon["by_headline"]) and to_come:
        return min(kinds & set(lexicon["by_headline"]))
    if kinds & set(lexicon["by_headline"]) and _in_headline(facts, one) and _definite(facts, two, events_words):
        return min(kinds & set(lexicon["by_headline"]))
    things = {
        word for word in theme & (one.core | two.core) if f" {word} " in f" {facts.text} "
    }  # no names: people do many things
    if things and _gap(one, two) <= FEW_DAYS and _disputed(facts, one):
        return ", ".join(sorted(things))
    return None


def _definite(facts: Facts, event: Event, words: set[str]) -> bool:
    """Whether the event's noun has a definite article or the like, so that it was spoken of before."""
    parsed = facts.parsed
    if parsed is None:
        return False
    definite = set(table("checks")["event_words"]["definite"])
    return any(
        parsed.lower[token] in words and any(parsed.lower[child] in definite for child in parsed.children[token])
        for token in parsed.sentence_tokens(event.sentence)
    )


def _in_headline(facts: Facts, event: Event) -> bool:
    return any(part.kind == "headline" and part.span.holds(event.span) for part in facts.cleaned.paragraphs) or (
        event.sentence == 0 and "\n" in facts.text[event.span.end : event.span.end + 80]
    )


def _disputed(facts: Facts, event: Event) -> bool:
    """Whether the sentences up to the event's say that accounts differ."""
    words = " ".join(_WORD.findall(facts.text[max(0, event.span.start - REACH) : event.span.start].lower()))
    return any(f" {phrase} " in f" {words} " for phrase in table("checks")["event_words"]["disputed"])


def _doubt(facts: Facts, one: Event, two: Event, what: str) -> str | None:  # noqa: C901, PLR0911, PLR0912 (one reason a case)
    lexicon = table("checks")["event_words"]
    if not (sure(facts, one.when) and sure(facts, two.when)):
        return "one of the two prints no year, so it may be another year's"
    if {one.preposition, two.preposition} & set(lexicon["limits"]):
        return "one of the dates is a limit and not the day"
    if one.picks or two.picks:
        return "the date tells one such event from others"
    if _quoted_now(facts, one) or _quoted_now(facts, two):
        return "a day named within a quotation is counted from the day of the words"
    words = one.clause | two.clause
    if words & set(lexicon["changed"]):
        return "the words say that the date was changed"
    near = one.core | two.core | one.helpers | two.helpers
    if words & set(lexicon["again"]) or near & set(lexicon["others"]):
        return "the words say that there may be two such events"
    if words & set(lexicon["zones"]):
        return "the two may be times of two places"
    if _plural(facts, one, what) or _plural(facts, two, what):
        return "the words speak of several"
    if _places(facts, one) and _places(facts, two) and not _places(facts, one) & _places(facts, two):
        return "the two may be in two places"
    gap = _gap(one, two)
    once = _classes(one) & _classes(two) & set(lexicon["once"])
    if gap > CLOSE and not once and not _named(one, two):
        return "such an event may have happened twice"
    if facts.published is not None and (one.when.day > facts.published) != (two.when.day > facts.published):
        return "one is past and the other to come"
    if gap <= WEEK and any(_LAST.match(event.when.row.text) for event in (one, two)):
        return '"last" and "next" before a weekday may be a week off'
    if gap <= 1 and any(" night" in f" {event.when.row.text.lower()}" for event in (one, two)):
        return "a night has two dates"
    return None


def _quoted_now(facts: Facts, event: Event) -> bool:
    """Whether a quotation names the day by its distance from the speaker's own ("this morning")."""
    words = set(_WORD.findall(event.when.row.text.lower()))
    if words & set(table("dates")["weekdays"]) or any(char.isdigit() for char in event.when.row.text):
        return False
    return any(span.holds(event.span) for row in facts.reading.attributions for span in row.content.spans)


def _plural(facts: Facts, event: Event, what: str) -> bool:
    """Whether one of the shared words stands in the plural in the event's sentence."""
    parsed = facts.parsed
    shared = set(what.split(", "))
    if parsed is None:
        return False
    tokens = parsed.sentence_tokens(event.sentence)
    return any(parsed.tags[t] == "NNS" and lemma(parsed.words[t], "noun") in shared for t in tokens)


def _places(facts: Facts, event: Event) -> set[str]:
    """The places that the event's sentence names."""
    parsed = facts.parsed
    if parsed is None:
        return set()
    tokens = parsed.sentence_tokens(event.sentence)
    found = parsed.entities_in(tokens.start, tokens.stop)
    return {_text(facts, entity.span) for entity in found if entity.label in ("GPE", "LOC", "FAC")}


def _text(facts: Facts, span: Span) -> str:
    return span.of(facts.text).lower().removeprefix("the ")


def _named(one: Event, two: Event) -> bool:
    """Whether both hang on a noun with the same words around it ("the great Cordel earthquake of 1939")."""
    return len(one.core & two.core) > NAMES


def _gap(one: Event, two: Event) -> int:
    first, second = sorted((one.when, two.when), key=lambda when: when.first)
    return second.first // DAY - first.last // DAY
