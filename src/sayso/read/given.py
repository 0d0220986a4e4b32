"""Reads what a JSON Lines record says of its report, and refuses what it cannot mean.

Stands alone because dates and broken characters are judged here before any text is looked at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime

from sayso.model import Refused, Span

_YEAR = re.compile(r"[0-9]{4}")
_MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")
_ORDINAL = re.compile(r"([0-9]{4})-?([0-9]{3})")
_WEEK = re.compile(r"([0-9]{4})-?W([0-9]{2})")
_ZONE_APART = re.compile(r" (Z|[+-][0-9:]{2,6})\Z", re.IGNORECASE)
_SURROGATE = re.compile("[\ud800-\udfff]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_MOST_ROWS = 100


@dataclass(slots=True)
class Strings:
    """Takes a record's strings, whole or null, and collects what had to be refused on the way."""

    record: dict[str, object]
    refused: list[Refused] = field(default_factory=list)

    def take(self, name: str) -> str | None:
        """The string of this name with lone surrogates replaced; null where it is missing, empty or no string."""
        value = self.record.get(name)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            self.refused.append(Refused(None, name, f"{name} of the record is no string: {str(value)[:80]}"))
            return None
        return self.whole(value, name)

    def whole(self, value: str, name: str, *, spans: bool = False) -> str:
        """`value` with each lone surrogate as U+FFFD, one for one; `spans`: the rows name places in the text."""
        rows = 0
        for found in _SURROGATE.finditer(value):
            if rows == _MOST_ROWS:
                why = f"more than {_MOST_ROWS} lone surrogates in {name}: the others are U+FFFD too"
                self.refused.append(Refused(None, "character", why))
                break
            rows += 1
            span = Span(found.start(), found.end()) if spans else None
            why = (
                f"lone surrogate U+{ord(found.group()):04X} in {name} at {found.start()}: no character, read as U+FFFD"
            )
            self.refused.append(Refused(span, "character", why))
        return _SURROGATE.sub(_REPLACEMENT, value) if rows else value

    def published(self) -> str | None:
        """The given date, or null with a refusal where it is no ISO 8601 date or date-time."""
        value = self.take("published")
        if value is None or not value.strip():
            return None
        read = iso_8601(value)
        if read is None:
            why = (
                f"published {value[:80]!r} is no ISO 8601 date or date-time, such as 2023-11-04 or 2023-11-04T12:30:00Z"
            )
            self.refused.append(Refused(None, "date", why))
        return read


def iso_8601(value: str) -> str | None:
    """`value` without outer blanks if it is an ISO 8601 year, month, week, day or date-time that exists, else null.

    A blank between date and time is written as the standard's ``T``, and one before the zone is left out.
    """
    value = value.strip()
    if (_YEAR.fullmatch(value) and value != "0000") or (_MONTH.fullmatch(value) and value[:4] != "0000"):
        return value
    head, mark, rest = value.partition(" ")
    value = f"{head}T{rest}" if mark and rest[:1].isdigit() else value
    value = _ZONE_APART.sub(r"\1", value)
    return value if _is_ordinal(value) or _is_week(value) or _is_moment(value) else None


def _is_ordinal(value: str) -> bool:
    found = _ORDINAL.fullmatch(value)
    if found is None or int(found.group(1)) == 0:
        return False
    year = int(found.group(1))
    return 1 <= int(found.group(2)) <= date(year, 12, 31).timetuple().tm_yday


def _is_week(value: str) -> bool:
    found = _WEEK.fullmatch(value)
    return found is not None and _is_moment(f"{found.group(1)}-W{found.group(2)}-1")


def _is_moment(value: str) -> bool:
    if not value.isascii():
        return False
    try:
        if "T" in value.upper():
            datetime.fromisoformat(value.upper())
        else:
            date.fromisoformat(value)
    except ValueError:
        return False
    return True
