"""Finds for a span the innermost attribution whose content holds it, for many spans in one sweep over the text.

Stands alone because attributions, figures, wording and demands all ask this, and none may ask it in quadratic time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.lexicon import words
from sayso.resolve.phrases import head_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.model import Attribution, Span
    from sayso.stages import Parsed

RELATIVES = words("function_words", "relatives", "any")
DEEPEST = 48
"""How many contents open at one place are looked at."""


def holders(rows: Sequence[Attribution], spans: Sequence[Span]) -> list[list[int]]:
    """For each of `spans` the indices of the rows of which one content span holds it, the innermost first."""
    contents = sorted(
        ((span.start, -span.end, index) for index, row in enumerate(rows) for span in row.content.spans),
    )
    order = sorted(range(len(spans)), key=lambda i: (spans[i].start, -spans[i].end))
    found: list[list[int]] = [[] for _ in spans]
    stack: list[tuple[int, int, int]] = []
    at = 0
    for query in order:
        span = spans[query]
        while at < len(contents) and contents[at][0] <= span.start:
            stack.append(contents[at])
            at += 1
        while stack and -stack[-1][1] <= span.start:
            stack.pop()
        found[query] = [index for _, end, index in reversed(stack[-DEEPEST:]) if -end >= span.end]
    return found


def innermost(rows: Sequence[Attribution], spans: Sequence[Span]) -> list[int | None]:
    """For each of `spans` the index of the innermost row whose content holds it, null where none does."""
    return [held[0] if held else None for held in holders(rows, spans)]


def parents(parsed: Parsed, rows: Sequence[Attribution]) -> list[int | None]:
    """For each row the index of the row in whose content all its spans lie, null where none or an insertion."""
    firsts = [row.content.spans[0] if row.content.spans else _hull(row)[0] for row in rows]
    sizes = [sum(span.end - span.start for span in row.content.spans) for row in rows]
    found: list[int | None] = []
    for index, held in enumerate(holders(rows, firsts)):
        row = rows[index]
        parent = next(
            (other for other in held if sizes[other] > sizes[index] and _holds(rows[other].content.spans, _hull(row))),
            None,
        )
        found.append(None if parent is not None and _inserted(parsed, row, rows[parent]) else parent)
    return found


def _hull(row: Attribution) -> list[Span]:
    """All spans of a row."""
    spans = [*row.content.spans]
    if row.source is not None:
        spans.extend(row.source.spans)
    if row.cue is not None:
        spans.extend(row.cue.spans)
    return spans


def _holds(outer: Sequence[Span], inner: Sequence[Span]) -> bool:
    return all(any(o.holds(i) for o in outer) for i in inner)


def _inserted(parsed: Parsed, row: Attribution, outer: Attribution) -> bool:
    """Whether the row is set into another's indirect words by the outlet: ", which Oslo denies,"."""
    if outer.mode == "direct" or row.cue is None or row.source is None:
        return False
    tokens = [t for span in row.cue.spans for t in parsed.tokens_in(span)]
    verb = head_of(parsed, tokens)
    if verb is None or parsed.deps[verb] != "relcl":
        return False
    pronoun = next(
        (t for t in _clause_start(parsed, verb) if parsed.lower[t] in RELATIVES),
        None,
    )
    if pronoun is None or pronoun == 0 or parsed.words[pronoun - 1] not in {",", "—", "–", "-", "("}:
        return False
    return not any(span.start <= int(parsed.starts[pronoun]) < span.end for span in row.source.spans)


def _clause_start(parsed: Parsed, verb: int) -> list[int]:
    return [c for c in parsed.children[verb] if c < verb]
