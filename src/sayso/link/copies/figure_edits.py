"""Compares the figures of two versions of one sentence, and those of a headline with its text.

Stands alone because it is arithmetic on rows of figures: which figure answers which, and what of it was changed.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sayso.link.copies.edit import Edit
from sayso.link.copies.words import title_spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.model import Figure, Reading, Span

Key = tuple[str, str | None, str | None]


def figure_edits(earlier: Reading, before: Span, later: Reading, after: Span) -> Iterator[Edit]:
    """Figures of the sentence `before` that have another value, or lost their bound, in the sentence `after`."""
    first, second = _by_key(earlier.figures, before), _by_key(later.figures, after)
    for key, ours in first.items():
        theirs = list(second.get(key, ()))
        left = []
        for figure in ours:
            same = next((other for other in theirs if _size(other) == _size(figure)), None)
            if same is None:
                left.append(figure)
                continue
            theirs.remove(same)
            if figure.bound != "exact" and same.bound == "exact":
                why = f"One report says {figure.text!r}, the other {same.text!r}."
                yield Edit("hedge-dropped", (figure.span,), (same.span,), why)
        # Where figures came or went besides, nobody can say which answers which.
        if len(left) == len(theirs):
            for figure, other in zip(left, theirs, strict=True):
                why = f"One report says {figure.text!r}, the other {other.text!r}."
                yield Edit("figure-changed", (figure.span,), (other.span,), why)


def headline_edits(later: Reading) -> Iterator[Edit]:
    """Figures that the headline states outright and the text only with a bound."""
    text = later.report.text
    heads = tuple(title_spans(text, later.report.title))
    told = [figure for figure in later.figures if not any(head.meets(figure.span) for head in heads)]
    for figure in later.figures:
        if figure.bound != "exact" or not any(head.holds(figure.span) for head in heads):
            continue
        answers = [other for other in told if _key(other) == _key(figure) and _size(other) == _size(figure)]
        if answers and all(other.bound != "exact" for other in answers):
            why = f"The headline says {figure.text!r}, the text {answers[0].text!r}."
            yield Edit("headline-stronger", (), (figure.span, answers[0].span), why)


def _by_key(figures: Iterable[Figure], within: Span) -> dict[Key, list[Figure]]:
    found: defaultdict[Key, list[Figure]] = defaultdict(list)
    for figure in figures:
        if within.holds(figure.span) and figure.kind != "ordinal":
            found[_key(figure)].append(figure)
    return found


def _key(figure: Figure) -> Key:
    return figure.kind, figure.unit, figure.counted


def _size(figure: Figure) -> tuple[float | int | None, ...]:
    """What a figure says apart from its bound; a range says both its ends."""
    return (figure.value,) if figure.value is not None else (figure.low, figure.high)
