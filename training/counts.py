"""Fits the weights that say whether two figures count one thing, and whether two that do contradict each other.

    SAYSO_DATA=... python training/counts.py [--kept FACTS.pkl]

Stands alone because it runs once, and what it writes is the lexicon's ``count_weights.toml``.

*same*: nobody marked real reports for this. Two equal numbers of one sort in two sentences of a report are taken to
count the same and two unequal ones not to, which is right often enough to learn from; small numbers, which are equal by
chance, are left out, and the numbers themselves are no feature. *conflict*: the reports of ``benchmarks/findings_set``
and ``findings_set2``, whose marks say which pair is one, and real reports, whose pairs count as none but for those that
were judged by eye to be (`JUDGED`). Ridged logistic regression by Newton's method; both print how they do on reports
that were left out. `--kept` keeps what was read between runs: a quarter of an hour on one core.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import pickle
import tomllib
import zlib
from dataclasses import astuple
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from sayso.check.facts import Facts
from sayso.check.figure_conflicts import Evidence, compared
from sayso.check.same_count import Likeness, likeness, of_one_sort
from sayso.clean import clean
from sayso.extract import extract
from sayso.parse import parse
from sayso.resolve import resolve
from sayso.stages import Given, Original

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from sayso.check.counts import Count

    Floats = NDArray[np.float64]

REAL = (
    ("polnear/train", 0, 250), ("gva_incidents/train", 0, 300), ("fakes/dev", 0, 400), ("wikinews/all", 0, 260),
)  # fmt: skip
"""Data sets, and which of their texts."""
SETS = ("findings_set", "findings_set2")
LONGEST = 9_000
LEAST = 5
RIDGE_SAME, RIDGE_CONFLICT = 1.0, 3.0
RARE = 20.0
"""How much a contradicting pair weighs, of which there are few."""
JUDGED = {
    ("d312b98da41c", 116, 529),
    ("8750d1e9a684", 134, 1112),
    ("8750d1e9a684", 372, 1112),
    ("05e202432dec", 1192, 1689),
}
"""Pairs of figures in real reports that do contradict each other, by the text's SHA-256 and where they stand."""
FOLDS = 10
TARGET = Path(__file__).parent.parent / "src/sayso/lexicon/count_weights.toml"
HEAD = """# What speaks for and against two figures counting one thing (`same`), and for and against two that may count
# one thing contradicting each other (`conflict`), as weights of logistic models; what each name means, is said in
# sayso.check.same_count and sayso.check.figure_conflicts. Written by training/counts.py.

[source]
fitted_on = "same: equal and unequal numbers in real reports; conflict: the project's own judged sets, and real reports"
"""


def main() -> None:
    """Fits both tables, the second with the first in its place."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kept", type=Path, help="where what was read is kept between runs")
    args = parser.parse_args()
    if args.kept and args.kept.exists():
        real, judged = pickle.loads(args.kept.read_bytes())  # noqa: S301 - ours
    else:
        real = [facts_of(text, day) for text, day in texts()]
        judged = [(facts_of(row["text"], row["published"] or None), row) for row in cases()]
        if args.kept:
            args.kept.write_bytes(pickle.dumps((real, judged)))
    x, y, reports = equal(real)
    print(f"same: {len(y)} pairs, {int(y.sum())} equal")
    weight = np.where(y > 0, 0.5 / y.sum(), 0.5 / (len(y) - y.sum())) * len(y)
    odds = left_out(x, y, weight, reports, RIDGE_SAME)
    print(f"  on reports left out, area under the curve {area(odds, y):.3f}")
    same = table("same", Likeness, fitted(x, y, weight, RIDGE_SAME))
    TARGET.write_text(HEAD + same + table("conflict", Evidence, np.zeros(len(Evidence.__dataclass_fields__) + 1)))
    x, y, reports = contradicting(real, judged)
    print(f"conflict: {len(y)} pairs, {int(y.sum())} contradict each other")
    weight = np.where(y > 0, RARE, 1.0)
    odds = left_out(x, y, weight, reports, RIDGE_CONFLICT)
    for least in (1.0, 1.5, 2.0, 2.3, 2.6, 3.0, 4.0):
        told = odds >= least
        print(f"  on reports left out, from {least}: {int(y[told].sum())} of {told.sum()} right")
    TARGET.write_text(HEAD + same + table("conflict", Evidence, fitted(x, y, weight, RIDGE_CONFLICT)))


def texts() -> Iterator[tuple[str, str | None]]:
    """Real reports with their days of publication."""
    for name, first, last in REAL:
        path = Path(os.environ["SAYSO_DATA"]) / f"{name}.jsonl.gz"
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines][first:last]
        for part in (part for row in rows for part in row.get("docs", (row,))):
            if len(part["text"]) <= LONGEST:
                yield part["text"], (part.get("date") or "")[:10] or None


def cases() -> Iterator[dict[str, Any]]:
    """The reports of the sets that are texts and not pages."""
    for name in SETS:
        for path in sorted((TARGET.parents[3] / "benchmarks" / name).glob("*.toml")):
            yield from (row for row in tomllib.loads(path.read_text("utf-8"))["report"] if row.get("text"))


def facts_of(text: str, day: str | None) -> Facts:
    """A text as the rules want it."""
    cleaned = clean(Original(text.encode(), "text", given=Given(published=day)))
    parsed = parse(cleaned)
    return Facts(resolve(parsed, extract(parsed)), cleaned, parsed)


def equal(real: Sequence[Facts]) -> tuple[Floats, Floats, Floats]:
    """Likenesses, whether the numbers are equal, and the report's number, of pairs in two sentences of a report."""
    rows = []
    for number, facts in enumerate(real):
        for one, two in combinations(facts.counts, 2):
            values = one.figure.value, two.figure.value
            if one.at == two.at or not of_one_sort(one, two) or values[0] is None or values[1] is None:
                continue
            if min(abs(values[0]), abs(values[1])) >= LEAST:
                rows.append((astuple(likeness(one, two)), values[0] == values[1], number))
    return arrays(rows)


