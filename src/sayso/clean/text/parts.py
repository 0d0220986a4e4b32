"""What the plain-text half of `clean` finds in a text, as one value.

Stands alone because the HTML half takes the same value, and neither half needs to know how the other makes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.model import Outlet, Refused, Removed, Span
    from sayso.stages import Claimed, Credit, Dateline, Paragraph, Table


@dataclass(frozen=True, slots=True)
class TextParts:
    """The parts of one text; all offsets count code points of the text as given.

    `removed` and `paragraphs` are in text order, do not overlap, and together cover every character that is not white
    space, but for datelines: they are part of the report and of no paragraph, so that no sentence holds one.
    `datelines` has them all in text order, `dateline` the fullest. `published` is an ISO 8601 date or date-time; a date
    that could be read in two ways is in `refused` instead.
    """

    removed: tuple[Removed, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    outlet: Outlet | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    claims: tuple[Claimed, ...] = ()
    credits: tuple[Credit, ...] = ()
    dateline: Dateline | None = None
    datelines: tuple[Span, ...] = ()
    refused: tuple[Refused, ...] = ()
    tables: tuple[Table, ...] = ()
