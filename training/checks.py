"""Fits the weights by which `check` weighs what does not fit inside one report, and writes `lexicon/weights.toml`.

    SAYSO_DATA=... python training/checks.py [--models two_voices count_falls ...] [--kept FACTS]

Stands alone because it runs once. Invented reports are those of ``benchmarks/findings_set`` and ``findings_set2``, and
of ``training/findings``; real ones count as none but for what was judged. Each model says how it does on reports that
were left out of the fit. `--kept` is a folder in which what was read is kept between runs: an hour on one core.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import pickle
import random
import tomllib
import zlib
from collections import defaultdict
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

import evidence
from evidence import Case
from sayso.check.decreases import Falling
from sayso.check.facts import Facts
from sayso.check.figure_conflicts import Evidence
from sayso.check.same_count import Likeness
from sayso.clean import clean
from sayso.extract import extract
from sayso.parse import parse
from sayso.resolve import resolve
from sayso.stages import Given, Original
from weighing import Fit, Row, area, fit, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from _typeshed import DataclassInstance

ROOT = Path(__file__).parents[1]
REAL = (("polnear/train", 800), ("gva_incidents/train", 1500), ("fakes/dev", 400), ("wikinews/all", 300))
"""Data sets, and how many of their texts."""
SETS = (*(f"benchmarks/findings_set{number}" for number in ("", 2, 3, 4)), "training/findings")
LONGEST = 9_000
MODELS: dict[str, tuple[type[DataclassInstance], Callable[[Case], Iterator[Row]], float]] = {
    "same_count": (Likeness, evidence.same_count, 1.0),
    "two_voices": (Evidence, evidence.two_voices, 3.0),
    "count_falls": (Falling, evidence.count_falls, 2.0),
}
"""What each model is of: its features, where its rows come from, and how much the weights are held down."""


def main() -> None:
    """Fits the models that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--models", nargs="+", choices=tuple(MODELS), default=tuple(MODELS))
    parser.add_argument("--kept", type=Path, help="a folder where what was read is kept between runs")
    args = parser.parse_args()
    rows: dict[str, list[Row]] = defaultdict(list)
    for case in chain(invented(args.kept), real(args.kept)):
        for model in args.models:
            if model != "same_count" or case.name.startswith("real"):
                rows[model] += MODELS[model][1](case)
    for model in args.models:
        found = fit(rows[model], MODELS[model][2])
        report(model, rows[model], found)
        write(model, MODELS[model][0], found.weights)


def report(model: str, rows: list[Row], found: Fit) -> None:
    """Prints how the model does on reports that were left out: right ones told, and reports with a wrong one."""
    right = np.array([row.right for row in rows])
    print(f"{model}: {len(rows)} rows, {right.sum()} right, area under the curve {area(found.odds, right):.3f}")
    if model == "same_count":
        return
    for least in (0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0):
        told = found.odds >= least
        names = [
            {row.report for row, at, ok in zip(rows, told, right, strict=True) if at and ok == kind} for kind in (1, 0)
        ]
        real_ = sum(name.startswith("real") for name in names[1])
        print(
            f"  from {least}: right in {len(names[0])} reports, wrong in {len(names[1]) - real_} and {real_} real ones"
        )


def invented(kept: Path | None) -> Iterator[Case]:
    """The project's own reports that are texts and not pages, each with its mark."""
    for place in SETS:
        for path in sorted((ROOT / place).glob("*.toml")):
            for row in tomllib.loads(path.read_text("utf-8"))["report"]:
                if row.get("text"):
                    facts = facts_of(row["text"], row["published"] or None, kept)
                    yield Case(f"{path.parent.name}/{row['id']}", facts, row["finding"], tuple(row.get("rests_on", ())))


def real(kept: Path | None) -> Iterator[Case]:
    """Real reports with their days of publication."""
    for name, most in REAL:
        with gzip.open(Path(os.environ["SAYSO_DATA"]) / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            rows: list[dict[str, Any]] = [
                part for line in lines for part in (r.get("docs", (r,)) for r in [json.loads(line)]) for part in part
            ]
        rows = [row for row in rows if row.get("text") and len(row["text"]) <= LONGEST]
        random.Random(5).shuffle(rows)  # noqa: S311
        for row in rows[:most]:
            facts = facts_of(row["text"], (row.get("date") or row.get("dct") or "")[:10] or None, kept)
            yield Case(f"real {hashlib.sha256(row['text'].encode()).hexdigest()[:12]}", facts, "none")


def facts_of(text: str, day: str | None, kept: Path | None) -> Facts:
    """A text as the rules want it, read or as it was kept."""
    path = kept / hashlib.sha256(f"{day} {text}".encode()).hexdigest() if kept is not None else None
    if path is not None and path.exists():
        return Facts(*pickle.loads(zlib.decompress(path.read_bytes())))  # noqa: S301 - ours
    cleaned = clean(Original(text.encode(), "text", given=Given(published=day)))
    parsed = parse(cleaned)
    whole = resolve(parsed, extract(parsed)), cleaned, parsed
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(zlib.compress(pickle.dumps(whole), 1))
    return Facts(*whole)


if __name__ == "__main__":
    main()
