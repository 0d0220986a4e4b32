"""Finds the clock times that the posts of a live page begin with: "06:05 Four people have been killed".

Stands alone because such a time is the post's, and no part of what is told in it: no stage may read it as words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.lexicon import either, words
from sayso.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.stages import Parsed

_HALF = 12 * 60
_CLOCK = (
    r"[\[(]?(?P<hour>[01]\d|2[0-3]|\d(?=:\d\d\s?[ap]\.?m)):(?P<minute>[0-5]\d)(?![\d:.,]\d)"
    rf"(?:\s?(?P<word>{either(words('designations', 'after', 'clock'))})\b\.?)?[\])]?"
)
_STAMP = re.compile(rf"{_CLOCK}\s{{0,3}}[-\u2013\u2014:|]?\s{{1,3}}(?=[\"\u201c\u2018]|[^\W\d_])", re.IGNORECASE)
_POST = re.compile(rf"(?:\A|\n){_CLOCK}(?=[\s:|])", re.IGNORECASE)


def stamp(text: str, paragraph: Span) -> Span | None:
    """The clock time that `paragraph` begins with, and the marks behind it, where a sentence follows; null for none."""
    found = _STAMP.match(text, paragraph.start, paragraph.end)
    if found is None or not _begins(text[found.end()]):
        return None
    return Span(*found.span())


def stamp_of(parsed: Parsed, span: Span) -> Span | None:
    """The clock time that the paragraph of `span` begins with; null for none."""
    tokens = parsed.tokens_in(span)
    if not len(tokens):
        return None
    return stamp(parsed.text, parsed.cleaned.paragraphs[int(parsed.paragraph[tokens[0]])].span)


def unstamped(parsed: Parsed, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans without the clock time that their paragraph begins with."""
    found = []
    for span in spans:
        own = stamp_of(parsed, span)
        start = span.start if own is None else max(span.start, own.end)
        if start < span.end:
            found.append(Span(start, span.end))
    return tuple(found)


def posts(text: str) -> Iterator[tuple[int, int]]:
    """Where each line begins that a clock time opens, and its minutes since midnight, in text order."""
    for found in _POST.finditer(text):
        following = text[found.end() : found.end() + 6].lstrip(" \n-\u2013\u2014:|")
        if following and not (_begins(following[0])):
            continue
        word = (found["word"] or "").lower().replace(".", "")
        minutes = int(found["hour"]) % (12 if word in ("am", "pm") else 24) * 60 + int(found["minute"])
        yield found.start(), minutes + (_HALF if word == "pm" else 0)


def _begins(mark: str) -> bool:
    return mark.isupper() or not mark.isalnum()
