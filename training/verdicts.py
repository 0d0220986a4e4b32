"""Reads the judged rows of `rows/verdicts.tsv`, and the reports that they are of.

Stands alone because the fit and the benchmark both read them.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import defaultdict
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from sayso.clean import clean
from sayso.model import Span
from sayso.parse import parse
from sayso.stages import Given, Original

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.stages import Parsed

VERDICTS = Path(__file__).parent / "rows" / "verdicts.tsv"
PARTS = ("first", "second", "third", "fourth", "fifth")
LETTERS = frozenset("ynsckd")
NAME = 12
"""Hexadecimal digits that name a report."""
Known = TypeVar("Known", bound="OfReport")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judged row: its spans in the report's text, its confidence when it was judged, and the letters of the verdict.

    `made` says whether the program made the row, or had let it go.
    """

    part: str
    data: str
    report: str
    letters: str
    made: bool
    confidence: float
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]

    @property
    def right(self) -> bool:
        """Whether nothing was found wrong with the row."""
        return self.letters == "y"

    @property
    def none(self) -> bool:
        """Whether the row is no attribution."""
        return "n" in self.letters


def verdicts(path: Path = VERDICTS) -> tuple[Verdict, ...]:
    """The judged rows, in the file's order; raises `ValueError` with the line of one that is none."""
    found = []
    for number, line in enumerate(path.read_text("utf-8").splitlines()[1:], 2):
        try:
            part, data, report, letters, row, confidence, *spans = line.split("\t")
            source, cue, content = map(_spans, spans)
        except ValueError as error:
            raise ValueError(f"{path.name}, line {number}: nine fields with spans are wanted") from error
        if part not in PARTS or not letters or not LETTERS.issuperset(letters) or row not in ("read", "let go"):
            raise ValueError(f"{path.name}, line {number}: {part}, {letters} or {row} is not known")
        found.append(Verdict(part, data, report, letters, row == "read", float(confidence), source, cue, content))
    return tuple(found)


def _spans(field: str) -> tuple[Span, ...]:
    pairs = () if field == "-" else (span.split("-") for span in field.split(" "))
    return tuple(Span(int(start), int(end)) for start, end in pairs)


class OfReport(Protocol):
    """What is known of a report, by the data set that has it and the first digits of its text's SHA-256."""

    @property
    def data(self) -> str:
        """The data set's file below the folder of data sets, without its ending."""

    @property
    def report(self) -> str:
        """The first hexadecimal digits of the text's SHA-256."""


def reports(folder: Path, wanted: Sequence[Known]) -> Iterator[tuple[Parsed, list[Known]]]:
    """Each report that is judged, parsed, with what is known of it; `folder` holds the data sets."""
    by_report: dict[str, list[Known]] = defaultdict(list)
    for verdict in wanted:
        by_report[verdict.report].append(verdict)
    for data in sorted({verdict.data for verdict in wanted}):
        with gzip.open(folder / f"{data}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for row in chain.from_iterable(one.get("docs", (one,)) for one in map(json.loads, lines)):
                text = row.get("text") or ""
                judged = by_report.pop(hashlib.sha256(text.encode()).hexdigest()[:NAME], None)
                if judged:
                    given = Given(outlet=row.get("source") or row.get("outlet"), published=_day(row))
                    yield parse(clean(Original(text.encode(), "text", given=given))), judged
    if by_report:
        raise ValueError(f"{len(by_report)} reports that were judged are not in {folder}")


def _day(row: dict[str, str]) -> str | None:
    return (row.get("date") or row.get("dct") or "")[:10] or None
