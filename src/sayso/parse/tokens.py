"""Cuts paragraphs into tokens with spaCy's English rules, each at its characters in the report.

Stands alone because it is all that is used of spaCy: its rules of print, without any model.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from sayso.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from spacy.tokenizer import Tokenizer

LONGEST = 8_000
LONGEST_WORD = 500


def tokens(text: str, paragraph: Span) -> NDArray[np.int32]:
    """Each token of `paragraph`, white space left out: tokens x 2, ``[start, end)`` in `text`."""
    found = [_of_part(text, part) for part in _parts(text, paragraph)]
    return np.concatenate(found) if found else np.zeros((0, 2), dtype=np.int32)


def _of_part(text: str, part: Span) -> NDArray[np.int32]:
    from spacy.attrs import IDX, IS_SPACE, LENGTH

    words, places = _squeezed(text, part)
    if not words.strip():
        return np.zeros((0, 2), dtype=np.int32)
    rows = _tokenizer()(words).to_array([IDX, LENGTH, IS_SPACE]).astype(np.int64)
    rows = rows[rows[:, 2] == 0]
    return np.stack([places[rows[:, 0]], places[rows[:, 0] + rows[:, 1] - 1] + 1], axis=1).astype(np.int32)


@cache
def _tokenizer() -> Tokenizer:
    from spacy.lang.en import English

    return English().tokenizer


def _squeezed(text: str, part: Span) -> tuple[str, NDArray[Any]]:
    """The words of `part` with white space as single blanks, and the place of each character."""
    characters = np.frombuffer(part.of(text).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    blank = np.isin(characters, _BLANKS)
    keep = ~blank
    keep[1:] |= ~blank[:-1]
    kept = np.flatnonzero(keep)
    squeezed = np.where(blank, np.uint32(32), characters)[kept]
    return squeezed.tobytes().decode("utf-32-le", "surrogatepass"), kept + part.start


_BLANKS = np.array([c for c in range(0x3001) if chr(c).isspace()], dtype=np.uint32)


def _parts(text: str, span: Span) -> Iterator[Span]:
    """`span` cut so that memory and time stay bounded: at blanks, and within what is longer than any word.

    The tokenizer takes punctuation off a word mark by mark, so that a row of n marks costs it n squared.
    """
    for stretch in stretches(text, span, LONGEST):
        start = stretch.start
        for word in _UNBROKEN.finditer(text, stretch.start, stretch.end):
            for cut in range(word.start() + LONGEST_WORD, word.end(), LONGEST_WORD):
                yield Span(start, cut)
                start = cut
        yield Span(start, stretch.end)


_UNBROKEN = re.compile(rf"(?<!\S)\S{{{LONGEST_WORD + 1},}}")


def stretches(text: str, span: Span, longest: int) -> Iterator[Span]:
    """`span` cut at blanks into stretches of at most `longest` characters."""
    start = span.start
    while span.end - start > longest:
        cut = text.rfind(" ", start + longest // 2, start + longest)
        cut = cut if cut > 0 else start + longest
        yield Span(start, cut)
        start = cut
    yield Span(start, span.end)
