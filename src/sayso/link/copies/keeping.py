"""What the index of copies needs kept, as an interface, and a place in memory that keeps it.

Stands alone because a ledger keeps the same in its tables: the index asks, and does not know which of the two answers.
"""

from __future__ import annotations

from bisect import insort
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.link.copies.sharing import Sharing
    from sayso.link.copies.shingles import Fingerprint

Pair = tuple[int, int]
Notes = dict[int, bytes | None]
"""What is noted of shingles on an outlet's pages (see `sayso.link.copies.furniture`), null for furniture."""


class Keeping(Protocol):
    """Where texts, their sampled shingles, outlets' pages and pairs are kept. Texts are named by their digests."""

    def enter(self, report: int, print_: Fingerprint, outlet: str | None) -> None:
        """Takes a report in, with its text and the outlet that prints it."""

    def text(self, report: int) -> int | None:
        """The text of a report, null where it was not entered."""

    def reports(self, text: int) -> list[int]:
        """The reports that print a text, in order."""

    def known(self, text: int) -> bool:
        """Whether a report that prints this text was entered."""

    def outlets(self, text: int) -> frozenset[str]:
        """The outlets that print a text."""

    def print(self, text: int) -> Fingerprint:
        """The fingerprint of a text."""

    def post(self, text: int, values: Iterable[int]) -> None:
        """Enters a text under each of its sampled shingles."""

    def standing(self, value: int, most: int = -1) -> list[int]:
        """The texts in which a shingle stands, the least first; at most so many (-1: all)."""

    def pages(self, outlet: str, values: Iterable[int]) -> Notes:
        """What is noted of shingles on an outlet's pages; those not noted are left out."""

    def note_pages(self, outlet: str, before: Notes, after: Notes) -> None:
        """Notes what shingles have become there; `before` is what `pages` gave for them."""

    def pair(self, pair: Pair) -> Sharing | None:
        """What two texts share, the lesser first."""

    def pairs(self) -> Iterator[tuple[Pair, Sharing]]:
        """All pairs, in order."""

    def partners(self, text: int) -> dict[int, Sharing]:
        """The texts with which a text makes a pair, and what the pair (the lesser first) shares."""

    def put_pair(self, pair: Pair, sharing: Sharing) -> None:
        """Keeps a pair, in place of what was kept of these two."""

    def drop_pair(self, pair: Pair) -> bool:
        """Gives a pair up; false where there was none."""


class InMemory:
    """Keeps everything in dictionaries, for as long as the program runs."""

    def __init__(self) -> None:
        self._texts: dict[int, int] = {}
        self._reports: dict[int, list[int]] = {}
        self._outlets: dict[int, set[str]] = {}
        self._prints: dict[int, Fingerprint] = {}
        self._standing: dict[int, list[int]] = {}
        self._pages: dict[tuple[str, int], bytes | None] = {}
        self._pairs: dict[Pair, Sharing] = {}
        self._partners: dict[int, set[int]] = {}

    def enter(self, report: int, print_: Fingerprint, outlet: str | None) -> None:
        """See `Keeping`, here and below."""
        text = self._texts[report] = print_.digest
        self._prints[text] = print_
        insort(self._reports.setdefault(text, []), report)
        if outlet is not None:
            self._outlets.setdefault(text, set()).add(outlet)

    def text(self, report: int) -> int | None:
        """The text of a report."""
        return self._texts.get(report)

    def reports(self, text: int) -> list[int]:
        """The reports of a text."""
        return self._reports.get(text, [])

    def known(self, text: int) -> bool:
        """Whether the text was entered."""
        return text in self._reports

    def outlets(self, text: int) -> frozenset[str]:
        """The outlets of a text."""
        return frozenset(self._outlets.get(text, ()))

    def print(self, text: int) -> Fingerprint:
        """The fingerprint of a text."""
        return self._prints[text]

    def post(self, text: int, values: Iterable[int]) -> None:
        """Enters a text under its shingles."""
        for value in values:
            insort(self._standing.setdefault(value, []), text)

    def standing(self, value: int, most: int = -1) -> list[int]:
        """The texts in which a shingle stands."""
        found = self._standing.get(value, [])
        return found[:] if most < 0 else found[:most]

    def pages(self, outlet: str, values: Iterable[int]) -> Notes:
        """What is noted of shingles."""
        return {value: self._pages[outlet, value] for value in values if (outlet, value) in self._pages}

    def note_pages(self, outlet: str, before: Notes, after: Notes) -> None:  # noqa: ARG002 - a ledger needs `before`
        """Notes what shingles have become."""
        self._pages.update({(outlet, value): pages for value, pages in after.items()})

    def pair(self, pair: Pair) -> Sharing | None:
        """What two texts share."""
        return self._pairs.get(pair)

    def pairs(self) -> Iterator[tuple[Pair, Sharing]]:
        """All pairs."""
        for pair in sorted(self._pairs):
            yield pair, self._pairs[pair]

    def partners(self, text: int) -> dict[int, Sharing]:
        """The pairs of a text."""
        return {other: self._pairs[ordered(text, other)] for other in sorted(self._partners.get(text, ()))}

    def put_pair(self, pair: Pair, sharing: Sharing) -> None:
        """Keeps a pair."""
        self._pairs[pair] = sharing
        self._partners.setdefault(pair[0], set()).add(pair[1])
        self._partners.setdefault(pair[1], set()).add(pair[0])

    def drop_pair(self, pair: Pair) -> bool:
        """Gives a pair up."""
        if self._pairs.pop(pair, None) is None:
            return False
        self._partners[pair[0]].discard(pair[1])
        self._partners[pair[1]].discard(pair[0])
        return True


def ordered(one: int, other: int) -> Pair:
    """The two texts as a pair: the lesser first."""
    return (one, other) if one < other else (other, one)
