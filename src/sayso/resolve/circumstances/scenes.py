"""Tells the scene that a sentence goes on from: the place told of before it, or what it calls "the city".

Stands alone because this asks what a reader has in mind by then, and whether anything nearer speaks against it.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from sayso.resolve.terms import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.model import Date
    from sayso.resolve.circumstances.places import Place
    from sayso.stages import Parsed

BACK = 3
"""How many sentences a scene reaches; farther only where the report has told of no other."""
CALLED = 8
"""How many sentences before "the city" may have named it."""
MANY = 2
DAY = len("2000-01-01")


class Scenes:
    """What the sentences of a report say of where they are, by the places that they name."""

    def __init__(self, parsed: Parsed, places: dict[int, list[Place]], dates: Iterable[Date]) -> None:
        self.parsed = parsed
        self.places = places
        self.days = _days(parsed, dates)
        self.told = sorted(index for index, own in places.items() if any(map(_is_scene, own)))
        self.until = _until(places, self.told)
        self.countries = {place.name for own in places.values() for place in own if place.sort == "country"}
        self.known: dict[int, str | None] = {}

    def of(self, sentence: int) -> str | None:
        """The place that a sentence without one of its own goes on from; null where nothing tells."""
        if sentence not in self.known:
            self.known[sentence] = self._of(sentence)
        return self.known[sentence]

    def _of(self, sentence: int) -> str | None:
        low = {self.parsed.lower[t] for t in self.parsed.sentence_tokens(sentence)}
        if low & words("circumstances", "places", "elsewhere"):
            return None
        if low & words("circumstances", "events", "long"):
            return self._of_country(sentence, alone=bool(low & words("circumstances", "events", "wars")))
        called = self._called(sentence)
        return called or None if called is not None else self._before(sentence)

    def _of_country(self, sentence: int, *, alone: bool) -> str | None:
        """The country of what goes on for long: named in the sentence before, or if `alone` will do, the only one."""
        before = self.places.get(sentence - 1, ())
        if len(before) == 1 and before[0].sort == "country":
            return before[0].name
        return next(iter(self.countries)) if alone and len(self.countries) == 1 else None

    def _called(self, sentence: int) -> str | None:
        """The place that the sentence calls "the city": the last such; empty where it calls one that is not known."""
        lower = self.parsed.lower
        for token in self.parsed.sentence_tokens(sentence)[1:]:
            low = lower[token]
            if lower[token - 1] != "the":
                continue
            if low in words("circumstances", "places", "points") and lower[token - 2] in ("in", "to"):
                return ""
            if low in words("circumstances", "places", "wide"):
                return self._last(sentence, "country", "")
            if low in words("circumstances", "places", "narrow"):
                return self._last(sentence, "place", low)
        return None

    def _last(self, sentence: int, sort: str, kind: str) -> str:
        """The last place of a sort that is not called another kind, where it is the only one of its sentence."""
        for index in range(sentence - 1, max(-1, sentence - 1 - CALLED), -1):
            told = [place for place in self.places.get(index, ()) if place.sort == sort]
            named = {place.name for place in told if place.kind in ("", kind)}
            if named:
                return named.pop() if len(named) == 1 else ""
        return ""

    def _before(self, sentence: int) -> str | None:
        """The one scene of the nearest sentence before that has one; before all of them the dateline's."""
        at = bisect_left(self.told, sentence) - 1
        if at < 0:
            return self._of_dateline(sentence)
        index = self.told[at]
        told = [place for place in self.places[index] if _is_scene(place)]
        named = {place.name for place in told if place.sort == "place"} or {place.name for place in told}
        if any(place.listed for place in told):
            return None
        near = sentence - index <= BACK or self.until[at] <= named
        return named.pop() if len(named) == 1 and near and not self._other_day(sentence, index) else None

    def _of_dateline(self, sentence: int) -> str | None:
        """The dateline's place, but for a capital: agencies write from there of all that lies around."""
        line, first = self.parsed.cleaned.dateline, int(self.parsed.starts[self.parsed.sentences[sentence]])
        if line is None or line.place is None or first < line.span.start:
            return None
        name = line.place.of(self.parsed.text).split(",")[0].strip()
        return name if name and name.lower() not in words("places", "names", "capitals") else None

    def _other_day(self, one: int, two: int) -> bool:
        """Whether the first sentence is of a day, month or year that the second and the report's own day are not of."""
        published = self.parsed.cleaned.report.published or ""
        own = {day for day in self.days.get(one, ()) if not published.startswith(day)}
        other = self.days.get(two, frozenset())
        met = any(a.startswith(b) or b.startswith(a) for a in own for b in other)
        return bool(own) and not met and (bool(other) or any(len(day) < DAY for day in own))


def _is_scene(place: Place) -> bool:
    """Whether the sentences after it may go on from there."""
    return place.event and not place.origin and place.sort != "site"


def _until(places: dict[int, list[Place]], told: list[int]) -> list[set[str]]:
    """For each sentence that has a scene the places named up to it, of which two are enough."""
    named: set[str] = set()
    found = []
    for index in told:
        if len(named) < MANY:
            named = named | {place.name for place in places[index] if _is_scene(place) and place.sort == "place"}
        found.append(named)
    return found


def _days(parsed: Parsed, dates: Iterable[Date]) -> dict[int, frozenset[str]]:
    """The days, months and years that each sentence names."""
    found: dict[int, set[str]] = {}
    for date in dates:
        tokens = parsed.tokens_in(date.span)
        if len(tokens) and date.type in ("DATE", "TIME") and date.value[:1].isdigit():
            found.setdefault(parsed.sentence[tokens[0]], set()).add(date.value[:DAY])
    return {sentence: frozenset(days) for sentence, days in found.items()}
