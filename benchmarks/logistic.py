"""Fits a logistic rule to rows of numbers, each with its weight.

Stands alone because it is arithmetic on columns of numbers, whatever these tell of the pairs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]

STEPS, RATE, SHRINK = 6_000, 0.5, 0.001
LEAST_SPREAD = 0.1
"""A column that varies less is not blown up."""


def fitted(x: Floats, y: Floats, w: Floats) -> tuple[Floats, float]:
    """The weights of the columns of `x` and the bias, by which the rule gives `y`; each row weighs its `w`."""
    centre, scale = x.mean(axis=0), np.maximum(x.std(axis=0), LEAST_SPREAD)
    plain = (x - centre) / scale
    weights, bias = np.zeros(x.shape[1]), 0.0
    for _ in range(STEPS):
        p = chances(plain, weights, bias)
        weights -= RATE * (plain.T @ (w * (p - y)) / w.sum() + SHRINK * weights)
        bias -= RATE * float((w * (p - y)).sum() / w.sum())
    return weights / scale, bias - float(weights / scale @ centre)


def chances(x: Floats, weights: Floats, bias: float) -> Floats:
    """What the rule says of each row."""
    return 1 / (1 + np.exp(-(x @ weights + bias)))
