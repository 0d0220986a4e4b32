"""Walks through a report's paragraphs, resolves each time expression in turn, and remembers what was told of before.

Stands alone because the memory of a report (its last date, its last quarter) belongs to the walk and to nothing else.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sayso.extract.dates.find import find
from sayso.extract.dates.place import Place
from sayso.extract.dates.remembered import remembered
from sayso.extract.dates.resolve import resolve
from sayso.extract.dates.sense import meant
from sayso.extract.dates.setting import Resolved, Setting
from sayso.extract.dates.shapes import (
    Away,
    Back,
    Beyond,
    Clock,
    Frame,
    Inside,
    Known,
    Length,
    Mention,
    NthOf,
    Recurring,
    Same,
    Steps,
    Told,
    WeekOf,
)
from sayso.extract.dates.tense import direction, is_bare, through_noun
from sayso.lexicon import table, words
from sayso.model import Date, Refused, Span
from sayso.parse.quotes import quotes
from sayso.read.iso import ordinal

if TYPE_CHECKING:
    from sayso.extract.dates.calendar import Period
    from sayso.extract.dates.shapes import Shape
    from sayso.stages import Parsed

# Shapes of periods that a later "the next day" counts from.
_TOLD = (Known, Recurring, Steps, Inside, Clock, Same, Away, Beyond, NthOf, WeekOf)
_OF_THE_PAGE = ("published", "modified")
AHEAD = 5  # words before an hour among which one may say that it was before
EVENING = "T18"  # the hour from which a day may end before the next time that is told
ASIDE = 3  # words before a quarter among which one may say that it is told aside
COMPARED = 8  # sentences for which a quarter stays the one that figures are compared with
POINTED_AT = 12  # sentences for which "that day" means the date told of
REMEMBERED = 4  # sentences after which a date is no longer the one told of


@dataclass(frozen=True)
class Dates:
    """The time expressions of a report in text order, and those that could not be read with certainty."""

    rows: tuple[Date, ...] = ()
    refused: tuple[Refused, ...] = ()


@dataclass
class _Memory:
    """What a report has told so far."""

    published: int | None
    quoted: list[Span]
    told: Period | None = None
    told_in: int = -1
    gone: Period | None = None
    gone_in: int = -1
    compared: Period | None = None
    compared_in: int = -1
    longer: bool = False
    night: int = -1
    rows: list[Date] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


def extract(parsed: Parsed) -> Dates:
    """The dates, times, durations and sets of a parsed report; offsets are code points of its text."""
    marked = quotes(parsed.text, [paragraph.span for paragraph in parsed.cleaned.paragraphs])
    outer = [quote.span for quote in marked if quote.depth == 1]
    memory = _Memory(ordinal(parsed.cleaned.report.published), outer)
    for stretch in _stretches(parsed):
        lexemes, mentions = find(parsed.text, stretch.start, stretch.end)
        for mention in mentions:
            place = Place(parsed, lexemes, mention)
            kept = meant(place)
            if kept is not None:
                if kept is not mention:
                    place = replace(place, mention=kept)  # its words may be fewer by now
                _tell(memory, place, remembered(place, kept, memory.published))
    return Dates(tuple(memory.rows), tuple(memory.refused))


def _stretches(parsed: Parsed) -> list[Span]:
    """The paragraphs, and the dates of the page itself and of its dateline, which stand outside them."""
    paragraphs = [paragraph.span for paragraph in parsed.cleaned.paragraphs]
    claims = {claim.span for claim in parsed.cleaned.claims if claim.what in _OF_THE_PAGE and claim.span is not None}
    dateline = parsed.cleaned.dateline
    if dateline is not None and dateline.date is not None:
        claims.add(dateline.date)
    apart = [span for span in claims if not any(span.meets(paragraph) for paragraph in paragraphs)]
    return sorted([*paragraphs, *apart])


def _tell(memory: _Memory, place: Place, mention: Mention) -> None:
    """Resolves one mention, adds its row or refusal, and remembers it."""
    span = place.span
    sentence = _sentence(place)
    resolved = resolve(mention.shape, _setting(memory, place, sentence))
    printed = span.of(place.parsed.text)
    if resolved.why is not None:
        memory.refused.append(Refused(span=span, what="date", why=f"{' '.join(printed.split())}: {resolved.why}"))
    if resolved.value is None:
        return
    identity = f"d{len(memory.rows) + 1}"
    memory.rows.append(
        Date(
            id=identity,
            span=span,
            text=printed,
            type=mention.type,
            value=resolved.value,
            mod=mention.mod,
            edtf=resolved.edtf,
        )
    )
    if not (_is_near(mention.shape) and _is_quoted(memory, span)):
        _remember(memory, place, mention, resolved)


def _points(shape: Shape) -> bool:
    return isinstance(shape, Told) or (isinstance(shape, Same) and shape.firm)


def _is_near(shape: Shape) -> bool:
    """Whether it counts from the day on which it is said: "today", "this morning"."""
    day = shape.day if isinstance(shape, Clock) else shape
    return isinstance(day, Steps) and day.grain == "day" and not day.told


def _is_quoted(memory: _Memory, span: Span) -> bool:
    """Whether it stands in a quotation: a speaker's today need not be the report's."""
    at = bisect_right(memory.quoted, span.start, key=lambda quote: quote.start) - 1
    return at >= 0 and memory.quoted[at].holds(span)


def _sentence(place: Place) -> int:
    return place.parsed.sentence[place.tokens[0]] if place.tokens else 0


def _setting(memory: _Memory, place: Place, sentence: int) -> Setting:
    tense = direction(place.parsed, place.tokens) if place.tokens else 0
    ahead = isinstance(place.mention.shape, Told) and place.word(-1) in table("dates")["pulls"]["coming"]
    past = tense < 0 and not ahead and not (isinstance(place.mention.shape, Clock) and sentence == memory.told_in)
    told, told_in = (memory.gone, memory.gone_in) if past else (memory.told, memory.told_in)
    if sentence - told_in > (POINTED_AT if _points(place.mention.shape) else REMEMBERED):
        told = None
    compared = memory.compared if sentence - memory.compared_in <= COMPARED else None
    firm = isinstance(place.mention.shape, Beyond) or place.word(-1) in table("dates")["pulls"]["firm"]
    loose = bool(place.tokens) and through_noun(place.parsed, place.tokens)
    firm = firm or (not loose and bool(place.tokens) and is_bare(place.parsed, place.tokens))
    due = place.word(-1) in table("dates")["pulls"]["due"]
    back = sentence - told_in
    reach = sentence - (place.word(-1) in words("dates", "pulls", "due"))  # "by 6 a.m." in the sentence behind
    night = memory.night >= reach and {place.word(-at) for at in range(1, AHEAD + 1)}.isdisjoint(words("dates", "back"))
    return Setting(
        memory.published, tense, told, firm, compared, loose, memory.longer, back == 0, back <= 1, due, night
    )


def _remember(memory: _Memory, place: Place, mention: Mention, resolved: Resolved) -> None:
    if _is_longer(mention):
        memory.longer = True
    if resolved.period is None:
        return
    shape, sentence = mention.shape, _sentence(place)
    if isinstance(shape, _TOLD):
        memory.told, memory.told_in = resolved.period, sentence
        memory.night = sentence if isinstance(shape, Clock) and _is_late(shape) else -1
        if memory.published is None or resolved.period.first() <= memory.published:
            memory.gone, memory.gone_in = resolved.period, sentence
    earlier = isinstance(shape, Away | Frame | Back) or (isinstance(shape, Same) and shape.back)
    if resolved.period.grain == "quarter" and not earlier and _is_reported(memory, place, resolved.period):
        memory.compared, memory.compared_in = resolved.period, sentence
        memory.longer = False


def _is_late(shape: Clock) -> bool:
    return shape.time in ("TEV", "TNI") or (shape.time[1].isdigit() and shape.time >= EVENING)


def _is_reported(memory: _Memory, place: Place, quarter: Period) -> bool:
    """Whether figures may be told for it: it is over, or it has begun and no other one was told lately."""
    if any(place.word(-back) in table("dates")["asides"]["before"] for back in range(1, ASIDE + 1)):
        return False
    if memory.published is None or quarter.last() <= memory.published:
        return True
    alone = memory.compared is None or _sentence(place) - memory.compared_in > COMPARED
    return alone and quarter.first() <= memory.published


def _is_longer(mention: Mention) -> bool:
    """Whether figures may be told for it that are of more than a quarter: "the nine months"."""
    shape = mention.shape
    if not isinstance(shape, Length) or mention.cue != "length":
        return False
    return shape.unit == "month" and shape.amount in table("dates")["longer"]["months"]
