"""Fits the weights by which a row is held for no attribution, and counts what each word of a cue was judged to be.

    SAYSO_DATA=... python training/rows.py [--most 0.5]

Stands alone because it runs once. It learns from the first three lots of `rows/verdicts.tsv`, writes `judged_cues.toml`
and `no_attribution` in `weights.toml`, and says how weights fitted without a report do on it.
"""

from __future__ import annotations

import argparse
import os
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np

from sayso.extract.attributions.evidence import MOST, Evidence, evidence, shrunk
from sayso.extract.attributions.kinds import sense_of
from verdicts import Verdict, reports, verdicts
from weighing import Row, area, fit, write

TARGET = Path(__file__).parents[1] / "src/sayso/lexicon/judged_cues.toml"
LEARNT = ("first", "second", "third")
RIDGE = 3.0
HEAD = """\
# How many rows of real reports with a cue were judged, and how many of these were no attribution but told a deed, an
# event or a state, by the cue's lemma: what `sayso.extract.attributions.evidence` starts from. Written by
# training/rows.py.

[source]
rows = "training/rows: rows of FA-KES, Wikinews, BASIL, NewsWCL50, ECB+, MEANTIME and reports of US shootings"
judges = "language models that had read the reports and the contract"

"""


def main() -> None:
    """Reads, fits, tells and writes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--most", type=float, default=MOST, help="log odds up to which a row is kept")
    most: float = parser.parse_args().most
    learnt = [verdict for verdict in verdicts() if verdict.part in LEARNT and verdict.cue]
    found: list[tuple[Verdict, str, Evidence]] = []
    for parsed, judged in reports(Path(os.environ["SAYSO_DATA"]), learnt):
        for one in judged:
            parts = one.source, one.cue, one.content
            told = evidence(parsed, parts, one.confidence, (0.0, 0.0), quoted=_quoted(one, parsed.text))
            found.append((one, sense_of(parsed, one.cue).lemma, told))
    rows = Counter(lemma for _, lemma, _ in found)
    none = Counter(lemma for one, lemma, _ in found if one.none)
    average = sum(none.values()) / len(found)
    made = [Row(_without_itself(row, rows, none, average), row[0].none, 1.0, row[0].report) for row in found]
    fitted = fit(made, RIDGE)
    write("no_attribution", Evidence, fitted.weights)
    lines = [f'"{lemma}" = [{rows[lemma]}, {none[lemma]}]' for lemma in sorted(rows) if rows[lemma] > 1 or none[lemma]]
    TARGET.write_text(f"{HEAD}[share]\naverage = {average:.4f}\n\n[cues]\n" + "\n".join(lines) + "\n", "utf-8")
    right = np.array([row.right for row in made], float)
    gone = (fitted.odds > most) & np.array([one.made for one, _, _ in found])
    print(f"{len(made)} rows, {int(right.sum())} of them none; area {area(fitted.odds, right):.3f}")
    print(f"at {most}: {gone.sum()} of those made go, {int(right[gone].sum())} of them none")


def _without_itself(
    row: tuple[Verdict, str, Evidence], rows: Counter[str], none: Counter[str], average: float
) -> Evidence:
    """The evidence with what the other rows say of its cue's word."""
    one, lemma, told = row
    word, seen = shrunk(rows[lemma] - 1, none[lemma] - one.none, average)
    return replace(told, word=word, seen=seen)


def _quoted(one: Verdict, text: str) -> bool:
    return any(mark in span.of(text) for span in one.content for mark in '"“”«»„')


if __name__ == "__main__":
    main()
