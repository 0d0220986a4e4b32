"""What a report has from somebody, as words to look for in another: its content, and what is told beside it.

Stands alone because a claim is told over several sentences, and whether somebody may deny it shows in what stands near.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.check.clauses import holds
from sayso.lexicon import table
from sayso.link.misfits.quantities import shows
from sayso.link.misfits.sources import same_source
from sayso.link.misfits.spelling import stems_in, words_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.link.misfits.telling import Sentence, Telling
    from sayso.model import Attribution

_NEAR = 3


@dataclass(frozen=True, slots=True)
class Claim:
    """An attribution that asserts: the stems of its content, those of the sentences around that are attributed too.

    `disputed`: the cue doubts, the words accuse, or the report says near by that somebody denies or nobody could check.
    """

    row: Attribution
    sentence: Sentence
    tokens: tuple[str, ...]
    stems: frozenset[str]
    around: frozenset[str]
    name: str
    disputed: bool


def claims(told: Telling) -> tuple[Claim, ...]:
    """The claims of a report, in text order."""
    return tuple(_claims(told))


def _claims(told: Telling) -> Iterator[Claim]:
    actors = {actor.id: actor for actor in told.reading.actors}
    for row in told.reading.attributions:
        sentence = told.sentence(row.content.spans[0].start) if row.content.spans else None
        if row.kind != "speech" or row.act not in ("assert", "accuse") or sentence is None or sentence.head:
            continue
        own = told.speaker(row)
        if own is None or not own.names or row.speaker not in actors or shows(words_in(own.name)):
            continue
        near = [one for one in told.sentences if abs(one.at - sentence.at) <= _NEAR]
        beside = [
            other
            for one in near
            if abs(one.at - sentence.at) <= 1
            for other in one.rows
            if (teller := told.speaker(other)) is not None and same_source(own, teller).same
        ]
        stems = stems_in(row.content.text)
        # What somebody is blamed for is often told in the sentence before, by the report itself.
        deeds = [one for one in near if one.at == sentence.at - 1 and not one.rows and row.act == "accuse"]
        yield Claim(
            row=row,
            sentence=sentence,
            tokens=tuple(words_in(row.content.text)),
            stems=stems,
            around=stems.union(*(one.stems for one in deeds), *(stems_in(other.content.text) for other in beside)),
            name=actors[row.speaker].name,
            disputed=_disputed(row, near),
        )


def _disputed(row: Attribution, near: list[Sentence]) -> bool:
    if row.act == "accuse" or (row.cue is not None and row.cue.stance == "doubting"):
        return True
    return any(holds(one.tokens, table("between")["disputed"]["words"]) for one in near)
