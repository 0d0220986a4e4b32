"""Finds that a whole document is somebody's words ("The following remarks were made by X"), and whose.

Stands alone because such a line changes the reading of every paragraph, and must be sure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sayso.clean.text.stamps import months
from sayso.lexicon import table, words

_LONGEST = 400
_MOST_WORDS = 14
_FOLLOWING_REACH = 200
_WORD = re.compile(r"[^\s,;:()|–—]+")
_POSSESSIVE = re.compile(r"['’]s?\s+(?:\w+\s+){0,3}(\w+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Spoken:
    """Who spoke, as printed, and where in the words given."""

    name: str
    start: int
    end: int


def read_statement(ink: str) -> Spoken | None:
    """The speaker of a document that `ink`, a line of its head, declares to be a statement; null where it does not."""
    if len(ink) > _LONGEST:
        return None
    low = ink.casefold()
    for phrase in _heads():
        if low.startswith((phrase + " ", "the " + phrase + " ")):
            at = len(phrase) + (5 if low.startswith("the ") else 1)
            return _who(ink, at, whole=True)
    return _following(ink) or _possessive(ink, low)


def _following(ink: str) -> Spoken | None:
    """The speaker of "the following remarks were made by X" or "the following is the text of a speech by X"."""
    words = list(_WORD.finditer(ink[:_FOLLOWING_REACH]))
    markers = table("credits")["statements"]["markers"]
    first = next((at for at, word in enumerate(words[:3]) if word.group().casefold() in markers), None)
    if first is None or (first and words[first - 1].group().casefold() != "the"):
        return None
    named = False
    for word in words[first + 1 :]:
        low = word.group().casefold()
        if named and low in table("credits")["statements"]["relations"]:
            spoken = _who(ink, word.end() + 1, whole=False)
            if spoken:
                return spoken
        named = named or low in _followings()
        if low.endswith("."):
            break
    return None


def _possessive(ink: str, low: str) -> Spoken | None:
    for phrase in table("credits")["statements"]["possessives"]:
        if not low.startswith(phrase):
            continue
        at = len(phrase) + len(ink[len(phrase) :]) - len(ink[len(phrase) :].lstrip(" :"))
        match = _POSSESSIVE.search(ink, at)
        if match and (
            match[1].casefold() in words("credits", "statements", "documents")
            or any(word in words("credits", "statements", "documents") for word in match.group().casefold().split())
        ):
            start = at + 4 if low.startswith("the ", at) else at
            name = ink[start : match.start()]
            if name[:1].isupper() and len(name.split()) <= _MOST_WORDS:
                return Spoken(name, start, match.start())
    return None


def _who(ink: str, at: int, *, whole: bool) -> Spoken | None:
    """The name that begins at `at`: capitalised words and what joins them. `whole`: the line is a heading."""
    start = at + 4 if ink[at : at + 4].casefold() == "the " else at
    end, count = start, 0
    ends, inside = words("credits", "statements", "ends"), words("credits", "statements", "inside")
    for match in _WORD.finditer(ink, start):
        between = ink[end : match.start()]
        word = match.group()
        low = word.casefold().rstrip(".")
        if count and between.strip() not in {"", ","}:
            break
        if "," in between and not _title_follows(ink, match.start()):
            break
        if count >= _MOST_WORDS or (low in ends and low not in inside):
            break
        if not (word[0].isupper() or (count and low in inside)):
            if whole and word[0].islower() and low not in ends:
                return None
            break
        end, count = match.end(), count + 1
        if word.endswith((".", "?", "!")) and len(word) > 5:  # noqa: PLR2004 - longer than an abbreviated title
            end -= 1
            break
    while count and ink[start:end].rsplit(None, 1)[-1].casefold() in inside:
        end = start + len(ink[start:end].rsplit(None, 1)[0])
        count -= 1
    return Spoken(ink[start:end], start, end) if count and end > start else None


def _title_follows(ink: str, at: int) -> bool:
    """Whether a name goes on after a comma: with a capitalised word that is no month or day."""
    word = _WORD.match(ink, at)
    low = word.group().casefold().rstrip(".") if word else ""
    return bool(word) and ink[at].isupper() and low not in months() and low not in table("credits")["weekdays"]["names"]


@cache
def _heads() -> tuple[str, ...]:
    return tuple(sorted(table("credits")["statements"]["heads"], key=len, reverse=True))


def _followings() -> frozenset[str]:
    return words("credits", "statements", "followings")
