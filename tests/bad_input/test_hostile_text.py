"""Hostile text: no reading ends in a fault, and every row of it stands where its words are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sayso.model import to_json
from sayso.reading import read_original
from sayso.stages import Original

if TYPE_CHECKING:
    from conftest import Proof

LEAD = (
    'At least 12 people were wounded in Miren on 4 March 2024, the harbour directorate said. "We will reopen the '
    'quay," said Ilona Varga, its head.\n\n'
)
MARKS = "\"'\u2018\u2019\u201c\u201d\u201a\u201e\u2039\u203a\u00ab\u00bb`\u300c\u300d\uff02"
TEXTS = {
    "no full stop": LEAD
    + "the council said that three trucks of Miren were held by the guard and Varga denied it " * 60,
    "capitals": (LEAD * 4).upper(),
    **{
        f"unbalanced U+{ord(mark):04X}": LEAD + f"Varga said {mark}the road is shut. " * 20 + "\n\n" + LEAD
        for mark in MARKS
    },
    "only quotation marks": MARKS * 60,
    "emoji and astral characters": LEAD
    + "\U0001f469\u200d\U0001f467 said \U0001d510\U0001d526 \U0001f600 12 wounded. " * 20,
    "right to left": LEAD
    + "\u05d3\u05d5\u05d3 \u05db\u05d4\u05df said that \u0639\u0628\u062f \u0627\u0644\u0644\u0647 had \u202e12 trucks\u202c. "
    * 20,
    "digits": "4819 2 77 " * 300,
    "another language inside": LEAD
    + "Der Sprecher sagte am Montag, dass die Stra\u00dfe gesperrt bleibe und niemand verletzt worden sei.\n\n"
    + LEAD,
    "no such day": "The ministry said 10000000000000000000000 wounded on 30 February. " + LEAD,
    "first and last years": LEAD
    + "It was so on 4 March 0000, in the year 0, on 0000-01-01, on 31 December 9999, on 9999-12-31 and on 1/1/9999. "
    "A year before 1 January 0001 and a month after 31 December 9999 Varga said so. From 31 December 9999 to 1 January "
    "0001 the quay was shut for 99999999 years.",
    "a number of 10,000 digits": LEAD + "The directorate said " + "9" * 10_000 + " people were wounded.",
    "a number of 10,000 groups": LEAD + "The directorate said 1" + ",000" * 10_000 + " people were wounded.",
    "a spelled number without end": LEAD + "They counted " + "nine hundred million " * 500 + "wounded.",
    "a duration without end": LEAD + "The truce lasts " + "9" * 400 + " days, until " + "9" * 400 + " years ago.",
    "mixed Arabic-Indic digits": LEAD
    + "The directorate said 1\u0662\u06f3 people and \u0661\u0662\u066b\u0665 trucks were held on \u0664 March \u0662\u0660\u0662\u0664.",
    "superscripts and fractions": LEAD + "It counted 5\u00b2 wounded, \u00bd a truck, \u2167 boats and \u2461 quays.",
    "versions and ISBNs": LEAD
    + "Version 1.2.3.4 said 12.03.2024.5 of ISBN 978-3-16-148410-0 and ISBN 0-306-40615-2 at 192.168.0.1 on 1.2.3.",
    "zero width and controls": LEAD
    + "Var\u200bga\u00ad said\u2060 \x0112 peo\ufeffple\x7f were\x85 wounded\u2028in Miren. " * 10,
    "brackets": LEAD + "(" * 3000,
    "one word": "a" * 30_000,
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_is_read_and_placed(name: str, proven: Proof) -> None:
    """The text is kept as given, no stage meets a fault, JSON can carry it, and each row's words are at its place."""
    text = TEXTS[name]
    data = text.encode()
    reading = read_original(Original(data, "x.txt", charset="utf-8"))
    assert reading.report.status in {"read", "not-read"}, reading.report.why
    assert reading.report.text == text
    assert to_json(reading)
    rows = proven(reading, data, "utf-8")
    assert rows or LEAD not in text or reading.report.status == "not-read"


@pytest.mark.slow
def test_a_sentence_of_a_hundred_thousand_words_is_read(proven: Proof) -> None:
    """It costs what as many words in short sentences cost, and its rows are placed."""
    data = ("the council said that three trucks of Miren were held, " * 10_000).encode()
    reading = read_original(Original(data, "x.txt", charset="utf-8"))
    assert reading.report.status == "read", reading.report.why
    assert proven(reading, data, "utf-8")
