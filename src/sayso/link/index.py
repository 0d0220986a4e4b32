"""Finds which texts a new one may share passages with, and keeps every pair that does, whatever order they come in.

Stands alone because it is the one thing here with a state: an inverted index over sampled shingles.

A shingle that stands in many texts is common and leads only to its `keepers`, the few texts with the least digests
among them: two hundred copies of one story all meet the same few, and a stock phrase costs no more in a large ledger
than in a small one. Which shingles are common and which texts keep them depends on the set of texts alone. So when a
shingle becomes common, or a new keeper takes the place of an old one, pairs met through it alone are given up.

To be stored per report: its outlet, and the digest of its text. Per text: its sampled shingles (their values), and
either the arrays of its `Fingerprint` or nothing, as they can be made again from the report. Per pair of texts: the
digests and the fields of `Sharing`. Postings (a shingle's texts) and furniture follow from these rows and need none of
their own.
"""

from __future__ import annotations

from bisect import insort
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.link.furniture import Furniture, marked
from sayso.link.sharing import Sharing, Side, compare, side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.link.shingles import Fingerprint

KEEPERS = 32
"""A shingle in more texts than this is common, and leads only to so many."""
NEEDED, NEEDED_COMMON = 0.02, 0.1
"""The share of the smaller sample that two texts must have in common to be compared word by word, where one of the
shingles they share is not common, and where all are: stock phrases."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """What adding a report changed: pairs of texts that came or are other than before, and pairs that went.

    A pair is two digests, the lesser first.
    """

    came: dict[Pair, Sharing] = field(default_factory=dict)
    went: tuple[Pair, ...] = ()


@dataclass(slots=True)
class _Text:
    """One text with the reports that print it; `live` are its sampled shingles that are no furniture."""

    print: Fingerprint
    live: frozenset[int]
    side: Side
    reports: list[str] = field(default_factory=list)
    outlets: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _Posting:
    """The texts in which a shingle stands: all of them, and the few with the least digests, in order."""

    texts: list[str]
    keepers: list[str]


class CopyIndex:
    """Reports by their fingerprints, and the pairs of texts among them that share passages."""

    def __init__(self, keepers: int = KEEPERS, furniture: Furniture | None = None) -> None:
        self._most = keepers
        self._furniture = furniture or Furniture()
        self._texts: dict[str, _Text] = {}
        self._postings: dict[int, _Posting | str] = {}
        self._pairs: dict[Pair, Sharing] = {}
        self._partners: dict[str, set[str]] = {}
        self._digests: dict[str, str] = {}

    def __len__(self) -> int:
        return len(self._digests)

    def add(self, report: str, print_: Fingerprint, outlet: str | None = None) -> Change:
        """Takes a report in; `report` is its id. Adding the same id again changes nothing."""
        if report in self._digests:
            return Change()
        digest = self._digests[report] = print_.digest
        text = self._texts.get(digest)
        new = text is None
        if text is None:
            text = self._texts[digest] = _Text(print_, frozenset(print_.sample), side(print_))
        insort(text.reports, report)
        touched = {digest} if new else set()
        if outlet is not None and outlet not in text.outlets:
            text.outlets.add(outlet)
            touched |= self._count(outlet, digest)
        doubtful = self._post(digest) if new else []
        return self._settle(touched, doubtful)

    def pairs(self) -> Iterator[tuple[Pair, Sharing]]:
        """All pairs of texts that share passages, in order of their digests."""
        for pair in sorted(self._pairs):
            yield pair, self._pairs[pair]

    def partners(self, report: str) -> Iterator[tuple[str, Sharing]]:
        """The texts that share passages with a report's, each with what is shared, the report's side first."""
        digest = self._digests[report]
        for other in sorted(self._partners.get(digest, ())):
            sharing = self._pairs[_ordered(digest, other)]
            yield other, sharing if digest < other else sharing.turned()

    def digest(self, report: str) -> str:
        """The digest of a report's text."""
        return self._digests[report]

    def reports(self, digest: str) -> tuple[str, ...]:
        """The reports that print a text, in order of their ids."""
        return tuple(self._texts[digest].reports)

    def print(self, digest: str) -> Fingerprint:
        """The fingerprint of a text."""
        return self._texts[digest].print

    def candidates(self, report: str) -> set[str]:
        """The digests of the texts that a report's is compared with."""
        return self._candidates(self._digests[report])

    def _count(self, outlet: str, digest: str) -> set[str]:
        """Counts a page of `outlet`; gives the texts of which less is evidence from now on."""
        text = self._texts[digest]
        less: dict[str, set[int]] = {digest: set(self._furniture.of(outlet, text.print))}
        for value in self._furniture.add(outlet, text.print):
            for other in {digest, *self._standing(value)}:
                if outlet in self._texts[other].outlets:
                    less.setdefault(other, set()).add(value)
        return {other for other, values in less.items() if self._strip(self._texts[other], values)}

    def _strip(self, text: _Text, furniture: set[int]) -> bool:
        """Takes furniture out of a text's evidence; false where nothing of it was left there."""
        if text.live.isdisjoint(furniture):
            return False
        text.live -= furniture
        text.side = side(text.print, marked(text.print, set(text.print.sample) - text.live))
        return True

    def _standing(self, value: int) -> list[str]:
        posting = self._postings.get(value)
        if posting is None:
            return []
        return [posting] if isinstance(posting, str) else posting.texts

    def _post(self, digest: str) -> list[tuple[str, int]]:
        """Enters a text under each of its sampled shingles; gives the texts that are no longer met there, and where."""
        doubtful: list[tuple[str, int]] = []
        postings = self._postings
        for value in set(self._texts[digest].print.sample):
            posting = postings.get(value)
            if posting is None:
                postings[value] = digest
                continue
            if isinstance(posting, str):
                posting = postings[value] = _Posting([posting], [posting])
            posting.texts.append(digest)
            insort(posting.keepers, digest)
            if len(posting.keepers) > self._most:
                last = posting.keepers.pop()
                begins = len(posting.texts) == self._most + 1
                doubtful.extend((text, value) for text in (posting.texts if begins else (last,)) if text != digest)
        return doubtful

    def _settle(self, touched: set[str], doubtful: list[tuple[str, int]]) -> Change:
        """Compares the touched texts with their candidates, and gives up pairs that are no longer met."""
        wanted = {_ordered(digest, other) for digest in touched for other in self._candidates(digest)}
        stale = {_ordered(digest, other) for digest in touched for other in self._partners.get(digest, ())} - wanted
        for text, value in doubtful:
            for other in self._partners.get(text, set()).intersection(self._standing(value)):
                if not self._met(text, other):
                    stale.add(_ordered(text, other))
        came: dict[Pair, Sharing] = {}
        for pair in wanted:
            sharing = compare(self._texts[pair[0]].side, self._texts[pair[1]].side)
            if sharing is None:
                stale.add(pair)
            elif self._pairs.get(pair) != sharing:
                came[pair] = self._pairs[pair] = sharing
                self._partners.setdefault(pair[0], set()).add(pair[1])
                self._partners.setdefault(pair[1], set()).add(pair[0])
        went = tuple(sorted(pair for pair in stale if self._drop(pair)))
        return Change(came, went)

    def _drop(self, pair: Pair) -> bool:
        if self._pairs.pop(pair, None) is None:
            return False
        self._partners[pair[0]].discard(pair[1])
        self._partners[pair[1]].discard(pair[0])
        return True

    def _candidates(self, digest: str) -> set[str]:
        found: set[str] = set()
        live = self._texts[digest].live
        for value in live:
            posting = self._postings.get(value)
            if isinstance(posting, _Posting):
                found.update(posting.texts if digest in posting.keepers else posting.keepers)
        found.discard(digest)
        return {other for other in found if self._met(digest, other)}

    def _met(self, one: str, other: str) -> bool:
        """Whether enough of the samples is shared, and a shared shingle leads from one text to the other."""
        first, second = self._texts[one].live, self._texts[other].live
        shared = first & second
        smaller = min(len(first), len(second))
        if not shared or len(shared) < NEEDED * smaller:
            return False
        common = len(shared) >= NEEDED_COMMON * smaller
        for value in shared:
            posting = self._postings[value]
            if isinstance(posting, str):
                continue
            if len(posting.texts) <= self._most or (common and (one in posting.keepers or other in posting.keepers)):
                return True
        return False


def _ordered(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
