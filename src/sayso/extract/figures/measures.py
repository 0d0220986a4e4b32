"""Reads the unit written around a number: currency, percentage, measure, duration, age, and the tail of a rate.

Stands alone because it works on the characters next to a number, with the unit tables, and needs no syntax.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sayso.lexicon import table

if TYPE_CHECKING:
    from sayso.model import FigureKind

UNITS = table("units")
CURRENCIES = table("currencies")
SYMBOLS: dict[str, str] = UNITS["symbols"]
ATTACHED = frozenset(UNITS["attached"]["symbols"])
SIGNS: dict[str, str] = CURRENCIES["signs"]
CLIPPED: dict[str, str] = CURRENCIES["clipped"]
POUND_MONEY = frozenset(UNITS["pound"]["money"])

NO_NAMES = frozenset(UNITS["unsure"]["names"])
"""Units whose words name other things as well."""
LONGEST = 4
"""No unit has more words than this."""

_SIGN_WORDS = "|".join(re.escape(s) for s in sorted(SIGNS, key=len, reverse=True))
SIGN_BEFORE = re.compile(rf"(?:(?<![\w$£€])|(?<=[\[(]))({_SIGN_WORDS})[ \u00a0]?$")
WORD = re.compile(r"[^\W\d_]+(?:[./'’][^\W\d_]+|[23²³](?!\d)[^\W\d_]*)*\.?(?:/[^\W\d_]+[23²³]?)?|[%°º℃℉$€£¢′″\"'”]")
GAP = re.compile(r"[ \u00a0\u202f]?[-‐‑]?|\s?\n[ ]?|[ \u00a0]?[\[<(](?=[^\W\d_]+[\]>)])")
RATE = re.compile(r"(?:[ -](?:an?|per|every)[ -]|[ ]?/[ ]?)((?:sq|square) [a-z]+|[a-z]+)", re.IGNORECASE)
RATE_PER = re.compile(r" per ((?:\d[\d,]*|thousand|million) ?(?:[a-z]+)?)", re.IGNORECASE)
NO_RATE = re.compile(r" (?:ago|earlier|later|before|after|old|sooner)\b", re.IGNORECASE)
RATE_ADVERB = re.compile(r" (annually|yearly|monthly|weekly|daily|hourly)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit with its characters ``[start, end)``: `unit` is its name, `kind` the kind of figure that it makes."""

    start: int
    end: int
    unit: str
    kind: FigureKind


@cache
def _forms() -> dict[str, tuple[str, FigureKind]]:
    forms: dict[str, tuple[str, FigureKind]] = {}
    kinds: dict[str, FigureKind] = {"measure": "measure", "duration": "duration", "percent": "percent"}
    for section, kind in kinds.items():
        for name, printed in UNITS[section].items():
            forms.update(dict.fromkeys(printed, (name, kind)))
    for section in ("words", "names", "parts"):
        for code, printed in CURRENCIES[section].items():
            forms.update(dict.fromkeys(printed, (code, "money")))
    ages = (("after", "year"), ("after_month", "month"), ("after_week", "week"), ("after_day", "day"))
    for key, name in ages:
        forms.update(dict.fromkeys(UNITS["age"][key], (name, "age")))
    return forms


@cache
def _rates() -> dict[str, str]:
    return {word: name for name, words in UNITS["rate"].items() for word in words}


@cache
def _adverbs() -> dict[str, str]:
    return {word: name for name, words in UNITS["rate_adverbs"].items() for word in words}


def named_unit(word: str) -> tuple[str, FigureKind] | None:
    """The unit of time or measure that a noun names by itself ("517 rushing yards"); no symbols, no points."""
    found = _forms().get(word)
    if found is None or found[1] not in ("duration", "measure") or found[0] in NO_NAMES:
        return None
    own = found[1] == "measure" and word == found[0]
    return found if own or len(word) > LONGEST else None


def is_unit(word: str) -> bool:
    """Whether a word in lower case names a unit, a currency or percentages."""
    return word in _forms()


