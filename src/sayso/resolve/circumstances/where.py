"""Finds where a figure is counted: the place of its sentence that stands nearest in syntax, else its scene.

Stands alone because the place is what makes two counts comparable or not, and each part of this asks for the next.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

from sayso.resolve.circumstances.places import Place, clause_of, places
from sayso.resolve.circumstances.scenes import Scenes
from sayso.resolve.terms import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.model import Attribution, Date, Figure
    from sayso.stages import Parsed

STEPS = 8
MOST = 16
"""How many places of a sentence before and after a figure are looked at."""
LED = 3
"""How many words lead from a count to the place right behind it ("in the town of")."""
TELLING = 3
"""From this number on two counts of one kind in a report are taken for one."""
BELOW, SAME, NEXT, FAR = range(4)
"""How a place stands to a figure: below its noun, in its clause, in the clause next to it, farther in the sentence."""


def placed(
    parsed: Parsed, figures: Sequence[Figure], dates: Sequence[Date], rows: Sequence[Attribution]
) -> list[str | None]:
    """Of each figure the place as printed; one that names none has that of its whole, or of the same number again."""
    found = _Figures(parsed, figures, dates, rows).places()
    again: defaultdict[tuple[str, float], set[str]] = defaultdict(set)
    for figure in figures:
        if (place := found[figure.id]) is not None and (same := _same(figure)) is not None:
            again[same].add(place)
    filled = []
    for figure in figures:
        told = again.get(_same(figure) or ("", 0), set())
        whole = found[figure.part_of] if figure.part_of is not None else None
        filled.append(found[figure.id] or whole or (next(iter(told)) if len(told) == 1 else None))
    return filled


def _same(figure: Figure) -> tuple[str, float] | None:
    """What is counted and the number, where a report that prints it twice means the same count."""
    if figure.counted is None or figure.value is None or figure.value < TELLING or figure.part_of is not None:
        return None
    return figure.counted, figure.value


class _Figures:
    """The figures of a report beside the places of their sentences."""

    def __init__(
        self, parsed: Parsed, figures: Sequence[Figure], dates: Sequence[Date], rows: Sequence[Attribution]
    ) -> None:
        self.parsed = parsed
        self.figures = figures
        self.named = places(parsed, rows)
        self.scenes = Scenes(parsed, self.named, dates)
        self.nouns = {noun: figure for figure in figures if (noun := self._noun(figure)) is not None}

    def places(self) -> dict[str, str | None]:
        """The place of each figure by its id, as far as its own sentence and the scene say."""
        return {figure.id: self._place(figure) if figure.kind == "count" else None for figure in self.figures}

    def _noun(self, figure: Figure) -> int | None:
        """The noun counted, where it follows its number, else the number's last word."""
        noun = figure.noun.span if figure.noun is not None and figure.noun.span.start >= figure.span.start else None
        tokens = self.parsed.tokens_in(noun or figure.span)
        return tokens[-1] if len(tokens) else None

    def _place(self, figure: Figure) -> str | None:
        noun = self._noun(figure)
        if noun is None:
            return None
        sentence = self.parsed.sentence[noun]
        here = self.named.get(sentence, [])
        at = bisect_left(here, noun, key=lambda place: place.head)
        own = self._nearest(figure, noun, here[max(0, at - MOST) : at + MOST])
        if own is not None or figure.counted not in words("circumstances", "events", "counted"):
            return own
        alone = here[0].name if len(here) == 1 and not here[0].origin and self._owner(here[0]) is None else None
        return self.scenes.of(sentence) or alone

    def _nearest(self, figure: Figure, noun: int, here: Sequence[Place]) -> str | None:
        """The place of the sentence that stands nearest to the figure, in syntax first."""
        ranked = []
        for place in here:
            stand = self._stand(figure, noun, place)
            if stand is not None:
                ranked.append((stand, stand > SAME and place.head > noun, abs(place.head - noun), place.name))
        if not ranked:
            return None
        stand, _, _, name = min(ranked)
        sure = stand < FAR or len({found[-1] for found in ranked}) == 1
        return name if sure and (stand <= SAME or figure.counted is not None) else None

    def _stand(self, figure: Figure, noun: int, place: Place) -> int | None:
        """How near the place stands to the figure; null where it is not the figure's."""
        own = self.parsed.tokens_in(figure.span)
        if place.head in own or (place.origin and figure.counted not in words("circumstances", "events", "leaving")):
            return None
        if self._follows(own[-1] if own else noun, noun, place):
            return BELOW
        owner = self._owner(place)
        if owner is not None:
            part = self.nouns[owner].part_of == figure.id
            return BELOW if owner == noun else None if part else FAR
        stand = min(SAME + self._apart(clause_of(self.parsed, noun), place.clause), FAR)
        return None if stand == FAR and place.sort == "country" else stand

    def _follows(self, last: int, noun: int, place: Place) -> bool:
        """Whether the place stands right behind the count: "killed 21 in Tarn, 36 in North Orlo and seven in Miren"."""
        after = max(last, noun) + 1
        here = place.first - after
        leads = after < len(self.parsed) and self.parsed.lower[after] in words("circumstances", "places", "plain")
        return leads and 0 < here <= LED and not any(self.parsed.tags[t] == "," for t in range(after, place.first))

    def _owner(self, place: Place) -> int | None:
        """The counted noun above the place, before any verb that is not told of that noun alone."""
        at = place.head
        for _ in range(STEPS):
            if at in self.nouns:
                return at
            above = int(self.parsed.heads[at])
            if above == at or (self.parsed.tags[at][:2] == "VB" and self.parsed.deps[at] not in ("acl", "relcl")):
                return None
            at = above
        return None

    def _apart(self, one: int, two: int) -> int:
        """How many clauses lie between two verbs, where one is above the other; many where neither is."""
        for low, high in ((one, two), (two, one)):
            at = low
            for step in range(STEPS):
                if at == high:
                    return step
                above = int(self.parsed.heads[at])
                if above == at:
                    break
                at = clause_of(self.parsed, above)
        return STEPS
