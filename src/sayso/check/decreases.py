"""Finds a running count that falls: by one source, of one thing, and told lower for a later moment.

Stands alone because it is one rule: what has been counted since a start can only grow, unless somebody corrects it.
What speaks for and against two figures being one such count is weighed (`weights.toml`, ``training/checks.py``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import log
from typing import TYPE_CHECKING

from sayso.check import clauses
from sayso.check.counting import stems, told
from sayso.check.cutting import WORD
from sayso.check.judgement import Found, Judgement, LetGo
from sayso.check.same_count import likeness, of_one_sort, same_count
from sayso.check.things import apart
from sayso.check.voices import Voice, one_source, voice
from sayso.lexicon import either, table, weighing, words
from sayso.model import Date, Span
from sayso.read.iso import ISO, ordinal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.check.counts import Count
    from sayso.check.facts import Facts
    from sayso.check.moments import Moment

RULE = "running-count-falls"
MODEL = "count_falls"
LEAST = 1.5
"""Log odds from which a pair is told."""
UNLIKE = -1.5
"""Log odds of being one count below which nothing else can make a fall."""
MOST = 60
"""Counts of a report that are compared."""
SHORT = 190
"""Words of a report up to which length tells nothing."""
MOST_APART, MOST_LISTED = 3.0, 4
MINUTES = 24 * 60
NOW = "PRESENT_REF"
SORTS = 2
"""Kind, and unit of what is no count."""
PARTS: dict[str, int | None] = {"START": 10, "MID": 20, "END": None}
"""The days of a month by which a part of it is over, by its `mod`; null for all of them."""
SINCE_WORDS = 9  # words behind "since" that may name the start
_SINCE = re.compile(
    r"\bsince\b(?! then)(?P<start>[^.,;:()\n]*)"
    rf"|\b(?:from|between)\b(?P<first>[^.,;:()\n]*?)\b(?:{either(words('checks', 'running', 'up_to'))})\b",
    re.IGNORECASE,
)
_NOT = words("checks", "running", "denials")


@dataclass(frozen=True, slots=True)
class Falling:
    """What speaks for, and against, two figures of one source being one running count that falls.

    Ones and noughts but for: `ratio`, the logarithm of how many times the first is as high, three at most; `starts` and
    `named`, of how many of the two a start, and a source, is told; `near`, one by the number of sentences between them,
    plus one; `length`, the logarithm of the report's length over `SHORT` words; `listed`, other numbers of that kind in
    their sentences, four at most.
    """

    ratio: float
    sort: float
    one_source: float
    sources_apart: float
    undated: float
    starts: float
    tied: float
    as_of: float
    told_before: float
    noun: float
    named: float
    near: float
    length: float
    whole: float
    toll: float
    listed: float
    kinds: float
    places_apart: float


AGAINST = {
    "ratio": "so far apart they are of two things",
    "sources_apart": "the two are not told by one source",
    "undated": "the day that one counts to is not told",
    "near": "numbers that stand so near are of two things",
    "length": "a report of this length tells several such counts",
    "listed": "one is told beside others of its kind",
    "kinds": "one is of a kind that the other is not",
    "places_apart": "they may be of two places",
}
"""How each feature reads as a reason."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two counts in the order of the moments that they were told for; `bar`: why they are not weighed."""

    first: Count
    last: Count
    days: tuple[float, float]
    voices: tuple[Voice, Voice]
    bar: str | None


def judge(facts: Facts) -> Iterator[Judgement]:
    """A finding for each pair of counts of one thing by one source of which the later is the lower."""
    for pair in _pairs(facts):
        spans = (pair.first.figure.span, pair.last.figure.span)
        found = _evidence(facts, pair)
        if pair.bar is not None or weighing.odds(found, MODEL) < LEAST:
            nothing = "nothing says that the two are one count that runs"
            yield LetGo(RULE, pair.bar or weighing.against(found, MODEL, AGAINST, nothing), spans)
        else:
            yield Found("figure-decrease", RULE, "high", _why(pair), spans)


def compared(facts: Facts) -> Iterator[tuple[Count, Count, Falling]]:
    """The pairs that nothing bars from being weighed, the earlier count first, with what speaks for and against."""
    for pair in _pairs(facts):
        if pair.bar is None:
            yield pair.first, pair.last, _evidence(facts, pair)


def _why(pair: _Pair) -> str:
    days = [f"{when.day} {when:%B %Y}" for at in pair.days if (when := date.fromordinal(int(at) or 1))]
    if days[0] == days[1]:
        days[1] = "a later hour"
    one, two = pair.first.figure, pair.last.figure
    less = told((one.value or pair.first.low) - (two.value or pair.last.high))
    return f"A count that can only grow is {one.text} for {days[0]} and {two.text} for {days[1]}, {less} less."


