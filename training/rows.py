"""Fits the weights by which a row is held for no attribution, and counts what each word of a cue was judged to be.

    SAYSO_DATA=... python training/rows.py [--most 0.5]

Stands alone because it runs once. It learns from the first four lots of `rows/verdicts.tsv`, writes `judged_cues.toml`
and `no_attribution` in `weights.toml`, and says how weights fitted without a report do on it.
"""

from __future__ import annotations

import argparse
import json
import math
import os
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from sayso.extract.attributions.evidence import MOST, QUOTED, Evidence, evidence, log_odds, shrunk
from sayso.extract.attributions.kinds import sense_of
from verdicts import Verdict, reports, verdicts
from weighing import Row, area, fit, write

if TYPE_CHECKING:
    from collections.abc import Sequence

WORDS = Path(__file__).parent / "rows" / "cues.tsv"
TARGET = Path(__file__).parents[1] / "src/sayso/lexicon/judged_cues.toml"
LEARNT = ("first", "second", "third", "fourth")
RIDGE = 3.0
HEAD = """\
# What `sayso.extract.attributions.evidence` starts from, by the lemma of a cue: in how many of a hundred sentences with
# it somebody's words or thoughts are told (`words`), and of the judged rows with it (`cues`), and with it in one form
# (`forms`), how many there are and how many were none but told a deed, an event or a state. By training/rows.py.

[source]
words = "training/rows/cues.tsv: language models that were asked of each lemma alone"
rows = "training/rows: rows of FA-KES, Wikinews, BASIL, NewsWCL50, ECB+, MEANTIME and reports of US shootings"
judges = "language models that had read the reports and the contract"

"""


@dataclass(frozen=True)
class Counts:
    """How many rows there are, and how many of them are none, by some key."""

    rows: Counter[str]
    none: Counter[str]

    @classmethod
    def of(cls, keys: Sequence[tuple[str, bool]]) -> Counts:
        """Counted by keys, each with whether its row is none."""
        return cls(Counter(key for key, _ in keys), Counter(key for key, none in keys if none))

    def others(self, key: str, none: bool) -> tuple[int, int]:
        """The counts of a key without one row of it."""
        return self.rows[key] - 1, self.none[key] - none

    def lines(self) -> list[str]:
        """A table's lines, for keys that more than one row has, or one that is none."""
        kept = (key for key in sorted(self.rows) if self.rows[key] > 1 or self.none[key])
        return [f"{json.dumps(key, ensure_ascii=False)} = [{self.rows[key]}, {self.none[key]}]" for key in kept]


def main() -> None:
    """Reads, fits, tells and writes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--most", type=float, default=MOST, help="log odds up to which a row is kept")
    most: float = parser.parse_args().most
    learnt = [verdict for verdict in verdicts() if verdict.part in LEARNT and verdict.cue]
    found: list[tuple[Verdict, str, Evidence]] = []
    for parsed, judged in reports(Path(os.environ["SAYSO_DATA"]), learnt):
        for one in judged:
            told = evidence(
                parsed, (one.source, one.cue, one.content), one.confidence, quoted=_quoted(one, parsed.text)
            )
            found.append((one, sense_of(parsed, one.cue).lemma, told))
    cues = Counts.of([(lemma, one.none) for one, lemma, _ in found])
    forms = Counts.of([(f"{lemma} | {told.form}", one.none) for one, lemma, told in found])
    average, words = sum(cues.none.values()) / len(found), _words()
    quoted = float(np.mean([one.none for one, _, told in found if told.form == QUOTED]))
    made = []
    for one, lemma, told in found:
        expected = 1 - words[lemma] / 100 if lemma in words else average
        share = quoted if told.form == QUOTED else shrunk(cues.others(lemma, one.none), expected)
        share = shrunk(forms.others(f"{lemma} | {told.form}", one.none), share)
        row = replace(told, word=log_odds(share), seen=math.log(cues.rows[lemma]))
        made.append(Row(row, one.none, 1.0, one.report))
    fitted = fit(made, RIDGE)
    write("no_attribution", Evidence, fitted.weights)
    parts = {
        "words": [f"{json.dumps(lemma, ensure_ascii=False)} = {share}" for lemma, share in sorted(words.items())],
        "cues": cues.lines(),
        "forms": forms.lines(),
    }
    tables = "\n".join(f"[{name}]\n" + "\n".join(lines) + "\n" for name, lines in parts.items())
    TARGET.write_text(f"{HEAD}[share]\naverage = {average:.4f}\nquoted = {quoted:.4f}\n\n{tables}", "utf-8")
    right = np.array([row.right for row in made], float)
    gone = (fitted.odds > most) & np.array([one.made for one, _, _ in found])
    print(f"{len(made)} rows, {int(right.sum())} of them none; area {area(fitted.odds, right):.3f}")
    print(f"at {most}: {gone.sum()} of those made go, {int(right[gone].sum())} of them none")


def _words() -> dict[str, int]:
    """In how many of a hundred sentences with a lemma somebody's words or thoughts are told, as readers guessed."""
    lines = (line.split("\t") for line in WORDS.read_text("utf-8").splitlines()[1:])
    return {lemma: int(share) for lemma, _, share in lines}


def _quoted(one: Verdict, text: str) -> bool:
    return any(mark in span.of(text) for span in one.content for mark in '"“”«»„')


if __name__ == "__main__":
    main()
