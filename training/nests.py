"""Adds to documents what a trained reader finds inside their contents, for a corpus that marks nothing nested.

    python training/nests.py --train polnear/train.jsonl.gz --out training/work/polnear-nested.jsonl.gz

Stands alone because these answers are a model's and not a person's. Each content is read by itself, as if it were a
report: what is said there in somebody's name is, in its place, an attribution inside another's content.
"""

from __future__ import annotations

import argparse
import gzip
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data import lines
from sayso.extract.attributions.decoding import Settings, decode
from sayso.model import Span
from sayso.parse.encoder import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.parse.encoder.engine import Encoder

SURE = Settings(keep=0.6)
SHORTEST = 5
"""Words of a content in which something may be nested."""


def main() -> None:
    """Reads the documents, asks the shipped reader of every content, writes them anew."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    reader = load("best")
    args.out.parent.mkdir(parents=True, exist_ok=True)
    count = 0
    with gzip.open(args.out, "wt", encoding="utf-8") as out:
        for raw in lines(args.train):
            more = [n for a in raw["attributions"] for n in inside(raw["text"], a["content"], reader)]
            count += len(more)
            out.write(json.dumps({**raw, "attributions": raw["attributions"] + more, "nests": True}) + "\n")
    print(f"{count} nested attributions")


def inside(text: str, content: list[list[int]], reader: Encoder) -> Iterator[dict[str, Any]]:
    """The attributions of one content, which is read as a report of its own."""
    told = " ".join(text[s:e] for s, e in content)
    if len(told.split()) < SHORTEST:
        return
    starts, at = [], 0
    for start, end in content:
        starts.append((at, start, end))
        at += end - start + 1
    for found in decode(reader.encode(told, [Span(0, len(told))]), reader, None, SURE):
        roles = {role: list(back(getattr(found, role), starts)) for role in ("source", "cue", "content")}
        if all(roles.values()):
            yield {**roles, "nested": True}


def back(spans: tuple[Span, ...], starts: list[tuple[int, int, int]]) -> Iterator[tuple[int, int]]:
    """`spans` of a joined content as places in the text; `starts`: where each part began there, start and end here."""
    for span in spans:
        for at, start, end in starts:
            first, last = max(span.start, at), min(span.end, at + end - start)
            if first < last:
                yield start + first - at, start + last - at


if __name__ == "__main__":
    main()
