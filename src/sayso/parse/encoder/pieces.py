"""Cuts a report into the word pieces and windows that the trained reader sees, each piece with its characters.

Stands alone because training and reading must see a report in exactly the same way.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from sayso.parse.encoder.standins import standins
from sayso.parse.quotes import quotes
from sayso.stages import Pieces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    from sayso.model import Span

    Ints = NDArray[np.int32]

PARAGRAPH_BREAK = "[unused1]"
WINDOW = 254
BREAK = -1
KINDS = 6
"""Kinds of pieces: two (outside and within quotation marks) for each case of a word (lower, capital, capitals)."""


def cut(text: str, paragraphs: Sequence[Span], tokenizer: Tokenizer) -> Pieces:
    """The pieces of all `paragraphs` of `text`, with stand-ins for the names of sides."""
    pieces = printed(text, paragraphs, tokenizer)
    return blinded(text, pieces, tokenizer) if len(pieces) else pieces


def printed(text: str, paragraphs: Sequence[Span], tokenizer: Tokenizer) -> Pieces:
    """The pieces of all `paragraphs` of `text` as they are printed."""
    break_id = piece_id(tokenizer, PARAGRAPH_BREAK)
    encodings = tokenizer.encode_batch([span.of(text) for span in paragraphs], add_special_tokens=False)
    ids: list[int] = []
    offsets: list[tuple[int, int]] = []
    words: list[int] = []
    word_base = 0
    for span, encoding in zip(paragraphs, encodings, strict=True):
        if not encoding.ids:
            continue
        if ids:
            ids.append(break_id)
            offsets.append((span.start, span.start))
            words.append(BREAK)
        ids.extend(encoding.ids)
        offsets.extend((span.start + s, span.start + e) for s, e in encoding.offsets)
        own = [word or 0 for word in encoding.word_ids]
        words.extend(word_base + w for w in own)
        word_base += max(own) + 1
    bounds = np.array(offsets, dtype=np.int32).reshape(-1, 2)
    return Pieces(
        ids=np.array(ids, dtype=np.int32),
        starts=bounds[:, 0],
        ends=bounds[:, 1],
        kinds=_quoted(text, paragraphs, bounds[:, 0]) + 2 * _cases(text, bounds, np.array(words, dtype=np.int32)),
        words=np.array(words, dtype=np.int32),
        whole=np.zeros(len(ids), dtype=np.bool_),
    )


def piece_id(tokenizer: Tokenizer, piece: str) -> int:
    """The number of a piece that the vocabulary must hold."""
    found = tokenizer.token_to_id(piece)
    if found is None:
        message = f"the tokenizer has no piece {piece}"
        raise LookupError(message)
    return found


def blinded(text: str, pieces: Pieces, tokenizer: Tokenizer) -> Pieces:
    """The pieces with one neutral piece for each name of a side, which spans all characters of the name."""
    ids, ends, kinds = pieces.ids.copy(), pieces.ends.copy(), pieces.kinds.copy()
    kept, whole = np.ones(len(ids), dtype=np.bool_), pieces.whole.copy()
    for one in standins(text):
        first, after = np.searchsorted(pieces.starts, [one.start, one.end]).tolist()
        first += first < after and pieces.words[first] == BREAK
        if first >= after or pieces.starts[first] != one.start or pieces.ends[after - 1] != one.end:
            continue
        ids[first] = piece_id(tokenizer, one.word)
        ends[first] = one.end
        kinds[first] = kinds[first] % 2 + 2 * (2 if one.capitals else 1)
        whole[first] = True
        kept[first + 1 : after] = False
    return Pieces(ids[kept], pieces.starts[kept], ends[kept], kinds[kept], pieces.words[kept], whole[kept])


def _cases(text: str, bounds: Ints, words: Ints) -> Ints:
    """For each piece the case of its word: 0 lower or none, 1 with a capital, 2 all capitals."""
    cases = np.zeros(len(words), dtype=np.int32)
    if not len(words):
        return cases
    edges = [0, *(1 + np.flatnonzero(np.diff(words))).tolist(), len(words)]
    for first, end in pairwise(edges):
        if words[first] == BREAK:
            continue
        word = text[bounds[first, 0] : bounds[end - 1, 1]]
        if word != word.lower():
            cases[first:end] = 2 if len(word) > 1 and word.isupper() else 1
    return cases


def _quoted(text: str, paragraphs: Sequence[Span], starts: Ints) -> Ints:
    flags = np.zeros(len(starts), dtype=np.int32)
    for quote in quotes(text, paragraphs):
        if quote.depth == 1:
            first, last = np.searchsorted(starts, [quote.span.start, quote.span.end])
            flags[first:last] = 1
    return flags


def windows(count: int, overlap: int, size: int = WINDOW) -> list[tuple[int, int]]:
    """``[first, last)`` of windows over `count` pieces: as few as may be, of one length, no longer than need be.

    Neighbours share at least `overlap` pieces; equal lengths leave no padding.
    """
    if count <= size:
        return [(0, count)] if count else []
    number = -(-(count - overlap) // (size - overlap))
    size = -(-(count + (number - 1) * overlap) // number)
    firsts = (i * (count - size) // (number - 1) for i in range(number))  # whole numbers, so that the last is reached
    return [(first, first + size) for first in firsts]
