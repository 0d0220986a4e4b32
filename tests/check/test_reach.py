"""Two tellings far apart in a long report are not held for one thing."""

from __future__ import annotations

import pytest
from tests.check.reports import findings

from sayso.reading import explained
from sayso.stages import Given, Original

ONE = "The granary of Miren was hit on 4 March."
OTHER = "Nurses told us that the strike on the granary was on 2 March."
BETWEEN = "The council of Orun spoke of wells, roads and wages, and nobody there had much to add. "


@pytest.mark.parametrize(("sentences", "told"), [(0, 1), (8, 1), (30, 0)])
def test_what_else_a_report_tells_counts_against_a_pair(sentences: int, told: int) -> None:
    """The same two dates: in a short report they do not fit, with much between them they may be of two strikes."""
    assert len(findings(f"{ONE}\n\n{BETWEEN * sentences}\n\n{OTHER}", "date-conflict")) == told


def test_neighbouring_sentences_are_compared_in_any_report() -> None:
    """What stands side by side is told of one thing, however long the rest."""
    assert len(findings(f"{ONE} {OTHER}\n\n{BETWEEN * 30}", "date-conflict")) == 1


def test_what_is_out_of_reach_is_explained() -> None:
    """It is let go with how far apart the two stand."""
    text = f"{ONE}\n\n{BETWEEN * 30}\n\n{OTHER}".encode()
    _, told = explained(Original(text, "granary.txt", given=Given(published="2021-03-06", language="en")))
    assert any("characters apart in a report of" in one.why for one in told)
