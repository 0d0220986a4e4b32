"""Reports that tempt to a finding and fit: lengths of a part, second events, other counts; texts of our own."""

from __future__ import annotations

import pytest

import sayso


@pytest.mark.parametrize(
    ("published", "text"),
    [
        (
            "2023-11-20",
            (
                "Ivo Grail was released on Saturday. He had been arrested on 4 July and was held for ten weeks in"
                " one cell before being moved."
            ),
        ),
        (
            "2022-03-07",
            (
                "The museum closed on 10 January. It was to reopen after four weeks, but visitors had to wait"
                " until Saturday, 5 March."
            ),
        ),
        (
            "2020-11-30",
            ("The war began on 27 September and ended on 10 November. The city of Varo was under fire for 31 days."),
        ),
        (
            "2024-02-19",
            (
                "She sailed from Miren on 6 January and reached Varo on 17 February, after 36 days at sea and six"
                " in port."
            ),
        ),
        ("2024-06-24", "Ana Brel was released on 11 June. She was arrested at home on 20 June over a second charge."),
        ("2022-07-18", "He left the party on 14 July after the vote. The vote on the budget is on 21 July."),
        ("2024-04-15", "The paper Weekly Tuesday, 12 April, carried the talk."),
        ("2025-01-27", "Among the 24 dead are 11 women, nine children and seven foreigners, the hospital said."),
        (
            "2023-08-28",
            (
                "Police said in the morning that six people had been killed. By the evening the hospital reported"
                " eleven killed."
            ),
        ),
        (
            "2021-03-01",
            (
                "Police said they had detained 120 protesters on Sunday. A rights group said 300 protesters had"
                " been detained since Friday."
            ),
        ),
        ("2021-07-19", "The bridge was hit on Tuesday. On Thursday engineers trying to mend the bridge were hit."),
        ("2031-03-06", "Resolution 74 established the 20 March as the International Day of Bread."),
        (
            "2031-03-06",
            "We held successful local elections in the run-up to the planning of the national vote in 2033.",
        ),
        (
            "2031-03-06",
            (
                "Our plants now cover only 20 percent of the demand, with the aim of covering 33 percent by 2040 and"
                " 50 percent by 2050, and the rest is bought."
            ),
        ),
        (
            "2031-03-06",
            "On the knocks of Shan Gill (92), Vir Kohl (88) and Shrey Iyer (82 off 56) they made 357 for 8.",
        ),
        ("2025-09-29", "The bank was robbed on 3 September. On 10 September the bank's other branch was robbed."),
    ],
)
def test_what_tempts_and_fits_stays_quiet(published: str, text: str) -> None:
    """A part of a length, a plan, a second event, another place, time or group are no finding."""
    assert sayso.read_text(text, published=published, language="en").findings == ()


@pytest.mark.parametrize(
    ("published", "text", "kind"),
    [
        (
            "2025-04-11",
            "Our comrades have been on hunger strike since 17 March. On this thirty-eighth day they greet you.",
            "duration-mismatch",
        ),
        (
            "2024-04-30",
            "THIRTY YEARS OF FREE RADIO\n\nRadio Varo went on the air on 30 April 1999.",
            "duration-mismatch",
        ),
        (
            "2024-11-06",
            "With all 120 seats decided, the Liberals have 52, the Farmers 39, the Greens 17 and the List 14.",
            "sum-mismatch",
        ),
        (
            "2024-02-20",
            (
                "A drone hit a tea house. The police chief, Abo Nor, said 17 people had been killed in the strike."
                "\n\nThe hospital's director, Dr Amir Ola, put the dead at 23."
            ),
            "figure-conflict",
        ),
        (
            "2024-09-14",
            (
                "The typhoon made landfall on 7 September near Miren. Lessons have been suspended since the landfall"
                " of the typhoon on 9 September."
            ),
            "date-conflict",
        ),
    ],
)
def test_what_does_not_fit_is_found_in_other_words(published: str, text: str, kind: str) -> None:
    """What begins, ends, befalls or is counted is told in other words than the rest of the finding."""
    assert [one.kind for one in sayso.read_text(text, published=published, language="en").findings] == [kind]


def test_the_first_and_the_second_of_several_have_days_of_their_own() -> None:
    """Two suspects, arrested on two days."""
    text = (
        "Two boys were charged with arson at Miren. The first suspect, a boy of 15, was arrested on Monday, 9 January 2017."
        "\n\nThe second, a boy of 17, was arrested on Friday, 13 January 2017, the police said."
    )
    assert not sayso.read_text(text, published="2017-01-16", language="en").findings
