"""Finds what a report says that another outlet told, and what that outlet is called.

Stands alone because a relay is named in a chain, in a sentence or in a credit, and the rule wants one list of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sayso.check.cutting import OWN_S
from sayso.lexicon import table, words
from sayso.link.misfits.spelling import fold, stems_in, words_in
from sayso.resolve.terms import is_medium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.link.misfits.sources import Source
    from sayso.link.misfits.telling import Sentence, Telling
    from sayso.model import Attribution, Reading


@dataclass(frozen=True, slots=True)
class Cited:
    """An attribution that came through an outlet other than the report's own: `names` are those of all its relays.

    `day`: the day on which the outlet is said to have told it, null where none is named. `occasion`: whether it names
    where the words stood ("in an interview with X").
    """

    row: Attribution
    sentence: Sentence
    names: frozenset[str]
    day: int | None
    source: Source | None
    issuer: frozenset[str]
    stems: frozenset[str]
    occasion: bool = False


def outlet_names(reading: Reading) -> frozenset[str]:
    """The names of a report's outlet, folded: as printed, without article, and its acronym."""
    outlet = reading.report.outlet
    if outlet is None:
        return frozenset()
    found = {folded(outlet.name), short(outlet.name), *_shortened(outlet.name)}
    if reading.report.address:
        host = (urlsplit(reading.report.address).hostname or "").removeprefix("www.").split(".")[0]
        found.add(host.replace("-", ""))
    for name in _bracketed(reading.report.text):
        found.add(name)
    return frozenset(name for name in found if len(name) > 1)


def _shortened(name: str) -> Iterator[str]:
    """A name with but one of its words for a medium, or none: "the Meridian agency", "Meridian"."""
    printed = words_in(name)
    general = words("media", "heads", "words") | words("media", "wide", "nouns")
    telling = [word for word in printed if word.lower() not in general | {"the"}]
    nouns = [word for word in printed if word.lower() in general]
    if telling and len(nouns) > 1:
        yield folded(" ".join(telling))
        for noun in nouns:
            yield folded(" ".join((*telling, noun)))


def _bracketed(text: str) -> Iterator[str]:
    """The agency of a dateline ("BEL HADDAN, June 3 (TOA) -")."""
    found = re.match(r"[^\n]{0,80}?\(([A-Z][A-Za-z. ]{1,30})\)\s+[-–—]", text)
    if found is not None:
        yield folded(found[1])
        yield found[1].replace(".", "").lower()


def folded(name: str) -> str:
    """A name in one piece, without its article."""
    words = [fold(word) for word in words_in(name)]
    return "".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def short(name: str) -> str:
    """The acronym that a name of several words would be shortened to."""
    words = [word for word in name.split() if word[:1].isupper() and word.lower() != "the"]
    return "".join(word[0] for word in words).lower() if len(words) > 2 else ""  # noqa: PLR2004 - two letters are anything


def cited(told: Telling) -> tuple[Cited, ...]:
    """What a report has from other outlets, in text order."""
    return tuple(_cited(told))


def _cited(told: Telling) -> Iterator[Cited]:
    actors = {actor.id: actor for actor in told.reading.actors}
    own = outlet_names(told.reading)
    for row in told.reading.attributions:
        sentence = told.sentence(row.content.spans[0].start) if row.content.spans else None
        if sentence is None or sentence.head:
            continue
        media = [
            actors[one]
            for one in row.chain
            if one in actors and (one != row.speaker or _reports(row, actors[one].name))
        ]
        occasions = frozenset(_occasions(told, sentence))
        names = {name for actor in media for name in _forms(actor.name, actor.aliases)} | occasions
        if names - own or row.speaker is not None:
            stems = stems_in(row.content.text)
            issuer = _issuer(told, sentence, row)
            named = frozenset(names - own)
            yield Cited(row, sentence, named, _day(sentence, row), told.speaker(row), issuer, stems, bool(occasions))


def _issuer(told: Telling, sentence: Sentence, row: Attribution) -> frozenset[str]:
    """What a speaker would be called as the outlet of a document of its own."""
    source = told.speaker(row)
    if source is None or not sentence.words & set(table("between")["cited"]["documents"]):
        return frozenset()
    return frozenset((folded(source.name),))


def _reports(row: Attribution, name: str) -> bool:
    """Whether a speaker is a medium, by its name or by what it does."""
    return is_medium(name) or (row.cue is not None and row.cue.lemma in table("between")["cues"]["reporting"])


def _forms(name: str, aliases: tuple[str, ...]) -> Iterator[str]:
    for printed in (name, *aliases):
        yield folded(printed)
        yield folded(_LOWER.sub("", printed))
        if printed.isupper():
            yield printed.replace(".", "").lower()


_LOWER = re.compile(r"^(?:[a-z]+ )+(?=[A-Z])")
"""What a medium is, before its name ("daily Harbour Times")."""
_NAME = r"((?:the\s+)?[A-Z][\w'’-]*(?:[ ](?:of\s+|the\s+|and\s+)?[A-Z][\w'’-]*){0,4})"


def _occasions(told: Telling, sentence: Sentence) -> Iterator[str]:
    """The outlets that a sentence names as where the words stood ("in an interview with X", "X's broadcast")."""
    text = sentence.span.of(told.text)
    for pattern in _occasion_patterns():
        for found in pattern.finditer(text):
            yield folded(OWN_S.sub("", found[1]))


@cache
def _occasion_patterns() -> tuple[re.Pattern[str], ...]:
    nouns = "|".join(table("between")["cited"]["nouns"])
    ways = "|".join(table("between")["cited"]["ways"])
    return (
        re.compile(rf"\b(?:{ways})\s+{_NAME}"),
        re.compile(rf"{_NAME}['’]s?\s+(?:\w+\s+){{0,2}}(?:{nouns})\b"),
    )


def _day(sentence: Sentence, row: Attribution) -> int | None:
    """The day that is named outside of what is cited: that of the outlet's report."""
    inside = [day for day in sentence.days if not any(part.holds(day.row.span) for part in row.content.spans)]
    days = [day.at for day in inside if not day.limit]
    return days[0] if len(set(days)) == 1 else None
