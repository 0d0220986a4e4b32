"""Runs the command line in this process, and proves that every row stands where its words are printed."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator

import pytest
from typer.testing import CliRunner, Result

from sayso.cli import app
from sayso.model import Reading, Span

Run = Callable[..., Result]
Proof = Callable[[Reading, bytes, str], int]


@pytest.fixture
def run() -> Run:
    """The command line: takes its words, gives its result."""

    def start(*words: str) -> Result:
        return CliRunner().invoke(app, list(words))

    return start


@pytest.fixture
def proven() -> Proof:
    """Fails where a row's words are not at its place in text or bytes; gives the number of passages looked at."""
    return _proven


def _proven(reading: Reading, data: bytes, codec: str) -> int:
    text, origin = reading.report.text, reading.report.origin or ()
    assert [one.text_start for one in origin] == [0, *(one.text_end for one in origin)][: len(origin)]
    assert (origin[-1].text_end if origin else 0) == len(text)
    for one in origin:
        there = data[one.byte_start : one.byte_end].decode(codec)
        assert one.how in {"literal", "reference", "space"}
        if one.how != "space":
            shown = html.unescape(there) if one.how == "reference" else there
            assert shown == text[one.text_start : one.text_end]
    count = 0
    for spans, words in _printed(reading):
        count += 1
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        if words is not None:
            assert " ".join(" ".join(span.of(text) for span in spans).split()) == " ".join(words.split())
    return count


def _printed(reading: Reading) -> Iterator[tuple[tuple[Span, ...], str | None]]:
    """Each passage of each row with its words as printed, null where the row does not print them."""
    for attribution in reading.attributions:
        for part in (attribution.source, attribution.cue, attribution.content):
            if part is not None:
                yield part.spans, part.text
    for rows in (reading.figures, reading.dates, reading.wording):
        for row in rows:
            yield (row.span,), row.text
    for figure in reading.figures:
        if figure.noun is not None:
            yield (figure.noun.span,), figure.noun.text
    for demand in reading.demands:
        yield (demand.action.span,), demand.action.text
    yield from _pointed(reading)


def _pointed(reading: Reading) -> Iterator[tuple[tuple[Span, ...], None]]:
    """The spans of rows that print no words of their own."""
    for actor in reading.actors:
        yield from (((span,), None) for span in actor.mentions)
    for finding in reading.findings:
        yield finding.spans, None
    for refused in reading.refused:
        if refused.span is not None:
            yield (refused.span,), None
