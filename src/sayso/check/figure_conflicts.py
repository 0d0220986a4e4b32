"""Finds two voices that give one count of one thing in numbers that cannot both be right ("18,000", "45,000").

Stands alone because it is one rule: what speaks for and against a contradiction is weighed, not listed. The weights of
`weights.toml` were fitted to judged pairs (``training/checks.py``).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import combinations
from math import log
from typing import TYPE_CHECKING

from sayso.check import clauses
from sayso.check.counting import stem, told
from sayso.check.decreases import SHORT, only_grows, start_of, told_at
from sayso.check.judgement import Found, Judgement, LetGo
from sayso.check.same_count import likeness, of_one_sort, same_count
from sayso.check.things import apart
from sayso.check.voices import Voice, one_source, voice
from sayso.lexicon import table, weighing
from sayso.model import Span
from sayso.read.iso import ordinal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.check.counts import Count
    from sayso.check.facts import Facts

RULE = "two-voices-apart"
LEAST = 2.5
"""Log odds from which a pair is told: three of four were right there on reports that were left out of the fit."""
UNLIKE = -1.5
"""Log odds of being one count below which nothing else can make a contradiction."""
REACH = 16
"""Characters before a number in which the words right before it stand."""
FEW = 10
OLD = 14
"""Days before publication from which a count that names its day is not of now."""
MOST_APART, MOST_OTHERS = 4.0, 3
TAKEN_BACK = "the report takes one of the two numbers back"
FORESEEN = "one is foreseen, or guessed"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for (and, with a weight below zero, against) two figures being one count that two voices tell.

    Ones and noughts but for `same` (log odds of being one count), `ratio` (logarithm, four at most), `near` (one by the
    number of sentences between them, plus one), `others` (numbers of that kind besides, three at most) and `length`
    (the logarithm of the report's length over `SHORT` words).
    """

    same: float
    noun: float
    fate: float
    two_voices: float
    one_voice: float
    headline: float
    whole: float
    same_day: float
    near: float
    ratio: float
    few: float
    others: float
    known: float
    places_apart: float
    places_shared: float
    new_place: float
    sides: float
    elsewhere: float
    days_apart: float
    old: float
    updates: float
    kinds: float
    stands: float
    length: float


AGAINST = {
    "same": "the words beside them share too little to be of one count",
    "near": "numbers that stand so near are of two things",
    "ratio": "so far apart they are of two things",
    "few": "of a count so small a report may tell several",
    "others": "one is told beside others of its kind",
    "known": "one is of some who were told of before",
    "places_apart": "they may be of two places",
    "places_shared": "of one place several numbers are told",
    "new_place": "the later names a place that was not told of before",
    "sides": "they are of two times or sides",
    "elsewhere": "one is told of something else, or of the whole",
    "days_apart": "they may be counts of two times",
    "old": "one is of an earlier time",
    "updates": "one may be an earlier count",
    "kinds": "one is of a kind that the other is not",
    "stands": "both stand in one sentence",
    "length": "a report of this length tells several such counts",
}
"""How each feature reads as a reason."""


def judge(facts: Facts) -> Iterator[Judgement]:
    """A finding for each pair of figures of one count whose ranges do not meet, told by two voices."""
    told_before: set[tuple[str, str]] = set()
    for pair in _pairs(facts):
        spans = (pair.one.figure.span, pair.two.figure.span)
        reason = pair.bar or _doubt(_evidence(facts, pair))
        if reason is not None:
            yield LetGo(RULE, reason, spans)
            continue
        first, second = (f"{row.figure.text} ({who.name})" for row, who in zip(pair.rows, pair.voices, strict=True))
        if (first, second) in told_before:
            continue
        told_before.add((first, second))
        why = f"Of one count, {first} and {second} are {_gap(pair.one, pair.two)} apart."
        yield Found("figure-conflict", RULE, "high", why, spans)


