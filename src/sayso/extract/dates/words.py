"""Cuts text into lexemes and gives each the one-letter kind that the grammar of dates is written in.

Stands alone because the grammar reads kinds, not words: which word is of which kind is the lexicon's (`dates.toml`).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sayso.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Callable

# The alphabet of the grammar. A word of two kinds ("second") gets the first and keeps the other in `also`.
KINDS = {
    "month": "M",
    "short-month": "m",
    "weekday": "W",
    "short-weekday": "w",
    "small": "d",
    "year": "y",
    "number": "n",
    "ordinal": "o",
    "decade": "E",
    "numeric": "#",
    "clock": "v",
    "meridiem": "N",
    "zone": "Z",
    "unit": "u",
    "units": "U",
    "season": "s",
    "seasons": "S",
    "part": "p",
    "parts": "P",
    "noon": "k",
    "near-day": "t",
    "near-night": "T",
    "reference": "R",
    "frequency": "f",
    "pointer": "l",
    "that": "h",
    "every": "e",
    "ago": "g",
    "direction": "b",
    "modifier": "x",
    "vague": "q",
    "fraction": "F",
    "fiscal": "c",
    "a": "a",
    "the": "D",
    "of": "O",
    "in": "I",
    "on": "j",
    "and": "&",
    "to": "r",
    "hyphen": "-",
    "comma": ",",
    "dot": ".",
    "possessive": "'",
    "weekdays": "Y",
    "quarter-number": "Q",
    "holiday": "H",
    "adjective": "J",
    "old": "K",
    "period": "V",
    "long": "G",
    "then": "B",
    "moment": "L",
    "other-month": "C",
    "era": "A",
    "running": "X",
    "o-clock": "i",
    "other": "_",
}
DIGITS_READ = 9  # longer numbers are never a date, and int() of a huge one is slow
LARGEST_DAY = 31
FINAL = 0  # the ordinal of "final", whatever the number of the last one is
_SHORT_PIVOT = 50  # two digits from here on are of the last century
FIRST_PLAIN_YEAR, LAST_PLAIN_YEAR = 1000, 2999

_TOKEN = re.compile(
    r"""
      (?P<iso>(?<![0-9])[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?
        (?![0-9]))
    | (?P<numeric>(?<![0-9/.])[0-9]{1,4}(?P<mark>[/.-])[0-9]{1,2}(?P=mark)[0-9]{2,4}(?![0-9/]|[.-][0-9]))
    | (?P<clock>(?<![0-9.:])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:]))
    | (?P<dotted>(?<![0-9.])[0-9]{1,2}\.[0-9]{2}(?=\ ?[aApP]\.?[mM]\b))
    | (?P<decade>(?:['\u2019]|\b)[0-9](?:[0-9]{2})?0['\u2019]?s\b)
    | (?P<short>(?<![\w'\u2019])['\u2019][0-9]{2}\b(?!['\u2019%]))
    | (?P<ordinal>[0-9]{1,2}(?:st|nd|rd|th|ST|ND|RD|TH)\b)
    | (?P<quarter>\bQ[1-4]\b)
    | (?P<number>[0-9]+(?:[.,][0-9]+)*)
    | (?P<meridiem>[aApP](?:\.[mM]\b\.?|[mM]\b))
    | (?P<oclock>\bo['\u2019]clock\b)
    | [^\W\d_]+
    | ['\u2019][sS]\b
    | \S
    """,
    re.VERBOSE,
)


class Lexeme(NamedTuple):
    """One word, number or mark: its kind (a letter of `KINDS`), its value, and ``[start, end)`` in the text."""

    kind: str
    value: Any
    start: int
    end: int
    text: str


@cache
def known_words() -> dict[str, tuple[str, Any]]:
    """Every word of the lexicon in lower case with its kind and value; the first of two kinds wins."""
    lexicon = table("dates")
    known: dict[str, tuple[str, Any]] = {}
    order = {
        "weekdays": "weekday",
        "weekday_abbreviations": "short-weekday",
        "months": "month",
        "month_abbreviations": "short-month",
        "ordinals": "ordinal",
        "units": "unit",
        "plural_units": "units",
        "seasons": "season",
        "plural_seasons": "seasons",
        "parts": "part",
        "plural_parts": "parts",
        "clock_words": "noon",
        "near_days": "near-day",
        "near_nights": "near-night",
        "pointers": "pointer",
        "frequencies": "frequency",
        "references": "reference",
        "modifiers": "modifier",
        "directions": "direction",
        "zones": "zone",
        "decades": "decade",
        "fractions": "fraction",
        "multipliers": "number",
    }
    for section, kind in order.items():
        for word, value in lexicon[section].items():
            known.setdefault(word, (KINDS[kind], value))
    for section in ("small", "tens"):
        for word, value in table("numbers")[section].items():
            known.setdefault(word, (KINDS["number"], value))
    for section, kind, meant in _LISTED:
        for word in lexicon[section]["words"]:
            known.setdefault(word, (KINDS[kind], meant))
    for word in lexicon["final"]["words"]:
        known[word] = (KINDS["ordinal"], FINAL)
    for word, value in lexicon["weekdays"].items():
        known[word + "s"] = (KINDS["weekdays"], value)
    known.update(_FUNCTION_WORDS)
    return known


_LISTED = (
    ("vague_counts", "vague", None),
    ("that", "that", None),
    ("fiscal", "fiscal", None),
    ("adjectives", "adjective", None),
    ("ages", "old", None),
    ("running", "running", None),
    ("period", "period", "period"),
)
"""Sections of one list of words, the kind of these words, and their value."""

_FUNCTION_WORDS: dict[str, tuple[str, Any]] = {
    "long": ("G", None),
    "a": ("a", 1),
    "an": ("a", 1),
    "the": ("D", "the"),
    "its": ("D", "its"),
    "of": ("O", None),
    "in": ("I", None),
    "on": ("j", None),
    "and": ("&", None),
    "or": ("&", None),
    "to": ("r", None),
    "through": ("r", None),
    "until": ("r", None),
    "each": ("e", None),
    "every": ("e", None),
    "ago": ("g", None),
    "couple": ("q", 2),
    "then": ("B", None),
    "time": ("L", None),
    "date": ("L", None),
    "term": ("L", "term"),
    "-": ("-", None),
    "\u2010": ("-", None),
    "\u2011": ("-", None),
    "\u2013": ("-", None),
    "\u2014": ("-", None),
    ",": (",", None),
    ".": (".", None),
    "'s": ("'", None),
    "\u2019s": ("'", None),
}


def cut(text: str, start: int, end: int) -> list[Lexeme]:
    """The lexemes of ``text[start:end)``; a full stop right behind an abbreviation belongs to it."""
    known = known_words()
    out: list[Lexeme] = []
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        group = match.lastgroup
        kind, value = known.get(word.lower(), _OTHER) if group is None else _READERS[group](word)
        at, stop = match.span()
        if kind == "." and out and out[-1].kind in "mw" and out[-1].end == at:
            out[-1] = out[-1]._replace(end=stop)
        else:
            out.append(Lexeme(kind, value, at, stop, word))
    return out


_OTHER: tuple[str, Any] = ("_", None)


def _read_number(word: str) -> tuple[str, Any]:
    plain = word.replace(",", "")
    if len(plain) > DIGITS_READ or plain.count(".") > 1:
        return _OTHER
    if not word.isdigit():
        return "n", float(plain) if "." in plain else int(plain)
    value = int(word)
    if len(word) <= 2 and 1 <= value <= LARGEST_DAY:  # noqa: PLR2004 (a day of the month has two digits at most)
        return "d", value
    if len(word) == 4 and FIRST_PLAIN_YEAR <= value <= LAST_PLAIN_YEAR:  # noqa: PLR2004 (a year has four)
        return "y", value
    return "n", value


def _read_decade(word: str) -> tuple[str, Any]:
    return "E", int(word.strip("'\u2019sS"))


def _read_short(word: str) -> tuple[str, Any]:
    """For "'87": in the hundred years around the turn of the century."""
    digits = int(word[1:])
    return "y", digits + (1900 if digits >= _SHORT_PIVOT else 2000)


_READERS: dict[str, Callable[[str], tuple[str, Any]]] = {
    "iso": lambda word: ("#", word),
    "numeric": lambda word: ("#", word),
    "clock": lambda word: ("v", word),
    "dotted": lambda word: ("v", word.replace(".", ":")),
    "decade": _read_decade,
    "short": _read_short,
    "ordinal": lambda word: ("o", int(word[:-2])),
    "quarter": lambda word: ("Q", int(word[1])),
    "number": _read_number,
    "meridiem": lambda word: ("N", word[0].lower()),
    "oclock": lambda _: (KINDS["o-clock"], None),
    "mark": lambda _: _OTHER,
}
