"""The clock times that the posts of a live page begin with."""

from __future__ import annotations

import pytest

from sayso import read_text
from sayso.model import Span
from sayso.parse.stamps import stamp


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("06:05 Four people died.", "Four people died."),
        ("06:05 - Four people died.", "Four people died."),
        ("[06:05] Four people died.", "Four people died."),
        ("6:05 a.m. Four people died.", "Four people died."),
        ("06:05 GMT\nFour people died.", "Four people died."),
        ("10:15 “Four are dead,” he said.", "“Four are dead,” he said."),
    ],
)
def test_a_post_begins_behind_its_clock_time(text: str, rest: str) -> None:
    """The time, its zone and the marks behind it are no words of the post."""
    found = stamp(text, Span(0, len(text)))
    assert found is not None
    assert text[found.end :] == rest


@pytest.mark.parametrize(
    "text", ["3:16 For so it is written.", "12:30:15 Four", "10:15 was too late.", "At 06:05 four"]
)
def test_other_numbers_open_no_post(text: str) -> None:
    """A verse, a finishing time and a clock time within a sentence are none."""
    assert stamp(text, Span(0, len(text))) is None


def test_the_posts_of_a_page_tell_what_grew() -> None:
    """The clock time is a time of the page's day, part of no content, and a toll that is higher later is no conflict."""
    text = "{} Four people have been killed, the mayor said.\n\n{} Seven people have been killed, police said."
    told = read_text(text.format("06:05", "16:45"), published="2032-04-20")
    assert [row.value for row in told.dates] == ["2032-04-20T06:05", "2032-04-20T16:45"]
    assert [row.content.text for row in told.attributions] == [
        "Four people have been killed",
        "Seven people have been killed",
    ]
    apart = read_text(text.format("6:05 a.m.", "9:30 a.m."), published="2032-04-20")
    assert not apart.findings
    shrunk = read_text(text.format("9:30 a.m.", "6:05 a.m."), published="2032-04-20")
    assert [row.kind for row in shrunk.findings] == ["figure-conflict"]


def test_a_printed_day_of_saying_goes_before_that_of_the_post() -> None:
    """What was said on Monday is told in a post of Tuesday."""
    (row,) = read_text("06:05 Police said on Monday that four people had died.", published="2032-04-20").attributions
    assert row.said == "2032-04-19"
