"""Turns the passages of the project's own corpus into training documents in the habits of the other corpora.

Stands alone because the corpus follows the codebook, and where other annotators' habits differ the reader is trained on
theirs and rules finish the row: "that" belongs to the content there.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parent / "corpus"))

from marks import holding, passages

if TYPE_CHECKING:
    from marks import Marked, Passage, Spans

JOINING = "that "


def documents() -> list[dict[str, Any]]:
    """The passages that may be trained on, as `data.py` describes documents."""
    return [document(passage) for passage in passages() if not passage.test]


def document(passage: Passage) -> dict[str, Any]:
    """One passage: what stands inside another's content goes to the inner layer; cueless statements are not learnt."""
    rows = [
        {
            "source": a.source,
            "cue": a.cue,
            "content": with_that(passage.text, a.content),
            "nested": nested(a, passage),
        }
        for a in passage.attributions
        if a.source or a.cue
    ]
    unlearnt = [span for a in passage.attributions if not (a.source or a.cue) for span in a.content]
    return {
        "id": passage.name,
        "text": passage.text,
        "attributions": rows,
        "unlearnt": unlearnt,
        "nests": True,
        "annotator": "own",
    }


def nested(one: Marked, passage: Passage) -> bool:
    """Whether all spans of `one` stand inside the words of an attribution that has a source or a cue of its own."""
    own = (*one.source, *one.cue, *one.content)
    return any(holding(o.content, own) for o in passage.attributions if o.number != one.number and (o.source or o.cue))


def with_that(text: str, spans: Spans) -> Spans:
    """`spans` with the "that" before the first of them."""
    start, end = spans[0]
    joined = text[:start].endswith(" " + JOINING)
    return ((start - len(JOINING), end) if joined else (start, end), *spans[1:])
