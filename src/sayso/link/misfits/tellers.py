"""Says who may have told a count that a report tells in its own voice: who issues the report, or whom it just cited.

Stands alone because a ministry's bulletin and a paper's story on it name no source in the sentence that has the number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.link.misfits.sources import same_source
from sayso.link.misfits.spelling import words_in
from sayso.resolve.terms import is_medium

if TYPE_CHECKING:
    from sayso.link.misfits.prepared import Prepared
    from sayso.link.misfits.sources import Source
    from sayso.link.misfits.tolls import Toll

BEFORE = 4
"""Sentences before a count in which who told it may be named."""


def tellers(side: Prepared, toll: Toll) -> tuple[Source, ...]:
    """Who may have told a count: its source, else the body that issues the report, else who speaks shortly before."""
    if toll.source is not None:
        return (toll.source,)
    issuer = issued_by(side)
    if issuer is not None:
        return (issuer,)
    near = [one for one in side.told.sentences if 0 <= toll.sentence.at - one.at <= BEFORE]
    speakers = {row.speaker: side.told.speaker(row) for one in near for row in one.rows}
    return tuple(source for source in speakers.values() if source is not None)


def given_by(side: Prepared, toll: Toll) -> tuple[Source, ...]:
    """Whose a count is that an outlet tells itself: of who tells that number elsewhere in it, or is named beside it.

    "Toll rises to 41 ... has risen to 41, the ministry said"; "... the ministry said. The ministry had given 37."
    """
    if toll.source is not None:
        return (toll.source,)
    same = (one for one in side.tolls if one.counted == toll.counted and one.figure.value == toll.figure.value)
    told = [one.source for one in same if one.source is not None]
    near = (source for source in tellers(side, toll) if not source.known.person)
    return (*told, *(source for source in near if toll.sentence.words.issuperset(words_in(source.name)[-1:])))


def issued_by(side: Prepared) -> Source | None:
    """The body that publishes a report of its own, which is no medium."""
    outlet = side.reading.report.outlet
    return None if outlet is None or is_medium(outlet.name) else side.publisher


def issued_and_cited(a: Prepared, one: Toll, b: Prepared, two: Toll) -> bool:
    """Whether the one count stands in a body's own report, and the other where that body is cited, or the reverse."""
    return _cites(a, one, b, two) or _cites(b, two, a, one)


def _cites(issuing: Prepared, count: Toll, citing: Prepared, other: Toll) -> bool:
    issuer = issued_by(issuing)
    if issuer is None or count.source is not None or issued_by(citing) is not None:
        return False
    return any(source.names & issuer.names and same_source(issuer, source).same for source in tellers(citing, other))
