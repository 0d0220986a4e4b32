"""Reads the words around a quantity that set its bound: "at least 12", "12 or more", "some 12", "100 km (60 miles)".

Stands alone because a bound is said by neighbouring words, whatever is counted or measured.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.extract.figures.denied import turned
from sayso.lexicon import table, words

if TYPE_CHECKING:
    from sayso.extract.figures.quantities import Quantity
    from sayso.model import Bound

HEDGES = table("hedges")
BEFORE: dict[str, Bound] = {phrase: bound for bound, phrases in HEDGES["before"].items() for phrase in phrases}
AFTER: dict[str, Bound] = {phrase: bound for bound, phrases in HEDGES["after"].items() for phrase in phrases}
LASTING = frozenset(HEDGES["more"]["lasting"])
PARTICLE = frozenset(HEDGES["more"]["particle"])
DEPTHS = words("units", "depths", "names")
WINDOW = 44
LONGEST = 5
SYMBOLS = "~≈<>≥≤"
LAST_WORDS = re.compile(r"[^\s()\[\]\"“”]+")
RESTATED = re.compile(r"[ ]?[(\[/][ ]?|, or |[ ]or ")


@dataclass(frozen=True, slots=True)
class Hedge:
    """A bound, and where its words begin or end the figure."""

    bound: Bound
    start: int
    end: int


def hedge(text: str, quantity: Quantity, first: int, noun_end: int, stop: int) -> Hedge:
    """The bound of a quantity in the paragraph ``text[first:stop]`` whose noun ends at `noun_end`."""
    start, bound = _before(text, quantity, first)
    end = max(quantity.end, noun_end)
    for at in dict.fromkeys((quantity.core, quantity.end, noun_end)):
        after = _after(text, at, stop)
        if after is not None:
            return Hedge(after[0] if bound is None else bound, start, max(end, after[1]))
    if bound is None:
        bound = "between" if quantity.ranged else "exact"
    return Hedge(bound, start, end)


def _before(text: str, quantity: Quantity, first: int) -> tuple[int, Bound | None]:
    start, bound = quantity.start, None
    while True:
        window_start = max(first, start - WINDOW)
        window = text[window_start:start].lower()
        symbol = window.rstrip()[-1:]
        found: tuple[int, Bound] | None = None
        if symbol and symbol in SYMBOLS:
            found = window_start + len(window.rstrip()) - 1, BEFORE[symbol]
        else:
            found = _phrase(window, window_start, quantity, text[quantity.end : quantity.end + len(" of ")])
        if found is None:
            return start, bound
        said, begins = turned(text, found[0], first, text[found[0] : start].strip().lower(), found[1])
        start, bound = begins, said if bound in (None, "about") else bound


def _phrase(window: str, at: int, quantity: Quantity, following: str) -> tuple[int, Bound] | None:
    tail = window.rstrip("-")
    words = list(LAST_WORDS.finditer(tail))[-LONGEST - 1 :]
    if not words or len(tail) - words[-1].end() > 1 or (tail != window and words[-1].group() != "sub"):
        return None
    if tail == window and words[-1].group() == "sub":
        return None
    for count in range(min(LONGEST, len(words)), 0, -1):
        phrase = " ".join(w.group() for w in words[-count:])
        bound = BEFORE.get(phrase)
        if bound is not None and not _spatial(phrase, words, count, quantity, following):
            return at + words[-count].start(), bound
    return None


def _spatial(phrase: str, words: list[re.Match[str]], count: int, quantity: Quantity, following: str) -> bool:
    """Whether "over" or "under" is of time, of place or a verb's own and bounds nothing ("handed over 95 men")."""
    before = words[-count - 1].group() if count < len(words) else ""
    if phrase == "under":  # "found under eight metres of mud"
        return quantity.unit in DEPTHS and quantity.per is None and following == " of "
    if phrase != "over":
        return False
    return before not in LASTING if quantity.kind == "duration" else before in PARTICLE


def _after(text: str, at: int, stop: int) -> tuple[Bound, int] | None:
    following = text[at : min(stop, at + 16)]
    if following[:1] == "+" and not following[1:2].isdigit():
        return "at_least", at + 1
    if following[:1] == "-":
        match = re.match(r"-(?:plus|odd|some|ish)\b", following)
        return (AFTER[match.group()], at + match.end()) if match else None
    words = following.lower().split(" ")
    if len(words) < 2 or words[0]:  # noqa: PLR2004 a blank comes first
        return None
    for count in (2, 1):
        phrase = " ".join(words[1 : count + 1]).rstrip(".,;:)")
        if phrase in AFTER and phrase != "+":
            return AFTER[phrase], at + 1 + len(phrase)
    return None


def restates(text: str, left: Quantity, right: Quantity, start: int) -> str | None:
    """How `right`, which begins at `start` with its hedge, says `left` again, as the characters between the two."""
    between = text[left.end : start]
    return between if right.unit is not None and left.unit != right.unit and RESTATED.fullmatch(between) else None
