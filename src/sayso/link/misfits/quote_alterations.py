"""Finds a quote that two reports print with different words, and shows which.

Stands alone because it is one rule: what a report leaves out or brackets is no change, and what is worded anew
throughout is a translation.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import product
from typing import TYPE_CHECKING

from sayso.lexicon import words
from sayso.link.misfits.quotations import GAP, STOP, solid
from sayso.link.misfits.sources import same_source
from sayso.link.misfits.spelling import meaning
from sayso.link.misfits.values import Misfit, Passed, evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.link.misfits.prepared import Prepared
    from sayso.link.misfits.quotations import Quoted
    from sayso.link.misfits.values import Differs, Judgement, Shared

RULE = "quote-reworded"
ALIKE, CLOSE, BEGUN = 0.68, 0.8, 0.45
"""The share of words that two quotes have in common: where these are many, where they are few, and where only the end
of what both begin with differs."""
LONG = 12
_SOLID = 3
FEWEST = 6
FRAME, SWAPPED, FRAMED = 5, 2, 0.7
"""Words that two short quotes share around one change, how many words this may have, and their share of all."""
SURE = 10
"""Words that two quotes must share where nobody knows that one person spoke."""
LONGEST = 12
_NEAR_DAYS = 7
_CLOSE = 0.8
_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Change:
    """Words that one prints and the other prints otherwise, each side possibly empty."""

    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    end: bool


def judge(a: Prepared, b: Prepared, _shared: Shared) -> Iterator[Judgement]:
    """A misfit for each quote of one speaker in both reports whose words were changed."""
    for one, two in product(a.quotes, b.quotes):
        if len(one.bag & two.bag) < FEWEST // 2:
            continue
        found = compared(one, two)
        if found is None or not found[1] or (found[0] < SURE and not _one_speaker(one, two)):
            continue
        spans = evidence((a.id, one.spans), (b.id, two.spans))
        apart = _doubt(a, one, b, two)
        if apart is not None:
            yield Passed(RULE, *apart, spans)
            continue
        yield Misfit("quote-altered", RULE, "high", _why(found[1]), spans)


def _why(changes: tuple[Change, ...]) -> str:
    return f"One quote is printed with different words: {'; '.join(map(_told, changes))}."


def _told(change: Change) -> str:
    """What the one has and what the other, or what only one of the two has."""
    ours, theirs = (" ".join(words) for words in (change.ours, change.theirs))
    return f"{ours!r} in one, {theirs!r} in the other" if ours and theirs else f"{ours or theirs!r} in one only"


def compared(one: Quoted, two: Quoted) -> tuple[int, tuple[Change, ...]] | None:
    """How many words two quotes share in order, and what was changed between them; null where they are two quotes."""
    matcher = SequenceMatcher(None, one.words, two.words, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if _tells(one, block.a, block.size)]
    shared = sum(len(solid(one.words[block.a : block.a + block.size])) for block in blocks)
    if not blocks or shared < FRAME:
        return None
    ends = [(0, 0), *((block.a + block.size, block.b + block.size) for block in blocks)]
    begins = [*((block.a, block.b) for block in blocks), (len(one.words), len(two.words))]
    changes = [
        change
        for (a, b), (c, d) in zip(ends, begins, strict=True)
        if (change := _change(_Part(one, a, c), _Part(two, b, d))) is not None
    ]
    begun = one.words[0] == two.words[0]
    if shared < SURE + 2 and not begun and all(change.end for change in changes):
        changes = []  # two quotes cut out of one speech begin and end as they like
    if not changes and (turned := _turned(one, two)) is not None:
        return len(solid(one.words)), (turned,)
    changed = sum(max(len(change.ours), len(change.theirs)) for change in changes)
    longest = max((max(len(change.ours), len(change.theirs)) for change in changes), default=0)
    share = shared / (shared + changed)
    framed = len(changes) == 1 and not changes[0].end and longest <= SWAPPED
    if shared < FEWEST and not (framed and share >= FRAMED):
        return None
    least = BEGUN if begun and len(changes) == 1 else ALIKE if shared >= LONG else CLOSE
    if longest > LONGEST or share < least or not _solid(one.bag & two.bag):
        return None
    return shared, tuple(changes)


def _turned(one: Quoted, two: Quoted) -> Change | None:
    """What two sentences of the same words have in another order ("A before B", "B before A"); else null."""
    sentences = [tuple(word for word in quote.words if word != STOP) for quote in (one, two)]
    same = sorted(sentences[0]) == sorted(sentences[1]) and sentences[0] != sentences[1]
    if not same or any(mark in quote.words[:-1] for quote in (one, two) for mark in (STOP, GAP)):
        return None
    apart = [at for at, (a, b) in enumerate(zip(*sentences, strict=True)) if a != b]
    told = [tuple(sentence[apart[0] : apart[-1] + 1]) for sentence in sentences]
    return Change(told[0], told[1], end=False)


def _tells(quote: Quoted, first: int, size: int) -> bool:
    """Whether words in a row that two quotes share are no chance: more than one, or one that says something."""
    return size > 1 or (size == 1 and meaning(quote.words[first]) and quote.words[first] not in (GAP, STOP))


def _solid(shared: frozenset[str]) -> bool:
    """Whether the shared words say something."""
    return sum(len(word) >= _LETTERS and meaning(word) for word in shared) >= _SOLID


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of a quote between two stretches that both have."""

    quote: Quoted
    first: int
    last: int

    @property
    def words(self) -> tuple[str, ...]:
        return self.quote.words[self.first : self.last]

    @property
    def head(self) -> bool:
        """Whether it begins with the quote."""
        return self.first == 0

    @property
    def tail(self) -> bool:
        """Whether it ends with the quote."""
        return self.last == len(self.quote.words)

    def of_clause(self) -> _Part:
        """What of it belongs to the sentence that both have the other part of."""
        words, first, last = self.words, self.first, self.last
        if self.head and STOP in words:
            first = last - words[::-1].index(STOP)
        elif STOP in words:
            last = first + words.index(STOP)
        return _Part(self.quote, first, last)


