"""Finds the noun that a number counts ("12 shells") and the unit that this noun makes.

Stands alone because it is a question about the words right after a number, answered before what is counted is named.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from sayso.extract.figures.measures import is_unit
from sayso.lexicon import table, words
from sayso.parse import lemma
from sayso.parse.labels import (
    ADJECTIVES,
    ADVERBS,
    BEFORE_NOUNS,
    DETERMINERS,
    NOMINALS,
    NOUNS,
    PLURAL_NOUNS,
    PROPER_NOUNS,
    SINGULAR_NOUNS,
    TIME_NAMES,
)

if TYPE_CHECKING:
    from sayso.extract.figures.digits import Number
    from sayso.extract.figures.quantities import Quantity
    from sayso.stages import Parsed

PEOPLE = table("people")
PERSONS = frozenset(PEOPLE["people"]["nouns"])
TIMES = words("figures", "times") | words("designations", "months", "words") | words("credits", "weekdays", "names")
GENERIC = frozenset(PEOPLE["generic"]["nouns"])
LIGHT = words("figures", "light", "nouns")
KEPT = frozenset(PEOPLE["generic"]["unchanged"])
UP = 7
LONG_RUN = 8
CLOSING = (('"',), ("\u201d",), ("\u2019",), ("'",), ("''",))
JOINING = (("and",), ("or",))
MORE = words("figures", "more", "determiners")
AMOUNTS = (
    frozenset(table("numbers")["vague"]["words"])
    | MORE
    | words("figures", "more", "standing")
    | words("figures", "more", "amounts")
)
COMPOUNDS = tuple(table("figures")["people"]["endings"])
INDEFINITE = words("function_words", "articles", "indefinite")
BETWEEN = words("figures", "more", "between")
BEHIND = words("figures", "more", "behind")
PEOPLES = tuple(table("figures")["people"]["peoples"])
LEADING = words("figures", "more", "leading")


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun phrase's tokens: ``[first, last)`` with modifiers, `head` its noun, `core` the first of its compounds.

    `direct` is false where it stands after "of" ("dozens of homes").
    """

    first: int
    core: int
    head: int
    last: int
    direct: bool = True


@lru_cache(maxsize=100_000)
def singular(noun: str) -> str:
    """The singular of a noun in lower case: from the lexicon, else by the rules of spelling."""
    known = lemma(noun, "noun")
    if known != noun or not noun.endswith("s") or noun.endswith(("ss", "us", "is")):
        return known
    if noun.endswith("ies") and len(noun) > 4:  # noqa: PLR2004 "ties"
        return noun[:-3] + "y"
    if noun in KEPT:
        return noun
    return noun[:-2] if noun.endswith(("ches", "shes", "sses", "xes")) else noun[:-1]


@lru_cache(maxsize=100_000)
def is_person(noun: str) -> bool:
    """Whether a noun in its dictionary form names people."""
    return noun in PERSONS or noun == "old" or noun.endswith(COMPOUNDS)


def counted_noun(parsed: Parsed, quantity: Quantity, tokens: range, participles: frozenset[str]) -> Noun | None:
    """The noun phrase that the number in `tokens` counts, to its right; null where it stands alone.

    `participles` are words that after a number say what befell the ones counted ("two shot dead"), not nouns.
    """
    size = len(parsed)
    start, direct = _after_of(parsed, quantity, _after_rate(parsed, quantity, tokens))
    if start >= size or parsed.paragraph[start] != parsed.paragraph[tokens[-1]]:
        return None
    if not direct and quantity.numeral.form == "digits" and _is_time(parsed, start):
        return None
    if quantity.numeral.form == "multiple" or (parsed.tags[start] == "VBG" and parsed.deps[start] == "acl"):
        return None
    start = _after_measure(parsed, _after_owner(parsed, start, quantity.numeral.value if direct else None))
    if _is_fate(parsed, start, participles):
        return None
    run = start
    added = parsed.words[start - 1] == ")"
    while (
        run < size
        and not (added and run > start and "\n" in parsed.text[int(parsed.ends[run - 1]) : int(parsed.starts[run])])
        and run - start < LONG_RUN
        and (
            parsed.tags[run] in NOMINALS
            or _joins(parsed, run, start)
            or _grades(parsed, run)
            or _is_particle(parsed, run, start)
        )
    ):
        run += 1
    head = _head(parsed, tokens, start, run, participles)
    if head is None or parsed.sentence[head] != parsed.sentence[tokens[-1]]:
        return None
    last = head + 1
    if quantity.numeral.value != 1:
        modified = _of_two_modifiers(parsed, head, run)
        head, last = (modified, modified + 1) if modified is not None else (head, _beside(parsed, head))
    core = head
    while core - 1 >= start and parsed.tags[core - 1] in NOUNS:
        core -= 1
    entity = parsed.entity_at(core)
    core = max(start, min(core, entity.first)) if entity is not None else core
    if parsed.lower[head] == "olds":
        start = core = _hyphened(parsed, core, tokens[-1] + 1)
    return Noun(start, core, head, last, direct)


