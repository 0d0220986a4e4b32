"""Date rows as stretches of minutes, so that clock times, days, seasons and years compare.

Stands alone because all rules on time compare rows of all grains, and only here printed values become numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sayso.check.cutting import LETTERS
from sayso.lexicon import either, table, words

if TYPE_CHECKING:
    from sayso.model import Date

DAY = 1440  # minutes
WEEK = 7  # days
BEFORE, BEHIND = (
    330,
    150,
)  # days around publication within which the year of a date that prints none is believed
_DIGITS = re.compile(r"[0-9]{1,2}[./-][0-9]{1,2}")
_CLOCK = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}):([0-9]{2})(?::[0-9]{2})?.*")
_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T([A-Z]{2}|[0-9]{2}))?")
_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")
_WEEK = re.compile(r"([0-9]{4})-W([0-9]{2})")
_YEAR = re.compile(r"([0-9]{4})(-(?:SP|SU|FA|WI))?")
_PRINTED_YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
_OF_YEAR, _YEARS_OFF = (either(words("checks", "named_days", name)) for name in ("of_year", "years_off"))
_TOLD_YEAR = re.compile(rf"\b(?:{_OF_YEAR}) year\b|\byears? (?:{_YEARS_OFF})\b", re.IGNORECASE)
_WIDE = ("START", "MID", "END", "APPROX")  # modifiers within the unit that is named


@dataclass(frozen=True, slots=True)
class Moment:
    """A date row from its first to its last minute.

    `grain`: ``clock``, ``day``, ``week``, ``month``, ``season`` or ``year``. `sure`: its year is printed, told by the
    words ("last year"), or is hardly another one.
    """

    row: Date
    first: int
    last: int
    grain: str
    sure: bool = True

    @property
    def day(self) -> int:
        """The ordinal of its first day."""
        return self.first // DAY

    @property
    def last_day(self) -> int:
        """The ordinal of its last day."""
        return self.last // DAY

    @property
    def year(self) -> int:
        """The year of its first day."""
        return date.fromordinal(self.day).year

    @property
    def printed_year(self) -> bool:
        """Whether its words print the year."""
        return prints_year(self.row.text)

    @property
    def name(self) -> str:
        """The moment in words ("4 March 2021", "20:05 on 26 September 2023")."""
        when = date.fromordinal(self.day)
        if self.grain == "clock":
            hour, minute = divmod(self.first % DAY, 60)
            return f"{hour:02}:{minute:02} on {when.day} {when:%B} {when.year}"
        if self.grain == "day":
            return f"{when.day} {when:%B} {when.year}"
        if self.grain == "month":
            return f"{when:%B} {when.year}"
        return " ".join(self.row.text.split()) if self.grain in ("season", "week") else str(when.year)

    @property
    def placed(self) -> str:
        """The moment as a sentence puts it ("on 4 March 2021", "in May 1997")."""
        return f"on {self.name}" if self.grain == "day" else f"in {self.name}"

    def apart(self, other: Moment) -> bool:
        """Whether the two have no minute in common."""
        return self.last < other.first or other.last < self.first


def prints_year(text: str) -> bool:
    """Whether words hold a year in digits."""
    return _PRINTED_YEAR.search(text) is not None


def may_swap(one: Moment, two: Moment) -> bool:
    """Whether the two may stand the other way round, as one is named by its weekday alone and they are days apart."""
    return 0 < abs(one.day - two.day) < WEEK and (by_weekday(one) or by_weekday(two))


def names_day(when: Moment) -> bool:
    """Whether its words name a weekday, a month or a year, and not only a time of some day ("7 pm", "the night")."""
    return when.printed_year or by_month(when) or by_weekday(when)


def by_weekday(when: Moment) -> bool:
    """Whether its words name a weekday, and no month: it may be of the week before or after."""
    names = table("dates")
    return bool(_words(when) & {*names["weekdays"], *names["weekday_abbreviations"]}) and not by_month(when)


def by_month(when: Moment) -> bool:
    """Whether its words name a month, or print it in digits."""
    names = table("dates")
    named = _words(when) & {*names["months"], *names["month_abbreviations"]}
    return bool(named) or _DIGITS.search(when.row.text) is not None


def _words(when: Moment) -> set[str]:
    return set(LETTERS.findall(when.row.text.lower()))


def of_day(row: Date, ordinal: int) -> Moment:
    """The whole of a day, told by that row or by none of its own."""
    return Moment(row, ordinal * DAY, (ordinal + 1) * DAY - 1, "day")


def moment(row: Date, published: int | None = None, *, wide: bool = False) -> Moment | None:
    """The row as a moment; null for lengths, sets, vague words and, unless `wide`, rows with a modifier."""
    if row.type not in ("DATE", "TIME") or (row.mod is not None and not (wide and row.mod in _WIDE)):
        return None
    try:
        found = _bounds(row.value)
    except ValueError:
        return None
    if found is None:
        return None
    first, last, grain = found
    told = prints_year(row.text) or _TOLD_YEAR.search(row.text) or grain in ("season", "year")
    sure = bool(told) or (published is not None and -BEFORE <= first // DAY - published <= BEHIND)
    return Moment(row, first, last, grain, sure)


def _bounds(value: str) -> tuple[int, int, str] | None:  # noqa: PLR0911 (one form of value each)
    if match := _CLOCK.fullmatch(value):
        at = date.fromisoformat(match[1]).toordinal() * DAY + int(match[2]) * 60 + int(match[3])
        return at, at, "clock"
    if match := _DAY.fullmatch(value):
        at = date.fromisoformat(match[1]).toordinal()
        if match[2] and match[2].isdigit():
            return at * DAY + int(match[2]) * 60, at * DAY + int(match[2]) * 60, "clock"
        return at * DAY, (at + 1) * DAY - 1, "day"
    if match := _MONTH.fullmatch(value):
        year, month = int(match[1]), int(match[2])
        after = date(year + month // 12, month % 12 + 1, 1).toordinal()
        return date(year, month, 1).toordinal() * DAY, after * DAY - 1, "month"
    if match := _WEEK.fullmatch(value):
        at = date.fromisocalendar(int(match[1]), int(match[2]), 1).toordinal()
        return at * DAY, (at + 7) * DAY - 1, "week"
    if match := _YEAR.fullmatch(value):  # a season is the whole year: hemispheres differ, and a winter has two
        year = int(match[1])
        grain = "season" if match[2] else "year"
        return date(year, 1, 1).toordinal() * DAY, (date(year, 12, 31).toordinal() + 1) * DAY - 1, grain
    return None
