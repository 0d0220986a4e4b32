"""Finds two days that two reports give for one event.

Stands alone because it is one rule: the clauses must tell the same act of the same named ones, each on its own day.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import product
from typing import TYPE_CHECKING

from sayso.check.clauses import holds
from sayso.check.lengths import count
from sayso.lexicon import table, words
from sayso.link.events.acts import means, warlike
from sayso.link.events.passages import elsewhere, same_story
from sayso.link.misfits.values import Misfit, Passed, evidence, other_event
from sayso.link.misfits.weights import shared_weight

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.link.misfits.dated import Dated
    from sayso.link.misfits.prepared import Prepared
    from sayso.link.misfits.telling import Sentence
    from sayso.link.misfits.values import Differs, Judgement, Shared

RULE = "one-event-two-days"
LOOKED_AT, ALSO = 1.2, 0.5
ONCE = 1.3
"""Weight of what the clauses around two days must share, for an act that is done once."""
SLIGHT, SOME, RARE, MUCH, BOTH = 0.2, 0.5, 0.75, 1.2, 1.5
"""Weight of a rare name, and of two: who they name must be one where an act may be done again."""
SURE = 2.0
"""Weight of all that the clauses share, where an act that may be done again is told to be days apart, or their
reports are about other things."""
SOON = 3
TELLING = 5
"""A number of one thing that is so high that two reports which have it beside their days tell of one event."""
_BESIDE = 4
WEEK, COPIED = 7, 0.8
LATE, EARLY = 20, 4
"""Hours of the evening and of the night at which it is another day a few zones of time away."""
_DATE = re.compile(r"[0-9]{4}|[0-9][/.][0-9]|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)
_HOUR = re.compile(r"T([0-9]{2})")


def judge(a: Prepared, b: Prepared, _shared: Shared) -> Iterator[Judgement]:
    """A misfit for each pair of days that two reports give for one event."""
    for one, two in product(a.dated, b.dated):
        if one.day.at == two.day.at:
            continue
        weight = shared_weight(one.stems & two.stems, a.told.weights, b.told.weights)
        if weight < ALSO or (weight < LOOKED_AT and not _count_alike(a, one, b, two)):
            continue
        spans = evidence((a.id, (one.day.row.span,)), (b.id, (two.day.row.span,)))
        apart = _doubt(a, one, b, two)
        if apart is not None:
            yield Passed(RULE, *apart, spans)
            continue
        days = [f"{when.day} {when:%B %Y}" for when in sorted(date.fromordinal(it.day.at) for it in (one, two))]
        gap = count(abs(one.day.at - two.day.at), "day")
        told = sorted(one.classes & two.classes)
        what = f" ({', '.join(told)})" if told else ""
        why = f"One event{what} is put on {days[0]} and on {days[1]}, {gap} apart."
        yield Misfit("date-conflict", RULE, "high", why, spans)


def _doubt(  # noqa: PLR0911 (one reason a case)
    a: Prepared, one: Dated, b: Prepared, two: Dated
) -> tuple[Differs, str] | None:
    first, second = one.sentence, two.sentence
    if first.background or second.background:
        return "time", "One speaks of a time before."
    if elsewhere(a.passage(first), b.passage(second)):
        return "place", "They name different places."
    if _shared_acts(one, two) <= _wide() and one.phases != two.phases:
        return "event", "One tells of a decision, a beginning or an end, the other of another phase."
    if not _one_act(a, one, b, two):
        return "event", "The sentences share too little to be of one act."
    story = same_story(a.reported, b.reported, dated=False)
    if not story.same and not _count_alike(a, one, b, two) and not _once(a, one, b, two):
        return other_event(story)
    if (one.words | two.words) & set(table("between")["dates"]["again"]):
        return "event", "One may be another of its kind."
    if abs(one.day.at - two.day.at) == 1 and (_at_night(first) or _at_night(second)):
        return "time", "A night belongs to two days, and zones of time may differ."
    if not (_printed(one) and _printed(two)) and _alike(one, two):
        return "time", "Both name the day in the same words, and one of the reports may be dated otherwise."
    if _tells(b, one, a) or _tells(a, two, b):
        return "time", "One report has both days."
    if _counts_apart(a, first, b, second):
        return "event", "They count differently what befell, and so tell of two events."
    return None


def _one_act(a: Prepared, one: Dated, b: Prepared, two: Dated) -> bool:
    """Whether the clauses share enough for the kind of act that both tell."""
    weights = a.told.weights, b.told.weights
    names = one.names & two.names
    named = shared_weight(names, *weights)
    who = shared_weight(names - a.told.common - b.told.common, *weights)
    plain = shared_weight(one.plain & two.plain, *weights)
    here = bool(one.sentence.places & two.sentence.places)
    shared = _shared_acts(one, two)
    alike = _count_alike(a, one, b, two)
    weight = shared_weight(one.stems & two.stems, *weights)
    soon = abs(one.day.at - two.day.at) <= SOON
    if not shared:
        return not (one.acts or two.acts) and named >= RARE and plain >= MUCH
    if not shared <= _repeated():
        return weight >= ONCE and (plain >= SOME or named >= MUCH)
    if shared & words("between", "dates", "violent") or _warlike(one) or _warlike(two):
        return (who >= BOTH and plain >= (SLIGHT if soon else SOME)) or (alike and (who >= RARE or weight >= SOME))
    if (one.the & two.the and named >= RARE) or (alike and weight >= MUCH):
        return True
    near = (named >= RARE and weight >= SURE) or (who >= BOTH and (plain >= SOME or here)) or (plain >= RARE and here)
    return near and soon  # days later it may be another of its kind


def _once(a: Prepared, one: Dated, b: Prepared, two: Dated) -> bool:
    """Whether the clauses share so much of an act that is done once that their reports need share no more."""
    acts = frozenset(name for _, name in one.acts & two.acts)
    return not acts <= _repeated() and shared_weight(one.stems & two.stems, a.told.weights, b.told.weights) >= SURE


def _shared_acts(one: Dated, two: Dated) -> frozenset[str]:
    """The classes of act that both tell; of a wide class only where both use the same word."""
    return frozenset(name for _, name in one.acts & two.acts) | ((one.classes & two.classes) - _wide())


def _wide() -> frozenset[str]:
    return words("between", "dates", "wide")


def _warlike(dated: Dated) -> bool:
    return not warlike().isdisjoint(means(dated.sentence.tokens))


def _repeated() -> frozenset[str]:
    return words("between", "dates", "repeated")


def _count_alike(a: Prepared, one: Dated, b: Prepared, two: Dated) -> bool:
    """Whether both have one high number of one thing in their sentence or beside it."""
    ours, theirs = (
        {
            (toll.counted, toll.figure.value)
            for toll in side.tolls
            if toll.counted and abs(toll.sentence.at - dated.sentence.at) <= _BESIDE and toll.low >= TELLING
        }
        for side, dated in ((a, one), (b, two))
    )
    return bool(ours & theirs)


def _printed(dated: Dated) -> bool:
    """Whether a day is printed with its month, and not only named from the day of writing."""
    return _DATE.search(dated.day.row.text) is not None


def _at_night(sentence: Sentence) -> bool:
    """Whether a sentence tells of an hour or a part of the day that is of another day elsewhere."""
    hours = [int(found[1]) for day in sentence.days if (found := _HOUR.search(day.row.value)) is not None]
    night = table("between")["dates"]["night"]
    return any(hour >= LATE or hour <= EARLY for hour in hours) or holds(sentence.tokens, night)


def _alike(one: Dated, two: Dated) -> bool:
    """Whether both name the same day of the week, or stand in one sentence that two pages print."""
    if one.day.at % WEEK == two.day.at % WEEK:
        return True
    shared = one.sentence.words & two.sentence.words
    return len(shared) >= COPIED * max(len(one.sentence.words), len(two.sentence.words))


def _tells(side: Prepared, other: Dated, of: Prepared) -> bool:
    """Whether a report names the day too, in words that may be of the same."""
    return any(
        own.day.at == other.day.at
        and not (own.acts and other.acts and not own.classes & other.classes)
        and shared_weight(own.stems & other.stems, side.told.weights, of.told.weights) >= ALSO
        for own in side.dated
    )


def _counts_apart(a: Prepared, first: Sentence, b: Prepared, second: Sentence) -> bool:
    """Whether both count one thing, and in other numbers."""
    ours = {(toll.counted, toll.figure.value) for toll in a.tolls if toll.sentence is first and toll.counted}
    theirs = {(toll.counted, toll.figure.value) for toll in b.tolls if toll.sentence is second and toll.counted}
    return bool({kind for kind, _ in ours} & {kind for kind, _ in theirs}) and not ours & theirs
