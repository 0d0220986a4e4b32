"""Turns the strength of a find into the chance that the row is right.

Stands alone because it is one formula, whose numbers come with the trained model that they were measured on.
"""

from __future__ import annotations

import math

LEAST, MOST = 0.01, 0.99


def confidence(strength: float, curve: tuple[float, float] | None) -> float:
    """The chance, by a logistic curve (slope, height) over the log-odds of `strength`; without one, `strength`."""
    kept = min(MOST, max(LEAST, strength))
    if curve is None:
        return kept
    return 1 / (1 + math.exp(-(curve[0] * math.log(kept / (1 - kept)) + curve[1])))
