"""Says what a word is in print, with and without an apostrophe in it.

Stands alone because the smallest modules on days and counts ask it, and what is told around them asks these.
"""

from __future__ import annotations

import re

LETTERS = re.compile(r"[^\W\d_]+")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
OWN_S = re.compile(r"['’]s?$")
"""What the end of a word adds to a name: "Arn's", "the Arns'"."""


def letters(text: str) -> list[str]:
    """The words of `text` in lower case, cut at apostrophes."""
    return [word.lower() for word in LETTERS.findall(text)]
