"""Tells apart what a page glued to the first sentence of a report: a date, a writer, an agency, its own headline.

Stands alone because only texts that lost their line breaks have it; each finding says what is cut and what is split.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sayso.clean.text.parties import Party, known
from sayso.clean.text.stamps import Stamp, read_stamps
from sayso.lexicon import table

# A headline of a page that lost its line breaks ends within so many characters.
_GLUED = 260
_MOST_BEFORE, _LEAST_WORDS = 120, 4
_AFTER = re.compile(r"[\s.:|–—-]*")
_BY = re.compile(r"\s*(?:by|By|BY)\s+")


@dataclass(frozen=True, slots=True)
class Beside:
    """An agency and the stamps of a date between headline and report, at ``[start, end)`` of the text."""

    party: Party
    stamps: tuple[Stamp, ...]
    at: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Restated:
    """The headline, and the mark behind it, as it stands again at ``[start, end)``, and who is named before it."""

    start: int
    end: int
    writer: tuple[int, int] | None
    party: Party | None


def agency_and_date(text: str, start: int, end: int, order: Literal["dmy", "mdy"] | None) -> Beside | None:
    """An agency and a date between headline and report, in the paragraph ``text[start:end)``; null where none stand."""
    head = text[start : min(end, start + _GLUED)]
    for match in _day().finditer(head):
        read = read_stamps(head[match.start() :], order)
        words = _last_words(head[: match.start()])
        party = next((p for word in words if (p := known(word, start + match.start() - 1 - len(word)))), None)
        rest = head[match.start() + read.end :].lstrip()
        if party and read.stamps and rest and (rest[0].isupper() or rest[0].isdigit() or rest[0] in '"“'):
            stop = start + match.start() + len(head[match.start() : match.start() + read.end].rstrip())
            return Beside(party, read.stamps, start + match.start(), party.start, stop)
    return None


def restated(text: str, start: int, end: int, title: str) -> Restated | None:
    """The headline where it stands again at the beginning of ``text[start:end)``, a writer before it or not."""
    if len(title.split()) < _LEAST_WORDS:
        return None
    head = text[start : min(end, start + _MOST_BEFORE + 2 * len(title))]
    pattern = re.compile(r"\s+".join(map(re.escape, title.split())))
    match = pattern.search(head)
    if match is None:
        return None
    writer, party = None, None
    before = head[: match.start()]
    if before.strip():
        by = _BY.match(before)
        if by is None or len(before) > _MOST_BEFORE:
            return None
        name = before[by.end() :].strip()
        writer = (start + len(before) - len(before.lstrip()), start + len(before.rstrip()))
        party = next((p for words in _first_words(name) if (p := known(words, start + by.end()))), None)
    stop = match.end() + len((_AFTER.match(head, match.end()) or match).group())
    rest = text[start + stop : min(end, start + stop + 2)]
    if not rest or not (rest[0].isupper() or rest[0].isdigit() or rest[0] in "\"'“‘("):
        return None
    return Restated(start + match.start(), start + len(head[:stop].rstrip()), writer, party)


def _last_words(words: str) -> tuple[str, ...]:
    """The last word, two words and three words before a place: what may be a party's name."""
    parts = words.rstrip().split(" ")[-3:]
    return tuple(" ".join(parts[-size:]) for size in range(1, len(parts) + 1))


def _first_words(words: str) -> tuple[str, ...]:
    """The first three words, two words and the first: what may be a party's name."""
    parts = words.split(" ")[:3]
    return tuple(" ".join(parts[:size]) for size in range(len(parts), 0, -1))


@cache
def _day() -> re.Pattern[str]:
    days = "|".join(table("credits")["weekdays"]["full"])
    return re.compile(rf"(?<=\s)(?:{days}),?\s\d{{1,2}}\s[A-Z][a-z]{{2,8}}\s\d{{4}}\s")
