"""Says what a word is compared as, and what a printed number may mean.

Stands alone because all rules on figures, inside a report and between two, must take words and numbers alike.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from math import inf
from typing import TYPE_CHECKING

from sayso.lexicon import table
from sayso.parse.lemmas import lemma

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.model import Figure

_ENDINGS = re.compile(r"(?:ations?|ions?|ings?|ures?|ments?|als?|ers?|ed|es|s|e|y|d)$")
SHORTEST = 3


@cache
def _classes() -> dict[str, str]:
    """Lemmas of the vocabulary of counts, each with the class it names ("die" and "death" are both of "killed")."""
    found: dict[str, str] = {}
    for name, entry in table("counted").items():
        if isinstance(entry, dict) and "rank" in entry:
            for word in (*entry.get("patients", ()), *entry.get("agents", ()), *entry.get("nouns", ())):
                found.setdefault(word, name)
            for word in entry.get("adjectives", ()):
                found.setdefault(word, name)
    for name, words in table("checks")["alike"].items():
        for word in words:
            found.setdefault(word, name)
    return found


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A word as it is compared: the class of counts it names, else its dictionary form without its ending."""
    word = word.lower().removesuffix("'s").removesuffix("’s")
    forms = [lemma(word, "noun"), lemma(word, "verb"), word]
    known = next((_classes()[form] for form in forms if form in _classes()), None)
    if known is not None:
        return known
    form = min(forms, key=len)
    short = _ENDINGS.sub("", form)
    return short if len(short) > SHORTEST else form


def stems(words: Iterable[str]) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    empty = set(table("checks")["empty"]["words"])
    return frozenset(stem(word) for word in words if word not in empty and len(word) > 1)


def extent(figure: Figure, about: float = 0.1) -> tuple[float, float]:
    """The least and the most that the printed number may mean; "about" reaches that share of it either way."""
    value = figure.value
    if figure.bound == "between" or value is None:
        return (figure.low if figure.low is not None else 0, figure.high if figure.high is not None else inf)
    if figure.bound in ("at_least", "more_than"):
        return value, inf
    if figure.bound in ("at_most", "less_than"):
        return 0, value
    if figure.bound == "about":
        return value * (1 - about), value * (1 + about)
    slack = _rounding(value) if figure.kind != "percent" else _WHOLE_PERCENT * (value == int(value))
    return value - slack, value + slack


def _rounding(value: float) -> float:
    """By how much a number may have been rounded: half of its last place that is not zero, for round thousands."""
    place = last_place(int(value)) if value == int(value) else 1
    return place / 2 if place >= _ROUND else 0


def last_place(value: int) -> int:
    """The place of the last digit that is not zero: 100 of 1,200, and 1 of zero itself."""
    place = 1
    while value and value % (place * 10) == 0:
        place *= 10
    return place


_ROUND = 100
_WHOLE_PERCENT = 0.5


def person(figure: Figure) -> bool:
    """Whether people are counted, by name or by what befell them ("5,230 arrests", but not "61 attacks")."""
    return figure.unit == "person" or bool(table("counted").get(figure.counted or "", {}).get("person"))


def generic(noun: str) -> bool:
    """Whether the noun of a count of people says nothing of who they are ("people", "bodies", "others")."""
    return not noun or noun in {stem(word) for word in table("checks")["empty"]["people"]}


def told(value: float) -> str:
    """A number as a sentence prints it: thousands apart, no places that arithmetic on fractions leaves behind."""
    return f"{round(value):,}" if value == round(value) else f"{round(value, 4):,}"
