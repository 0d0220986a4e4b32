"""What a number's own words, and the marks around it, say of it as a part: one of them, the rest, listed, an outcome.

Stands alone because the search for parts, the doubts about them and the rule on shares all ask it.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sayso.check import clauses
from sayso.check.counting import stem
from sayso.check.summands import Number, called_total
from sayso.lexicon import either, table, words

if TYPE_CHECKING:
    from sayso.check.facts import Facts

_OPENER = re.compile(r":\s|[\u2013\u2014(]|\s-\s|, namely\b")
_OF_THEM = re.compile(rf"\s+of (?:{either(words('checks', 'parts', 'them'))})\b")
_OF_WHOM = re.compile(rf"\bof (?:{either(words('checks', 'parts', 'whom'))})$")
_NESTED = re.compile(rf"\b(?:{either(words('checks', 'parts', 'nesting'))})\b[^,;.]*$")


def nested(facts: Facts, total: Number, part: Number) -> bool:
    """Whether a number is told as some of one before it that is not the total ("nine, among them a family of four")."""
    start = max(part.sentence.start, part.span.start - 40, min(total.span.end, part.span.start))
    if _NESTED.search(facts.text, start, part.span.start) is not None:
        return True
    low = max(part.sentence.start, total.span.end if total.span.start < part.span.start else 0)
    colon = facts.text.rfind(": ", low, part.span.start)
    if colon < 0:
        return False
    low = max(low, facts.text.rfind("\n", low, part.span.start))
    between = [row for row in facts.reading.figures if low <= row.span.start and row.span.end <= colon]
    return bool(between) and between[-1].kind == "count" and (between[-1].value or 0) > part.amount


def akin(one: str, two: str) -> bool:
    """Whether two nouns name one thing that is counted ("jobs", "posts")."""
    return one == two or any({one, two} <= kin for kin in _kin())


@cache
def _kin() -> list[frozenset[str]]:
    return [frozenset(map(stem, words)) for words in table("checks")["parts"]["kin"]]


def outcome(part: Number) -> bool:
    """Whether the number's own words name an outcome or a group of which each one counted is of but one."""
    return bool(_said(part) & _named_outcomes())


@cache
def _named_outcomes() -> frozenset[str]:
    families = table("checks")["parts"]["families"].values()
    return frozenset(word for family in families for words in family.values() for word in words)


def other_group(total: Number, part: Number) -> bool:
    """Whether both are of people, and of two groups ("19 men", "nine children")."""
    people = table("checks")["parts"]["families"]["people"]
    groups = [{name for name, words in people.items() if _said(one) & set(words)} for one in (total, part)]
    return all(groups) and groups[0] != groups[1] and "crew" not in groups[0]


def _said(number: Number) -> frozenset[str]:
    noun = number.row.noun.text if number.row.noun is not None and number.noun else ""
    return _words(number.row.text, noun)


@lru_cache(maxsize=4096)
def _words(text: str, noun: str) -> frozenset[str]:
    return frozenset((*clauses.words_of(text), *clauses.words_of(noun)))


def listed(facts: Facts, total: Number, part: Number) -> bool:
    """Whether a part stands in a list that a colon, dash or bracket opens behind the total ("14 craft: nine tugs")."""
    if total.span.end > part.span.start or not facts.together(total.span, part.span):
        return False
    return _OPENER.search(facts.text, total.span.end, part.span.start) is not None


def of_them(facts: Facts, part: Number) -> bool:
    """Whether a number is told as some of those just told ("12 of them", "of whom 12")."""
    before = facts.before(part.span, 16)
    return _OF_THEM.match(facts.text, part.span.end) is not None or _OF_WHOM.search(before) is not None


def is_rest(facts: Facts, part: Number) -> bool:
    """Whether the part is told as what is left ("the remaining five", "the other 18")."""
    before = f" {' '.join(clauses.words_of(facts.before(part.span, 40))[-4:])} ".replace(" the other hand ", " ")
    return any(f" {words} " in before for words in table("checks")["parts"]["rest"])


def sum_of_before(facts: Facts, total: Number) -> bool:
    """Whether the words make the total the sum of what stands before it."""
    article = clauses.words_of(facts.before(total.span, 8))[-1:]
    if (total.noun and article == ["all"]) or (total.row.counted is not None and article == ["the"]):
        return True
    lexicon = table("checks")["parts"]
    words = lexicon["sum"] + (lexicon["after"] if total.row.kind == "duration" else [])
    return called_total(facts, total) or clauses.has(facts, total.sentence, words)


def end_of(part: Number) -> int:
    """Where a number with its noun ends."""
    return max(part.span.end, part.row.noun.span.end if part.noun and part.row.noun else 0)
