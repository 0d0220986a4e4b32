"""Knows the numbers that a report uses as names: after "Boeing 787" its "the 787" and "787 orders" count nothing.

Stands alone because a name that is told in one sentence makes the same number a name in all others.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extract.figures.calendar import plural_right
from sayso.lexicon import table
from sayso.parse.labels import BRANDS, DETERMINERS

if TYPE_CHECKING:
    from sayso.extract.figures.draft import Draft
    from sayso.stages import Parsed

PLAIN = re.compile(r"[1-9]\d{2,3}")


def models(parsed: Parsed) -> frozenset[str]:
    """The plain numbers of three or four digits that stand right behind a maker's name or within a product's.

    Those of a maker's well-known models are names with "the" before them alone, as which they are given.
    """
    found = set()
    for token in range(1, len(parsed)):
        word = parsed.words[token]
        if PLAIN.fullmatch(word) is None or plural_right(parsed, token) or word[:2] in ("19", "20"):
            continue
        before = parsed.entity_at(token - 1)
        own = parsed.tags[token - 1] in ("NNP", "POS") and parsed.paragraph[token - 1] == parsed.paragraph[token]
        if own and before is not None and before.label in BRANDS:
            found.add(word)
    for maker, numbers in table("designations")["models"].items():
        if maker in parsed.lower:
            found.update(f"the {number}" for number in numbers)
    return frozenset(found)


def is_model(parsed: Parsed, draft: Draft, known: frozenset[str]) -> bool:
    """Whether a figure is but one of the numbers `known` as names, with "the" or a thing of that name behind it."""
    quantity = draft.quantity
    if quantity.unit is not None or quantity.numeral.form != "digits" or draft.counted is not None:
        return False
    printed = parsed.text[quantity.numeral.start : quantity.numeral.end]
    before = draft.tokens[0] - 1
    one = before >= 0 and parsed.tags[before] in DETERMINERS and draft.noun is None
    return printed in known or (one and f"the {printed}" in known)
