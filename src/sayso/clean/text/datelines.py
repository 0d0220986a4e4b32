"""Reads the place, date and agency at the head of a report ("MIREN, 4 March (Agency) -").

Stands alone because a dateline is part of the report, unlike furniture, and says how its words came.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sayso.clean.text.parties import Party, known, parties
from sayso.clean.text.stamps import months, read_stamps
from sayso.lexicon import table, words
from sayso.model import Span
from sayso.stages import Dateline

_REACH = 110
_END = re.compile(
    r"\s*(?:-{2,3}|[–—―])\s*|\s+-\s*|(?<=\))\s*-\s*|\s*:\s+|(?<=\))\s*:?\s+(?=[A-Z\"“'‘])|(?<=[A-Z]{4})-\s+"
)
_BRACKET = re.compile(r"[(\[]([^()\[\]]{1,60})[)\]]")
_SLASHED = re.compile(
    r"([A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,2})/[ \u00a0]+"
    r"([A-Z][\w'’-]*(?: (?:[A-Z][\w'’-]*|and|of|the)){0,4})"
)
_CITY = re.compile(r"([A-Z]{4,}(?: [A-Z]{2,}){0,2}) (?=[A-Z](?:[a-z]| [a-z]| [A-Z][a-z]))")
_SMALL = "|".join(sorted(words("function_words", "in_names", "places")))
_PLACE_WORD = re.compile(rf"[A-Z][\w.'’\-]*|[a-z]{{1,3}}-[A-Z][\w'’-]*|(?:{_SMALL})$|&")
_MOST_PLACE_WORDS, _MOST_WORDS, _MOST_NAME_WORDS = 6, 12, 4
_SHORTEST_PLACE, _DATE_REACH = 4, 60


@dataclass(frozen=True, slots=True)
class Headed:
    """A dateline, the parties it credits, and its date in ISO 8601 where it has a year."""

    dateline: Dateline
    parties: tuple[Party, ...]
    date: str | None


def read_dateline(text: str, start: int, end: int, *, first: bool = False) -> Headed | None:
    """The dateline at the head of the paragraph ``text[start:end)``; null where there is none.

    `first`: it is the report's first paragraph, whose dateline may have lost its dash ("BEIRUT A ship sank").
    """
    head = text[start : min(end, start + _REACH)]
    if first and (bare := _bare_city(head, start)):
        return bare
    for match in _END.finditer(head):
        if match.start() == 0 or match.end() >= end - start:
            continue
        read = _read(text, head[: match.start()], start, mark=match.group().strip())
        if read is not None:
            return _dated(text, _close(read, start + match.end()), end)
        if match.group().strip().endswith(":") or len(head[: match.start()].split()) > _MOST_WORDS:
            return None
    return None


def _bare_city(head: str, start: int) -> Headed | None:
    """A city of datelines in capitals before a word that begins a sentence."""
    match = _CITY.match(head)
    if match is None or match[1].casefold() not in _cities():
        return None
    place = Span(start, start + match.end(1))
    return Headed(Dateline(Span(start, start + match.end()), place, None), (), None)


def _close(read: Headed, end: int) -> Headed:
    line = read.dateline
    return Headed(Dateline(Span(line.span.start, end), line.place, line.date), read.parties, read.date)


def _dated(text: str, read: Headed, end: int) -> Headed:
    """The dateline with the date that follows its first dash, if one does and another dash ends it."""
    at = read.dateline.span.end
    head = text[at : min(end, at + _DATE_REACH)]
    date = _date().match(head)
    if read.dateline.date or date is None or (date[2] or date[3]).lower() not in months():
        return read
    mark = _END.match(head, date.end())
    if mark is None or mark.group().strip() in {"", ":"}:
        return read
    span = Span(at, at + date.end())
    line = Dateline(Span(read.dateline.span.start, at + mark.end()), read.dateline.place, span)
    return Headed(line, read.parties, _value(date.group()))


def _read(text: str, head: str, start: int, *, mark: str) -> Headed | None:
    credited: list[Party] = []
    bare = head
    if mark == ":" and (slashed := _slashed(head, start)):
        return slashed
    for match in _BRACKET.finditer(head):
        found = parties(match[1], start + match.start(1), only_known=True)
        if not found and (_is_acronym(match[1]) or _is_agency(head, match, mark)):
            found = (Party(match[1], start + match.start(1), start + match.end(1), agency=True, known=False),)
        if not found and len(match[1].split()) > 2:  # noqa: PLR2004 - a country in brackets at most
            return None
        credited += found
        bare = bare[: match.start()] + " " * (match.end() - match.start()) + bare[match.end() :]
    date = _date().search(bare)
    value = None
    if date and (date[2] or date[3]).lower() in months():
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
    capitals = words[0].isupper() and len(words[0].strip(".")) >= _SHORTEST_PLACE  # shorter ones are initials
    if mark in {"", ":"}:
        return capitals and mark == ":" and all(_is_capital(word) for word in words)
    return capitals and all(
        _is_capital(word) or word.casefold().rstrip(".,") in _states() or "," in printed for word in words
    )


def _is_capital(word: str) -> bool:
    return word.isupper() or word[:1].islower() or word.casefold().strip(".") in _states()


def _is_acronym(words: str) -> bool:
    return 2 <= len(words) <= 6 and words.isalpha() and words.isupper()  # noqa: PLR2004 - the length of agencies' short forms


def _is_agency(head: str, bracket: re.Match[str], mark: str) -> bool:
    """Whether a name in brackets that nobody knows is an agency: it ends a head with a date or a place in capitals.

    A country or a state in that place says where the city lies.
    """
    words = bracket[1].split()
    low = bracket[1].casefold().strip(".")
    if mark in {"", ":"} or head[bracket.end() :].strip() or len(words) > _MOST_NAME_WORDS:
        return False
    if not all(word[0].isupper() for word in words) or low in _states() or low in _countries():
        return False
    before = head[: bracket.start()].strip()
    date = _date().search(before)
    if date and (date[2] or date[3]).lower() in months():
        return True
    first = before.split(",")[0].split()
    return bool(first) and all(word.isupper() for word in first) and len(first[0]) >= _SHORTEST_PLACE


def _slashed(head: str, start: int) -> Headed | None:
    """A head such as "Agency/ Place:", with a blank behind the stroke; a known agency is credited."""
    match = _SLASHED.fullmatch(head)
    if match is None or any(word.casefold() in _labels() for word in (match[1], match[2], *match[2].split())):
        return None
    party = known(match[1], start)
    desk = match[2].split()[-1].casefold() in table("credits")["bylines"]["roles"]
    place = None if desk else Span(start + match.start(2), start + match.end(2))
    return Headed(Dateline(Span(start, start + len(head)), place, None), (party,) if party else (), None)


def _labels() -> frozenset[str]:
    return words("credits", "datelines", "labels")


def _states() -> frozenset[str]:
    return words("credits", "datelines", "us_states")


def _countries() -> frozenset[str]:
    return words("places", "names", "countries")


@cache
def _cities() -> frozenset[str]:
    return words("places", "names", "capitals") | words("credits", "datelines", "cities")


@cache
def _date() -> re.Pattern[str]:
    days = "|".join(table("credits")["weekdays"]["full"])
    return re.compile(
        rf"(?:(?:{days}),?\s+)?(?:(\d{{1,2}})(?:st|nd|rd|th)?\s+([A-Z][a-z]{{2,8}})\.?"
        r"|([A-Z][a-z]{2,8})\.?\s+(\d{1,2})(?:st|nd|rd|th)?)(?:,?\s+(\d{4}))?(?!\d)"
    )
