"""Reads the dates that a page prints of itself ("Published: Sat, 4 November 2023 14:05 GMT"), in their many shapes.

Stands alone because a date line is furniture with a meaning: it is cut from the report and dates it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from sayso.lexicon import table, words

What = Literal["published", "modified"]
_LONGEST = 160
_WORD = re.compile(r"[A-Za-z][A-Za-z.]*")
_GAP = frozenset(" \t\u00a0\u202f,|•·–—:;/()[]-")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s,.-]{0,3}([A-Za-z]{3,9})\.?,?[\s,-]{0,3}(\d{4})(?!\d)")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.?\s{0,3}(\d{1,2})(?:st|nd|rd|th)?[\s,]{0,3}(\d{4})(?!\d)")
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_NUMBERS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d])")
_ANY_NUMBERS = re.compile(r"(?<![\d/.-])(\d{1,2})([-/])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/-])")
_TIME = re.compile(
    r"T?(\d{1,2})(?:[:.](\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s{0,2}([AaPp]\.?[Mm]\b\.?)?|\s{0,2}([AaPp]\.?[Mm]\b\.?))"
)
_SECOND_CLOCK = re.compile(r"\s?\(\d{1,2}:?\d{2}\s?[A-Z]{2,5}\)")
_PLAIN_TIME = re.compile(r"(\d{2})(\d{2})(?=\s*(?:UTC|GMT|hours|hrs)\b)")
_AT_TIME = re.compile(r"(\d{2})(\d{2})(?!\d)")
_OFFSET = re.compile(r"(?:UTC|GMT)?\s?([+-])(\d{1,2})(?::?(\d{2}))?(?!\d)")


@dataclass(frozen=True, slots=True)
class Stamp:
    """One printed date at ``[start, end)`` of the words: `value` is ISO 8601, null where there are two readings."""

    what: What
    value: str | None
    start: int
    end: int
    labelled: bool


@dataclass(frozen=True, slots=True)
class Stamped:
    """What was read from the beginning of some words: the stamps, and where reading stopped."""

    stamps: tuple[Stamp, ...]
    end: int


def read_stamps(words: str, order: Literal["dmy", "mdy"] | None = None) -> Stamped:
    """The date stamps at the beginning of `words`; `order` is the text's own habit of all-number dates."""
    words = words[:_LONGEST]
    low = words.lower()
    stamps: list[Stamp] = []
    at = done = _past_gap(words, 0)
    what: What = "published"
    labelled = False
    while at < len(words):
        label = _label(low, at)
        if label is not None:
            what, at = label
            labelled = True
        at = _skip(words, low, at)
        read = _date(words, at, order) or _clock_first(words, at, order)
        if read is None:
            break
        value, end = read
        if value is None or "T" not in value:
            value, end = _time(words, end, value)
        stamps.append(Stamp(what, value, at, end, labelled))
        done = end
        at = _skip(words, low, end)
    return Stamped(tuple(stamps), done)


def is_date_line(words: str, order: Literal["dmy", "mdy"] | None = None) -> tuple[Stamp, ...]:
    """The stamps of a line that holds nothing else; empty where it is no such line."""
    if len(words) > _LONGEST or not any(c.isdigit() for c in words):
        return ()
    stamped = read_stamps(words, order)
    rest = words[stamped.end :].strip(" ,|•·–—:;/()[].-\t\u00a0").lower()
    return stamped.stamps if not rest or rest in _fillers() or rest in _zones() or rest in _nameless() else ()


def habit(text: str) -> Literal["dmy", "mdy"] | None:
    """Whether the text's own all-number dates prove that day or month stands first; null where they do not."""
    day = month = False
    for match in _ANY_NUMBERS.finditer(text):
        first, second = int(match[1]), int(match[3])
        day |= first > 12 >= second  # noqa: PLR2004 - twelve months
        month |= second > 12 >= first  # noqa: PLR2004
    return None if day == month else "dmy" if day else "mdy"


def _label(low: str, at: int) -> tuple[What, int] | None:
    for what, names in _labels():
        for name in names:
            if low.startswith(name, at) and not low[at + len(name) : at + len(name) + 1].isalpha():
                return what, at + len(name)
    return None


def _past_gap(words: str, at: int) -> int:
    while at < len(words) and words[at] in _GAP:
        at += 1
    return at


def _skip(words: str, low: str, at: int) -> int:
    while True:
        at = _past_gap(words, at)
        word = _WORD.match(low, at)
        if word is None or word.group().strip(".") not in _passed():
            return at
        at = word.end()


