"""Reads the dates that a page shows beside its article: under its headline, in a notice of an archive, on comments.

Stands alone because the article leaves these out, and a reader sees them: what a page says of itself must fit them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.clean.html.messages import Said
from sayso.clean.text.head_dates import told_on
from sayso.clean.text.stamps import Stamp, read_stamps

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.clean.html.tokens import Piece
    from sayso.clean.text.stamps import What

SHORT = 100  # code points of a line that may be one of dates
BYLINE = 60  # and of one whose date stands behind a name
ZONE = 60  # pieces after a headline within which its date stands
_HEADINGS = frozenset({"h1", "h2"})
_ALL_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ELSEWHERE = frozenset({"aside", "footer", "nav", "form", "script"})
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_ARCHIVED = re.compile(
    r"\b(?:copy|snapshot|capture|version|page)\b[^.]{0,60}"
    r"\b(?:archived|captured|saved|preserved|crawled)\b[^.]{0,20}\bon (?=\w)"
)
_COMMENTS = re.compile(r"\s*(?:[0-9,]+ |[Rr]eaders['’]? |[Rr]eader )?[Cc]omments?(?: \([0-9,]+\))?:?\s*")


def shown(parts: Sequence[Piece]) -> Iterator[Said]:
    """Claims of the kinds "shown", "changed", "archived" and "commented", whose dates are whole."""
    yield from _under_headline(parts)
    headed = commented = False
    for part in parts:
        if part.kind == "open":
            headed = part.text in _ALL_HEADINGS
            commented = commented and not headed and part.text not in _ELSEWHERE
        if part.kind != "text" or not part.text.strip():
            continue
        commented |= headed and _COMMENTS.fullmatch(part.text) is not None
        if not _YEAR.search(part.text):
            continue
        notice = _ARCHIVED.search(part.text[: 2 * SHORT])
        if notice is not None:
            stamps = read_stamps(part.text[notice.end() :]).stamps
            yield from _said("archived", part, _of(stamps, "published"), notice.end())
        elif commented and len(part.text) <= 2 * SHORT:
            yield from _said("commented", part, _of(_stamps(part.text), "published"))


def _under_headline(parts: Sequence[Piece]) -> Iterator[Said]:
    """Dates of short lines between the first headline and the first long one behind it."""
    start = next((at for at, part in enumerate(parts) if part.kind == "open" and part.text in _HEADINGS), len(parts))
    for part in parts[start : start + ZONE]:
        if part.kind != "text":
            continue
        if len(part.text) > SHORT:
            return
        if _YEAR.search(part.text):
            stamps = _stamps(part.text)
            yield from _said("shown", part, _of(stamps, "published"))
            yield from _said("changed", part, _of(stamps, "modified"))


def _of(stamps: Sequence[Stamp], what: What) -> list[Stamp]:
    return [one for one in stamps if one.what == what]


def _stamps(line: str) -> tuple[Stamp, ...]:
    stamps, line = read_stamps(line).stamps, line.split(". ", maxsplit=1)[0]
    behind = told_on(line) if not stamps and len(line) <= BYLINE else None
    return stamps or ((behind,) if behind is not None else ())


def _said(what: str, part: Piece, stamps: Sequence[Stamp], offset: int = 0) -> Iterator[Said]:
    for stamp in stamps[:1]:
        if stamp.value is not None:
            start, end = part.start + offset + stamp.start, part.start + offset + stamp.end
            yield Said(what, "text", stamp.value, start, end, 500)
