"""Tells which reports of a ledger copy which, as rows: a cluster each, with all its members and who was first.

Stands alone because it only reads: what is kept are pairs of texts, and these rows follow from them.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from sayso.link.copies.clusters import Cluster, clusters
from sayso.link.copies.first import first_of
from sayso.link.copies.index import CopyIndex
from sayso.link.copies.instalments import Instalments
from sayso.link.copies.kept import InLedger, row_id
from sayso.link.copies.mosaics import merged, mosaic
from sayso.link.copies.order import Order
from sayso.link.copies.passages import spans
from sayso.link.copies.sharing import FEWEST_WORDS
from sayso.link.copies.words import words_of
from sayso.link.rows import CopiesRow, CopyMember

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.ledger import Ledger
    from sayso.model import Span

_HELD = 512


def copies(ledger: Ledger, report: str | None = None) -> Iterator[CopiesRow]:
    """Every cluster of reports that copy or take passages from one another, and mosaics; or only those of one report.

    Raises `InputError` where `report` names none.
    """
    wanted = ledger.number(report) if report is not None else None
    yield from _Copies(ledger).rows(wanted)


class _Copies:
    """One asking: what is held ready from row to row."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._links = ledger.links()
        self._index = CopyIndex(InLedger(self._links))
        self._order = Order(ledger, self._index)
        self._instalments = Instalments(ledger, self._links)
        self._words = lru_cache(maxsize=_HELD)(words_of)

    def rows(self, wanted: int | None) -> Iterator[CopiesRow]:
        prints = Counter(row.text for row in self._links.linked())
        several = {text for text, count in prints.items() if count > 1 and self._index.told(text) >= FEWEST_WORDS}
        text = self._links.text_of(wanted) if wanted is not None else None
        pairs = self._instalments.left_out(dict(self._index.pairs()))
        for cluster in clusters(several, pairs):
            if (wanted is None or text in cluster.texts) and sum(prints[each] for each in cluster.texts) > 1:
                yield self._row(cluster)
        name = self._ledger.name(wanted) if wanted is not None else None
        partners = Counter(each for pair in pairs for each in pair)
        for each in sorted(text for text, count in partners.items() if count > 1):
            made = self._mosaic(each)
            if made is not None and (name is None or name in {one.report for one in made.reports}):
                yield made

    def _mosaic(self, text: int) -> CopiesRow | None:
        """The row of a text that is put together from several others, those that came after it left out."""
        number = self._one_of(text)
        own, words = self._order.origin(number), self._words(*self._links.printed(number))
        partners = {
            other: sharing
            for other, sharing in self._index.partners(text)
            if not self._instalments.met(text, other)
            and self._order.of_two(own, self._order.origin(self._one_of(other))).report != own.report
        }
        made = mosaic(len(words), partners.items())
        if made is None:
            return None
        covered = merged(stretch for other in made.sources for stretch in partners[other].covered_a)
        members = (
            CopyMember(own.report, round(made.share, 4), spans(words, covered)),
            *(self._member(self._ledger.name(at := self._one_of(other)), at, other, text) for other in made.sources),
        )
        name = row_id("k", " ".join(("mosaic", *sorted(member.report for member in members))))
        return CopiesRow(name, "mosaic", None, members)

    def _one_of(self, text: int) -> int:
        """One report of a text, the same in whatever order they came."""
        return min(self._links.by_text(text), key=self._ledger.name)

    def _row(self, cluster: Cluster) -> CopiesRow:
        numbers = [(number, text) for text in cluster.texts for number in self._links.by_text(text)]
        origins = [self._order.origin(number) for number, _ in numbers]
        first = first_of(origins, self._order.of_two).report
        base = next(
            (text for (_, text), each in zip(numbers, origins, strict=True) if each.report == first), cluster.base
        )
        nearest = self._nearest(base, cluster)
        members = [
            self._member(each.report, number, text, base if text != base else nearest)
            for (number, text), each in zip(numbers, origins, strict=True)
        ]
        ordered = sorted(members, key=lambda member: (member.report != first, member.report))
        name = row_id("k", " ".join(sorted(member.report for member in members)))
        return CopiesRow(name, cluster.kind, first, tuple(ordered))

    def _nearest(self, base: int, cluster: Cluster) -> int:
        """What the base itself is held against: the text that shares most of it."""
        shares = [
            (-sharing.share_a, text)
            for text in cluster.texts
            if text != base and (sharing := self._index.shared(base, text)) is not None
        ]
        return min(shares)[1] if shares else base

    def _member(self, report: str, number: int, text: int, other: int) -> CopyMember:
        words = self._words(*self._links.printed(number))
        if text == other:
            return CopyMember(report, 1.0, (words.span(0, len(words)),))
        sharing = self._index.shared(text, other)
        found: tuple[Span, ...] = spans(words, sharing.covered_a) if sharing else ()
        return CopyMember(report, round(sharing.share_a, 4) if sharing else 0.0, found)
