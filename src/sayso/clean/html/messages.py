"""The values that cross the border of the process that reads pages.

Stands alone so that the process that asks need not load the extractors.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

import msgspec

from sayso.model import PublishedFrom, Refused, Stretch  # noqa: TC001 - msgspec reads the annotations
from sayso.stages import Claimed, Paragraph, Table  # noqa: TC001

LENGTH = struct.Struct("<Q")
"""Stands before each message: its length in bytes."""


class Page(msgspec.Struct, frozen=True):
    """The main text, the stretches of the original that tile it, its paragraphs, what the page says of itself.

    `refused` names the paragraphs that belong to the article and could not be placed in the page.
    """

    text: str
    origin: tuple[Stretch, ...]
    paragraphs: tuple[Paragraph, ...]
    claims: tuple[Claimed, ...]
    title: str | None
    byline: str | None
    outlet: str | None
    published: str | None
    published_from: PublishedFrom | None
    refused: tuple[Refused, ...]
    tables: tuple[Table, ...] = ()


class Task(msgspec.Struct, frozen=True):
    """A page to read, with the charset that came with it."""

    data: bytes
    charset: str | None


class Answer(msgspec.Struct, frozen=True):
    """The page, or why there is none."""

    page: Page | None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """A claim as it is found: what, by what, as printed, and the code points ``[start, end)`` of the page."""

    what: str
    by: str
    raw: str
    start: int
    end: int
    rank: int = 0
