"""Sets two reports of a ledger side by side: what they share, who was first and why, what one changed of the other.

Stands alone because nothing of it is kept: it is made when somebody asks for these two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.link.copies.edits import edits
from sayso.link.copies.first import origin
from sayso.link.copies.index import CopyIndex
from sayso.link.copies.instalments import instalments
from sayso.link.copies.kept import InLedger
from sayso.link.copies.order import Order
from sayso.link.copies.passages import printed, shared_runs
from sayso.link.copies.retelling import shared_spans, telling
from sayso.link.misfits.between import Misfit, Passed, Shared, prepare
from sayso.link.misfits.between import compare as between
from sayso.link.rows import ComparedRow, EditRow, JudgedRow

if TYPE_CHECKING:
    from sayso.ledger import Ledger
    from sayso.link.copies.edit import Edit
    from sayso.model import Reading, Span


def compared(ledger: Ledger, a: str, b: str) -> ComparedRow:
    """What two reports have to do with each other; where the second is known to be first, it is named first.

    Raises `InputError` where one of them names no report.
    """
    one, other = ledger.show(a), ledger.show(b)
    numbers = ledger.number(a), ledger.number(b)
    order = Order(ledger, CopyIndex(InLedger(ledger.links())))
    first = order.of_two(origin(one), origin(other))
    if first.report == other.report.id:
        one, other, numbers = other, one, numbers[::-1]
    ours, theirs = telling(one), telling(other)
    sharing = order.shared(*numbers)
    version = ledger.one_page(*numbers)
    serial = sharing is not None and version is None and instalments(one, other)
    judged = between(prepare(one), prepare(other), Shared(*shared_spans(ours, theirs), version is not None))
    return ComparedRow(
        a=one.report.id,
        b=other.report.id,
        kind="series" if serial else sharing.kind if sharing else None,
        share_a=round(sharing.share_a, 4) if sharing else 0.0,
        share_b=round(sharing.share_b, 4) if sharing else 0.0,
        first=first.report,
        why=first.why,
        shared=shared_runs(ours.words, ours.print, theirs.words, theirs.print),
        edits=tuple(_edit(edit, one, other) for edit in edits(one, other)) if sharing else (),
        findings=tuple(_row(found, one, other) for found in judged.findings),
        passed=tuple(_row(found, one, other) for found in judged.passed),
        versions=version,
    )


def _row(found: Misfit | Passed, one: Reading, other: Reading) -> JudgedRow:
    spans = {part.report: part.spans for part in found.evidence}
    before, after = (_words(spans.get(side.report.id, ()), side) for side in (one, other))
    return JudgedRow(found.rule, found.differs if isinstance(found, Passed) else None, found.why, before, after)


def _edit(edit: Edit, one: Reading, other: Reading) -> EditRow:
    return EditRow(
        edit.kind, edit.before, _words(edit.before, one), edit.after, _words(edit.after, other), edit.why
    )  # fmt: skip


def _words(spans: tuple[Span, ...], of: Reading) -> str | None:
    return printed(of.report.text, spans) or None
