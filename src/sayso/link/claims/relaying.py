"""Says through whom the words of an attribution came to its report, and from whom else the report had such words.

Stands alone because it looks at one reading only: whether a relay has told the same is the claim's business.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.link.claims.credited import credited
from sayso.resolve.terms import is_medium, names_medium

if TYPE_CHECKING:
    from sayso.model import Attribution, Reading


def relays(reading: Reading, row: Attribution) -> frozenset[str]:
    """The outlets and agencies through which the words came, the report's own outlet left out."""
    through = row.chain[:-1] if row.speaker is not None else row.chain
    return _others(reading, frozenset(through))


def leans_on(reading: Reading, row: Attribution) -> frozenset[str]:
    """Who may have relayed the words without being named beside them; nobody where the outlet itself was told them.

    These are who relayed other words of the speaker, the media that the report quotes, the speaker, and whoever stands
    as a credit at the report's head or foot.
    """
    names = {actor.id: actor.name for actor in reading.actors}
    own = reading.report.outlet.name if reading.report.outlet else None
    if own is not None and row.addressee is not None and names_medium(names.get(row.addressee, row.addressee), own):
        return frozenset()
    quoted = {each.speaker for each in reading.attributions if each.speaker and is_medium(names.get(each.speaker, ""))}
    beside = {
        actor for each in reading.attributions if each.speaker == row.speaker is not None for actor in each.chain[:-1]
    }
    return _others(reading, frozenset({*quoted, *beside, *filter(None, (row.speaker,))})) | credited(reading)


def _others(reading: Reading, actors: frozenset[str]) -> frozenset[str]:
    """The names of actors, the report's own outlet left out."""
    names = {actor.id: actor.name for actor in reading.actors}
    own = reading.report.outlet.name if reading.report.outlet else None
    return frozenset(names[actor] for actor in actors if own is None or not names_medium(names[actor], own))
