"""What came, went or changed between two versions of a report: attributions and figures first, then title and lines.

Stands alone because it compares two readings and knows nothing of how they are stored.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from sayso.model import Attribution, Figure, Reading

from .extents import extent_of, likeness
from .rows import Change

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

Row = TypeVar("Row", Attribution, Figure)
_MOST_PAIRS = 40_000
_ALIKE = 0.5


def changes(before: Reading, after: Reading) -> Iterator[Change]:
    """Every difference, each side in printed words; work grows with the length of the two readings."""
    if before.report.title != after.report.title:
        yield _change("title", before.report.title, after.report.title)
    yield from _attributions(before.attributions, after.attributions)
    yield from _figures(before.figures, after.figures)
    yield from _lines(before.report.text, after.report.text)


def _change(what: str, before: str | None, after: str | None) -> Change:
    kind = "came" if before is None else "went" if after is None else "changed"
    extent = None if what == "figure" or before is None or after is None else extent_of(before, after)
    return Change(kind, what, before, after, extent)  # type: ignore[arg-type]


def _squeezed(words: str) -> str:
    return " ".join(words.split())


def _said(row: Attribution) -> str:
    """The attribution on one line: source, cue and content as printed."""
    who = [passage.text for passage in (row.source, row.cue) if passage]
    return _squeezed(f"{' '.join(who)}: {row.content.text}" if who else row.content.text)


def _attributions(before: Sequence[Attribution], after: Sequence[Attribution]) -> Iterator[Change]:
    gone, come = _unlike(before, after, _said)
    pairs = _paired(gone, come, lambda row: _squeezed(row.content.text))
    if len(gone) * len(come) <= _MOST_PAIRS:
        pairs += _alike(gone, come)
    yield from (_change("attribution", _said(old), _said(new)) for old, new in pairs)
    yield from (_change("attribution", _said(old), None) for old in gone)
    yield from (_change("attribution", None, _said(new)) for new in come)


def _figures(before: Sequence[Figure], after: Sequence[Figure]) -> Iterator[Change]:
    gone, come = _unlike(before, after, lambda row: _squeezed(row.text).casefold())
    pairs = _paired(gone, come, lambda row: (row.kind, row.counted, row.unit, row.place, row.population))
    yield from (_change("figure", old.text, new.text) for old, new in pairs)
    yield from (_change("figure", old.text, None) for old in gone)
    yield from (_change("figure", None, new.text) for new in come)


def _lines(before: str, after: str) -> Iterator[Change]:
    old, new = ([_squeezed(line) for line in text.splitlines() if line.strip()] for text in (before, after))
    kept = Counter(old) & Counter(new)
    gone, come = (list((Counter(lines) - kept).elements()) for lines in (old, new))
    if len(gone) * len(come) <= _MOST_PAIRS:
        for one in gone[:]:
            other = max(come, key=partial(likeness, one), default=None)
            if other is not None and likeness(one, other) >= _ALIKE:
                gone.remove(one)
                come.remove(other)
                yield _change("text", one, other)
    yield from (_change("text", line, None) for line in gone)
    yield from (_change("text", None, line) for line in come)


def _unlike(
    before: Sequence[Row], after: Sequence[Row], name: Callable[[Row], Hashable]
) -> tuple[list[Row], list[Row]]:
    """The rows of each side that the other has not, by `name`, each counted as often as it stands there."""
    sides = []
    for rows, others in ((before, after), (after, before)):
        left = Counter(name(row) for row in others)
        kept = []
        for row in rows:
            if left[name(row)]:
                left[name(row)] -= 1
            else:
                kept.append(row)
        sides.append(kept)
    return sides[0], sides[1]


def _paired(gone: list[Row], come: list[Row], name: Callable[[Row], Hashable]) -> list[tuple[Row, Row]]:
    """Takes from both lists the rows that are one by `name`, in text order."""
    waiting: defaultdict[Hashable, list[Row]] = defaultdict(list)
    for row in reversed(come):
        waiting[name(row)].append(row)
    pairs = [(row, waiting[name(row)].pop()) for row in gone if waiting[name(row)]]
    _drop(gone, come, pairs)
    return pairs


def _alike(gone: list[Attribution], come: list[Attribution]) -> list[tuple[Attribution, Attribution]]:
    """Takes from both lists what one speaker said in words of which half or more are the same."""
    pairs: list[tuple[Attribution, Attribution]] = []
    free = [(row, set(row.content.text.casefold().split())) for row in come]
    for old in gone:
        words = set(old.content.text.casefold().split())
        scored = [
            (len(words & other) / (len(words | other) or 1), -at)
            for at, (new, other) in enumerate(free)
            if new.speaker == old.speaker
        ]
        best = max(scored, default=(0.0, 0))
        if best[0] >= _ALIKE:
            pairs.append((old, free.pop(-best[1])[0]))
    _drop(gone, come, pairs)
    return pairs


def _drop(gone: list[Row], come: list[Row], pairs: list[tuple[Row, Row]]) -> None:
    taken = {id(row) for pair in pairs for row in pair}
    gone[:] = [row for row in gone if id(row) not in taken]
    come[:] = [row for row in come if id(row) not in taken]
