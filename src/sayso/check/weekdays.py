"""Finds a printed weekday that its date does not have ("Tuesday, 4 March 2021" was a Thursday).

Stands alone because it is one rule: ISO 8601 weekdays of the Gregorian calendar.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.check.clauses import holds
from sayso.check.events import kinds_of
from sayso.check.judgement import Found, Judgement, LetGo
from sayso.check.moments import prints_year
from sayso.lexicon import either, table, words
from sayso.model import Span
from sayso.parse import lemma
from sayso.parse.labels import NOMINAL_CLASSES, VERBAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.check.facts import Facts
    from sayso.model import Date, Severity

RULE, RELATIVE, COUNTED = "weekday-of-date", "weekday-of-relative-day", "weekday-counted-from-event"
FIRST_SURE_YEAR = 1924  # the last countries of the news (Greece, 1923) had left the Julian calendar
SURE_DAYS = 45  # days from publication within which a date without a year is hardly another year's
FARTHEST = 92  # days beyond which a date without a year may be of any year
MOST_WORDS = 2  # of a day that is named by its weekday
SAID = 6  # words before a weekday in which a verb of saying may stand
REACH = 16  # characters before a date in which its weekday may stand
_NO_NAMES = map(str.capitalize, words("checks", "weekdays", "no_names"))
_NAME = re.compile(rf"\b(?!{either(_NO_NAMES)})[A-Z][a-z]+ $")
_LEADING = re.compile(r"(?<![\w-])([A-Z][a-z]{2,8})\.?,? (?:the )?$")
_WORD = re.compile(r"[A-Za-z]+")
BOTH = 2  # days told by weekday and number alone, of which one says the month of the other
_NTH = re.compile(r"\bthe ([0-9]{1,2})(?:st|nd|rd|th)\b")
_AFTER = re.compile(rf",?\s+({either(table('checks')['weekdays']['days'])})\s+days?\s+(after|before)\s+")
_YEAR = re.compile(r"(?<![0-9.,])(?:1[89]|20)[0-9]{2}(?![0-9]|[.,][0-9])")
_EVERY = re.compile(r"XXXX-WXX-([1-7])")
_MONTH_DAY = re.compile(r"[0-9X]{4}-([0-9]{2})-([0-9]{2}).*")


@dataclass(frozen=True, slots=True)
class Pair:
    """A date of a day with the weekday (1 to 7) that is printed for it."""

    day: Date
    weekday: int
    spans: tuple[Span, ...]


def judge(facts: Facts) -> Iterator[Judgement]:
    """A finding for each date whose printed weekday is another day's, in all years that may be meant."""
    for pair in _pairs(facts):
        years, reason = _years(facts, pair)
        match = _MONTH_DAY.fullmatch(pair.day.value)
        days = [when for year in years if match and (when := _date(year, int(match[1]), int(match[2])))]
        if any(when.isoweekday() == pair.weekday for when in days):
            continue
        if days and days[0].year < FIRST_SURE_YEAR:
            reason = "the date may be in the Julian calendar"
        reason = reason or _of_saying(facts, pair) or (_put_right(facts, pair, days[0]) if days else None)
        if reason is not None or not days:
            yield LetGo(RULE, reason or "no year is known", pair.spans)
            continue
        severity: Severity = "high" if prints_year(pair.day.text) else "low"
        yield Found("weekday-mismatch", RULE, severity, _why(facts, pair, days), pair.spans)
    yield from _of_no_month(facts)
    yield from _relative(facts)
    yield from _counted(facts)


