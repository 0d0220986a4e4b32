"""Reads the date of lines at a head that hold more than it ("World | Tuesday 4 March 2031", "5 May 2021 (corrected)").

Stands alone because what may stand beside a date is a matter of such lines, not of the date's shape.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from sayso.clean.text.marks import holds_furniture
from sayso.clean.text.stamps import Stamp, is_date_line, read_stamps

if TYPE_CHECKING:
    from collections.abc import Iterator

Order = Literal["dmy", "mdy"] | None
_LONGEST, _MOST_PIECES, _MOST_WORDS = 120, 4, 3
_STROKE = re.compile(r"\s*[|•·]\s*")
_REMARK = re.compile(r"\s*\([^()]{2,80}\)\s*$")
_ON = re.compile(r"\b[Oo]n\s+|,\s+|\bdated\s+")
_PLACE = re.compile(r"[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,2},\s{1,2}(?=\w)")
_OTHER_CALENDAR = re.compile(
    r"(?:[A-Z]\w{2,11}, )?\d{1,2} [A-Z][\w'’-]{1,19}(?: [\w'’-]{1,19}){0,2},? \d{4}(?: [A-Z]{2})? "
    r"\((?P<date>[^()]{6,40})\)"
)
_HEADS = 400


def sectioned(ink: str, order: Order = None) -> tuple[Stamp, ...]:
    """The stamps of a line of a date and sections or counters, parted by strokes; empty where it is no such line."""
    if len(ink) > _LONGEST or not any(mark in ink for mark in "|•·"):
        return ()
    found: list[Stamp] = []
    pieces = list(_pieces(ink))
    if len(pieces) > _MOST_PIECES:
        return ()
    for start, piece in pieces:
        stamps = is_date_line(piece, order)
        if not stamps and not _is_section(piece):
            return ()
        found += [replace(stamp, start=start + stamp.start, end=start + stamp.end) for stamp in stamps]
    return tuple(found)


def remarked(ink: str, order: Order = None) -> tuple[Stamp, ...]:
    """The stamps of a line of a date and a remark in brackets behind it; empty where it is no such line."""
    if len(ink) > _LONGEST or not (remark := _REMARK.search(ink)):
        return ()
    return is_date_line(ink[: remark.start()], order)


def placed(ink: str, order: Order = None) -> tuple[Stamp, ...]:
    """The stamps of a line of a place and a whole date ("Miren, 5 March 2021"); empty where it is no such line.

    Where the date is of another calendar, what stands behind it in brackets ("3 Safar 1455 (3 May 2033)").
    """
    match = _PLACE.match(ink) if len(ink) <= _LONGEST else None
    if match is None:
        return ()
    start = match.end()
    stamps = is_date_line(ink[start:], order)
    if not stamps and (other := _OTHER_CALENDAR.fullmatch(ink, start)):
        start = other.start("date")
        stamps = is_date_line(other["date"], order)
    return tuple(replace(row, start=start + row.start, end=start + row.end) for row in stamps)


def told_on(ink: str, order: Order = None) -> Stamp | None:
    """The first whole date after "on" or a comma in a line that says when words were spoken; null where none is."""
    for match in _ON.finditer(ink[:_HEADS]):
        stamps = read_stamps(ink[match.end() :], order).stamps
        if stamps and stamps[0].value and not stamps[0].labelled:
            return replace(stamps[0], start=match.end() + stamps[0].start, end=match.end() + stamps[0].end)
    return None


def _pieces(ink: str) -> Iterator[tuple[int, str]]:
    start = 0
    for match in _STROKE.finditer(ink):
        yield start, ink[start : match.start()]
        start = match.end()
    yield start, ink[start:]


def _is_section(piece: str) -> bool:
    words = piece.split()
    if not words or len(words) > _MOST_WORDS:
        return False
    return (len(words) == 1 and piece[0].isupper()) or holds_furniture(piece)
