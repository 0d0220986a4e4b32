"""Finds the thing that stands behind an amount and "of" or "in": "2 tonnes of grain", "$3 million in fines".

Stands alone because these two words name what is measured outright, whatever the rest of the clause is about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.figures.measures import is_unit
from sayso.extract.figures.nouns import LIGHT
from sayso.extract.figures.tree import children
from sayso.lexicon import table
from sayso.parse import lemma
from sayso.parse.labels import COMMON_NOUNS, NOMINALS, NOUNS

if TYPE_CHECKING:
    from sayso.stages import Parsed

BRACKET = 8
IN_KIND = ("in",)
LINKING = frozenset(table("units")["apart"]["linking"])


def behind(parsed: Parsed, last: int, *, money: bool = False) -> int | None:
    """The noun after "of" behind an amount, over what is said again in brackets ("450 Nm (332 lb-ft) of torque").

    `last` is the token after the amount's unit. A sum of `money` may name its thing after "in" as well.
    """
    at = last + 1 if parsed.lower[last : last + 1] == ("worth",) else last
    if at < len(parsed) and parsed.words[at] == "(":
        closing = next((t for t in range(at, min(at + BRACKET, len(parsed))) if parsed.words[t] == ")"), None)
        at = closing + 1 if closing is not None else at
    if at >= len(parsed) or parsed.deps[at] != "prep" or parsed.lower[at] not in ("of", *IN_KIND[:money]):
        return None
    inner = next((t for t in children(parsed, at) if parsed.deps[t] == "pobj"), None)
    if inner is None or parsed.tags[inner] not in NOUNS | {"VBG"}:
        return None
    return inner if parsed.lower[at] == "of" or _is_plain(parsed, at + 1, inner) else None


def _is_plain(parsed: Parsed, first: int, noun: int) -> bool:
    """Whether it is a thing without article or name, as a sum is paid in: "in fines", "in prize money"."""
    entity = parsed.entity_at(noun)
    word = lemma(parsed.lower[noun], "noun")
    common = parsed.tags[noun] in COMMON_NOUNS and word not in LIGHT | LINKING
    return common and entity is None and not is_unit(parsed.lower[noun]) and parsed.tags[first] in NOMINALS
