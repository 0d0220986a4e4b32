"""Makes parsed reports of plain text for the tests of dates, and gives their rows."""

from __future__ import annotations

from sayso.extract.dates import extract
from sayso.model import Date, Report, Span
from sayso.parse import parse
from sayso.stages import Cleaned, Paragraph, Parsed

SATURDAY = "2023-11-04"


def parsed(text: str, published: str | None = SATURDAY) -> Parsed:
    """`text` as a report published then, a blank line between paragraphs."""
    report = Report("sha256:0", None, "p", None, None, None, published, None, "en", "read", None, text, (), None)
    paragraphs, start = [], 0
    for part in text.split("\n\n"):
        paragraphs.append(Paragraph(Span(start, start + len(part))))
        start += len(part) + 2
    return parse(Cleaned(report, (), tuple(paragraphs)))


def rows(text: str, published: str | None = SATURDAY) -> tuple[Date, ...]:
    """The rows of `text`."""
    return extract(parsed(text, published)).rows


def values(text: str, published: str | None = SATURDAY) -> list[str]:
    """Their values."""
    return [row.value for row in rows(text, published)]
