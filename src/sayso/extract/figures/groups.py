"""Figures of those whom the text tells of: "five of those killed", "among the dead were 20 children", "18 of 31 cars".

Stands alone because the whole may be sentences away or stand behind its part, and because the group's own word says
what befell the ones counted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extract.figures.nouns import singular
from sayso.extract.figures.vocabulary import ADJECTIVES, NOUN_WORDS, OF_PERSONS, PARTICIPLES, PATIENTS
from sayso.parse import lemma

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.extract.figures.draft import Draft
    from sayso.stages import Parsed

_GROUP = r"(?:the|those|these)\s(?:(?:people|persons|civilians)\s)?(?P<group>[a-z]+)\b"
_LIST = r"(?:[\w'’-]+\s(?:[\w'’-]+\s){0,3}(?:and|,)\s)?"
OF_GROUP = re.compile(rf"\s(?:of|among)\s{_GROUP}", re.IGNORECASE)
IN_GROUP = re.compile(
    rf"(?:\s[\w'’-]+){{0,5}}?\s(?:was|were|is|are)\s(?:also\s|reportedly\s)?among\s{_GROUP}", re.IGNORECASE
)
GROUP_BEFORE = re.compile(
    rf"\b(?:among|of)\s{_GROUP},?\s(?:(?:was|were|is|are|there\swere)\s)?(?:at\sleast\s)?{_LIST}$", re.IGNORECASE
)
GROUP_HAS = re.compile(rf"\b{_GROUP}\s(?:includes?|included|comprised?)\s(?:at\sleast\s)?{_LIST}$", re.IGNORECASE)
OF_THE = re.compile(r"\s(?:of|among)\s(?:the|those|these)\s", re.IGNORECASE)
OUT_OF = re.compile(
    r"\s(?:out\s)?of\s(?:(?:the|its|their|his|her|all|these|those)\s)?(?:[\w-]+(?:'s|’s|s'|s’)\s)?", re.IGNORECASE
)
WINDOW = 70
SENTENCES = 4
"""So many sentences back a whole stands at most, whose part is told by the group's word."""


def group_of(parsed: Parsed, part: Draft) -> str | None:
    """What befell the group that a figure is said to be of or among; null where the words around tell of no group."""
    if part.unit not in (None, "person"):
        return None
    text = parsed.text
    core = part.quantity.core
    behind, before = text[core : core + WINDOW], text[max(0, part.start - WINDOW) : part.start]
    found = OF_GROUP.match(behind) or IN_GROUP.match(behind) or GROUP_BEFORE.search(before) or GROUP_HAS.search(before)
    return _befallen(found["group"].lower()) if found is not None else None


def _befallen(word: str) -> str | None:
    """What befell those whom a word tells of as many: "the dead", "the fatalities", "those killed"."""
    many = NOUN_WORDS.get(singular(word)) if word != singular(word) else None
    name = ADJECTIVES.get(word) or many or (PATIENTS.get(lemma(word, "verb")) if word in PARTICIPLES else None)
    return name if name in OF_PERSONS else None


def whole_of_group(parsed: Parsed, drafts: Sequence[Draft], index: int, group: str) -> int | None:
    """The index of the last figure before `index` that counts the whole group; null where none is near."""
    part = drafts[index]
    for at in range(index - 1, -1, -1):
        whole = drafts[at]
        if part.sentence - whole.sentence > SENTENCES:
            return None
        alike = whole.countable and whole.part_of is None and whole.counted == group
        if alike and not _more(part, whole) and group_of(parsed, whole) is None:
            return at
    return None


def whole_of_noun(parsed: Parsed, drafts: Sequence[Draft], index: int) -> int | None:
    """The index of the last figure before `index` that counts what it is so many "of the": "22 of the fighters"."""
    part = drafts[index]
    if part.noun is None or part.noun.direct or OF_THE.match(parsed.text, part.quantity.core) is None:
        return None
    if any(parsed.tags[at] == "POS" for at in range(part.tokens[-1], part.noun.head)):
        return None  # "22 of the state's delegates" are of another whole
    word = singular(parsed.lower[part.noun.head])
    for at in range(index - 1, -1, -1):
        whole = drafts[at]
        if part.sentence - whole.sentence > SENTENCES:
            return None
        named = whole.countable and whole.noun is not None and not whole.measures and whole.noun.direct
        if named and whole.noun is not None and singular(parsed.lower[whole.noun.head]) == word:
            return None if _more(part, whole) else at
    return None


def is_of_next(parsed: Parsed, drafts: Sequence[Draft], index: int) -> bool:
    """Whether a figure is said to be so many of the next one: "18 of 31 vehicles", "five of the six injured"."""
    if index + 1 == len(drafts):
        return False
    part, whole = drafts[index], drafts[index + 1]
    between = parsed.text[part.quantity.core : min(whole.start, part.quantity.core + WINDOW)]
    plain = part.quantity.numeral.form != "fraction" and whole.kind == "count"
    return plain and whole.countable and OUT_OF.fullmatch(between) is not None and not _more(part, whole)


def _more(part: Draft, whole: Draft) -> bool:
    smallest = part.value if part.value is not None else part.low
    largest = whole.value if whole.value is not None else whole.high
    return smallest is not None and largest is not None and smallest > largest
