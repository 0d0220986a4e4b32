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


@pytest.mark.parametrize(
    "text",
    [
        "The truce with Tarsk came into force on 2 March.\n\nSince the truce began on 4 March, it has been broken twice.",
        "Police said that Mira Danek was detained on 4 March.\n\nHer lawyer said that his client was arrested on 2 March.",
        "Lukas Arden died on 4 March, his family said.\n\nArden's death on 2 March was the end of an age, Orun said.",
        "The ferry Alda sank off Cape Torrin on 2 March.\n\nThe sinking of the Alda on 4 March was the worst for years.",
        "Two tankers collided off Port Marrin on 2 March.\n\nThe owner said the collision happened on 4 March in fog.",
        "Kellan Motors was founded in 1951 by two brothers.\n\nAbout Kellan Motors\nFounded: 1961\nEmployees: 14,000",
        "The strike at Marvane Steel began on 2 March.\n\nThe company has lost millions since the walkout started on 4 March.",
        'Mount Ulu erupted on 2 March.\n\nA guide said: "I was on the slope when the volcano erupted on 4 March."',
        "Ana Sorel won the Brandt Prize on 1 March.\n\nSorel, who received the prize on 8 March, teaches in Miren.",
        "The ferry ran aground near Port Miren on 2 March.\n\nIn fog the ferry ran aground near Port Miren on 4 March.",
    ],
)
def test_a_second_telling_in_other_words_is_of_the_same_event(text: str) -> None:
    """What is taken for known, told by another voice, or done but once is told again, and not news."""
    assert len(findings(text, "date-conflict")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Police said Mira Danek was detained on 4 March.\n\nHer colleague Pavel Rost was arrested on 2 March, his lawyer said.",
        "Kellan Motors was founded in 1951.\n\nIts subsidiary Kellan Finance was founded in 1961.",
        "The council met on 2 March and heard the mayor.\n\nThe council met on 4 March and heard the police chief.",
        "Klein was charged with fraud on 2 March.\n\nHis lawyer said that Klein was charged with perjury on 4 March.",
        "Mayor Otto Brandis was taken into custody on 2 March.\n\nThe council has met since the arrest of his deputy on 4 March.",
        "The truce that began on 2 February ended on 2 March.\n\nA new truce began on 4 March, mediators said.",
        "Tarsk tested a missile on 2 March.\n\nThe army of Orun said the missile tested on 4 March flew 800 km.",
        "The line was closed between Dell and Orra on 2 March.\n\nThe line was closed between Orra and Tarn on 4 March.",
        "The minister visited the flood area on 2 March.\n\nThe prime minister visited the flood area on 4 March.",
        "Schools in Tull were closed on 2 March for snow. They were closed on 4 March, the mayor said.",
        "A man was shot in Miren on 4 March.\n\nThe death, which the coroner confirmed, occurred on 5 March.",
        "The shooting in Miren happened on 4 March.\n\nIlda Varo, 19, was shot dead on 2 March.",
        "Police are looking for a man after a girl was shot on 4 March.\n\nA boy was shot on 2 March.",
        "4 March: A guard was shot at the mill.\n\n2 March: Ilda Varo was shot at the ford.",
        "The fair in Miren opened on 4 March.\n\nA man opened fire on the guests of the fair on 2 March.",
        "Ados Brel was shot on 4 March.\n\nNo one is held over the shooting Sunday night, police said.",
    ],
)
def test_what_is_told_as_news_or_befell_others_stays_quiet(text: str) -> None:
    """Other persons, things, doers and charges, an end after a beginning, and what the outlet tells as new."""
    assert findings(text, "date-conflict") == ()
