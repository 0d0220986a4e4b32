"""Gives the keys under which a report is looked up: two reports are compared if and only if they share one.

Stands alone because a key must be so specific that what shares it does not grow with the ledger.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.link.events.acts import acts
from sayso.link.misfits.tellers import tellers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.link.misfits.prepared import Prepared

WEEK, MONTH = 7, 28
RARE, KNOWN = 0.9, 0.3
"""Weight of a name that is a key by itself, and of one that is a key together with an act."""


def keys(side: Prepared) -> frozenset[str]:
    """Counted thing, place and week; runs of quoted words; names of an event and week; of a day; cited outlet, week."""
    return frozenset((*_figures(side), *_quotes(side), *_events(side), *_dates(side), *_cites(side)))


def weeks(day: int | None, length: int = WEEK) -> tuple[str, ...]:
    """The week of a day and the neighbour that it is nearer to, so that days up to half a week apart always meet."""
    if day is None:
        return ()  # what is of any time would meet everything
    week, rest = divmod(day, length)
    return (f"{length}-{week}", f"{length}-{week - 1 if rest < length / 2 else week + 1}")


def _figures(side: Prepared) -> Iterator[str]:
    for toll in side.tolls:
        passage = side.passage(toll.sentence)
        for place in passage.places or toll.sentence.names:
            for week in weeks(toll.as_of):
                yield f"figure:{toll.counted}:{place}:{week}"
        if toll.start is not None:
            told = (source.names for source in tellers(side, toll))
            for name in toll.sentence.names.union(*told):
                for month in weeks(toll.as_of, MONTH):
                    yield f"total:{name}:{month}"


def _quotes(side: Prepared) -> Iterator[str]:
    for quote in side.quotes:
        for run in quote.runs:
            yield f"quote:{run}"


def _events(side: Prepared) -> Iterator[str]:
    """Rare names of a report's first sentences, and others with the kinds of act told there."""
    names = sorted({name for one in side.told.lead for name in one.names})
    told = sorted({kind for one in side.told.lead for kind in acts(one.tokens)})
    for name in names:
        weight = side.told.weights.get(name, 0.0)
        marks = [name] if weight >= RARE else [f"{name}:{kind}" for kind in told] if weight >= KNOWN else []
        for mark in marks:
            for week in weeks(side.told.published):
                yield f"event:{mark}:{week}"


def _dates(side: Prepared) -> Iterator[str]:
    """Rare names of a day's clause with the act that is told, and its month: such a day is told again much later."""
    for one in side.dated:
        for name in one.names:
            if side.told.weights.get(name, 0.0) >= RARE:
                for act in one.classes:
                    for month in weeks(one.day.at, MONTH):
                        yield f"day:{name}:{act}:{month}"


def _cites(side: Prepared) -> Iterator[str]:
    for name in (*side.outlet, *(name for cite in side.cites for name in (*cite.names, *cite.issuer))):
        for week in weeks(side.told.published):
            yield f"outlet:{name}:{week}"
