"""A reading's rows as the columns of the tables, and the columns as rows again.

Stands alone because adding and verifying must lay rows out in one and the same way: what `verify` expects in a table is
what this module makes from the reading.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from sayso.model import Actor, Attribution, Cue, Date, Demand, Figure, Finding, Passage, Printed, Reading, Span, Wording

from .rows import ActorRow, AttributionRow, DateRow, DemandRow, Evidence, FigureRow, FindingRow, WordingRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Cell = str | int | float | bytes | None
Cells = tuple[Cell, ...]
Keyed = tuple[int, int, Cell, *tuple[Cell, ...]]
"""A row with its key, its report's number, and at least one column."""

ROWS_BITS = 20
MOST_ROWS = 1 << ROWS_BITS
_SIGNED_64 = 1 << 63


@dataclass(frozen=True, slots=True)
class Table:
    """One table of rows: its name, its columns after `key` and `report`, and how they are filled from a reading."""

    name: str
    columns: tuple[str, ...]
    cells: Callable[[Reading], Iterator[Cells]]

    @property
    def insert(self) -> str:
        """The statement that inserts one row: key, report, and the columns."""
        names = ", ".join(("key", "report", *self.columns))
        return f"INSERT INTO {self.name} ({names}) VALUES ({', '.join('?' * (2 + len(self.columns)))})"  # noqa: S608

    @property
    def select(self) -> str:
        """The statement that reads every row in the order of its key."""
        return f"SELECT {', '.join(('key', 'report', *self.columns))} FROM {self.name} ORDER BY key"  # noqa: S608

    def rows(self, reading: Reading, report: int) -> Iterator[Keyed]:
        """What this table holds of a reading that is report number `report`."""
        for at, (first, *rest) in enumerate(self.cells(reading)):
            yield key(report, at), report, first, *rest

    def name_of(self, row: Keyed | None) -> str | None:
        """The id of a row of this table, null where its rows have none."""
        return str(row[2]) if row and self.columns[0] == "id" else None


def key(report: int, place: int) -> int:
    """The key of the row at `place` (from 0) in the reading of report number `report`."""
    return report << ROWS_BITS | place


def as_json(value: object) -> str:
    """A list or spans as the JSON that stands in a column."""
    return msgspec.json.encode(value).decode()


def _number(value: float | None) -> Cell:
    if isinstance(value, int) and not -_SIGNED_64 <= value < _SIGNED_64:
        return str(value)
    return value


def _number_back(cell: Cell) -> float | int | None:
    return int(cell) if isinstance(cell, str) else cell  # type: ignore[return-value]


def _actors(reading: Reading) -> Iterator[Cells]:
    for row in reading.actors:
        yield row.id, row.name, row.kind, as_json(row.roles), as_json(row.aliases), as_json(row.mentions)


def _attributions(reading: Reading) -> Iterator[Cells]:
    for row in reading.attributions:
        source, cue = row.source, row.cue
        yield (
            row.id,
            row.kind,
            *((source.text, as_json(source.spans)) if source else (None, None)),
            *((cue.text, as_json(cue.spans), cue.lemma, cue.stance) if cue else (None, None, None, None)),
            row.content.text,
            as_json(row.content.spans),
            row.mode,
            row.act,
            row.speaker,
            as_json(row.chain),
            row.said,
            row.place,
            row.addressee,
            row.inside,
            row.confidence,
        )


def _figures(reading: Reading) -> Iterator[Cells]:
    carriers = {row.id: row for row in reading.attributions}
    for row in reading.figures:
        carrier = carriers.get(row.attribution) if row.attribution else None
        yield (
            row.id,
            row.kind,
            row.span.start,
            row.span.end,
            row.text,
            _number(row.value),
            _number(row.low),
            _number(row.high),
            row.bound,
            row.trend,
            row.unit,
            *((row.noun.text, row.noun.span.start, row.noun.span.end) if row.noun else (None, None, None)),
            row.counted,
            row.part_of,
            row.convention,
            row.population,
            row.place,
            row.as_of,
            row.since,
            row.attribution,
            *((carrier.speaker, carrier.said) if carrier else (None, None)),
        )


def _dates(reading: Reading) -> Iterator[Cells]:
    for row in reading.dates:
        yield row.id, row.span.start, row.span.end, row.text, row.type, row.value, row.mod, row.edtf


def _demands(reading: Reading) -> Iterator[Cells]:
    for row in reading.demands:
        action = row.action
        span = action.span
        yield row.id, row.attribution, row.who, as_json(row.of), action.text, span.start, span.end, row.until


def _wording(reading: Reading) -> Iterator[Cells]:
    for row in reading.wording:
        yield row.id, row.span.start, row.span.end, row.text, row.list, row.rule, row.voice, row.plain


def _findings(reading: Reading) -> Iterator[Cells]:
    for row in reading.findings:
        yield row.id, row.kind, row.rule, row.severity, row.why, as_json(row.spans)


