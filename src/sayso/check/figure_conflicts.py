"""Finds two voices that give one count of one event in numbers that cannot both be right ("18,000", "45,000").

Stands alone because it is one rule: that both speak of one thing must show in what else their clauses say, and in there
being no third number of its kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from sayso.check import clauses
from sayso.check.counting import Counted, alike, counted, deed, of_one_class, person, said_of, stem, told
from sayso.check.decreases import corrected
from sayso.check.facts import ordinal
from sayso.check.judgement import Found, Judgement, LetGo
from sayso.check.voices import Voice, one_source, voice
from sayso.lexicon import table
from sayso.model import Span
from sayso.parse.meaning import alike as alike_vectors
from sayso.parse.meaning import passage, word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.check.facts import Facts

RULE = "two-voices-apart"
SURE = 10  # of a count below it a report may tell several of one noun ("two men", "four men")
FARTHEST = 6  # times that two counts of one thing are at most apart
ALIKE_WORDS = 2  # that two clauses share whose verbs differ
SYNONYMS = 0.45  # cosine of two verbs that mean nearly the same
ALIKE, MUCH_ALIKE = 0.6, 0.75  # cosines from which two clauses mean something alike, and almost the same
OLD = 14  # days before publication from which a count that names its day is not of now
NEAR = 300  # characters around a figure in which its correction would stand
MOST = 60  # figures of a report that are compared; one of more is a table
ENOUGH, ENOUGH_FEW = 3, 4  # of what speaks for one event, for two counts and for two small ones
_PART = re.compile(r"^(?:\w+ ){1,3}of (?:the|them|us|those|whom|its|their)\b", re.IGNORECASE)
_ANAPHOR = re.compile(
    r"\b(?:in|at|to|for|of|on|with)\s+(?:it|them|this)\b|\bthere\b|\bsame\b|\bthat night\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A count and who tells it."""

    row: Counted
    by: Voice


def judge(facts: Facts) -> Iterator[Judgement]:
    """A finding for each pair of figures of one count whose ranges do not meet, told by two voices."""
    rows = [row for figure in facts.reading.figures[:MOST] if (row := _plain(facts, figure.id)) is not None]
    by = [_Told(row, voice(facts, row)) for row in rows]
    for one, two in combinations(by, 2):
        if one.row.sentence == two.row.sentence or not alike(one.row, two.row) or one_source(facts, one.by, two.by):
            continue
        if not (one.row.high < two.row.low or two.row.high < one.row.low):
            continue
        spans = (one.row.figure.span, two.row.figure.span)
        reason = _doubt(facts, one.row, two.row) or _little(facts, one.row, two.row, rows)
        if reason is not None:
            yield LetGo(RULE, reason, spans)
            continue
        first, second = (f"{told.row.figure.text} ({told.by.name})" for told in (one, two))
        why = f"Of one count, {first} and {second} are {_gap(one.row, two.row)} apart."
        yield Found("figure-conflict", RULE, "high", why, spans)


def _gap(one: Counted, two: Counted) -> str:
    if one.figure.value is not None and two.figure.value is not None:
        return told(abs(one.figure.value - two.figure.value))
    return told(max(one.low, two.low) - min(one.high, two.high))


def _plain(facts: Facts, name: str) -> Counted | None:
    """The figure as it is compared; null for parts, "another 12", and numbers of addresses."""
    figure = next(row for row in facts.reading.figures if row.id == name)
    if figure.part_of is not None or figure.trend is not None or _PART.search(figure.text):
        return None
    # Of money and shares reports give many that are of one kind and not of one event.
    if figure.kind in {"money", "percent", "rate", "measure", "duration"}:
        return None
    row = counted(facts, figure)
    lexicon = table("checks")["conflicts"]
    if row is None or not row.what or row.noun in map(stem, lexicon["addresses"]):
        return None
    before = clauses.words(facts, Span(max(row.sentence.start, figure.span.start - 16), figure.span.start))
    known = set(before[-1:]) & set(lexicon["known"])  # "the two men" are some who were told of before
    return None if known or set(before + clauses.words(facts, figure.span)) & set(lexicon["apart"]) else row


def _doubt(facts: Facts, one: Counted, two: Counted) -> str | None:
    """The first aspect in which the two differ, or in which one is no plain count; null where there is none."""
    lexicon = table("checks")["conflicts"]
    said = [set(clauses.words(facts, row.sentence)) for row in (one, two)]
    kinds, foreseen = {*lexicon["kinds"], *table("checks")["running"]["kinds"]}, set(lexicon["foreseen"])
    behind = [set(clauses.words_of(facts.after(row.figure.span, 40))) & {"can", "could", "may"} for row in (one, two)]
    near = (Span(max(0, row.figure.span.start - NEAR), row.figure.span.end + NEAR) for row in (one, two))
    sides = ([each & set(words) for each in said] for words in lexicon["told_apart"])
    least, most = sorted((one.figure.value or one.high, two.figure.value or two.high))
    either = ((one, two), (two, one))
    reasons = (
        (one.words & kinds != two.words & kinds, "one is of a kind that the other is not"),
        (one.words & foreseen != two.words & foreseen, "one is foreseen, or guessed"),
        (any(_asked(facts, row) for row in (one, two)) or bool(behind[0]) != bool(behind[1]), "one is what may be"),
        ((said[0] | said[1]) & set(lexicon["updates"]), "one may be an earlier count"),
        (any(_among_others(facts, row) for row in (one, two)), "one is told beside others of its kind"),
        (any(_stands_in(facts, row, other.sentence) for row, other in either), "both stand in one sentence"),
        (not _same_day(facts, max(one, two, key=lambda row: row.sentence)) and _apart(facts, one, two), _TIMES),
        (len({_since(facts, row) for row in (one, two)}) > 1, "one is counted since a day"),
        (any(a and b and not a & b for a, b in sides), "they are of two times or sides"),
        (_disjoint(one.places, two.places) or _disjoint(one.where, two.where), "they may be of two places"),
        (one.who != two.who and one.noun != two.noun, "they count two groups"),
        (any(corrected(facts, span) for span in near), "the text speaks of a correction"),
        (most > FARTHEST * least, "so far apart they are of two things"),
    )
    return next((reason for differ, reason in reasons if differ), None)


