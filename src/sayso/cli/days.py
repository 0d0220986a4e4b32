"""Lets through the rows of some days: what `--since` and `--until` mean, and which day of a row they look at.

Stands alone so that a day is read, compared and explained the same by every command that lists a ledger.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from sayso.cli.guard import complain
from sayso.errors import UsageError
from sayso.ledger import AttributionRow, DateRow, FigureRow, FindingRow, ReportRow
from sayso.link.rows import ClaimsRow, CopiesRow
from sayso.read.iso import ISO, ordinal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.ledger import Ledger

Row = TypeVar("Row")

_WHOLE = "0000-01-01"
_GIVEN = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", re.ASCII)


class Days:
    """The days from `since` to `until`, both of them in, each a day, a month or a year (null: open).

    Raises `UsageError` where one is none, or the last stands before the first.
    """

    def __init__(self, kept: Ledger, since: str | None, until: str | None) -> None:
        self._kept = kept
        self._since, self._until = _day("--since", since), _day("--until", until)
        if since and until and not _reaches(until, since):
            message = f"--until {until} stands before --since {since}"
            raise UsageError(message)

    def of(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows of these days; how many had no day, and are left out, is said on standard error at the end."""
        if self._since is None and self._until is None:
            yield from rows
            return
        undated = 0
        try:
            for row in rows:
                day = self._day(row)
                undated += day is None
                if day is not None and self._holds(day):
                    yield row
        finally:  # also where a table has all the rows that it prints
            if undated:
                complain(f"{undated:,} left out that {'has' if undated == 1 else 'have'} no day")

    def _holds(self, day: str) -> bool:
        since, until = self._since, self._until
        return (since is None or _reaches(day, since)) and (until is None or _reaches(until, day))

    def _day(self, row: object) -> str | None:
        """The day that counts for a row: its own where it tells one, else that of its report."""
        match row:
            case ReportRow():
                days = [row.published]
            case FigureRow():
                days = [row.as_of, row.said, self._published.get(row.report)]
            case AttributionRow():
                days = [row.said, self._published.get(row.report)]
            case DateRow():
                days = [row.value]
            case FindingRow():
                days = [max(self._of_reports(part.report for part in row.evidence), default=None)]
            case ClaimsRow():
                days = [row.said, min(self._of_reports(one.report for one in row.attributions), default=None)]
            case CopiesRow():
                days = [min(self._of_reports(one.report for one in row.reports), default=None)]
            case _:
                days = [self._published.get(getattr(row, "report", ""))]
        return next((found[0] for day in days if day and (found := ISO.match(day))), None)

    def _of_reports(self, reports: Iterable[str]) -> list[str]:
        return [day for report in reports if (day := self._published.get(report))]

    @cached_property
    def _published(self) -> dict[str, str | None]:
        return {row.id: row.published for row in self._kept.reports()}


def _day(option: str, given: str | None) -> str | None:
    if given is not None and not (_GIVEN.fullmatch(given) and ordinal(given + _WHOLE[len(given) :])):
        message = f"{option} {given!r} is no day, month or year of ISO 8601, such as 2031-03-05, 2031-03 or 2031"
        raise UsageError(message)
    return given


def _reaches(day: str, since: str) -> bool:
    """Whether a day is not before another; of a month or a year it is enough that some day of it may be."""
    told = min(len(day), len(since))
    return day[:told] >= since[:told]