def _refused(reading: Reading) -> Iterator[Cells]:
    for row in reading.refused:
        yield *((row.span.start, row.span.end) if row.span else (None, None)), row.what, row.why


def _stated(reading: Reading) -> Iterator[Cells]:
    for row in reading.report.stated:
        yield row.what, row.by, row.value, *(row.bytes or (None, None))


def _table(name: str, columns: str, cells: Callable[[Reading], Iterator[Cells]]) -> Table:
    return Table(name, tuple(columns.split()), cells)


TABLES: tuple[Table, ...] = (
    _table("actors", "id name kind roles aliases mentions", _actors),
    _table(
        "attributions",
        "id kind source source_spans cue cue_spans cue_lemma cue_stance content content_spans mode act speaker chain"
        " said place addressee inside confidence",
        _attributions,
    ),
    _table(
        "figures",
        "id kind span_start span_end text value low high bound trend unit noun noun_start noun_end counted part_of"
        " convention population place as_of since attribution speaker said",
        _figures,
    ),
    _table("dates", "id span_start span_end text type value mod edtf", _dates),
    _table("demands", "id attribution who addressees action action_start action_end until", _demands),
    _table("wording", "id span_start span_end text list rule voice plain", _wording),
    _table("findings", "id kind rule severity why spans", _findings),
    _table("refused", "span_start span_end what why", _refused),
    _table("stated", "what by value byte_start byte_end", _stated),
)
"""The tables that are made from readings, one a kind of row."""


_SPANS = msgspec.json.Decoder(tuple[Span, ...])
_WORDS = msgspec.json.Decoder(tuple[str, ...])


def actor(report: str, cells: Sequence[Any]) -> ActorRow:
    """The actor in `cells` (the columns of its table)."""
    row, name, kind, roles, aliases, mentions = cells
    return ActorRow(report, row, name, kind, _WORDS.decode(roles), _WORDS.decode(aliases), _SPANS.decode(mentions))


def attribution(report: str, cells: Sequence[Any]) -> AttributionRow:
    """The attribution in `cells`."""
    row, kind, source, source_spans, cue, cue_spans, lemma, stance, content, content_spans = cells[:10]
    mode, act, speaker, chain, said, place, addressee, inside, confidence = cells[10:]
    return AttributionRow(
        report=report,
        id=row,
        kind=kind,
        source=None if source is None else Passage(_SPANS.decode(source_spans), source),
        cue=None if cue is None else Cue(_SPANS.decode(cue_spans), cue, lemma, stance),
        content=Passage(_SPANS.decode(content_spans), content),
        mode=mode,
        act=act,
        speaker=speaker,
        chain=_WORDS.decode(chain),
        said=said,
        place=place,
        addressee=addressee,
        inside=inside,
        confidence=confidence,
    )


def figure(report: str, cells: Sequence[Any]) -> FigureRow:
    """The figure in `cells`, with the speaker, the day and the act of the attribution that carries it."""
    row, _kind, start, end, text, value, low, high, bound, _trend, unit = cells[:11]
    _noun, _noun_start, _noun_end, counted, _part_of, _convention, population, place, as_of = cells[11:20]
    _since, carrier, speaker, said, act = cells[20:]
    return FigureRow(
        report=report,
        id=row,
        span=Span(start, end),
        text=text,
        attribution=carrier,
        speaker=speaker,
        value=_number_back(value),
        low=_number_back(low),
        high=_number_back(high),
        bound=bound,
        unit=unit,
        counted=counted,
        population=population,
        place=place,
        as_of=as_of,
        said=said,
        act=act,
    )


def date(report: str, cells: Sequence[Any]) -> DateRow:
    """The date in `cells`."""
    row, start, end, *rest = cells
    return DateRow(report, row, Span(start, end), *rest)


def demand(report: str, cells: Sequence[Any]) -> DemandRow:
    """The demand in `cells`."""
    row, carrier, who, addressees, action, start, end, until = cells
    return DemandRow(report, row, carrier, who, _WORDS.decode(addressees), Printed(Span(start, end), action), until)


def wording(report: str, cells: Sequence[Any]) -> WordingRow:
    """The loaded term in `cells`."""
    row, start, end, *rest = cells
    return WordingRow(report, row, Span(start, end), *rest)


def finding(report: str, text: str, cells: Sequence[Any]) -> FindingRow:
    """The finding in `cells`; `text` is the report's, from which the evidence is printed."""
    row, kind, _rule, _severity, why, spans = cells
    places = _SPANS.decode(spans)
    return FindingRow(f"{report}/{row}", kind, why, (Evidence(report, places, " ".join(s.of(text) for s in places)),))


NamedRow = Actor | Attribution | Figure | Date | Demand | Wording | Finding
"""The rows of a reading that have an id of their own."""