def currency_before(text: str, start: int) -> Measure | None:
    """The currency sign or code that ends right before ``text[start]`` (a sign of minus may stand between)."""
    at = start
    window = text[max(0, at - 8) : at]
    if not window or (
        window[-1].isalnum()
        and not window[-1].isupper()
        and window[-1] != "s"
        and window[-1] != "p"
        and window[-1] != "h"
    ):
        return None
    match = SIGN_BEFORE.search(window)
    if match is None:
        return None
    word = match.group(1)
    if word.isalpha() and word in ("PS", "TL", "Rp", "RM") and window.endswith(" "):
        return None
    first = at - len(window) + match.start(1)
    return Measure(first, at, SIGNS[word], "money")


def unit_after(text: str, end: int, stop: int, *, money: bool = False) -> Measure | None:
    """The longest unit that begins at most one blank or hyphen after ``text[end]``; null where there is none."""
    gap = GAP.match(text, end, stop)
    at = gap.end() if gap else end
    attached = at == end
    for printed_end, printed in _candidates(text, at, stop):
        last, words = printed_end, printed
        if words.endswith(".") and not text[last : last + 2].strip(" )").islower():
            last, words = last - 1, words[:-1]
        found = _lookup(words, attached=attached, tight=gap is not None and gap.group().endswith("-"))
        if found is not None:
            unit, kind = found
            closing = 1 if text[last : last + 1] in ("]", ">") and gap is not None and gap.group()[-1:] in "[<" else 0
            return Measure(at, last + closing, unit, kind)
    if money:
        clipped = re.compile(r" ?(US|U\.S\.|USD|AUD|CAD)(?![\w$])").match(text, end, stop)
        if clipped:
            return Measure(clipped.start(1), clipped.end(), CLIPPED[clipped.group(1)], "money")
    return None


def _candidates(text: str, at: int, stop: int) -> list[tuple[int, str]]:
    """The next one to `LONGEST` words joined as printed, longest first, each with its end."""
    ends: list[int] = []
    here = at
    for _ in range(LONGEST):
        match = WORD.match(text, here, stop)
        if match is None:
            break
        ends.append(match.end())
        if text[match.end() : match.end() + 1] not in (" ", "-", "\u00a0", "\n"):
            break
        here = match.end() + 1
    return [(end, text[at:end].replace("\u00a0", " ").replace("\n", " ")) for end in reversed(ends)]


def _lookup(words: str, *, attached: bool, tight: bool) -> tuple[str, FigureKind] | None:
    forms = _forms()
    for printed in dict.fromkeys((words, words.rstrip("."))):
        if printed in SYMBOLS and (attached or printed not in ATTACHED):
            unit = SYMBOLS[printed]
            return unit, ("duration" if unit in ("hour", "second", "millisecond") else "measure")
        found = forms.get(printed.lower()) or forms.get(printed.lower().replace("-", " "))
        if found is not None and (attached or printed not in ATTACHED) and _fits(printed, tight=tight):
            return found
    return None


def _fits(printed: str, *, tight: bool) -> bool:
    """Whether a short form stands as a unit: "ps", "ha", "p" in capitals or after a hyphen may be anything."""
    if printed in UNITS["unsure"]["never"]:
        return False
    return not (tight and printed in UNITS["unsure"]["tight"])


def is_pounds(text: str, end: int, stop: int) -> int | None:
    """The end of "pound(s)" right after ``text[end]``, null where it does not stand there."""
    match = re.compile(r"[ -]?(pounds?)\b", re.IGNORECASE).match(text, end, stop)
    return match.end() if match else None


def rate_after(text: str, end: int, stop: int) -> tuple[int, str] | None:
    """The tail of a rate after ``text[end]`` ("a month", "per 100,000", "annually"): its end and the unit per which."""
    match = RATE.match(text, end, stop)
    if match is not None and not NO_RATE.match(text, match.end()):
        word = match.group(1).lower()
        name = _rates().get(word)
        if name is None and " " in word:
            word = word.split()[0]
            name = _rates().get(word)
        if name is not None:
            return match.start(1) + len(word), name
        if match.group().lower().startswith(" per ") and word not in UNITS["unsure"]["per"]:
            return match.end(), word
    per = RATE_PER.match(text, end, stop)
    if per is not None:
        return per.end(1) if not per.group(1).endswith(" ") else per.end(1) - 1, per.group(1).strip()
    adverb = RATE_ADVERB.match(text, end, stop)
    return (adverb.end(), _adverbs()[adverb.group(1).lower()]) if adverb else None
