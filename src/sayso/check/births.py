"""Finds an age or a birthday that the date of birth, told elsewhere in the report, does not give.

Stands alone because it is one rule: completed years between a birth and the days that an age may be told for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sayso.check.cutting import letters
from sayso.check.judgement import Found, Judgement, LetGo
from sayso.check.moments import DAY, Moment, moment, of_day
from sayso.check.nths import nths
from sayso.check.people import People, person_at
from sayso.lexicon import either, table, words
from sayso.model import Span
from sayso.parse.labels import FINITE_VERBS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.check.facts import Facts

RULE = "age-from-birth"
OLDEST = 120
REACH = 60  # characters between an age and the name behind it, and between "born" and its date
LATE = 60  # days by which a report may print an age that was right when it was asked for
_BORN = re.compile(rf"\b(?:{either(words('checks', 'ages', 'born'))})[^.;!?\n0-9]{{0,60}}$", re.IGNORECASE)
_APPOSED = re.compile(r"([^\W\d_][\w'\u2019-]{0,60}),? \(?$")
_THEN = re.compile(rf"\b(?:{either(words('checks', 'ages', 'then'))})\s*$", re.IGNORECASE)
_BRACKETED = re.compile(r"\b([^\W\d_][\w'\u2019-]{0,60}) \(([1-9][0-9])\)")
_BE, _ONLY = either(words("clauses", "helpers", "passive_past")), either(words("checks", "ages", "only"))
_ALONE = re.compile(rf"[^.,;]{{1,40}}\b(?:{_BE}) (?:(?:{_ONLY}) )?(?:[0-9]{{1,3}}|[a-z-]{{1,30}})(?: years old)?\.?")
_DEATH, _GONE = words("checks", "lives", "told_dead"), words("checks", "lives", "gone")
_NAMED = re.compile(rf"\b(?:{either(words('checks', 'ages', 'named'))})\b")
_WAS = re.compile(rf"\b(?:{_BE})$")


@dataclass(frozen=True, slots=True)
class Birth:
    """A person's date of birth."""

    who: str
    when: Moment


@dataclass(frozen=True, slots=True)
class Told:
    """An age told of a person: completed years, or a birthday; `then` where it is of another time than now."""

    who: str
    years: int
    span: Span
    birthday: bool
    then: bool


def judge(facts: Facts) -> Iterator[Judgement]:
    """A finding for each age that fits neither now nor any date told beside it."""
    known = facts.people
    if not known.mentions:
        return
    births = list(_births(facts, known))
    for told in _told(facts, known) if births else ():
        rows = [birth for birth in births if birth.who == told.who]
        if not rows:
            continue
        spans = tuple(sorted((*(birth.when.row.span for birth in rows[:1]), told.span)))
        if len({birth.when.first for birth in rows}) > 1 or told.who in known.shared:
            yield LetGo(RULE, "two births are told of the name", spans)
            continue
        when = _references(facts, told, rows[0])
        if not when:
            yield LetGo(RULE, "nothing says when the age was reached", spans)
        elif when[0].last < rows[0].when.first or any(_fits(rows[0], told, at) for at in when):
            yield LetGo(RULE, "the age is that of one of the dates", spans)
        else:
            yield Found("duration-mismatch", RULE, "high", _why(rows[0], told, when[0]), spans)


def _why(birth: Birth, told: Told, at: Moment) -> str:
    low, high = _years(birth, at)
    age = str(low) if low == high else f"{low} or {high}"
    what = f"birthday number {told.years}" if told.birthday else f"the age of {told.years}"
    return f"Born {birth.when.placed}, {birth.who.capitalize()} was {age} {at.placed}; the text says {what}."


