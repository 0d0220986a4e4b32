"""Finds two sources that count one thing at one event in numbers whose ranges do not meet.

Stands alone because it is one rule: what is counted, whom, where, when and by whom must be known to agree or differ.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from sayso.check.counting import told as number
from sayso.check.same_count import likeness, of_one_sort, same_count
from sayso.lexicon import table, words
from sayso.link.events.passages import same_happening
from sayso.link.misfits.later import later
from sayso.link.misfits.quantities import CROWD, PEOPLE
from sayso.link.misfits.sources import same_source
from sayso.link.misfits.spelling import meaning, words_in
from sayso.link.misfits.taken_back import taken_back
from sayso.link.misfits.tellers import given_by
from sayso.link.misfits.values import Misfit, Passed, evidence, other_event
from sayso.resolve.terms import noun_class

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.link.misfits.prepared import Prepared
    from sayso.link.misfits.sources import Source
    from sayso.link.misfits.tolls import Toll
    from sayso.model import Severity
from sayso.link.misfits.values import Differs, Judgement, Shared

RULE = "two-sources-apart"
NEAR_DAYS = 3
MOST = 12
"""How many times the one the other may be."""
ALIKE, PLAIN, UNLIKE = 1.0, 1.5, -0.5
"""Log odds of being one count that two must have: where what is counted is named differently, where its name says
little, and in any case."""
SORTS, SURE = frozenset(("men", "women", "children")), 10
"""Sorts of people that reports list apart, and how many of them are no longer a few."""


def judge(a: Prepared, b: Prepared, _shared: Shared) -> Iterator[Judgement]:
    """A misfit for each pair of counts of one thing at one event, by two sources, that cannot both be right."""
    for one, two in product(a.tolls, b.tolls):
        if one.figure.value == two.figure.value or not same_counted(one, two):
            continue
        spans = evidence((a.id, (one.figure.span,)), (b.id, (two.figure.span,)))
        apart = scope(one, two) or _doubt(a, one, b, two)
        if apart is not None:
            yield Passed(RULE, *apart, spans)
        else:
            severity: Severity = "low" if later(a, one, b, two) == "perhaps" else "high"
            yield Misfit("figure-conflict", RULE, severity, _why(a, one, b, two), spans)


def same_counted(one: Toll, two: Toll, least: float = UNLIKE) -> bool:
    """Whether both count what befell alike, or only name it otherwise, in sentences that mean much the same."""
    kinds = one.figure.kind, two.figure.kind
    if not one.counted or not two.counted or one.person != two.person or kinds[0] != kinds[1]:
        return False
    if one.counted != two.counted:
        named = one.figure.counted and two.figure.counted
        if kinds[0] != "count" or named or (one.person and {one.counted, two.counted} != {PEOPLE, CROWD}):
            return False
        least = ALIKE
    return of_one_sort(one.count, two.count) and odds(one, two) >= least


def odds(one: Toll, two: Toll) -> float:
    """The log odds of two figures being one count, by what is told beside them."""
    return same_count(likeness(one.count, two.count))


def _told_alike(one: Toll, two: Toll) -> bool:
    """Whether some word beside both tells the same of what is counted."""
    return bool((one.count.beside.keys() & two.count.beside.keys()) - {one.count.noun, two.count.noun})


def _why(a: Prepared, one: Toll, b: Prepared, two: Toll) -> str:
    first, second = sorted(((one, _name(a, one)), (two, _name(b, two))), key=lambda side: (side[0].low, side[1]))
    gap = number(second[0].low - first[0].high) if second[0].low > first[0].high else "0"
    return (
        f"Of one count at one event, {first[1]} has {first[0].figure.text!r} and {second[1]} has "
        f"{second[0].figure.text!r}: the ranges are {gap} apart."
    )


def _name(side: Prepared, toll: Toll) -> str:
    if toll.source is not None:
        return toll.source.name
    outlet = side.reading.report.outlet
    return outlet.name if outlet is not None else "one report"


def scope(one: Toll, two: Toll) -> tuple[Differs, str] | None:  # noqa: PLR0911 - one reason a case
    """Why two counts of one kind are not of the same: whom they count, parts and totals, and since when; else null."""
    money = one.figure.kind == "money"  # whose it is, and who gets it, is told in many ways
    others = bool(one.whose and two.whose) and not one.whose & two.whose
    if (one.who != two.who and not _too_many(one, two)) or (others and not money):
        return "population", "They count different people."
    if one.who and one.who <= SORTS and max(one.low, two.low) < SURE:
        return "scope", "So few men, women or children may be some of several lists."
    if _with_doer(one) != _with_doer(two):
        return "population", "One counts with them who did it."
    if not one.person and not money and not (one.whose <= two.whose or two.whose <= one.whose):
        return "counted thing", "They count different things."
    if one.flown and two.flown and not one.flown & two.flown:
        return "counted thing", "One counts what was sent or stopped, the other what hit."
    if one.part or two.part:
        return "scope", "One is a part of another number."
    if not _one_start(one, two) or one.spell != two.spell:
        return "scope", "They count from different starts, or one over a spell."
    return None


def _one_day(a: Prepared, one: Toll, b: Prepared, two: Toll) -> bool:
    """Whether counts told on two days are of one: of an event's own day, or of what does not grow with the days."""
    if one.start is not None or two.start is not None:
        return one.start is None or two.start is None  # the day of the event is the one's start
    return bool(a.passage(one.sentence).days & b.passage(two.sentence).days) or (one.fixed and two.fixed)


