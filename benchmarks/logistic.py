"""Fits a logistic rule to pairs of a set beside other pairs, and crosses it over ten parts of the set.

Stands alone because it is arithmetic on columns of numbers, whatever these tell of the pairs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]

OTHERS = 0.5
"""How much the other pairs weigh beside the pairs of the set, all together."""


def fitted(x: Floats, y: Floats, ours: Floats) -> tuple[Floats, float]:
    """The weights and the bias of a logistic rule; the pairs that are not `ours` weigh `OTHERS` in all."""
    w = np.where(ours, 1.0, OTHERS * ours.sum() / max(1, (~ours).sum()))
    centre, scale = x.mean(axis=0), x.std(axis=0)
    plain = (x - centre) / scale
    weights, bias = np.zeros(x.shape[1]), 0.0
    for _ in range(3_000):
        p = 1 / (1 + np.exp(-(plain @ weights + bias)))
        weights -= 0.5 * (plain.T @ (w * (p - y)) / w.sum() + 0.003 * weights)
        bias -= 0.5 * float((w * (p - y)).sum() / w.sum())
    return weights / scale, bias - float(weights / scale @ centre)


def chances(x: Floats, weights: Floats, bias: float) -> Floats:
    """What the rule says of each pair."""
    return 1 / (1 + np.exp(-(x @ weights + bias)))


def crossed(x: Floats, y: Floats, ours: Floats, wanted: int) -> str:
    """The F1 of ten parts of the set, each judged by what the others gave; `wanted` counts what is kept apart too."""
    folds = np.random.default_rng(0).permutation(len(y)) % 10
    said = np.zeros(len(y), dtype=bool)
    for fold in range(10):
        rest = (folds != fold) | ~ours
        weights, bias = fitted(x[rest], y[rest], ours[rest])
        said[folds == fold] = chances(x[folds == fold], weights, bias) >= 0.5
    hits = int((said & (y > 0) & ours).sum())
    precision, recall = hits / max(1, int((said & ours).sum())), hits / wanted
    f1 = 2 * precision * recall / (precision + recall)
    return f"crossed: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}"
