"""Finds two days that two reports give for one event.

Stands alone because it is one rule: the sentences must tell the same act of the same named ones, each on its own day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from sayso.check.counting import stem
from sayso.check.lengths import count
from sayso.lexicon import table
from sayso.link.events.acts import act_of, acts, means, warlike
from sayso.link.events.passages import same_story
from sayso.link.misfits.spelling import fold, words_in
from sayso.link.misfits.values import Misfit, Passed, evidence
from sayso.link.misfits.weights import shared_weight

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.link.misfits.days import Day
    from sayso.link.misfits.prepared import Prepared
    from sayso.link.misfits.telling import Sentence
    from sayso.link.misfits.values import Differs, Judgement, Shared

_BREAK = re.compile(r";|,? (?:while|whereas|although|but|and then)\b")
RULE = "one-event-two-days"
ONCE = 1.3
"""Weight of what the clauses around two days must share, for an act that is done once."""
SOME, RARE, BOTH = 0.5, 0.75, 1.5
"""Weight of a rare name that is no place's, and of two: who they name must be one where an act may be done again."""
WEEK, COPIED = 7, 0.8
_DATE = re.compile(r"[0-9]{4}|[0-9][/.][0-9]|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)
LOOKED_AT, ALSO = 1.2, 0.5
NEAR = 90
"""Characters on either side of a day that tell of it, where its sentence names others too."""


@dataclass(frozen=True, slots=True)
class _Dated:
    """A day with what happened on it: the sentence, and the stems and names of the words around the day."""

    day: Day
    sentence: Sentence
    stems: frozenset[str]
    names: frozenset[str]
    acts: frozenset[str]


def judge(a: Prepared, b: Prepared, _shared: Shared) -> Iterator[Judgement]:
    """A misfit for each pair of days that two reports give for one event."""
    for one, two in product(_dated(a), _dated(b)):
        if one.day.at == two.day.at:
            continue
        stems = one.stems & two.stems
        counts = _count_alike(a, one, b, two)
        if shared_weight(stems, a.told.weights, b.told.weights) < (ALSO if counts else LOOKED_AT):
            continue
        spans = evidence((a.id, (one.day.row.span,)), (b.id, (two.day.row.span,)))
        apart = _doubt(a, one, b, two)
        if apart is not None:
            yield Passed(RULE, *apart, spans)
            continue
        days = [f"{when.day} {when:%B %Y}" for when in sorted(date.fromordinal(it.day.at) for it in (one, two))]
        gap = count(abs(one.day.at - two.day.at), "day")
        yield Misfit(
            "date-conflict",
            RULE,
            "high",
            f"One event{_named_act(one, two)} is put on {days[0]} and on {days[1]}, {gap} apart.",
            spans,
        )


def _named_act(one: _Dated, two: _Dated) -> str:
    """What happened, in brackets, where both clauses tell the same act."""
    both = sorted(one.acts & two.acts)
    return f" ({', '.join(both)})" if both else ""


def _dated(side: Prepared) -> tuple[_Dated, ...]:
    return tuple(
        _Dated(day, one, *_around(side, one, day))
        for one in side.told.sentences
        for day in {day.at: day for day in one.days if not (day.limit or day.end or day.told)}.values()
        if not one.head
    )


def _around(side: Prepared, sentence: Sentence, day: Day) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The stems, names and kinds of act of a day's clause; near the day where the sentence names other days."""
    start, end = sentence.span.start, sentence.span.end
    if len(sentence.days) > 1:
        start, end = max(start, day.row.span.start - NEAR), min(end, day.row.span.end + NEAR)
    for found in _BREAK.finditer(side.text, start, end):
        if found.end() <= day.row.span.start:
            start = found.end()
        elif found.start() >= day.row.span.end:
            end = found.start()
            break
    date = day.row.span
    words = [*words_in(side.text[start : max(start, date.start)]), *words_in(side.text[min(end, date.end) : end])]
    return frozenset(map(stem, words)) & sentence.stems, frozenset(map(fold, words)) & sentence.names, acts(words)


def _doubt(  # noqa: PLR0911 (one reason a case)
    a: Prepared, one: _Dated, b: Prepared, two: _Dated
) -> tuple[Differs, str] | None:
    first, second = one.sentence, two.sentence
    if first.before or second.before:
        return "time", "One speaks of a time before."
    if not _one_act(a, one, b, two):
        return "event", "The sentences share too little to be of one act."
    story = same_story(a.reported, b.reported, dated=False)
    if not story.same and not _count_alike(a, one, b, two):
        return "event", story.why
    lexicon = table("between")["dates"]
    if (first.words | second.words) & set(lexicon["again"]):
        return "event", "One may be another of its kind."
    if abs(one.day.at - two.day.at) == 1 and (first.words | second.words) & set(lexicon["night"]):
        return "time", "A night belongs to two days, and zones of time may differ."
    if not (_printed(one) or _printed(two)) and _alike(one, two):
        return "time", "Both name the day in the same words, and one of the reports may be dated otherwise."
    if _tells(b, one, a) or _tells(a, two, b):
        return "time", "One report has both days."
    if _counts_apart(a, first, b, second):
        return "event", "They count differently what befell, and so tell of two events."
    return None


def _one_act(a: Prepared, one: _Dated, b: Prepared, two: _Dated) -> bool:
    """Whether the clauses share enough for the kind of act that both tell, if both tell one."""
    weights = a.told.weights, b.told.weights
    shared = one.stems & two.stems
    ours, theirs = one.acts, two.acts
    who = shared_weight((one.names & two.names) - a.told.common - b.told.common, *weights)
    plain = shared_weight(shared - _named(one) - _named(two), *weights)
    here = bool(one.sentence.places & two.sentence.places)
    if ours and theirs and not ours & theirs:
        return False
    if not (ours & theirs):
        return who >= RARE and plain >= RARE
    if not ours & theirs <= _repeated():
        if _count_alike(a, one, b, two) and plain >= SOME:
            return True
        return shared_weight(shared, *weights) >= ONCE and plain >= SOME
    if ours & theirs & _violent() or _warlike(one) or _warlike(two):
        return (who >= BOTH and plain >= SOME) or (who >= RARE and _count_alike(a, one, b, two))
    return (who >= BOTH and (plain >= SOME or here)) or (plain >= RARE and here)


def _named(dated: _Dated) -> frozenset[str]:
    """The stems of the words that are names, or tell what happened."""
    names = dated.sentence.names
    return frozenset(stem(word) for word in dated.sentence.tokens if fold(word) in names or act_of(word) is not None)


@cache
def _violent() -> frozenset[str]:
    return frozenset(table("between")["dates"]["violent"])


def _warlike(dated: _Dated) -> bool:
    return not warlike().isdisjoint(means(dated.sentence.tokens))


@cache
def _repeated() -> frozenset[str]:
    return frozenset(table("between")["dates"]["repeated"])


def _count_alike(a: Prepared, one: _Dated, b: Prepared, two: _Dated) -> bool:
    """Whether both clauses have one number of one thing."""
    ours, theirs = (
        {(toll.counted, toll.figure.value) for toll in side.tolls if toll.sentence is dated.sentence and toll.counted}
        for side, dated in ((a, one), (b, two))
    )
    return bool(ours & theirs)


def _printed(dated: _Dated) -> bool:
    """Whether a day is printed with its month, and not only named from the day of writing."""
    return _DATE.search(dated.day.row.text) is not None


def _alike(one: _Dated, two: _Dated) -> bool:
    """Whether both name the same day of the week, or stand in one sentence that two pages print."""
    if one.day.at % WEEK == two.day.at % WEEK:
        return True
    shared = one.sentence.words & two.sentence.words
    return len(shared) >= COPIED * max(len(one.sentence.words), len(two.sentence.words))


def _tells(side: Prepared, other: _Dated, of: Prepared) -> bool:
    """Whether a report names the day too, in words that may be of the same."""
    return any(
        own.at == other.day.at and shared_weight(one.stems & other.stems, side.told.weights, of.told.weights) >= ALSO
        for one in side.told.sentences
        for own in one.days
    )


def _counts_apart(a: Prepared, first: Sentence, b: Prepared, second: Sentence) -> bool:
    """Whether both count one thing, and in other numbers."""
    ours = {(toll.counted, toll.figure.value) for toll in a.tolls if toll.sentence is first and toll.counted}
    theirs = {(toll.counted, toll.figure.value) for toll in b.tolls if toll.sentence is second and toll.counted}
    return bool({kind for kind, _ in ours} & {kind for kind, _ in theirs}) and not ours & theirs
