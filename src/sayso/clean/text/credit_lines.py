"""Finds the credits at a report's foot and beside its head ("Source: IRNA", "(Reuters)", "With inputs from PTI").

Stands alone because a credit may be a line of its own or the last words of the last paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sayso.clean.text.marks import is_section
from sayso.clean.text.parties import Party, is_generic, is_photo, known, parties
from sayso.lexicon import table, words

_LONGEST_LINE = 200
_SOURCES = words("credits", "credits", "sources")
_TAIL = 320
_MOST_BUTTONS = 3
# The letters of "With inputs from" and the like, and of a joining word for each party.
_LEAD, _JOIN = 24, 6
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{2,90})[)\]][\s.]{0,3}$")
_DASHED = re.compile(r"(?:(?<=[.!?\"”’)])|\s)\s{0,2}(?:-{1,3}|[–—])\s{0,2}([A-Z][\w.'’/ ]{1,40})$")


@dataclass(frozen=True, slots=True)
class Found:
    """A credit: the place of all its words, the parties it names (none for staff), and whether it says "with"."""

    start: int
    end: int
    parties: tuple[Party, ...]
    beside: bool = False


def read_credit_line(ink: str, at: int) -> Found | None:
    """The credit that a line is, all of it; null where it is none. Offsets are those of the text, `at` the line's."""
    if len(ink) > _LONGEST_LINE:
        return None
    low = ink.casefold().lstrip("([")
    if any(low.startswith(phrase) for phrase in _staff()) or any(phrase in low for phrase in _contributed()):
        return Found(at, at + len(ink), ())
    whole = known(ink.strip("()[]"), at + (ink[0] in "(["))
    if whole and (whole.agency or ink[0] in "([-–—"):
        return Found(at, at + len(ink), (whole,))
    bracket = _BRACKETED.fullmatch(ink)
    inner, offset = (bracket[1], at + bracket.start(1)) if bracket else (ink, at)
    named = _named(inner, offset, loose=bracket is None or "source" in low)
    if named:
        return Found(at, at + len(ink), named, beside=_is_beside(inner))
    if bracket and not is_photo(inner) and (found := parties(_unled(inner), offset + _cut(inner), only_known=True)):
        return Found(at, at + len(ink), found, beside=_is_beside(inner))
    return Found(at, at + len(ink), ()) if is_generic(inner) else None


def read_credit_tail(text: str, start: int, end: int) -> Found | None:
    """The credit that the last words of the paragraph ``text[start:end)`` are; null where they are none."""
    base = max(start, end - _TAIL)
    tail = _without_buttons(text[base:end])
    if (match := _BRACKETED.search(tail)) and match.start() + base > start and not is_photo(match[1]):
        found = _named(match[1], base + match.start(1), loose=True) or parties(
            _unled(match[1]), base + match.start(1) + _cut(match[1]), only_known=True
        )
        if found and _covers(match[1], found):
            return Found(base + match.start(), end, found, beside=_is_beside(match[1]))
    if (match := _DASHED.search(tail)) and (party := known(match[1], base + match.start(1))):
        return Found(base + match.start(), end, (party,))
    if match := _source().search(tail):
        found = parties(match[2], base + match.start(2), only_known=":" not in match[1])
        if found:
            return Found(base + match.start(1), end, found)
    if match := _staff_tail().search(tail):
        return Found(base + match.start(), end, ())
    return None


def _without_buttons(tail: str) -> str:
    """The words up to a closing bracket with a colon in it ("(Source: X)") where only names of buttons follow."""
    cut = tail.rfind(")") + 1
    opened = tail.rfind("(", 0, cut)
    after = tail[cut:]
    buttons = after.split() and len(after.split()) <= _MOST_BUTTONS and is_section(after)
    return tail[:cut] if buttons and ":" in tail[opened:cut] else tail


def _covers(words: str, found: tuple[Party, ...]) -> bool:
    """Whether little but the parties is said: "(Reuters)" is a credit, "(Reuters later withdrew it)" is not."""
    named = sum(party.end - party.start for party in found)
    return len(words) - named <= _LEAD + _JOIN * len(found)


def _named(words: str, at: int, *, loose: bool) -> tuple[Party, ...]:
    """The parties after a phrase such as "Source:"; "SourceIRNA" too, where a page lost the space."""
    low = words.casefold()
    for phrase in _starts():
        if not low.startswith(phrase) or len(words) == len(phrase):
            continue
        after = words[len(phrase) :]
        joined = after[0].isupper() and words[0].isupper()
        single = " " not in phrase and phrase.capitalize() not in _SOURCES
        if not (joined or after[0] in ": \u00a0") or (single and ":" not in after[:2]):
            continue
        cut = len(phrase) + len(after) - len(after.lstrip(" :\u00a0"))
        marked = ":" in after[:2] or joined or not single
        found = parties(words[cut:], at + cut, only_known=not (loose and marked))
        if found and not is_photo(words):
            return found
    return ()


def _unled(words: str) -> str:
    return words[_cut(words) :]


def _cut(words: str) -> int:
    low = words.casefold()
    for lead in table("credits")["credits"]["leads"]:
        if low.startswith(lead):
            return len(lead)
    return 0


def _is_beside(words: str) -> bool:
    return words.casefold().startswith(("with ", "plus ", "and "))


@cache
def _starts() -> tuple[str, ...]:
    return tuple(
        sorted(
            (phrase for phrase in table("credits")["credits"]["starts"] if phrase != "agencies"), key=len, reverse=True
        )
    )


@cache
def _staff() -> tuple[str, ...]:
    return tuple(table("credits")["credits"]["staff"])


@cache
def _contributed() -> tuple[str, ...]:
    return tuple(table("credits")["credits"]["contributed"])


@cache
def _source() -> re.Pattern[str]:
    names = "|".join(map(re.escape, table("credits")["credits"]["sources"]))
    return re.compile(rf"(?<=[.!?\"”’)])\s{{1,3}}((?:{names}):?\s{{0,2}})([A-Z][^.!?]{{1,70}})$")


@cache
def _staff_tail() -> re.Pattern[str]:
    duties = "|".join(map(re.escape, table("credits")["credits"]["duties"]))
    return re.compile(rf"(?<=[.!?\"”’)])\s{{1,3}}[(\[]?(?:{duties})\s(?:and\s\w{{1,12}}\s)?by\s[A-Z]")
