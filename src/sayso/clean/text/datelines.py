"""Reads the place, date and agency at the head of a report ("MIREN, 4 March (Agency) -").

Stands alone because a dateline is part of the report, unlike furniture, and says how its words came.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sayso.clean.text.parties import Party, known, parties
from sayso.clean.text.stamps import read_stamps
from sayso.lexicon import table
from sayso.model import Span
from sayso.stages import Dateline

_REACH = 110
_END = re.compile(
    r"\s*(?:-{2,3}|[–—―])\s*|\s+-\s*|(?<=\))\s*-\s*|\s*:\s+|(?<=\))\s*:?\s+(?=[A-Z\"“'‘])|(?<=[A-Z]{4})-\s+"
)
_BRACKET = re.compile(r"[(\[]([^()\[\]]{1,60})[)\]]")
_SLASH = re.compile(r"/\s*")
_PLACE_WORD = re.compile(r"[A-Z][\w.'’\-]*|[a-z]{1,3}-[A-Z][\w'’-]*|(?:of|the|and|al|el|de|del|la|le|upon|on|in)$|&")
_MOST_PLACE_WORDS, _MOST_WORDS = 6, 12


@dataclass(frozen=True, slots=True)
class Headed:
    """A dateline, the parties it credits, and its date in ISO 8601 where it has a year."""

    dateline: Dateline
    parties: tuple[Party, ...]
    date: str | None


def read_dateline(text: str, start: int, end: int) -> Headed | None:
    """The dateline at the head of the paragraph ``text[start:end)``; null where there is none."""
    head = text[start : min(end, start + _REACH)]
    for match in _END.finditer(head):
        if match.start() == 0 or match.end() >= end - start:
            continue
        read = _read(text, head[: match.start()], start, mark=match.group().strip())
        if read is not None:
            return _close(read, start + match.end())
        if match.group().strip().endswith(":") or len(head[: match.start()].split()) > _MOST_WORDS:
            return None
    return None


def _close(read: Headed, end: int) -> Headed:
    line = read.dateline
    return Headed(Dateline(Span(line.span.start, end), line.place, line.date), read.parties, read.date)


def _read(text: str, head: str, start: int, *, mark: str) -> Headed | None:
    credited: list[Party] = []
    bare = head
    for match in _BRACKET.finditer(head):
        found = parties(match[1], start + match.start(1), only_known=True)
        if not found and not _is_acronym(match[1]) and len(match[1].split()) > 2:  # noqa: PLR2004 - a country in brackets at most
            return None
        credited += found or (_acronym(match[1], start + match.start(1)) if _is_acronym(match[1]) else ())
        bare = bare[: match.start()] + " " * (match.end() - match.start()) + bare[match.end() :]
    date = _date().search(bare)
    value = None
    if date and (date[2] or date[3]).lower() in table("credits")["months"]:
        value = _value(text[start + date.start() : start + date.end()])
        bare = bare[: date.start()] + " " * (date.end() - date.start()) + bare[date.end() :]
    else:
        date = None
    place, named = _place_and_parties(bare, start)
    credited += named
    if not _is_dateline(bare, place, start, credited=bool(credited), dated=date is not None, mark=mark):
        return None
    span = Span(start + date.start(), start + date.end()) if date else None
    return Headed(Dateline(Span(start, start + len(head)), place, span), tuple(credited), value)


def _value(words: str) -> str | None:
    stamps = read_stamps(words).stamps
    return stamps[0].value if stamps else None


def _place_and_parties(bare: str, start: int) -> tuple[Span | None, list[Party]]:
    found: list[Party] = []
    place: Span | None = None
    at = 0
    for piece in re.split(r"([,/;]|\s[–—-]\s)", bare):
        party = known(piece, start + at) if piece.strip() else None
        if party:
            found.append(party)
        elif piece.strip(" ,/;.–—-"):
            lead = len(piece) - len(piece.lstrip())
            span = Span(start + at + lead, start + at + len(piece.rstrip()))
            place = Span(place.start, span.end) if place else span
        at += len(piece)
    return place, found


def _is_dateline(bare: str, place: Span | None, start: int, *, credited: bool, dated: bool, mark: str) -> bool:
    if place is None:
        return credited and mark != ":"
    printed = bare[place.start - start : place.end - start]
    words = printed.replace(",", " ").replace("/", " ").split()
    if not words or len(words) > _MOST_PLACE_WORDS or not all(_PLACE_WORD.match(word) for word in words):
        return False
    named = " ".join(words).casefold().replace("’", "'").strip(".")
    if named in _labels() or any(word.casefold().strip(".") in _labels() for word in (words[0], words[-1])):
        return False
    if credited or (dated and mark != ":"):
        return True
    capitals = words[0].isupper() and len(words[0].strip(".")) >= 4  # noqa: PLR2004 - shorter ones are initials
    if mark in {"", ":"}:
        return capitals and mark == ":" and all(_is_capital(word) for word in words)
    return capitals and all(
        _is_capital(word) or word.casefold().rstrip(".,") in _states() or "," in printed for word in words
    )


def _is_capital(word: str) -> bool:
    return word.isupper() or word[:1].islower() or word.casefold().strip(".") in _states()


def _is_acronym(words: str) -> bool:
    return 2 <= len(words) <= 6 and words.isalpha() and words.isupper()  # noqa: PLR2004 - the length of agencies' short forms


def _acronym(words: str, at: int) -> tuple[Party, ...]:
    return (Party(words, at, at + len(words), agency=True, known=False),)


@cache
def _labels() -> frozenset[str]:
    return frozenset(table("credits")["datelines"]["labels"])


@cache
def _states() -> frozenset[str]:
    return frozenset(table("credits")["datelines"]["us_states"])


@cache
def _date() -> re.Pattern[str]:
    days = "|".join(table("credits")["weekdays"]["full"])
    return re.compile(
        rf"(?:(?:{days}),?\s+)?(?:(\d{{1,2}})(?:st|nd|rd|th)?\s+([A-Z][a-z]{{2,8}})\.?"
        r"|([A-Z][a-z]{2,8})\.?\s+(\d{1,2})(?:st|nd|rd|th)?)(?:,?\s+(\d{4}))?(?!\d)"
    )
