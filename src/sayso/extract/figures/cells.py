"""Reads the figures of tables: the number from its cell, what it counts from the headings over and beside it.

Stands alone because in a table no syntax ties a number to its noun: rows and columns do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec

from sayso.clean.tabular import Headings, headings, is_amount, is_of_places, is_total, with_points
from sayso.extract.figures.assembly import interval
from sayso.extract.figures.digits import digits, tidy
from sayso.extract.figures.headed import Sense, sense_of
from sayso.extract.figures.measures import currency_before
from sayso.extract.figures.nouns import GENERIC, singular
from sayso.extract.figures.vocabulary import OF_PERSONS
from sayso.lexicon import words
from sayso.model import Bound, Figure, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sayso.extract.figures.digits import Number
    from sayso.model import FigureKind
    from sayso.stages import Cell, Parsed, Table

_NUMBER = re.compile(
    r"(?P<sign>[~≈<>≥≤±+−–-]?)\s?[^\d\s]{0,4}\s?(?P<digits>\d[\d.,'’ \u00a0\u2009\u202f]*\d|\d)\s?(?P<tail>[%+]?)"
)
_SIGNS: dict[str, Bound] = {
    "~": "about", "≈": "about", "<": "less_than", ">": "more_than", "≥": "at_least", "≤": "at_most",
}  # fmt: skip
_WORDS = re.compile(r"[^\W\d_]{4,}")
_NEGATIVE = frozenset("−–-±")


@dataclass(frozen=True, slots=True)
class _Amount:
    """A cell's number, its bound, its own unit ("%", a currency), and where it stands without a note's mark."""

    value: Number
    bound: Bound
    span: Span
    unit: str | None
    kind: FigureKind | None


def kept_apart(parsed: Parsed) -> frozenset[Span]:
    """The paragraphs that are headings of tables or hold one number: nothing in them is read as running text."""
    return frozenset(
        cell.span
        for table in parsed.cleaned.tables
        for cell in table.cells
        if cell.heading or is_amount(cell.span.of(parsed.text))
    )


def cell_figures(parsed: Parsed, running: Sequence[Figure]) -> tuple[Figure, ...]:
    """`running` with what tables add, in text order and numbered anew.

    A cell with one number becomes a figure where a heading says what is counted; a figure of running words in a cell
    ("about 300") that has no noun takes the heading's.
    """
    if not parsed.cleaned.tables:
        return tuple(running)
    rows = {figure.id: figure for figure in running}
    for number, table in enumerate(parsed.cleaned.tables):
        for figure in _of_table(parsed, table, number, running):
            rows[figure.id] = figure
    ordered = sorted(rows.values(), key=lambda row: row.span)
    names = {row.id: f"f{at}" for at, row in enumerate(ordered, 1)}
    return tuple(
        msgspec.structs.replace(row, id=names[row.id], part_of=names.get(row.part_of or "")) for row in ordered
    )


def _of_table(parsed: Parsed, table: Table, number: int, running: Sequence[Figure]) -> Iterator[Figure]:
    stands = headings(table)
    senses = {cell.span: sense_of(parsed, cell.span) for cell in table.cells if cell.heading}
    caption = _of_caption(parsed, table)
    dotted = with_points(cell.span.of(parsed.text) for cell in table.cells if not cell.heading)
    made: dict[tuple[int, int], Figure] = {}
    parts: list[Figure] = []
    for at, cell in enumerate(table.cells):
        if cell.heading:
            continue
        amount = _amount(parsed, cell.span, dotted=dotted)
        found = _meaning(stands[cell.span], senses, caption)
        if found is None or found.counted is None:
            found = _by_unit(amount, stands[cell.span], senses) or found
        if found is None:
            continue
        figure = _figure(parsed, amount, f"t{number}-{at}", found) or _completed(cell, running, found)
        if figure is None:
            continue
        whole = made.get((cell.row, _before(cell, made))) if found.part else None
        if whole is not None:
            figure = msgspec.structs.replace(
                figure, part_of=whole.id, counted=figure.counted or whole.counted, unit=figure.unit or whole.unit
            )
        if not found.part:
            made[cell.row, cell.column] = figure
        else:
            parts.append(figure)
    yield from (*_split(parsed, made, stands, table), *parts)


def _split(
    parsed: Parsed, made: Mapping[tuple[int, int], Figure], stands: Mapping[Span, Headings], table: Table
) -> Iterator[Figure]:
    """The figures of rows, those of one population as parts of the row's total ("Men", "Women", "Total")."""
    totals: dict[int, Figure] = {}
    for cell in table.cells:
        over = stands[cell.span].columns if cell.span in stands else ()
        if over and is_total(over[0].span.of(parsed.text)) and (cell.row, cell.column) in made:
            totals[cell.row] = made[cell.row, cell.column]
    for (row, _), figure in made.items():
        total = totals.get(row)
        alike = total is not None and figure is not total and figure.counted == total.counted is not None
        if total is not None and alike and figure.population and not total.population:
            yield msgspec.structs.replace(figure, part_of=total.id)
        else:
            yield figure


