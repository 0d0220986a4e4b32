"""Turns what joins reports into what the overview prints: findings side by side, shared claims, copies.

Stands alone because it is the only part of the page whose rows have several reports in them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from sayso.show import words
from sayso.show.html.rows import around, short
from sayso.show.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sayso.ledger import Evidence, FindingRow
    from sayso.link.across import Across
    from sayso.link.rows import ClaimsRow, CopiesRow
    from sayso.model import Reading, Span

MOST = 60
"""Rows of each kind that the overview shows."""
GAP = 120
"""Characters between two passages that are shown with them."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Place:
    """A report that a row stands in: where on the page, and whose it is."""

    anchor: str
    outlet: str
    published: str


@dataclass(frozen=True, slots=True)
class Words:
    """Words as one report or several have them: the reports, the oldest first, and the pieces, each marked or not.

    Of several the one is shown that has the most around the words.
    """

    places: tuple[Place, ...]
    pieces: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Misfit:
    """A finding between reports, with each of the wordings that it rests on once."""

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
    alike: dict[str, list[Evidence]] = {}
    for part in sorted(row.evidence, key=lambda part: _when(part.report, readings)):
        if part.report in readings:
            alike.setdefault(" ".join(_WORD.findall(part.text.casefold())), []).append(part)
    told = (_words(parts, readings) for parts in alike.values())
    return Misfit(words.FINDINGS[row.kind], one_line(row.why), tuple(told))


def _when(report: str, readings: Mapping[str, tuple[str, Reading]]) -> tuple[bool, str, str]:
    """When a report was published, those of which nobody knows it last."""
    published = readings[report][1].report.published if report in readings else None
    return published is None, published or "", report


def _words(parts: list[Evidence], readings: Mapping[str, tuple[str, Reading]]) -> Words:
    places = (_place(part.report, "", readings) for part in parts)
    printed = (tuple(_pieces(sorted(part.spans), readings[part.report][1].report.text)) for part in parts)
    told = max(printed, key=lambda pieces: sum(len(words) for words, _ in pieces))
    return Words(tuple(place for place in places if place is not None), told)


def _pieces(spans: list[Span], text: str) -> Iterator[tuple[str, bool]]:
    """The spans with what stands around them; what stands between two is cut where it is long."""
    before, _ = around(spans[0], text)
    yield before, False
    for span, following in zip_longest(spans, spans[1:]):
        yield short(span.of(text)), True
        _, after = around(span, text)
        if following is None:
            yield after, False
        elif following.start - span.end <= GAP:
            yield one_line(f"_{text[span.end : following.start]}_")[1:-1], False
        else:
            yield f"{after} {around(following, text)[0]}", False


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