_TIMES = "they may be counts of two times"


def _since(facts: Facts, row: Counted) -> bool:
    """Whether the figure is counted since a day, and not only the greatest since one."""
    return re.search(r"(?<!time )(?<!largest )(?<!biggest )\bsince\b", row.sentence.of(facts.text)) is not None


def _disjoint(one: frozenset[str], two: frozenset[str]) -> bool:
    return bool(one and two) and not one & two


def _little(facts: Facts, one: Counted, two: Counted, rows: Sequence[Counted]) -> str | None:
    """Why too little speaks for one event; null where enough does."""
    shared = (one.said & two.said) - {"people"} - (one.what & two.what) - ({one.noun} & {two.noun})
    values = {row.figure.value for row in rows if alike(row, one) or alike(row, two)}
    later = max(one, two, key=lambda row: row.sentence)
    meaning = alike_vectors(passage(" ".join(sorted(one.words))), passage(" ".join(sorted(two.words))))
    speaks = max(min(2, len(shared)), (meaning > ALIKE) + (meaning > MUCH_ALIKE))
    deeds = [deed(facts, row.figure) for row in (one, two)]
    telling = one.what & two.what & said_of()
    befell_one = telling or of_one_class(one.befell, two.befell)
    enough = ALIKE_WORDS if all(deeds) else ALIKE_WORDS + 1
    if not _near(*deeds) and not befell_one and one.figure.kind == "count" and len(shared) < enough:
        return "other things befell the counted"
    if telling or (one.who == two.who != "" and one.befell and two.befell):
        speaks += 2
    elif one.figure.kind != "count" or deed(facts, one.figure) & deed(facts, two.figure):
        speaks += 1
    speaks += len(values) <= len({one.figure.value, two.figure.value})
    speaks += bool(one.places) and one.places == two.places
    speaks += _ANAPHOR.search(later.sentence.of(facts.text)) is not None
    few = min(one.figure.value or one.high, two.figure.value or two.high) < SURE and one.figure.kind == "count"
    things = not (person(one.figure) or person(two.figure) or deed(facts, one.figure) & deed(facts, two.figure))
    if speaks >= (ENOUGH_FEW if few else ENOUGH) + (few and things):
        return None
    return f"the clauses share too little to be of one event ({', '.join(sorted(shared)) or 'nothing'})"


def _near(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether two verbs are one, or mean nearly the same."""
    return bool(one & two) or any(alike_vectors(word(a), word(b)) > SYNONYMS for a in one for b in two)


def _among_others(facts: Facts, row: Counted) -> bool:
    """Whether the sentence tells another number of what befell the counted, of another place or time."""
    rows = [one for one in facts.reading.figures if row.sentence.holds(one.span) and one.part_of is None]
    return row.figure.counted is not None and sum(one.counted == row.figure.counted for one in rows) > 1


def _stands_in(facts: Facts, row: Counted, sentence: Span) -> bool:
    """Whether the sentence holds the same number."""
    value = row.figure.value
    return any(sentence.holds(one.span) and one.value == value is not None for one in facts.reading.figures)


def _asked(facts: Facts, row: Counted) -> bool:
    """Whether the words that carry a figure ask, promise or deny, so that they count nothing."""
    acts = {said.id: said.act for said in facts.reading.attributions}
    return acts.get(row.figure.attribution or "") in ("demand", "ask", "promise", "threaten", "deny")


def _same_day(facts: Facts, row: Counted) -> bool:
    return clauses.has(facts, row.sentence, ("same day", "same night", "same evening", "same morning", "same time"))


def _apart(facts: Facts, one: Counted, two: Counted) -> bool:
    """Whether both sentences name times that do not meet, or one an old one."""
    times = []
    for row in (one, two):
        own = ordinal(row.figure.as_of)
        days = (day for day in facts.days if row.sentence.holds(day.row.span))
        times.append([(day.day, day.last_day) for day in days if not facts.before(day.row.span, 8).endswith("since")])
        times[-1] += [(own, own)] if own is not None else []
    if bool(times[0]) != bool(times[1]) and facts.published is not None:
        return all(last < facts.published - OLD for _, last in times[0] or times[1])
    met = any(a <= d and c <= b for a, b in times[0] for c, d in times[1])
    return bool(times[0] and times[1]) and not met
