"""Finds whose age a number is: "15-year-old Ada Rell", "Rell, 34, said", "a boy of 12".

Stands alone because an age that is itself a noun ("shot the 5-year-old") is nobody's who is named around it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extract.figures.measured import measured
from sayso.extract.figures.nouns import Noun
from sayso.lexicon import words
from sayso.parse.labels import NOMINALS, PARTICIPLES, SINGULAR_NOUNS, SPECIFIERS

if TYPE_CHECKING:
    from sayso.stages import Parsed

COMPOUND = re.compile(r"(?:year|month|week|day)s?[ -]olds?$", re.IGNORECASE)
LONGEST = 8
TOLD = words("figures", "ages", "told")


def whose(parsed: Parsed, tokens: range, first: int, end: int, last: int) -> Noun | None:
    """The noun phrase of who is of an age; null where the age itself stands for them.

    `first` is the first token of the number with its hedge, `end` the code point where its unit ends, `last` the
    token after that.
    """
    own = range(first, tokens[-1] + 1)
    if not COMPOUND.search(parsed.text, int(parsed.starts[tokens[0]]), end):
        return measured(parsed, own, last) or _named_before(parsed, first)
    here = last < len(parsed) and parsed.sentence[last] == parsed.sentence[tokens[-1]]
    name = _name(parsed, last) if here else last
    if name > last:
        return Noun(last, last, name - 1, name)
    if not (here and parsed.tags[last] in NOMINALS - PARTICIPLES) and _is_noun(parsed, first):
        return None
    return measured(parsed, own, last) or _named_before(parsed, first)


def _named_before(parsed: Parsed, first: int) -> Noun | None:
    """The name or title that a comma parts from the age ("Chelsea Rell, 22 years old", "Boy, 5, found")."""
    last = first - 1
    if last < 1 or parsed.words[last] != "," or parsed.tags[last - 1] not in SINGULAR_NOUNS:
        return None
    begin = last - 1
    while begin > 0 and last - begin < LONGEST and parsed.tags[begin - 1] == "NNP":
        begin -= 1
    if parsed.paragraph[begin] != parsed.paragraph[first] or parsed.tags[begin] != "NNP":
        return None
    return Noun(begin, begin, last - 1, last)


def _name(parsed: Parsed, first: int) -> int:
    """The token after a name that begins with token `first` and that no noun follows; `first` where none does."""
    last = first
    while last < min(first + LONGEST, len(parsed)) and parsed.tags[last] == "NNP":
        last += 1
    goes_on = last < len(parsed) and parsed.tags[last] in NOMINALS | {"POS"}
    return first if goes_on else last


def _is_noun(parsed: Parsed, first: int) -> bool:
    """Whether an age stands for its bearer ("shot his 3-year-old"), said of nobody before ("a boy, a 5-year-old")."""
    owner = first - 1
    if owner < 0 or parsed.tags[owner] not in SPECIFIERS or parsed.paragraph[owner] != parsed.paragraph[first]:
        return False
    return owner == 0 or parsed.lower[owner - 1] not in TOLD
