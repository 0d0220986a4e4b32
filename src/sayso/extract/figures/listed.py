"""Gives people in a list what befell the others in it: "killed 14 fighters from Orland and five civilians".

Stands alone because a parser loses long lists and headlines without commas, where print alone still shows the list.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extract.figures.vocabulary import OF_PERSONS
from sayso.parse.labels import PARTICIPLES, VERBAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.extract.figures.draft import Draft
    from sayso.stages import Parsed

GOES_ON = re.compile(r"\s|,?\s(?:and|as\swell\sas|plus)\s|\s(?:from|of|with)\s[^,;:.()\n]{1,50}\sand\s")
"""What stands between two of a list that one verb is said of."""
BARE = re.compile(r"\s")
APART = re.compile(r",\s|,?\sand\s")
LEAST = 3
MOST = 8
"""The sum of so many parts at most is taken for their total."""


def share(parsed: Parsed, drafts: Sequence[Draft], index: int) -> None:
    """Gives figure `index`, of people of whom nothing is known, what befell its neighbours in a list."""
    draft = drafts[index]
    if draft.counted is not None or draft.unit != "person" or draft.kind != "count":
        return
    if index and _lists(parsed, drafts[index - 1], draft, GOES_ON) and not _acts(parsed, draft):
        draft.counted = drafts[index - 1].counted
    elif index + 1 < len(drafts) and _lists(parsed, drafts[index + 1], draft, BARE):
        draft.counted = drafts[index + 1].counted


def break_down(parsed: Parsed, drafts: Sequence[Draft], index: int) -> None:
    """Ties to figure `index` those right behind it that add up to it: "20 bodies were found, 11 women and nine men"."""
    whole = drafts[index]
    if whole.counted not in OF_PERSONS or not isinstance(whole.value, int) or whole.value < LEAST:
        return
    parts: list[Draft] = []
    for part in drafts[index + 1 : index + 1 + MOST]:
        if not _is_part(parsed, part, whole, parts):
            return
        parts.append(part)
        total = sum(one.value or 0 for one in parts)
        if total >= whole.value:
            break
    if len(parts) < 2 or sum(one.value or 0 for one in parts) != whole.value:  # noqa: PLR2004 a sum has two parts
        return
    for part in parts:
        part.part_of, part.counted = index, whole.counted


def _is_part(parsed: Parsed, part: Draft, whole: Draft, before: Sequence[Draft]) -> bool:
    """Whether a figure may be the next of the parts of `whole`, of which nothing else is told."""
    alike = part.sentence == whole.sentence and part.unit in ("person", None) and part.kind == "count"
    told = part.part_of is not None or part.counted not in (None, whole.counted) or not isinstance(part.value, int)
    if not alike or told or part.noun is None:
        return False
    return not before or APART.fullmatch(parsed.text[_end(parsed, before[-1]) : part.start]) is not None


def _lists(parsed: Parsed, told: Draft, draft: Draft, between: re.Pattern[str]) -> bool:
    """Whether `told`, of people of whom something is known, and `draft` stand in one list."""
    if told.counted not in OF_PERSONS or told.sentence != draft.sentence or told.unit != "person":
        return False
    first, second = sorted((told, draft), key=lambda one: one.start)
    return between.fullmatch(parsed.text[_end(parsed, first) : second.start]) is not None


def _end(parsed: Parsed, draft: Draft) -> int:
    behind = draft.noun is not None and draft.noun.first >= draft.tokens[-1]
    return max(draft.end, int(parsed.ends[draft.noun.last - 1])) if behind and draft.noun is not None else draft.end


def _acts(parsed: Parsed, draft: Draft) -> bool:
    """Whether a clause of its own begins with the figure: "and five civilians fled"."""
    verb = draft.last < len(parsed) and parsed.sentence[draft.last] == draft.sentence
    return verb and parsed.tags[draft.last][:2] in VERBAL and parsed.tags[draft.last] not in PARTICIPLES
