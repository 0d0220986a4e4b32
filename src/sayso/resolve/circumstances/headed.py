"""Fills in where and when from a table's headings: a row of a district, a column of a day, a caption with a period.

Stands alone because in a table the place and the day of a number are cells, and stand in no clause with it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from sayso.clean.tabular import Headings, headings, is_of_places, is_total
from sayso.lexicon import words
from sayso.read.iso import DAY, ISO

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sayso.model import Date, Figure, Span
    from sayso.stages import Parsed, Table

_PLACES = frozenset(("GPE", "LOC", "FAC"))
_LEADS = frozenset(word for phrase in words("relays", "times", "as_of") for word in phrase.split())
_NOTE = re.compile(r"(?<=[^\W\d_])[0-9]{1,2}$|[*†‡ :]+$")
_NEAR = 6
"""Characters between the two days of one period ("1 to 8 March")."""

Days = tuple[str | None, str | None]


def under_headings(parsed: Parsed, figures: Sequence[Figure], dates: Sequence[Date]) -> tuple[Figure, ...]:
    """The figures, those of tables with the place, `as_of` and `since` that their headings or the caption tell."""
    if not parsed.cleaned.tables:
        return tuple(figures)
    told = {span: found for table in parsed.cleaned.tables for span, found in _of_table(parsed, table, dates)}
    cells = {span.start: span for span in told}
    filled = []
    for figure in figures:
        start = next((at for at in range(figure.span.start, figure.span.start - _NEAR, -1) if at in cells), -1)
        span = cells.get(start)
        if span is None or not span.holds(figure.span):
            filled.append(figure)
            continue
        place, (as_of, since) = told[span]
        filled.append(
            msgspec.structs.replace(
                figure, place=place or figure.place, as_of=as_of or figure.as_of, since=since or figure.since
            )
        )
    return tuple(filled)


def _of_table(parsed: Parsed, table: Table, dates: Sequence[Date]) -> Iterator[tuple[Span, tuple[str | None, Days]]]:
    """Each cell with a number, with its place and its days."""
    heads = {cell.span: _days(parsed, cell.span, dates) for cell in table.cells if cell.heading}
    caption = _days(parsed, table.caption, dates, led=_tells(parsed, table.caption)) if table.caption else (None, None)
    heads.update(_of_summed_days(parsed, table, heads))
    for span, stands in headings(table).items():
        own = next((heads[cell.span] for cell in stands if heads[cell.span] != (None, None)), caption)
        yield span, (_place(parsed, stands), own if own[0] is not None else (caption[0], own[1]))


def _of_summed_days(parsed: Parsed, table: Table, heads: Mapping[Span, Days]) -> Iterator[tuple[Span, Days]]:
    """The days of the headings beside which a total stands: their numbers are of these days alone."""
    body = min((cell.row for cell in table.cells if not cell.heading), default=0)
    summed = {cell.row >= body for cell in table.cells if cell.heading and is_total(cell.span.of(parsed.text))}
    for cell in table.cells:
        if cell.heading and (cell.row >= body) in summed:
            yield cell.span, _of_one_day(parsed, cell.span, heads[cell.span])


def _tells(parsed: Parsed, caption: Span) -> bool:
    """Whether a caption is a sentence, in which a day may be of anything."""
    return caption.of(parsed.text).rstrip().endswith((".", "!", "?"))


def _of_one_day(parsed: Parsed, span: Span, days: Days) -> Days:
    """The days of a heading whose numbers are summed up: those of a day count from that day on, not "as of" it."""
    last, first = days
    led = any(parsed.lower[at] in _LEADS for at in parsed.tokens_in(span))
    return days if led else (last, first or last)


def _place(parsed: Parsed, stands: Headings) -> str | None:
    """The heading that names a place: one in a column of places, or a name of a place; no sum's."""
    corners = {corner.column for corner in stands.corners if is_of_places(corner.span.of(parsed.text))}
    for cell in stands:
        if is_total(cell.span.of(parsed.text)):
            continue
        listed = cell in stands.rows and cell.column in corners
        if listed or _is_name(parsed, cell.span):
            return _NOTE.sub("", " ".join(cell.span.of(parsed.text).split()))
    return None


def _is_name(parsed: Parsed, span: Span) -> bool:
    return any(one.label in _PLACES and one.span.holds(span) for one in parsed.entities_of(span))


def _days(parsed: Parsed, span: Span, dates: Sequence[Date], *, led: bool = False) -> Days:
    """The last day and the first of a period in `span`, or its only day; with `led` one behind "as of"."""
    found = [date for date in dates if span.holds(date.span) and date.type == "DATE"]
    days = [value.group() for date in found if (value := ISO.match(date.value)) and len(value.group()) == DAY]
    if len(days) != len(found) or not days:
        return None, None
    if len(days) == 2 and found[1].span.start - found[0].span.end <= _NEAR and days[0] < days[1]:  # noqa: PLR2004
        return days[1], days[0]
    if len(days) > 1:
        return None, None
    before = parsed.text[span.start : found[0].span.start].lower().split()
    phrases = {" ".join(before[-size:]) for size in (1, 2)}
    if phrases & words("relays", "times", "since"):
        return None, days[0]
    return (days[0], None) if not led or any(phrase.startswith("as ") for phrase in phrases) else (None, None)
