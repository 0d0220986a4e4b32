"""Says whether the higher of two counts may only be the later one: a toll that grew is no conflict.

Stands alone because it weighs when and how two counts were told, and nothing else of what they count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from sayso.check.clauses import holds
from sayso.lexicon import table
from sayso.link.misfits.quantities import VOTES

if TYPE_CHECKING:
    from sayso.link.misfits.prepared import Prepared
    from sayso.link.misfits.tolls import Toll

GROWING = frozenset(
    ("killed", "wounded", "missing", "casualties", "killed or wounded", "displaced", "detained", "hospitalised", VOTES)
)
Later = Literal["yes", "perhaps", "no"]


def later(a: Prepared, one: Toll, b: Prepared, two: Toll) -> Later:  # noqa: PLR0911 - one reason a case
    """Whether the higher number may only be the later one.

    Two exact numbers that named sources tell on the day itself, neither as one that still grows, are only perhaps two
    moments of one count.
    """
    low, high = ((a, one), (b, two)) if one.low < two.low else ((b, two), (a, one))
    running = table("between")["running"]
    if low[1].as_of != high[1].as_of:
        grown = one.counted in GROWING and (low[1].as_of or 0) < (high[1].as_of or 0)
        return "yes" if grown or _corrected(high[0], low[0]) else "no"
    if _says(*low, running["closed"]):
        return "no"
    if one.counted not in GROWING:
        return "yes" if _says(*low, running["counting"]) or _says(*high, running["counting"]) else "no"
    moments = low[0].told.minute, high[0].told.minute
    if moments[0] is not None and moments[1] is not None and moments[0] != moments[1]:
        return "yes" if moments[0] < moments[1] else "no"
    if _says(*low, running["words"]) or _says(*high, running["raised"]):
        return "yes"
    if not (_same_day(*low) or _same_day(*high)):
        return "no"
    sure = _sure(low[1], high[0]) and _sure(high[1], low[0]) and not _says(*high, running["words"])
    return "perhaps" if sure else "yes"


def _sure(toll: Toll, other: Prepared) -> bool:
    """Whether a named source tells an exact number, in a sentence that names nobody whom the other report does not."""
    if toll.figure.bound != "exact" or toll.source is None or not toll.source.names:
        return False
    return toll.sentence.names - toll.source.names <= other.told.names


def _corrected(*sides: Prepared) -> bool:
    """Whether a report says that a number was corrected."""
    words = table("between")["corrected"]["words"]
    return any(holds(one.tokens, words) for side in sides for one in side.told.sentences)


def _same_day(side: Prepared, toll: Toll) -> bool:
    """Whether a count is of the day that it tells of."""
    days = side.passage(toll.sentence).days
    return toll.as_of is not None and bool(days) and max(days) >= toll.as_of


def _says(side: Prepared, toll: Toll, words: list[str]) -> bool:
    near = (one for one in side.told.sentences if abs(one.at - toll.sentence.at) <= 1)
    return any(holds(one.tokens, words) for one in near)
