"""Finds quotations by their marks, so that the reader, `mode` and whole spans rest on one reading of them.

Stands alone because pairing quotation marks is typography and knows nothing of who speaks. It never raises on odd
counts: a mark that nothing closes ends with its paragraph, or runs on where the next paragraph opens again, or closes
what it has not opened.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.lexicon import table, words
from sayso.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MARK = re.compile(r'["“”„«»‹›「」『』\'‘’`]')
DOUBLED = re.compile("''|``")
FILLER = "\x01"
SINGLE = frozenset("'‘’`")
LINES = 4
"""Paragraphs over which a quotation may be broken: lines of one sentence each."""
OPENS_AFTER = frozenset('([{-–—/"“‘«„:')
SENTENCE_END = frozenset(",.!?…")
AFTER_CLOSE = frozenset(',.;:!?)]}”"»')


@dataclass(frozen=True, slots=True)
class Quote:
    """One quotation with its marks: `span` covers both marks where both stand.

    `depth` is 1 for an outermost quotation. `closed` is false where no mark closes it in its paragraph; `goes_on` is
    true where the next paragraph reopens it or goes on with it. `opened` is false where it goes on from the paragraph
    before without a mark. `width` is the length of a mark: 2 where it is typed as two single ones.
    """

    span: Span
    depth: int
    closed: bool
    goes_on: bool = False
    width: int = 1
    opened: bool = True

    def inner(self) -> Span:
        """The quoted words without their marks."""
        start = self.span.start + (self.width if self.opened else 0)
        return Span(start, self.span.end - (self.width if self.closed else 0))


@dataclass(slots=True)
class _Open:
    at: int
    mark: str
    opened: bool = True


def quotes(text: str, paragraphs: Iterable[Span]) -> tuple[Quote, ...]:
    """All quotations of `text`, in order of their start, none reaching over a paragraph's border."""
    text = DOUBLED.sub('"' + FILLER, text)
    found: list[Quote] = []
    last_open: int | None = None
    opening = ""
    borders = [one for one in paragraphs if _first_mark(text, one) < one.end]
    for number, paragraph in enumerate(borders):
        within = last_open is not None and _closes_later(text, borders[number : number + LINES], opening)
        own = _paragraph(text, paragraph, opening if within else "")
        first = _first_mark(text, paragraph)
        if last_open is not None and own and own[0].span.start == first and own[0].depth == 1:
            found[last_open] = replace(found[last_open], goes_on=True)
        found.extend(own)
        unclosed = next((i for i in reversed(range(len(own))) if own[i].depth == 1), None)
        reaches = (
            unclosed is not None
            and not own[unclosed].closed
            and own[unclosed].span.end == _trimmed(text, paragraph.end)
        )
        last_open = len(found) - len(own) + unclosed if unclosed is not None and reaches else None
        if last_open is not None and found[last_open].opened:
            opening = text[found[last_open].span.start]
    return tuple(found)


def _closes_later(text: str, paragraphs: Sequence[Span], opening: str) -> bool:
    """Whether the next mark of its kind closes what the paragraph before opened: a quotation broken over lines."""
    closers = table("quotes")["pairs"]
    for paragraph in paragraphs:
        marks = (m.start() for m in MARK.finditer(text, paragraph.start, paragraph.end) if m.group() not in SINGLE)
        at = next(marks, None)
        if at is not None:
            return not _can_open(text, at, paragraph) and opening not in SINGLE and _closes(opening, text[at], closers)
    return False


def _first_mark(text: str, paragraph: Span) -> int:
    at = paragraph.start
    while at < paragraph.end and text[at].isspace():
        at += 1
    return at