def printed_from(parsed: Parsed, noun: Noun) -> int:
    """The first token of a noun phrase as its row prints it: with its adjectives, without "more", "and"."""
    at = noun.first
    while at < noun.core and (
        parsed.lower[at] in LEADING or parsed.tags[at] in ADVERBS or not parsed.words[at].isalnum()
    ):
        at += 1
    return at


def _after_of(parsed: Parsed, quantity: Quantity, start: int) -> tuple[int, bool]:
    """Past "of" and articles ("dozens of the homes", "half the population"), and whether no "of" stands there."""
    quoted = parsed.words[start : start + 1] in CLOSING and parsed.lower[start + 1 : start + 2] == ("of",)
    start += quoted  # '"about two hundred" of its men'
    of = parsed.lower[start : start + 1] == ("of",)
    at = start + of
    while (of or quantity.numeral.form == "fraction") and at < len(parsed):
        if parsed.tags[at] not in DETERMINERS and not (of and parsed.lower[at] == "all"):
            break
        at += 1
    return at, not of


def _is_time(parsed: Parsed, at: int) -> bool:
    """Whether what stands behind "of" is one stretch of time, whose number it is ("more than the 40 of last week")."""
    end = at
    while end < len(parsed) and parsed.tags[end] in ADJECTIVES:
        end += 1
    return end < len(parsed) and parsed.tags[end] in SINGULAR_NOUNS and parsed.lower[end] in TIMES


def _of_two_modifiers(parsed: Parsed, head: int, run: int) -> int | None:
    """The plural noun of which the counted word is but the first modifier ("30 regime and allied fighters")."""
    if parsed.tags[head] not in SINGULAR_NOUNS or run != head + 1 or parsed.lower[run : run + 1] not in JOINING:
        return None
    at = run + 1
    while at < min(run + LONG_RUN, len(parsed)) and parsed.tags[at] in NOMINALS and parsed.lower[at] not in AMOUNTS:
        if parsed.tags[at] in PLURAL_NOUNS:
            return at if parsed.sentence[at] == parsed.sentence[head] else None
        at += 1
    return None


def _beside(parsed: Parsed, head: int) -> int:
    """The end of the noun phrase with a second plural noun that the same number counts ("50 rebels and jihadists")."""
    at = head + 2
    if parsed.tags[head] != "NNS" or parsed.lower[head + 1 : at] not in JOINING:
        return head + 1
    while at < min(head + LONG_RUN, len(parsed)) and parsed.tags[at] in ("JJ", "NN", "NNS", "NNP"):
        if parsed.lower[at] in AMOUNTS:
            break
        if parsed.tags[at] == "NNS":
            joined = parsed.deps[at] == "conj" and int(parsed.heads[at]) == head
            return at + 1 if joined else head + 1
        at += 1
    return head + 1


def noun_at(parsed: Parsed, head: int, *, line: bool = False) -> Noun:
    """The noun phrase that ends in the token `head`, without its article; of its own `line`, where it begins one."""
    least = max(parsed.sentences[parsed.sentence[head]], head - LONG_RUN)
    if line:
        begins = parsed.text.rfind("\n", 0, int(parsed.starts[head])) + 1
        least = next(at for at in range(least, head + 1) if parsed.starts[at] >= begins)
    core = head
    while core > least and parsed.tags[core - 1] in NOUNS:
        core -= 1
    first = core
    while first > least and parsed.tags[first - 1] in NOMINALS:
        first -= 1
    return Noun(first, core, head, head + 1)


