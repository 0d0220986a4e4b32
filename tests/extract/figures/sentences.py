"""Makes parsed reports from plain sentences, so that tests of figures read what a report reads.

Stands alone because every test of figures needs it and none tests it.
"""

from __future__ import annotations

from functools import cache

from sayso.extract.figures import extract
from sayso.model import Figure, Report, Span
from sayso.parse import parse
from sayso.stages import Cleaned, Paragraph, Parsed


def parsed(text: str) -> Parsed:
    """The parse of a text whose paragraphs are its lines."""
    paragraphs, start = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            paragraphs.append(Paragraph(Span(start, start + len(line.rstrip()))))
        start += len(line)
    report = Report(
        id="sha256:0",
        address=None,
        path="-",
        outlet=None,
        title=None,
        byline=None,
        published=None,
        published_from=None,
        language="en",
        status="read",
        why=None,
        text=text,
        removed=(),
        origin=None,
    )
    return parse(Cleaned(report=report, origin=(), paragraphs=tuple(paragraphs)))


@cache
def figures(text: str) -> tuple[Figure, ...]:
    """The figures of a text."""
    return extract(parsed(text))


def one(text: str) -> Figure:
    """The only figure of a text."""
    found = figures(text)
    assert len(found) == 1, [f.text for f in found]
    return found[0]
