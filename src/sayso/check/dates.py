"""Finds two dates for one event ("the store was hit on 4 May", "the strike on the store was on 6 May").

Stands alone because it is one rule: when two tellings are of one event, and when their dates may both hold.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from sayso.check.events import kinds_of
from sayso.check.judgement import Found, Judgement, LetGo
from sayso.check.moments import WEEK
from sayso.check.people import PERSONAL, named, person_at
from sayso.check.same import around, set_apart, several
from sayso.check.tellings import (
    Telling,
    apart_by_link,
    brings_in,
    called_alike,
    heads_entry,
    one_act,
    one_word,
    picks,
    tellings,
)
from sayso.check.things import fresh, one_thing
from sayso.lexicon import either, table, words
from sayso.parse.labels import SINGULAR_NOUNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.check.events import Event
    from sayso.check.facts import Facts
    from sayso.stages import Parsed

RULE = "two-dates-of-one-event"
FEW = 14  # days within which what is only taken up ("the collision") may be misdated
CLOSE = 31  # days within which two dates of something that may happen again are of one event
LONG = 100  # and of one whose years are printed and that befell one name
CALLED = 2
MOST = 2  # dates of one event, beyond which there are several such events
_LAST = re.compile(rf"(?:this |the )?(?:{either(words('checks', 'named_days', 'last'))})\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_FUTURE, _PAST = words("clauses", "helpers", "future"), words("clauses", "helpers", "surely_past")
_OF_COUNTS = words("clauses", "prepositions", "counts")


def judge(facts: Facts) -> Iterator[Judgement]:
    """A finding for each pair of tellings of one event whose dates cannot both hold, the nearest pair only."""
    parsed = facts.parsed
    if parsed is None:
        return
    found: set[str] = set()
    events = [event for event in facts.events if event.at.row.mod is None and _names_day(event.at.row.text)]
    told = [each for event in events for each in tellings(facts, parsed, event)]
    for one, two in combinations(told, 2):
        if one.event.sentence == two.event.sentence or not one.event.at.apart(two.event.at):
            continue
        if not one_act(one, two):
            continue
        spans = (one.event.span, two.event.span)
        reason = _two(facts, parsed, told, one, two) or set_apart(facts, one.event, two.event)
        reason = reason or _both_hold(facts, parsed, one, two)
        what = _name(one, two)
        if reason is not None:
            yield LetGo(RULE, reason, spans)
        elif what not in found:
            found.add(what)
            names = f"{one.event.at.name} in one place and {two.event.at.name} in another"
            yield Found("date-conflict", RULE, "low", f"The text dates one event ({what}) {names}.", spans)


def _name(one: Telling, two: Telling) -> str:
    return min(one.kinds & two.kinds or one.acts & two.acts or one.acts)


def _two(  # noqa: PLR0911 (one reason a case)
    facts: Facts, parsed: Parsed, told: Sequence[Telling], one: Telling, two: Telling
) -> str | None:
    """Why two tellings of one kind of act may be of two events; null where they are of one."""
    thing, by = _one_patient(facts, parsed, one, two), one_thing(parsed, one.agent, two.agent, doer=True)
    if thing is False:
        return "it befell two"
    if by is False:
        return "two did it"
    if apart_by_link(parsed, one, two):
        return "their clauses name other things"
    if (two.noun >= 0 and fresh(parsed, two.noun)) or brings_in(parsed, two):
        return "the second is told as another"
    by_noun = min(one.noun, two.noun) >= 0
    many = one.kinds & two.kinds <= set(table("checks")["event_words"]["many"])
    if many and not (thing or by_noun or _disputed(parsed, one, two)):
        return "nothing says that it befell the same"
    shared = around(facts, one.event, two.event)
    once = _once(one, two)
    known = one.given or two.given
    voices = one.voice != two.voice and not (two.patient >= 0 and fresh(parsed, two.patient))
    voices = voices and not (two.agent >= 0 and fresh(parsed, two.agent) and kinds_of(parsed, two.agent))
    if not (known or (once and thing) or voices):
        return "each is told as news"
    apart = (one.event.picks and two.event.picks) or ((one.event.picks or two.event.picks) and _gap(one, two) > WEEK)
    if apart or (not once and thing and two.noun < 0 and picks(parsed, two.event)):
        return "the date tells one such event from others"
    vague = {parsed.lower[t] for t in (one.patient, two.patient)} & set(table("checks")["event_words"]["vague"])
    bare = once and known and (min(one.patient, two.patient) < 0 or vague or two.event.pronoun)
    often = one.kinds & two.kinds & set(table("checks")["event_words"]["often"])
    tied = thing or bare or (shared and one.kinds & two.kinds and not often)
    single = known and one_word(one, two) if often else _gap(one, two) <= (FEW if known else WEEK)
    if not tied and (not single or several(facts, one.acts | two.acts)):
        return "nothing but the kind of event ties the two"
    return _several(facts, parsed, told, one, two)


def _disputed(parsed: Parsed, one: Telling, two: Telling) -> bool:
    """Whether two voices tell of one person or thing each ("Mira Danek was detained", "his client was arrested")."""
    whom = [parsed.tags[token] for token in (one.patient, two.patient) if token >= 0]
    return bool(one.voice and two.voice) and one.voice != two.voice and len(whom) > 1 and set(whom) <= SINGULAR_NOUNS


def _one_patient(facts: Facts, parsed: Parsed, one: Telling, two: Telling) -> bool | None:
    """Whether both acts befell one thing or person, pronouns taken for whom they stand for; null where unknown."""
    tokens = (one.patient, two.patient)
    pronouns = {parsed.lower[token] for token in tokens if token >= 0} & PERSONAL
    if min(tokens) < 0 or not pronouns:
        return one_thing(parsed, *tokens)
    who = [_person(facts, parsed, token) for token in tokens]
    return who[0] == who[1] and len(pronouns) == 1 if all(who) else None


def _person(facts: Facts, parsed: Parsed, token: int) -> str | None:
    """Whom a noun names, or a pronoun stands for, who is named no more than `CALLED` sentences before it."""
    known, span = facts.people, parsed.span(token, token + 1)
    if parsed.lower[token] not in PERSONAL:
        return named(parsed, known, token)
    first = parsed.sentence_tokens(max(0, parsed.sentence[token] - CALLED)).start
    who = person_at(facts, known, span)
    return who if who == known.before(int(parsed.starts[first]), span.start) else None


def _several(facts: Facts, parsed: Parsed, told: Sequence[Telling], one: Telling, two: Telling) -> str | None:
    """Why the dates of two tellings are those of two of several events; null where the report tells but one."""
    if any(
        e.at.day == one.event.at.day and e.at.grain in ("day", "clock") and e.sentence == two.event.sentence
        for e in facts.events
    ):
        return "the one date stands beside the other"
    others = [each for each in told if each.event not in (one.event, two.event) and _fits(parsed, each, two)]
    if any(not each.event.at.apart(two.event.at) and not _fits(parsed, each, one) for each in others):
        return "the date is that of another such event"
    days = {each.event.at.day for each in (*others, one, two) if each in (one, two) or _fits(parsed, each, one)}
    if len(days) > MOST:
        return "the report dates several such events"
    return None


def _once(one: Telling, two: Telling) -> bool:
    """Whether such an act befalls one thing but once."""
    words, kinds = table("checks")["event_words"], one.kinds & two.kinds
    return bool(kinds & set(words["once"])) and not kinds & set(words["often"])


def _fits(parsed: Parsed, one: Telling, two: Telling) -> bool:
    if not one_act(one, two) or one_thing(parsed, one.agent, two.agent, doer=True) is False:
        return False
    return one_thing(parsed, one.patient, two.patient) is not False


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


def _both_hold(facts: Facts, parsed: Parsed, one: Telling, two: Telling) -> str | None:  # noqa: PLR0911 (one reason a case)
    """Why both dates may hold of what is one event, or of two of a kind; null where they may not."""
    lexicon, first, second = table("checks")["event_words"], one.event, two.event
    if not (first.at.sure and second.at.sure):
        return "one of the two prints no year, so it may be another year's"
    if heads_entry(facts, first) and heads_entry(facts, second):
        return "the two are entries of a list of events"
    if {first.preposition, second.preposition} & set(lexicon["limits"]):
        return "one of the dates is a limit and not the day"
    gap = _gap(one, two)
    once = _once(one, two)
    named = first.at.printed_year and second.at.printed_year and first.names & second.names - facts.places
    if gap > (LONG if named else CLOSE) and not once and not called_alike(parsed, one, two):
        return "such an event may have happened twice"
    if facts.published is not None and (first.at.day > facts.published) != (second.at.day > facts.published):
        return "one is past and the other to come"
    if len({_to_come(parsed, event) for event in (first, second)} - {None}) > 1:
        return "one is past and the other to come"
    if {first.preposition, second.preposition} & _OF_COUNTS and max(one.noun, two.noun) < 0:
        return "the date may be that of a count"
    texts = [event.at.row.text.lower() for event in (first, second)]
    if gap <= WEEK and any(map(_LAST.match, texts)):
        return '"last" and "next" before a weekday may be a week off'
    if gap <= 1 and any(" night" in f" {text}" for text in texts):
        return "a night has two dates"
    return None


def _to_come(parsed: Parsed, event: Event) -> bool | None:
    """Whether the clause is of the future (True) or of the past; null where its verb does not show it."""
    if event.helpers & _FUTURE:
        return True
    past = event.verb >= 0 and parsed.tags[event.verb] == "VBD"
    return False if past or event.helpers & _PAST else None


def _gap(one: Telling, two: Telling) -> int:
    first, second = sorted((one.event.at, two.event.at), key=lambda when: when.first)
    return second.day - first.last_day
