"""Keeps in a ledger what the index of copies needs kept.

Stands alone because it is only a translation: from texts and what they share to the ledger's rows and back.
"""

from __future__ import annotations

from dataclasses import astuple
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, cast

from sayso.ledger import Linked, PairRow
from sayso.link.copies.sharing import Sharing
from sayso.link.copies.shingles import fingerprint
from sayso.link.copies.words import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sayso.ledger import Links
    from sayso.link.copies.keeping import Notes, Pair
    from sayso.link.copies.sharing import Kind
    from sayso.link.copies.shingles import Fingerprint

HELD = 2_048
"""Fingerprints that are held ready; others are made again from the report."""

_ID = 0xFFFFFFFFFF


def hashed(words: str) -> int:
    """A name as the 64-bit integer, signed, under which tables keep it."""
    return int.from_bytes(blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)


def row_id(letter: str, words: str) -> str:
    """What names a row that linking gives out: a letter for its sort, and forty bits of the words that it rests on."""
    return f"{letter}{hashed(words) & _ID:010x}"


class InLedger:
    """A `Keeping` over the links of a ledger; `twin` says of a report's number what twin it is."""

    def __init__(self, links: Links, twin: Callable[[int], int] = int) -> None:
        self.links = links
        self._twin = twin
        self._entered: Fingerprint | None = None
        self.print = lru_cache(maxsize=HELD)(self._print)

    def _print(self, text: int) -> Fingerprint:
        if self._entered is not None and self._entered.digest == text:
            return self._entered
        report = self.links.one_of_text(text)
        if report is None:
            message = f"no report prints the text {text}"
            raise LookupError(message)
        return fingerprint(words_of(*self.links.printed(report)))

    def enter(self, report: int, print_: Fingerprint, outlet: str | None) -> None:
        """See `Keeping`, here and below."""
        self._entered = print_
        self.links.enter(Linked(report, self._twin(report), print_.digest, outlet))

    def text(self, report: int) -> int | None:
        """The text of a report."""
        return self.links.text_of(report)

    def reports(self, text: int) -> list[int]:
        """The reports of a text."""
        return self.links.by_text(text)

    def known(self, text: int) -> bool:
        """Whether the text was entered."""
        return self.links.one_of_text(text) is not None

    def outlets(self, text: int) -> frozenset[str]:
        """The outlets of a text."""
        return self.links.outlets(text)

    def post(self, text: int, values: Iterable[int]) -> None:
        """Enters a text under its shingles."""
        self.links.post(text, values)

    def standing(self, value: int, most: int = -1) -> list[int]:
        """The texts in which a shingle stands."""
        return self.links.standing(value, most)

    def pages(self, outlet: str, values: Iterable[int]) -> Notes:
        """What is noted of shingles."""
        return self.links.pages(hashed(outlet), values)

    def note_pages(self, outlet: str, before: Notes, after: Notes) -> None:
        """Notes what shingles have become."""
        self.links.note_pages(hashed(outlet), before, after)

    def pair(self, pair: Pair) -> Sharing | None:
        """What two texts share."""
        row = self.links.pair(*pair)
        return _sharing(row) if row else None

    def pairs(self) -> Iterator[tuple[Pair, Sharing]]:
        """All pairs."""
        for row in self.links.pairs():
            yield (row.a, row.b), _sharing(row)

    def partners(self, text: int) -> dict[int, Sharing]:
        """The pairs of a text."""
        return {row.b if row.a == text else row.a: _sharing(row) for row in self.links.pairs_of(text)}

    def put_pair(self, pair: Pair, sharing: Sharing) -> None:
        """Keeps a pair."""
        self.links.put_pair(PairRow(*pair, *astuple(sharing)))

    def drop_pair(self, pair: Pair) -> bool:
        """Gives a pair up."""
        return self.links.drop_pair(*pair)


def _sharing(row: PairRow) -> Sharing:
    return Sharing(
        kind=cast("Kind", row.kind),
        containment=row.containment,
        share_a=row.share_a,
        share_b=row.share_b,
        words=row.words,
        told=row.told,
        covered_a=row.covered_a,
        covered_b=row.covered_b,
    )
