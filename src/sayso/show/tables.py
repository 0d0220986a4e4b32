"""Lays out the rows of a ledger as tables for a terminal, one layout for each kind of row.

Stands alone because which columns a person needs of a kind of row is a decision apart from how one report is shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from rich import box
from rich.console import Group
from rich.table import Table
from rich.text import Text

from sayso.ledger import (
    ActorRow,
    AttributionRow,
    Change,
    DateRow,
    DemandRow,
    FigureRow,
    FindingRow,
    Hit,
    ReportRow,
    VersionsRow,
    WordingRow,
)
from sayso.link.rows import ClaimsRow, CopiesRow
from sayso.show import words
from sayso.show.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from rich.console import RenderableType

    from sayso.model import Value

Cells = tuple[str | None, ...]
DIGITS = 8


def short(report: str) -> str:
    """A report's id as people type it: eight digits."""
    return report.removeprefix("sha256:")[:DIGITS]


def name(report: str, row: str) -> str:
    """A row's name in a ledger, ``REPORT/ROW``, as `sayso trace` takes it."""
    return f"{short(report)}/{row}"


def with_names(row: Value, names: Callable[[str], dict[str, str]]) -> Value:
    """The row with actors by name where it has their ids; `names` gives those of a report."""
    if isinstance(row, AttributionRow):
        known = names(row.report)
        chain = tuple(known.get(actor, actor) for actor in row.chain)
        return msgspec.structs.replace(row, speaker=known.get(row.speaker or ""), chain=chain)
    if isinstance(row, FigureRow):
        return msgspec.structs.replace(row, speaker=names(row.report).get(row.speaker or ""))
    if isinstance(row, DemandRow):
        return msgspec.structs.replace(row, who=names(row.report).get(row.who or ""))
    return row


def _report(row: ReportRow) -> Cells:
    when = words.moment(row.published) if row.published else None
    version = f"version of {short(row.version_of)}" if row.version_of else ""
    status = "" if row.status == "read" else f"{words.STATUSES[row.status]}: {row.why}"
    about = ", ".join(part for part in (version, status) if part)
    return short(row.id), row.outlet, row.title or row.text[:60], when, row.address or row.path, about


def _attribution(row: AttributionRow) -> Cells:
    stance = words.STANCES[row.cue.stance] if row.cue else ""
    source = row.source.text if row.source else None
    how = ", ".join(part for part in (words.act(row), stance, words.doubt(row)) if part)
    return name(row.report, row.id), row.speaker or source, " < ".join(row.chain[:-1]), how, row.content.text


def _actor(row: ActorRow) -> Cells:
    return short(row.report), row.name, row.kind, "; ".join(row.roles), str(len(row.mentions))


def _figure(row: FigureRow) -> Cells:
    return (
        name(row.report, row.id),
        words.bounded(row.value, row.low, row.high, row.bound) or row.text,
        row.unit,
        row.counted,
        row.place,
        row.as_of,
        words.teller(row),
        row.text,
    )


def _date(row: DateRow) -> Cells:
    return name(row.report, row.id), row.text, row.value, row.edtf, row.type.lower()


def _demand(row: DemandRow) -> Cells:
    return name(row.report, row.id), row.who, ", ".join(row.of), row.action.text, row.until


def _wording(row: WordingRow) -> Cells:
    return name(row.report, row.id), row.text, row.plain, row.voice, row.list


def _finding(row: FindingRow) -> Cells:
    report, _slash, own = row.id.rpartition("/")
    evidence = "\n".join(f"{short(part.report)}: {one_line(part.text)}" for part in row.evidence)
    return name(report, own) if report else own, words.FINDINGS[row.kind], row.why, evidence


def _versions(row: VersionsRow) -> Cells:
    return row.address, "\n".join(map(short, row.reports)), row.ground, "\n".join(map(_change, row.changes))


def _change(change: Change) -> str:
    before, after = one_line(change.before or "nothing"), one_line(change.after or "nothing")
    return f"{change.what} {change.extent or change.kind}: {before} -> {after}"


def _claims(row: ClaimsRow) -> Cells:
    counted = f"{row.reports} {'report' if row.reports == 1 else 'reports'}, {row.independent} independent"
    stands = "\n".join(f"{name(one.report, one.id)}{' root' if one.root else ''}" for one in row.attributions)
    first = short(row.first.report) if row.first else "not known"
    return row.id, row.speaker.name if row.speaker else "", words.claimed(row), counted, first, stands


def _copies(row: CopiesRow) -> Cells:
    first = "not known" if row.first is None else short(row.first)
    members = "\n".join(f"{short(member.report)} {member.overlap:.0%}" for member in row.reports)
    return row.id, row.kind, first, str(len(row.reports)), members


def _hit(row: Hit) -> Cells:
    return name(row.report, row.row) if row.row else short(row.report), row.kind, row.snippet


NARROWEST = 11
"""Columns of the terminal that a table's column has at least."""
_LAYOUTS: dict[type, tuple[tuple[str, ...], Callable[..., Cells]]] = {
    ReportRow: (("report", "outlet", "title", "published", "from", ""), _report),
    AttributionRow: (("row", "speaker", "chain", "act", "words"), _attribution),
    ActorRow: (("report", "name", "kind", "roles", "mentions"), _actor),
    FigureRow: (("row", "figure", "unit", "counted", "place", "as of", "who says it", "as printed"), _figure),
    DateRow: (("row", "as printed", "as read", "range", "type"), _date),
    DemandRow: (("row", "who", "of whom", "what", "until"), _demand),
    WordingRow: (("row", "term", "plain", "voice", "list"), _wording),
    FindingRow: (("row", "what does not fit", "why", "evidence"), _finding),
    VersionsRow: (("address", "reports", "why", "changes"), _versions),
    ClaimsRow: (("claim", "speaker", "words", "told by", "first", "stands in"), _claims),
    CopiesRow: (("row", "kind", "first", "reports", "share of each in another"), _copies),
    Hit: (("where", "in", "words"), _hit),
}


def table(kind: type, rows: Iterable[object], width: int) -> RenderableType:
    """The rows, all of one kind, as a table; `kind` is their type (the heads are shown for no rows, too).

    Where `width`, in columns of the terminal, leaves no room for words, each row stands as lines of head and cell.
    """
    heads, cells = _LAYOUTS[kind]
    printed = (tuple(Text("\n".join(map(one_line, (cell or "").split("\n")))) for cell in cells(row)) for row in rows)
    if width < NARROWEST * len(heads):
        return Group(*(_stacked(heads, row) for row in printed))
    laid = Table(box=box.SIMPLE_HEAD, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold", show_edge=False)
    for place, head in enumerate(heads):
        laid.add_column(head, no_wrap=place == 0, overflow="fold")
    for row in printed:
        laid.add_row(*row)
    return laid


def _stacked(heads: Sequence[str], row: Sequence[Text]) -> Text:
    """A row as one line for each cell that is not empty, the first without its head, and a blank line behind."""
    lines = [row[0], *(Text(f"{head}: ", "dim") + cell for head, cell in zip(heads[1:], row[1:], strict=True) if cell)]
    return Text("\n").join([*lines, Text()])
