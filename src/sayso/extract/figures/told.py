"""Finds what a number counts that is told of a noun of number: "the number of people killed has climbed to 31".

Stands alone because what is counted stands behind that noun and far from the number, with the verb between them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.figures.nouns import UP, singular
from sayso.extract.figures.tree import children
from sayso.extract.figures.trends import CAUSES, VERBS
from sayso.extract.figures.vocabulary import HEDGING, LEVELS, NOUN_WORDS, PARTICIPLES, TOTAL_HEADS
from sayso.lexicon import words
from sayso.parse import lemma
from sayso.parse.labels import (
    COMMON_NOUNS,
    DETERMINERS,
    NOMINALS,
    NOUNS,
    PLURAL_NOUNS,
    PROPER_NOUNS,
    SUBJECTS,
)

if TYPE_CHECKING:
    from sayso.stages import Parsed

LEADS = words("figures", "prepositions", "giving")
BETWEEN = NOMINALS | {"POS", "RB"}
BREAKS = frozenset((",", ";", ":", "-", "–", "—"))
DASHES = frozenset(("-", "–", "—", "‒"))
BEFORE_LINE = frozenset((";", ",", ":", ")", "•", "*"))
FURTHEST = 40
"""A number stands no more tokens behind the noun of number that it is told of."""


def told_of(parsed: Parsed, first: int) -> int | None:
    """The token of the noun or pronoun ("those") that the number at token `first` counts; null where none is told.

    `first` is the first token of the number with its hedge.
    """
    label = _labelled(parsed, first)
    label = _of_line(parsed, first) if label is None else label
    if label is not None:
        return label
    verb = _verb(parsed, first)
    if verb is None:
        return None
    if (total := _behind(parsed, first)) is not None:
        return _counted(parsed, total)
    for total in range(first - 1, max(-1, first - FURTHEST), -1):
        if parsed.sentence[total] != parsed.sentence[first]:
            return None
        if _is_total(parsed, total):
            return _counted(parsed, total) if _tells(parsed, total, verb, first) else None
    return None


def _behind(parsed: Parsed, first: int) -> int | None:
    """The noun of number right behind one that its verb brings "to" so many ("brings to 73 the number of people")."""
    at = first + 1
    while at < len(parsed) and parsed.tags[at] == "CD":
        at += 1
    given = parsed.lower[first - 1] in words("figures", "prepositions", "totals")
    if not given or at + 1 >= len(parsed) or parsed.lower[at] not in ("the", "its", "their"):
        return None
    return at + 1 if _is_total(parsed, at + 1) and parsed.sentence[at + 1] == parsed.sentence[first] else None


def _labelled(parsed: Parsed, first: int) -> int | None:
    """The noun of the label that a number stands behind ("Cumulative cases since 3 May: 1,860", "Deaths: 41")."""
    colon = first - 1
    if colon < 1 or parsed.words[colon] != ":" or parsed.sentence[colon - 1] != parsed.sentence[first]:
        return None
    start, at = parsed.sentences[parsed.sentence[first]], colon - 1
    if any(parsed.tags[token].startswith("VB") and parsed.tags[token] != "VBN" for token in range(start, colon)):
        return None
    for _ in range(UP):
        head = int(parsed.heads[at])
        if not start <= head < colon or head == at:
            break
        at = head
    if _is_total(parsed, at):
        return _counted(parsed, at)
    return at if parsed.tags[at] in NOUNS and singular(parsed.lower[at]) != parsed.lower[at] else None


def _of_line(parsed: Parsed, first: int) -> int | None:
    """The noun of a line of a list that a dash parts from its number ("artillery systems – 1,201 (+14)")."""
    dash = first - 1
    if dash < 1 or parsed.words[dash] not in DASHES or parsed.starts[dash] == parsed.ends[dash - 1]:
        return None
    at = dash - 1
    while at >= 0 and at > dash - UP and parsed.words[at] not in BEFORE_LINE and not _breaks(parsed, at):
        if parsed.tags[at] not in NOMINALS:
            return None
        at -= 1
    opens = at < 0 or parsed.words[at] in BEFORE_LINE or _breaks(parsed, at)
    plural = parsed.tags[dash - 1] in COMMON_NOUNS and parsed.tags[dash - 1] in PLURAL_NOUNS
    return dash - 1 if opens and plural else None


def _breaks(parsed: Parsed, at: int) -> bool:
    """Whether a line or a paragraph ends behind a token."""
    return "\n" in parsed.text[int(parsed.ends[at]) : int(parsed.starts[at + 1])]


def _is_total(parsed: Parsed, at: int) -> bool:
    if parsed.lower[at] not in TOTAL_HEADS or at + 2 >= len(parsed) or parsed.lower[at + 1] != "of":
        return False
    return at == 0 or parsed.lower[at - 1] not in ("a", "any")  # "a number of" is no number


def _verb(parsed: Parsed, first: int) -> int | None:
    """The verb that gives the number, right before it or before its preposition; null for a number told otherwise."""
    at = first - 1
    while at > 0 and (parsed.lower[at] in LEADS or parsed.lower[at] in HEDGING or parsed.tags[at] in ("RB", "CD", ",")):
        at -= 1
    if at < 0 or parsed.sentence[at] != parsed.sentence[first]:
        return None
    if parsed.tags[at].startswith("VB") and _gives(parsed, at):
        return at
    preposition = first - 1
    if parsed.lower[preposition] not in LEADS:
        return None
    head = int(parsed.heads[preposition])
    return head if head < preposition and parsed.tags[head].startswith("VB") else None


def _gives(parsed: Parsed, verb: int) -> bool:
    word = lemma(parsed.lower[verb], "verb")
    return word in VERBS or word in CAUSES or word in LEVELS


def _tells(parsed: Parsed, total: int, verb: int, first: int) -> bool:
    """Whether the number is the total's: by syntax, or where nothing breaks the words between total and verb."""
    above = int(parsed.heads[total])
    if above == verb:
        return True
    if parsed.deps[total] == "dobj" and above < total and _gives(parsed, above):
        return parsed.lower[first - 1] in words("figures", "prepositions", "totals")
    if any(parsed.words[at] in BREAKS for at in range(total, verb)):
        return False
    own = [at for at in children(parsed, verb) if parsed.deps[at] in SUBJECTS]
    return _gives(parsed, verb) and parsed.deps[verb] != "relcl" and all(at > total for at in own)


def _joins(parsed: Parsed, word: int) -> bool:
    """Whether "and" joins a name to what shares the noun behind it: "the number of Orland and rebel fighters"."""
    between = parsed.lower[word] == "and" and word + 2 < len(parsed) and parsed.tags[word - 1] in PROPER_NOUNS
    return between and parsed.tags[word + 1] in BETWEEN and parsed.tags[word + 2] in BETWEEN


def _counted(parsed: Parsed, total: int) -> int | None:
    """The head of the noun phrase behind "the number of"."""
    at = total + 2
    while at < len(parsed) and parsed.tags[at] in DETERMINERS and parsed.lower[at] != "those":
        at += 1
    if at >= len(parsed):
        return None
    if parsed.lower[at] in ("those", "these"):
        return at
    found = None
    for word in range(at, min(at + UP, len(parsed))):
        if found is not None and _joins(parsed, word):
            continue
        if parsed.tags[word] not in BETWEEN:
            break
        if parsed.tags[word] in NOUNS:
            found = word
        elif found is not None and parsed.tags[word] != "HYPH" and parsed.tags[word] != "POS":
            break
    return found if found is not None else (at if parsed.lower[at] in PARTICIPLES | NOUN_WORDS.keys() else None)