def _years(birth: Birth, at: Moment) -> tuple[int, int]:
    """The least and most completed years from the birth to a moment."""
    return _completed(birth.when.last // DAY, at.first // DAY), _completed(birth.when.first // DAY, at.last // DAY)


def _completed(born: int, then: int) -> int:
    one, two = date.fromordinal(born), date.fromordinal(then)
    return two.year - one.year - ((two.month, two.day) < (one.month, one.day))


def _fits(birth: Birth, told: Told, at: Moment) -> bool:
    low, high = _years(birth, at)
    if told.birthday:  # a day or two early or late, and parties in the year
        years = date.fromordinal(at.first // DAY).year - date.fromordinal(birth.when.first // DAY).year
        return told.years in {low, high, years}
    return low <= told.years <= high


def _births(facts: Facts, known: People) -> Iterator[Birth]:
    kin = set(table("checks")["kin"]["words"])
    for row in facts.reading.dates:
        when = moment(row, facts.published)
        lead = facts.text[max(0, row.span.start - REACH - len("born")) : row.span.start]
        match = _BORN.search(lead)
        if when is None or match is None or not (when.printed_year or when.grain == "year"):
            continue
        at = row.span.start - len(lead) + match.start()
        if _of_many(facts, Span(at, at + 1)) or _of_another_verb(facts, Span(at + len("born"), row.span.start)):
            continue
        start = facts.sentence_start(at)
        words = set(letters(facts.text[start:at]))
        if words & kin:
            continue
        who = person_at(facts, known, Span(at, at + 1)) or known.at(at, row.span.end + REACH)
        if who is not None:
            yield Birth(who, when)


def _of_many(facts: Facts, born: Span) -> bool:
    """Whether the birth is that of all of a kind ("people born in 1960")."""
    parsed = facts.parsed
    tokens = facts.tokens(born)
    return parsed is not None and any(parsed.tags[int(parsed.heads[token])] == "NNS" for token in tokens)


def _of_another_verb(facts: Facts, gap: Span) -> bool:
    """Whether a finite verb stands between "born" and the date ("born in Orra, and his father died in 1991")."""
    parsed = facts.parsed
    tokens = parsed.tokens_in(gap) if parsed is not None and gap.start < gap.end else range(0)
    return parsed is not None and any(parsed.tags[token] in FINITE_VERBS for token in tokens)


def _told(facts: Facts, known: People) -> Iterator[Told]:
    kin = set(table("checks")["kin"]["words"])
    for figure in facts.reading.figures:
        if figure.kind != "age" or figure.bound != "exact" or not isinstance(figure.value, int):
            continue
        who, then = _owner(facts, known, figure.span, kin)
        if who is not None and figure.unit in (None, "year") and 0 < figure.value <= OLDEST:
            yield Told(who, figure.value, figure.span, birthday=False, then=then)
    for match in _BRACKETED.finditer(facts.text):
        who = known.only(match.start(1), match.end(1))
        if who is not None and not any(figure.span.meets(Span(*match.span(2))) for figure in facts.reading.figures):
            yield Told(who, int(match[2]), Span(*match.span(2)), birthday=False, then=False)
    for value, span, _ in nths(facts.text, ("birthday",)):
        who = person_at(facts, known, span)
        words = set(letters(facts.text[facts.sentence_start(span.start) : span.start]))
        if who is not None and not words & kin and value <= OLDEST:
            yield Told(who, value, span, birthday=True, then=False)


def _owner(facts: Facts, known: People, span: Span, kin: set[str]) -> tuple[str | None, bool]:
    """Whose age it is, and whether it is one of the past: "NAME, 34,", "the 34-year-old NAME", "he was 34 when"."""
    start, end = facts.sentence_start(span.start), facts.sentence_end(span.end)
    lead = facts.text[max(start, span.start - REACH) : span.start]
    if (match := _APPOSED.search(lead)) and match[1][0].isupper():
        at = span.start - len(lead)
        name = known.at(at + match.start(1), at + match.end(1))
        if name is not None:
            return name, False
    words = letters(facts.text[start : span.start])
    if set(words) & kin:
        return None, False
    if "old" in facts.text[span.start : span.end].lower():
        behind = facts.text[span.end : min(end, span.end + REACH)]
        stop = re.search(r"[,.;:]", behind)
        name = known.at(span.end, span.end + (stop.start() if stop else len(behind)))
        if name is not None:
            return name, False
        if words[-1:] == ["the"]:
            return person_at(facts, known, span), False
        return (_named_behind(facts, known, span) if words[-1:] == ["a"] else None), False
    return (person_at(facts, known, span), True) if _THEN.search(lead) else (None, False)


def _named_behind(facts: Facts, known: People, span: Span) -> str | None:
    """Who the one "33-year-old man" of a report is, where the next two sentences name him."""
    if sum("old" in figure.text for figure in facts.reading.figures if figure.kind == "age") > 1:
        return None
    start = facts.sentence_end(span.end)
    end = facts.sentence_end(facts.sentence_end(start))
    match = _NAMED.search(facts.text, start, end)
    return known.at(match.start(), end) if match else None


def _references(facts: Facts, told: Told, birth: Birth) -> list[Moment]:
    """The moments that the age may be told for, the likeliest first; publication only for an age of now."""
    dates = [
        when
        for row in facts.reading.dates
        if row.id != birth.when.row.id and (when := moment(row, facts.published)) is not None
    ]
    start, end = facts.sentence_start(told.span.start), facts.sentence_end(told.span.end)
    beside = [when for when in dates if start <= when.row.span.start < end]
    if told.then and not beside and not _WAS.search(facts.before(told.span, 8)):
        above = max(0, facts.text.rfind("\n", 0, start - 1))
        beside = [when for when in dates if above <= when.row.span.start < start]
    now = _now(birth, facts.published)
    alone = _ALONE.fullmatch(facts.text[start:end].strip()) is not None  # "He was 90." behind what tells of the death
    said = set(letters(facts.text[facts.sentence_start(start - 2) if alone else start : end]))
    if told.then and (alone or not beside) and said & _DEATH:
        return [*(event.at for event in facts.events if event.acts & _GONE), *now]
    if told.then:
        return [*_nearest(beside, told.span), *now] if beside else []
    return [*now, *beside]


def _nearest(moments: Sequence[Moment], span: Span) -> list[Moment]:
    return sorted(moments, key=lambda when: abs(when.row.span.start - span.start))


def _now(birth: Birth, published: int | None) -> list[Moment]:
    if published is None:
        return []
    return [of_day(birth.when.row, at) for at in (published, published - LATE)]
