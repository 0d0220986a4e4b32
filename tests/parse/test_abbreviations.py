"""Where no sentence ends, though a full stop stands there."""

from __future__ import annotations

import pytest
from tests.parse.test_parse import parsed


@pytest.mark.parametrize(
    "text",
    [
        "At 9:54 a.m. the suspect gave the order to launch two missiles.",
        "At 10 A.M. the court sat.",
        "At about 3 p.m. Miren time the missiles fell.",
        "At 10 p.m. President Rell spoke to the nation.",
        'The raid at 5 a.m. "was an error", he said.',
        "Sgt. Maj. Ana Rell said so.",
        "Pvt. Ola Sund and Cpl. Ida Roe died.",
        "The court, acc. to the report, did not answer.",
        "The council said that Capt. Ida Roe was among 12 dead, incl. two officers.",
        "School No. 5 was hit.",
        "The mayor said approx. 30 people died.",
    ],
)
def test_a_shortened_word_ends_no_sentence(text: str) -> None:
    """What goes on without a capital, with a name behind a rank or with a number is one sentence."""
    assert len(parsed(text).sentences) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The train left at 6 p.m. The mayor was on it.",
        "It weighed 300 kg. Police took it away.",
        "The answer was no. Five people left.",
        "He had food, water, etc. The mayor left.",
    ],
)
def test_a_shortened_word_may_end_a_sentence(text: str) -> None:
    """A new sentence begins with a capital behind what could end one."""
    assert len(parsed(text).sentences) == 2


def test_a_paragraph_begins_a_sentence_whatever_stands_before() -> None:
    """A line that ends with a shortened word does not run into the next."""
    text = "Open until 9 p.m.\n\nthe mayor said so."
    assert len(parsed(text, (0, 17), (19, len(text))).sentences) == 2
