"""Says of each day that a report names whether something happened on it, somebody spoke on it, or it is a limit.

Stands alone because dates are compared only if they are days of what is told, and the rows alone do not say so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.lexicon import table, words
from sayso.link.misfits.spelling import words_in
from sayso.model import Span
from sayso.read.iso import instant, ordinal

if TYPE_CHECKING:
    from datetime import datetime

    from sayso.model import Date, Reading

_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(T.*)?")
_PERIOD = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_DATELINE = re.compile(
    r"\s*(?:[A-Z][A-Z.'’-]+(?:[ ,/]+[A-Z][A-Z.'’-]+){0,9}[ ,/]*[^\n]{0,40}?|[^\n]{0,40}?\([A-Z][\w. ]{1,30}\))"
    r"\s*(?:--|[—–-])\s"
)
_BREAK = re.compile(r"[.;!?]\s")
LONG_AGO = 25
"""Days before its publication at which a report tells of a time before."""
_HEAD = 400
_BESIDE = 40
_LEAD, _STANDING = 40, 4
"""Characters and words before a day among which "as of" makes it one that is counted to ("as of late on Friday")."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day that a sentence names: its row and its ordinal; `limit` is true for "since", "until", "before" and such.

    `end`: it is one end of a stretch ("14 to 15 May"). `told`: it is the day on which somebody spoke, and not one of
    what was spoken of. `night`: it may reach into the next.
    """

    row: Date
    at: int
    limit: bool
    end: bool
    told: bool
    night: bool


def days(reading: Reading) -> tuple[Day, ...]:
    """The days that a report names, in text order."""
    return tuple(day for row in reading.dates if (day := _day(row, reading)) is not None)


def published(reading: Reading) -> int | None:
    """The day of publication: as known, or else the day that stands with its year at the head."""
    known = ordinal(reading.report.published)
    return known if known is not None else _head_date(reading)


def _head_date(reading: Reading) -> int | None:
    """The day that stands with its year at the head of a report whose day nobody gives."""
    for row in reading.dates:
        if row.span.start > _HEAD:
            break
        if row.type == "DATE" and (found := _DAY.fullmatch(row.value)) is not None and found[1][:4] in row.text:
            return ordinal(found[1])
    return None


def moment(value: str | None) -> datetime | None:
    """The moment of publication, where its clock and zone are given."""
    return instant(value) if value is not None and "T" in value else None


def long_ago(reading: Reading) -> tuple[Span, ...]:
    """Where it names a time long before itself, other than as the start of something that lasts."""
    published = reading.report.published
    if published is None:
        return ()
    return tuple(
        row.span for row in reading.dates if row.type == "DATE" and _before(row, published, reading.report.text)
    )


def _before(row: Date, published: str, text: str) -> bool:
    found = _PERIOD.fullmatch(row.value)
    if found is None:
        return False
    begun = set(words_in(text[max(0, row.span.start - 60) : row.span.start])) & set(table("between")["days"]["begun"])
    last = f"{found[1]}-{found[2] or '12'}-{found[3] or '31'}"
    return not begun and _days_between(last, published) > LONG_AGO


def _days_between(earlier: str, later: str) -> int:
    first, last = (int(one[:4]) * 365 + int(one[5:7]) * 30 + int(one[8:10]) for one in (earlier, later))
    return last - first


def _day(row: Date, reading: Reading) -> Day | None:
    """The row as a day; null where it is coarser, has a modifier, or is a set or a length."""
    if row.type not in ("DATE", "TIME") or row.mod is not None or (found := _DAY.fullmatch(row.value)) is None:
        return None
    if set(words_in(row.text)) & set(table("between")["days"]["counted"]):
        return None  # "a day later": than what, is anybody's guess
    at = ordinal(found[1])
    if at is None:
        return None
    text = reading.report.text
    before = words_in(text[max(0, row.span.start - 24) : row.span.start])[-2:]
    told = table("between")["days"]
    after = words_in(text[row.span.end : row.span.end + 8])[:1]
    return Day(
        row=row,
        at=at,
        limit=bool(set(before) & set(told["limits"])) or _counted_to(row, at, reading),
        end=bool(set(before) & set(told["ends"]) or set(after) & (set(told["ends"]) - {"between"})),
        told=_uttered(row, reading),
        night=row.value.endswith(("TNI", "TEV")),
    )


def _counted_to(row: Date, at: int, reading: Reading) -> bool:
    """Whether it is the day to which something has been counted ("As of Friday", "the toll stood at 39 on Friday").

    A number that is told as the latest ("39 have died so far") has the day of telling, which may be the event's too.
    """
    text = reading.report.text
    lead = words_in(text[max(0, row.span.start - _LEAD) : row.span.start])
    if any(f"{one} {two}" in words("relays", "times", "as_of") for one, two in pairwise(lead[-_STANDING:])):
        return True
    now = published(reading)
    return any(
        ordinal(figure.as_of) == at and (at != now or _is_total(text, figure.span, row.span))
        for figure in reading.figures
        if figure.as_of is not None and not _parted(text, figure.span, row.span)
    )


def _parted(text: str, one: Span, other: Span) -> bool:
    """Whether a sentence ends between two places."""
    return _BREAK.search(text, min(one.end, other.end), max(one.start, other.start)) is not None


def _is_total(text: str, figure: Span, day: Span) -> bool:
    """Whether a word for a total stands before a figure or between it and a day: "the toll reached 39 on Friday"."""
    start, end = max(0, min(figure.start, day.start) - _BESIDE), max(figure.start, day.start)
    clause = _BREAK.split(text[start:end])[-1]
    return not words("circumstances", "running", "totals").isdisjoint(words_in(clause))


def _uttered(row: Date, reading: Reading) -> bool:
    """Whether a date stands in the dateline, or beside a cue outside all that was said: the day of the words."""
    near = Span(max(0, row.span.start - _BESIDE), row.span.end + _BESIDE)
    text = reading.report.text
    head = _DATELINE.match(text)
    if head is not None and row.span.end <= head.end():
        return True
    saying = table("between")["cues"]["saying"]
    cues = [said.cue for said in reading.attributions if said.cue is not None and said.cue.lemma in saying]
    if any(row.span.start - mark.end == 1 for cue in cues for mark in cue.spans):
        return True  # "said Friday the bridge ..."
    if any(part.holds(row.span) for said in reading.attributions for part in said.content.spans):
        return False
    for cue in cues:
        for mark in cue.spans:
            between = text[min(mark.end, row.span.end) : max(mark.start, row.span.start)]
            if mark.meets(near) and not _BREAK.search(between):
                return True
    return False
