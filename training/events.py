"""Fits the weights that say whether two happenings are one event: the lexicon's ``event_weights.toml``.

    SAYSO_DATA=... python training/events.py READINGS

Stands alone because it runs once, and the weights that it writes are what ships. READINGS is a folder with pickled
dictionaries of readings: ``gva_train.pkl`` by "incident/report", ``ecb_train.pkl`` by document. Logistic regression by
Newton's method, slightly ridged; a pair of ECB+ counts a tenth of a pair of incidents, of which far fewer are the
same. Features whose weight had the wrong sign (an agreement that speaks against) were left out.
"""

from __future__ import annotations

import gzip
import json
import os
import pickle
import random
import sys
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from sayso.link.events.likeness import Likeness, likeness
from sayso.link.events.same import happenings, score_of, told_at
from sayso.model import Span

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from sayso.link.events.happenings import Happening
    from sayso.model import Reading

REPORT = (
    "words", "names", "shared_names", "full_name", "lead", "persons_differ", "title", "places", "act_differs", "day",
    "days_far", "weekday", "weekday_differs", "when_differs", "year", "year_differs", "month_differs", "ages_differ",
    "figures", "figures_differ",
)  # fmt: skip
TOLD = ("told_rare", "told_meaning", "act", "words", "day", "reports")
TARGET = Path(__file__).parent.parent / "src/sayso/lexicon/event_weights.toml"
HEAD = """# What speaks for and against two happenings being one event, as weights of a logistic model; what each name
# means, sayso.link.events.likeness says. `report` weighs whole reports, by their main happenings; `told` any two
# happenings, with what the reports as a whole score (`reports`). Written by training/events.py.

[source]
fitted_on = "Pairs of training reports: Gun Violence Archive (the first 823), ECB+ (and its mentions within a topic)"
"""
ECB_WEIGHT = 0.1
NEAR = 0.03
Row = tuple[list[float], bool, float]


def fitted(rows: list[Row]) -> NDArray[np.float64]:
    """The weights, the bias last."""
    features = np.array([[*row, 1.0] for row, _, _ in rows])
    truth = np.array([same for _, same, _ in rows], float)
    weight = np.array([counts for _, _, counts in rows])
    found = np.zeros(features.shape[1])
    ridge = np.eye(len(found))
    ridge[-1, -1] = 1e-6
    for _ in range(50):
        chance = 1 / (1 + np.exp(-np.clip(features @ found, -30, 30)))
        slope = features.T @ (weight * (chance - truth)) + ridge @ found
        bend = (features * (weight * chance * (1 - chance))[:, None]).T @ features + ridge
        step = np.linalg.solve(bend, slope)
        found -= step
        if abs(step).max() < 1e-7:
            break
    return found


def of(alike: Likeness, names: tuple[str, ...]) -> list[float]:
    """The numbers of these names."""
    return [getattr(alike, name) for name in names if name != "reports"]


def incidents(readings: dict[str, Reading]) -> list[Row]:
    """The pairs of reports of incidents whose words are at all alike."""
    mains = {key: found[0] for key, reading in readings.items() if (found := happenings(reading))}
    rows: list[Row] = []
    for one, other in combinations(mains, 2):
        a, b = mains[one], mains[other]
        if a.words.cosine(b.words) > NEAR:
            rows.append((of(likeness(a, b), REPORT), one.split("/")[0] == other.split("/")[0], 1.0))
    return rows


def documents(readings: dict[str, Reading], rows: list[dict[str, Any]]) -> list[Row]:
    """All pairs of documents."""
    mains = {row["id"]: happenings(readings[row["id"]])[0] for row in rows}
    return [
        (of(likeness(mains[one["id"]], mains[other["id"]]), REPORT), one["event"] == other["event"], ECB_WEIGHT)
        for one, other in combinations(rows, 2)
    ]


def mentions(readings: dict[str, Reading], rows: list[dict[str, Any]]) -> list[Row]:
    """Pairs of mentions of acts of one topic, of those that are not the same a tenth."""
    chance = random.Random(1)  # noqa: S311 - a sample, no secret
    found: list[tuple[dict[str, Any], str | None, Happening]] = []
    for row in rows:
        main = happenings(readings[row["id"]])[0]
        for mention in row["mentions"]:
            if "ACTION" in mention["tag"]:
                span = Span(mention["start"], mention["end"])
                found.append((row, mention.get("chain"), told_at(readings[row["id"]], span, main)))
    made: list[Row] = []
    reports: dict[tuple[str, str], float] = {}
    for (row, chain, a), (other, same, b) in combinations(found, 2):
        if row["topic"] != other["topic"] or row is other or a.main is None or b.main is None:
            continue
        one = chain is not None and chain == same
        if not one and chance.random() > 0.1:
            continue
        pair = (row["id"], other["id"])
        if pair not in reports:
            reports[pair] = score_of(a.main, b.main, likeness(a.main, b.main))
        made.append(([*of(likeness(a, b), TOLD), reports[pair]], one, 1.0 if one else 10.0))
    return made


def written(name: str, names: tuple[str, ...], weights: NDArray[np.float64]) -> str:
    """A table of the file."""
    lines = [f"{key} = {value:.2f}" for key, value in zip((*names, "bias"), weights, strict=True)]
    return "\n".join((f"\n[{name}]", *lines, ""))


def main() -> None:
    """Fits both tables, the second with the first in its place."""
    folder = Path(sys.argv[1])
    gva, ecb = (pickle.loads((folder / f"{name}_train.pkl").read_bytes()) for name in ("gva", "ecb"))  # noqa: S301 - ours
    with gzip.open(Path(os.environ["SAYSO_DATA"]) / "ecbplus/train.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    report = written("report", REPORT, fitted(incidents(gva) + documents(ecb, rows)))
    nothing = np.zeros(len(TOLD) + 1)
    TARGET.write_text(HEAD + report + written("told", TOLD, nothing), encoding="utf-8")
    told = written("told", TOLD, fitted(mentions(ecb, rows)))
    TARGET.write_text(HEAD + report + told, encoding="utf-8")


if __name__ == "__main__":
    main()
