"""Gives a quotation that is signed with a dash to who signed it, whatever the reader took for its source.

Stands alone because it is a form of print: in a row of signed quotations each signature stands before the next
quotation as well as after its own, and only the line tells whose it is.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.attributions.decoding import Candidate
from sayso.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.extract.attributions.wholes import Marks
    from sayso.stages import Parsed

CONFIDENCE = 0.6
LONGEST = 12
"""Words of a signature."""
SIGNATURE = re.compile(r"\s{0,4}([―—–-]{1,2})[ \u00a0]?(\w[^\n―—]{1,100}?)[ .\u00a0]*(?=\n|$)")


def signed(parsed: Parsed, marks: Marks, found: Sequence[Candidate]) -> list[Candidate]:
    """`found`, with each signed quotation said by its signature alone."""
    kept = list(found)
    for quote in marks.outer:
        signature = SIGNATURE.match(parsed.text, quote.span.end)
        if signature is None or not _names(parsed, source := Span(*signature.span(2))):
            continue
        line = Span(quote.span.end, signature.end())
        kept = [left for one in kept if (left := _without(one, quote.span, line)) is not None]
        kept.append(Candidate((source,), (), (quote.span,), CONFIDENCE))
    return kept


def _names(parsed: Parsed, source: Span) -> bool:
    return parsed.text[source.start].isupper() and len(parsed.tokens_in(source)) <= LONGEST


def _without(one: Candidate, quote: Span, line: Span) -> Candidate | None:
    """`one` without `quote` among its words; null where the signature's line is its own or nothing is left of it."""
    if any(span.meets(line) for span in (*one.source, *one.cue)):
        return None
    if any(quote.holds(span) for span in (*one.source, *one.cue)):
        return one
    content = tuple(span for span in one.content if not span.meets(quote))
    return replace(one, content=content) if content else None
