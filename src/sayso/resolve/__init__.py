"""Resolves who speaks: the actors of one report, each attribution's speaker and chain, and all rows joined.

Stands alone because it is the one stage that looks across a whole report; it changes no span, it only says what belongs
together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from sayso.model import SCHEMA_VERSION, Reading
from sayso.resolve.actors import actor_rows, keep_mentions
from sayso.resolve.asking import asked
from sayso.resolve.chains import outlet_and_agencies
from sayso.resolve.circumstances import Surroundings, carried_on, placed_and_dated
from sayso.resolve.joins import join_demands, join_figures, join_wording
from sayso.resolve.speakers import Speakers
from sayso.resolve.statements import in_text_order, statement_rows
from sayso.resolve.walk import walk
from sayso.version import __version__

if TYPE_CHECKING:
    from sayso.model import Attribution
    from sayso.stages import Extracted, Parsed

__all__ = ["resolve"]


def resolve(parsed: Parsed, extracted: Extracted) -> Reading:
    """The reading of one report without findings: actors, and all rows with their joining fields filled in.

    No span is changed. A statement printed whole adds one attribution a paragraph; all attributions are then numbered
    anew in text order. Every id in a `speaker` or `chain` stands in `actors`. Time is near-linear in the length.
    """
    added = statement_rows(parsed, extracted.attributions)
    rows, whole = extracted.attributions, frozenset[int]()
    if added:
        rows, whole = in_text_order(rows, added)
    walked = walk(parsed, rows)
    outlet, agencies = outlet_and_agencies(parsed.cleaned, walked)
    speakers = Speakers(walked, outlet, agencies, whole)
    keep_mentions(walked)
    lead = [entity for entity in (outlet, *agencies) if entity is not None]
    ids, actors = actor_rows((entity for chain in (*speakers.chains, lead) for entity in chain), lead)
    surroundings = Surroundings(parsed, extracted.dates)
    filled = tuple(_filled(row, index, speakers, ids, rows, surroundings) for index, row in enumerate(rows))
    attributions = carried_on(parsed, filled)
    figures = join_figures(extracted.figures, attributions)
    demands = join_demands(parsed, extracted.demands, attributions, actors)
    return Reading(
        sayso=__version__,
        schema=SCHEMA_VERSION,
        report=parsed.cleaned.report,
        actors=actors,
        attributions=asked(parsed, attributions, demands),
        figures=placed_and_dated(parsed, figures, extracted.dates, attributions, surroundings),
        dates=extracted.dates,
        demands=demands,
        wording=join_wording(extracted.wording, attributions),
        refused=(*parsed.cleaned.refused, *extracted.refused),
    )


def _filled(
    row: Attribution,
    index: int,
    speakers: Speakers,
    ids: dict[int, str],
    rows: tuple[Attribution, ...],
    surroundings: Surroundings,
) -> Attribution:
    speaker = speakers.speakers[index]
    parent = speakers.parents[index]
    found = surroundings.of(row)
    return msgspec.structs.replace(
        row,
        speaker=None if speaker is None else ids[id(speaker)],
        chain=tuple(ids[id(entity)] for entity in speakers.chains[index]),
        said=row.said or found.said,
        place=row.place or found.place,
        addressee=row.addressee or found.addressee,
        inside=None if parent is None else rows[parent].id,
    )
