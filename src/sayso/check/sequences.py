"""Finds what can only come second dated before what comes first (an arrival before its departure).

Stands alone because it is one rule: pairs of acts that have one order, and when two clauses are of one such pair.
"""

from __future__ import annotations

import re
from itertools import combinations, product
from typing import TYPE_CHECKING

from sayso.check import clauses
from sayso.check.judgement import Found, Judgement, LetGo
from sayso.check.moments import DAY, may_swap
from sayso.check.ties import belongs, definite, of_hurt, person, tied
from sayso.lexicon import either, table, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sayso.check.events import Event
    from sayso.check.facts import Facts
    from sayso.check.people import People

RULE = "second-before-first"
CLOSE = 31  # days by which what is said to come first may be dated later, for both to be of one story
HALF = 183  # days by which two days without a year are rather a year less apart the other way round
REACH = 24  # characters behind a clock time in which its day may be told
_OWN_DAY = re.compile(
    rf".*\b(?:the same day|{either(table('dates')['weekdays'])}|[0-9]{{1,2}} [a-z]{{3,9}}|[a-z]{{3,9}} [0-9]{{1,2}})\b",
    re.IGNORECASE,
)
_LIMITS = words("clauses", "prepositions", "limits")
LONGEST = 366  # days by which the second may stand before the first where only the acts tie them


def judge(facts: Facts) -> Iterator[Judgement]:
    """A finding for each two acts of one course of which the later is dated before the earlier."""
    known = facts.people
    for course in table("checks")["courses"] if facts.events else ():
        stages = _stages(facts, course["stages"])
        for (one, firsts), (two, later) in combinations(stages, 2):
            told: set[tuple[int, int]] = set()
            for first, second in product(firsts, later):
                if (first.sentence, second.sentence) in told or first.verb == second.verb >= 0:
                    continue
                if first.span == second.span or second.at.last >= first.at.first:
                    continue
                spans = tuple(sorted((first.span, second.span)))
                reason = _doubt(facts, known, course, (first, second), (firsts, later))
                if reason is not None:
                    yield LetGo(RULE, reason, spans)
                    continue
                told.add((first.sentence, second.sentence))
                what = f"{one[0].upper()}{one[1:]} comes before {two}"
                why = f"{what}, but the text dates the first {first.at.name} and the second {second.at.name}."
                yield Found("order-conflict", RULE, "low", why, spans)


def _stages(facts: Facts, stages: Sequence[Sequence[str]]) -> list[tuple[str, list[Event]]]:
    """The events of each stage by its name; what may be of two ("an appeal against the conviction") is of the later."""
    found: list[tuple[str, list[Event]]] = [(stage[0], []) for stage in stages]
    for event in facts.events:
        place = next((i for i in reversed(range(len(stages))) if _is(event, stages[i][1:])), None)
        if place is not None:
            found[place][1].append(event)
    return found


def _is(event: Event, acts: Sequence[str]) -> bool:
    phrasal = {act.split()[0] for act in event.predicates if " " in act}  # "signed off" is no signing
    named = (
        (event.acts - phrasal)
        | {event.preposition}
        | {f"{event.preposition} {word}" for word in event.predicates - event.nouns}
    )
    return bool(named & set(acts)) or ("taken by officers" in acts and _taken(event))


def _taken(event: Event) -> bool:
    """Whether somebody was taken from home or away by officers, which is an arrest by another name."""
    lexicon = table("checks")["course_words"]
    by_whom = {f"take {who}" for who in lexicon["officers"]}
    away = "away" in event.helpers or ("from" in event.clause and event.clause & set(lexicon["homes"]))
    return bool(event.acts & by_whom and away) and "hospital" not in event.clause


