"""Finds the paragraphs in which a report's text is shown, from its lines and what was removed of it.

Stands alone because a text is shown as it was read, but a hard-wrapped one must not be shown line by line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.model import Removed

_LINE = re.compile(r"[^\n]+")
_SENTENCE_ENDS = (".", "!", "?", ":", "…", '"', "”", "’", ")", "]", "|")
_FULL_LINE = 45
_CELL = "\t"
"""What stands between the cells of a table."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One paragraph as shown; `removed` where nothing of it is part of the report.

    `cells` are those of a row of a table, empty ones too, and none where it is no such row.
    """

    span: Span
    removed: bool
    cells: tuple[Span, ...] = ()


def paragraphs(text: str, removed: Sequence[Removed]) -> Iterator[Shown]:
    """The paragraphs of `text` in order; white space between them belongs to none."""
    cut = sorted(row.span for row in removed)
    at = 0
    for span in _joined(text):
        while at < len(cut) and cut[at].end <= span.start:
            at += 1
        yield Shown(span, _covered(text, span, cut, at), _cells(text, span))


def _cells(text: str, span: Span) -> tuple[Span, ...]:
    """The parts of a line between tabulators, from where the line begins."""
    if _CELL not in span.of(text):
        return ()
    at = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    found: list[Span] = []
    for cell in text[at : end if end >= 0 else len(text)].split(_CELL):
        found.append(Span(at, at + len(cell)))
        at += len(cell) + 1
    return tuple(found)


def _joined(text: str) -> Iterator[Span]:
    """Lines, joined where a newline stands inside a sentence of a hard-wrapped text."""
    held: Span | None = None
    for met in _LINE.finditer(text):
        line = met.group()
        if not line.strip():
            continue
        start = met.start() + len(line) - len(line.lstrip())
        end = met.start() + len(line.rstrip())
        if held and _goes_on(text, held, start):
            held = Span(held.start, end)
            continue
        if held:
            yield held
        held = Span(start, end)
    if held:
        yield held


def _goes_on(text: str, held: Span, start: int) -> bool:
    """Whether the line at `start` goes on with the sentence that the line before broke off."""
    if text.count("\n", held.end, start) != 1 or text[held.end - 1] in _SENTENCE_ENDS:
        return False
    if _CELL in held.of(text) or _CELL in text[held.end : start]:
        return False
    last_line = held.end - max(held.start, text.rfind("\n", held.start, held.end) + 1)
    return text[start].islower() or (last_line >= _FULL_LINE and text[start].isdigit())


def _covered(text: str, span: Span, cut: Sequence[Span], at: int) -> bool:
    """Whether the removed spans from number `at` on cover all of `span` but white space."""
    done = span.start
    for index in range(at, len(cut)):
        piece = cut[index]
        if piece.start > done and text[done : min(piece.start, span.end)].strip():
            return False
        done = max(done, piece.end)
        if done >= span.end:
            return True
    return False
