"""Tells the instalments of a series (a ministry's daily update, a monitor's daily toll) from copies of one text.

Stands alone because it weighs what lies outside the shared words, as who was first does. Two instalments share their
letterhead and their standing sentences, and each tells of its own day: in its headline, or in words that the other has
not. A new version of a story shares the story, so that the day of what happened stays, and is a copy.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sayso.lexicon import table
from sayso.link.copies.keeping import ordered
from sayso.link.copies.retelling import shared_spans, telling
from sayso.read.iso import DAY, instant, ordinal
from sayso.resolve.terms import same_medium_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sayso.ledger import Ledger, Links
    from sayso.link.copies.keeping import Pair
    from sayso.link.copies.sharing import Sharing
    from sayso.model import Date, Reading, Span

_HELD = 512
_PAIRS = 100_000
_NEAR = 1
"""Days between the publication of an instalment and the day that it tells of."""
_RECENT = 3
"""Days before publication that what a story tells of may lie back; what both name of older days is background."""
_HALF_A_DAY = 12 * 60 * 60
_DATED = frozenset({"DATE", "TIME"})
_WORD = re.compile(r"\w+|#")


def instalments(a: Reading, b: Reading) -> bool:
    """Whether two reports that share text are of one series: by one outlet, of two days, each telling of its own."""
    if _outlet(a) != _outlet(b) or not _other_days(a, b):
        return False
    if _headed_alike(a, b):
        return True
    return _outlet(a) is not None and _own_days(a, b)


def _outlet(of: Reading) -> str | None:
    return same_medium_key(of.report.outlet.name) if of.report.outlet else None


def _other_days(a: Reading, b: Reading) -> bool:
    """Whether the two were published on two days, and not an hour apart at midnight."""
    one, other = a.report.published, b.report.published
    if one is None or other is None or None in {ordinal(one), ordinal(other)} or ordinal(one) == ordinal(other):
        return False
    first, second = instant(one), instant(other)
    return first is None or second is None or abs((first - second).total_seconds()) >= _HALF_A_DAY


def _headed_alike(a: Reading, b: Reading) -> bool:
    """Whether the two titles are one but for days and numbers, each naming its own day or issue."""
    titles = a.report.title, b.report.title
    if None in titles or _masked(a) != _masked(b) or not _masked(a):
        return False
    if _offsets(a, _in_title(a)) & _offsets(b, _in_title(b)):
        return True
    numbers = [_serial().findall((title or "").lower()) for title in titles]
    return bool(numbers[0] and numbers[1]) and numbers[0] != numbers[1]


def _masked(of: Reading) -> tuple[str, ...]:
    """The words of the title that tell no day and no number."""
    title = (of.report.title or "").lower()
    for date in _in_title(of):
        title = title.replace(date.text.lower(), " ", 1)
    return tuple(word for word in _WORD.findall(title) if not word.isdecimal())


def _in_title(of: Reading) -> list[Date]:
    """The dates that stand in the title, which is printed at the head of the text."""
    title = of.report.title or ""
    start = of.report.text.find(title)
    return [
        date for date in of.dates if start >= 0 and start <= date.span.start and date.span.end <= start + len(title)
    ]


@cache
def _serial() -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(table("instalments")["numbers"], key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{names})\s{{0,2}}(\d{{1,6}})\b")


def _own_days(a: Reading, b: Reading) -> bool:
    """Whether each names its own day, which the other does not, where they differ; and no day of what both tell."""
    in_a, in_b = shared_spans(telling(a), telling(b))
    kept = _days(_within(a.dates, in_a)) & _days(_within(b.dates, in_b))
    published = [day for day in (ordinal(a.report.published), ordinal(b.report.published)) if day is not None]
    if any(day >= min(published) - _RECENT for day in kept):
        return False
    ours, theirs = _days(a.dates), _days(b.dates)
    own_a = [date for date in _without(a.dates, in_a) if not _days([date]) & theirs]
    own_b = [date for date in _without(b.dates, in_b) if not _days([date]) & ours]
    return bool(_offsets(a, own_a) & _offsets(b, own_b))


def _offsets(of: Reading, dates: Iterable[Date]) -> set[int]:
    """How many days after publication the dates lie, those that may be what an instalment is about."""
    published = ordinal(of.report.published)
    return set() if published is None else {day - published for day in _days(dates) if abs(day - published) <= _NEAR}


def _days(dates: Iterable[Date]) -> set[int]:
    """The days that are named, as numbers."""
    found = (ordinal(date.value) for date in dates if date.type in _DATED and len(date.value) >= DAY)
    return {day for day in found if day is not None}


def _within(dates: Iterable[Date], spans: tuple[Span, ...]) -> list[Date]:
    return [date for date in dates if any(span.meets(date.span) for span in spans)]


def _without(dates: Iterable[Date], spans: tuple[Span, ...]) -> list[Date]:
    return [date for date in dates if not any(span.holds(date.span) for span in spans)]


class Instalments:
    """Which texts of a ledger are instalments of one series."""

    def __init__(self, ledger: Ledger, links: Links) -> None:
        self._ledger = ledger
        self._links = links
        self._reading: Callable[[int], Reading] = lru_cache(maxsize=_HELD)(ledger.numbered)
        self._outlets: Callable[[int], frozenset[str]] = lru_cache(maxsize=_PAIRS)(links.outlets)
        self._met: Callable[[Pair], bool] = lru_cache(maxsize=_PAIRS)(self._are)

    def met(self, one: int, other: int) -> bool:
        """Whether two texts are instalments of one series."""
        return self._met(ordered(one, other))

    def left_out(self, pairs: Mapping[Pair, Sharing]) -> dict[Pair, Sharing]:
        """The pairs of copies and excerpts without instalments, and without those that only copy another instalment."""
        series: dict[int, set[int]] = defaultdict(set)
        for (a, b), sharing in pairs.items():
            if sharing.kind != "passage" and self.met(a, b):
                series[a].add(b)
                series[b].add(a)
        return {
            (a, b): sharing
            for (a, b), sharing in pairs.items()
            if b not in series.get(a, ())
            and not any(_nearer(pairs, sharing, one, b) for one in series.get(a, ()))
            and not any(_nearer(pairs, sharing, one, a) for one in series.get(b, ()))
        }

    def _are(self, pair: Pair) -> bool:
        outlets = [self._outlets(text) for text in pair]
        if not outlets[0] & outlets[1] and (outlets[0] or outlets[1]):
            return False
        one, other = (self._one_of(text, outlets[0] & outlets[1]) for text in pair)
        if one is None or other is None or self._ledger.place(one) == self._ledger.place(other):
            return False
        return instalments(self._reading(one), self._reading(other))

    def _one_of(self, text: int, outlets: frozenset[str]) -> int | None:
        """The first report of a text by one of the outlets that both have."""
        by_name = sorted(self._links.by_text(text), key=self._ledger.name)
        wanted = min(outlets) if outlets else None
        return next((number for number in by_name if _outlet(self._reading(number)) == wanted), None)


def _nearer(pairs: Mapping[Pair, Sharing], than: Sharing, one: int, other: int) -> bool:
    """Whether two texts share more than another pair does."""
    found = pairs.get(ordered(one, other))
    return found is not None and found.containment > than.containment
