"""Finds a length told of a spell (a strike, a closure, years in custody) that its two ends do not span.

Stands alone because it is one rule: which length is whose, and which dated acts begin and end a spell.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.check.judgement import Found, Judgement, LetGo
from sayso.check.moments import DAY, Moment, sure
from sayso.check.told_lengths import Told, between, fits, in_words, stated, told_lengths
from sayso.lexicon import table
from sayso.parse import lemma

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sayso.check.events import Event
    from sayso.check.facts import Facts

    Spell = Mapping[str, Sequence[str]]

RULE = "length-of-spell"
YEAR = 365 * DAY
REACH = 48
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_PERFECT = re.compile(
    r"\b(?:has|have|'s|\u2019s)\b[^.;]{0,40}\b(?:spent|been|held|served|lasted|gone|passed|languished)\b"
    r"|\b(?:marks?|marking|celebrates?|celebrating|completes?)\b"
)


def judge(facts: Facts) -> Iterator[Judgement]:
    """A finding for each length of a spell that its one beginning and its one end do not give."""
    lengths = told_lengths(facts)
    dated = facts.events if lengths else ()
    for told in lengths if dated else ():
        for spell in table("checks")["spells"]:
            noun = _noun_of(facts, told, spell["nouns"])
            if noun is None:
                continue
            starts, began = _ends(dated, spell, "first", noun)
            stops, ended = _ends(dated, spell, "last", noun)
            if "named" in spell and not (began or ended):
                starts, stops = [], []
            yield from _judged(facts, told, starts, stops)
            break


def _judged(facts: Facts, told: Told, starts: list[Moment], stops: list[Moment]) -> Iterator[Judgement]:
    going = _PERFECT.search(_lead(facts, told)) is not None
    if not stops and going and facts.published is not None and starts:
        stops = [Moment(starts[0].row, facts.published * DAY, (facts.published + 1) * DAY - 1, "day")]
    if not starts or not stops:
        return
    spans = tuple(sorted({starts[0].row.span, stops[0].row.span, told.span}))
    if len(starts) > 1 or len(stops) > 1:
        yield LetGo(RULE, "the text tells several beginnings or ends", spans)
        return
    start, stop = starts[0], stops[0]
    low, high = between(start, stop)
    reason = _doubt(facts, told, start, stop)
    if high <= 0:
        reason = "the end stands before the start"
    if reason is None and fits(told, low, high):
        reason = f"{told.text} fits {in_words(low, high, told.unit)}"
    if reason is not None:
        yield LetGo(RULE, reason, spans)
        return
    span = f"{start.name} to {stop.name} is {in_words(low, high, told.unit)}"
    yield Found("duration-mismatch", RULE, "low", f"{span}; the text says {stated(told)}.", spans)


def _doubt(facts: Facts, told: Told, start: Moment, stop: Moment) -> str | None:
    other = 0 if sure(facts, start) and sure(facts, stop) else YEAR
    low, high = between(start, stop)
    if other and (fits(told, low + other, high + other) or fits(told, low - other, high - other)):
        return "one of the dates prints no year, so it may be another year's"
    if told.unit == "hour" and not start.grain == stop.grain == "clock":
        return "the clock times of both ends are not told"
    words = set(_WORD.findall(_lead(facts, told).lower()))
    if words & set(table("checks")["lengths"]["part"]):
        return "the words before the length say that it is a part, a limit or another's"
    return None


def _lead(facts: Facts, told: Told) -> str:
    return facts.text[max(facts.sentence_start(told.span.start), told.span.start - REACH) : told.span.start]


def _noun_of(facts: Facts, told: Told, nouns: Sequence[str]) -> str | None:
    """The spell's noun that the length is told of: "72-hour pause", "years in detention", "a strike of six weeks"."""
    behind = [word.lower() for word in _WORD.findall(facts.text[told.span.end : told.span.end + REACH])]
    between_them = {"long", "of", "in", "the", "a", "his", "her", "their", "behind"}
    for word in [word for word in behind[:3] if word not in between_them][:2]:
        if lemma(word, "noun") in nouns:
            return lemma(word, "noun")
    before = [word.lower() for word in _WORD.findall(_lead(facts, told))]
    links = ("of", "lasted", "lasting", "after", "for", "lasts")
    if before[-1:] and before[-1] in links:
        return next((lemma(word, "noun") for word in before[-4:-1][::-1] if lemma(word, "noun") in nouns), None)
    return None


def _ends(dated: Sequence[Event], spell: Spell, which: str, noun: str) -> tuple[list[Moment], bool]:
    """The distinct moments of acts that begin or end such a spell, those that name it first, and whether one does."""
    acts, nouns = set(spell[which]), set(spell["nouns"])
    found = [event for event in dated if event.acts & acts and event.helpers.isdisjoint({"not", "never"})]
    named = [event for event in found if noun in event.words or event.predicates & nouns]
    finest: dict[int, Moment] = {}
    for event in named or found:
        known = finest.get(event.sentence)
        if known is None or event.when.last - event.when.first < known.last - known.first:
            finest[event.sentence] = event.when
    return list({(when.first, when.last): when for when in finest.values()}.values()), bool(named)
