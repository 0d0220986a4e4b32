"""Turns what two texts share into the characters of the reports that print them, side by side.

Stands alone because pairs are kept between texts, and many reports print one text, each at its own places.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.link.copies.sharing import runs
from sayso.link.rows import SharedRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.link.copies.shingles import Fingerprint
    from sayso.link.copies.words import Words
    from sayso.model import Span


def shared_runs(a: Words, print_a: Fingerprint, b: Words, print_b: Fingerprint) -> tuple[SharedRow, ...]:
    """The runs that two reports share, in the order of the first."""
    return tuple(
        SharedRow(a.span(run.a, run.a + run.length), b.span(run.b, run.b + run.length), run.length)
        for run in runs(print_a, print_b)
    )


def spans(words: Words, covered: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """The characters of stretches of words, as `Sharing` has them."""
    return tuple(words.span(first, last) for first, last in covered)


def printed(text: str, at: Iterable[Span]) -> str:
    """The words at some spans of a text, as printed, with one blank between each two."""
    return " ".join(" ".join(span.of(text).split()) for span in at)
