"""Sums up several readings for a terminal: outlets, most-quoted speakers, tolls side by side, what does not fit.

Stands alone because it is the only view across readings that needs no ledger.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.show import words
from sayso.show.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import RenderableType

    from sayso.model import Figure, Reading

SPEAKERS = 6
TOLLS = 10
COUNTED = "killed"
ITSELF = "the outlet itself"
UNKNOWN = "outlet unknown"


def summary(readings: Sequence[Reading]) -> Group:
    """The readings at a glance; parts that have nothing to show are left out."""
    parts: list[RenderableType] = []
    for title, body in (
        ("Reports by outlet", _outlets(readings)),
        ("Most quoted", _speakers(readings)),
        (f"Tolls of all events side by side: {COUNTED}, and who says so", _tolls(readings)),
        ("What does not fit within a report", _findings(readings)),
    ):
        if body.row_count:
            parts += [Text(title, style="bold"), Padding(body, (0, 0, 1, 2))]
    return Group(*parts)


def _outlet(reading: Reading) -> str:
    return one_line(words.outlet_name(reading) or UNKNOWN)


def _outlets(readings: Sequence[Reading]) -> Table:
    counts = Counter(map(_outlet, readings))
    told: Counter[str] = Counter()
    for reading in readings:
        told[_outlet(reading)] += len(reading.attributions)
    rows = ((name, f"{count:,}", f"{told[name]:,}") for name, count in counts.most_common())
    return _table(("outlet", "reports", "attributions"), rows, numbers=(1, 2))


def _speakers(readings: Sequence[Reading]) -> Table:
    """Those with a name who are quoted most; who is quoted without a name differs from report to report."""
    quoted: Counter[str] = Counter()
    outlets: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for reading in readings:
        known = {actor.id: one_line(actor.name) for actor in reading.actors if actor.kind in {"person", "organisation"}}
        for row in reading.attributions:
            if row.speaker in known:
                quoted[known[row.speaker]] += 1
                outlets[known[row.speaker]][_outlet(reading)] = None
    rows = ((name, f"{count:,}", ", ".join(outlets[name])) for name, count in quoted.most_common(SPEAKERS))
    return _table(("speaker", "times", "in"), rows, numbers=(1,))


def _tolls(readings: Sequence[Reading]) -> Table:
    """The tolls that most outlets have, one line for each figure and speaker, with all the outlets that carry it."""
    outlets: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for reading in readings:
        for figure in reading.figures:
            if figure.counted == COUNTED:
                told = words.bounded(figure.value, figure.low, figure.high, figure.bound) or one_line(figure.text)
                outlets[told, _teller(reading, figure)][_outlet(reading)] = None
    most = sorted(outlets.items(), key=lambda item: -len(item[1]))[:TOLLS]
    return _table(("figure", "who says it", "in"), ((toll, who, ", ".join(where)) for (toll, who), where in most))


def _teller(reading: Reading, figure: Figure) -> str:
    carrier = next((row for row in reading.attributions if row.id == figure.attribution), None)
    return words.speaker(carrier, words.names(reading)) if carrier else ITSELF


def _findings(readings: Sequence[Reading]) -> Table:
    rows = (
        (words.FINDINGS[row.kind], one_line(row.why), _outlet(reading))
        for reading in readings
        for row in sorted(reading.findings, key=lambda row: row.severity != "high")
    )
    return _table(("", "why", "in"), rows)


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]], numbers: tuple[int, ...] = ()) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    for place, head in enumerate(heads):
        table.add_column(head, justify="right" if place in numbers else "left")
    for row in rows:
        table.add_row(*map(Text, row))
    return table
