"""Whole-document statements and speeches: each paragraph is an attribution without cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sayso import read_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Told


SPEECH = (
    "Mr. President,\nOn behalf of my Government I thank you for the honour of speaking before this Assembly today.\n"
    "We believe that the rivers belong to all of us, and we will keep our word.\nI say to our neighbours that our door is open."
)


def test_a_statement_gives_one_row_a_paragraph(read: Callable[..., Told]) -> None:
    """Each paragraph after the line that names the speaker is theirs, with the outlet before them in the chain."""
    found = read(
        "The following remarks were made by {k:statement|Ana Rell}, the mayor of Miren.\nThe dam is safe.\nThe town can sleep well tonight.",
        outlet="Miren Post",
    )
    assert [row.content.text for row in found.reading.attributions] == [
        "The dam is safe.",
        "The town can sleep well tonight.",
    ]
    assert all(row.cue is None for row in found.reading.attributions)
    assert found.chain(2) == ["Miren Post", "Ana Rell"]


def test_rows_found_within_a_statement_are_inside_its_paragraphs(read: Callable[..., Told]) -> None:
    """A quoted other within the statement came through its speaker; ids follow the text."""
    found = read(
        "The following remarks were made by {k:statement|Ana Rell}.\nThe dam is safe.\n{s|The ministry} {c|says} {q|the gate is new}.",
    )
    assert [row.id for row in found.reading.attributions] == ["a1", "a2", "a3"]
    assert found.row(3).inside == "a2"
    assert found.chain(3) == ["Ana Rell", "ministry"]


def test_a_speech_is_known_by_its_address_and_first_person(read: Callable[..., Told]) -> None:
    """Without a line that names anybody the speaker is the byline's, and the forms of address are no row."""
    found = read(SPEECH, byline="Ana Rell")
    assert len(found.reading.attributions) == 3
    assert set(found.speakers) == {"Ana Rell"}


def test_a_speech_by_nobody_named_has_no_speaker(read: Callable[..., Told]) -> None:
    """An unknown speaker is null and the chain ends with the outlet."""
    found = read(SPEECH, outlet="Miren Post")
    assert set(found.speakers) == {None}
    assert found.chain(1) == ["Miren Post"]


def test_a_report_is_no_speech(read: Callable[..., Told]) -> None:
    """A report that quotes somebody saying "we" adds no rows."""
    text = '{s|Ana Rell} {c|said}: {q|"We thank you on behalf of all of us."}\nThe town has a new dam, and it was built in May.'
    assert len(read(text, byline="Tom Ostrand").reading.attributions) == 1


LETTER = "We buried nine of our people on Monday.\nWe hold the ministry responsible, and we ask for an inquiry."


def test_what_a_body_publishes_in_its_own_voice_is_its_statement(read: Callable[..., Told]) -> None:
    """A front, a council or a union that says "we" is the speaker of each paragraph."""
    found = read(LETTER, outlet="Front for Free Norr")
    assert [row.mode for row in found.reading.attributions] == ["indirect", "indirect"]
    assert found.speakers == ["Front for Free Norr"] * 2


def test_the_holder_of_an_office_speaks_where_it_says_i(read: Callable[..., Told]) -> None:
    """An "Office of the Governor" publishes the governor's words."""
    found = read(
        "I ask you to stay at home.\nI will speak to you again on Monday.", outlet="Office of the Governor of Norr"
    )
    assert set(found.speakers) == {"Governor of Norr"}


def test_a_medium_s_own_we_is_no_statement(read: Callable[..., Told]) -> None:
    """A paper that writes of itself is telling, not proclaiming."""
    assert read(LETTER, outlet="Norr Times").reading.attributions == ()


def test_a_statement_s_own_we_say_is_no_second_row(read: Callable[..., Told]) -> None:
    """What "we" demand is said by the paragraph; what others say in it stays a row."""
    found = read(
        "We buried nine people. {1s|We} {1c|demand} {1q|an inquiry}. {2s|The army} {2c|says} {2q|it was dark}.",
        outlet="Front for Free Norr",
    )
    assert [row.cue.text if row.cue else None for row in found.reading.attributions] == [None, "says"]


def test_a_bodys_name_over_the_word_statement_says_whose_it_is() -> None:
    """With its day; each paragraph is the body's, and what denies or asks is told as that."""
    reading = read_text(
        "Ministry of Defence of the Marn Republic\nStatement, 11 June 2031\n\nThe armed forces of the Marn Republic did not "
        "fire on Tavrin on that day.\n\nWe categorically reject the accusations.\n\nWe call on the Council to send observers."
    )
    assert reading.report.published == "2031-06-11"
    assert reading.report.outlet is not None
    assert reading.report.outlet.name == "Ministry of Defence of the Marn Republic"
    assert [row.act for row in reading.attributions] == ["assert", "deny", "demand"]
    assert {row.speaker for row in reading.attributions} == {"ministry-of-defence-of-the-marn-republic"}


PAPER = "The enemy lost up to 180 servicemen.\n\nOur troops hold Tavrin."


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        (
            "MINISTRY OF DEFENCE OF THE MARN REPUBLIC\nBriefing\n11 June 2031",
            "Ministry of Defence of the Marn Republic",
            "2031-06-11",
        ),
        (
            "General Staff of the Armed Forces of Marn\nOperational information as of 06:00, 11 June 2031",
            "General Staff of the Armed Forces of Marn",
            "2031-06-11T06:00",
        ),
        (
            "MARN REPUBLIC\nOPERATIONAL COMMAND SOUTH\nCommuniqué No. 14, June 11, 2031",
            "OPERATIONAL COMMAND SOUTH",
            "2031-06-11",
        ),
        (
            "Press service of the Marn Border Guard\nSituation report\n11 June 2031",
            "Press service of the Marn Border Guard",
            "2031-06-11",
        ),
    ],
)
def test_a_letterhead_over_a_paper_and_its_day_says_whose_words_follow(head: str, body: str, day: str) -> None:
    """A body publishes the paper that stands under its name, and every paragraph of it is that body's."""
    reading = read_text(f"{head}\n\n{PAPER}")
    assert reading.report.outlet is not None
    assert (reading.report.outlet.name.lower(), reading.report.published) == (body.lower(), day)
    assert [row.speaker for row in reading.attributions] == [reading.actors[0].id] * 2
    assert len(reading.actors) == 1


@pytest.mark.parametrize(
    "head",
    [
        "Hillside News Service\nSituation report\n11 June 2031",
        "Ministry of Defence of Marn\nAnnual budget\n11 June 2031",
        "Ministry of Defence of Marn\nBriefing",
        "Shells hit Defence Ministry\nSituation report\n11 June 2031",
    ],
)
def test_other_heads_give_no_voice(head: str) -> None:
    """A medium, a headline, a paper without its day or another line below the name make no statement."""
    assert read_text(f"{head}\n\n{PAPER}").attributions == ()


def test_a_body_that_a_heading_names_speaks_under_its_whole_name() -> None:
    """The country in a body's name is not who makes its statement."""
    reading = read_text(f"Statement by the Ministry of Defence of Marn\n\n{PAPER}")
    assert {actor.name for actor in reading.actors} == {"Ministry of Defence of Marn"}
