"""Puts the happenings of some readings into events, and gives each event a name that people can read.

Stands alone because it looks at a handful of readings at once and keeps nothing: which two happenings are one event is
`sayso.link.events.same`' business.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from sayso.link.events.groups import groups
from sayso.link.events.same import happenings, keys, of_figure, same_event

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sayso.link.events.groups import Id
    from sayso.link.events.happenings import Happening
    from sayso.model import Figure, Reading

MOST = 48
"""Happenings under one key that are all compared with one another; under a fuller key each is compared with these."""
_LONG = 72
_TOLD = "told in “{}”"
_WORDS, _MOST_WORDS = 3, 12
_NUMBER = re.compile(r"\d")
_YEAR = re.compile(r"\b\d{4}\b")


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, as several reports may tell it: a name, and the first day that it is told of."""

    name: str
    day: str | None


class Events:
    """The events that some readings tell of."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._readings = {reading.report.id: reading for reading in readings}
        self._told = {report: happenings(reading) for report, reading in self._readings.items()}
        wanted = {one.id: one for one in self._counting()}
        decisions = {pair: same_event(wanted[pair[0]], wanted[pair[1]]) for pair in _met(wanted.values())}
        self._event: dict[Id, Event] = {}
        for group in groups(wanted, decisions):
            event = self._named([wanted[one] for one in group])
            self._event.update(dict.fromkeys(group, event))

    def of(self, report: str, figure: Figure) -> Event | None:
        """The event that a figure is told of, null where the report tells of none."""
        told = of_figure(self._told[report], figure) or next(iter(self._told[report]), None)
        return self._event.get(told.id) if told is not None else None

    def _counting(self) -> Iterator[Happening]:
        """The happenings to which a figure belongs that counts something."""
        for report, reading in self._readings.items():
            told = self._told[report]
            for figure in reading.figures:
                if figure.counted and told:
                    yield of_figure(told, figure) or told[0]

    def _named(self, group: Sequence[Happening]) -> Event:
        """By the title of a report that is about it, else by that of one that tells of it, else by rare words."""
        days = sorted(str(day) for one in group for day in (one.when,) if day is not None)
        words = max(group, key=lambda one: (len(one.words.weights), one.id)).words.heaviest(_MOST_WORDS)
        told = self._title(group)
        name = (
            self._title(one for one in group if one.main is None)
            or (told and _TOLD.format(_short(told, _LONG - len(_TOLD) + 2)))
            or ", ".join([word for word in words if not _NUMBER.search(word)][:_WORDS])
        )
        return Event(_short(name) or "an event without a name", days[0] if days else None)

    def _title(self, group: Iterable[Happening]) -> str | None:
        """The title of the earliest report, one with a year in it (a bulletin's, a letterhead's) last."""
        reports = [self._readings[one.report].report for one in group]
        titled = ((report.published or "~", report.id, report.title) for report in reports if report.title)
        first = min(titled, key=lambda one: (_YEAR.search(one[2]) is not None, one), default=None)
        return first[2] if first else None


def _met(told: Iterable[Happening]) -> set[tuple[Id, Id]]:
    """The pairs that share a key, each once, the lesser first."""
    standing: dict[str, list[Id]] = defaultdict(list)
    for one in told:
        for key in keys(one):
            standing[key].append(one.id)
    pairs: set[tuple[Id, Id]] = set()
    for met in standing.values():
        ordered = sorted(met)
        pairs.update(combinations(ordered[:MOST], 2))
        pairs.update((keeper, other) for keeper in ordered[:MOST] for other in ordered[MOST:])
    return pairs


def _short(words: str, most: int = _LONG) -> str:
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
