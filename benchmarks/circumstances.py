"""Prints how often the place and the days of a count, and the day of what was said, are as a reader marked them.

    SAYSO_DATA=... python benchmarks/circumstances.py [--part dev|test] [-v]     # -v shows what differs, of dev alone

Stands alone because no corpus marks where, as of when and since when a count holds. `circumstances_marks.toml` keeps
what was marked in real reports before the program was asked, by id and offsets; rules may be mended on ``dev``. A place
is right if it has the words marked or is among them (or they are among it), a day if it is the value of the date row
at the words marked. Precision is over what is filled, recall over what the text says, both of the rows that were found.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sayso
from sayso.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.model import Attribution, Figure, Reading

FILES = {
    "wikinews": "wikinews/all.jsonl.gz",
    "fakes": "fakes/dev.jsonl.gz",
    "gva": "gva_incidents/train.jsonl.gz",
    "polnear": "polnear/train.jsonl.gz",
}
FIELDS = ("place", "as_of", "since", "said")
WORD = re.compile(r"\w+")
DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
Marks = list[list[int]] | str


@dataclass(frozen=True)
class Judged:
    """One field of one row: what the program fills in, whether the text says it, and whether the two fit."""

    field: str
    read: str | None
    marked: str
    right: bool
    at: str


def texts(dataset: str) -> Iterator[tuple[str, str, str | None]]:
    """Each report's id and text, and the day that is given with it (the data gives no page's own day for fakes)."""
    with gzip.open(Path(os.environ["SAYSO_DATA"]) / FILES[dataset], "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if dataset == "gva":
                yield from ((f"{row['incident_id']}/{doc['doc_id']}", doc["text"], doc["date"]) for doc in row["docs"])
            else:
                day = row["id"].split("_")[1] if dataset == "polnear" else row["date"]
                yield row["id"], row["text"], None if dataset == "fakes" else day


def judged(reading: Reading, report: dict[str, Any]) -> Iterator[Judged | None]:
    """Each marked field as the program fills it in; null for a marked row that it does not have."""
    for mark in report.get("counts", ()):
        figure = _figure(reading, Span(*mark["span"]))
        for field in ("place", "as_of", "since"):
            if field in mark:
                yield _field(reading, field, figure, mark[field], Span(*mark["span"]))
    for mark in report.get("attributions", ()):
        yield _field(reading, "said", _attribution(reading, Span(*mark["cue"])), mark["said"], Span(*mark["cue"]))


def _field(reading: Reading, field: str, row: Figure | Attribution | None, marks: Marks, at: Span) -> Judged | None:
    if row is None:
        return None
    read = getattr(row, field)
    text = reading.report.text
    around = " ".join(text[max(0, at.start - 60) : at.end + 60].split())
    marked = marks if isinstance(marks, str) else " | ".join(text[a:b] for a, b in marks)
    fits = (_same_place if field == "place" else _same_day)(reading, read, marks) if read is not None else not marks
    return Judged(field, read, marked, fits, around)


def _figure(reading: Reading, span: Span) -> Figure | None:
    return next((row for row in reading.figures if row.span.meets(span)), None)


def _attribution(reading: Reading, cue: Span) -> Attribution | None:
    met = [row for row in reading.attributions if row.cue and any(span.meets(cue) for span in row.cue.spans)]
    return min(met, key=lambda row: len(row.cue.text) if row.cue else 0, default=None)


def _same_place(reading: Reading, read: str, marks: Marks) -> bool:
    """Whether one of the two names stands in the other; some texts have lost their apostrophes ("Tarns coast")."""
    own = {word.lower().rstrip("s") for word in WORD.findall(read)}
    named = ({word.lower().rstrip("s") for word in WORD.findall(reading.report.text[a:b])} for a, b in marks)
    return any(own <= words or words <= own for words in named)


def _same_day(reading: Reading, read: str, marks: Marks) -> bool:
    if isinstance(marks, str):
        return read == (reading.report.published or "")[:10]
    values = (date.value for a, b in marks for date in reading.dates if date.span.meets(Span(a, b)))
    return any(day is not None and day.group() == read for day in map(DAY.match, values))


def main() -> None:
    """Prints one line a field, and with ``-v`` what differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=("dev", "test"), default="dev")
    parser.add_argument("-v", "--verbose", action="store_true", help="print what differs (of dev alone)")
    args = parser.parse_args()
    told = tomllib.loads(Path(__file__).with_name("circumstances_marks.toml").read_text("utf-8"))["report"]
    wanted = {(report["dataset"], report["id"]): report for report in told if report["part"] == args.part}
    rows: dict[str, list[Judged]] = defaultdict(list)
    missing = 0
    for dataset in FILES:
        for name, text, day in texts(dataset):
            if (dataset, name) in wanted:
                for row in judged(sayso.read_text(text, published=day), wanted[dataset, name]):
                    missing += row is None
                    if row is not None:
                        rows[row.field].append(row)
    if args.verbose and args.part == "dev":
        wrong = (row for field in FIELDS for row in rows[field] if not row.right)
        print(*(f"{row.field}: {row.read!r}, marked {row.marked!r}: {row.at}" for row in wrong), sep="\n")
    print(f"{args.part:8} precision  recall     rows  filled  said by the text  right")
    for field in FIELDS:
        own = rows[field]
        filled, marked = sum(row.read is not None for row in own), sum(bool(row.marked) for row in own)
        right = sum(row.right and row.read is not None for row in own)
        print(
            f"{field:8} {right / max(1, filled):9.3f} {right / max(1, marked):7.3f} {len(own):8d} {filled:7d}"
            f" {marked:17d} {right:6d}"
        )
    print(f"{missing} fields of marked rows that are not read at all")


if __name__ == "__main__":
    main()
