"""Turns a cleaned report into tokens, sentences, syntax and entities, by one pass of the trained encoder.

Stands alone because it puts the steps of parsing in order. A report is one batch of its own: what is read from it never
depends on which reports were read beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sayso.model import Span
from sayso.parse.encoder import load
from sayso.parse.names import whole_names
from sayso.parse.syntax import syntax
from sayso.parse.tokens import stretches, tokens
from sayso.stages import Cleaned, Engine, Entity, Parsed, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

SECTION = 60_000
KEPT = 4
"""Sections whose states are kept for the reader of attributions; a longer report's are made twice, to bound memory."""
JOINING = "-\u2010\u2011'\u2019&"
"""Marks within a name or a word."""


def parse(cleaned: Cleaned, engine: Engine = "best") -> Parsed:
    """The tokens, syntax and entities of all paragraphs of `cleaned`, with offsets into its text."""
    text = cleaned.report.text
    encoder = load(engine)
    bounds: list[NDArray[np.int32]] = []
    heads: list[NDArray[np.int64]] = []
    tags: list[str] = []
    deps: list[str] = []
    sentences: list[int] = []
    paragraph: list[int] = []
    entities: list[Entity] = []
    kept: list[Section] = []
    for section in _sections(cleaned):
        spans = [span for _, span in section]
        found = [tokens(text, span) for span in spans]
        counts = [len(own) for own in found]
        own = np.concatenate(found)
        fresh = np.zeros(len(own), dtype=bool)
        fresh[[at for at, count in zip(np.cumsum([0, *counts[:-1]]), counts, strict=True) if count]] = True
        encoded = encoder.encode(text, spans)
        printed = [text[a:b] for a, b in own.tolist()]
        read = whole_names(syntax(encoder, encoded, own, fresh, printed), printed)
        base = len(tags)
        bounds.append(own)
        heads.append(base + read.heads)
        tags += [_of_print(tag, text[a:b]) for tag, (a, b) in zip(read.tags, own.tolist(), strict=True)]
        deps += read.deps
        sentences += [base + first for first in read.sentences]
        paragraph += [i for (i, _), count in zip(section, counts, strict=True) for _ in range(count)]
        entities += [
            Entity(base + a, base + b, Span(int(own[a, 0]), int(own[b - 1, 1])), label) for a, b, label in read.entities
        ]
        kept.append(Section(tuple(spans), encoded if len(kept) < KEPT else None))
    edges = np.concatenate(bounds) if bounds else np.zeros((0, 2), dtype=np.int32)
    return Parsed(
        cleaned=cleaned,
        starts=edges[:, 0],
        ends=edges[:, 1],
        heads=(np.concatenate(heads) if heads else np.zeros(0)).astype(np.int32),
        tags=tuple(tags),
        deps=tuple(deps),
        sentences=tuple(sentences),
        paragraph=np.array(paragraph, dtype=np.int32),
        entities=tuple(entities),
        sections=tuple(kept),
        engine=engine,
    )


def _of_print(tag: str, word: str) -> str:
    """The tag of a word, but that a mark which joins nothing is no noun ("|" between the cells of a table)."""
    mark = not any(character.isalnum() or character in JOINING for character in word)
    return "SYM" if mark and tag.startswith("NN") else tag


def _sections(cleaned: Cleaned) -> Iterator[list[tuple[int, Span]]]:
    """The paragraphs, each with its index, in runs of at most `SECTION` characters; a longer one is cut at blanks."""
    section: list[tuple[int, Span]] = []
    for index, paragraph in enumerate(cleaned.paragraphs):
        for span in stretches(cleaned.report.text, paragraph.span, SECTION):
            if section and span.end - section[0][1].start > SECTION:
                yield section
                section = []
            section.append((index, span))
    if section:
        yield section
