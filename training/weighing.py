"""Fits logistic models of evidence, tries them on reports that were left out, and writes their weights as tables.

Stands alone because every kind of evidence is fitted in this one way: ridged logistic regression by Newton's method.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from _typeshed import DataclassInstance
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

FOLDS = 20
TARGET = Path(__file__).parent.parent / "src/sayso/lexicon/weights.toml"


@dataclass(frozen=True, slots=True)
class Row:
    """Evidence, whether it is of what the model shall tell, how much it counts, and the report that it is from."""

    found: DataclassInstance
    right: bool
    weight: float
    report: str


@dataclass(frozen=True, slots=True)
class Fit:
    """The weights of the features, the bias last, and the odds of each row by weights fitted without its report."""

    weights: Floats
    odds: Floats


def fit(rows: Sequence[Row], ridge: float) -> Fit:
    """A model of the rows; features are scaled to one deviation for the ridge; the weights are given back as raw."""
    x = np.array([astuple(row.found) for row in rows], float)
    y = np.array([row.right for row in rows], float)
    weight = np.array([row.weight for row in rows], float)
    fold = np.array([zlib.crc32(row.report.encode()) % FOLDS for row in rows])
    spread = np.maximum(x.std(0), 1e-6)
    scaled = x / spread
    odds = np.zeros(len(y))
    for part in range(FOLDS):
        held = fold == part
        if held.any():
            weights = newton(scaled[~held], y[~held], weight[~held], ridge)
            odds[held] = np.c_[scaled[held], np.ones(held.sum())] @ weights
    return Fit(newton(scaled, y, weight, ridge) / np.r_[spread, 1.0], odds)


def newton(x: Floats, y: Floats, weight: Floats, ridge: float) -> Floats:
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


def area(odds: Floats, right: Floats) -> float:
    """The chance that a right row has the better odds of two."""
    low = np.sort(odds[right == 0])
    return float((np.searchsorted(low, odds[right > 0]) / len(low)).mean())


def write(model: str, evidence: type[DataclassInstance], weights: Floats) -> None:
    """Puts a model's table in the place of the one that the file has."""
    names = (*(feature.name for feature in fields(evidence)), "bias")
    lines = [f"{name} = {value:.2f}" for name, value in zip(names, weights, strict=True)]
    table = "\n".join((f"[{model}]", *lines, ""))
    text = TARGET.read_text("utf-8")
    old = re.compile(rf"^\[{model}\]\n(?:\w+ = .*\n)*", re.MULTILINE)
    TARGET.write_text(old.sub(table, text) if old.search(text) else f"{text}\n{table}", "utf-8")
