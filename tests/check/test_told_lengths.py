"""Lengths told apart from the dates that they are between: of spells, lapses, anniversaries and numbered days."""

from __future__ import annotations

import pytest
from tests.check.reports import findings


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "The strike began on 2 February 2021.\n\nIt ended on 9 March 2021.\n\nThe three-week strike cost trade.",
            "2 February 2021 to 9 March 2021 is 35 days; the text says three-week (about 21 days).",
        ),
        (
            "Ados Brel was arrested in Miren in March 2017.\n\nHe has by now spent more than seven years in detention.",
            "March 2017 to 10 March 2021 is 1,440 to 1,470 days; the text says more than seven years (about 2,557 days).",
        ),
        (
            "The mill burnt on 28 January 2021. Three weeks later, on 4 March 2021, the barn burnt.",
            "28 January 2021 to 4 March 2021 is 35 days; the text says three weeks (about 21 days).",
        ),
        (
            "On 7 October 2020 the front launched an operation called Dawn, which ended on 3 December 2020, after 45 days.",
            "7 October 2020 to 3 December 2020 is 57 days; the text says 45 days.",
        ),
        (
            "The flood of August 1971 carried off the camp.\n\nPeople of Miren keep the fortieth anniversary of the flood.",
            "1971 to 2021 is 50 years; the text says fortieth anniversary.",
        ),
        (
            (
                "Ados Brel was arrested on 3 December 2020. He left the prison of Orun on 15 January 2021. He had spent 68 days"
                " in detention."
            ),
            "3 December 2020 to 15 January 2021 is 43 days; the text says 68 days.",
        ),
        (
            (
                "Ilda Varo will step down at the end of this month after nearly eleven years in the post. Varo was appointed"
                " in March 2017."
            ),
            "March 2017 to March 2021 is 1,431 to 1,491 days; the text says nearly eleven years (about 4,018 days).",
        ),
        (
            (
                "Orun lost power at 6.20am on 8 March 2021. All homes were reconnected at 4.50pm the same day, more than"
                " 14 hours after the lights went out."
            ),
            "06:20 on 8 March 2021 to 16:50 on 8 March 2021 is 10 hours; the text says more than 14 hours.",
        ),
        (
            "Ados Brel was arrested on 3 July 2020.\n\nBrel was released after 45 days in custody on 1 November 2020.",
            "3 July 2020 to 1 November 2020 is 121 days; the text says 45 days.",
        ),
        (
            "The curfew will last 10 days, from 5 April to 28 April 2021, the governor said.",
            "5 April to 28 April 2021 is 23 days; the text says 10 days.",
        ),
        (
            "From 5 April until 28 April 2021 the town will be under curfew for ten days, the governor said.",
            "5 April to 28 April 2021 is 23 days; the text says ten days.",
        ),
        (
            "The fair runs from 3 to 9 April. Over its 12 days 400 firms will show their goods.",
            "3 April 2021 to 9 April 2021 is 6 days; the text says 12 days.",
        ),
        (
            "MIREN, 10 March 2021\nDay 44 of the offensive\n\nThe army opened its offensive on 5 January 2021.",
            "5 January 2021 to 10 March 2021 is 64 days, so that is day 65; the text says day 44.",
        ),
    ],
)
def test_a_length_that_its_ends_do_not_give_is_found(text: str, why: str) -> None:
    """Ends in other sentences are tied to the length by what they begin and end."""
    assert [finding.why for finding in findings(text, "duration-mismatch")] == [why]


@pytest.mark.parametrize(
    "text",
    [
        "On 7 October 2020 the union launched a strike, which ended on 3 December 2020 after nine days of talks.",
        "On 7 October 2020 the union launched a strike; the talks ended on 3 December 2020 after nine days.",
        "The strike began on 2 February 2021. It ended on 9 March 2021. The five-week strike cost trade.",
        "The strike began on 2 February 2021. The strike ended on 9 March 2021. A second three-week strike is planned.",
        "Ados Brel was arrested in March 2017.\n\nHe has spent nearly four years in detention.",
        "The truce began on 2 February 2021 and ended on 9 March 2021. A two-week truce in 2019 had failed.",
        "The trial began on 2 February 2021 and ended on 9 March 2021, after ten days of hearings.",
        "The strike began on 2 February 2021 and ended on 9 March 2021. The union had asked for two weeks of leave.",
        "Ados Brel was arrested in March 2017.\n\nHe was sentenced to seven years in prison.",
        "She fell ill on 28 January 2021 and died on 11 February. Three weeks later, on 4 March 2021, it closed.",
        "The flood of August 1971 carried off the camp.\n\nThe club kept its fortieth anniversary.",
        "The flood of August 1971 carried off the camp.\n\nPeople of Miren keep the fiftieth anniversary of the flood.",
        "MIREN, 10 March 2021\nDay 65 of the offensive\n\nThe army opened its offensive on 5 January 2021.",
        "The strike began on 2 February 2021. On the second day of the strike, the shops ran out of bread.",
        "The trial began on 2 February 2021. On the ninth day of the trial the judge fell ill.",
        "Ados Brel was arrested on 3 September 2020. Dorian Vess was sent to prison for 19 years on 31 October 2020.",
        "The two towns have had a market since 1921, with a gap of seven years after the war.",
        "Rain fell from 6 p.m. on Friday to 3 a.m. on Saturday, a nine-hour storm.",
        (
            "Ados Brel was arrested on 3 December 2020 and left prison on 15 January 2021. Before that he had spent 68 days in"
            " detention."
        ),
        (
            "Ilda Varo will step down at the end of this month after eleven years with the zoo. Varo was appointed in March"
            " 2017."
        ),
        (
            "Ados Brel walked out of Orun prison on 2 October 2020. Brel was arrested on 23 January 2020 and was sentenced to"
            " eighteen months."
        ),
    ],
)
def test_a_length_that_fits_or_is_of_something_else_stays_quiet(text: str) -> None:
    """Rounding, a planned second spell, a sentence, another date and another event are no finding."""
    assert findings(text, "duration-mismatch") == ()
