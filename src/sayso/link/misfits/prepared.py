"""A report as the rules between reports want it: made once, and enough for every comparison.

Stands alone because it is what the rules share: each takes two of these and what the two have in common.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from sayso.check.corrections import taken_back
from sayso.link.events.acts import means
from sayso.link.events.passages import Passage, Reported
from sayso.link.misfits.cited import Cited, cited, outlet_names
from sayso.link.misfits.claims import Claim, claims
from sayso.link.misfits.dated import Dated, dated
from sayso.link.misfits.quotations import Quoted, quoted, spell
from sayso.link.misfits.sources import Source, publisher
from sayso.link.misfits.telling import Telling, telling
from sayso.link.misfits.tolls import Toll, tolls

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sayso.check.corrections import Correction
    from sayso.link.actors.known import Known
    from sayso.link.copies.words import Words
    from sayso.link.misfits.telling import Sentence
    from sayso.model import Reading


@dataclass(frozen=True)
class Prepared:
    """A reading prepared for comparing."""

    id: str
    told: Telling
    tolls: tuple[Toll, ...]
    quotes: tuple[Quoted, ...]
    cites: tuple[Cited, ...]
    outlet: frozenset[str]
    publisher: Source | None
    reported: Reported
    _passages: dict[int, Passage] = field(default_factory=dict, compare=False, repr=False)

    @property
    def order(self) -> tuple[str, str]:
        """By what two reports are put in order: their words first, so that it is the same wherever they are kept."""
        return self.text, self.id

    @property
    def reading(self) -> Reading:
        """The reading that it was made of."""
        return self.told.reading

    @property
    def text(self) -> str:
        """The report's text."""
        return self.told.text

    def publishes(self, source: Source | None) -> bool:
        """Whether a speaker is the body whose own report it is."""
        own = self.publisher
        return own is not None and source is not None and bool(source.names) and source.names <= own.names

    def passage(self, sentence: Sentence) -> Passage:
        """What a sentence tells of."""
        if sentence.at not in self._passages:
            self._passages[sentence.at] = self._passage(sentence)
        return self._passages[sentence.at]

    def _passage(self, sentence: Sentence) -> Passage:
        lead = self.told.lead
        return Passage(
            report=self.reported,
            places=sentence.places or frozenset(word for one in lead for word in one.places),
            own_places=bool(sentence.places),
            days=sentence.touched or frozenset(day for one in lead for day in one.touched),
            means=means(sentence.tokens).union(*(means(one.tokens) for one in lead)),
            everywhere=self.told.names,
            words={word: self.told.weights.get(word, 0.0) for word in sentence.stems},
        )

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """What it has from somebody; made when it is first compared, as most reports are with none."""
        return claims(self.told)

    @cached_property
    def taken_back(self) -> Mapping[str, Correction]:
        """The figures that it takes back, by their ids."""
        return taken_back(self.reading)

    @cached_property
    def dated(self) -> tuple[Dated, ...]:
        """The days on which it tells that something happened."""
        return dated(self.told)

    @cached_property
    def bags(self) -> tuple[frozenset[str], ...]:
        """The words of each sentence as those of quotes are compared."""
        return tuple(frozenset(spell(one.tokens)) for one in self.told.sentences)


def prepare(reading: Reading, words: Words | None = None, actors: dict[str, Known] | None = None) -> Prepared:
    """The reading as it is compared with others; `words` and `actors` are its report's, where they are known."""
    told = telling(reading, words, actors)
    return Prepared(
        id=reading.report.id,
        told=told,
        tolls=tolls(told),
        quotes=quoted(told),
        cites=cited(told),
        outlet=outlet_names(reading),
        publisher=publisher(reading),
        reported=Reported(reading, words),
    )
