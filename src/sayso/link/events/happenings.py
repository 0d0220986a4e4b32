"""What a report tells that happened: its main happening first, then the others that it tells besides.

Stands alone because events across reports, and figures that belong to one event, need the same happenings. A happening
is made of sentences: those with an act of one class on one day. The main one is what the title and the first sentences
tell, and carries the words and names of the whole report, since whatever a report tells is told for its sake.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from datetime import date
from math import log
from typing import TYPE_CHECKING

from sayso.link.events.acts import act_of, root
from sayso.link.events.bags import Bag
from sayso.link.events.days import Day
from sayso.link.events.days import whole as whole_day
from sayso.link.events.tellings import Telling, tellings
from sayso.link.events.terms import rarity, terms
from sayso.parse.meaning import passage
from sayso.read.iso import ordinal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sayso.link.copies.words import Words
    from sayso.model import Figure, Reading, Span
    from sayso.parse.meaning import Vector

COMMON = 1.0
"""Words no rarer than this say nothing of what happened; names must be rarer still."""
COMMON_NAME = 2.0
MOST = 12
"""Happenings of one report besides the main one, the first ones told."""
_TITLE = 3.0
_BARS = re.compile(r"\s(?:[|«»]|::|[—–-])\s")
_LEAD = 5
_FIRST = 2


@dataclass(frozen=True, slots=True)
class Count:
    """A figure that belongs to a happening: its row, what it counts, and its bounds (null: none)."""

    id: str
    counted: str | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that a report tells to have happened.

    `number` is 0 for the main one. `spans`: the sentences that tell it. `act`: its class of act. `told`: the words that
    tell the act, in dictionary form. `title`: the words of the report's title. `lead`: the names of the first sentences
    that tell the act. `words`, `names`, `pairs` (two names in a row), `places`: weighted by how rare they are.
    `when`: the day that is told with the act; `days`: all days told with an act, of a main happening without any its
    report's; `own_days`: those of them on which no other act of its class is told. `published`: the report's day, an
    ordinal. `main`: the report's main happening, null where this is it. `meaning`: the vector of the words that tell
    the act.
    """

    report: str
    number: int
    spans: tuple[Span, ...]
    act: str | None
    told: Bag
    title: Bag
    lead: Bag
    words: Bag
    names: Bag
    pairs: Bag
    places: Bag
    when: Day | None
    days: tuple[Day, ...]
    own_days: tuple[Day, ...]
    participants: frozenset[str]
    figures: tuple[Count, ...]
    ages: frozenset[int]
    published: int | None
    main: Happening | None
    meaning: Vector = field(compare=False, repr=False)

    @property
    def id(self) -> tuple[str, int]:
        """What names it in a ledger: its report and its number."""
        return self.report, self.number


def happenings(reading: Reading) -> tuple[Happening, ...]:
    """The happenings of a report, the main one first; none where nothing was read."""
    parts = _parts(reading)
    if parts is None:
        return ()
    main = _main_of(reading, parts)
    rest = [(kind, group) for (kind, _), group in parts.others.items()][:MOST]
    return (main, *(_made(reading, kind, group, group, main, at) for at, (kind, group) in enumerate(rest, 1)))


def main_happening(reading: Reading, words: Words | None = None) -> Happening | None:
    """The main happening of a report; null where nothing was read. `words` are the report's, where they are known."""
    parts = _parts(reading, words)
    return _main_of(reading, parts) if parts is not None else None


def undated(one: Happening) -> Happening:
    """A happening as if no day had been told."""
    return replace(one, when=None, days=(), own_days=(), main=undated(one.main) if one.main is not None else None)


@dataclass(frozen=True, slots=True)
class _Parts:
    """The sentences of a report, those that tell its main act, and the others by act and day."""

    told: tuple[Telling, ...]
    act: str | None
    first: list[Telling]
    others: dict[tuple[str, Day], list[Telling]]


def _parts(reading: Reading, words: Words | None = None) -> _Parts | None:
    told = tellings(reading, words)
    title = _title(reading)
    if not any(one.terms for one in told) and not any(terms(title)):
        return None
    act, day = _main(told, title)
    first: list[Telling] = []
    others: dict[tuple[str, Day], list[Telling]] = {}
    for one in told:
        kind, when = _leading(one)
        if kind is None or when is None or day is None or not when.apart(day):
            first.append(one)
        else:
            others.setdefault((kind, when), []).append(one)
    return _Parts(told, act, first, others)


def _main_of(reading: Reading, parts: _Parts) -> Happening:
    again = {when for kind, when in parts.others if kind == parts.act}
    whole = _made(reading, parts.act, parts.first, parts.told, None)
    return replace(whole, own_days=tuple(day for day in whole.days if day not in again))


def told_at(reading: Reading, span: Span, main: Happening) -> Happening:
    """The happening that the words at `span` tell, with what their sentence says; numbered by its place in the text."""
    found = tuple(terms(reading.report.text, span.start, span.end))
    kind = next((act for term in found if (act := act_of(term.word)) is not None), None)
    group = [one for one in tellings(reading) if one.span.meets(span)]
    return _made(reading, kind, group, group, main, span.start + 1, tuple(term.word for term in found))


