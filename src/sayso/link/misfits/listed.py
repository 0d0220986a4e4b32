"""Tells what does not fit between the reports of a ledger, as rows of findings with their evidence side by side.

Stands alone because it only reads: what is kept are misfits of two reports, and prints of one story make them again
and again, which is one finding with more evidence.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from sayso.ledger import Evidence, FindingRow, Item
from sayso.link.blocks import Blocks
from sayso.link.copies.kept import row_id
from sayso.link.copies.passages import printed
from sayso.link.misfits.spelling import words_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.ledger import Ledger, MisfitRow
    from sayso.model import Span


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
    found = (
        _finding(ledger, rows)
        for rows in _joined(ledger, same)
        if wanted is None or any(wanted in links.by_twin(twin) for row in rows for twin, _ in _sides(row))
    )
    yield from sorted(found, key=lambda row: (row.kind, row.id))


def _joined(ledger: Ledger, same: dict[tuple[str, str, tuple[str, ...]], list[MisfitRow]]) -> list[list[MisfitRow]]:
    """Those that say one sentence and rest on one passage, put together: one report against several that agree.

    Numbers are one however they are printed ("9", "nine people").
    """
    joined: dict[int, list[MisfitRow]] = {}
    holder: dict[tuple[str, str, int, tuple[Span, ...]], list[MisfitRow]] = {}
    for rows in same.values():
        met = {
            id(known): known
            for row in rows
            for side in _passages(ledger, row)
            if (known := holder.get(side)) is not None
        }
        group = sorted([*rows, *chain(*met.values())], key=lambda row: (row.a, row.b, row.place))
        for one in met:
            del joined[one]
        joined[id(group)] = group
        holder.update((side, group) for row in group for side in _passages(ledger, row))
    return list(joined.values())


def _passages(ledger: Ledger, row: MisfitRow) -> Iterator[tuple[str, str, int, tuple[Span, ...]]]:
    """What is said of each of the two passages that a row rests on, and where they stand."""
    why = _why(ledger, row) if row.kind == "figure-conflict" else row.why
    return ((row.rule, why, twin, spans) for twin, spans in _sides(row))


def _why(ledger: Ledger, row: MisfitRow) -> str:
    """The reason with numbers in place of their print, and in lower case."""
    why, links = row.why, ledger.links()
    for twin, spans in _sides(row):
        for figure in ledger.figures(report=ledger.name(links.by_twin(twin)[0])):
            if (figure.span,) == spans:
                why = why.replace(repr(figure.text), f"{figure.bound} {figure.low} {figure.high}")
    return why.lower()


def _sides(row: MisfitRow) -> tuple[tuple[int, tuple[Span, ...]], ...]:
    return (row.a, row.spans_a), (row.b, row.spans_b)


def _apart(ledger: Ledger, row: MisfitRow) -> bool:
    """Whether two reports of the pair stand at two places."""
    links = ledger.links()
    places = [{ledger.place(number) for number in links.by_twin(twin)} for twin in (row.a, row.b)]
    return len(places[0] | places[1]) > 1


def _words(ledger: Ledger, row: MisfitRow) -> tuple[str, ...]:
    """The words on both sides, in one order, without case, points and spacing."""
    return tuple(sorted(" ".join(words_in(_text(ledger, twin, spans))) for twin, spans in _sides(row)))


def _text(ledger: Ledger, twin: int, spans: tuple[Span, ...]) -> str:
    links = ledger.links()
    text, _title, _removed = links.printed(links.by_twin(twin)[0])
    return printed(text, spans)


def _finding(ledger: Ledger, rows: list[MisfitRow]) -> FindingRow:
    links = ledger.links()
    sides = {side for row in rows for side in _sides(row)}
    evidence = sorted(
        (ledger.name(number), spans, _text(ledger, twin, spans))
        for twin, spans in sides
        if spans
        for number in links.by_twin(twin)
    )
    words = " ".join((rows[0].kind, rows[0].rule, *(f"{report} {spans}" for report, spans, _ in evidence)))
    return FindingRow(
        id=row_id("m", words),
        kind=rows[0].kind,
        why=rows[0].why,
        evidence=tuple(Evidence(report, spans, text) for report, spans, text in evidence),
    )
