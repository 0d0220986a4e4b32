"""Finds a running count that falls: by one source, of one thing since one start, and told lower for a later moment.

Stands alone because it is one rule: what has been counted since a start can only grow, unless somebody corrects it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from sayso.check import clauses
from sayso.check.counting import stems, told
from sayso.check.facts import ordinal
from sayso.check.judgement import Found, Judgement, LetGo
from sayso.check.same_count import likeness, of_one_sort, same_count
from sayso.check.voices import one_source, voice
from sayso.lexicon import table
from sayso.model import Date, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.check.counts import Count
    from sayso.check.facts import Facts
    from sayso.check.moments import Moment

RULE = "running-count-falls"
MUCH_LESS = 1.7  # times that a running count is at most told too low
ALIKE, ALIKE_UNNAMED = -1.0, 0.3  # log odds of being one count, where both are told to run from one start and else
SEVERAL = 2
SINCE_WORDS = 9  # words behind "since" that may name the start
_SINCE = re.compile(
    r"\bsince\b(?! then)(?P<start>[^.,;:()\n]*)"
    r"|\b(?:from|between)\b(?P<first>[^.,;:()\n]*?)\b(?:to|until|till|and|up to)\b",
    re.IGNORECASE,
)
_NOT = frozenset(("no", "not", "nothing", "without", "never", "nor", "neither", "none"))


@dataclass(frozen=True, slots=True)
class _Running:
    """A count that runs from a start: the stems and days that name it (none for "so far"), and when it was told.

    `at`: the day, with the time of day as a fraction of it where a word names one. `running`: its words say that it
    runs; else it is one of those that only grow.
    """

    row: Count
    start: frozenset[str]
    days: frozenset[str]
    at: float | None
    running: bool = True


def judge(facts: Facts) -> Iterator[Judgement]:
    """A finding for each pair of running counts of one thing of which the later is the lower."""
    found = [one for row in facts.counts if (one := _running(facts, row))]
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
    days = [f"{when.day} {when:%B %Y}" for one in (first, last) if (when := date.fromordinal(int(one.at or 1)))]
    if days[0] == days[1]:
        days[1] = "a later hour"
    one, two = first.row.figure.text, last.row.figure.text
    less = told((first.row.figure.value or 0) - (last.row.figure.value or 0))
    return f"A count that can only grow is {one} for {days[0]} and {two} for {days[1]}, {less} less."


def _running(facts: Facts, row: Count) -> _Running | None:
    """The count as a running one; null where nothing in its sentence says that it has been counted since a start."""
    if row.figure.kind == "percent":
        return None
    since = start_of(facts, row)
    lexicon = table("checks")["running"]
    if since is None:
        low = f" {' '.join(clauses.words(facts, row.sentence))} "
        grows = only_grows(row)
        words = [*lexicon["words"], *(lexicon["tolls"] if grows else ())]
        running = any(f" {word} " in low for word in words)
        if not running and not grows:
            return None
        return _Running(row, frozenset(), frozenset(), told_at(facts, row, None), running=running)
    begun = set(lexicon["begun"])
    words = [word for word in clauses.WORD.findall(since.of(facts.text).lower())[:SINCE_WORDS] if word not in begun]
    days = {day.value for day in facts.reading.dates if since.holds(day.span)}
    if row.figure.since is not None:
        days.add(row.figure.since)
    return _Running(row, stems(words), frozenset(days), told_at(facts, row, since))


def only_grows(row: Count) -> bool:
    """Whether what is counted never becomes less: deaths, arrests, what is destroyed."""
    return not {row.figure.counted, row.noun}.isdisjoint(table("checks")["running"]["growing"])


def start_of(facts: Facts, row: Count) -> Span | None:
    """The words in its sentence that say from when a figure counts, up to the next figure or mark; null for none."""
    starts = []
    for found in _SINCE.finditer(facts.text, row.sentence.start, row.sentence.end):
        last = found.end() if found["start"] is not None else found.end("first")
        end = min([last, *(f.span.start for f in facts.reading.figures if found.start() < f.span.start)])
        start = Span(found.start(), max(found.start(), end))
        if (found["start"] or "").strip() or any(start.holds(day.span) for day in facts.reading.dates):
            starts.append(start)
    return min(starts, key=lambda one: abs(one.start - row.figure.span.start), default=None)


def told_at(facts: Facts, row: Count, since: Span | None = None) -> float | None:
    """When a count was told: its day, and a part of the day where a word before it in its paragraph names one."""
    day = _day(facts, row, since)
    parts = table("checks")["running"]["parts_of_day"]
    start = max(0, facts.text.rfind("\n\n", 0, row.sentence.start))
    named = [parts[word] for word in clauses.words(facts, Span(start, row.sentence.end)) if word in parts]
    return None if day is None else day + (named[-1] if named else 0.0)


def _day(facts: Facts, row: Count, since: Span | None) -> int | None:
    """The day that a count was told for: as printed, else the nearest date beside it, else of its utterance."""
    if (known := ordinal(row.figure.as_of)) is not None:
        return known
    if any(row.sentence.holds(day.span) and _is_now(day) for day in facts.reading.dates):
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


def _is_now(day: Date) -> bool:
    """Whether a date is the day of publication, or the week, month or year of it that is told as this one."""
    return day.value == "PRESENT_REF" or (day.type == "DATE" and day.text.lower() in table("checks")["running"]["now"])


def _past(facts: Facts, day: Moment) -> bool:
    """Whether it is a day, or the end of a month, to which a count can have been told by the day of publication."""
    return (day.grain == "day" or day.row.mod == "END") and (facts.published is None or day.day <= facts.published)


def _comparable(one: Count, two: Count) -> bool:
    """Whether two figures in two sentences may be numbers of one count."""
    if one.at == two.at or not of_one_sort(one, two):
        return False
    return same_count(likeness(one, two)) >= ALIKE


def _doubt(facts: Facts, first: _Running, last: _Running) -> str | None:
    lexicon = table("checks")["running"]
    one, two = first.row, last.row
    words = [set(clauses.words(facts, row.sentence)) & set(lexicon["kinds"]) for row in (one, two)]
    populations = {row.figure.population for row in (one, two)} - {None}
    tied = bool(first.start & last.start or first.days & last.days)
    begun = all(one.start or one.days for one in (first, last))
    reasons = (
        (not one_source(facts, voice(facts, one), voice(facts, two)), "the two are not told by one source"),
        (not tied and begun, "they may be counted from two starts"),
        (not tied and same_count(likeness(one, two)) < ALIKE_UNNAMED, "nothing says that the two are of one event"),
        (max(one.low, two.low) > MUCH_LESS * min(one.high, two.high), "so far apart they are of two things"),
        (any(_among_others(facts, row) for row in (one, two)), "one is told beside others of its kind"),
        (one.more or two.more, "one is added to another number"),
        (bool(one.places and two.places) and one.places.isdisjoint(two.places), "they may be of two places"),
        (words[0] != words[1], "one is of a kind that the other is not"),
        (len(populations) > 1, "they are of two groups"),
        (corrected(facts), "the text speaks of a correction"),
    )
    return next((reason for differ, reason in reasons if differ), None)


def _among_others(facts: Facts, row: Count) -> bool:
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
