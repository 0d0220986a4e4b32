"""Reads the dates and times that machines write into pages as ISO 8601.

Stands alone because these forms are few and exact, other than the dates of running text.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from sayso.read.given import iso_8601

_DAY_FIRST_PART = re.compile(
    r"(?P<year>[12][0-9]{3})(?P<mark>[-/.]?)(?P<month>0?[1-9]|1[0-2])(?P=mark)"
    r"(?P<day>0?[1-9]|[12][0-9]|3[01])(?![0-9])"
    r"(?:[T ,]+(?P<time>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)(?:\.[0-9]+)?\s*"
    r"(?P<zone>Z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2})?)?",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(?P<year>[12][0-9]{3})(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12][0-9]|3[01])(?:T|$|[^0-9])")
_SECONDS = re.compile(r"1[0-9]{9}(?:[0-9]{3})?")
_MILLI = 10


def moment(raw: str) -> str | None:
    """`raw` as ISO 8601, or null: a date or date-time, year first, a mail date, or seconds since 1970."""
    raw = raw.strip()
    if _SECONDS.fullmatch(raw):
        return datetime.fromtimestamp(int(raw[:_MILLI]), tz=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    whole = iso_8601(raw)
    if whole is not None and "-" in whole[:5]:
        return whole
    return _read(raw) or _mail(raw)


def _read(raw: str) -> str | None:
    found = _COMPACT.match(raw) or _DAY_FIRST_PART.match(raw)
    if found is None:
        return None
    parts = found.groupdict()
    day = iso_8601(f"{parts['year']}-{parts['month']:0>2}-{parts['day']:0>2}")
    if day is None or not parts.get("time"):
        return day
    zone = (parts.get("zone") or "").upper()
    zone = "Z" if zone in ("UTC", "GMT") else zone
    return iso_8601(f"{day}T{parts['time']:0>5}{zone}") or day


def _mail(raw: str) -> str | None:
    try:
        read = parsedate_to_datetime(raw)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return read.isoformat() if read.year >= 1900 else None  # noqa: PLR2004 - two-digit years read wrongly
