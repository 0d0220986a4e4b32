"""What a time expression says before anyone knows when it was said: a known period, a weekday without a week, a length.

Stands alone because the grammar makes shapes from words, and the resolver makes values from shapes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from sayso.extract.dates.calendar import Grain, Period
    from sayso.model import TimexType

Pull = Literal[-1, 0, 1]


@dataclass(frozen=True, slots=True)
class Known:
    """A period that is told in full; a `fiscal` one is no calendar one, and whose it is nobody says."""

    period: Period
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class Recurring:
    """A period that comes again each year or week: month and day, weekday, month, quarter, season, holiday.

    `number`: the month, quarter or half (from 1), the season (1 spring) or the weekday (1 Monday); `day` in it.
    `pull` is -1 for "last", 1 for "next", 0 for "this", null where nothing is said; `told`: from the date told of;
    `nearest`: the one that comes first ("this coming Friday").
    """

    grain: Literal["date", "weekday", "month", "quarter", "half", "season", "holiday", "monthday"]
    number: int = 0
    day: int = 0
    weekday: int = 0
    holiday: str = ""
    pull: Pull | None = None
    told: bool = False
    fiscal: bool = False
    nearest: bool = False


@dataclass(frozen=True, slots=True)
class Steps:
    """So many periods from the one of publication, or (`told`) from the date told of before."""

    grain: Grain
    count: int
    told: bool = False


@dataclass(frozen=True, slots=True)
class Same:
    """The period of that grain told of before ("that year", "the quarter"); `firm` false: else the one of publication.

    `back` counts the years before it ("the same month a year ago"); a `whole` one ("the full year") is that of the date
    told in the same sentence.
    """

    grain: Grain
    firm: bool
    back: int = 0
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Away:
    """A length before (-1) or after (1) the day of publication or (`told`) the date told of; `amount` null is vague."""

    amount: float | None
    unit: str
    direction: Pull
    told: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """The stretch that the figures told before are for ("the latest period"); of `year`, or so many years `back`."""

    year: int | None = None
    back: int = 0


@dataclass(frozen=True, slots=True)
class Back:
    """The same part of the year, so many `years` before ("the year-ago third quarter")."""

    inner: Recurring
    years: int


@dataclass(frozen=True, slots=True)
class Ended:
    """A quarter of a firm's own year with its last day ("the fiscal first quarter ended 30 September")."""

    inner: Recurring
    last: Shape


@dataclass(frozen=True, slots=True)
class Yearless:
    """A day of a month of another calendar, without its year."""

    kind: str
    month: int
    day: int
    weekday: int


@dataclass(frozen=True, slots=True)
class Told:
    """The date told of before, whatever its grain ("until then")."""


@dataclass(frozen=True, slots=True)
class Beyond:
    """The day, week, month or year so many `steps` from the one that holds another date ("the day before Easter").

    With `weekday` (Monday 1), the first such day on that side of it ("the Friday before Easter").
    """

    grain: Grain
    steps: int
    inner: Shape
    weekday: int = 0


@dataclass(frozen=True, slots=True)
class Apart:
    """The day or month so many units (before: less than 0) from another one ("ten years ago today")."""

    inner: Shape
    unit: str
    count: int


@dataclass(frozen=True, slots=True)
class Length:
    """A duration as its TimeML value; `amount` and `unit` where it is one number of one unit."""

    value: str
    amount: float | None
    unit: str
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Plain:
    """A value that needs nothing more: ``PRESENT_REF``, ``P1D`` of a set, ``XXXX-WXX-5``."""

    value: str


@dataclass(frozen=True, slots=True)
class Inside:
    """A recurring period within another ("the third quarter of last year", "June last year")."""

    inner: Recurring
    outer: Shape


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: ``T18:00``, ``TNI``; the day is null where it is the one told of before."""

    time: str
    day: Shape | None
    zone: int | None = None
    pull: Pull | None = None


@dataclass(frozen=True, slots=True)
class Either:
    """Two readings of one numeric date, earlier first, and the coarser TimeML value that is sure."""

    first: Period
    second: Period
    sure: str


@dataclass(frozen=True, slots=True)
class NthOf:
    """The `number`-th (-1: the last) day of `outer`, or such weekday (Monday 1) of it."""

    number: int
    weekday: int
    outer: Shape


@dataclass(frozen=True, slots=True)
class Interval:
    """Days (ordinals) that no one period of the Gregorian calendar is; `why` where it is one of them, unknown which."""

    first: int
    last: int
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Broken:
    """No date of the calendar, and why."""

    why: str


@dataclass(frozen=True, slots=True)
class Around:
    """The period of `grain` that holds another one: "the quarter ended 30 September"."""

    grain: Grain
    inner: Shape


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The first (0) or last (-1) whole week of a month."""

    which: Literal[0, -1]
    outer: Shape


Shape = (
    Known
    | Recurring
    | Steps
    | Same
    | Away
    | Frame
    | Back
    | Told
    | Ended
    | Yearless
    | Beyond
    | Apart
    | Length
    | Plain
    | Inside
    | Clock
    | Either
    | Interval
    | Broken
    | Around
    | NthOf
    | WeekOf
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Lexemes ``[first, last)`` of a paragraph that are a time expression. `cue` names the rule that found it."""

    first: int
    last: int
    type: TimexType
    shape: Shape
    cue: str
    mod: str | None = None
