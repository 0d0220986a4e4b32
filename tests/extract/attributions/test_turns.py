"""Turns of transcripts and sources in brackets: forms of print without a verb of saying."""

from __future__ import annotations

import re

import pytest

from sayso.extract.attributions import extract
from sayso.model import Attribution, Report, Span
from sayso.parse import parse
from sayso.stages import Cleaned, Paragraph


def read(*paragraphs: str) -> tuple[Attribution, ...]:
    """The attributions of a report of `paragraphs`."""
    text = "\n\n".join(paragraphs)
    report = Report("sha256:0", None, "p", None, None, None, None, None, "en", "read", None, text, (), None)
    spans = [Span(*match.span()) for match in re.finditer(r"[^\n]+", text)]
    return extract(parse(Cleaned(report, (), tuple(map(Paragraph, spans)))))


def told(*paragraphs: str) -> list[tuple[str, str]]:
    """Source and content of the rows without a cue."""
    return [(r.source.text, r.content.text) for r in read(*paragraphs) if r.cue is None and r.source is not None]


def test_each_turn_of_a_transcript_is_a_row() -> None:
    """The label is the source, what follows the colon the words."""
    assert told(
        "Q: Is the ferry safe?", "MINISTER RELL: It is new.", "Q: Since when?", "MINISTER RELL: Since May."
    ) == [
        ("Q", "Is the ferry safe?"),
        ("MINISTER RELL", "It is new."),
        ("Q", "Since when?"),
        ("MINISTER RELL", "Since May."),
    ]


def test_a_turn_goes_on_over_paragraphs_to_the_next() -> None:
    """What follows the last turn is nobody's: the report may tell on."""
    rows = told(
        "THE CHAIR: Order.", "The house will sit again.", "MR OSTRAND: I object.", "THE CHAIR: Noted.", "It rained."
    )
    assert rows == [
        ("THE CHAIR", "Order. The house will sit again."),
        ("MR OSTRAND", "I object."),
        ("THE CHAIR", "Noted."),
    ]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Note: The ferry is new.", "Update: The ferry sank.", "Note: The harbour is closed."),
        ("Access: The road is open.", "Funding: None has come.", "Access: The bridge is shut."),
        ("Miren: Two houses burnt.", "Halden: One house burnt.", "Miren: The mill stands."),
        ("10:30: The gate opened.", "11:45: The gate shut."),
        ("The mayor has one wish: The road must open.", "The town has another: It must rain."),
    ],
)
def test_headings_notes_times_and_places_are_no_speakers(paragraphs: tuple[str, ...]) -> None:
    """A colon at a paragraph's head is a turn only behind somebody who can speak."""
    assert told(*paragraphs) == []


def test_a_source_in_brackets_says_the_sentence_before_it() -> None:
    """With "Source:" anywhere, without it at the end of a bullet where it names a body."""
    assert told(
        "The week was calm. Four boats came in. (Source: harbour office)",
        "- Two nurses left the clinic. (Nurses' Union)",
    ) == [("harbour office", "Four boats came in"), ("Nurses' Union", "Two nurses left the clinic")]


def test_a_gloss_in_brackets_is_no_source() -> None:
    """Numbers, ages and explanations stay what they are."""
    assert told("- Two men were hurt. (one badly)", "The ferry has 40 seats (30 of them new).") == []


def test_quotations_of_a_dialogue_are_rows_of_their_own() -> None:
    """A closed quotation in a paragraph of its own is another's turn, however short."""
    rows = read('"Did you sign it, Minister?" asked Ilva Tarn.', '"I sign many things."', '"And this?"')
    assert [row.content.text for row in rows] == [
        '"Did you sign it, Minister?"',
        '"I sign many things."',
        '"And this?"',
    ]


def test_many_blanks_behind_a_bracket_cost_no_time() -> None:
    """A bracket that ends nothing is looked at once, however much white space follows."""
    assert told("The quay is shut (harbour office)" + " " * 200_000 + "and the ferry waits.") == []
