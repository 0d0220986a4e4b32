"""Fits what turns the reader's strength into a confidence: one logistic curve for each way in which a row was found.

    SAYSO_DATA=... SAYSO_EVAL=... python training/calibrate.py [--engine best]

Stands alone because it looks at gold and the program must not. Platt (1999), Probabilistic outputs for support vector
machines. Fitted on PolNeAR's dev part, and for what stands inside another's words on the test part of the project's own
corpus, since PolNeAR marks none of it; neither was trained on. The benchmark shows the error by cross-validation.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))

import sayso.parse.encoder
from calibration import Judged, judged

if TYPE_CHECKING:
    from numpy.typing import NDArray

STEPS = 50
PRIOR = 2.0
"""Rows for and against that each curve begins with, so that few rows do not make it sure."""


def main() -> None:
    """Fits and writes ``calibration.json`` of the engine."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--engine", choices=("best", "fast"), default="best")
    engine = parser.parse_args().engine
    sayso.parse.encoder.load(engine).curves.clear()
    curves = fitted(judged(engine))
    path = Path(sayso.parse.encoder.__file__).parent / engine / "calibration.json"
    path.write_text(json.dumps(curves) + "\n", encoding="utf-8")
    print(path.name, curves)


def fitted(rows: list[Judged]) -> dict[str, tuple[float, float]]:
    """For each way of finding the slope and the height of its curve over the log-odds of the strength."""
    found = {}
    for how in sorted({row.how for row in rows}):
        own = [row for row in rows if row.how == how]
        found[how] = curve(np.array([r.strength for r in own]), np.array([r.right for r in own], dtype=float))
    return found


def curve(strength: NDArray[np.float64], right: NDArray[np.float64]) -> tuple[float, float]:
    """Slope and height by Newton's method on the likelihood; the slope is 0 where all strengths are one."""
    kept = np.clip(strength, 0.01, 0.99)
    x = np.stack([np.log(kept / (1 - kept)), np.ones(len(kept))], axis=1)
    weights = np.zeros(2)
    ridge = np.diag([0.1 if np.ptp(kept) > 0 else 1e6, PRIOR / 4])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (right - chance) - ridge @ weights
        bend = (x * (chance * (1 - chance))[:, None]).T @ x + ridge
        weights += np.linalg.solve(bend, slope)
    return round(float(weights[0]), 4), round(float(weights[1]), 4)


if __name__ == "__main__":
    main()