def _date(words: str, at: int, order: Literal["dmy", "mdy"] | None) -> tuple[str | None, int] | None:
    if match := _DAY_FIRST.match(words, at):
        return _named(match[3], match[2], match[1], match.end())
    if match := _MONTH_FIRST.match(words, at):
        return _named(match[3], match[1], match[2], match.end())
    if match := _YEAR_FIRST.match(words, at):
        value = _iso(int(match[1]), int(match[3]), int(match[4]))
        return (value, match.end()) if value else None
    if match := _NUMBERS.match(words, at):
        return _numbers(match, order)
    return None


def _clock_first(words: str, at: int, order: Literal["dmy", "mdy"] | None) -> tuple[str | None, int] | None:
    """A date after its time ("11:21 pm CST, Tuesday, November 19, 2019")."""
    clock, end = _time(words, at, "")
    if not clock:
        return None
    if bracket := _SECOND_CLOCK.match(words, end):
        end = bracket.end()
    read = _date(words, _skip(words, words.lower(), end), order)
    return (read[0] + clock if read[0] else None, read[1]) if read else None


def _named(year: str, month: str, day: str, end: int) -> tuple[str, int] | None:
    number = months().get(month.lower())
    value = _iso(int(year), number, int(day)) if number else None
    return (value, end) if value else None


def _numbers(match: re.Match[str], order: Literal["dmy", "mdy"] | None) -> tuple[str | None, int] | None:
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    year += 2000 if year < 70 else 1900 if year < 100 else 0  # noqa: PLR2004 - POSIX: two-digit years from 69 are of the 20th century
    dmy, mdy = _iso(year, second, first), _iso(year, first, second)
    if not (dmy or mdy):
        return None
    # With full stops the day stands first wherever such dates are written (CLDR); strokes and hyphens go either way.
    if match[2] == "." and dmy:
        return dmy, match.end()
    if dmy and mdy and dmy != mdy:
        return {"dmy": dmy, "mdy": mdy, None: None}[order], match.end()
    return dmy or mdy, match.end()


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if 1600 <= year <= 2200 else None  # noqa: PLR2004 - newspapers began in 1605
    except ValueError:
        return None


def _time(words: str, at: int, value: str | None) -> tuple[str | None, int]:
    """`value` with the time of day that stands at `at`, and where reading stopped; unchanged where there is none."""
    start = _skip(words, words.lower(), at) if words[at : at + 1] != "T" else at
    clock = _clock(words, start) or _plain_clock(words, start, after_at=words[at:start].strip() == "at")
    if clock is None:
        return value, at
    printed, end = clock
    zone, end = _zone(words, end)
    return (None if value is None else f"{value}T{printed}{zone}"), end


def _clock(words: str, at: int) -> tuple[str, int] | None:
    match = _TIME.match(words, at)
    if match is None:
        return None
    hour, minute, second = int(match[1]), int(match[2] or 0), match[3]
    half = (match[4] or match[5] or "").lower().replace(".", "")
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59:  # noqa: PLR2004 - clock
        return None
    return f"{hour:02}:{minute:02}" + (f":{second}" if second else ""), match.end()


def _plain_clock(words: str, at: int, *, after_at: bool) -> tuple[str, int] | None:
    """Four figures that are a time: before "GMT" or "hrs", or after "at"."""
    match = _PLAIN_TIME.match(words, at) or (_AT_TIME.match(words, at) if after_at else None)
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:  # noqa: PLR2004 - clock
        return None
    return f"{match[1]}:{match[2]}", match.end()


def _zone(words: str, at: int) -> tuple[str, int]:
    start = at + len(words[at:]) - len(words[at:].lstrip(" (,"))
    offset = _OFFSET.match(words, start)
    if offset and int(offset[2]) <= 14:  # noqa: PLR2004 - the easternmost zone
        return f"{offset[1]}{int(offset[2]):02}:{offset[3] or '00'}", offset.end()
    word = _WORD.match(words, start)
    name = word.group().lower().strip(".") if word else ""
    if word and name in _zones():
        return ("Z" if (zone := _zones()[name]) == "+00:00" else zone), word.end()
    return "", word.end() if word and name in _nameless() else at


@cache
def months() -> dict[str, int]:
    """The number of each month, by its name and its abbreviations in lower case."""
    return {**table("dates")["months"], **table("dates")["month_abbreviations"]}


def _zones() -> dict[str, str]:
    return table("credits")["zones"]  # type: ignore[no-any-return]


@cache
def _labels() -> tuple[tuple[What, tuple[str, ...]], ...]:
    dates = table("credits")["dates"]
    longest = {what: tuple(sorted(dates[what], key=len, reverse=True)) for what in ("modified", "published")}
    return ("modified", longest["modified"]), ("published", longest["published"])


def _fillers() -> frozenset[str]:
    return words("credits", "dates", "fillers")


@cache
def _passed() -> frozenset[str]:
    return _fillers() | words("credits", "weekdays", "names")


def _nameless() -> frozenset[str]:
    return words("credits", "dates", "nameless_zones")
