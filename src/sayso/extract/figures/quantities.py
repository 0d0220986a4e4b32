"""Joins a number with the unit around it, and two numbers into a range: "$3bn", "12-15 km", "between 60 and 70".

Stands alone because it decides what one quantity is, on characters and tags, before anything is asked of syntax.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.extract.figures import measures
from sayso.extract.figures.digits import tidy
from sayso.extract.figures.numerals import ABBREVIATIONS, NUMBERS, Numeral, numerals
from sayso.lexicon import words
from sayso.model import Span
from sayso.parse.labels import PLURAL_NOUNS

if TYPE_CHECKING:
    from sayso.extract.figures.digits import Number
    from sayso.model import FigureKind
    from sayso.stages import Parsed

ATTACHED_WORD = re.compile(r"[^\W\d_]+")
SPACED_SCALE = re.compile(r"[ \u00a0](bn|mn|mln|trn|tn|m|M|B)(?![\w'’])")
ALWAYS_SCALE = words("numbers", "written", "scales")
ORDINAL_ENDS = words("numbers", "written", "ordinal_ends")
NOUN_SCAN = 6
DASH = re.compile(r"[ ]?[-–—‐‑−][ ]?|~")
TO = re.compile(r"\s(?:to|up to|and up to|-to-)\s|-to-")
AND = re.compile(r"\sand\s")
OR = re.compile(r"\s(?:or|or even)\s")
LEAD_BETWEEN = re.compile(r"\b(?:between|in between)\s(?:about |around |roughly |an estimated )?$", re.IGNORECASE)
LEAD_FROM = re.compile(r"\b(?:from)\s(?:about |around |roughly |an estimated |up to )?$", re.IGNORECASE)
AGAIN = re.compile(r" \([^()\n]{0,28}\d[^()\n]{0,28}\)")
"""An amount said again in brackets, before the tail of a rate: "9 billion shekels ($2.4 billion) a year"."""
A_THING = re.compile(r" an? ", re.IGNORECASE)
"""Behind a half that has no unit: "half a house" is no number."""
AGES = re.compile(r"\b(?:aged?|ages)\s(?:of\s|from\s|between\s)?$", re.IGNORECASE)
_YEARS = "|".join((r"\d{1,3}", *NUMBERS["small"], *NUMBERS["tens"]))
AGE_LIST = re.compile(rf"\b(?:aged|ages)\s(?:(?:{_YEARS})(?:, | and |, and ))+$", re.IGNORECASE)
PLUS = re.compile(r",? (?:and )?")
SUMS: dict[str, tuple[str, int]] = {unit: (part, count) for unit, (part, count) in measures.UNITS["sums"].items()}
LEAD = 40
NEAR = 60
YEAR_FIRST, YEAR_LAST = 1900, 2099


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or a range with its unit, ``[start, end)``; `high` is null but in a range, whose ends are in order.

    `core` is the end of the number itself, `unit` its name in the unit tables, `per` the measure of a rate.
    `from_to` says that "from" opens the range; `parts` are then its two ends.
    """

    numeral: Numeral
    start: int
    core: int
    end: int
    unit: str | None = None
    kind: FigureKind | None = None
    per: str | None = None
    low: Number | None = None
    high: Number | None = None
    from_to: bool = False
    parts: tuple[Quantity, ...] = ()

    @property
    def ranged(self) -> bool:
        """Whether it is a range of two numbers."""
        return self.high is not None


def quantities(parsed: Parsed, span: Span) -> list[Quantity]:
    """The quantities written in one paragraph, in order."""
    text = parsed.text
    found: list[Quantity] = []
    previous: Quantity | None = None
    for numeral in numerals(text, span.start, span.end):
        quantity = _dressed(parsed, numeral, span)
        if quantity is None:
            previous = None
            continue
        joined = None
        if previous is not None:
            joined = _joined(parsed, previous, quantity, span.end) or _summed(parsed.text, previous, quantity)
        if joined is not None and found:
            found[-1] = joined
            previous = None
        else:
            found.append(quantity)
            previous = quantity
    return found


def _dressed(parsed: Parsed, numeral: Numeral, span: Span) -> Quantity | None:
    text, stop = parsed.text, span.end
    before = measures.currency_before(text, numeral.start)
    start = before.start if before and before.start >= span.start else numeral.start
    if numeral.form == "digits":
        scaled = _letters(parsed, numeral, span, money=before is not None)
        if scaled is None:
            return None
        numeral = scaled
    if before is not None and before.start >= span.start:
        clipped = measures.unit_after(text, numeral.end, stop, money=True)
        end, unit = numeral.end, before.unit
        if clipped is not None and clipped.kind == "money" and len(clipped.unit) == 3:  # noqa: PLR2004 an ISO 4217 code
            end, unit = clipped.end, clipped.unit
        return rated(text, Quantity(numeral, start, numeral.end, end, unit, "money"), stop)
    if numeral.form == "ordinal":
        return Quantity(numeral, start, numeral.end, numeral.end)
    quantity = _measured(parsed, Quantity(numeral, start, numeral.end, numeral.end), span)
    thing = numeral.form == "fraction" and quantity.kind is None and A_THING.match(text, numeral.end, stop)
    return None if thing else quantity


