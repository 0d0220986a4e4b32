"""Tells the claims of a ledger, as rows: who says it, in which reports, and from how many independent roots.

Stands alone because it only reads: what is kept are pairs of attributions, and these rows follow from them and from
what people have reviewed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from sayso.link.blocks import MOST, Blocks
from sayso.link.claims.grouping import groups, key
from sayso.link.claims.nesting import Nesting
from sayso.link.claims.relaying import leans_on, relays
from sayso.link.claims.reviews import Reviews
from sayso.link.claims.rooting import Member, roots
from sayso.link.copies.index import CopyIndex
from sayso.link.copies.kept import InLedger, row_id
from sayso.link.copies.order import Order
from sayso.link.rows import ClaimsRow, FirstReport, Said, Speaker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sayso.ledger import Ledger
    from sayso.link.claims.grouping import Key
    from sayso.model import Attribution, Reading

_HELD = 1_024


def claims(ledger: Ledger) -> Iterator[ClaimsRow]:
    """Every claim of a ledger: those that most reports have first, and in the end those that stand alone.

    Each attribution of a report that was linked is in just one of them.
    """
    yield from _Claims(ledger).rows()


class _Claims:
    """One asking: what is held ready from row to row."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._links = ledger.links()
        self._reading: Callable[[int], Reading] = lru_cache(maxsize=_HELD)(ledger.numbered)
        self._order = Order(ledger, CopyIndex(InLedger(self._links)))

    def rows(self) -> Iterator[ClaimsRow]:
        blocks = Blocks(self._links, "claims")
        kept = [row for row in self._links.claims() if row.copied or blocks.met(row.a, row.b)]
        reviews = Reviews(self._ledger)
        nesting = Nesting(lambda twin: self._reading(self._links.by_twin(twin)[0]).attributions)
        found = groups([*kept, *reviews.same()], MOST, reviews.apart, nesting.parts)
        copied: dict[Key, set[Key]] = defaultdict(set)
        for row in kept:
            if row.copied:
                copied[key(row.a)].add(key(row.b))
        yield from sorted((self._row(group, copied) for group in found), key=lambda row: (-row.reports, row.id))
        taken = {member for group in found for member in group}
        yield from self._alone(taken)

    def _alone(self, taken: set[Key]) -> Iterator[ClaimsRow]:
        met: set[int] = set()
        for row in self._links.linked():
            if row.twin not in met:
                met.add(row.twin)
                for place in range(len(self._reading(row.report).attributions)):
                    if (row.twin, place) not in taken:
                        yield self._row([(row.twin, place)], {})

    def _row(self, group: list[Key], copied: dict[Key, set[Key]]) -> ClaimsRow:
        """The claim that these attributions, each in all reports of its twin, make."""
        stands = [(report, member) for member in group for report in self._links.by_twin(member[0])]
        rows = [(self._reading(report), self._reading(report).attributions[member[1]]) for report, member in stands]
        members = [
            Member(self._order.origin(report), relays(reading, row), leans_on(reading, row))
            for (report, member), (reading, row) in zip(stands, rows, strict=True)
        ]
        at: dict[Key, list[int]] = defaultdict(list)
        for place, (_, member) in enumerate(stands):
            at[member].append(place)
        pairs = [(places[0], other) for places in at.values() for other in places[1:]]
        by_page: dict[str, list[int]] = defaultdict(list)
        for place, (reading, _) in enumerate(rows):
            by_page[reading.report.address or reading.report.path].append(place)
        # A report that says a thing twice has it from where it had it the first time, and so has its next version.
        pairs += [(places[0], other) for places in by_page.values() for other in places[1:]]
        pairs += [(at[one][0], at[other][0]) for one in group for other in copied.get(one, ()) if other in at]
        found = roots(members, pairs, self._order.of_two)
        said = tuple(
            Said(
                report=reading.report.id,
                id=row.id,
                spans=row.content.spans,
                text=row.content.text,
                mode=row.mode,
                act=row.act,
                chain=_chain(reading, row),
                root=root,
            )
            for (reading, row), root in zip(rows, found.roots, strict=True)
        )
        ordered = tuple(sorted(said, key=lambda one: (not one.root, one.report, one.id)))
        first = rows[found.first][0].report if found.first is not None else None
        days = Counter(row.said for _, row in rows if row.said)
        words = " ".join(f"{one.report}/{one.id}" for one in sorted(said, key=lambda one: (one.report, one.id)))
        return ClaimsRow(
            id=row_id("c", words),
            text=ordered[0].text,
            speaker=_speaker(rows),
            said=min(days, key=lambda day: (-days[day], day)) if days else None,
            attributions=ordered,
            reports=len({one.report for one in said}),
            independent=found.independent,
            first=FirstReport(first.id, first.published) if first else None,
        )


def _chain(reading: Reading, row: Attribution) -> tuple[str, ...]:
    names = {actor.id: actor.name for actor in reading.actors}
    return tuple(names[actor] for actor in row.chain)


def _speaker(rows: list[tuple[Reading, Attribution]]) -> Speaker | None:
    """The speaker by the id and the name that most reports give, the longer on a tie."""
    found: Counter[tuple[str, str]] = Counter()
    for reading, row in rows:
        found.update((actor.id, actor.name) for actor in reading.actors if actor.id == row.speaker)
    if not found:
        return None
    return Speaker(*min(found, key=lambda one: (-found[one], -len(one[1]), one)))
