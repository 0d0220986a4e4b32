"""Ordinals before a noun as numbers: "the 50th anniversary", "her ninetieth birthday", "the twenty-fifth day".

Stands alone because rules on ages and on anniversaries read them, and no row of a reading holds them.
"""

from __future__ import annotations

import re
from functools import cache

from sayso.lexicon import table
from sayso.model import Span


def nths(text: str, nouns: tuple[str, ...]) -> list[tuple[int, Span, str]]:
    """Each ordinal that stands right before one of the nouns, with the span of both and the noun, in text order."""
    names = "|".join(map(re.escape, nouns))
    words = r"(?:[A-Za-z]{3,9}[ -]){0,5}?[A-Za-z]{4,11}"
    pattern = re.compile(rf"\b([0-9]{{1,4}}(?:st|nd|rd|th)|{words})[ \n-]({names})\b")
    found = []
    for match in pattern.finditer(text):
        printed = [match[1].split()[at:] for at in range(len(match[1].split()))]
        read = next(((words, value) for words in printed if (value := _value(" ".join(words).lower()))), None)
        if read is not None:
            start = match.end(1) - len(" ".join(read[0]))
            found.append((read[1], Span(start, match.end()), match[2]))
    return found


def _value(words: str) -> int | None:
    """The number of an ordinal in figures or in words ("two hundred and fifth"); null for other words."""
    if words[0].isdigit():
        return int(words[:-2])
    parts = [word for word in re.split(r"[ -]", words) if word != "and"]
    ordinals, plain = _words(), _plain()
    if not parts or parts[-1] not in ordinals or not all(part in plain for part in parts[:-1]):
        return None
    total = 0
    for value in (*(plain[part] for part in parts[:-1]), ordinals[parts[-1]]):
        total = max(total, 1) * value if value in (100, 1000) else total + value
    return total


@cache
def _plain() -> dict[str, int]:
    return dict(table("numbers")["small"]) | dict(table("numbers")["tens"]) | {"hundred": 100, "thousand": 1000}


@cache
def _words() -> dict[str, int]:
    numbers = table("numbers")
    words = {"first": 1, "second": 2} | dict(numbers["ordinals"])
    words |= {f"{name}th": value for name, value in numbers["small"].items() if name.endswith("teen")}
    words |= {"hundredth": 100, "thousandth": 1000}
    return words | {f"{name[:-1]}ieth": value for name, value in numbers["tens"].items()}
