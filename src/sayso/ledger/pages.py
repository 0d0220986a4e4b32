"""Says which reports of a ledger are versions of one page, and on what ground, whatever the order of adding.

Stands alone because addresses that are given, paths, and what pages state of themselves weigh differently: a given
address outweighs what the page states; without one a file stands at its path, and where it states an address of its
own, also there. What is stated is believed where it fits: two that state one address must be alike, and what many
unlike reports state is the address of a site or a section and of none of them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations, product
from typing import TYPE_CHECKING, Literal

from sayso.lexicon import table
from sayso.read.addresses import is_home, page_of
from sayso.read.iso import instant, ordinal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from .store import Placed

    Telling = Callable[[int], tuple[str | None, str]]
    """The title and the text of a report of that number."""

How = Literal["given", "stated", "path"]

MANY = 3
"""How many unlike reports show that the address they state is not theirs."""
MOST = 200
"""How many reports that state one address are compared with one another; more of them are not."""

_TITLE = 4  # words of a headline that is hardly two reports' by chance
_RUN, _RUNS_ALIKE = 3, 0.15  # words of a run, and the share of the lesser text's runs that are in both
_LONG, _WORDS_ALIKE = 4, 0.4  # letters of a word that tells something, and the share of these
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """Reports that are versions of one page, by number, and how each is known to be: by what, and its own words."""

    place: str
    numbers: tuple[int, ...]
    how: Mapping[int, tuple[How, str]]

    def stands_at(self, address: str) -> bool:
        """Whether the page is that of an address, or of a path, as somebody types it."""
        page = page_of(address)
        return any(words == address or (page is not None and page_of(words) == page) for _, words in self.how.values())

    def ground(self, numbers: Sequence[int]) -> str:
        """On what ground some of the reports are versions of one page, in one phrase."""
        told = [self.how[number] for number in numbers]
        ways = sorted({how for how, _ in told}, key=_ORDER.index)
        parts = [_known(way, sorted(words for how, words in told if how == way)) for way in ways]
        several = "both" if len(told) == 2 else f"all {len(told)}"  # noqa: PLR2004 - a pair
        return f"{several} {parts[0][1]}" if len(ways) == 1 else ", ".join(f"{who} {does}" for who, does in parts)


_ORDER = ("given", "stated", "path")


def _known(way: How, places: Sequence[str]) -> tuple[str, str]:
    """How many are known that way, and by what; two paths are met where one page was saved at both."""
    alone = len(places) == 1
    does = {
        "given": f"{'was' if alone else 'were'} given the address {places[0]}",
        "stated": f"{'states' if alone else 'state'} the address {places[0]}",
        "path": f"{'stands' if alone else 'stand'} at the path {' or '.join(dict.fromkeys(places))}",
    }
    return "one" if alone else str(len(places)), does[way]


def series_of(reports: Sequence[Placed], telling: Telling) -> list[Series]:
    """The pages of which a ledger has several reports, in order of the first of each."""
    return _Pages(reports, telling).series()


class _Pages:
    """The reports of a ledger, and the pages that they stand at or state to be."""

    def __init__(self, reports: Sequence[Placed], telling: Telling) -> None:
        self._reports = {report.number: report for report in reports}
        self._telling = telling
        self._given = {one.number: page_of(one.address) or one.address for one in reports if one.address}
        self._stated = {one.number: _pages_stated(one) for one in reports if not one.address and one.stated}
        self._at: dict[str, list[int]] = defaultdict(list)
        for number, page in self._given.items():
            self._at[page].append(number)
        for number, pages in self._stated.items():
            for page in pages:
                self._at[page].append(number)

    def series(self) -> list[Series]:
        """The groups, by union of those at one place and of those alike that state one page."""
        top = {number: number for number in self._reports}

        def find(number: int) -> int:
            while top[number] != number:
                top[number] = number = top[top[number]]
            return number

        for one, other in self._pairs():
            low, high = sorted((find(one), find(other)))
            top[high] = low
        groups: dict[int, list[int]] = defaultdict(list)
        for number in sorted(self._reports):
            groups[find(number)].append(number)
        return [self._made(numbers) for numbers in groups.values() if len(numbers) > 1]

    def _pairs(self) -> Iterable[tuple[int, int]]:
        """Pairs of versions, enough to join all of each page."""
        at: dict[tuple[str, str], int] = {}
        for number, report in self._reports.items():
            place = ("given", self._given[number]) if report.address else ("path", report.path)
            yield at.setdefault(place, number), number
        alike = {page: self._alike(numbers) for page, numbers in self._at.items() if self._asks(numbers)}
        void = {page for page, pairs in alike.items() if pairs is None}
        own = {
            number: next((page for page in pages if page not in void), None) for number, pages in self._stated.items()
        }
        for page, pairs in alike.items():
            for one, other in pairs or ():
                if all(self._given.get(number, own.get(number)) == page for number in (one, other)):
                    yield one, other

    def _asks(self, numbers: Sequence[int]) -> bool:
        return len(numbers) > 1 and any(number in self._stated for number in numbers)

    def _alike(self, numbers: Sequence[int]) -> list[tuple[int, int]] | None:
        """The pairs of alike reports among those of a page; null where it is the page of none that states it."""
        stating = [number for number in numbers if number in self._stated]
        if len(stating) > MOST:
            return None
        given = [number for number in numbers if number not in self._stated][:MOST]
        tellings = {number: _Telling(*self._telling(number)) for number in (*stating, *given)}
        told = [number for number in stating if tellings[number].words]
        pairs = [
            (one, other)
            for one, other in (*combinations(told, 2), *product(told, given))
            if tellings[one].like(tellings[other])
        ]
        return None if _count_groups(told, pairs) >= MANY else pairs

    def _made(self, numbers: list[int]) -> Series:
        reports = [self._reports[number] for number in numbers]
        how = {one.number: _how(one, self._page(reports)) for one in reports}
        place = min((_ORDER.index(way), words) for way, words in how.values())[1]
        at_one_place = len({self._given.get(one.number, one.path) for one in reports}) == 1
        return Series(place, tuple(one.number for one in (reports if at_one_place else _by_age(reports))), how)

    def _page(self, reports: Sequence[Placed]) -> str | None:
        """The page that the reports are of: that which is given, else the one that most of them state, if they must."""
        given = {self._given[one.number] for one in reports if one.address}
        if given or len({one.path for one in reports}) == 1:
            return min(given, default=None)
        stated = Counter(page for one in reports for page in self._stated.get(one.number, ()))
        return min(stated, key=lambda page: (-stated[page], page), default=None)


def _by_age(reports: Sequence[Placed]) -> list[Placed]:
    """The reports, the oldest first: by when each says it was changed, or published; else in the order of adding."""
    clocks = {one.number: instant(one.changed or "") for one in reports}
    if all(clocks.values()):
        return sorted(reports, key=lambda one: clocks[one.number])  # type: ignore[arg-type, return-value]
    days = {one.number: ordinal(one.changed) for one in reports}
    if all(days.values()):
        return sorted(reports, key=lambda one: days[one.number] or 0)
    return list(reports)


def _how(report: Placed, page: str | None) -> tuple[How, str]:
    """By what a report is of that page, and the address or path as it was given or stated."""
    if report.address:
        return "given", report.address
    stated = [value for _, value in report.stated if page is not None and page_of(value) == page]
    return ("stated", stated[0]) if stated else ("path", report.path)


def _pages_stated(report: Placed) -> tuple[str, ...]:
    """The pages that a report may be by its own word, the surest first: who states two at once states none."""
    found: dict[str, None] = {}
    for way in table("html_claims")["addresses"]["order"]:
        pages = {page for by, value in report.stated if by == way and (page := page_of(value)) and not is_home(page)}
        if len(pages) == 1:
            found.setdefault(pages.pop())
    return tuple(found)


def _count_groups(numbers: Sequence[int], pairs: Sequence[tuple[int, int]]) -> int:
    """How many groups the numbers fall into, where pairs are joined."""
    near: dict[int, set[int]] = defaultdict(set)
    for one, other in pairs:
        near[one].add(other)
        near[other].add(one)
    seen: set[int] = set()
    groups = 0
    for number in numbers:
        groups += number not in seen
        waiting = [number]
        while waiting:
            one = waiting.pop()
            if one not in seen:
                seen.add(one)
                waiting.extend(near[one])
    return groups


class _Telling:
    """What is set against another report's: the headline, the runs of words, the words."""

    def __init__(self, title: str | None, text: str) -> None:
        self.title = tuple(_WORD.findall((title or "").casefold()))
        words = _WORD.findall(text.casefold())
        self.words = frozenset(word for word in words if len(word) >= _LONG)
        self.runs = frozenset(zip(*(words[at:] for at in range(_RUN)), strict=False))

    def like(self, other: _Telling) -> bool:
        """Whether the two may be one report in two states."""
        return (
            (len(self.title) >= _TITLE and self.title == other.title)
            or _shared(self.runs, other.runs) >= _RUNS_ALIKE
            or _shared(self.words, other.words) >= _WORDS_ALIKE
        )


def _shared(one: frozenset[object], other: frozenset[object]) -> float:
    least = min(len(one), len(other))
    return len(one & other) / least if least else 0.0