def _before(cell: Cell, made: Mapping[tuple[int, int], Figure]) -> int:
    """The nearest column to the left with a figure that is no part itself; -1 where there is none."""
    return max((column for row, column in made if row == cell.row and column < cell.column), default=-1)


def _of_caption(parsed: Parsed, table: Table) -> Sense | None:
    """What the caption says, where it is no sentence."""
    if table.caption is None or table.caption.of(parsed.text).rstrip().endswith((".", "!", "?")):
        return None
    found = sense_of(parsed, table.caption)
    return None if found.silent or found.kind == "percent" else found


def _meaning(stands: Headings, senses: Mapping[Span, Sense], caption: Sense | None) -> Sense | None:
    """What a cell's number means by all its headings together; null where none says what is counted.

    The nearest that names a class of the vocabulary decides it; who or what is counted may stand in another ("Killed"
    over "Children"). A row of places says nothing of what is counted.
    """
    own = [senses[cell.span] for cell in stands]
    if any(one.silent for one in own[: len(stands.columns)]) or any(_aside(one) for one in own):
        return None
    told = list(_telling(stands, senses))
    part = any(one.part for one in told)
    whole = [*told, *([caption] if caption is not None and not part else [])]
    scale = next((one.scale for one in whole if one.scale > 1), 1)
    measured = next((one for one in whole if one.kind != "count"), None)
    if measured is not None:
        return _measured(measured, told, scale)
    first = next((one for one in whole if one.counted is not None), None)
    named = next((one for one in told if one.whom is not None), None)
    base = first or named or (caption if caption is not None and caption.whom is not None and not part else None)
    if base is None:
        return None
    whom, unit = base.whom, base.unit
    if named is not None:
        whom, unit = named.whom, named.unit or unit
    nearer = first in told and named in told and told.index(first) < told.index(named)
    if first is not None and first.counted in OF_PERSONS and unit != "person" and nearer:
        whom, unit = first.whom, first.unit  # "Killed" beside "Clashes"
    return replace(base, whom=whom, unit=unit, scale=scale, part=part, counted=_befell(base, whole))


def _telling(stands: Headings, senses: Mapping[Span, Sense]) -> Iterator[Sense]:
    """What the headings say but for those of places, which say nothing of what is counted."""
    placed = {cell.span for cell in stands.rows} if _of_places(stands, senses) else set()
    if stands.group is not None and is_of_places(senses[stands.group.span].printed.text.rsplit(" ", 1)[-1]):
        placed.add(stands.group.span)
    return (senses[cell.span] for cell in stands if cell.span not in placed)


def _measured(measured: Sense, told: Sequence[Sense], scale: int) -> Sense:
    """A measure with what it is of: its own words, else those of another heading."""
    own = measured.printed if measured in told and _WORDS.search(measured.printed.text) else None
    others = (one.whom or one.printed for one in told if one.counted or one.whom)
    nearest = (one.printed for one in told if _WORDS.search(one.printed.text))
    counted = next((one.counted for one in told if one.counted), None)
    whom = own or next(others if measured in told else nearest, measured.printed)
    return replace(measured, whom=whom, counted=counted, scale=scale)


