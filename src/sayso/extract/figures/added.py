"""Ties what was added to the number that it was added to: "tanks - 1,904 (+9)", "4,100 cases (up 120)".

Stands alone because print alone tells it: a sign in brackets right behind the number.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.extract.figures.draft import Draft
    from sayso.stages import Parsed

ADDED = re.compile(r"[^().;:\n\d]{0,40}\((?:\+|up )\s?")
"""What stands between both: the noun, if it is printed, and the sign."""


def add(parsed: Parsed, drafts: Sequence[Draft], index: int) -> None:
    """Makes figure `index`, where it says what was added to the one before, a part of that, with trend "up"."""
    if index == 0:
        return
    draft, whole = drafts[index], drafts[index - 1]
    text = parsed.text
    between = text[whole.quantity.core : draft.quantity.core]
    sign = ADDED.match(between)
    if sign is None or text[draft.quantity.core : draft.quantity.core + 1] != ")" or not _sizes(draft, whole):
        return
    if draft.unit in (None, whole.unit) and draft.kind == whole.kind:
        draft.trend = "up" if draft.value else None
        draft.noun, draft.unit, draft.counted, draft.measures = whole.noun, whole.unit, whole.counted, whole.measures
        draft.part_of = index - 1 if whole.countable and not whole.measures else None


def _sizes(draft: Draft, whole: Draft) -> bool:
    """Whether both are numbers, and what was added no more than there is."""
    return draft.value is not None and whole.value is not None and draft.value <= whole.value