def _doubt(  # noqa: PLR0911 (one reason a case)
    facts: Facts,
    known: People,
    course: Mapping[str, str],
    pair: tuple[Event, Event],
    rows: tuple[list[Event], list[Event]],
) -> str | None:
    first, second = pair
    if reason := _of_other_time(facts, first, second):
        return reason
    near = first.core | second.core | first.helpers | second.helpers | first.clause | second.clause
    told = {word for event in (first, second) for word in clauses.words(facts, clauses.sentence(facts, event.span))}
    lexicon = table("checks")["course_words"]
    if near & set(lexicon["repeated"]) or told & set(lexicon["anywhere"]):
        return "the words say that there may be two such acts"
    plans = [bool((event.clause | event.helpers) & set(lexicon["planned"])) for event in pair]
    if plans[0] != plans[1] and first.sentence != second.sentence:
        return "one of the two is a plan"
    if first.denied or second.denied:
        return "one of the acts is denied"
    if {first.preposition, second.preposition} & _LIMITS:
        return "one of the dates is a limit"
    if first.picks or second.picks:
        return "the date tells one such act from others"
    if course["tie"] == "hurt":
        one_each = all(len({event.at.day for event in row}) == 1 for row in rows)
        near_by = first.at.day - second.at.day <= CLOSE
        return None if one_each and near_by and of_hurt(facts, first, second) else "it may have befallen others"
    tie = tied(facts, known, first, second) or _taken_up(facts, course, pair)
    if "office" in course:
        only = _all_words(facts) & set(table("checks")["course_words"]["once"])
        return None if tie and only else "nothing says that the office was held once"
    alone = all(len({event.sentence for event in row}) == 1 for row in rows)
    alone = alone and not any(belongs(facts, event) for event in pair)
    people = [person(facts, known, event) for event in pair]
    if tie is None and (course["tie"] != "alone" or not alone or (people[0] and people[1])):
        return "nothing says that the two acts are of one thing or person"
    rivals = [
        event
        for row, own, other in ((rows[0], first, second), (rows[1], second, first))
        for event in row
        if event.sentence != own.sentence and event.at.first != own.at.first and tied(facts, known, event, other)
    ]
    if rivals:
        return "the text tells several such acts"
    if "once" not in course and first.at.day - second.at.last // DAY > LONGEST:
        return "so long a time may hold two such acts"
    return None


def _of_other_time(facts: Facts, first: Event, second: Event) -> str | None:
    """Why one of the two may be of another year, week or day than it was resolved to."""
    if not (first.at.sure and second.at.sure):
        return "one of the two prints no year, so it may be another year's"
    if not (first.at.printed_year or second.at.printed_year) and first.at.day - second.at.day > HALF:
        return "one of the two prints no year, so it may be another year's"
    if may_swap(first.at, second.at):
        return "a weekday alone may be of the week before or after"
    clocks = [event.at.row for event in (first, second) if event.at.grain == "clock"]
    if _other_clock(facts, first, second) if len(clocks) > 1 else clocks and not _OWN_DAY.search(clocks[0].text):
        return "the clock times may be of two days or places"
    return None


def _taken_up(facts: Facts, course: Mapping[str, str], pair: tuple[Event, Event]) -> str | None:
    """What ties two acts of a course in which "the" is enough ("convicted him ... The trial, which began")."""
    early, late = sorted(pair, key=lambda event: event.span)
    return "the noun" if "taken_up" in course and definite(facts, early, late) else None


def _other_clock(facts: Facts, first: Event, second: Event) -> bool:
    """Whether the later act may be of the next day or of another zone."""
    lexicon = table("checks")["event_words"]
    row = second.at.row
    if _OWN_DAY.search(row.text) or _OWN_DAY.match(facts.after(row.span, REACH)):
        return False
    early, late = second.at.first % DAY, first.at.first % DAY
    over_midnight = late >= DAY // 2 > early or (early < DAY // 4 and late - early >= DAY // 6)
    return over_midnight or bool((first.clause | second.clause) & set(lexicon["other_clock"]))


def _all_words(facts: Facts) -> set[str]:
    """The words of the whole text, in lower case."""
    return set(facts.parsed.lower) if facts.parsed is not None else set()
