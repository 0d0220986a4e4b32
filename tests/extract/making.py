"""Makes parsed reports for the tests of the extractors."""

from __future__ import annotations

from typing import Literal

from sayso.model import Report, Span
from sayso.parse import parse
from sayso.stages import Cleaned, Credit, Paragraph, Parsed


def parsed(text: str, statement_by: str | None = None) -> Parsed:
    """`text` parsed, a blank line between paragraphs; with `statement_by`, as that speaker's statement printed whole."""
    report = Report("sha256:0", None, "p", None, None, None, None, None, "en", "read", None, text, (), None)
    paragraphs, start = [], 0
    for part in text.split("\n\n"):
        paragraphs.append(Paragraph(Span(start, start + len(part))))
        start += len(part) + 2
    kind: Literal["statement"] = "statement"
    named = (Credit(statement_by, Span(0, 0), kind),) if statement_by else ()
    return parse(Cleaned(report, (), tuple(paragraphs), credits=named))
