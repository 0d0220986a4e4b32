"""Turns what joins reports into what the overview prints: findings side by side, shared claims, copies.

Stands alone because it is the only part of the page whose rows have several reports in them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.show import words
from sayso.show.html.rows import around, short
from sayso.show.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sayso.ledger import FindingRow
    from sayso.link.across import Across
    from sayso.link.rows import ClaimsRow, CopiesRow
    from sayso.model import Reading, Span

MOST = 60
"""Rows of each kind that the overview shows."""


@dataclass(frozen=True, slots=True)
class Place:
    """A report that a row stands in: where on the page, and whose it is."""

    anchor: str
    outlet: str
    published: str


@dataclass(frozen=True, slots=True)
class Words:
    """Words in a report with a little of what stands around them."""

    place: Place
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Misfit:
    """A finding between reports."""

    title: str
    why: str
    evidence: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """A report of a claim or a cluster, with a note on it ("root", "93 %")."""

    place: Place
    note: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim that several reports have."""

    speaker: str
    words: str
    told: str
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Copies:
    """Reports that copy one another."""

    kind: str
    first: str
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class View:
    """The three lists, each cut after `MOST` rows."""

    findings: tuple[Misfit, ...]
    claims: tuple[Claim, ...]
    copies: tuple[Copies, ...]


def view(across: Across, readings: Mapping[str, tuple[str, Reading]]) -> View:
    """What the overview shows; `readings` gives for a report's id its anchor and its reading. Others are left out."""
    return View(
        tuple(_misfit(row, readings) for row in across.findings[:MOST]),
        tuple(_claim(row, readings) for row in across.claims[:MOST]),
        tuple(_copies(row, readings) for row in across.copies[:MOST]),
    )


def _place(report: str, row: str, readings: Mapping[str, tuple[str, Reading]]) -> Place | None:
    if report not in readings:
        return None
    anchor, reading = readings[report]
    outlet = words.outlet_name(reading) or reading.report.path
    return Place(f"{anchor}-{row}" if row else anchor, one_line(outlet), words.moment(reading.report.published) or "")


def _misfit(row: FindingRow, readings: Mapping[str, tuple[str, Reading]]) -> Misfit:
    found = []
    for part in row.evidence:
        place = _place(part.report, "", readings)
        if place is not None:
            text = readings[part.report][1].report.text
            found += [_words(place, span, text) for span in part.spans]
    return Misfit(words.FINDINGS[row.kind], one_line(row.why), tuple(found))


def _words(place: Place, span: Span, text: str) -> Words:
    before, after = around(span, text)
    return Words(place, before, short(span.of(text)), after)


def _claim(row: ClaimsRow, readings: Mapping[str, tuple[str, Reading]]) -> Claim:
    told = f"{row.reports} {'report' if row.reports == 1 else 'reports'}, {row.independent} independent"
    once = {one.report: one for one in reversed(row.attributions)}
    members = (
        Member(place, "root" if one.root else "")
        for one in reversed(once.values())
        if (place := _place(one.report, one.id, readings)) is not None
    )
    return Claim(one_line(row.speaker.name) if row.speaker else "", short(words.claimed(row)), told, tuple(members))


def _copies(row: CopiesRow, readings: Mapping[str, tuple[str, Reading]]) -> Copies:
    first = _place(row.first, "", readings) if row.first else None
    members = (
        Member(place, f"{member.overlap:.0%}")
        for member in row.reports
        if (place := _place(member.report, "", readings)) is not None
    )
    return Copies(row.kind, first.outlet if first else "", tuple(members))