def compared(facts: Facts) -> Iterator[tuple[Count, Count, Evidence]]:
    """The pairs that nothing bars from being weighed, in text order, with what speaks for and against each."""
    for pair in _pairs(facts):
        if pair.bar is None:
            yield pair.one, pair.two, _evidence(facts, pair)


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two counts of one sort, in text order; `same`: log odds of being one count; `bar`: why they are not weighed."""

    one: Count
    two: Count
    same: float
    voices: tuple[Voice, Voice]
    bar: str | None

    @property
    def rows(self) -> tuple[Count, Count]:
        """Both counts."""
        return self.one, self.two


def _pairs(facts: Facts) -> Iterator[_Pair]:
    """The pairs of counts of one sort, in two sentences, whose ranges do not meet and that may be one count."""
    voices: dict[str, Voice] = {}
    barred: dict[str, str | None] = {}
    for one, two in combinations(facts.counts, 2):
        if one.at == two.at or not of_one_sort(one, two) or not (one.high < two.low or two.high < one.low):
            continue
        same = same_count(likeness(one, two))
        if same < UNLIKE:
            continue
        for row in (one, two):
            if row.figure.id not in voices:
                voices[row.figure.id] = voice(facts, row)
                barred[row.figure.id] = _no_count(facts, row)
        told_by = voices[one.figure.id], voices[two.figure.id]
        bars = barred[one.figure.id], barred[two.figure.id]
        bar = None if bars[0] == bars[1] == FORESEEN else bars[0] or bars[1]
        if one.nameless and two.nameless:
            bar = "neither says what it counts"
        if bar is None and any(_put_right(facts, row) for row in (one, two)):
            bar = "the text speaks of a correction"
        if not facts.taken_back.isdisjoint((one.figure.id, two.figure.id)):
            bar = TAKEN_BACK
        yield _Pair(one, two, same, told_by, bar or _apart_in_time(facts, one, two))


def _put_right(facts: Facts, row: Count) -> bool:
    """Whether its sentence or the next says that the number was put right."""
    end = facts.sentence_end(min(row.sentence.end + 1, len(facts.text)))
    return clauses.has(facts, Span(row.sentence.start, end), table("checks")["conflicts"]["put_right"])


def _evidence(facts: Facts, pair: _Pair) -> Evidence:
    """What speaks for and against a contradiction of two counts."""
    one, two = pair.rows
    lexicon = table("checks")["conflicts"]
    words = [row.words for row in pair.rows]
    named = sum(bool(each.ids or each.words) for each in pair.voices)
    times = [_times(facts, row) for row in pair.rows]
    days_apart, old = _apart(facts, *times)
    least, most = sorted(max(_number(row), 1.0) for row in pair.rows)
    sides = ([each & set(side) for each in words] for side in lexicon["told_apart"])
    return Evidence(
        same=pair.same,
        noun=(one.noun == two.noun != "" or one.figure.counted == two.figure.counted is not None) and not one.anything,
        fate=one.figure.counted == two.figure.counted is not None,
        two_voices=named == len(pair.rows) and not one_source(facts, *pair.voices),
        one_voice=named == 1,
        headline=one.figure.span.end <= facts.headline < two.figure.span.start,
        whole=any(_whole(facts, row) for row in pair.rows),
        same_day=clauses.has(facts, two.sentence, lexicon["same_time"]),
        near=1 / (1 + two.at - one.at),
        ratio=min(MOST_APART, log(most / least)),
        few=least < FEW,
        others=min(MOST_OTHERS, len({row.figure.value for row in facts.counts if _besides(row, one, two)})),
        known=any(_known(facts, row) for row in pair.rows),
        places_apart=apart(one.places, two.places),
        places_shared=not one.places.isdisjoint(two.places),
        new_place=any(name not in facts.text[: two.sentence.start].lower() for name in two.places),
        sides=any(apart(a, b) for a, b in sides),
        elsewhere=bool((words[0] ^ words[1]) & set(lexicon["elsewhere"])),
        days_apart=days_apart,
        old=old,
        updates=bool((words[0] | words[1]) & set(lexicon["updates"])),
        kinds=bool((words[0] ^ words[1]) & _kinds()),
        stands=_stands_in(facts, one, two.sentence) or _stands_in(facts, two, one.sentence),
        length=log(max(SHORT, len(facts.text.split())) / SHORT),
    )


def _doubt(found: Evidence) -> str | None:
    """What speaks most against a contradiction; null where enough speaks for it."""
    if weighing.odds(found, "two_voices") >= LEAST:
        return None
    return weighing.against(found, "two_voices", AGAINST, "too little speaks for one count")


@cache
def _kinds() -> frozenset[str]:
    return frozenset((*table("checks")["conflicts"]["kinds"], *table("checks")["running"]["kinds"]))


def _no_count(facts: Facts, row: Count) -> str | None:
    """Why a number is no count at all: one of an address, one that is foreseen, asked or promised, or corrected."""
    lexicon = table("checks")["conflicts"]
    acts = {said.id: said.act for said in facts.reading.attributions}
    words = set(clauses.words(facts, row.sentence))
    if row.noun in map(stem, lexicon["addresses"]):
        return "one is the number of an address"
    if row.figure.kind == "percent" and clauses.has(facts, row.sentence, table("checks")["running"]["tolls"]):
        return "one is a share that grew"
    if row.figure.kind == "percent" and words & set(lexicon["asked"]):
        return "each poll has shares of its own"
    if words & set(lexicon["foreseen"]):
        return FORESEEN
    if acts.get(row.figure.attribution or "") in ("demand", "ask", "promise", "threaten"):
        return FORESEEN
    far_off = clauses.has(facts, row.sentence, lexicon["far_off"])
    return "one is told of something else, or of the whole" if far_off else None


def _apart_in_time(facts: Facts, one: Count, two: Count) -> str | None:
    """Why two numbers may be of two times: one runs from a start, or the higher is the later of a count that grew."""
    times = [told_at(facts, row) for row in (one, two)]
    if (start_of(facts, one) is None) != (start_of(facts, two) is None):
        return "one is counted from a start"
    if not (only_grows(one) or only_grows(two)) or None in times or times[0] == times[1]:
        return None
    later_is_higher = (times[0] < times[1]) == (_number(one) < _number(two))  # type: ignore[operator]
    return "the higher may be the later of a count that grew" if later_is_higher else None


def _gap(one: Count, two: Count) -> str:
    if one.figure.value is not None and two.figure.value is not None:
        return told(abs(one.figure.value - two.figure.value))
    return told(max(one.low, two.low) - min(one.high, two.high))


def _number(row: Count) -> float:
    return row.figure.value if row.figure.value is not None else row.high


def _besides(row: Count, one: Count, two: Count) -> bool:
    """Whether a count is another number of what one of the two counts."""
    if row is one or row is two or row.more or row.figure.value in (one.figure.value, two.figure.value):
        return False
    classes = {one.figure.counted, two.figure.counted} - {None}
    alike = row.figure.counted in classes or (row.figure.counted is None and row.noun == one.noun)
    return alike and of_one_sort(row, one)


def _known(facts: Facts, row: Count) -> bool:
    """Whether the number is of some who were told of before ("the two men")."""
    return not set(_right_before(facts, row)[-1:]).isdisjoint(table("checks")["conflicts"]["known"])


def _whole(facts: Facts, row: Count) -> bool:
    """Whether the number is said to be of all ("all 62 people", "a total of 180 flights")."""
    return not set(_right_before(facts, row)[-2:]).isdisjoint(table("checks")["conflicts"]["whole"])


def _right_before(facts: Facts, row: Count) -> list[str]:
    """The last words of its sentence before the number."""
    return clauses.words(facts, Span(max(row.sentence.start, row.figure.span.start - REACH), row.figure.span.start))


def _stands_in(facts: Facts, row: Count, sentence: Span) -> bool:
    """Whether the sentence holds the same number."""
    value = row.figure.value
    return value is not None and any(sentence.holds(one.span) and one.value == value for one in facts.reading.figures)


def _times(facts: Facts, row: Count) -> list[tuple[int, int]]:
    """The days that its sentence names, first and last, but for starts ("since May")."""
    own = ordinal(row.figure.as_of)
    days = (day for day in facts.days if row.sentence.holds(day.row.span))
    found = [(day.day, day.last_day) for day in days if not facts.before(day.row.span, 8).endswith("since")]
    return found + ([(own, own)] if own is not None else [])


def _apart(facts: Facts, one: list[tuple[int, int]], two: list[tuple[int, int]]) -> tuple[bool, bool]:
    """Whether both name times and these do not meet; whether one alone names a time, and that is long ago."""
    if bool(one) != bool(two):
        return False, facts.published is not None and all(last < facts.published - OLD for _, last in one or two)
    met = any(a <= d and c <= b for a, b in one for c, d in two)
    return bool(one and two) and not met, False
