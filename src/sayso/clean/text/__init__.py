"""The plain-text half of `clean`: what of a text is the report, and what its furniture says of its origin.

Stands alone because text pasted from a page has no markup to go by: only position, repetition, shape and vocabulary.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.clean.text.parts import TextParts
from sayso.model import Span
from sayso.stages import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["TextParts", "clean_text", "furniture_of_main_text"]


def clean_text(text: str) -> TextParts:
    """The parts of plain text of which nothing is known; offsets count code points of `text`. Never raises."""
    return TextParts(paragraphs=(Paragraph(Span(0, len(text))),) if text.strip() else ())


def furniture_of_main_text(text: str, paragraphs: Iterable[Span]) -> TextParts:
    """The parts of a main text whose paragraphs are known (from a page's markup). Never raises."""
    return TextParts(paragraphs=tuple(Paragraph(span) for span in paragraphs))
