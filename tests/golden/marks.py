"""Finds the words of golden marks in a report's text."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from sayso.model import Span

FOLDER = Path(__file__).parent
NAMES = sorted(path.name for path in FOLDER.glob("*.json"))


def marks(name: str) -> dict[str, Any]:
    """The marks in the file `name`."""
    return json.loads((FOLDER / name).read_text("utf-8"))  # type: ignore[no-any-return]


def places(text: str, words: str) -> list[Span]:
    """All places of `words` in `text`, whatever white space stands between them and whichever quotation marks."""
    pattern = r"\s+".join(_pattern(word) for word in words.split())
    edge = r"(?<!\w)" if words[:1].isalnum() else ""
    close = r"(?!\w)" if words[-1:].isalnum() else ""
    return [Span(*match.span()) for match in re.finditer(edge + pattern + close, text)]


def _pattern(word: str) -> str:
    return "".join('["\u201c\u201d]' if c == '"' else "['\u2018\u2019]" if c == "'" else re.escape(c) for c in word)


def located(text: str, attributions: list[dict[str, Any]]) -> list[dict[str, list[Span]]]:
    """For each attribution the spans of its source, cue and content; an empty list where words are not in `text`."""
    found, start = [], 0
    for row in attributions:
        content = [_from(places(text, words), start) for words in row["content"]]
        at = next((span for span in content if span), Span(start, start))
        found.append(
            {
                "content": [span for span in content if span],
                "source": _nearest(text, row["source"], at),
                "cue": _nearest(text, row["cue"], at),
            },
        )
        start = at.start
    return found


def _from(spans: list[Span], start: int) -> Span | None:
    return next((span for span in spans if span.start >= start), spans[0] if spans else None)


def _nearest(text: str, words: list[str], to: Span) -> list[Span]:
    spans = []
    for phrase in words:
        candidates = places(text, phrase)
        if candidates:
            spans.append(min(candidates, key=lambda span: max(span.start - to.end, to.start - span.end, 0)))
    return spans
