"""Says which of some readings print one story, where there is no ledger that was linked.

Stands alone because a page made of a few files needs the independent counts too, and keeps nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.link.copies.index import CopyIndex
from sayso.link.copies.shingles import fingerprint
from sayso.link.copies.words import words_of_report
from sayso.link.unions import Unions
from sayso.resolve.terms import same_medium_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.model import Reading


def origins(readings: Sequence[Reading]) -> dict[str, str]:
    """For each report's id that of the one report which stands for all that copy one another."""
    index = CopyIndex()
    texts: dict[int, list[str]] = {}
    for number, reading in enumerate(readings):
        print_ = fingerprint(words_of_report(reading.report))
        outlet = reading.report.outlet
        index.add(number, print_, same_medium_key(outlet.name) if outlet else None)
        if len(print_):
            texts.setdefault(print_.digest, []).append(reading.report.id)
    joined: Unions[str] = Unions()
    for same in texts.values():
        for other in same[1:]:
            joined.join(same[0], other)
    for (a, b), sharing in index.pairs():
        if sharing.kind != "passage":
            joined.join(texts[a][0], texts[b][0])
    return {reading.report.id: joined.find(reading.report.id) for reading in readings}