def _of_no_month(facts: Facts) -> Iterator[Judgement]:
    """A finding for "Sunday the 17th" beside "Friday the 16th", where no month near publication has both."""
    rows = [(row, _weekday(row.text, dated=True), _NTH.search(row.text.lower())) for row in facts.reading.dates]
    told = [
        (row, said, int(number[1]))
        for row, said, number in rows
        if said is not None and number is not None and not _names_month(row.text) and not _this_month(facts, row)
    ]
    if facts.published is None or len(told) < BOTH:
        return
    base = date.fromordinal(facts.published)
    months = [(at // 12, at % 12 + 1) for at in (base.year * 12 + base.month - 1 + step for step in (0, -1, 1))]
    fitting = {
        month: [(when := _date(*month, number)) is not None and when.isoweekday() == said for _, said, number in told]
        for month in months
    }
    month = max(fitting, key=lambda one: sum(fitting[one]))
    for at, (row, said, number) in enumerate(told):
        when = _date(*month, number)
        if when is not None and any(fitting[month]) and not any(fits[at] for fits in fitting.values()):
            why = f"{when.day} {when:%B %Y}, the month of the other days, is a {when:%A}; the text says"
            yield Found("weekday-mismatch", RULE, "low", f"{why} {_names()[(said or 1) - 1]}.", (row.span,))


def _of_saying(facts: Facts, pair: Pair) -> str | None:
    """That the weekday is that of the words, and the date another's ("told reporters on Friday the 3 March attack")."""
    parsed = facts.parsed
    tokens = facts.tokens(pair.day.span)
    if (
        parsed is None
        or not tokens
        or parsed.tags[min(tokens[-1] + 1, len(parsed) - 1)][:2] not in NOMINAL_CLASSES.union(VERBAL)
    ):
        return None
    before = {lemma(parsed.words[t], "verb") for t in range(max(0, tokens[0] - SAID), tokens[0])}
    said = before & set(table("checks")["weekdays"]["saying"])
    return "the weekday may be that on which it was said" if said else None


def _put_right(facts: Facts, pair: Pair, when: date) -> str | None:
    """That the report itself calls the weekday wrong, or gives the right one."""
    first, last = pair.spans[0], pair.spans[-1]
    start = facts.sentence_start(max(0, facts.sentence_start(first.start) - 1))
    end = facts.sentence_end(facts.sentence_end(last.end))
    around = facts.text[start : first.start] + " " + facts.text[last.end : end]
    right = re.search(rf"\b(?:was|is|be|fell on|falls on|in fact|but) (?:in fact |really )?an? {when:%A}\b", around)
    wrong = holds(_WORD.findall(around.lower()), table("checks")["weekdays"]["wrong"])
    return "the report speaks of it as wrong" if right or wrong else None


def _why(facts: Facts, pair: Pair, days: list[date]) -> str:
    said = _names()[pair.weekday - 1]
    when = days[0]
    is_was = "was" if facts.published is None or when.toordinal() <= facts.published else "is"
    if prints_year(pair.day.text):
        return f"{when.day} {when:%B} {when.year} {is_was} a {when:%A}; the text says {said}."
    if len(days) == 1 and facts.published is not None and date.fromordinal(facts.published).year == when.year:
        of_year = f"of {when.year}, the year of publication,"
        return f"{when.day} {when:%B} {of_year} {is_was} a {when:%A}; the text says {said}."
    told = " and ".join(f"a {one:%A} in {one.year}" for one in days)
    return f"{when.day} {when:%B} {is_was} {told}; the text says {said}."


def _years(facts: Facts, pair: Pair) -> tuple[list[int], str | None]:
    """The years that a date may be of, the likeliest first, and why it can't be told where it can't."""
    if prints_year(pair.day.text):
        return [int(pair.day.value[:4])] if pair.day.value[:4].isdigit() else [], None
    match = _MONTH_DAY.fullmatch(pair.day.value)
    if facts.published is None or match is None:
        return [], "no year is printed, and there is no day of publication"
    base = date.fromordinal(facts.published).year
    near = [
        (abs(when.toordinal() - facts.published), year)
        for year in (base - 1, base, base + 1)
        if (when := _date(year, int(match[1]), int(match[2]))) is not None
    ]
    if not near or min(near)[0] > FARTHEST:
        return [], "no year is printed, and the date is not near the day of publication"
    words = set(_WORD.findall(facts.text.lower()))
    others = {year for year in map(int, _YEAR.findall(facts.text)) if FIRST_SURE_YEAR <= year <= base + 1}
    if _to_come(facts, pair):
        others = {year for year in others if year > base}
    if min(near)[0] <= SURE_DAYS:
        others = {year for year in others if year < base}
    elif words & set(table("checks")["weekdays"]["other_years"]):
        others |= {base - 1, base + 1}
    if set(_WORD.findall(facts.before(pair.day.span, REACH))) & set(table("checks")["weekdays"]["update"]):
        others.add(base + 1)  # what was written behind the report came after its publication
    likeliest = min(near)[1]
    return [likeliest, *sorted(others - {likeliest}, reverse=True)], None


def _to_come(facts: Facts, pair: Pair) -> bool:
    """Whether the sentence is of what will be, so that no year gone by is meant."""
    around = facts.text[facts.sentence_start(pair.day.span.start) : pair.day.span.start]
    return bool(words("clauses", "helpers", "future") & set(_WORD.findall(around.lower())))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _names() -> list[str]:
    return [name.capitalize() for name in table("dates")["weekdays"]]


def _pairs(facts: Facts) -> Iterator[Pair]:
    """Weekdays printed within a date, or beside it ("Monday (18.11.2025)", "18 November, a Monday")."""
    rows = [row for row in facts.reading.dates if row.type in ("DATE", "TIME")]
    for row in rows:
        said = _weekday(row.text, dated=True)
        if said is not None and _NAME.search(facts.text, max(0, row.span.start - REACH), row.span.start):
            continue
        if said is not None and row.mod is None and (_names_month(row.text) or _this_month(facts, row)):
            yield Pair(row, said, (row.span,))
        elif row.mod is None and said is None and _full(row) and (word := _before(facts, row)) is not None:
            yield Pair(row, word[0], (word[1], row.span))
    yield from _listed(facts)
    yield from _ranged(facts, rows)
    gaps = table("checks")["weekdays"]
    for one, two in pairwise(rows):
        gap = facts.between(one.span, two.span).lower()
        first, second = _alone(one), _alone(two)
        numbers = prints_year(two.text) and not _WORD.search(two.text)
        before = (*gaps["before_date"], *gaps["before_numbers"]) if numbers else gaps["before_date"]
        if first and not second and _full(two) and gap in before:
            yield Pair(two, first, (one.span, two.span))
        elif second and not first and _full(one) and gap in gaps["after_date"]:
            yield Pair(one, second, (one.span, two.span))


def _before(facts: Facts, row: Date) -> tuple[int, Span] | None:
    """The weekday that stands right before a date and is no part of it ("Issued: Wednesday 4 September 2025")."""
    found = _LEADING.search(facts.text, max(0, row.span.start - REACH), row.span.start)
    number = _number(found[1].lower()) if found is not None else None
    span = Span(*found.span(1)) if found is not None else row.span
    if number is None or any(other.span.meets(span) for other in facts.reading.dates):
        return None
    return number, span


def _listed(facts: Facts) -> Iterator[Pair]:
    """The days of a list behind a weekday in the plural ("on Mondays 1, 8 and 15 July")."""
    rows = facts.reading.dates
    for at, plural in enumerate(rows):
        match = _EVERY.fullmatch(plural.value)
        last = plural
        for row in rows[at + 1 :] if match else ():
            if not _full(row) or facts.between(last.span, row.span).lower() not in ("", ",", "and", ", and", "&"):
                break
            if match and _weekday(row.text, dated=True) is None:
                yield Pair(row, int(match[1]), (plural.span, row.span))
            last = row


def _ranged(facts: Facts, rows: Sequence[Date]) -> Iterator[Pair]:
    """Two weekdays and the two days that they are ("from Friday to Saturday, 8 to 9 August")."""
    gaps = table("checks")["weekdays"]
    for one, two, first, last in zip(rows, rows[1:], rows[2:], rows[3:], strict=False):
        said = _alone(one), _alone(two)
        apart = [facts.between(a, b).lower() for a, b in pairwise((one.span, two.span, first.span, last.span))]
        joined = {apart[0], apart[2]} <= set(gaps["joined"]) and apart[1] in gaps["before_numbers"]
        if joined and said[0] and said[1] and _full(first) and _full(last):
            yield Pair(first, said[0], (one.span, first.span))
            yield Pair(last, said[1], (two.span, last.span))


def _full(row: Date) -> bool:
    return row.mod is None and _MONTH_DAY.fullmatch(row.value) is not None and any(c.isdigit() for c in row.text)


def _alone(row: Date) -> int | None:
    """The weekday that a row prints without a day of the month ("Sunday", "Easter Monday", "next Wednesday")."""
    words = _WORD.findall(row.text.lower())
    return _number(words[-1]) if 0 < len(words) <= MOST_WORDS and not any(char.isdigit() for char in row.text) else None


def _number(word: str) -> int | None:
    lexicon = table("dates")
    number: int | None = lexicon["weekdays"].get(word) or lexicon["weekday_abbreviations"].get(word)
    return number


def _weekday(text: str, *, dated: bool) -> int | None:
    """The one weekday that words name, beside a day of the month (`dated`) or without any; null where there is none."""
    found = [number for word in _WORD.findall(text.lower()) if (number := _number(word))]
    return found[0] if len(found) == 1 and any(char.isdigit() for char in text) == dated else None


def _names_month(text: str) -> bool:
    lexicon = table("dates")
    words = _WORD.findall(text.lower())
    return any(word in lexicon["months"] or word in lexicon["month_abbreviations"] for word in words)


def _this_month(facts: Facts, row: Date) -> bool:
    return facts.after(row.span, 16).startswith(tuple(table("checks")["weekdays"]["this_month"]))


def _relative(facts: Facts) -> Iterator[Judgement]:
    """A finding for "tomorrow, Saturday" where the day after the report's own is no Saturday."""
    lexicon = table("checks")["weekdays"]
    for one, two in pairwise(facts.reading.dates):
        shift = lexicon["relative"].get(one.text.lower())
        said = _alone(two)
        if shift is None or said is None or facts.between(one.span, two.span).lower() not in lexicon["beside_relative"]:
            continue
        spans: tuple[Span, ...] = (one.span, two.span)
        today, sure = _today(facts)
        if today is None:
            yield LetGo(RELATIVE, "the day of the report is not known", spans)
            continue
        days = [today + shift] if sure else [today + shift, today + shift - 1]
        if any(date.fromordinal(day).isoweekday() == said for day in days):
            continue
        when, base = date.fromordinal(days[0]), date.fromordinal(today)
        told = f"{base.day} {base:%B} {base.year} was a {base:%A}, so {one.text.lower()} is a {when:%A}"
        yield Found("weekday-mismatch", RELATIVE, "high", f"{told}; the text says {_names()[said - 1]}.", spans)


def _counted(facts: Facts) -> Iterator[Judgement]:
    """A finding for "Wednesday, the day after the breach" where the breach was on the one Monday that is told of it."""
    parsed, numbers = facts.parsed, table("checks")["weekdays"]["days"]
    for row in facts.reading.dates if parsed is not None else ():
        said, found = _alone(row), _AFTER.match(facts.text, row.span.end)
        if parsed is None or said is None or found is None or found[1].lower() not in numbers:
            continue
        tokens = parsed.tokens_in(Span(found.end(), facts.sentence_end(found.end())))
        noun = next((t for t in tokens if parsed.tags[t][:2] == "NN" and parsed.tags[t + 1 : t + 2][:1] != ("NN",)), -1)
        what = kinds_of(parsed, noun) if noun >= 0 else frozenset()
        known = [event for event in facts.events if event.kinds & what and event.span.end < row.span.start]
        days = {_weekday(event.at.row.text, dated=False) for event in known}
        if len(days) != 1 or None in days:
            continue
        first = days.pop() or 0
        step = numbers[found[1].lower()] * (1 if found[2] == "after" else -1)
        due, spans = (first + step - 1) % 7 + 1, (known[0].span, row.span)
        if due != said:
            told = " ".join(found[0].strip(" ,").split())
            why = (
                f"{told.capitalize()} {_names()[first - 1]} is {_names()[due - 1]}; the text says {_names()[said - 1]}."
            )
            yield Found("weekday-mismatch", COUNTED, "low", why, spans)


def _today(facts: Facts) -> tuple[int | None, bool]:
    """The day on which the report was written, and whether its dateline gives it (a page may be put up a day later)."""
    line = facts.cleaned.dateline
    if line is not None and line.date is not None:
        for day in facts.days:
            if day.grain == "day" and line.date.meets(day.row.span):
                return day.day, True
    return facts.published, False
