"""Turns the strength of a find into the chance that the row is right.

Stands alone because it is one formula, whose numbers come with the trained model that they were measured on.
"""

from __future__ import annotations

import math

LEAST, MOST = 0.01, 0.99
Curve = tuple[float, float]
"""Slope and height over the log-odds of a strength."""


def confidence(strength: float, curve: Curve | None) -> float:
    """The chance, by a logistic curve over the log-odds of `strength`; without one, `strength`."""
    kept = min(MOST, max(LEAST, strength))
    if curve is None:
        return kept
    return 1 / (1 + math.exp(-(curve[0] * math.log(kept / (1 - kept)) + curve[1])))
