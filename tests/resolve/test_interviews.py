"""Who stands behind the labels of an interview's questions and answers."""

from __future__ import annotations

import pytest

from sayso import read_text

TURNS = "Q: How many came?\n\nA: We have 44 names.\n\nQ: And on Monday?\n\nA: More than sixty."


@pytest.mark.parametrize(
    ("head", "asks", "asked"),
    [
        (
            "Interview with Karo Dun\n\nKaro Dun heads the union. He spoke with Norr Daily's Ada Vell.",
            "Ada Vell",
            "Karo Dun",
        ),
        (
            "The line is shut\n\nAda Vell of the Norr Daily spoke to Karo Dun, the head of the union.",
            "Ada Vell",
            "Karo Dun",
        ),
        (
            "The line is shut\n\nIn an interview with the Norr Daily, Karo Dun spoke of the fire.",
            "Norr Daily",
            "Karo Dun",
        ),
        ("The line is shut\n\nOur reporter talked with the mayor of Norr, Karo Dun.", "interviewer", "Karo Dun"),
        ("The line is shut\n\nKaro Dun spoke with Governor Tom Ostrand before the vote.", "interviewer", "interviewee"),
        ("The line is shut\n\nThe bridge at Miren was closed.", "interviewer", "interviewee"),
    ],
)
def test_the_two_of_an_interview_are_those_whom_its_head_names(head: str, asks: str, asked: str) -> None:
    """Each is one actor in all turns; whom nobody names, and who may be either, stays without a name."""
    reading = read_text(f"{head}\n\n{TURNS}")
    names = {actor.id: actor.name for actor in reading.actors}
    turns = [row for row in reading.attributions if row.cue is None]
    assert [names[row.speaker or ""] for row in turns] == [asks, asked] * 2
    assert [row.act for row in turns] == ["ask", "assert"] * 2
