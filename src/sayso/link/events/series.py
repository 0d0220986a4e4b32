"""Puts the figures that count one thing of one event in the order of time: who gave which number, for when.

Stands alone because it is arithmetic on the rows of readings: the terminal and the page draw what it gives.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Literal

from msgspec import structs

from sayso.lexicon import table
from sayso.link.actors.called import common_names
from sayso.link.actors.known import known_actors
from sayso.link.copies.alike import origins
from sayso.link.events.corrected import Corrected, Corrections
from sayso.link.events.occurring import Event, Events

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from sayso.ledger import FigureRow, Ledger
    from sayso.link.actors.known import Known
    from sayso.model import Bound, Figure, Reading

How = Literal["cumulative", "new", "unknown"]
"""Whether a count is a running total, what came on top of one, or nobody says."""

Dated = Literal["as of", "said", "published"]

REACH = 60
"""Characters before and after a figure in which words may say what kind of count it is."""
_DAY = 10
_CLAUSE = re.compile(r"[.!?;:\n]")


@dataclass(frozen=True, slots=True)
class Teller:
    """One report's figure that stands at a point: the report's id, the row, and the outlet (or the path)."""

    report: str
    row: str
    outlet: str


@dataclass(frozen=True, slots=True)
class Point:
    """One number by one source for one day.

    `when` is the day for which it is told, or else on which it was said or published (`dated` says which), null where
    none is known. `low` and `high` are the ends of what it may be, null where open. `independent` counts the tellers
    that are nobody's copy. `corrected`: what takes the number back, null where it stands; `corrects`: the wrong number
    that it puts right itself.
    """

    when: str | None
    dated: Dated | None
    source: str
    value: float | None
    low: float | None
    high: float | None
    bound: Bound
    text: str
    how: How
    tellers: tuple[Teller, ...]
    independent: int
    corrected: Corrected | None = None
    corrects: float | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """What is counted of which event, and its points in the order of time, those without a day last."""

    counted: str
    event: str | None
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    point: Point
    origin: object


def series(
    readings: Iterable[Reading],
    origin: Callable[[str], object] = str,
    wanted: Callable[[str, str], bool] = lambda _report, _row: True,
) -> tuple[Series, ...]:
    """The series of all figures that count something, by what they count and of which event; the fullest first.

    `origin` gives for a report's id what stands for all reports that copy one another (by default each stands alone).
    `wanted` says of a report's id and a figure's whether it is to be drawn; a number that puts a wanted one right is.
    """
    given = list(readings)
    put_right = Corrections(given)
    drawn = [
        structs.replace(reading, figures=tuple(_drawn(structs.replace(reading, figures=rows), wanted, put_right)))
        for reading in given
        for rows in [put_right.filled(reading)]
    ]
    events = Events(drawn)
    names = _names(given)
    found: dict[tuple[str, Event | None], list[_Told]] = defaultdict(list)
    for reading in drawn:
        report, rows = reading.report.id, {row.id: row for row in reading.figures}
        for figure in reading.figures:
            if figure.counted and figure.kind == "count" and (figure.low, figure.high) != (None, None):
                point = replace(
                    _point(reading, figure, names),
                    corrected=put_right.of(reading, figure, events),
                    corrects=put_right.puts_right(report, figure.id),
                )
                first = next((one for one in put_right.behind(report, figure.id) if one in rows), figure.id)
                event = events.of(report, rows[first])
                found[figure.counted, event].append(_Told(point, origin(report)))
    made = (
        Series(counted, event.name if event else None, tuple(_merged(points)))
        for (counted, event), points in found.items()
    )
    return tuple(sorted(made, key=lambda each: (-len(each.points), each.counted, each.event or "")))


def _drawn(reading: Reading, wanted: Callable[[str, str], bool], put_right: Corrections) -> Iterator[Figure]:
    """The figures of a reading that are wanted, and those that a correction of one of them names."""
    report = reading.report.id
    for row in wholes(reading):
        if any(wanted(report, one) for one in (row.id, *put_right.behind(report, row.id))):
            yield row


def kept_series(ledger: Ledger, rows: Iterable[FigureRow]) -> tuple[Series, ...]:
    """The series of some of a ledger's figures, with the reports that copy one another counted as one."""
    wanted: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.counted:
            wanted[row.report].add(row.id)
    readings = [ledger.show(report) for report in wanted]
    return series(readings, origins(readings).__getitem__, lambda report, row: row in wanted[report])


