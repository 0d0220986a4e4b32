"""Reads who wrote a report from a line of its head ("By Jane Doe and John Roe, Reuters").

Stands alone because a byline is cut from the report and may name an agency besides persons.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sayso.clean.text.marks import holds_furniture
from sayso.clean.text.parties import Party, known
from sayso.clean.text.stamps import read_stamps
from sayso.lexicon import table, words

_LONGEST = 140
_NAME = r"[^\W\d_a-zß-öø-ÿ][\w.'’\-]*"
_SMALL = "|".join(sorted(words("function_words", "in_names", "persons")))
_PERSON = re.compile(rf"(?:{_NAME})(?:\s+(?:{_NAME}|{_SMALL})){{1,4}}")
_PIECE = re.compile(r"\s*(?:,|\||•|·|;|/|\s[–—-]\s|\band\b|&|\bwith\b|\bfor\b|\bin\b|\bof\b)\s*")
_HANDLE = re.compile(r"\(?@\w{2,30}\)?|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{2,32}")
_WITH = re.compile(r"\bwith\s+$", re.IGNORECASE)
_LONGEST_NAME = 40
_MOST_PERSONS, _MOST_TITLE_WORDS = 6, 4


@dataclass(frozen=True, slots=True)
class Byline:
    """`names`: the writers as printed, joined; `parties`: agencies or outlets; `date`: where one begins, or -1."""

    names: str | None
    parties: tuple[Party, ...]
    date: int


def read_byline(ink: str, at: int = 0, *, head: bool = True) -> Byline | None:
    """The byline that the line `ink` is, all of it; null where it is none. `at` is the line's offset in the text.

    `head`: the line stands at a head, where a name with a role needs no "By".
    """
    if len(ink) > _LONGEST:
        return None
    low = ink.casefold()
    lead = _lead(low)
    date = _date_at(ink, lead or 0)
    words = ink[lead or 0 : date if date >= 0 else len(ink)]
    words = _HANDLE.sub(lambda match: " " * len(match.group()), words)
    persons, roles, found, rest = _pieces(words, at + (lead or 0), led=lead is not None)
    if lead is None and rest and found and not (persons or roles) and len(rest) == 1 and _is_place(rest[0], ink):
        rest = []
        roles = ["place"]
    nobody = lead is not None and bool(roles)
    if rest or not (persons or found or nobody) or len(persons) > _MOST_PERSONS:
        return None
    if lead is None and not (head and _says_enough(persons, roles, found) and not ink.endswith((".", ":", "?", "!"))):
        return None
    if persons or roles:
        # An agency "with" which the outlet's own staff wrote relays nothing.
        found = [party for party in found if not _WITH.search(ink[: party.start - at])]
    return Byline(_joined(persons), tuple(found), date)


def _is_place(words: str, ink: str) -> bool:
    """Whether a line such as "AFP, Miren" has but a place besides the agency."""
    return words[0].isupper() and len(words.split()) <= 3 and len(ink) <= 40  # noqa: PLR2004 - a short line


def _says_enough(persons: list[str], roles: list[str], found: list[Party]) -> bool:
    """Whether a line without "By" is sure to be a byline: a name with a role or an agency, or a role with an agency."""
    if persons:
        return bool(roles or found) and not persons[0].isupper()
    return bool(roles and found)


def is_person(ink: str) -> bool:
    """Whether the words have the shape of a person's name and nothing else."""
    return (
        _PERSON.fullmatch(ink) is not None
        and len(ink) <= _LONGEST_NAME
        and not (known(ink) or _is_role(ink) or holds_furniture(ink))
    )


def _lead(low: str) -> int | None:
    for phrase in _starts():
        if low.startswith(phrase) and low[len(phrase) : len(phrase) + 1] in {" ", ":", "\u00a0"}:
            cut = len(phrase)
            while cut < len(low) and low[cut] in " :\u00a0":
                cut += 1
            return cut
    return None


def _date_at(ink: str, start: int) -> int:
    """Where a date stamp begins that ends the line; -1 where none does."""
    for match in re.finditer(r"[\s|•·(,–—-]+", ink[start:]):
        at = start + match.end()
        if at < len(ink) and (ink[at].isdigit() or ink[at].isupper() or ink[at].islower()):
            read = read_stamps(ink[at:])
            if read.stamps:
                return at
    return -1


def _pieces(words: str, at: int, *, led: bool) -> tuple[list[str], list[str], list[Party], list[str]]:
    persons: list[str] = []
    roles: list[str] = []
    found: list[Party] = []
    rest: list[str] = []
    whole = known(words, at)
    if whole:
        return persons, roles, [whole], rest
    start = 0
    for stop, following in [*((match.start(), match.end()) for match in _PIECE.finditer(words)), (len(words), 0)]:
        piece = words[start:stop]
        bare = piece.strip(" \t\u00a0.:()|-–—*")
        party = known(piece, at + start)
        if party:
            found.append(party)
        elif _is_role(bare):
            roles.append(bare)
        elif _PERSON.fullmatch(bare):
            persons.append(bare)
        elif bare:
            rest.append(bare)
        start = following
    # After a name the rest may be a title or a place; before it nothing may stand.
    if (
        led
        and rest
        and persons
        and len(rest) == 1
        and rest[0][:1].isupper()
        and len(rest[0].split()) <= _MOST_TITLE_WORDS
        and words.strip().startswith(persons[0])
    ):
        roles.append(rest.pop())
    return persons, roles, found, rest


def _is_role(words: str) -> bool:
    low = words.casefold()
    return (
        low in _roles()
        or low in _nobody()
        or any(low.endswith(" " + role) or low.startswith(role + " ") for role in _roles())
    )


def _joined(persons: list[str]) -> str | None:
    if not persons:
        return None
    persons = list(dict.fromkeys(persons))
    return persons[0] if len(persons) == 1 else ", ".join(persons[:-1]) + " and " + persons[-1]


@cache
def _starts() -> tuple[str, ...]:
    return tuple(sorted(table("credits")["bylines"]["writers"], key=len, reverse=True))


def _nobody() -> frozenset[str]:
    return words("html_claims", "authors", "nobody")


def _roles() -> frozenset[str]:
    return words("credits", "bylines", "roles")
