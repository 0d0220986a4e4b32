"""Ages and birthdays against dates of birth told elsewhere in the report."""

from __future__ import annotations

import pytest
from tests.check.reports import findings


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "The 19-year-old Ados Brel won the race in Miren.\n\nBrel was born on 2 February 1990.",
            "Born on 2 February 1990, Brel was 31 on 10 March 2021; the text says the age of 19.",
        ),
        (
            "Ilda Varo celebrated her ninetieth birthday in Miren.\n\nShe was born at Orun in 1941.",
            "Born in 1941, Varo was 79 or 80 on 10 March 2021; the text says birthday number 90.",
        ),
        (
            "Ilda Varo was elected in 1999. She was aged 34.\n\nVaro was born in Orun in 1971.",
            "Born in 1971, Varo was 27 or 28 in 1999; the text says the age of 34.",
        ),
        (
            "Ilda Varo, the singer, died on 4 March 2021. She was 90.\n\nBorn on 15 October 1936, she sang in Orun.",
            "Born on 15 October 1936, Varo was 84 on 4 March 2021; the text says the age of 90.",
        ),
        (
            "Ilda Varo of Orun died on 4 March 2021, aged 64.\n\nVaro was born on 30 November 1958 in Miren.",
            "Born on 30 November 1958, Varo was 62 on 4 March 2021; the text says the age of 64.",
        ),
        (
            "A 33-year-old man was in court. Police named him as Ados Brel, born on 4 June 1980.",
            "Born on 4 June 1980, Brel was 40 on 10 March 2021; the text says the age of 33.",
        ),
    ],
)
def test_an_age_that_a_birth_does_not_give_is_found(text: str, why: str) -> None:
    """Name, pronoun and box at the end lead to one person."""
    assert [finding.why for finding in findings(text, "duration-mismatch")] == [why]


@pytest.mark.parametrize(
    "text",
    [
        "Ados Brel, 30, was born in 1990.",
        "Ados Brel, 31, was born in 1990.",
        "Ados Brel was born in 1990. His father, 70, won the race.",
        "Ados Brel was born on 2 February 1990. A 19-year-old, Ilda Varo, won the race.",
        "Ados Brel was born in 1990.\n\nHe was 19 when he came to Miren.",
        "Ados Brel was born in 1990.\n\n'The 19-year-old Brel will win,' the paper wrote in 2009.",
        "A 40-year-old man was in court. Police named him as Ados Brel, born on 4 June 1980.",
        "Ilda Varo died on 4 March 2021. She was 84.\n\nBorn on 15 October 1936, she sang in Orun.",
        "Ilda Brel, 19, won the race.\n\nAdos Brel was born in 1990.",
        "Ados Brel, 42, won the race.\n\nBrel was born in Miren to a smith, and his father died in 1991.",
    ],
)
def test_another_person_or_time_stays_quiet(text: str) -> None:
    """Kin, namesakes and ages of times that the text does not date are no finding."""
    assert findings(text, "duration-mismatch") == ()
