"""What holds for every text: paragraphs, removed stretches and datelines share it out between them."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sayso.clean.text import TextParts, clean_text, furniture_of_main_text
from sayso.model import Span

LINES = [
    "The bridge at Miren will stay closed until May, the mayor said on Monday.",
    "Mayor closes bridge",
    "Home",
    "Share this article",
    "Related articles",
    "Leave a reply",
    "MIREN, 4 March (Reuters) - The bridge fell.",
    "12.5 C",
    "Published: 05/06/2019",
    "Monday, 4 March 2019",
    "By Ada Vell and Karo Dun, Reuters",
    "(Reuters)",
    "Source: IRNA",
    "© 2019 Miren Post. All rights reserved.",
    "Statement by the Minister of Roads, Karo Dun",
    "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd",
    "\x00\x00",
    "\U0001f600 \U0001f600",
    "- a thing",
    "",
    "   ",
    "and went on with it,",
]
texts = st.one_of(
    st.text(max_size=300),
    st.builds(
        lambda lines, ends: "".join(line + end for line, end in zip(lines, ends, strict=False)),
        st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=30)), max_size=30),
        st.lists(st.sampled_from(["\n", "\n\n", "\r\n", "\r\n\r\n", "\u2028", " "]), min_size=30, max_size=30),
    ),
)


def check_shared_out(text: str, parts: TextParts) -> None:
    """Assert the invariant of the module."""
    spans = sorted([*(row.span for row in parts.removed), *(row.span for row in parts.paragraphs), *parts.datelines])
    assert [row.span for row in parts.removed] == sorted(row.span for row in parts.removed)
    assert [row.span for row in parts.paragraphs] == sorted(row.span for row in parts.paragraphs)
    covered = 0
    for span in spans:
        assert covered <= span.start < span.end <= len(text)
        assert not text[covered : span.start].strip()
        covered = span.end
    assert not text[covered:].strip()


@given(texts)
@example("\n" * 50)
@example("x")
@example("05/06/2019 The bridge fell, police said. (Reuters)")
@settings(max_examples=300, deadline=None)
def test_every_character_is_in_one_place(text: str) -> None:
    """Paragraphs and removed stretches are in order, do not overlap, and leave out white space alone."""
    check_shared_out(text, clean_text(text))


@given(texts)
@settings(max_examples=150, deadline=None)
def test_named_spans_hold_what_they_name(text: str) -> None:
    """Claims, credits and the dateline point at characters of the text, and a claim's words stand there."""
    parts = clean_text(text)
    for claim in parts.claims:
        assert claim.span is not None
        assert 0 <= claim.span.start <= claim.span.end <= len(text)
        if claim.what != "author":
            assert claim.span.of(text) == claim.raw
    for credit in parts.credits:
        assert credit.span.of(text).strip()
    if parts.dateline and parts.dateline.place:
        assert parts.dateline.span.holds(parts.dateline.place)


@given(st.lists(st.sampled_from(LINES), max_size=20))
@settings(max_examples=150, deadline=None)
def test_known_paragraphs_are_shared_out_too(lines: list[str]) -> None:
    """A main text with known paragraphs is divided without a rest."""
    text = "\n\n".join(lines)
    spans, at = [], 0
    for line in lines:
        spans.append(Span(at, at + len(line)))
        at += len(line) + 2
    check_shared_out(text, furniture_of_main_text(text, tuple(spans)))


@pytest.mark.parametrize(
    "text",
    [
        "a" * 5_000_000,
        "The bridge fell. " * 300_000,
        "\n" * 100_000,
        "Home\n" * 100_000,
        "Mayor closes bridge\n\n" * 50_000,
        "(" * 1_000_000,
        "- " * 500_000,
        "MIREN, " * 200_000,
        "1 " * 500_000,
        "12/13/2019 " * 100_000,
        "by " * 300_000,
        "\u202e\x00" * 300_000,
        "word\n" * 200_000,
        "Related\n" * 100_000,
        "The bridge,\n" * 50_000,
        '"' * 500_000,
    ],
)
def test_hostile_texts_are_quick(text: str) -> None:
    """Megabytes of one line, or a hundred thousand lines, take seconds and are shared out exactly."""
    start = time.process_time()
    parts = clean_text(text)
    assert time.process_time() - start < 45  # a second a hundred thousand characters on a busy machine
    check_shared_out(text, parts)
