"""Tells years and days of the month from numbers that count: "in 2019", "May 8, 1945", "between 1600 and 1900".

Stands alone because four plain digits are the commonest number that is no figure, and only their neighbours say so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.lexicon import table, words
from sayso.parse.labels import MODIFIERS, NOUNS, PLURAL_NOUNS

if TYPE_CHECKING:
    from sayso.extract.figures.quantities import Quantity
    from sayso.stages import Parsed

NAMES = table("designations")
MONTHS = frozenset(NAMES["months"]["words"])
ERA = frozenset(NAMES["after"]["era"])
YEARS = NAMES["years"]
HEDGED = frozenset(YEARS["hedged_by"])
FRAMED = frozenset(YEARS["framed_by"])
SURE = frozenset(YEARS["surely_after"])
WITH_NOUN = frozenset(YEARS["as_object_after"])
DAYS = 31
SHORT = 100
OLDEST_RANGE = 300
SCAN = 5
ADDED = " (+"
"""Behind what is no year, but a count to which so many were added: "tanks - 1904 (+9)"."""
CHAINED = re.compile(r"\b1?[0-9]{3} (?:and|to|or|until) $")


def directly_plural(parsed: Parsed, last: int) -> bool:
    """Whether the word right after token `last` is a plural noun."""
    return last + 1 < len(parsed) and parsed.tags[last + 1] in PLURAL_NOUNS


def plural_right(parsed: Parsed, last: int) -> bool:
    """Whether a plural noun, which the number may count, ends the noun phrase right of token `last`."""
    for at in range(last + 1, min(last + 1 + SCAN, len(parsed))):
        tag = parsed.tags[at]
        if tag in PLURAL_NOUNS:
            return True
        if tag not in MODIFIERS:
            return tag == "IN" and parsed.lower[at] == "of" and at == last + 1
    return False


def is_day(parsed: Parsed, quantity: Quantity, tokens: range) -> bool:
    """Whether it is a day or year beside a month's name: "May 8, 1945", "1 September", "3 and 4 March"."""
    value = quantity.numeral.value
    if not isinstance(value, int):
        return False
    first, last = tokens[0], tokens[-1]
    day = 1 <= value <= DAYS
    year = YEARS["first"] <= value < YEARS["last"] and quantity.numeral.plain
    left = range(first - 1, max(-1, first - 4), -1)
    if (day or year) and left and _month(parsed, left[0]):
        return True
    if day and (
        _month(parsed, last + 1) or (parsed.lower[last + 1 : last + 2] == ("of",) and _month(parsed, last + 2))
    ):
        return True
    if year and len(left) > 1 and (parsed.words[left[0]] == "," or parsed.words[left[0]].isdigit()):
        return any(_month(parsed, t) for t in left)
    joined = len(left) > 1 and parsed.lower[left[0]] in words("figures", "joining", "spans")
    return day and joined and len(left) > 2 and parsed.tags[left[1]] == "CD" and _month(parsed, left[2])  # noqa: PLR2004


def _month(parsed: Parsed, token: int) -> bool:
    return 0 <= token < len(parsed) and parsed.lower[token] in MONTHS and parsed.words[token][0].isupper()


def is_year(parsed: Parsed, quantity: Quantity, tokens: range) -> bool:
    """Whether four plain digits stand as a year; a plural noun to count and a hedge make them a figure."""
    numeral, last = quantity.numeral, tokens[-1]
    if parsed.text.startswith(ADDED, quantity.end):
        return False
    if quantity.ranged:
        return numeral.plain and _years(quantity) and not directly_plural(parsed, last)
    value = numeral.value
    if not numeral.plain or not isinstance(value, int) or not YEARS["first"] <= value < YEARS["last"]:
        return False
    if last + 1 < len(parsed) and parsed.lower[last + 1] in ERA:
        return True
    before = parsed.text[max(0, quantity.start - 12) : quantity.start]
    if CHAINED.search(before) and not directly_plural(parsed, last):
        return True
    common = YEARS["common_first"] <= value <= YEARS["common_last"]
    return _common(parsed, tokens) if common else _uncommon(parsed, tokens, value)


def _years(quantity: Quantity) -> bool:
    low, high = quantity.low or 0, quantity.high or 0
    both = YEARS["common_first"] - OLDEST_RANGE <= low <= YEARS["common_last"]
    return both and (high < SHORT or YEARS["first"] <= high <= YEARS["last"])


def _common(parsed: Parsed, tokens: range) -> bool:
    first, last = tokens[0], tokens[-1]
    if first and parsed.tags[first - 1] in NOUNS:
        return True
    previous = parsed.lower[first - 1] if first else ""
    if not plural_right(parsed, last):
        return True
    return previous not in HEDGED and (previous in FRAMED or not directly_plural(parsed, last))


def _uncommon(parsed: Parsed, tokens: range, value: int) -> bool:
    first = tokens[0]
    previous = parsed.lower[first - 1] if first else ""
    if value > YEARS["common_last"]:
        return previous in SURE and not plural_right(parsed, tokens[-1])
    if plural_right(parsed, tokens[-1]):
        return False
    if previous == "of" and first > 1 and parsed.words[first - 2][0].isupper():
        return True
    return (previous in SURE and previous != "by") or (previous in WITH_NOUN and parsed.deps[first] == "pobj")
