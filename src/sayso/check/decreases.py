"""Finds a running count that falls: by one source, of one thing since one start, and told lower for a later day.

Stands alone because it is one rule: what has been counted since a start can only grow, unless somebody corrects it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from sayso.check import clauses
from sayso.check.counting import Counted, counted, generic, person, stems, told
from sayso.check.facts import ordinal
from sayso.check.judgement import Found, Judgement, LetGo
from sayso.check.voices import one_source, voice
from sayso.lexicon import table
from sayso.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.check.facts import Facts
    from sayso.check.moments import Moment

RULE = "running-count-falls"
GROWING = (
    "killed",
    "wounded",
    "destroyed",
    "damaged",
    "detained",
    "released",
)  # what is counted of one event and never becomes less
MUCH_LESS = 1.7  # times that a running count is at most told too low
ENOUGH = 2  # words that two clauses share where one does not say who is counted
SEVERAL = 2
THINGS = ("destroyed", "damaged")  # of the growing counts those that are not of people
SINCE_WORDS = 9  # words behind "since" that may name the start
_SINCE = re.compile(r"\bsince\b(?! then)(?P<start>[^.,;:()\n]*)", re.IGNORECASE)
_NOT = frozenset(("no", "not", "nothing", "without", "never", "nor", "neither", "none"))


@dataclass(frozen=True, slots=True)
class _Running:
    """A figure that runs from a start: the stems and days that name the start (none for "so far"), and its day.

    `running`: its words say so; else it is one of those that only grow.
    """

    row: Counted
    start: frozenset[str]
    days: frozenset[str]
    at: int | None
    running: bool = True


def judge(facts: Facts) -> Iterator[Judgement]:
    """A finding for each pair of running counts of one thing of which the later is the lower."""
    found = [
        one for figure in facts.reading.figures if (row := counted(facts, figure)) and (one := _running(facts, row))
    ]
    for one, two in combinations(found, 2):
        if not _comparable(one.row, two.row) or not (one.running or two.running):
            continue
        if one.at is None or two.at is None or one.at == two.at:
            if one.row.figure.value != two.row.figure.value:
                why = "the days that they count to are not known, or one"
                yield LetGo(RULE, why, (one.row.figure.span, two.row.figure.span))
            continue
        first, last = (one, two) if one.at < two.at else (two, one)
        if last.row.high >= first.row.low:
            continue
        spans = (first.row.figure.span, last.row.figure.span)
        reason = _doubt(facts, first, last)
        if reason is not None:
            yield LetGo(RULE, reason, spans)
        else:
            yield Found("figure-decrease", RULE, "high", _why(first, last), spans)


def _why(first: _Running, last: _Running) -> str:
    days = [f"{when.day} {when:%B %Y}" for one in (first, last) if (when := date.fromordinal(one.at or 1))]
    one, two = first.row.figure.text, last.row.figure.text
    less = told((first.row.figure.value or 0) - (last.row.figure.value or 0))
    return f"A count that can only grow is {one} for {days[0]} and {two} for {days[1]}, {less} less."


def _running(facts: Facts, row: Counted) -> _Running | None:
    """The figure as a running count; null where nothing in its sentence says that it has been counted since a start."""
    said = row.sentence.of(facts.text)
    since = _since(facts, row)
    lexicon = table("checks")["running"]
    if since is None:
        low = f" {' '.join(clauses.words(facts, row.sentence))} "
        grows = bool(row.what & set(GROWING)) and (row.figure.unit in (None, "person") or row.figure.counted in THINGS)
        words = [*lexicon["words"], *(lexicon["tolls"] if grows else ())]
        running = any(f" {word} " in low for word in words)
        if not running and not grows:
            return None
        return _Running(row, frozenset(), frozenset(), _day(facts, row, None), running=running)
    begun = set(lexicon["begun"])
    words = [word for word in clauses.WORD.findall(since.of(facts.text).lower())[:SINCE_WORDS] if word not in begun]
    days = {day.value for day in facts.reading.dates if since.holds(day.span)}
    if row.figure.since is not None:
        days.add(row.figure.since)
    if not said:
        return None
    return _Running(row, stems(words), frozenset(days), _day(facts, row, since))


def _since(facts: Facts, row: Counted) -> Span | None:
    """The start that stands nearest to the figure in its sentence, as far as the next figure or mark."""
    starts = []
    for found in _SINCE.finditer(facts.text, row.sentence.start, row.sentence.end):
        end = min([found.end(), *(f.span.start for f in facts.reading.figures if found.start() < f.span.start)])
        starts.append(Span(found.start(), end))
    return min(starts, key=lambda one: abs(one.start - row.figure.span.start), default=None)


def _day(facts: Facts, row: Counted, since: Span | None) -> int | None:
    """The day that a figure counts to: as it is told, else of the nearest date beside it, else of its utterance."""
    if (known := ordinal(row.figure.as_of)) is not None:
        return known
    if any(day.value == "PRESENT_REF" and row.sentence.holds(day.span) for day in facts.reading.dates):
        return facts.published
    inside = [
        day
        for day in (*facts.days, *facts.wide)
        if row.sentence.holds(day.row.span) and _past(facts, day) and not (since and since.holds(day.row.span))
    ]
    if inside:
        return min(inside, key=lambda day: abs(day.row.span.start - row.figure.span.start)).last_day
    said = next((one.said for one in facts.reading.attributions if one.id == row.figure.attribution), None)
    if (uttered := ordinal(said)) is not None:
        return uttered
    start = facts.text.rfind("\n\n", 0, row.sentence.start) + 1
    before = [day for day in facts.days if _past(facts, day) and start <= day.row.span.start < row.sentence.start]
    before = [
        day for day in before if not _SINCE.search(facts.text[max(0, day.row.span.start - 12) : day.row.span.end])
    ]
    return before[-1].last_day if before else None


def _past(facts: Facts, day: Moment) -> bool:
    """Whether it is a day, or the end of a month, to which a count can have been told by the day of publication."""
    return (day.grain == "day" or day.row.mod == "END") and (facts.published is None or day.day <= facts.published)


def _comparable(one: Counted, two: Counted) -> bool:  # noqa: PLR0911 (one kind of row a case)
    """Whether two figures count in one unit what is named alike."""
    if one.figure.kind != two.figure.kind or one.figure.kind == "percent" or one.sentence == two.sentence:
        return False
    if any(row.figure.kind == "count" and not isinstance(row.figure.value, int) for row in (one, two)):
        return False
    if one.figure.kind in ("measure", "money"):
        return one.figure.unit == two.figure.unit
    named = (one.noun and one.noun in two.said) or (two.noun and two.noun in one.said)
    bare = [row for row in (one, two) if row.figure.counted is None and not _of_noun(row)]
    if bare and len(one.said & two.said) >= ENOUGH:
        return True
    if one.figure.counted is not None and two.figure.counted is not None:
        return one.figure.counted == two.figure.counted
    if person(one.figure) and person(two.figure) and not (generic(one.noun) or generic(two.noun)):
        return one.noun == two.noun
    return bool(named) or bool({one.figure.counted, two.figure.counted} & (one.said & two.said))


def _of_noun(row: Counted) -> bool:
    """Whether the number itself prints what it counts."""
    return row.figure.noun is not None and row.figure.span.meets(row.figure.noun.span)


def _doubt(facts: Facts, first: _Running, last: _Running) -> str | None:  # noqa: C901, PLR0911 (one reason a case)
    lexicon = table("checks")["running"]
    one, two = first.row, last.row
    if not one_source(facts, voice(facts, one), voice(facts, two)):
        return "the two are not told by one source"
    if first.start or last.start or first.days or last.days:
        both = (first.start or first.days) and (last.start or last.days)
        if both and not (first.start & last.start or first.days & last.days):
            return "they may be counted from two starts"
        if first.days and last.days and not first.days & last.days and not first.start & last.start:
            return "they may be counted from two starts"
    if max(one.low, two.low) > MUCH_LESS * min(one.high, two.high):
        return "so far apart they are of two things"
    named = one.noun == two.noun and not generic(one.noun)
    relayed = any(clauses.has(facts, row.sentence, lexicon["relayed"]) for row in (one, two))
    teller = voice(facts, one).ids & voice(facts, two).ids if not relayed else None
    said = (
        named
        or teller
        or first.start
        or last.start
        or (one.said & two.said) - {one.noun, two.noun, *one.what, *two.what}
    )
    if not said and not (first.running and last.running):
        return "nothing says that the two are of one event"
    if any(_among_others(facts, row) for row in (one, two)):
        return "one is told beside others of its kind"
    if one.figure.part_of is not None or two.figure.part_of is not None:
        return "one is a part of another number"
    if one.places and two.places and not one.places & two.places:
        return "they may be of two places"
    qualifiers = set(lexicon["kinds"])
    words = [set(clauses.words(facts, row.sentence)) & qualifiers for row in (one, two)]
    if words[0] != words[1]:
        return "one is of a kind that the other is not"
    if one.figure.population and two.figure.population and one.figure.population != two.figure.population:
        return "they are of two groups"
    if corrected(facts):
        return "the text speaks of a correction"
    return None


def _among_others(facts: Facts, row: Counted) -> bool:
    """Whether the sentence tells several numbers of what the figure counts."""
    same = [one for one in facts.reading.figures if row.sentence.holds(one.span) and one.counted == row.figure.counted]
    return row.figure.counted is not None and len(same) > SEVERAL


def corrected(facts: Facts, within: Span | None = None) -> bool:
    """Whether a sentence of the report, or of that part of it, says that a number was corrected."""
    start, end = (within.start, within.end) if within is not None else (0, len(facts.text))
    words = "|".join(map(re.escape, table("checks")["running"]["corrected"]))
    for found in re.finditer(rf"\b(?:{words})\b", facts.text[start:end], re.IGNORECASE):
        around = clauses.sentence(facts, Span(start + found.start(), start + found.end()))
        if not set(clauses.words(facts, around)) & _NOT:
            return True
    return False
