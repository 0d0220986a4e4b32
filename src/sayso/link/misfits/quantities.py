"""Says what a figure counts: what befell whom, between which numbers, and from which start.

Stands alone because these are read off the row and the words beside it, before anything is compared.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sayso.check.counting import stem
from sayso.lexicon import either, table, words
from sayso.link.misfits.spelling import stems_in, words_in
from sayso.model import Span
from sayso.parse.lemmas import lemma

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.link.misfits.telling import Sentence, Telling
    from sayso.model import Figure

LASTING = frozenset(("killed", "wounded", "killed or wounded", "casualties"))
"""What has befallen somebody and is never undone."""
PEOPLE, CROWD, VOTES = "people", "attendance", "of vote"
"""What is counted where nothing says what befell the people, where they came together, and where they voted."""
_BESIDE = 40
_COUNTS = table("between")["counts"]
_OUTSET = either(_COUNTS["outset"])
_SINCE = re.compile(
    rf"\b(?:since|(?:between|from) (?=the (?:{_OUTSET})))\b(?! then)\s*(?P<start>[^.,;:()\n]{{0,80}})"
    rf"|\bso far (?:this|in the)\b|\btoll of (?P<whole>the (?:{either(_COUNTS['wars'])}))\b",
    re.IGNORECASE,
)
_ITSELF = re.compile(r"(?:it|they)\b", re.IGNORECASE)
_ITS_OWN = re.compile(rf"(?:its|their) (?:{_OUTSET})\b", re.IGNORECASE)
_THEN = re.compile(rf"\b(?:from|since) that (?:{either(_COUNTS['times'])})\b", re.IGNORECASE)
_NUMBER_OF = re.compile(rf"\b(?:{either(_COUNTS['numbers'])}) of ((?:\w+ ){{0,3}}\w+)", re.IGNORECASE)
_FIGHTERS = either(_COUNTS["fighters"])
_DEAD = re.compile(
    rf"\b(?:{either(_COUNTS['deaths'])}) of\b|\b(?:have|has|had) fallen\b|\bfallen (?:{_FIGHTERS})\b"
    rf"|\blost [\w,. -]{{1,20}} (?:{_FIGHTERS})\b",
    re.IGNORECASE,
)
_MIXED = re.compile(
    r"\b(?:killed|dead|died) (?:or|and/or) (?:\w+ )?(?:wounded|injured|hurt)|\b(?:killed|dead) and (?:wounded|injured)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Start:
    """What a running count is counted from: the days that are named, and the stems of its name."""

    days: frozenset[str]
    stems: frozenset[str]

    def meets(self, other: Start) -> bool:
        """Whether two starts may be one: one day or its month, or one name, or one of them without any."""
        if self.days and other.days:
            return any(_within(one, two) or _within(two, one) for one in self.days for two in other.days)
        return not self.stems or not other.stems or bool(self.stems & other.stems)


def _within(day: str, period: str) -> bool:
    """Whether a day or month is of a month or year; a year alone began with its first month."""
    return day.startswith(period) if "-" in period else day[:7] in {period, f"{period}-01"}


def start_of(told: Telling, sentence: Sentence, figure: Figure) -> Start | None:
    """What a figure is counted from; null where neither row nor sentence names a start."""
    since = _SINCE.search(sentence.span.of(told.text))
    days = {figure.since} if figure.since is not None else set()
    if since is not None and _ITSELF.match(since["start"] or ""):
        return None  # what is counted is of the event, from its beginning
    if since is None:
        days |= _then(told, sentence)
        return Start(frozenset(days), frozenset()) if days else None
    lexicon = table("between")["starts"]
    begun = {stem(word) for word in lexicon["begun"]}
    war = {stem(word) for word in lexicon["war"]}
    named = since["start"] or since["whole"] or ""
    if _ITS_OWN.match(named):
        named = told.text[sentence.span.start : sentence.span.start + since.start()]
    stems = {"war" if word in war else word for word in stems_in(named) - begun}
    within = Span(sentence.span.start + since.start(), sentence.span.start + since.end())
    days |= {row.value for row in told.reading.dates if within.holds(row.span)}
    return Start(frozenset(days), frozenset(stems))


def _then(told: Telling, sentence: Sentence) -> set[str]:
    """The day that "from that date" means: the one of the sentence before."""
    if sentence.at == 0 or not _THEN.search(sentence.span.of(told.text)):
        return set()
    before = next((one for one in told.sentences if one.at == sentence.at - 1), None)
    return {day.row.value for day in before.days if day.row.value} if before is not None else set()


def counted(told: Telling, figure: Figure, sentence: Sentence) -> str:  # noqa: PLR0911 - one for each sort
    """What befell the counted, or what is counted, as one word; empty where it is nothing that can be compared."""
    if figure.unit == "person" or figure.counted in LASTING:
        beside = Span(max(sentence.span.start, figure.span.start - _BESIDE), figure.span.end + _BESIDE).of(told.text)
        if figure.counted in ("killed", "wounded") and _MIXED.search(beside):
            return "killed or wounded"  # a count of its own
        if figure.counted is None and _DEAD.search(beside):
            return "killed"
        return figure.counted or (CROWD if CROWD in sentence.stems else PEOPLE)
    if figure.kind in ("money", "percent", "measure"):
        return f"{figure.kind} {figure.unit}"
    noun = words_in(figure.noun.text)[-1:] if figure.noun is not None else []
    named = _NUMBER_OF.search(told.text, sentence.span.start, figure.span.start)
    if named is not None and not figure.counted:
        plural = next((word for word in words_in(named[1]) if lemma(word, "noun") != word), "")
        noun = [plural] if plural else noun
    if figure.counted or not noun:
        return figure.counted or ""
    if stem(noun[0]) in _vague():
        return ""
    kind = table("counted").get(stem(noun[0]), {})
    if stem(noun[0]) == CROWD or (kind and (named is not None or not kind.get("person"))):
        return stem(noun[0])
    known = table("between")["counted"].get(noun[0], "")
    return known or f"of {stem(noun[0])}"


@cache
def _classes() -> dict[str, str]:
    return {stem(word): name for name, words in table("between")["people"].items() for word in words}


@cache
def _anybody() -> frozenset[str]:
    return frozenset(stem(word) for word in table("between")["anybody"]["words"])


@cache
def _vague() -> frozenset[str]:
    nouns = (*table("between")["vague"]["nouns"], *table("checks")["conflicts"]["addresses"])
    return frozenset(map(stem, nouns))


def _shown() -> frozenset[str]:
    return words("between", "seen", "words")


def shows(words: Iterable[str]) -> bool:
    """Whether words name what shows a part of what happened: a film counts no toll and claims nothing."""
    return not _shown().isdisjoint(words)


def filmed(words: frozenset[str]) -> bool:
    """Whether a sentence tells what such a thing shows."""
    return shows(words) and not words.isdisjoint(table("between")["seen"]["verbs"])


def people(figure: Figure) -> tuple[frozenset[str], frozenset[str]]:
    """The classes of those counted, and the words of the population that belong to no class."""
    noun = figure.noun.text if figure.noun is not None else ""
    words = stems_in(f"{figure.population or ''} {noun}") - {figure.counted}
    classes = _classes()
    known = {classes[word] for word in words if word in classes}
    left = {word for word in words if word not in classes and word not in _anybody() and not word.isdigit()}
    return frozenset(known), frozenset(left)