def multiplier(parsed: Parsed, noun: Noun) -> int | None:
    """The token "times" where it multiplies ("three times the level", "6 times earnings"); null where it counts."""
    at = noun.first
    if parsed.lower[at] != "times" or at + 1 >= len(parsed):
        return None
    entity = parsed.entity_at(min(at + 2, len(parsed) - 1))
    dated = entity is not None and entity.label in TIME_NAMES
    multiplies = not dated and (noun.head > at or parsed.tags[at + 1] in ("DT", "PRP$", "JJR", "RBR"))
    return at if (multiplies or parsed.lower[at + 1] == "as") and parsed.lower[at + 1] not in INDEFINITE else None


def _hyphened(parsed: Parsed, at: int, least: int) -> int:
    """The first token of a compound with hyphens that ends with token `at` ("14-year-olds")."""
    for _ in range(LONG_RUN):
        if at - 2 < least or parsed.tags[at - 1] != "HYPH":
            return at
        at -= 2
    return at


def _after_owner(parsed: Parsed, start: int, number: Number | None) -> int:
    """Past a possessor ("two of the mayor's deputies"), but not past those that `number` counts ("one man's coat")."""
    at = start
    while at < min(start + LONG_RUN, len(parsed)) and parsed.tags[at] in NOUNS | {"JJ"}:
        at += 1
    if at == start or at >= len(parsed) or parsed.tags[at] != "POS":
        return start
    return start if number == 1 or (number is not None and parsed.tags[at - 1] == "NNS") else at + 1


def _after_measure(parsed: Parsed, start: int) -> int:
    """Past an amount that only modifies the noun counted ("two fifteen-year-old boys", "22 four-wheel cars")."""
    at = start + 1
    if parsed.tags[start] != "CD" or at >= len(parsed):
        return start
    if at + 1 < len(parsed) and parsed.tags[at] == "HYPH" and parsed.tags[at + 1] in NOUNS:
        at += 2
    while at < min(start + LONG_RUN, len(parsed)) and (
        parsed.tags[at] == "HYPH" or is_unit(parsed.lower[at]) or parsed.lower[at] == "old"
    ):
        at += 1
    return at if start + 1 < at < len(parsed) and parsed.tags[at] in NOMINALS else start


def _is_fate(parsed: Parsed, start: int, participles: frozenset[str]) -> bool:
    """Whether a participle stands for no adjective: "five injured Friday morning", "six more shot, and"."""
    at = start + 1 if parsed.lower[start] in MORE else start
    at = at + 1 if at < len(parsed) and parsed.tags[at] in ADVERBS else at
    after = at + 1
    if after >= len(parsed) or parsed.lower[at] not in participles:
        return False
    entity = parsed.entity_at(after)
    dated = entity is not None and entity.label in TIME_NAMES and entity.first == after
    return dated or (at > start and parsed.tags[after] not in NOMINALS)


def _after_rate(parsed: Parsed, quantity: Quantity, tokens: range) -> int:
    after = tokens[-1] + 1
    while after < len(parsed) and parsed.starts[after] < quantity.end:
        after += 1
    if after < len(parsed) and parsed.lower[after] in ("-", "plus", "+") and parsed.starts[after] == quantity.end:
        after += 1
    while after < len(parsed) and parsed.words[after] in BEHIND:
        after += 1
    return _after_added(parsed, after)


def _after_added(parsed: Parsed, at: int) -> int:
    """Past what was added, in brackets ("1,904 (+9) tanks")."""
    if at + 3 >= len(parsed) or parsed.words[at] != "(" or not parsed.words[at + 1].startswith("+"):
        return at
    return at + 3 if parsed.words[at + 2] == ")" and parsed.tags[at + 3] in NOMINALS else at


def _is_particle(parsed: Parsed, at: int, start: int) -> bool:
    """A verb or its particle in a compound with a hyphen ("five pick-up trucks", "three drive-by shootings")."""
    first = at - 2 if at > start else at
    if first < start or first + 3 >= len(parsed) or parsed.words[first + 1] != "-":
        return False
    glued = parsed.ends[first] == parsed.starts[first + 1] and parsed.ends[first + 1] == parsed.starts[first + 2]
    particle = parsed.tags[first + 2] in ("RP", "IN", "RB") and parsed.tags[first + 3] in NOUNS
    return glued and particle and (at > start or (parsed.tags[at] == "VB" and int(parsed.heads[at]) > at))