def _measured(parsed: Parsed, quantity: Quantity, span: Span) -> Quantity:
    text, stop, numeral = parsed.text, span.end, quantity.numeral
    pounds = measures.is_pounds(text, numeral.end, stop)
    measure = measures.unit_after(text, numeral.end, stop) or _unit_after_of(text, numeral, stop)
    if measure is not None and (measure.kind != "money" or pounds is None):
        quantity = replace(quantity, end=measure.end, unit=measure.unit, kind=measure.kind)
    elif pounds is not None:
        money = numeral.scale > 1 or _about_money(parsed, numeral)
        quantity = replace(quantity, end=pounds, unit="GBP" if money else "pound", kind="money" if money else "measure")
    if quantity.kind in (None, "duration") and numeral.form in ("digits", "words"):
        window = text[max(span.start, numeral.start - LEAD) : numeral.start]
        aged = "age" in window.lower()
        listed = aged and AGE_LIST.search(window) and not text.startswith(" aged", numeral.end)
        if listed or (aged and AGES.search(window)):
            plain = quantity.kind is None
            return replace(quantity, unit="year" if plain else quantity.unit, kind="age")
    return rated(text, quantity, stop) if quantity.kind in ("percent", "measure", "money") else quantity


def _unit_after_of(text: str, numeral: Numeral, stop: int) -> measures.Measure | None:
    """The unit of a vague number or a fraction: "tens of millions of dollars", "half an hour"."""
    if numeral.form not in ("vague", "fraction"):
        return None
    match = re.compile(r" (?:of )?(?:an? )?(?=[^\W\d_])").match(text, numeral.end, stop)
    if match is None:
        return None
    found = measures.unit_after(text, match.end() - 1, stop)
    return (
        found if found is not None and (numeral.form == "vague" or text[numeral.end : match.end()] != " of ") else None
    )


def _about_money(parsed: Parsed, numeral: Numeral) -> bool:
    first = token_at(parsed, numeral.start)
    if first is None:
        return False
    words = parsed.lower
    sentence = parsed.sentence_tokens(parsed.sentence[first])
    near = range(max(sentence[0], first - NEAR), min(sentence[-1] + 1, first + NEAR))
    return any(words[t] in measures.POUND_MONEY for t in near)


def rated(text: str, quantity: Quantity, stop: int) -> Quantity:
    """The quantity with the tail of its rate, where it has one behind its unit ("$40 a barrel")."""
    rate = measures.rate_after(text, quantity.end, stop)
    if rate is None and (again := AGAIN.match(text, quantity.end, stop)) is not None:
        tail = measures.rate_after(text, again.end(), stop)
        return quantity if tail is None else replace(quantity, per=tail[1])
    return quantity if rate is None else replace(quantity, end=rate[0], per=rate[1])


def token_at(parsed: Parsed, position: int) -> int | None:
    """The token that holds the character at `position`; null where none does."""
    tokens = parsed.tokens_in(Span(position, position + 1))
    return tokens[0] if tokens else None


def _letters(parsed: Parsed, numeral: Numeral, span: Span, *, money: bool) -> Numeral | None:
    """The number with a scale letter written after it ("3m", "25k"); null where the letters make it a name."""
    text = parsed.text
    match = ATTACHED_WORD.match(text, numeral.end, span.end)
    if match is None:
        spaced = SPACED_SCALE.match(text, numeral.end, span.end)
        if spaced and numeral.scale == 1 and (money or len(spaced.group(1)) > 1 or _noun_follows(parsed, spaced.end())):
            return numeral.scaled(ABBREVIATIONS[spaced.group(1)], spaced.end())
        return numeral
    word, end = match.group(), match.end()
    if word in ABBREVIATIONS and numeral.scale == 1 and not text[end : end + 1].isdigit():
        if money or word in ALWAYS_SCALE or _noun_follows(parsed, end):
            return numeral.scaled(ABBREVIATIONS[word], end)
        if word == "K":
            return numeral.scaled(ABBREVIATIONS[word], end)
    return _suffixed(parsed, numeral, word, span)


def _suffixed(parsed: Parsed, numeral: Numeral, word: str, span: Span) -> Numeral | None:
    """The number whose letters are no scale: an ordinal, a multiple ("3x"), with a unit, or null for a name."""
    end = numeral.end + len(word)
    if word.lower() in ORDINAL_ENDS and isinstance(numeral.value, int):
        return replace(numeral, form="ordinal", end=end, plain=False)
    if word in ("x", "X"):
        return replace(numeral, form="multiple", end=end)
    return numeral if measures.unit_after(parsed.text, numeral.end, span.end) else None