def _change(one: _Part, two: _Part) -> Change | None:
    """What was changed between two parts; null for what was left out, or is another way of writing the same."""
    if GAP in one.words or GAP in two.words:
        return None
    if _sentences(one) or _sentences(two):
        return None
    one, two = one.of_clause(), two.of_clause()
    ours, theirs = solid(one.words), solid(two.words)
    if not ours or not theirs:
        lost = ours or theirs
        at_end = (one.head or one.tail) if ours else (two.head or two.tail)
        if at_end or not set(lost) & _weighty():
            return None
    elif "".join(ours) == "".join(theirs) or not (set(ours) ^ set(theirs)) - _slight() or _spelling(ours, theirs):
        return None
    return Change(_printed(one), _printed(two), one.head or one.tail)


def _sentences(part: _Part) -> bool:
    """Whether it is one or several sentences, whole, beside others."""
    words = part.words
    before = part.first == 0 or part.quote.words[part.first - 1] == STOP
    return bool(words) and before and (words[-1] == STOP or part.tail) and not (part.head and part.tail)


def _printed(part: _Part) -> tuple[str, ...]:
    told: list[str] = []
    for at in range(part.first, part.last):
        word = part.quote.printed[at]
        if part.quote.words[at] != STOP and not (at and at > part.first and part.quote.printed[at - 1] is word):
            told.append(word)
    return tuple(told)


def _weighty() -> frozenset[str]:
    return words("between", "quotes", "weighty")


def _slight() -> frozenset[str]:
    return words("between", "quotes", "slight")


def _spelling(ours: list[str], theirs: list[str]) -> bool:
    """Whether the words are spellings of each other, one by one."""
    return len(ours) == len(theirs) and all(
        min(len(a), len(b)) > _LETTERS and not a.isdigit() and SequenceMatcher(None, a, b).ratio() >= _CLOSE
        for a, b in zip(ours, theirs, strict=True)
        if a != b
    )


def _doubt(a: Prepared, one: Quoted, b: Prepared, two: Quoted) -> tuple[Differs, str] | None:
    if one.source is not None and two.source is not None and same_source(one.source, two.source).differs is not None:
        return "speaker", "Two persons are said to have spoken."
    if one.said is not None and two.said is not None and one.said != two.said:
        return "time", "The words are said to have been spoken on two days."
    then, now = a.told.published, b.told.published
    if then is not None and now is not None and abs(then - now) > _NEAR_DAYS:
        return "time", "The reports are more than a week apart, and may have it from two occasions."
    if len(one.bag & two.bag) < FEWEST and then is not None and now is not None and abs(then - now) > 1:
        return "time", "The quotes are short, and the reports days apart: it may have been said more than once."
    if any(_same(two, other) for other in a.quotes) or any(_same(one, other) for other in b.quotes):
        return "wording", "One report has both wordings."
    return None


def _one_speaker(one: Quoted, two: Quoted) -> bool:
    return one.source is not None and two.source is not None and same_source(one.source, two.source).same


def _same(one: Quoted, two: Quoted) -> bool:
    found = compared(one, two)
    return found is not None and not found[1] and found[0] >= ALIKE * len(solid(one.words))
