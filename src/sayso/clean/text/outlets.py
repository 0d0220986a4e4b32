"""Finds who published a text where its furniture says so: a copyright line, a title's ending, a masthead.

Stands alone because the outlet is never looked for in the report's own sentences.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.clean.text.marks import is_section
from sayso.clean.text.mastheads import is_short_form
from sayso.clean.text.parties import Party, known
from sayso.lexicon import table, words

_SMALL = words("function_words", "in_names", "outlets")
_NO_OWNERS = words("credits", "owners", "never")
_LONGEST = 300
_MOST_WORDS, _MOST_UNKNOWN_WORDS = 6, 4
_YEARS = r"(?:(?:19|20)\d{2}(?:\s?[-–,]\s?(?:(?:19|20)?\d{2}|present))?)"
_COPYRIGHT = re.compile(
    rf"(?:©|\(c\)|\bcopyright\b)[\s,]*(?:©|\(c\)|copyright)?[\s,]*(?:by\s)?{_YEARS}?[\s,:]*(?:by\s)?", re.IGNORECASE
)
_OWNER_FIRST = re.compile(r"([A-Z][\w .&'’-]{1,60}?)[\s,.–—|-]*(?:©|all rights? reserved)", re.IGNORECASE)
_OWNER_INSIDE = re.compile(
    r"\ball rights? (?:of|for|by|to) (?:the )?([A-Z][\w .&'’-]{1,60}?)\s(?:is |are )?reserved", re.IGNORECASE
)
_DASH = re.compile(r"\s[-–—]\s")
_OWNER_END = re.compile(
    r"[.;|()\[\]©]\s?|,|\s[-–—]\s|/|\ball rights?\b|\bterms\b|\band its\b|\bunless\b|\bor its\b|" + _YEARS,
    re.IGNORECASE,
)
_STROKES = frozenset("|»•")
_COMPANY = re.compile(rf"[\s,]+(?:{'|'.join(map(re.escape, table('credits')['owners']['companies']))})\.?$")
_SUFFIX = re.compile(r"^(.{12,240}?)(\s+[|•»]\s*|\s+[-–—]\s+)([^|•»–—]{2,50})$")
_PREFIX = re.compile(r"^([^|•»–—]{2,50}?)(\s+[|•»]\s*|\s+[-–—]\s+)(.{12,240})$")


@dataclass(frozen=True, slots=True)
class Title:
    """A headline without the outlet's name that a page's title ends (or begins) with; offsets are those of the line."""

    start: int
    end: int
    outlet: Party | None


def read_copyright(ink: str, at: int) -> Party | None:
    """Who a copyright line, its ink beginning at `at`, names as the owner; null where it names nobody."""
    ink = ink[:_LONGEST]
    match = _COPYRIGHT.search(ink)
    if match:
        cut = _OWNER_END.search(ink, match.end())
        party = _owner(ink[match.end() : cut.start() if cut else len(ink)], at + match.end())
        if party:
            return _spelt_out(party, ink, at)
    match = _OWNER_INSIDE.search(ink) or _OWNER_FIRST.match(ink)
    return _owner(match[1], at + match.start(1)) if match else None


def _spelt_out(party: Party, ink: str, at: int) -> Party:
    """The owner by the full name that stands behind its short form and a dash, if one does."""
    dash = _DASH.match(ink, party.end - at)
    if party.known or dash is None:
        return party
    cut = _OWNER_END.search(ink, dash.end())
    full = _owner(ink[dash.end() : cut.start() if cut else len(ink)], at + dash.end())
    return full if full and is_short_form(party.name, full.name) else party


def _owner(words: str, at: int) -> Party | None:
    lead = len(words) - len(words.lstrip())
    bare = _COMPANY.sub("", words.strip(" \t\u00a0.,:-–—"))
    if known(bare, at + lead):
        return known(bare, at + lead)
    parts = bare.split()
    if (
        not 1 <= len(parts) <= _MOST_WORDS
        or not bare[0].isupper()
        or bare.casefold() in _NO_OWNERS
        or (len(parts) == 1 and is_section(bare))
    ):
        return None
    return Party(bare, at + lead, at + lead + len(bare), agency=False, known=False)


def read_title(ink: str, at: int) -> Title:
    """The headline in a line that may end in " | Outlet" or " - Outlet", or begin with it."""
    if len(ink) <= _LONGEST:
        if match := _SUFFIX.match(ink):
            party = known(match[3], at + match.start(3)) or _unknown(match[3], at + match.start(3), mark=match[2])
            if party or (match[2].strip() in _STROKES and is_section(match[3])):
                return Title(at, at + match.end(1), party)
        if (match := _PREFIX.match(ink)) and (party := known(match[1], at)):
            return Title(at + match.start(3), at + match.end(3), party)
    return Title(at, at + len(ink), None)


def _unknown(words: str, at: int, *, mark: str) -> Party | None:
    """After a stroke a few capitalised words are a name even if nobody knows it; after a dash they need not be."""
    parts = words.split()
    if (
        mark.strip() not in _STROKES
        or len(parts) > _MOST_UNKNOWN_WORDS
        or not all(part[0].isupper() or part in _SMALL for part in parts)
        or is_section(words)
    ):
        return None
    return Party(words.strip(), at, at + len(words.rstrip()), agency=False, known=False)