def _befell(base: Sense, whole: Sequence[Sense]) -> str | None:
    """What befell those counted: of things that a heading names another may tell it ("Lorries" under "destroyed")."""
    if base.counted not in words("tables", "fates", "things"):
        return base.counted
    fates = (one.counted for one in whole if one.counted in words("tables", "fates", "of"))
    return next(fates, base.counted)


def _of_places(stands: Headings, senses: Mapping[Span, Sense]) -> bool:
    return any(is_of_places(senses[corner.span].printed.text) for corner in stands.corners)


def _aside(one: Sense) -> bool:
    """Whether a heading is of an average or a change, which count nothing by themselves."""
    return one.printed.text.lower() in words("tables", "headings", "partial") and not one.part


def _by_unit(amount: _Amount | None, stands: Headings, senses: Mapping[Span, Sense]) -> Sense | None:
    """What a number with a unit of its own measures: what the nearest heading says, though it names nothing counted."""
    nearest = next((senses[cell.span] for cell in (*stands.columns, *stands.rows)), None)
    if amount is None or amount.kind is None or nearest is None or nearest.silent or not nearest.printed.text:
        return None
    return replace(nearest, unit=amount.unit, kind=amount.kind, whom=nearest.printed)


def _figure(parsed: Parsed, amount: _Amount | None, name: str, found: Sense) -> Figure | None:
    if amount is None or (found.kind == "count" and amount.unit not in (None, "percent")):
        return None
    unit, kind = (amount.unit, amount.kind) if amount.kind is not None else (found.unit, found.kind)
    if kind is None or (kind == "count" and amount.value != int(amount.value) and found.scale == 1):
        return None
    noun = found.whom or found.printed
    value = tidy(amount.value * found.scale)
    low, high = interval(value, amount.bound)
    person = kind == "count" and unit == "person" and found.whom is not None
    return Figure(
        id=name,
        kind=kind,
        span=amount.span,
        text=amount.span.of(parsed.text),
        value=value,
        low=low,
        high=high,
        bound=amount.bound,
        trend=None,
        unit=unit,
        noun=noun,
        counted=found.counted,
        part_of=None,
        convention=None,
        population=noun.text if person and singular(noun.text.split()[-1].lower()) not in GENERIC else None,
        place=None,
        as_of=None,
        since=None,
        attribution=None,
    )


def _amount(parsed: Parsed, span: Span, *, dotted: bool) -> _Amount | None:
    """The cell's number; null where its value cannot be proven, or is below nought. `dotted`: points part thousands."""
    text = span.of(parsed.text)
    match = _NUMBER.match(text) if is_amount(text) else None
    if match is None or match["sign"] in _NEGATIVE:
        return None
    written = match["digits"].replace(" ", "\u00a0")
    value = digits(written.replace(".", ",") if dotted else written)
    if value is None:
        return None
    bound = _SIGNS.get(match["sign"], "at_least" if match["tail"] == "+" else "exact")
    first = span.start + match.start("digits")
    money = currency_before(parsed.text, first)
    start = max(span.start, money.start) if money is not None else first
    start = span.start if match["sign"] in _SIGNS else start
    end = span.start + (match.end("tail") if match["tail"] else match.end("digits"))
    if match["tail"] == "%":
        return _Amount(value, bound, Span(start, end), "percent", "percent")
    return _Amount(value, bound, Span(start, end), money.unit if money else None, "money" if money else None)


def _completed(cell: Cell, running: Sequence[Figure], found: Sense) -> Figure | None:
    """The one figure of running words in the cell with what the headings say, where it has no noun."""
    own = [figure for figure in running if cell.span.holds(figure.span)]
    if len(own) != 1 or own[0].noun is not None or own[0].kind != "count" or found.kind != "count":
        return None
    noun = found.whom or found.printed
    return msgspec.structs.replace(own[0], noun=noun, counted=own[0].counted or found.counted, unit=found.unit)
