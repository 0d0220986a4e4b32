"""When two dates are of one event, and when they may be of two."""

from __future__ import annotations

import pytest
from tests.check.reports import findings


@pytest.mark.parametrize(
    "text",
    [
        "The granary of Miren was hit on 4 March.\n\nNurses told us that the strike on the granary was on 2 March.",
        "The old bridge was opened in 1887.\n\nA plaque says that the bridge was opened on 2 September 1878.",
        "The council will hold a meeting on the harbour on 12 April.\n\nThe meeting on the harbour is on 21 April.",
    ],
)
def test_two_dates_of_one_event_are_found(text: str) -> None:
    """The same kind of event and the same thing or name, told twice with dates that can't both be."""
    assert len(findings(text, "date-conflict")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The granary of Miren was hit by two bombs on 4 March.\n\nThe mill of Tuli was bombed on 2 March.",
        "The granary of Miren was hit by two bombs on 4 March.\n\nAnother strike on the granary was on 2 March.",
        "The old bridge of Miren was opened in 1887.\n\nThe bridge was opened on 2 September 1887.",
        "The meeting on the harbour was to be on 12 April.\n\nThe meeting on the harbour was moved to 21 April.",
        "The council of Miren met on the harbour on 2 March.\n\nThe council will meet on the harbour on 2 April.",
        "Soldiers of Orun raided villages on 2 March.\n\nSoldiers raided villages on 4 March.",
    ],
)
def test_two_events_or_a_changed_date_stay_quiet(text: str) -> None:
    """Two places, another such event, a coarser date, a postponement and plurals are no conflict."""
    assert findings(text, "date-conflict") == ()
