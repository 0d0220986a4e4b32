"""Builds durations ("two weeks", "the past few months", "2 1/2 years") and writes them as ISO 8601.

Stands alone because a length needs no calendar and no date to stand against.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.dates.shapes import Length, Mention
from sayso.lexicon import table

if TYPE_CHECKING:
    from sayso.extract.dates.view import View

LARGEST_AMOUNT = 10**7
_LETTERS = {
    "second": ("PT", "S"),
    "minute": ("PT", "M"),
    "hour": ("PT", "H"),
    "day": ("P", "D"),
    "week": ("P", "W"),
    "month": ("P", "M"),
    "year": ("P", "Y"),
}
# Units that are so many of another one.
_MULTIPLES = {
    "fortnight": (2, "week"),
    "quarter": (3, "month"),
    "decade": (10, "year"),
    "century": (100, "year"),
    "millennium": (1000, "year"),
}
_VAGUE = {
    "decade": "PXE",
    "century": "PXC",
    "millennium": "PXL",
    "quarter": "PXQ",
    "fortnight": "PXW",
    "weekend": "PXWE",
}
# What half of a unit is in the next smaller one, where that is a whole number.
_HALVES = {
    "year": (6, "month"),
    "hour": (30, "minute"),
    "minute": (30, "second"),
    "day": (12, "hour"),
    "decade": (5, "year"),
    "century": (50, "year"),
}


def value(amount: float | None, unit: str) -> str:
    """The TimeML value of so many units; a null amount gives ``PXM`` and the like."""
    if amount is None:
        if unit in _VAGUE:
            return _VAGUE[unit]
        head, letter = _LETTERS[unit]
        return f"{head}X{letter}"
    if unit == "weekend":
        return f"P{_plain(amount)}WE"
    if unit in _MULTIPLES:
        times, unit = _MULTIPLES[unit]
        amount *= times
    head, letter = _LETTERS[unit]
    whole, rest = divmod(amount, 1)
    if rest == 0.5 and unit in _HALVES:  # noqa: PLR2004 (a half)
        smaller, name = _HALVES[unit]
        lead = f"{head}{int(whole)}{letter}" if whole else "P"
        tail_head, tail_letter = _LETTERS[name]
        time = "T" if tail_head == "PT" and not lead.startswith("PT") else ""
        return f"{lead}{time}{smaller}{tail_letter}"
    return f"{head}{_plain(amount)}{letter}"


def _plain(amount: float) -> str:
    return str(int(amount)) if amount == int(amount) else f"{amount:.10g}"


def of(amount: float | None, unit: str, *, bare: bool = False) -> Length:
    """That many units as a shape."""
    return Length(value(amount, unit), amount, unit, bare)


def build(view: View) -> list[Mention]:
    """For "two weeks", "the past few months"; "two to three weeks" is two weeks or more."""
    unit = view.value("unit")
    low = view.value("low")
    amount = low if low is not None else view.value("amount")
    if amount is None:
        vague = view.one("vague")
        if vague is None:
            return []
        amount = vague.value
        return [view.mention("DURATION", of(amount, unit), "APPROX" if amount else None)]
    if not 0 < amount < LARGEST_AMOUNT or _is_year(view):
        return []
    if low is not None:
        high = view.value("high")
        return [view.mention("DURATION", of(low, unit), "EQUAL_OR_MORE")] if low < high < LARGEST_AMOUNT else []
    mention = view.mention("DURATION", of(amount, unit))
    hyphened = view.lexemes[view.match.groups["unit"][0] - 1].kind == "-"
    if hyphened and view.lexemes[mention.first].kind == "D" and view.one("pointer") is None:
        return [replace(mention, first=mention.first + 1)]  # "the six-week strike": the article is the strike's
    return [mention]


def _is_year(view: View) -> bool:
    """Whether a four-digit number stands before one unit ("the 1988 quarter"): a year, not a count."""
    count, unit = view.one("amount"), view.one("unit")
    return count is not None and count.kind == "y" and unit is not None and unit.kind == "u"


def build_a(view: View) -> list[Mention]:
    """For "a week", "a year and a half"; whether "a year" is a rate is seen later, from the words around."""
    amount = 1.5 if view.one("half") is not None else 1
    return [view.mention("DURATION", of(amount, view.value("unit"), bare=amount == 1))]


def build_more(view: View) -> list[Mention]:
    """For "another year", "an additional month", "a full week"; "a trading day" is no length."""
    run, rules = view.one("run"), table("dates")["running"]
    word = run.text.lower() if run is not None else ""
    alone = view.lexemes[view.match.first] is run
    unit = view.value("unit")
    if word not in rules["one"] or unit in rules["never"] or alone != (word == "another"):
        return []
    return [view.mention("DURATION", of(1, unit))]


def build_or_two(view: View) -> list[Mention]:
    """For "a day or two": no one number of days."""
    word = view.lexemes[view.match.groups["high"][0] - 1].text.lower()
    if word != "or" or view.value("high") not in (2, 3):
        return []
    return [view.mention("DURATION", of(None, view.value("unit")))]


def build_long(view: View) -> list[Mention]:
    """For "day-long", "a year-long"."""
    first = view.match.groups["unit"][0]
    return [replace(view.mention("DURATION", of(1, view.value("unit"))), first=first)]


def build_half(view: View) -> list[Mention]:
    """For "half an hour", "half-century"."""
    half = view.one("half")
    if half is None or half.text.lower() != "half":
        return []
    return [view.mention("DURATION", of(0.5, view.value("unit")))]


def build_vague(view: View) -> list[Mention]:
    """For "recent months", "coming weeks"."""
    word = view.one("recent")
    if word is None or (word.kind == "R" and word.text.lower() != "recent"):
        return []
    return [view.mention("DURATION", of(None, view.value("unit")))]


def build_bare(view: View) -> list[Mention]:
    """For "for weeks"; kept only where the words around say so. "Weekends" are a set."""
    if view.value("unit") == "weekend":
        return []
    return [view.mention("DURATION", of(None, view.value("unit"), bare=True))]
