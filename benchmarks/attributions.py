"""Prints Sayso's scores on PolNeAR beside peers and human agreement.

    SAYSO_DATA=... SAYSO_EVAL=... python benchmarks/attributions.py [--split dev] [--engines best fast] [--worn]

Stands alone because who said what is the heart of the program. The corpus and its scorer are not shipped: SAYSO_DATA is
the folder that holds ``polnear/dev.jsonl.gz``, SAYSO_EVAL the one that holds ``polnear.py``. The reports go through the
whole of ``sayso read``. Where the codebook differs from the corpus's habit (it takes a joining "that" out of the
content, and marks what is said inside another's words), a second column scores the rows as its annotators mark them.
With `--worn` commas, apostrophes and line breaks are taken out of the texts first, as careless copying does.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import ModuleType

MEASURES = (
    ("who said what F1", "who_said_what", "f1"),
    ("content at IoU 0.5 F1", "content_iou50", "f1"),
    ("content exact on words F1", "content_exact_words", "f1"),
    ("source tokens F1", "source", "f1"),
    ("cue tokens F1", "cue", "f1"),
    ("content tokens F1", "content", "f1"),
    ("source exact spans F1", "source_span_exact", "f1"),
    ("cue exact spans F1", "cue_span_exact", "f1"),
    ("content exact spans F1", "content_span_exact", "f1"),
    ("direct quotes, who recall", "direct_who_said_what", "r"),
    ("mixed, who recall", "mixed_who_said_what", "r"),
    ("indirect, who recall", "indirect_who_said_what", "r"),
    ("all three parts identical F1", "triple_exact", "f1"),
)
# Citron retrained on PolNeAR train (spaCy 3.8.18, scikit-learn 1.9.1) and textacy 0.13.0 by paragraph, both measured
# with the same scorer on the same dev half, 2026-11; people: one annotator against another on the 20 shared documents.
CITRON = (0.534, 0.593, 0.400, 0.687, 0.503, 0.718, 0.659, 0.539, 0.460, 0.613, 0.550, 0.388, 0.327)
TEXTACY = (0.262, 0.289, 0.125, 0.208, 0.206, 0.526, 0.261, 0.313, 0.284, 0.700, 0.200, 0.036, 0.085)
JOINING = "that "
PEOPLE = (0.753, 0.794, 0.691, 0.811, 0.686, 0.916, 0.780, 0.706, 0.686, 0.969, 0.875, 0.696, 0.601)


def main() -> None:
    """Reads the gold texts with ``sayso read``, scores the rows, prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--engines", nargs="+", choices=("best", "fast"), default=["best", "fast"])
    parser.add_argument("--worn", action="store_true", help="without commas, apostrophes and line breaks")
    args = parser.parse_args()
    gold = lines(folder("SAYSO_DATA") / "polnear" / f"{args.split}.jsonl.gz")
    if args.worn:
        gold = [worn(document) for document in gold]
    scorer = module("polnear", folder("SAYSO_EVAL") / "polnear.py")
    columns: list[tuple[str, tuple[float, ...]]] = []
    notes = []
    for engine in args.engines:
        begun = time.time()
        told = read(gold, engine)
        seconds = time.time() - begun
        for name, rows in ((engine, told), (f"{engine}*", in_its_habit(told))):
            metrics = scorer.score(gold, rows)["metrics"]
            columns.append((name, tuple(metrics[key][part] for _, key, part in MEASURES)))
            who = metrics["who_said_what"]
            notes.append(
                f"{name}: precision {who['p']:.3f}, recall {who['r']:.3f}, {who['pred']} rows; {seconds:.0f} s"
            )
    columns += [("Citron", CITRON), ("textacy", TEXTACY), ("people", PEOPLE)]
    print(f"PolNeAR {args.split}: {len(gold)} documents, {sum(len(d['attributions']) for d in gold)} attributions")
    print(f"{'':32s}" + "".join(f"{name:>9s}" for name, _ in columns))
    for number, (measure, _, _) in enumerate(MEASURES):
        print(f"{measure:32s}" + "".join(f"{scores[number]:9.3f}" for _, scores in columns))
    print("* in the corpus's own habit", *notes, sep="\n")


def worn(document: dict[str, Any]) -> dict[str, Any]:
    """The document without commas and apostrophes, in one line, its marks moved."""
    kept, places = [], []
    for char in document["text"]:
        places.append(len(kept))
        if char not in ",'’":
            kept.append(" " if char == "\n" else char)
    places.append(len(kept))
    marks = [
        {
            role: [[places[s], places[e]] for s, e in row[role] if places[s] < places[e]]
            for role in ("source", "cue", "content")
        }
        for row in document["attributions"]
    ]
    return {**document, "text": "".join(kept), "attributions": marks}


def in_its_habit(told: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows as PolNeAR marks them: a joining "that" is content, and what stands inside another is no row."""
    return [
        {
            **one,
            "attributions": [
                {**row, "content": [with_that(one["text"], span) for span in row["content"]]}
                for row in one["attributions"]
                if not row["inside"]
            ],
        }
        for one in told
    ]


def with_that(text: str, span: list[int]) -> list[int]:
    """The span with the "that" right before it."""
    start, end = span
    return [start - len(JOINING), end] if text[:start].endswith(f" {JOINING}") else [start, end]


def folder(variable: str) -> Path:
    """The folder that an environment variable names."""
    if variable not in os.environ:
        sys.exit(f"{variable} is not set; see the head of this file")
    return Path(os.environ[variable])


def lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def read(gold: list[dict[str, Any]], engine: str) -> list[dict[str, Any]]:
    """The attributions that ``sayso read`` gives for each document, in the scorer's form."""
    with tempfile.TemporaryDirectory() as place:
        records = Path(place) / "in.jsonl"
        records.write_text(
            "".join(json.dumps({"id": d["id"], "text": d["text"], "language": "en"}) + "\n" for d in gold), "utf-8"
        )
        program = Path(sys.executable).with_name("sayso")
        done = subprocess.run(
            [program, "read", str(records), "--format", "json", "--quiet", "--engine", engine],
            capture_output=True,
            check=True,
        )
    told = []
    for line in done.stdout.decode("utf-8").splitlines():
        one = json.loads(line)
        rows = [
            {"inside": a["inside"]} | {r: a[r]["spans"] if a[r] else [] for r in ("source", "cue", "content")}
            for a in one["attributions"]
        ]
        told.append(
            {"id": one["report"]["path"].rsplit("#", 1)[-1], "attributions": rows, "text": one["report"]["text"]}
        )
    return told


def module(name: str, path: Path) -> ModuleType:
    """A Python file as a module."""
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        sys.exit(f"{path}: cannot be loaded")
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


if __name__ == "__main__":
    main()
