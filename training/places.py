"""Fits the weights by which a name is held for the place where a count holds, and writes `lexicon/weights.toml`.

    SAYSO_DATA=... python training/places.py [--kept FILE]

Stands alone because it runs once. It learns from the figures of `figures/marks.tsv` that are not kept apart, and says
how weights fitted without a report do on it. `--kept` keeps what was read between runs: ten minutes on one core.
"""

from __future__ import annotations

import argparse
import os
import pickle
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from marked import LEARNT, Mark, marks
from sayso.extract import extract
from sayso.resolve.circumstances.evidence import Elsewhere, Here
from sayso.resolve.circumstances.mentions import gathered
from sayso.resolve.circumstances.standing import Standing, noun_of
from verdicts import reports
from weighing import Row, fit, write

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.stages import Extracted, Parsed

RIDGE = 3.0
LEVELS = (-0.5, 0.0, 0.25, 0.5, 0.75, 1.0)
WORD = re.compile(r"\w+")
Read = tuple["Parsed", "Extracted", "list[Mark]"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name for the place of a marked figure: its evidence, whether it is the best one, and whether it would do."""

    figure: int
    found: Here | Elsewhere
    best: bool
    right: bool
    report: str


def same_place(one: str, two: str) -> bool:
    """Whether one of two names stands in the other; some texts have lost their apostrophes ("Tarns coast")."""
    own, other = ({word.lower().rstrip("s") for word in WORD.findall(name)} for name in (one, two))
    return bool(own) and bool(other) and (own <= other or other <= own)


def candidates(read: Sequence[Read]) -> tuple[list[Candidate], list[bool]]:
    """The candidates of all marked counts, and of each such count whether the text tells its place."""
    found: list[Candidate] = []
    told: list[bool] = []
    for parsed, extracted, own in read:
        standing = Standing(parsed, extracted.figures, extracted.dates, gathered(parsed, extracted.attributions))
        for mark in own:
            figure = next((one for one in extracted.figures if one.span.meets(mark.span)), None)
            noun = noun_of(parsed, figure) if figure is not None else None
            if figure is None or noun is None or not mark.counts or mark.counted is None or figure.kind != "count":
                continue
            names = [span.of(parsed.text) for span in mark.places]
            sentence = parsed.sentence[noun]
            evidence: dict[str, Here | Elsewhere] = {}
            evidence |= {key: standing.here(figure, noun, key) for key in standing.possible_here(figure, noun)}
            evidence |= {
                key: standing.elsewhere(figure, sentence, key) for key in standing.possible_elsewhere(sentence)
            }
            for key, one in evidence.items():
                named = standing.names.known[key]
                best = bool(names) and same_place(named.name, names[0])
                right = any(same_place(named.name, name) for name in names)
                found.append(Candidate(len(told), one, best, right, mark.report))
            told.append(bool(names))
    return found, told


def rows(found: Sequence[Candidate]) -> Iterator[Row]:
    """What is learnt from: the best name is right; others that would do count for nothing, but where it is no name."""
    known = {one.figure for one in found if one.best}
    for one in found:
        wider = one.right and not one.best and one.figure in known
        yield Row(one.found, one.best or one.right, 0.0 if wider else 1.0, one.report)


def main() -> None:
    """Reads, fits, tells and writes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kept", type=Path, help="a file that keeps what was read")
    parser.add_argument("--ridge", type=float, default=RIDGE)
    args = parser.parse_args()
    found, told = candidates(_read(args.kept))
    every = list(rows(found))
    chances = np.zeros(len(every))
    for kind, model in ((Here, "counted_here"), (Elsewhere, "counted_elsewhere")):
        at = [index for index, row in enumerate(every) if isinstance(row.found, kind)]
        fitted = fit([every[index] for index in at], args.ridge)
        chances[at] = fitted.odds
        write(model, kind, fitted.weights)
    best: dict[int, int] = {}
    for index, one in enumerate(found):
        if one.figure not in best or chances[index] > chances[best[one.figure]]:
            best[one.figure] = index
    print(f"{len(told)} counts, the text tells where of {sum(told)}, {len(found)} names; on reports left out:")
    for least in LEVELS:
        filled = [index for index in best.values() if chances[index] > least]
        right = sum(found[index].right for index in filled)
        precision, recall = right / len(filled), right / sum(told)
        print(f"from {least:5.2f}: {len(filled)} filled, precision {precision:.3f}, recall {recall:.3f}")


def _read(kept: Path | None) -> list[Read]:
    """The reports that are learnt from, with their marks."""
    if kept is not None and kept.exists():
        own: list[Read] = pickle.loads(kept.read_bytes())  # noqa: S301 - written by this very script
        return own
    wanted = [mark for mark in marks() if mark.part == LEARNT]
    found = [
        (parsed, extract(parsed), of_report) for parsed, of_report in reports(Path(os.environ["SAYSO_DATA"]), wanted)
    ]
    if kept is not None:
        kept.write_bytes(pickle.dumps(found))
    return found


if __name__ == "__main__":
    main()