def _one_start(one: Toll, two: Toll) -> bool:
    """Whether both count from one start; the day of an event is the start of what it did."""
    if one.start is None or two.start is None:
        start, other = (one.start, two) if two.start is None else (two.start, one)
        return start is None or any(day.row.value in start.days for day in other.sentence.days)
    return one.start.meets(two.start)


def _with_doer(toll: Toll) -> bool:
    """Whether a sentence says that who did it is among the counted."""
    return "including" in toll.sentence.words and bool(toll.sentence.words & set(table("between")["parts"]["doers"]))


def _too_many(one: Toll, two: Toll) -> bool:
    """Whether one counts more of some of the people than the other of all of them."""
    if one.who and two.who:
        return False
    everybody, some = (two, one) if one.who else (one, two)
    return everybody.person and not everybody.whose and some.low > everybody.high


def _doubt(a: Prepared, one: Toll, b: Prepared, two: Toll) -> tuple[Differs, str] | None:  # noqa: PLR0911 (one reason a case)
    if max(one.low, two.low) > MOST * min(one.high, two.high):
        return "scope", "The numbers are so far apart that they count other things."
    if (corrected := taken_back(a, one, b, two)) is not None:
        return corrected
    if _denied(a, one) or _denied(b, two):
        return "source", "One is told only to say that it is not so."
    if one.low <= two.high and two.low <= one.high:
        return "bound", f"The ranges of {one.figure.text!r} and {two.figure.text!r} meet."
    if one.as_of is None or two.as_of is None or abs(one.as_of - two.as_of) > NEAR_DAYS:
        return "time", "They are told days apart, or nobody knows when."
    decision = same_happening(a.passage(one.sentence), b.passage(two.sentence))
    if not decision.same:
        return other_event(decision)
    if one.as_of != two.as_of and not _one_day(a, one, b, two):
        return "time", "They are told as of different days, and not both as of one day's event."
    if same_teller(a, one, b, two):
        return "source", "One source may have told both, the one after the other."
    if _also(a, two) or _also(b, one):
        return "scope", "One report has both numbers."
    if later(a, one, b, two) == "yes":
        return "time", "A later moment brought the higher number, or may have."
    if one.plain and CROWD not in {one.counted, two.counted} and (odds(one, two) < PLAIN or not _told_alike(one, two)):
        return "counted thing", "The sentences share too little to count one thing."
    return None


def same_teller(a: Prepared, one: Toll, b: Prepared, two: Toll) -> bool:
    """Whether two counts may be one source's: nothing says that the two are not."""
    if one.source is None and two.source is None and (a.outlet & b.outlet or not a.outlet or not b.outlet):
        return True
    if a.publishes(two.source) or b.publishes(one.source):
        return True  # one report cites the other
    if names_other(one, two) or names_other(two, one) or _of_body(one, two) or _of_body(two, one):
        return True
    if any(_may_be_one(first, second) for first, second in product(given_by(a, one), given_by(b, two))):
        return True
    if one.source is None and two.source is None:
        return False
    first, second = one.source or a.publisher, two.source or b.publisher
    return first is None or second is None or _may_be_one(first, second)


def _may_be_one(one: Source, two: Source) -> bool:
    decision = same_source(one, two)
    return decision.same or decision.differs is None


def names_other(one: Toll, two: Toll) -> bool:
    """Whether the source of the one is named where the other is told."""
    names = one.source.names - two.sentence.places if one.source is not None else frozenset()
    return bool(names) and names <= two.sentence.names


def _of_body(one: Toll, two: Toll) -> bool:
    """Whether a person's own sentence names a body like the other's: "Rell, who heads the directorate"."""
    if one.source is None or two.source is None or not one.source.known.person or two.source.known.person:
        return False
    *before, body = words_in(two.source.name) or [""]
    if noun_class(body) != "body":
        return False
    told = zip(("", *one.sentence.tokens), one.sentence.tokens, strict=False)
    return any(word == body and not _other_sort(first, before[-1:]) for first, word in told)


def _other_sort(first: str, second: list[str]) -> bool:
    """Whether the words before two bodies' nouns say that they are two: "northern command" and "general command"."""
    return bool(second) and meaning(first) and meaning(second[0]) and first != second[0]


def _also(side: Prepared, toll: Toll) -> bool:
    """Whether a report has the other's number of the same counted thing as well, and not to say that it is none."""
    return any(
        own.counted == toll.counted and own.figure.value == toll.figure.value and not _denied(side, own)
        for own in side.tolls
    )


def _denied(side: Prepared, toll: Toll) -> bool:
    """Whether a sentence tells a number, and no other of its kind, to say that it is none ("31 dead is a fantasy")."""
    if toll.sentence.words.isdisjoint(words("between", "numbers", "denied")):
        return False
    others = [one for one in side.tolls if one.sentence is toll.sentence and one.person == toll.person]
    return len(others) == 1
