"""Says what an ISO 8601 date or date-time tells: its day as a number, and its instant where clock and zone are given.

Stands alone because every stage sets reports' days and times against each other, and must read them alike.
"""

from __future__ import annotations

import re
from datetime import date, datetime

DAY = len("2000-01-01")
"""Characters of a day; a month or a year has fewer."""
ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?(?![\dW-])")
"""A day, month or year, and no week, at the start of a date."""


def ordinal(value: str | None) -> int | None:
    """The ordinal of the day that an ISO 8601 date or date-time begins with; null where there is none."""
    try:
        return date.fromisoformat(value[:10]).toordinal() if value else None
    except ValueError:
        return None


def instant(value: str) -> datetime | None:
    """The instant that an ISO 8601 date-time tells; null where it gives no clock time or no zone."""
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        return None
    return found if found.tzinfo is not None else None
