"""Says where the sentences of a text end, by its print alone.

Stands alone because what is compared between two reports has no parse to ask.
"""

from __future__ import annotations

import re

_END = re.compile(r"[.!?][\"'\u2019\u201d)\]]*\s+(?=[\"'\u2018\u201c(]?[A-Z])|\n\s*\n|\n(?=[ \t]*[-*\u2022] )|;")


def sentence_ends(text: str) -> tuple[int, ...]:
    """Where sentences end, white space behind them with them; the end of the last one is not among them."""
    return tuple(match.end() for match in _END.finditer(text))