Judged = tuple[Facts, dict[str, Any]]


def contradicting(real: Sequence[Facts], judged: Sequence[Judged]) -> tuple[Floats, Floats, Floats]:
    """Evidence, whether the pair contradicts itself, and the report's number; falling counts are left out."""
    rows = []
    for number, (facts, case) in enumerate(judged):
        for one, two, found in compared(facts):
            marked = case["finding"] if rests(case, facts.text, one) and rests(case, facts.text, two) else "none"
            if marked != "figure-decrease":
                rows.append((astuple(found), marked == "figure-conflict", number))
    for number, facts in enumerate(real, len(judged)):
        name = hashlib.sha256(facts.text.encode()).hexdigest()[:12]
        for one, two, found in compared(facts):
            judged_so = (name, one.figure.span.start, two.figure.span.start) in JUDGED
            rows.append((astuple(found), judged_so, number))
    return arrays(rows)


def rests(case: dict[str, Any], text: str, row: Count) -> bool:
    """Whether a figure stands in words that the case's mark rests on."""
    places = ((text.find(words), len(words)) for words in case["rests_on"])
    return any(at >= 0 and at <= row.figure.span.start and row.figure.span.end <= at + size for at, size in places)


def arrays(rows: Sequence[tuple[tuple[float, ...], bool, int]]) -> tuple[Floats, Floats, Floats]:
    """Features, truth and groups."""
    x, y, groups = zip(*rows, strict=True)
    return np.array(x, float), np.array(y, float), np.array(groups, float)


def fitted(x: Floats, y: Floats, weight: Floats, ridge: float) -> Floats:
    """The weights, the bias last."""
    features = np.c_[x, np.ones(len(x))]
    found = np.zeros(features.shape[1])
    bend = np.eye(len(found)) * ridge
    bend[-1, -1] = 1e-6
    for _ in range(60):
        chance = 1 / (1 + np.exp(-np.clip(features @ found, -30, 30)))
        slope = features.T @ (weight * (chance - y)) + bend @ found
        step = np.linalg.solve((features * (weight * chance * (1 - chance))[:, None]).T @ features + bend, slope)
        found -= step
        if abs(step).max() < 1e-7:
            break
    return found


def left_out(x: Floats, y: Floats, weight: Floats, groups: Floats, ridge: float) -> Floats:
    """The log odds of each pair by weights that were fitted without its part of the reports."""
    fold = np.array([zlib.crc32(str(group).encode()) % FOLDS for group in groups])
    odds = np.zeros(len(y))
    for part in range(FOLDS):
        held = fold == part
        weights = fitted(x[~held], y[~held], weight[~held], ridge)
        odds[held] = np.c_[x[held], np.ones(held.sum())] @ weights
    return odds


def area(odds: Floats, y: Floats) -> float:
    """The chance that an equal pair has the better odds of two."""
    low = np.sort(odds[y == 0])
    return float((np.searchsorted(low, odds[y > 0]) / len(low)).mean())


def table(name: str, features: type[Likeness | Evidence], weights: Iterable[float]) -> str:
    """A table of the file."""
    names = (*features.__dataclass_fields__, "bias")
    lines = [f"{key} = {value:.2f}" for key, value in zip(names, weights, strict=True)]
    return "\n".join((f"\n[{name}]", *lines, ""))


if __name__ == "__main__":
    main()
