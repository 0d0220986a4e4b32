"""Draws the series of a figure in a terminal: one line a number, in the order of time, each with the row to go to.

Stands alone because only lengths of lines are reckoned here: what stands in a series is `link.events.series`' business.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.show import words
from sayso.show.tables import name
from sayso.show.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import JustifyMethod

    from sayso.link.events.series import Point, Series

WIDTH = 20
"""Columns from nought to the greatest number."""
APART = "Events are told apart as far as the words do: two of one place within a few days may stand in one series."
BACK = "○ marks a number that was taken back: the row named beside it has the words and the right one."
_DOT, _LINE, _LEFT, _RIGHT, _ON, _FROM = "●─├┤▶◀"
_HOLLOW, _DASH = "○╌"


def plots(found: Iterable[Series]) -> Group:
    """All series, one below the other."""
    given = list(found)
    drawn = (Group(Text(heading(each), style="bold"), Padding(_plot(each), (0, 0, 1, 2))) for each in given)
    back = any(point.corrected for each in given for point in each.points)
    return Group(*drawn, *(Text(legend, style="dim") for legend in ((BACK, APART) if back else (APART,))))


def heading(each: Series) -> str:
    """What is counted, and of which event."""
    return f"{each.counted} ({one_line(each.event)})" if each.event else each.counted


def counts(point: Point) -> str:
    """How many reports print a number, and from how many independent roots they have it."""
    reports = _reports(point)
    return f"{reports} {'report' if reports == 1 else 'reports'}, {point.independent} independent"


def _reports(point: Point) -> int:
    return len({teller.report for teller in point.tellers})


def how(point: Point) -> str:
    """Whether the number is a running total or came on top; empty where nobody says."""
    return {"cumulative": "total", "new": "new", "unknown": ""}[point.how]


def corrected(point: Point) -> str:
    """That a number was taken back, and what puts it right; or which number it puts right; empty for any other."""
    if (by := point.corrected) is not None:
        return f"taken back in {name(by.report, by.row)}: {words.number(by.value)}"
    return f"corrects {words.number(point.corrects)}" if point.corrects is not None else ""


def _plot(each: Series) -> Table:
    most = max(end for point in each.points for end in (point.low, point.high) if end is not None)
    laid = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for head in ("for", "who says it", f"0 to {words.number(most)}", "figure", "reports", "roots", "row"):
        whole = head in {"for", "reports", "roots", "row"} or head.startswith("0 to")
        justify: JustifyMethod = "right" if head in {"reports", "roots"} else "left"
        laid.add_column(head, no_wrap=whole, overflow="fold", justify=justify)
    for point in each.points:
        first = point.tellers[0]
        told = words.bounded(point.value, point.low, point.high, point.bound) or one_line(point.text)
        laid.add_row(
            Text(point.when or "no day"),
            Text(one_line(point.source)),
            Text(line(point, most)),
            Text(", ".join(part for part in (told, how(point), corrected(point)) if part)),
            Text(f"{_reports(point):,}"),
            Text(f"{point.independent:,}"),
            Text(name(first.report, first.row)),
        )
    return laid


def line(point: Point, most: float, width: int = WIDTH) -> str:
    """A point on a line of `width` columns from nought to `most`; an open end is an arrow.

    A value below nought stands at nought; one that was taken back is hollow.
    """
    scale = (width - 1) / most if most > 0 else 0.0
    dot, dash = (_DOT, _LINE) if point.corrected is None else (_HOLLOW, _DASH)
    low = round(max(0, point.low) * scale) if point.low is not None else None
    high = round(max(0, point.high) * scale) if point.high is not None else None
    if low is not None and low == high:
        return " " * low + dot
    if high is None:
        start = low or 0
        return " " * start + dot + dash * (width - start - 2) + _ON
    if low is None:
        return _FROM + dash * (high - 1) + dot
    return " " * low + _LEFT + dash * (high - low - 1) + _RIGHT
