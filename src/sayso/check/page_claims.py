"""Finds dates that a page claims of itself and that cannot both be true: two of publication, or a change before it.

Stands alone because it sets the page's claims against each other, whatever its text tells.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from sayso.check.judgement import Found, Judgement, LetGo
from sayso.check.lengths import count
from sayso.check.page import SLACK
from sayso.read.iso import ordinal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.check.facts import Facts
    from sayso.model import Span
    from sayso.stages import Claimed

APART, CHANGED = "page-dates-apart", "changed-before-page"
ARCHIVED, COMMENTED = "archived-before-page", "commented-before-page"
DRAFT = 180  # days for which a draft waits at most
SHOWN = ("text", "time-element")
HIDDEN = ("json-ld", "meta")
_IN_ADDRESS = re.compile(r"/((?:19|20)[0-9]{2})[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12][0-9]|3[01])(?![0-9])")


@dataclass(frozen=True, slots=True)
class _Told:
    """A day that the page claims: its ordinal, where it says so, and what it says."""

    at: int
    by: str
    day: str
    spans: tuple[Span, ...]


def judge(facts: Facts) -> Iterator[Judgement]:
    """A finding where two claims of publication are apart by more than a day, or a change is before publication."""
    claims = facts.cleaned.claims
    published = _told(claims, "published")
    modified = _told(claims, "modified")
    line = facts.cleaned.dateline.span if facts.cleaned.dateline is not None else None
    published = [one for one in published if line is None or not any(line.meets(span) for span in one.spans)]
    seen = [one for one in published if one.by in SHOWN and (one.spans or one.by != "text")]
    seen += _told(claims, "shown")
    hidden = [one for one in published if one.by in HIDDEN]
    yield from _apart(seen, hidden, modified)
    yield from _of_years(hidden)
    yield from _element(seen, modified)
    yield from _address(facts, published, modified)
    yield from _changed(published, modified)
    yield from _changed([one for one in seen if one.by == "text"], _told(claims, "changed"))
    yield from _earlier(published, _told(claims, "archived"), ARCHIVED, "a copy of it was archived on")
    yield from _earlier(published, _told(claims, "commented"), COMMENTED, "a reader commented on")


def _told(claims: Sequence[Claimed], what: str) -> list[_Told]:
    found = []
    for claim in claims:
        at = ordinal(claim.value) if claim.what == what else None
        if at is not None:
            found.append(_Told(at, claim.by, claim.value[:10], (claim.span,) if claim.span is not None else ()))
    return found


def _apart(seen: Sequence[_Told], hidden: Sequence[_Told], modified: Sequence[_Told]) -> Iterator[Judgement]:
    """A visible date and one in the metadata that no date of a change explains."""
    for one in seen:
        for other in hidden:
            if abs(one.at - other.at) <= SLACK:
                continue
            if any(abs(one.at - change.at) <= SLACK for change in modified):
                yield LetGo(APART, "the visible date is the date of a change", one.spans)
            elif len({told.at for told in seen}) > 1 or len({told.at for told in hidden}) > 1:
                yield LetGo(APART, "the page shows more than one date", one.spans)
            else:
                apart = f"{count(abs(one.at - other.at), 'day')} apart"
                why = f"The page shows {one.day}, but its {other.by} says {other.day}: {apart}."
                yield Found("page-date", APART, "low", why, one.spans)


def _of_years(hidden: Sequence[_Told]) -> Iterator[Judgement]:
    """Two dates in the metadata that differ in nothing but the year."""
    for one, other in combinations(sorted(hidden, key=lambda told: told.at), 2):
        if one.day[4:] == other.day[4:] and one.day != other.day:
            years = count(int(other.day[:4]) - int(one.day[:4]), "year")
            why = f"The page's {one.by} says {one.day}, and its {other.by} {other.day}: {years} apart, to the day."
            yield Found("page-date", APART, "low", why, (*one.spans, *other.spans))


def _element(seen: Sequence[_Told], modified: Sequence[_Told]) -> Iterator[Judgement]:
    """A date for machines that is not the one shown, where the page has but one of each."""
    days = {one.at: one for one in seen if one.by == "time-element"}, {one.at: one for one in seen if one.by == "text"}
    if not len(days[0]) == len(days[1]) == 1:
        return
    (one,), (other,) = (list(each.values()) for each in days)
    if abs(one.at - other.at) > SLACK and not any(abs(other.at - change.at) <= SLACK for change in modified):
        apart = f"{count(abs(one.at - other.at), 'day')} apart"
        why = f"The page shows {other.day}, but marks it for machines as {one.day}: {apart}."
        yield Found("page-date", APART, "low", why, (*other.spans, *one.spans))


def _address(facts: Facts, published: Sequence[_Told], modified: Sequence[_Told]) -> Iterator[Judgement]:
    """A day in the page's address that none of its own dates is near."""
    places = [facts.reading.report.address or ""]
    places += [claim.value for claim in facts.cleaned.claims if claim.what == "address"]
    days = {found.groups() for place in places if (found := _IN_ADDRESS.search(place))}
    if len(days) != 1 or not published:
        return
    year, month, day = (int(part) for part in days.pop())
    at = ordinal(f"{year}-{month:02}-{day:02}")
    if at is None:
        return
    spans = tuple(span for one in published for span in one.spans)[:1]
    if any(abs(one.at - at) <= SLACK for one in (*published, *modified)):
        return
    if len({one.at for one in published}) > 1:
        yield LetGo(APART, "the page shows more than one date", spans)
        return
    told = published[0]
    apart = f"{count(abs(told.at - at), 'day')} apart"
    why = f"The page's address says {year}-{month:02}-{day:02}, but its {told.by} says {told.day}: {apart}."
    yield Found("page-date", APART, "low", why, spans)


def _earlier(published: Sequence[_Told], told: Sequence[_Told], rule: str, what: str) -> Iterator[Judgement]:
    """What can only be done to a page that is there, dated before the page."""
    if not published or not told:
        return
    first, act = min(published, key=lambda one: one.at), min(told, key=lambda one: one.at)
    if act.at < first.at - SLACK:
        apart = count(first.at - act.at, "day")
        why = f"The page says that it was published on {first.day}, but {what} {act.day}, {apart} before."
        yield Found("page-date", rule, "low", why, first.spans)


def _changed(published: Sequence[_Told], modified: Sequence[_Told]) -> Iterator[Judgement]:
    """A page cannot have been changed for the last time before it was published."""
    if not published or not modified:
        return
    first, last = min(published, key=lambda one: one.at), max(modified, key=lambda one: one.at)
    if last.at >= first.at - SLACK:
        return
    spans = (*first.spans, *last.spans)
    if first.by in HIDDEN and last.by in HIDDEN and first.at - last.at < DRAFT:
        # Publishing systems write the date of a change when a draft is saved, and the other when it is to go out.
        yield LetGo(CHANGED, "both dates stand in the metadata, where a draft's last change may be meant", spans)
        return
    apart = count(first.at - last.at, "day")
    why = f"The page says that it was published on {first.day} and last changed on {last.day}, {apart} before."
    yield Found("page-date", CHANGED, "high", why, spans)
