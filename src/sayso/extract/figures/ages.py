"""Tells bare numbers that are ages: "Smith, 34,", "who was ten", "19 or older", "life expectancy is around 73".

Stands alone because such a number has no unit; only who stands before it says that it is an age.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extract.figures.nouns import is_person, singular
from sayso.extract.figures.totals import stated
from sayso.lexicon import table, words
from sayso.parse import lemma

if TYPE_CHECKING:
    from sayso.extract.figures.quantities import Quantity
    from sayso.stages import Parsed

AGE = table("units")["age"]
MEASURED = tuple(AGE["measured"])
AT = frozenset(AGE["at"])
OLDEST: int = AGE["oldest"]
CLOSES = re.compile(r"\s?(?:[,;.)]|$|-year)| (?:of|from|who|has|is|was|said|died|and)\b")
BE = words("figures", "ages", "verbs")
PERSONAL = words("figures", "ages", "persons")
MINUTES = re.compile(r":\d\d")
"""What stands behind the hours of a clock: "died at 3:35"."""
OLDER = re.compile(r" (?:or|and) (?:older|younger)\b")
ADVERBS = frozenset(AGE["adverbs"])
YOUNGEST_BARE = 10
HOURS = 12
BACK = 40


def is_age(parsed: Parsed, quantity: Quantity, tokens: range) -> bool:
    """Whether a bare whole number is somebody's age."""
    value = quantity.numeral.value
    if quantity.ranged or not isinstance(value, int) or not 0 < value <= OLDEST:
        return False
    if quantity.unit is not None or quantity.numeral.form not in ("digits", "words") or tokens[0] == 0:
        return False
    if MINUTES.match(parsed.text, quantity.end):
        return False
    return (
        bool(OLDER.match(parsed.text, quantity.end))
        or _at(parsed, tokens)
        or _opens(parsed, value, tokens)
        or _apposed(parsed, quantity, tokens)
        or _predicated(parsed, quantity, tokens)
        or _measured(parsed, quantity, tokens)
    )


def in_brackets(parsed: Parsed, quantity: Quantity, tokens: range) -> bool:
    """Whether years in brackets behind people are their age: "three children (5-8 years) were hurt"."""
    text, before = parsed.text, tokens[0] - 2
    if quantity.kind != "duration" or quantity.unit != "year" or before < 0:
        return False
    closed = text[quantity.start - 1 : quantity.start] == "(" and text[quantity.end : quantity.end + 1] == ")"
    return closed and is_person(singular(parsed.lower[before]))


def _at(parsed: Parsed, tokens: range) -> bool:
    """Whether somebody "dies at 95": nothing to count follows."""
    first, after = tokens[0], tokens[-1] + 1
    closes = (
        after >= len(parsed) or parsed.paragraph[after] != parsed.paragraph[first] or not parsed.words[after].isalnum()
    )
    dies = first > 1 and parsed.lower[first - 1] == "at" and parsed.lower[first - 2] in AT
    return dies and closes and stated(parsed, first) is None


def _opens(parsed: Parsed, value: int, tokens: range) -> bool:
    """Whether a clause about somebody begins with it: "At 77, Bidwell became"; up to twelve it may be an hour."""
    at, comma = tokens[0] - 1, tokens[-1] + 1
    if value <= HOURS or parsed.lower[at] != "at" or comma + 1 >= len(parsed) or parsed.words[comma] != ",":
        return False
    entity = parsed.entity_at(comma + 1)
    single = entity is None or entity.last - entity.first == 1
    person = parsed.tags[comma + 1] == "NNP" and (single or (entity is not None and entity.label == "PERSON"))
    return at == parsed.sentences[parsed.sentence[at]] and (person or parsed.lower[comma + 1] in PERSONAL)


def _apposed(parsed: Parsed, quantity: Quantity, tokens: range) -> bool:
    if quantity.numeral.form != "digits":
        return False
    previous = tokens[0] - 2 if parsed.lower[tokens[0] - 1] in ADVERBS else tokens[0] - 1
    comma = parsed.words[previous] == ","
    name = previous - 1 if comma else previous
    if name < 0 or parsed.sentence[name] != parsed.sentence[tokens[0]]:
        return False
    entity = parsed.entity_at(name)
    person = entity is not None and entity.label == "PERSON" and entity.last == name + 1
    single = entity is None or (entity.label == "ORG" and entity.last - entity.first == 1)
    unknown = comma and single and parsed.tags[name] == "NNP" and (quantity.numeral.value or 0) >= YOUNGEST_BARE
    if not person and not unknown and not (comma and _of_somebody(parsed, quantity, name)):
        return False
    if not CLOSES.match(parsed.text, quantity.end):
        return False
    return comma or (quantity.numeral.value or 0) >= YOUNGEST_BARE


def _of_somebody(parsed: Parsed, quantity: Quantity, noun: int) -> bool:
    """Whether a number between commas is the age of one person named by a common noun ("a brother, 22, was")."""
    one = parsed.tags[noun] == "NN" and is_person(lemma(parsed.lower[noun], "noun"))
    grown = (quantity.numeral.value or 0) >= YOUNGEST_BARE
    return one and grown and parsed.text[quantity.end : quantity.end + 1] == ","


def _predicated(parsed: Parsed, quantity: Quantity, tokens: range) -> bool:
    previous = tokens[0] - 1
    while previous > 0 and parsed.tags[previous] == "RB":
        previous -= 1
    if parsed.lower[previous] not in BE or previous == 0:
        return False
    before = previous - 1
    entity = parsed.entity_at(before)
    who = parsed.lower[before] in PERSONAL or (entity is not None and entity.label == "PERSON")
    return who and bool(
        re.match(
            r"\s?(?:[.,;!?)]|$)| (?:when|at|and|last|this|on|in|years)\b", parsed.text[quantity.end : quantity.end + 8]
        )
    )


def _measured(parsed: Parsed, quantity: Quantity, tokens: range) -> bool:
    first = max(parsed.sentences[parsed.sentence[tokens[0]]], tokens[0] - BACK)
    before = parsed.text[int(parsed.starts[first]) : quantity.start].lower()
    alone = tokens[-1] + 1 >= len(parsed) or not parsed.tags[tokens[-1] + 1].startswith(("NN", "JJ"))
    return alone and any(words in before for words in MEASURED)
