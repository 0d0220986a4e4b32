"""Reads the judged real reports again and prints, by rule, which judged findings the rules still make.

    SAYSO_DATA=... python benchmarks/findings_real.py

Stands alone because real reports show mistakes that invented ones do not: `findings_verdicts.toml` says of each finding
that was ever made in some 7,000 of them whether it is right, by ids and offsets. A right one that is no longer made, a
wrong one that still is, and one that nobody judged are printed one by one.
"""

from __future__ import annotations

import gzip
import json
import os
import tomllib
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sayso

if TYPE_CHECKING:
    from collections.abc import Iterator

VERDICTS = Path(__file__).with_name("findings_verdicts.toml")
FILES = {
    "gva_incidents": ("train", "dev"),
    "polnear": ("train", "dev"),
    "ecbplus": ("train", "dev"),
    "tempeval3": ("train", "dev"),
    "wikinews": ("all",),
    "fakes": ("dev",),
    "basil": ("dev",),
    "meantime": ("dev",),
}


@dataclass(frozen=True, slots=True)
class Report:
    """A report of a data set: its text and the day that the data gives it."""

    text: str
    published: str | None


@dataclass(frozen=True, slots=True)
class Key:
    """A finding by its rule and its last span: that of a page's own date may stand nowhere."""

    rule: str
    end: int


def reports(folder: Path, dataset: str, wanted: set[str]) -> Iterator[tuple[str, Report]]:
    """The wanted reports of a data set, by id."""
    for name in FILES[dataset]:
        with gzip.open(folder / dataset / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                for row in _rows(json.loads(line)):
                    own = row.get("doc_id") or row.get("id")
                    if own in wanted and row.get("text"):
                        day = row.get("date") or row.get("dct")
                        yield own, Report(row["text"], day[:10] if isinstance(day, str) and len(day) > 9 else None)


def _rows(record: dict[str, Any]) -> list[dict[str, Any]]:
    return record.get("docs") or [record]


def found(report: Report) -> dict[Key, str]:
    """What the rules find in it now."""
    reading = sayso.read_text(report.text, published=report.published, language="en")
    return {Key(one.rule, max(span.end for span in one.spans)): one.why for one in reading.findings}


def main() -> None:
    """Prints the table by rule, after what has changed."""
    folder = Path(os.environ["SAYSO_DATA"])
    judged: dict[tuple[str, str], dict[Key, str]] = defaultdict(dict)
    for row in tomllib.loads(VERDICTS.read_text("utf-8"))["finding"]:
        key = Key(row["rule"], max(end for _, end in row["spans"]))
        judged[row["dataset"], row["id"]][key] = row["verdict"]
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for dataset in FILES:
        wanted = {own for name, own in judged if name == dataset}
        for own, report in reports(folder, dataset, wanted):
            verdicts, now = judged.pop((dataset, own), {}), found(report)
            for key, verdict in verdicts.items():
                counts[key.rule][verdict] += 1
                counts[key.rule][f"{verdict}, told"] += key in now
                if (verdict == "wrong") == (key in now):
                    print(
                        f"{dataset} {own}: {verdict}, {'told' if key in now else 'not told'}: {key.rule} at {key.end}"
                    )
            for key in now.keys() - verdicts.keys():
                counts[key.rule]["not judged"] += 1
                print(f"{dataset} {own}: not judged: {key.rule}: {now[key]}")
    columns = ("right", "right, told", "wrong", "wrong, told", "not judged")
    print(f"{'':26s}" + "".join(f"{name:>13s}" for name in columns))
    everything = Counter[str]()
    for rule, own_counts in sorted(counts.items()):
        everything += own_counts
        print(f"{rule:26s}" + "".join(f"{own_counts[name]:13d}" for name in columns))
    print(f"{'all':26s}" + "".join(f"{everything[name]:13d}" for name in columns))


if __name__ == "__main__":
    main()
