"""Finds where a figure is counted: of all names of places in the report the one that the most speaks for.

Stands alone because the place is what makes two counts comparable or not, and a wrong one is worse than none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.lexicon import words
from sayso.lexicon.weighing import odds
from sayso.resolve.circumstances.mentions import gathered
from sayso.resolve.circumstances.standing import Standing, befalls, noun_of, size_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.model import Attribution, Date, Figure
    from sayso.stages import Parsed

LEAST = 0.5
"""Log odds from which a place is told (docs/decisions/places.md has the table)."""


def placed(
    parsed: Parsed, figures: Sequence[Figure], dates: Sequence[Date], rows: Sequence[Attribution]
) -> list[str | None]:
    """Of each figure the place as printed; of one that names none that of the figure it is a part of."""
    found = _Choice(parsed, Standing(parsed, figures, dates, gathered(parsed, rows)))
    own = {figure.id: found.of(figure) for figure in figures}
    return [own[figure.id] or (own[figure.part_of] if figure.part_of is not None else None) for figure in figures]


class _Choice:
    """The choice between the names of a report; names elsewhere are weighed once for all counts alike of a sentence."""

    def __init__(self, parsed: Parsed, standing: Standing) -> None:
        self.parsed = parsed
        self.standing = standing
        self.known: dict[tuple[int, bool, bool, bool, int], tuple[float, str]] = {}

    def of(self, figure: Figure) -> str | None:
        """The place of a figure, as printed; null where no name has enough that speaks for it."""
        of_text = figure.unit is not None and figure.unit in words("circumstances", "places", "pages")
        noun = noun_of(self.parsed, figure) if figure.kind == "count" and not of_text else None
        if noun is None:
            return None
        best = max(*self._here(figure, noun), self._elsewhere(figure, noun), (-1.0, ""), (-1.0, ""))
        return self.standing.names.known[best[1]].name if best[0] > LEAST else None

    def _here(self, figure: Figure, noun: int) -> Iterator[tuple[float, str]]:
        for key in self.standing.possible_here(figure, noun):
            yield odds(self.standing.here(figure, noun, key), "counted_here"), key

    def _elsewhere(self, figure: Figure, noun: int) -> tuple[float, str]:
        sentence = self.parsed.sentence[noun]
        alike = sentence, befalls(figure), figure.unit == "person", figure.value == 1, size_of(figure)
        if alike not in self.known:
            others = self.standing.possible_elsewhere(sentence)
            evidence = (self.standing.elsewhere(figure, sentence, key) for key in others)
            weighed = ((odds(found, "counted_elsewhere"), key) for found, key in zip(evidence, others, strict=True))
            self.known[alike] = max(weighed, default=(-1.0, ""))
        return self.known[alike]
