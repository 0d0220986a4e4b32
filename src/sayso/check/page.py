"""Finds a page whose date cannot be the report's: the report tells of a later day as past.

Stands alone because it is the one rule that sets the page's own claims against its text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.check.facts import ordinal
from sayso.check.judgement import Found, Judgement, LetGo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.check.facts import Facts
    from sayso.model import Span

DATELINE, VISIBLE = "dateline-after-page", "page-dates-apart"
SLACK = 1  # days: time zones, and evening editions dated the day after


def judge(facts: Facts) -> Iterator[Judgement]:
    """A finding where the dateline is later than the page's date, or two of the page's own dates are far apart."""
    yield from _dateline(facts)
    yield from _visible(facts)


def _dateline(facts: Facts) -> Iterator[Judgement]:
    line = facts.cleaned.dateline
    if line is None or line.date is None or facts.published is None:
        return
    for day in facts.days:
        if not (day.grain == "day" and line.date.meets(day.row.span)) or day.first <= facts.published + SLACK:
            continue
        spans = (line.date,)
        if not day.with_year:
            yield LetGo(DATELINE, "the dateline prints no year", spans)
            continue
        why = f"The dateline says {day.name}, but the page says that it was published on {_name(facts)}."
        yield Found("page-date", DATELINE, "high", why, spans)


def _name(facts: Facts) -> str:
    return (facts.reading.report.published or "")[:10]


def _visible(facts: Facts) -> Iterator[Judgement]:
    """Visible date and metadata: apart by more than a day, and no date of change explains it."""
    claims = facts.cleaned.claims
    published = [
        (claim, at) for claim in claims if claim.what == "published" and (at := ordinal(claim.value)) is not None
    ]
    modified = [at for claim in claims if claim.what == "modified" and (at := ordinal(claim.value)) is not None]
    seen = [(claim, at) for claim, at in published if claim.by in ("text", "time-element") and claim.span is not None]
    hidden = [(claim, at) for claim, at in published if claim.by in ("json-ld", "meta")]
    for claim, at in seen:
        for other, told in hidden:
            if abs(at - told) <= SLACK:
                continue
            spans: tuple[Span, ...] = (claim.span,) if claim.span is not None else ()
            if any(abs(at - change) <= SLACK for change in modified):
                yield LetGo(VISIBLE, "the visible date is the date of a change", spans)
            elif len({day for _, day in seen}) > 1 or len({day for _, day in hidden}) > 1:
                yield LetGo(VISIBLE, "the page shows more than one date", spans)
            else:
                apart = f"{abs(at - told):,} days apart"
                why = f"The page shows {claim.value[:10]}, but its {other.by} says {other.value[:10]}: {apart}."
                yield Found("page-date", VISIBLE, "low", why, spans)