def _pairs(facts: Facts) -> Iterator[_Pair]:
    """The pairs of counts of one kind, in two sentences, of which the one that is told for later is lower."""
    counts = [row for row in facts.counts if row.figure.kind != "percent"][:MOST]
    times: dict[int, float | None] = {}
    voices: dict[int, Voice] = {}
    put_right: bool | None = None
    for one, two in combinations(counts, 2):
        if not _comparable(one, two):
            continue
        for row in (one, two):
            if id(row) not in times:
                times[id(row)] = told_at(facts, row, start_of(facts, row))
        at, then = (times[id(row)] or _now(facts, row) for row in (one, two))
        if at is None or then is None or at == then:
            continue
        (at, first), (then, last) = ((at, one), (then, two)) if at < then else ((then, two), (at, one))
        if last.high >= first.low:
            continue
        for row in (first, last):
            if id(row) not in voices:
                voices[id(row)] = voice(facts, row)
        own = voices[id(first)], voices[id(last)]
        put_right = corrected(facts) if put_right is None else put_right
        put_back = not facts.taken_back.isdisjoint((first.figure.id, last.figure.id))
        bar = "the text speaks of a correction" if put_right or put_back else _two_fates(facts, first, last)
        if first.nameless and last.nameless:
            bar = "neither says what it counts"
        elif _otherwise(facts, first, last):
            bar = "two sources tell of things that they call otherwise"
        yield _Pair(first, last, (at, then), own, bar)


def _comparable(one: Count, two: Count) -> bool:
    """Whether two figures in two sentences are of one kind and unit, and may be one count whose ranges do not meet."""
    kinds = {row.figure.kind for row in (one, two)}
    units = {row.figure.unit for row in (one, two) if row.figure.kind != "count"} - {None}
    apart = one.high < two.low or two.high < one.low
    return one.at != two.at and len(kinds | units) <= SORTS and apart and same_count(likeness(one, two)) >= UNLIKE


def _two_fates(facts: Facts, one: Count, two: Count) -> str | None:
    """Why people who were told to have met with something are not those of whom another thing is told; else null.

    The other sentence may take the count up by a word for it ("the number stands at 290 people").
    """
    fate = one.figure.counted or two.figure.counted
    plain = two if one.figure.counted else one
    if not fate or plain.figure.counted or not (one.of_people and two.of_people):
        return None
    if fate in plain.said or clauses.has(facts, plain.sentence, table("checks")["running"]["taken_up"]):
        return None
    return "they tell of different things that befell people"


def _otherwise(facts: Facts, first: Count, last: Count) -> bool:
    """Whether two tell of people whom they call otherwise, and not what befell them ("97 detainees", "76 men")."""
    speakers = {row.id: row.speaker for row in facts.reading.attributions}
    tellers = {speakers.get(row.figure.attribution or "") for row in (first, last)}
    people = first.of_people and last.of_people and first.figure.counted is last.figure.counted is None
    return None not in tellers and len(tellers) > 1 and people and first.noun != last.noun


def _now(facts: Facts, row: Count) -> float | None:
    """The day of publication for a count whose sentence names no day at all, and who told it none but that."""
    if _told_sometime(facts, row):
        return None
    dated = any(row.sentence.holds(day.span) for day in facts.reading.dates if day.type != "DURATION")
    return None if dated or facts.published is None else float(facts.published)


def _evidence(facts: Facts, pair: _Pair) -> Falling:
    """What speaks for and against a fall."""
    lexicon, first, last = table("checks")["running"], pair.first, pair.last
    starts = [_start(facts, row) for row in (first, last)]
    named = sum(bool(who.ids or who.words) for who in pair.voices)
    agreed = one_source(facts, *pair.voices)
    kinds = [set(clauses.words(facts, row.sentence)) & set(lexicon["kinds"]) for row in (first, last)]
    return Falling(
        ratio=min(MOST_APART, log(max(first.low, 1.0) / max(last.high, 1.0))),
        sort=of_one_sort(first, last),
        one_source=agreed,
        sources_apart=not agreed and named == len(pair.voices),
        undated=any(told_at(facts, row, start_of(facts, row)) is None for row in (first, last)),
        starts=sum(bool(start) for start in starts),
        tied=not starts[0].isdisjoint(starts[1]),
        as_of=last.figure.as_of is not None,
        told_before=_told_before(facts, first, last),
        noun=first.noun == last.noun != "",
        named=named,
        near=1 / (1 + abs(first.at - last.at)),
        length=log(max(SHORT, len(facts.text.split())) / SHORT),
        whole=clauses.has(facts, last.sentence, lexicon["words"]),
        toll=clauses.has(facts, last.sentence, lexicon["tolls"]),
        listed=min(MOST_LISTED, first.listed + last.listed),
        kinds=kinds[0] != kinds[1],
        places_apart=apart(first.places, last.places),
    )


