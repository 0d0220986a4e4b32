"""The stage that finds attributions, figures, dates, wording and demands, each by an extractor that knows no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.stages import Extracted

if TYPE_CHECKING:
    from sayso.stages import Parsed


def extract(parsed: Parsed) -> Extracted:
    """All that the five extractors find in one parsed report; `resolve` joins their rows."""
    from sayso.extract import attributions, dates, demands, figures, wording

    dated = dates.extract(parsed)
    return Extracted(
        attributions=attributions.extract(parsed),
        figures=figures.extract(parsed),
        dates=dated.rows,
        demands=demands.extract(parsed),
        wording=wording.extract(parsed),
        refused=dated.refused,
    )
