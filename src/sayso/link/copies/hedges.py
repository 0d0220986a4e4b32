"""Finds words of doubt in a stretch of text ("allegedly", "might"), as the word lists have them.

Stands alone because a hedge is lost in a copy without a number or a source being touched.
"""

from __future__ import annotations

import re
from functools import cache

from sayso.lexicon import table
from sayso.model import Span

_PAST = "would"


def hedges_in(text: str, within: Span) -> tuple[Span, ...]:
    """Where words of doubt stand within a span, in order."""
    return tuple(Span(*match.span()) for match in _pattern().finditer(text, within.start, within.end))


@cache
def _pattern() -> re.Pattern[str]:
    """Adverbs that keep their distance and modal verbs of chance, in lower case only: "May" is a month and a name."""
    adverbs = {word for word, cue in table("cues")["adverbs"].items() if cue["stance"] == "doubting"}
    modals = set(table("demands")["unreal"]["modals"]) - {_PAST}  # in reported speech it is mostly "will" told later
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, adverbs | modals)))})\b")
