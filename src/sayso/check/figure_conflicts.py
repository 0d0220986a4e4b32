"""Finds two voices that give one count of one event in numbers that cannot both be right ("18,000", "45,000").

Stands alone because it is one rule: that both speak of one thing must show in what else their clauses say.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from sayso.check import clauses
from sayso.check.counting import Counted, counted, generic, person, stem, told
from sayso.check.facts import ordinal
from sayso.check.judgement import Found, Judgement, LetGo
from sayso.check.voices import one_source, tellers
from sayso.lexicon import table
from sayso.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.check.facts import Facts

RULE = "two-voices-apart"
SURE = 10  # of a count below it a report may tell several of one noun ("two men", "four men")
_PART = re.compile(r"^(?:\w+ ){1,3}of (?:the|them|us|those|whom|its|their)\b", re.IGNORECASE)
MOST = 60  # figures of a report that are compared; one of more is a table
_ANAPHOR = re.compile(r"\b(?:in|at|to|for|of|on|with)\s+(?:it|them)\b|\bthere\b", re.IGNORECASE)


def judge(facts: Facts) -> Iterator[Judgement]:
    """A finding for each pair of figures of one count whose ranges do not meet, told by two voices."""
    rows = [row for figure in facts.reading.figures[:MOST] if (row := _plain(facts, figure.id)) is not None]
    for one, two in combinations(rows, 2):
        if one.sentence == two.sentence or not _named_alike(one, two) or not (one.high < two.low or two.high < one.low):
            continue
        voices = (_voice(facts, one), _voice(facts, two))
        if not (voices[0] and voices[1]) or one_source(facts, *voices):
            continue
        spans = (one.figure.span, two.figure.span)
        reason = _doubt(facts, one, two)
        if reason is not None:
            yield LetGo(RULE, reason, spans)
            continue
        first, second = (
            f"{row.figure.text} ({_name(facts, ids)})" for row, ids in zip((one, two), voices, strict=True)
        )
        why = f"Of one count, {first} and {second} are {_gap(one, two)} apart."
        yield Found("figure-conflict", RULE, "high", why, spans)


def _voice(facts: Facts, row: Counted) -> frozenset[str]:
    """Whose number it is, without what is counted itself where that was read as somebody who tells."""
    names = {actor.id: {stem(word) for word in clauses.words_of(actor.name)} for actor in facts.reading.actors}
    return frozenset(one for one in tellers(facts, row.figure) if row.noun not in names.get(one, ()))


def _name(facts: Facts, voice: frozenset[str]) -> str:
    return next((actor.name for actor in facts.reading.actors if actor.id in voice), "another source")


def _gap(one: Counted, two: Counted) -> str:
    ends = [row.figure.value if row.figure.value is not None else None for row in (one, two)]
    if ends[0] is not None and ends[1] is not None:
        return told(abs(ends[0] - ends[1]))
    return told(max(one.low, two.low) - min(one.high, two.high))


def _plain(facts: Facts, name: str) -> Counted | None:
    """The figure as it is compared; null for parts, "another 12", and what counts nobody."""
    figure = next(row for row in facts.reading.figures if row.id == name)
    if figure.part_of is not None or figure.trend is not None or not person(figure):
        return None
    if _PART.search(figure.text) or (figure.kind == "measure" and "-" in figure.text):  # "a 3-inch heel" is of one heel
        return None
    row = counted(facts, figure)
    lexicon = table("checks")["conflicts"]
    if row is None or row.noun in map(stem, lexicon["addresses"]):
        return None
    before = clauses.words(facts, Span(max(row.sentence.start, figure.span.start - 16), figure.span.start))
    known = set(before[-1:]) & set(lexicon["known"])  # "the two men" are some who were told of before
    return None if known or set(before + clauses.words(facts, figure.span)) & set(lexicon["apart"]) else row


def _named_alike(one: Counted, two: Counted) -> bool:
    if one.figure.kind != two.figure.kind or (one.figure.kind == "count" and not _whole(one, two)):
        return False
    if one.figure.kind != "count":
        tied = bool(one.noun) and (one.noun == two.noun or one.noun in two.said or two.noun in one.said)
        return tied and one.figure.unit == two.figure.unit
    if person(one.figure) and person(two.figure):
        if one.figure.counted != two.figure.counted and one.figure.counted and two.figure.counted:
            return False
        return one.noun == two.noun or (generic(one.noun) and generic(two.noun) and bool(one.figure.counted))
    return bool(one.noun) and one.noun == two.noun


def _whole(one: Counted, two: Counted) -> bool:
    return all(row.figure.value is None or row.figure.value == int(row.figure.value) for row in (one, two))


def _doubt(facts: Facts, one: Counted, two: Counted) -> str | None:  # noqa: PLR0911 (one reason a case)
    lexicon = table("checks")["conflicts"]
    said = [set(clauses.words(facts, row.sentence)) for row in (one, two)]
    kinds = set(lexicon["kinds"]) | set(table("checks")["running"]["kinds"])
    foreseen = set(lexicon["foreseen"])
    asked = any(_asked(facts, row) for row in (one, two))
    if one.words & kinds != two.words & kinds or said[0] & foreseen != said[1] & foreseen or asked:
        return "one is of a kind that the other is not, or is asked for or foreseen"
    if (said[0] | said[1]) & set(lexicon["updates"]):
        return "one may be an earlier count"
    if any(_stands_in(facts, row, other.sentence) for row, other in ((one, two), (two, one))):
        return "both numbers stand in one sentence, so they are of two things"
    if _apart(facts, one, two):
        return "they may be counts of two times"
    if one.places and two.places and not (one.places <= two.places or two.places <= one.places):
        return "they may be of two places"
    shared = (one.said & two.said) - {one.noun, two.noun, "people", one.figure.counted, two.figure.counted}
    number = len(shared) + _points_back(facts, one, two)
    if number < _fewest(one, two):
        return f"the clauses share too little to be of one event ({', '.join(sorted(shared)) or 'nothing'})"
    return None


def _stands_in(facts: Facts, row: Counted, sentence: Span) -> bool:
    """Whether the sentence holds the same number."""
    value = row.figure.value
    return any(sentence.holds(one.span) and one.value == value is not None for one in facts.reading.figures)


def _asked(facts: Facts, row: Counted) -> bool:
    """Whether the words that carry a figure ask, promise or deny, so that they count nothing."""
    acts = {said.id: said.act for said in facts.reading.attributions}
    return acts.get(row.figure.attribution or "") in ("demand", "ask", "promise", "threaten", "deny")


def _fewest(one: Counted, two: Counted) -> int:
    """How many stems beside the noun two clauses of one event must share."""
    large = min(one.figure.value or one.high, two.figure.value or two.high) >= SURE
    tied = one.figure.kind == "percent" and {one.noun, two.noun} & one.said & two.said
    return 1 if (one.figure.kind in ("count", "money") and large) or tied else 2


def _apart(facts: Facts, one: Counted, two: Counted) -> bool:
    """Whether both sentences name times, and none of one meets one of the other."""
    times = []
    for row in (one, two):
        own = ordinal(row.figure.as_of)
        times.append([(day.first, day.last) for day in facts.days if row.sentence.holds(day.row.span)])
        times[-1] += [(own, own)] if own is not None else []
    met = any(a <= d and c <= b for a, b in times[0] for c, d in times[1])
    return bool(times[0] and times[1]) and not met


def _points_back(facts: Facts, one: Counted, two: Counted) -> int:
    """1 where the later clause says only "it" or "there" of the thing that the earlier names."""
    later = max(one, two, key=lambda row: row.sentence)
    return int(_ANAPHOR.search(later.sentence.of(facts.text)) is not None and bool(one.said & two.said))