def _noun_follows(parsed: Parsed, position: int) -> bool:
    """Whether a noun to count follows the letter before `position` ("12m tonnes"; not so "12m tall")."""
    token = token_at(parsed, position + 1)
    if token is None or position >= len(parsed.text) or parsed.text[position] not in " \u00a0\n":
        return False
    for at in range(token, min(token + NOUN_SCAN, len(parsed))):
        tag = parsed.tags[at]
        if tag in PLURAL_NOUNS or parsed.lower[at] in ("of", "people"):
            return parsed.lower[at] != "of" or at == token
        if tag not in ("JJ", "JJR", "NN", "VBN", "NNP", "CD", "CC", "HYPH"):
            return False
    return False


def _joined(parsed: Parsed, left: Quantity, right: Quantity, stop: int) -> Quantity | None:
    """The range that two neighbours make; null where they are two quantities."""
    text = parsed.text
    forms = (left.numeral.form, right.numeral.form)
    if left.numeral.value is None or right.numeral.value is None or any(f not in ("digits", "words") for f in forms):
        return None
    between = text[left.end : right.start]
    if _year_like(left) and not _year_like(right) and not _measured_dash(between, left, right):
        return None
    ages = left.kind == "age" and right.unit is None
    unit_agrees = ages or left.unit is None or left.unit == right.unit or (left.kind == "money" and right.unit is None)
    if not unit_agrees or (left.per and left.per != right.per):
        return None
    lead = text[max(0, left.start - LEAD) : left.start]
    low, high = _shared_scale(left.numeral, right.numeral)
    if not _separates(between, lead, left, right, (low, high), counts=_noun_follows(parsed, right.end)) or low >= high:
        return None
    unit, kind = (left.unit or right.unit, left.kind) if ages else (right.unit or left.unit, right.kind or left.kind)
    from_to = bool(LEAD_FROM.search(lead))
    start = left.start
    lead_in = re.compile(r"\b(?:between|from)\s$", re.IGNORECASE).search(lead)
    if lead_in:
        start -= len(lead) - lead_in.start()
    numeral = replace(right.numeral, start=left.numeral.start, plain=left.numeral.plain and right.numeral.plain)
    per = right.per or left.per
    joined = Quantity(numeral, start, right.core, right.end, unit, kind, per, low, high, from_to, (left, right))
    return rated(text, joined, stop) if kind == "money" and per is None else joined


def _summed(text: str, left: Quantity, right: Quantity) -> Quantity | None:
    """The one amount that two neighbours in a unit and its part make ("5 feet 3 inches"); null where they make none."""
    part, count = SUMS.get(left.unit or "", ("", 0))
    whole, rest = left.numeral.value, right.numeral.value
    if right.unit != part or left.per or left.ranged or not PLUS.fullmatch(text[left.end : right.start]):
        return None
    if not isinstance(whole, int) or rest is None or not 0 <= rest < count or whole < 0:
        return None
    numeral = replace(left.numeral, value=tidy(whole + rest / count), end=right.numeral.end, plain=False)
    return Quantity(numeral, left.start, right.core, right.end, left.unit, left.kind, right.per)


def _measured_dash(between: str, left: Quantity, right: Quantity) -> bool:
    """Whether a dash joins it to a number with a unit of its own size ("2000 - 2500 calories")."""
    low, high = left.numeral.value or 0, right.numeral.value or 0
    return bool(DASH.fullmatch(between)) and right.unit is not None and right.numeral.plain and low < high < 2 * low


def _year_like(quantity: Quantity) -> bool:
    """Whether it is written like a year of our time ("in 2018 to 3.9 million")."""
    value = quantity.numeral.value
    return (
        quantity.numeral.plain and quantity.unit is None and isinstance(value, int) and YEAR_FIRST <= value <= YEAR_LAST
    )


def _separates(
    between: str, lead: str, left: Quantity, right: Quantity, ends: tuple[Number, Number], *, counts: bool
) -> bool:
    """Whether what stands `between` makes a range of both; `counts`: behind the second a noun stands that it counts."""
    if DASH.fullmatch(between):
        return True
    if TO.fullmatch(between):
        priced = left.kind == "money" and not counts  # "US$300 to 350 million", not "$5 to 10 people"
        return left.unit is None or right.unit is not None or left.kind == "age" or priced
    if AND.fullmatch(between):
        return bool(LEAD_BETWEEN.search(lead))
    if OR.fullmatch(between):
        low, high = ends
        small = isinstance(low, int) and isinstance(high, int) and high - low == 1 and left.unit is None
        return small and high <= 20  # noqa: PLR2004 "three or four", not "2019 or 2020"
    return between == "/" and left.kind == "money" and right.kind == "money"


def _shared_scale(left: Numeral, right: Numeral) -> tuple[Number, Number]:
    low, high = left.value or 0, right.value or 0
    if left.scale == 1 and right.scale > 1 and low < 1000 and low <= high / right.scale:  # noqa: PLR2004
        low = left.scaled(right.scale, left.end).value or 0
    return low, high
