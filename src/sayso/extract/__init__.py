"""The stage that finds attributions, figures, dates, wording and demands, each by an extractor that knows no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.stages import Extracted

if TYPE_CHECKING:
    from sayso.stages import Convention, Parsed


def extract(parsed: Parsed, convention: Convention | None = None) -> Extracted:
    """All that the five extractors find in one parsed report; `resolve` joins their rows.

    `convention` names the reading of vague words ("dozens") as numbers.
    """
    from sayso.extract import attributions, dates, demands, figures, wording

    dated = dates.extract(parsed)
    return Extracted(
        attributions=attributions.extract(parsed),
        figures=figures.extract(parsed, convention=convention),
        dates=dated.rows,
        demands=demands.extract(parsed),
        wording=wording.extract(parsed),
        refused=dated.refused,
    )
