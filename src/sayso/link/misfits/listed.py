"""Tells what does not fit between the reports of a ledger, as rows of findings with their evidence side by side.

Stands alone because it only reads: what is kept are misfits of two reports, and prints of one story make them again
and again, which is one finding with more evidence.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sayso.ledger import Evidence, FindingRow, Item
from sayso.link.blocks import Blocks
from sayso.link.copies.kept import hashed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.ledger import Ledger, MisfitRow
    from sayso.model import Span

_NAMES = 0xFFFFFFFFFF


def misfits(
    ledger: Ledger, report: str | None = None, kind: str | None = None, severity: str | None = None
) -> Iterator[FindingRow]:
    """Every finding between reports; only those of one report, kind or severity where these are given.

    Two versions of one page are never held against each other. Raises `InputError` where `report` names none.
    """
    wanted = ledger.number(report) if report is not None else None
    links = ledger.links()
    blocks = Blocks(links, "reports")
    same: dict[tuple[str, str, tuple[str, ...]], list[MisfitRow]] = defaultdict(list)
    for row in links.misfits():
        fits = kind in {None, row.kind} and severity in {None, row.severity}
        if fits and blocks.met(Item(row.a, 0), Item(row.b, 0)) and _apart(ledger, row):
            same[row.kind, row.rule, _words(ledger, row)].append(row)
    for rows in sorted(same.values(), key=lambda rows: (rows[0].kind, rows[0].a, rows[0].b, rows[0].place)):
        of = {number for row in rows for twin in (row.a, row.b) for number in links.by_twin(twin)}
        if wanted is None or wanted in of:
            yield _finding(ledger, rows)


def _apart(ledger: Ledger, row: MisfitRow) -> bool:
    """Whether two reports of the pair stand at two places."""
    links = ledger.links()
    places = [{ledger.place(number) for number in links.by_twin(twin)} for twin in (row.a, row.b)]
    return len(places[0] | places[1]) > 1


def _words(ledger: Ledger, row: MisfitRow) -> tuple[str, ...]:
    """The words on both sides, in one order, without case and spacing."""
    return tuple(
        sorted(_text(ledger, twin, spans).casefold() for twin, spans in ((row.a, row.spans_a), (row.b, row.spans_b)))
    )


def _text(ledger: Ledger, twin: int, spans: tuple[Span, ...]) -> str:
    links = ledger.links()
    text, _title, _removed = links.printed(links.by_twin(twin)[0])
    return " ".join(" ".join(span.of(text).split()) for span in spans)


def _finding(ledger: Ledger, rows: list[MisfitRow]) -> FindingRow:
    links = ledger.links()
    sides = {(twin, spans) for row in rows for twin, spans in ((row.a, row.spans_a), (row.b, row.spans_b))}
    evidence = sorted(
        (ledger.name(number), spans, _text(ledger, twin, spans))
        for twin, spans in sides
        if spans
        for number in links.by_twin(twin)
    )
    name = hashed(" ".join((rows[0].kind, rows[0].rule, *(f"{report} {spans}" for report, spans, _ in evidence))))
    return FindingRow(
        id=f"m{name & _NAMES:010x}",
        kind=rows[0].kind,
        why=rows[0].why,
        evidence=tuple(Evidence(report, spans, text) for report, spans, text in evidence),
    )