def _paragraph(text: str, paragraph: Span, within: str) -> list[Quote]:
    """The quotations of a paragraph; `within` is the mark of one that goes on from before, empty for none."""
    stack = [_Open(_first_mark(text, paragraph), within, opened=False)] if within else []
    found: list[Quote] = []
    closers = table("quotes")["pairs"]
    marks = [m.start() for m in MARK.finditer(text, paragraph.start, paragraph.end)]
    singles = _pair_singles(text, paragraph, marks)

    def close(upto: int, end: int, *, closed: bool) -> None:
        while len(stack) > upto:
            top = stack.pop()
            span = Span(top.at, end)
            width = 2 if text.startswith(FILLER, top.at + 1) else 1
            ends = closed and len(stack) == upto
            found.append(Quote(span, len(stack) + 1, closed=ends, width=width, opened=top.opened))

    for at in marks:
        mark = text[at]
        if mark in SINGLE:
            if at in singles:
                stack.append(_Open(at, mark))
            elif stack and singles.get(stack[-1].at) == at:
                close(len(stack) - 1, at + 1, closed=True)
            continue
        level = next((i for i in range(len(stack) - 1, -1, -1) if _closes(stack[i].mark, mark, closers)), None)
        can_open, can_close = _can_open(text, at, paragraph), _can_close(text, at, paragraph)
        ends = (can_close or not can_open or mark != '"') and not (mark == "“" and can_open and not can_close)
        if level is not None and ends:
            close(level, at + (2 if text.startswith(FILLER, at + 1) else 1), closed=True)
        elif mark in closers or (can_open and mark not in "»›」』"):
            same = next((i for i, o in enumerate(stack) if o.mark == mark), None)
            if same is not None:
                close(same, _trimmed(text, at), closed=False)
            stack.append(_Open(at, mark))
    close(0, _trimmed(text, paragraph.end), closed=False)
    found.sort(key=lambda q: (q.span.start, -q.span.end))
    return found


def _closes(opening: str, mark: str, closers: dict[str, list[str]]) -> bool:
    return mark in closers.get(opening, ()) or (opening in '"”' and mark in '"”')


def _can_open(text: str, at: int, paragraph: Span) -> bool:
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1] if at + 1 < paragraph.end else " "
    return not after.isspace() and (before.isspace() or before in OPENS_AFTER)


def _can_close(text: str, at: int, paragraph: Span) -> bool:
    before = text[at - 1] if at > paragraph.start else " "
    return not before.isspace()


def _trimmed(text: str, end: int) -> int:
    while end > 0 and text[end - 1].isspace():
        end -= 1
    return end


def _pair_singles(text: str, paragraph: Span, marks: Sequence[int]) -> dict[int, int]:
    """Opening single mark -> its closing one, apostrophes and elisions left out."""
    elisions = words("quotes", "elisions", "words")
    singles = [at for at in marks if text[at] in SINGLE]
    closing = [at for at in singles if _single_closes(text, at, paragraph)]
    pairs: dict[int, int] = {}
    busy_until = paragraph.start
    ahead = 0
    for at in singles:
        if at < busy_until or not _single_opens(text, at, paragraph, elisions):
            continue
        while ahead < len(closing) and closing[ahead] <= at + 1:
            ahead += 1
        end = _best_closer(text, closing, ahead, paragraph)
        if end is not None:
            pairs[at] = end
            busy_until = end + 1
    return pairs


def _single_opens(text: str, at: int, paragraph: Span, elisions: frozenset[str]) -> bool:
    if text[at] == "’" or not _can_open(text, at, paragraph):
        return False
    word = re.compile(r"\w*").match(text, at + 1, min(paragraph.end, at + 40))
    following = word.group() if word else ""
    return bool(following) and not following[0].isdigit() and following.lower() not in elisions


def _single_closes(text: str, at: int, paragraph: Span) -> bool:
    after = text[at + 1] if at + 1 < paragraph.end else " "
    return text[at] != "‘" and _can_close(text, at, paragraph) and not after.isalnum()


def _best_closer(text: str, closing: Sequence[int], first: int, paragraph: Span, within: int = 12) -> int | None:
    """The first closer beside punctuation among the next few; else the first that is no plural's apostrophe."""
    near = closing[first : first + within]
    for at in near:
        after = text[at + 1] if at + 1 < paragraph.end else "."
        if text[at - 1] in SENTENCE_END or after in AFTER_CLOSE:
            return at
    return next((at for at in near if text[at - 1] not in "sS"), near[0] if near else None)
