"""Finds which texts a new one may share passages with, and keeps every pair that does, whatever order they come in.

Stands alone because it is what decides which pairs are looked at: an inverted index over sampled shingles.

A shingle that stands in many texts is common and leads only to its `keepers`, the few texts with the least digests
among them: two hundred copies of one story all meet the same few, and a stock phrase costs no more in a large ledger
than in a small one. Which shingles are common and which texts keep them depends on the set of texts alone. So when a
shingle becomes common, or a new keeper takes the place of an old one, pairs met through it alone are given up.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.link.copies.furniture import PAGES, marked, noted, noted_again
from sayso.link.copies.keeping import InMemory, Pair, ordered
from sayso.link.copies.sharing import Sharing, Side, compare, side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.link.copies.keeping import Keeping
    from sayso.link.copies.shingles import Fingerprint

KEEPERS = 32
"""A shingle in more texts than this is common, and leads only to so many."""
NEEDED, NEEDED_COMMON = 0.02, 0.1
"""The share of the smaller sample that two texts must have in common to be compared word by word, where one of the
shingles they share is not common, and where all are: stock phrases."""
HELD = 4_096
"""Texts whose evidence is held ready for the next comparison."""


@dataclass(frozen=True, slots=True)
class Change:
    """What adding a report changed: pairs of texts that came or are other than before, and pairs that went."""

    came: dict[Pair, Sharing] = field(default_factory=dict)
    went: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What of a text counts: `live` are its sampled shingles that are no furniture."""

    live: frozenset[int]
    side: Side


