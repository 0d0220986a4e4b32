"""Finds what a person is said to have done after death or before birth ("gave up the station in 1997", "died in 1994").

Stands alone because it is one rule: the ends of a life against the acts that a report tells of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.check.judgement import Found, Judgement, LetGo
from sayso.check.moments import may_swap, names_day
from sayso.check.people import People, named, person_at
from sayso.lexicon import table, words
from sayso.parse.labels import PASSIVE_MARKS, PAST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.check.events import Event
    from sayso.check.facts import Facts

RULE = "act-outside-life"
_DYING, _KILLING = words("checks", "lives", "dying"), words("checks", "lives", "killing")
_DEATHS = _DYING | _KILLING
_BIRTHS = words("checks", "lives", "births")
_PERSONS = frozenset(table("clauses")["pronouns"]["third"])
_PAST = words("clauses", "helpers", "emphatic_past")


def judge(facts: Facts) -> Iterator[Judgement]:
    """A finding for each act that stands beyond the one death or before the one birth told of its person."""
    known = facts.people
    dated = [(event, who) for event in facts.events if (who := _actor(facts, known, event)) is not None]
    for end, acts_end, after in (("died", _DEATHS, True), ("was born", _BIRTHS, False)):
        ends = [(event, who) for event, who in dated if acts_end & event.predicates]
        for limit, who in ends:
            if sum(other == who for _, other in ends) != 1:
                continue
            for act, doer in dated:
                if doer != who or act.span == limit.span or not _outside(limit, act, after=after):
                    continue
                spans = tuple(sorted((act.span, limit.span)))
                reason = _doubt(known, limit, act, who, after=after)
                if reason is not None:
                    yield LetGo(RULE, reason, spans)
                    continue
                name = who.capitalize()
                when = "after" if after else "before"
                did = f"did something {act.at.placed}, which is {when}"
                why = f"{name} {end} {limit.at.placed} by this text, and {did}."
                yield Found("order-conflict", RULE, "low", why, spans)


def _outside(limit: Event, act: Event, *, after: bool) -> bool:
    return act.at.first > limit.at.last if after else act.at.last < limit.at.first


def _doubt(known: People, limit: Event, act: Event, who: str, *, after: bool) -> str | None:
    if who in known.shared:
        return "two persons share the name"
    if not (limit.at.sure and act.at.sure):
        return "one of the two prints no year, so it may be another year's"
    if not (names_day(limit.at) and names_day(act.at)) or may_swap(limit.at, act.at):
        return "a time of the day, or a weekday alone, may be of another day"
    lexicon = table("checks")["lives"]
    if (after and act.predicates & set(lexicon["passive"])) or (act.clause | act.helpers) & set(lexicon["doubt"]):
        return "the act may be another's, or of after death"
    if act.at.day - limit.at.day in (-1, 0, 1):
        return "the two are a day apart"
    return None


def _actor(facts: Facts, known: People, event: Event) -> str | None:
    """The person that is the active subject of a finite verb in the past; of birth the passive one too."""
    parsed = facts.parsed
    if parsed is None or event.verb < 0 or event.subject < 0:
        return None
    passive = any(parsed.deps[child] in PASSIVE_MARKS for child in parsed.children[event.verb])
    if not passive and event.predicates & _KILLING:
        return None
    if passive and not event.predicates & (_BIRTHS | _DEATHS):
        by = [c for c in parsed.children[event.verb] if parsed.deps[c] == "agent"]
        doers = [deep for c in by for deep in parsed.children[c] if parsed.deps[deep] == "pobj"]
        return next((named(parsed, known, deep) for deep in doers), None)
    if parsed.tags[event.verb] not in PAST and not event.helpers & _PAST:
        return None
    span = parsed.span(event.subject, event.subject + 1)
    if parsed.lower[event.subject] in _PERSONS:
        return person_at(facts, known, span)
    return named(parsed, known, event.subject) if parsed.tags[event.subject][:2] == "NN" else None