def _grades(parsed: Parsed, at: int) -> bool:
    """An adverb before an adjective of the noun ("the 20 most expensive restaurants")."""
    grading = parsed.tags[at] in ADVERBS and at + 1 < len(parsed) and parsed.tags[at + 1] in ("JJ", "VBN", "VBG")
    return grading and int(parsed.heads[at]) == at + 1 and int(parsed.heads[at + 1]) > at + 1


def _joins(parsed: Parsed, at: int, start: int) -> bool:
    """A conjunction or comma between two modifiers of one noun ("digital and physical sales")."""
    if at == start or at + 1 >= len(parsed) or parsed.lower[at] not in ("and", ","):
        return False
    left, right = parsed.tags[at - 1], parsed.tags[at + 1]
    adjectives = left in BEFORE_NOUNS and right in BEFORE_NOUNS
    return (
        adjectives
        and int(parsed.heads[at]) == at - 1
        and parsed.deps[at + 1] == "conj"
        and int(parsed.heads[at - 1]) > at + 1
    )


def _head(parsed: Parsed, tokens: range, start: int, run: int, participles: frozenset[str]) -> int | None:
    nouns = [t for t in range(start, run) if parsed.tags[t] in NOUNS]
    if (
        nouns
        and parsed.lower[nouns[0]] in participles
        and nouns[0] == start
        and (len(nouns) == 1 or parsed.tags[nouns[-1]] not in PLURAL_NOUNS)
    ):
        return None
    if not nouns:
        return None
    nouns = nouns[: next((n for n, t in enumerate(nouns) if _begins_person(parsed, t, start)), len(nouns))]
    governor = int(parsed.heads[tokens[-1]])
    if governor in nouns and parsed.deps[tokens[-1]] in ("nummod", "compound", "quantmod"):
        while governor + 1 in nouns and int(parsed.heads[governor]) in nouns and parsed.deps[governor] == "compound":
            governor = int(parsed.heads[governor])
        return governor
    return next((t for t in nouns if parsed.tags[t] in PLURAL_NOUNS), nouns[-1])


def _begins_person(parsed: Parsed, at: int, start: int) -> bool:
    """Whether a person's name begins right behind a plural, as one of those counted: "three presidents Jim Carver"."""
    if at == start or parsed.tags[at - 1] not in PLURAL_NOUNS:
        return False
    entity = parsed.entity_at(at)
    return entity is not None and entity.label == "PERSON" and entity.first == at


def unit_of(parsed: Parsed, noun: Noun, vocabulary: frozenset[str]) -> str:
    """`person`, or the singular of the noun counted, with its modifiers unless it is of the counted vocabulary."""
    one = singular(parsed.lower[noun.head])
    if is_person(one) or _people_by_name(parsed, noun):
        return "person"
    if one in vocabulary:
        return one
    proper = parsed.tags[noun.head] in PROPER_NOUNS
    last = parsed.words[noun.head] if proper else one
    if parsed.lower[noun.first] == "times":
        return "time"
    if noun.first < noun.head and parsed.tags[noun.first] == "NN" and parsed.tags[noun.head] == "NN" and noun.direct:
        return parsed.lower[noun.first]
    start = parsed.sentences[parsed.sentence[noun.first]]
    opening = {start} if parsed.tags[start] not in PROPER_NOUNS else set()  # its capital is the sentence's
    words = [
        parsed.lower[t] if t in opening else parsed.words[t]
        for t in range(noun.first, noun.head)
        if parsed.lower[t] not in BETWEEN and parsed.tags[t] not in ADVERBS
    ]
    return " ".join([*words, last])


def _people_by_name(parsed: Parsed, noun: Noun) -> bool:
    """A plural or collective proper noun of nationality, faith or party ("Palestinians", "Kurds")."""
    if parsed.tags[noun.head] != "NNPS" and parsed.words[noun.head][:1].islower():
        return False
    entity = parsed.entity_at(noun.head)
    named = entity is not None and entity.label == "NORP"
    return named and parsed.lower[noun.head].endswith(PEOPLES)


def is_generic(parsed: Parsed, noun: Noun) -> bool:
    """Whether the noun says no more than that they are people ("people", "others", "victims")."""
    return lemma(parsed.lower[noun.head], "noun") in GENERIC