class CopyIndex:
    """Reports by their fingerprints, and the pairs of texts among them that share passages."""

    def __init__(self, kept: Keeping | None = None, keepers: int = KEEPERS, pages: int = PAGES) -> None:
        self._kept = kept if kept is not None else InMemory()
        self._most = keepers
        self._pages = pages
        self._held: OrderedDict[int, _Evidence] = OrderedDict()

    def add(self, report: int, print_: Fingerprint, outlet: str | None = None) -> Change:
        """Takes a report in; `report` is its number. Adding the same again changes nothing."""
        if self._kept.text(report) is not None:
            return Change()
        text = print_.digest
        new = not self._kept.known(text)
        on_new_page = outlet is not None and outlet not in self._kept.outlets(text)
        self._kept.enter(report, print_, outlet)
        touched = {text} if new else set()
        if outlet is not None and on_new_page:
            touched |= self._count(outlet, print_)
        standing: dict[int, list[int]] = {}
        doubtful = self._post(print_, standing) if new else set()
        return self._settle(touched, doubtful, standing)

    def pairs(self) -> Iterator[tuple[Pair, Sharing]]:
        """All pairs of texts that share passages, in order of their digests."""
        return self._kept.pairs()

    def partners(self, text: int) -> Iterator[tuple[int, Sharing]]:
        """The texts that share passages with a text, each with what is shared, this text's side first."""
        for other, sharing in sorted(self._kept.partners(text).items()):
            yield other, sharing if text < other else sharing.turned()

    def shared(self, one: int, other: int) -> Sharing | None:
        """What two texts share, the first side first, whether or not they were candidates for a pair."""
        pair = ordered(one, other)
        sharing = self._kept.pair(pair) or compare(self._evidence(pair[0]).side, self._evidence(pair[1]).side)
        return sharing if sharing is None or one == pair[0] else sharing.turned()

    def told(self, text: int) -> int:
        """The words of a text that can be evidence of copying: its own, outside quotations and furniture."""
        return int(self._evidence(text).side.own[-1])

    def candidates(self, text: int) -> set[int]:
        """The texts that a text is compared with."""
        return self._candidates(text, {})

    def _evidence(self, text: int) -> _Evidence:
        found = self._held.get(text)
        if found is None:
            print_ = self._kept.print(text)
            furniture = {
                value
                for outlet in self._kept.outlets(text)
                for value, pages in self._kept.pages(outlet, print_.sample).items()
                if pages is None
            }
            found = self._held[text] = _Evidence(
                frozenset(print_.sample) - furniture, side(print_, marked(print_, furniture) if furniture else None)
            )
            if len(self._held) > HELD:
                self._held.popitem(last=False)
        else:
            self._held.move_to_end(text)
        return found

    def _count(self, outlet: str, print_: Fingerprint) -> set[int]:
        """Counts a page of `outlet`; gives the texts of which less is evidence from now on."""
        before = self._kept.pages(outlet, set(print_.sample))
        after: dict[int, bytes | None] = {}
        once = noted(print_.sketches)
        for value in set(print_.sample):
            known = before.get(value)
            if value not in before:
                after[value] = once
            elif known is not None:
                after[value] = noted_again(known, print_.sketches, self._pages)
        self._kept.note_pages(outlet, before, after)
        less = {print_.digest} if None in before.values() else set()
        for value, pages in after.items():
            if pages is None:
                standing = self._kept.standing(value)
                less |= {print_.digest} | {text for text in standing if outlet in self._kept.outlets(text)}
        for text in less:
            self._held.pop(text, None)
        return less

    def _post(self, print_: Fingerprint, memo: dict[int, list[int]]) -> set[int]:
        """Enters a text under each of its sampled shingles; gives the texts that are no longer met at one of them."""
        doubtful: set[int] = set()
        values = set(print_.sample)
        self._kept.post(print_.digest, values)
        for value in values:
            standing = self._kept.standing(value, self._most + 2)
            memo[value] = standing[: self._most + 1]
            if len(standing) == self._most + 1:
                doubtful.update(standing)
            elif len(standing) > self._most and print_.digest in standing[: self._most]:
                doubtful.add(standing[self._most])
        return doubtful - {print_.digest}

    def _settle(self, touched: set[int], doubtful: set[int], standing: dict[int, list[int]]) -> Change:
        """Compares the touched texts with their candidates, and gives up pairs that are no longer met."""
        wanted = {ordered(text, other) for text in touched for other in self._candidates(text, standing)}
        stale = {ordered(text, other) for text in touched for other in self._kept.partners(text)} - wanted
        for text in doubtful:
            for other in self._kept.partners(text):
                if not self._met(text, other, standing):
                    stale.add(ordered(text, other))
        came: dict[Pair, Sharing] = {}
        for pair in sorted(wanted):
            sharing = compare(self._evidence(pair[0]).side, self._evidence(pair[1]).side)
            if sharing is None:
                stale.add(pair)
            elif self._kept.pair(pair) != sharing:
                came[pair] = sharing
                self._kept.put_pair(pair, sharing)
        went = tuple(pair for pair in sorted(stale) if self._kept.drop_pair(pair))
        return Change(came, went)

    def _standing(self, value: int, memo: dict[int, list[int]]) -> list[int]:
        """The texts in which a shingle stands, one more than its keepers at most."""
        found = memo.get(value)
        if found is None:
            found = memo[value] = self._kept.standing(value, self._most + 1)
        return found

    def _candidates(self, text: int, memo: dict[int, list[int]]) -> set[int]:
        found: set[int] = set()
        for value in self._evidence(text).live:
            standing = self._standing(value, memo)
            if len(standing) > self._most:
                keeps = text in standing[: self._most]
                standing = self._kept.standing(value) if keeps else standing[: self._most]
            found.update(standing)
        found.discard(text)
        return {other for other in found if self._met(text, other, memo)}

    def _met(self, one: int, other: int, memo: dict[int, list[int]]) -> bool:
        """Whether enough of the samples is shared, and a shared shingle leads from one text to the other."""
        first, second = self._evidence(one).live, self._evidence(other).live
        shared = first & second
        smaller = min(len(first), len(second))
        if not shared or len(shared) < NEEDED * smaller:
            return False
        common = len(shared) >= NEEDED_COMMON * smaller
        for value in shared:
            standing = self._standing(value, memo)
            if len(standing) <= self._most:
                return True
            if common and (one in standing[: self._most] or other in standing[: self._most]):
                return True
        return False
