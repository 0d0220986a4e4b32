"""Reads what the heading of a row or column says of the numbers under it: what they count, whom, in which unit.

Stands alone because a heading is no clause: its words say what is counted without a verb and without a number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.extract.figures.measures import currency_before, unit_after
from sayso.extract.figures.nouns import is_person, singular
from sayso.extract.figures.vocabulary import (
    ADJECTIVES,
    AGENTS,
    IRREGULAR,
    NOUN_WORDS,
    OF_PERSONS,
    PATIENTS,
    PHRASAL,
    RANK,
    TOTALS,
)
from sayso.lexicon import table, words
from sayso.model import Printed, Span
from sayso.parse import lemma

if TYPE_CHECKING:
    from sayso.model import FigureKind
    from sayso.stages import Parsed

_BRACKET = re.compile(r"[(\[]([^()\[\]]*)[)\]]|,\s*([^,]*)$")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SHARE = re.compile(r"%|\bper ?cent\b|\bpercentage\b|\bshare of\b", re.IGNORECASE)
_RATE = re.compile(r"\bper\b(?! ?cent)|/ ?\d", re.IGNORECASE)
_NAMED = frozenset(("GPE", "LOC", "FAC", "PERSON", "ORG", "DATE", "TIME", "EVENT"))


@dataclass(frozen=True, slots=True)
class Sense:
    """What one heading says. `printed`: its words without brackets; `whom`: the words for those counted, null without.

    `scale` multiplies the numbers ("in thousands"). `part`: they are a part of the column before. `silent`: nothing is
    counted under it (a running number, an average, a rate).
    """

    printed: Printed
    counted: str | None = None
    unit: str | None = None
    kind: FigureKind = "count"
    whom: Printed | None = None
    scale: int = 1
    part: bool = False
    silent: bool = False

    @property
    def telling(self) -> bool:
        """Whether it says what is counted or measured."""
        return self.counted is not None or self.unit is not None


def sense_of(parsed: Parsed, span: Span) -> Sense:
    """What the heading at `span` says of the numbers under it."""
    text = span.of(parsed.text)
    bracket = _BRACKET.search(text)
    core = _trimmed(parsed.text, Span(span.start, span.start + bracket.start() if bracket else span.end))
    printed = Printed(core, core.of(parsed.text))
    low = " ".join(printed.text.lower().split())
    lead = next((one for one in table("tables")["headings"]["part"] if low.startswith(one + " ") or low == one), "")
    named = low in words("tables", "headings", "serial") or low in words("tables", "headings", "partial")
    if not lead and (named or low.split(" ")[0] in words("tables", "headings", "compared")):
        return Sense(printed, silent=True)
    if _RATE.search(text):
        return Sense(printed, silent=True)
    if _SHARE.search(text):
        return Sense(printed, unit="percent", kind="percent", part=bool(lead))
    scale = _scale(text)
    measure = _measure(parsed.text, span, bracket)
    if measure is not None:
        return Sense(printed, unit=measure[0], kind=measure[1], scale=scale, part=bool(lead))
    whole = parsed.entities_of(core)
    if any(one.label in _NAMED and one.span.holds(core) for one in whole):
        return Sense(printed, scale=scale)
    return _counting(parsed, printed, len(lead), scale)


def _counting(parsed: Parsed, printed: Printed, lead: int, scale: int) -> Sense:
    """What is counted: the vocabulary's class that its words mean, and its noun if that is another word."""
    found: dict[str, Span] = {}
    nouns: list[tuple[Span, str]] = []
    for match in _WORD.finditer(printed.text, lead):
        word = match.group().lower()
        span = Span(printed.span.start + match.start(), printed.span.start + match.end())
        sort = _class(word, printed.text)
        if sort is not None:
            found.setdefault(sort, span)
        elif (one := _noun(word)) is not None and not _after_preposition(printed.text[lead : match.start()]):
            nouns.append((span, one))
    counted = max(found, key=lambda sort: RANK[sort], default=None)
    if len(found) > 1 and set(found) <= OF_PERSONS:
        counted = "casualties" if {"killed", "wounded"} <= set(found) else counted
    unit = nouns[-1][1] if nouns else None
    if unit is not None and is_person(unit):
        unit = "person"
    elif unit is None and counted is not None:
        word = found[counted].of(parsed.text).lower() if counted in found else ""
        one = singular(word)
        unit = one if one in NOUN_WORDS and word not in ADJECTIVES and one != "dead" else None
        unit = unit or ("person" if counted in OF_PERSONS else None)
    first = printed.span.start + lead
    whom = _trimmed(parsed.text, Span(first, nouns[-1][0].end)) if nouns else None
    clean = Printed(whom, whom.of(parsed.text)) if whom is not None else None
    return Sense(printed, counted, unit, whom=clean, scale=scale, part=bool(lead))


def _class(word: str, heading: str) -> str | None:
    """The vocabulary's class that a word of a heading means: "killed", "deaths", "arrested", "admitted to hospital"."""
    if word in ADJECTIVES:
        return ADJECTIVES[word]
    one = singular(word)
    if one in NOUN_WORDS:
        return NOUN_WORDS[one]
    verb = lemma(word, "verb")
    if verb != word or word in IRREGULAR:
        told = heading.lower().split()
        phrasal = next((name for other, name in PHRASAL.get(verb, ()) if other in told), None)
        return phrasal or PATIENTS.get(verb) or AGENTS.get(verb)
    return TOTALS.get(word)


def _noun(word: str) -> str | None:
    """The singular of a plural noun, or of one that names people; null for other words."""
    one = singular(word)
    if one in words("tables", "headings", "plain"):
        return None
    if one in words("tables", "headings", "many"):
        return one
    return one if (one != word and len(one) > 2) or is_person(one) else None  # noqa: PLR2004 "is", "us"


def _after_preposition(before: str) -> bool:
    return any(word in words("tables", "headings", "joining") for word in _WORD.findall(before.lower()))


def _scale(text: str) -> int:
    low = text.lower()
    return next((factor for word, factor in table("tables")["scales"].items() if word in low), 1)


def _measure(text: str, span: Span, bracket: re.Match[str] | None) -> tuple[str, FigureKind] | None:
    """The unit that the heading's brackets name ("Area (km2)"), or its currency ("Cost in USD")."""
    if bracket is not None:
        group = 1 if bracket.group(1) is not None else 2
        start, end = span.start + bracket.start(group), span.start + bracket.end(group)
        found = unit_after(text, start, end)
        if found is not None and found.end >= end:
            return found.unit, found.kind
        money = currency_before(text[start:end] + "1", end - start)
        if money is not None:
            return money.unit, "money"
    code = re.search(r"\b([A-Z]{3})\b(?=\s|$)", span.of(text))
    if code is not None:
        money = currency_before(code.group() + "1", len(code.group()))
        if money is not None and len(money.unit) == 3:  # noqa: PLR2004 an ISO 4217 code
            return money.unit, "money"
    return None


def _trimmed(text: str, span: Span) -> Span:
    """The span without blanks and marks at its edges."""
    start, end = span.start, span.end
    while end > start and (text[end - 1].isspace() or text[end - 1] in ":;,-–—*†‡|"):
        end -= 1
    while start < end and (text[start].isspace() or text[start] in "-–—:|*"):
        start += 1
    return Span(start, end)