def _told_before(facts: Facts, first: Count, last: Count) -> bool:
    """Whether the earlier count alone stands in the past perfect ("had by then arrested 317 people")."""
    past = [bool({"had"} & set(clauses.words(facts, row.sentence))) for row in (first, last)]
    return past[0] and not past[1]


def _start(facts: Facts, row: Count) -> frozenset[str]:
    """The stems and days that name the start from which its sentence says that it counts; none where it doesn't."""
    since = start_of(facts, row)
    if since is None:
        return frozenset()
    begun = set(table("checks")["running"]["begun"])
    words = [word for word in WORD.findall(since.of(facts.text).lower())[:SINCE_WORDS] if word not in begun]
    days = {day.value for day in facts.reading.dates if since.holds(day.span)} | {row.figure.since or ""} - {""}
    return frozenset(stems(words)) | days


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
    """When a count was told: its day, and a part of the day where a word before it in its paragraph names one.

    On a page of posts that clock times open it is the time of its post.
    """
    day = _day(facts, row, since)
    if (hour := _posted(facts, row)) is not None:
        return (day or facts.published or 0) + hour
    parts = table("checks")["running"]["parts_of_day"]
    start = max(0, facts.text.rfind("\n\n", 0, row.sentence.start))
    named = [parts[word] for word in clauses.words(facts, Span(start, row.sentence.end)) if word in parts]
    return None if day is None else day + (named[-1] if named else 0.0)


def _posted(facts: Facts, row: Count) -> float | None:
    """The share of the day at which the post that holds a count was made; null where the page is none of posts."""
    before = [minutes for start, minutes in facts.posts if start <= row.sentence.start]
    return before[-1] / MINUTES if len(facts.posts) > 1 and before else None


def _day(facts: Facts, row: Count, since: Span | None) -> int | None:
    """The day that a count was told for: as printed, else the nearest date beside it, else of its utterance."""
    if (known := ordinal(row.figure.as_of)) is not None:
        return known
    then = _told_sometime(facts, row)
    if not then and any(row.sentence.holds(day.span) and _is_now(day) for day in facts.reading.dates):
        return facts.published
    if then or any(row.sentence.holds(day.row.span) and day.grain == "week" for day in (*facts.moments, *facts.wide)):
        return None
    inside = [
        day
        for day in (*facts.days, *facts.wide)
        if row.sentence.holds(day.row.span) and _past(facts, day) and not (since and since.holds(day.row.span))
    ]
    if inside:
        return _last(min(inside, key=lambda day: abs(day.row.span.start - row.figure.span.start)))
    said = next((one.said for one in facts.reading.attributions if one.id == row.figure.attribution), None)
    if (uttered := ordinal(said)) is not None:
        return uttered
    start = facts.text.rfind("\n\n", 0, row.sentence.start) + 1
    before = [day for day in facts.days if _past(facts, day) and start <= day.row.span.start < row.sentence.start]
    before = [
        day for day in before if not _SINCE.search(facts.text[max(0, day.row.span.start - 12) : day.row.span.end])
    ]
    return before[-1].last_day if before else None


def _told_sometime(facts: Facts, row: Count) -> bool:
    """Whether the sentence of who told a count names a time that is no day ("Earlier this week, the office wrote").

    What stands in the words themselves ("to date") is of then.
    """
    said = next((one for one in facts.reading.attributions if one.id == row.figure.attribution), None)
    if said is None or said.said is not None or said.cue is None:
        return False
    around = clauses.sentence(facts, said.cue.spans[0])
    outside = [
        day
        for day in facts.reading.dates
        if around.holds(day.span) and not any(part.holds(day.span) for part in said.content.spans)
    ]
    return any(
        day.type == "DATE" and ISO.match(day.value) is None and day.value != NOW and not _is_now(day) for day in outside
    )


def _is_now(day: Date) -> bool:
    """Whether a date is the day of publication, or the week, month or year of it that is told as this one."""
    return day.value == NOW or (day.type == "DATE" and day.text.lower() in table("checks")["running"]["now"])


def _past(facts: Facts, day: Moment) -> bool:
    """Whether it is a day, or the end of a month, to which a count can have been told by the day of publication."""
    part = day.grain == "month" and day.row.mod in PARTS
    return (day.grain == "day" or part) and (facts.published is None or day.day <= facts.published)


def _last(day: Moment) -> int:
    """The last day that is meant: the 10th of a month for "early in", the 20th for "the middle of"."""
    most = PARTS.get(day.row.mod or "") if day.grain == "month" else None
    return day.last_day if most is None else day.day + most - 1


def corrected(facts: Facts) -> bool:
    """Whether a sentence of the report says that a number was corrected."""
    words = "|".join(map(re.escape, table("checks")["running"]["corrected"]))
    for found in re.finditer(rf"\b(?:{words})\b", facts.text, re.IGNORECASE):
        around = clauses.sentence(facts, Span(*found.span()))
        if not set(clauses.words(facts, around)) & _NOT:
            return True
    return False
