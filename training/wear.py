"""Wears the print of a training text off: paragraphs, commas or apostrophes go, as in texts copied carelessly.

Stands alone because it is one augmentation, like `exchange.py`: a text with its marks and parse comes in, another of
that shape goes out. Reports come through forms, spreadsheets and scraped pages, and lose their print there.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from exchange import Row, rebuilt, words

if TYPE_CHECKING:
    from silver import Silver

LOST = (",", "'", "\n")
"""Signs that go: with the apostrophe also its curled form; a break between paragraphs becomes a blank."""
CHANCE = 0.6
"""Of each sign to go from a text that is worn."""


def worn(row: Row, rng: np.random.Generator) -> Row:
    """`row` without one or several of the signs in `LOST`."""
    lost = [sign for sign in LOST if rng.random() < CHANCE] or [LOST[int(rng.integers(len(LOST)))]]
    if "\n" in lost:
        row = unbroken(row)
    gone = "".join(sign for sign in lost if sign != "\n").replace("'", "'’")
    if not gone:
        return row
    table = dict.fromkeys(map(ord, gone))
    made = rebuilt(row, [word.translate(table) for word in words(row.silver)])
    return replace(made, silver=solid(made.silver))


def unbroken(row: Row) -> Row:
    """`row` in one paragraph: every break is one blank, and offsets stay as they are."""
    text = re.sub(r"[\n\r]", " ", row.raw["text"])
    return Row({**row.raw, "text": text}, replace(row.silver, text=text))


def solid(silver: Silver) -> Silver:
    """The parse without tokens that have lost all their characters; what hung on them hangs on their head."""
    kept = silver.starts < silver.ends
    heads = silver.heads.copy()
    for i in np.flatnonzero(~kept):
        below = heads == i
        heads[below] = np.where(heads[i] == i, np.flatnonzero(below), heads[i])
    number = np.cumsum(kept) - 1
    begins = silver.begins.copy()
    for i in np.flatnonzero(~kept & silver.begins):
        begins[min(i + 1, len(begins) - 1)] = True
    at = np.flatnonzero(kept)
    return replace(
        silver,
        starts=silver.starts[at],
        ends=silver.ends[at],
        heads=number[heads[at]].astype(np.int32),
        begins=begins[at],
        tags=tuple(silver.tags[i] for i in at),
        deps=tuple(silver.deps[i] for i in at),
        entities=tuple(silver.entities[i] for i in at),
    )