def of_figure(found: Sequence[Happening], figure: Figure) -> Happening | None:
    """The happening that a figure belongs to; null where none tells it."""
    return next((one for one in found if any(count.id == figure.id for count in one.figures)), None)


def _main(told: Sequence[Telling], title: str) -> tuple[str | None, Day | None]:
    """The class of act that title and text speak of most, and the day first told with it."""
    weights: dict[str, float] = defaultdict(float)
    for term in terms(title):
        if (act := act_of(term.word)) is not None:
            weights[act] += _TITLE
    for at, one in enumerate(told):
        for _, act in one.acts:
            weights[act] += 1 / (1 + at / _LEAD)
    main = min(weights, key=lambda act: (-weights[act], act), default=None)
    return main, _day_of(told, main)


def _day_of(group: Sequence[Telling], act: str | None) -> Day | None:
    """The day first told with an act of the class, else the first told; a month or year only where no day is."""
    leading = [_leading(one) for one in group]
    days = [when for kind, when in leading if kind == act and when is not None]
    days += [day for one in group for _, day in one.days]
    return next((day for day in days if day.day or day.weekday), days[0] if days else None)


def _leading(one: Telling) -> tuple[str | None, Day | None]:
    """The first act of a sentence, and the day that stands nearest to it."""
    if not one.acts:
        return None, None
    term, act = one.acts[0]
    near = min(one.days, key=lambda row: abs(row[0] - term.start), default=None)
    return act, near[1] if near else None


def _made(
    reading: Reading,
    act: str | None,
    group: Sequence[Telling],
    whole: Sequence[Telling],
    main: Happening | None,
    number: int = 0,
    said: tuple[str, ...] = (),
) -> Happening:
    """A happening told by `group`, with the words and names of `whole`; `said` are the words that tell it, if known."""
    heading = [term.word for term in terms(_title(reading))]
    words = Counter([*(term.word for one in whole for term in one.terms), *(() if main else 2 * heading)])
    first = [one for one in group if any(kind == act for _, kind in one.acts)][:_FIRST] or group[:_FIRST]
    acts = [root(word) for word in said or (term.word for one in first for term, kind in one.acts if kind == act)]
    rows = [reading.figures[row] for one in group for row in one.figures]
    spans = tuple(one.span for one in group)
    days = {day for one in whole if one.acts for _, day in one.days}
    published = ordinal(reading.report.published)
    if published is not None and not any(day.ordinal for day in days) and main is None:
        days.add(whole_day(date.fromordinal(published)))
    return Happening(
        report=reading.report.id,
        number=number,
        spans=spans,
        act=act,
        told=_weighted(acts, 0.0),
        title=_weighted(heading, COMMON),
        lead=_weighted((name for one in first for name in one.names), COMMON_NAME),
        words=Bag.of({word: (1 + log(count)) * (rarity(word) - COMMON) for word, count in words.items()}),
        names=_weighted((name for one in whole for name in one.names), COMMON_NAME),
        pairs=_pairs((pair for one in whole for pair in one.pairs), _speakers(reading)),
        places=_weighted((name for one in whole for name in one.places), COMMON_NAME),
        when=_day_of(group, act),
        days=tuple(sorted(days)),
        own_days=tuple(sorted(days)),
        participants=_participants(reading, spans, rows),
        figures=tuple(Count(row.id, row.counted, row.low, row.high) for row in rows if row.kind == "count"),
        ages=frozenset(int(row.value) for row in rows if row.kind == "age" and row.value is not None),
        published=published,
        main=main,
        meaning=passage(" ".join(acts)),
    )


def _weighted(words: Iterable[str], common: float) -> Bag:
    """Words by how often they stand there and how much rarer they are than `common`."""
    return Bag.of({word: (1 + log(count)) * (rarity(word) - common) for word, count in Counter(words).items()})


def _pairs(pairs: Iterable[str], speakers: frozenset[str]) -> Bag:
    """Two names in a row, by how rare both are; not a speaker's, who speaks of one event today and of another next."""
    kept = {pair for pair in pairs if not speakers.issuperset(pair.split())}
    return Bag.of({pair: sum(map(rarity, pair.split())) / 2 - COMMON_NAME for pair in kept})


def _speakers(reading: Reading) -> frozenset[str]:
    """The words of the names of all who are said to have said something, and of those who pass it on."""
    ids = {actor for row in reading.attributions for actor in (row.speaker, *row.chain)}
    names = (name for actor in reading.actors if actor.id in ids for name in (actor.name, *actor.aliases))
    return frozenset(term.word for name in names for term in terms(name))


def _participants(reading: Reading, spans: Sequence[Span], rows: Sequence[Figure]) -> frozenset[str]:
    """The actors that these sentences name, and the groups that their figures count."""
    named = {actor.name for actor in reading.actors if any(s.holds(m) for m in actor.mentions for s in spans)}
    return frozenset(named | {row.population for row in rows if row.population})


def _title(reading: Reading) -> str:
    """The title without the outlet's name and what it says of itself: the longest of the parts that bars divide."""
    return max(_BARS.split(reading.report.title or ""), key=len)
