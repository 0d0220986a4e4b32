"""Knows the money of a report by how it is told: currencies that no list has, words that name other things too.

Stands alone because a word that is shown to be money once ("4.2 million ryen ($31,000)") is money in all the report.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extract.figures.measures import CURRENCIES, SIGNS, unit_after
from sayso.extract.figures.nouns import is_person, singular
from sayso.extract.figures.numerals import NUMBERS, numerals
from sayso.lexicon import either, words
from sayso.parse import is_noun, lemma
from sayso.parse.labels import NOUNS

if TYPE_CHECKING:
    from sayso.extract.figures.nouns import Noun
    from sayso.extract.figures.quantities import Quantity
    from sayso.stages import Parsed

UNSURE = {word: code for code, printed in CURRENCIES["unsure"].items() for word in printed}
"""What may be money or something else -> its unit."""
SUM_IN_BRACKETS = re.compile(
    rf" [(\[](?:(?:{either(words('currencies', 'told', 'hedges'))}) )?(?P<sign>(?:{either(SIGNS)})[ \u00a0]?)?(?=\d)"
)
DEAREST = 5
"""One of a currency is worth so many of another at most; of things in brackets ("20 buses ($4m)") one costs more."""
LEAST = 10
BEHIND = 24
UP = 4


def coins(parsed: Parsed) -> frozenset[str]:
    """The words that the report shows to be money, as printed: of several senses, or known to no list of words."""
    found: set[str] = set()
    for token in range(1, len(parsed)):
        word = parsed.words[token]
        if parsed.tags[token] not in NOUNS or not word.islower() or not _is_amount(parsed, token - 1):
            continue
        if word in UNSURE:
            shown = _in_brackets(parsed, token) or parsed.lower[token - 1] in NUMBERS["scales"] or _told(parsed, token)
        elif not is_noun(word) and word.isalpha() and not is_person(singular(word)):
            shown = _in_brackets(parsed, token) or _is_done_to(parsed, token, words("currencies", "told", "sums"))
        else:
            continue
        if shown:
            found.update((word, singular(word)))
    return frozenset(found)


def coin(parsed: Parsed, quantity: Quantity, noun: Noun, known: frozenset[str]) -> str | None:
    """The unit of a sum whose noun is one of the words `known` as money; null where it counts things."""
    word = parsed.words[noun.head]
    if noun.first != noun.head or (word not in known and singular(word) not in known):
        return None
    if word not in UNSURE:
        return singular(word)
    return UNSURE[word] if quantity.numeral.form == "digits" or quantity.numeral.scale > 1 else None


def _is_amount(parsed: Parsed, token: int) -> bool:
    """Whether a number in digits or with a scale ends with `token`: of things that are few, words are printed."""
    return parsed.words[token][0].isdigit() or parsed.lower[token] in NUMBERS["scales"]


def _in_brackets(parsed: Parsed, token: int) -> bool:
    """Whether a sum stands in brackets behind what `token` counts, and no more than that much would be worth."""
    text, end = parsed.text, int(parsed.ends[token])
    opening = SUM_IN_BRACKETS.match(text, end)
    first, last = token - 1, token
    while first > 0 and _is_amount(parsed, first - 1):
        first -= 1
    if opening is None:
        return False
    own = list(numerals(text, int(parsed.starts[first]), int(parsed.starts[last])))
    other = list(numerals(text, opening.end(), min(len(text), opening.end() + BEHIND)))
    if not own or not other or own[-1].value is None or other[0].value is None or other[0].start != opening.end():
        return False
    unit = unit_after(text, other[0].end, min(len(text), other[0].end + BEHIND))
    money = opening["sign"] is not None or (unit is not None and unit.kind == "money")
    return money and own[-1].value >= LEAST and other[0].value <= DEAREST * own[-1].value


def _told(parsed: Parsed, token: int) -> bool:
    """Whether what `token` counts is paid, or its clause tells of a price, a wage, a debt."""
    if _is_done_to(parsed, token, words("currencies", "told", "verbs")):
        return True
    nouns, near = words("currencies", "told", "nouns"), []
    for _ in range(UP):
        token = int(parsed.heads[token])
        near.append(token)
        if parsed.tags[token][:2] == "VB":
            near.extend(parsed.children[token])
            break
    return any(lemma(parsed.lower[t], "noun") in nouns for t in near)


def _is_done_to(parsed: Parsed, token: int, verbs: frozenset[str]) -> bool:
    """Whether one of these verbs is done to what `token` counts: "cost 40 dirhels", "were fined 12,000 crowns"."""
    head = int(parsed.heads[token])
    return head < token and parsed.tags[head][:2] == "VB" and lemma(parsed.lower[head], "verb") in verbs
