"""The words around a span: its sentence, its paragraph, and the words of either that carry meaning.

Stands alone because the rules on figures and on a page's dates all ask what else is said where a row stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.check.cutting import WORD
from sayso.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.check.facts import Facts

REACH = 1500
"""Characters of a sentence on either side of a span that count as its own; a longer sentence is no sentence."""


def sentence(facts: Facts, span: Span) -> Span:
    """From the start of the sentence that `span` starts in to the end of the one that it ends in, `REACH` at most."""
    start, end = facts.sentence_start(span.start), facts.sentence_end(max(span.start, span.end - 1))
    return Span(max(start, span.start - REACH), min(end, span.end + REACH))


def words(facts: Facts, span: Span) -> list[str]:
    """The words in `span`, in lower case."""
    return words_of(span.of(facts.text))


def words_of(text: str) -> list[str]:
    """The words of `text`, in lower case."""
    return [word.lower() for word in WORD.findall(text)]


def has(facts: Facts, span: Span, phrases: Iterable[str]) -> bool:
    """Whether one of the words or phrases stands in `span`."""
    return holds(words(facts, span), phrases)


def holds(words: Iterable[str], phrases: Iterable[str]) -> bool:
    """Whether one of the phrases, each of one word or more, stands among words in a row."""
    said = f" {' '.join(words)} "
    return any(f" {phrase} " in said for phrase in phrases)