def wholes(reading: Reading) -> Iterator[Figure]:
    """The figures of a reading that are no part of another which counts the same, and no step of its series."""
    counted = {figure.id: figure.counted for figure in reading.figures}
    return (row for row in reading.figures if row.part_of is None or counted.get(row.part_of) != row.counted)


def _names(readings: Iterable[Reading]) -> dict[tuple[str, str], str]:
    """The names of those who tell a figure, by report and id: one name for one actor, however reports call it."""
    told: dict[tuple[str, str], Known] = {}
    for reading in readings:
        carriers = {figure.attribution for figure in reading.figures if figure.counted}
        speakers = {row.speaker for row in reading.attributions if row.id in carriers and row.speaker}
        known = known_actors(reading) if carriers else {}
        own = _publisher(reading)
        told.update({(reading.report.id, name): known[name] for name in speakers if name in known})
        if own and known and known[own].portfolios:
            told[reading.report.id, own] = known[own]
    return common_names(told)


def _publisher(reading: Reading) -> str | None:
    """The id of the actor that is the report's outlet."""
    outlet = reading.report.outlet
    return next((actor.id for actor in reading.actors if outlet and actor.name == outlet.name), None)


def _point(reading: Reading, figure: Figure, names: Mapping[tuple[str, str], str]) -> Point:
    report = reading.report
    carrier = next((row for row in reading.attributions if row.id == figure.attribution), None)
    outlet = report.outlet.name if report.outlet else report.path
    source = names.get((report.id, _publisher(reading) or ""), outlet)
    if carrier is not None:
        printed = carrier.source.text if carrier.source else "not named"
        source = names.get((report.id, carrier.speaker or "")) or printed
    days: tuple[tuple[Dated, str | None], ...] = (
        ("as of", figure.as_of),
        ("said", carrier.said if carrier else None),
        ("published", report.published),
    )
    dated, when = next(((name, day[:_DAY]) for name, day in days if day), (None, None))
    return Point(
        when=when,
        dated=dated,
        source=source,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        bound=figure.bound,
        text=figure.text,
        how=how_counted(report.text, figure),
        tellers=(Teller(report.id, figure.id, outlet),),
        independent=1,
    )


def _merged(found: Iterable[_Told]) -> Iterator[Point]:
    """Points that agree in everything but who prints them, as one."""
    same: dict[tuple[object, ...], list[_Told]] = defaultdict(list)
    for told in found:
        point = told.point
        marks = str(point.corrected or ""), str(point.corrects or "")
        ends = point.low or 0, point.high or 0, str(point.low)
        same[point.when or "~", point.source, *ends, point.how, *marks].append(told)
    for _key, tellings in sorted(same.items(), key=lambda item: item[0]):
        first = tellings[0].point
        tellers = tuple(sorted({told.point.tellers[0] for told in tellings}, key=lambda one: (one.report, one.row)))
        origins = len({told.origin for told in tellings})
        yield replace(first, tellers=tellers, independent=origins)


def how_counted(text: str, figure: Figure) -> How:
    """Whether the words in and around a figure, within its clause, tell of a running total or of what came on top."""
    if figure.since is not None:
        return "cumulative"
    before = _CLAUSE.split(text[max(0, figure.span.start - REACH) : figure.span.start])[-1]
    after = _CLAUSE.split(text[figure.span.end : figure.span.end + REACH])[0]
    around = f"{before}{text[figure.span.start : figure.span.end]}{after}"
    new, cumulative = _patterns()
    if new.search(_not_new().sub(" ", around[max(0, len(before) - REACH // 3) :])):
        return "new"
    return "cumulative" if cumulative.search(around) else "unknown"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    entries = table("series")
    return _any(entries["new"]["phrases"]), _any(entries["cumulative"]["phrases"])


@cache
def _not_new() -> re.Pattern[str]:
    return _any(table("series")["new"]["not"])


def _any(phrases: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted(phrases, key=len, reverse=True)
    spaced = (r"\s+".join(map(re.escape, each.split())) for each in ordered)
    return re.compile(rf"\b(?:{'|'.join(spaced)})\b", re.IGNORECASE)
