"""Ordinals before a noun as numbers: "the 50th anniversary", "her ninetieth birthday", "the twenty-fifth day".

Stands alone because rules on ages and on anniversaries read them, and no row of a reading holds them.
"""

from __future__ import annotations

import re
from functools import cache

from sayso.lexicon import table
from sayso.model import Span


def nths(text: str, nouns: tuple[str, ...]) -> list[tuple[int, Span]]:
    """Each ordinal that stands right before one of the nouns, with the span of both, in text order."""
    names = "|".join(map(re.escape, nouns))
    pattern = re.compile(
        rf"\b((?:[0-9]{{1,4}}(?:st|nd|rd|th))|[A-Za-z]{{5,9}}(?:-[A-Za-z]{{5,7}})?)[ \n-](?:{names})\b"
    )
    found = ((_value(match[1].lower()), Span(*match.span())) for match in pattern.finditer(text))
    return [(value, span) for value, span in found if value is not None]


def _value(word: str) -> int | None:
    if word[0].isdigit():
        return int(word[:-2])
    if "-" in word:
        tens, _, unit = word.partition("-")
        one, two = table("numbers")["tens"].get(tens), _words().get(unit)
        return one + two if one and two and two < min(_tens()) else None
    return _words().get(word)


def _tens() -> tuple[int, ...]:
    return tuple(table("numbers")["tens"].values())


@cache
def _words() -> dict[str, int]:
    numbers = table("numbers")
    words = {"first": 1, "second": 2} | dict(numbers["ordinals"])
    words |= {f"{name}th": value for name, value in numbers["small"].items() if name.endswith("teen")}
    return words | {f"{name[:-1]}ieth": value for name, value in numbers["tens"].items()}
