"""Shows two reports side by side in a terminal: what they share, and what the later made of the earlier.

Stands alone because it is the only view whose rows have two reports in them at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.console import Group
from rich.table import Table
from rich.text import Text

from sayso.show.tables import short
from sayso.show.visible import one_line

if TYPE_CHECKING:
    from sayso.link.rows import ComparedRow, EditRow

KINDS = {
    "added": "added",
    "cut": "cut",
    "changed": "reworded",
    "attribution-dropped": "its source was dropped",
    "hedge-dropped": "its doubt was dropped",
    "figure-changed": "a figure is another",
    "headline-stronger": "the headline says more",
}
_LOSSES = ("attribution-dropped", "hedge-dropped", "figure-changed", "headline-stronger")
_SHARED = {
    None: "share too little to speak of",
    "copy": "copy",
    "excerpt": "excerpt",
    "passage": "a shared passage",
    "series": "of one series, each of its own day, and no copies",
}
_LONG = 280


def side_by_side(row: ComparedRow, *, explain: bool = False) -> Group:
    """Two reports, losses before mere rewording; with `explain` also what was compared between them and let go."""
    first = f"first: {short(row.first)}" if row.first else "which was first is not known"
    words = sum(run.words for run in row.shared)
    parts: list[Text | Table] = [
        Text(f"{short(row.a)} and {short(row.b)}: {_SHARED[row.kind]}", style="bold"),
        Text(
            f"{row.share_a:.0%} of {short(row.a)} stands in {short(row.b)}, {row.share_b:.0%} the other way;"
            f" {words:,} words in {len(row.shared)} runs"
        ),
        Text(f"{first}. {row.why}"),
    ]
    if row.versions:
        parts.insert(1, Text(f"versions of one page: {row.versions}"))
    edits = sorted(row.edits, key=lambda edit: edit.kind not in _LOSSES)
    parts += _table("what became of it", row, [_cells(edit) for edit in edits])
    parts += _table("what does not fit", row, [(found.why, found.before, found.after) for found in row.findings])
    if explain:
        passed = [(f"{found.differs}: {found.why}", found.before, found.after) for found in row.passed]
        parts += _table("what was compared and let go", row, passed)
    return Group(*parts)


def _table(head: str, row: ComparedRow, lines: list[tuple[str, str | None, str | None]]) -> list[Table]:
    if not lines:
        return []
    laid = Table(box=box.SIMPLE_HEAD, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold", show_edge=False)
    for each in (head, short(row.a), short(row.b)):
        laid.add_column(each, overflow="fold")
    for what, before, after in lines:
        laid.add_row(Text(one_line(what)), Text(_short(before)), Text(_short(after)))
    return [laid]


def _cells(edit: EditRow) -> tuple[str, str | None, str | None]:
    return KINDS[edit.kind], edit.before, edit.after


def _short(words: str | None) -> str:
    line = one_line(words or "")
    return line if len(line) <= _LONG else line[: _LONG - 1].rstrip() + "…"
