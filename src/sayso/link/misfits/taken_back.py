"""Says that a number which a report takes back fits any other: it is told no more.

Stands alone because every rule on two counts asks it first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.link.misfits.prepared import Prepared
    from sayso.link.misfits.tolls import Toll
    from sayso.link.misfits.values import Differs


def taken_back(a: Prepared, one: Toll, b: Prepared, two: Toll) -> tuple[Differs, str] | None:
    """Why two counts are no contradiction: a report takes its own number back, or the number of the other."""
    for side, toll in ((a, one), (b, two)):
        if toll.figure.id in side.taken_back:
            return "version", f"Its own report takes {toll.figure.text!r} back."
    for side, toll, old in ((a, one, two), (b, two, one)):
        for made in side.taken_back.values():
            same = made.counted is not None and made.counted == old.figure.counted
            if same and made.wrong.value == old.figure.value and made.right.value == toll.figure.value:
                return "version", f"An update by correction: {made.span.of(side.text)!r}."
    return None
