"""Finds the noun that a number counts ("12 shells") and the thing that an amount measures ("sales rose 5 per cent").

Stands alone because both are questions of syntax about one quantity, answered before what is counted is named.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sayso.extract.figures.entities import entity_at
from sayso.extract.figures.measures import is_unit
from sayso.extract.figures.tree import children
from sayso.lexicon import table
from sayso.parse import lemma

if TYPE_CHECKING:
    from sayso.extract.figures.quantities import Quantity
    from sayso.stages import Parsed

PEOPLE = table("people")
PERSONS = frozenset(PEOPLE["people"]["nouns"])
GENERIC = frozenset(PEOPLE["generic"]["nouns"])
NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
PLURAL = frozenset(("NNS", "NNPS"))
RUN = frozenset(("JJ", "JJR", "JJS", "VBN", "VBG", "NN", "NNS", "NNP", "NNPS", "HYPH"))
SKIPPED = frozenset(("DT", "PRP$", "PDT"))
LIGHT = frozenset(
    ("total", "average", "minimum", "maximum", "estimate", "record", "mean", "median", "majority", "combined")
)
PRONOUNS = frozenset(
    ("it", "they", "he", "she", "we", "i", "you", "this", "that", "which", "who", "these", "those", "there", "them")
)
KEPT = frozenset(PEOPLE["generic"]["unchanged"])
FRACTIONS = frozenset(table("numbers")["fractions"])
BESIDE = frozenset(("appos", "conj", "compound", "nmod", "npadvmod", "pobj"))
INSIDE = frozenset(("nummod", "compound", "amod", "quantmod", "nmod", "npadvmod", "poss"))
OF_CLAUSE = frozenset(("dobj", "attr", "npadvmod", "acomp", "oprd", "advmod"))
SHARING = frozenset(
    ("conj", "xcomp", "advcl", "ccomp", "acomp", "prep", "pcomp", "dep", "acl", "advmod", "amod"),
)
UP = 7
LONG_RUN = 8


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


@cache
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


@cache
def is_person(noun: str) -> bool:
    """Whether a noun in its dictionary form names people."""
    return noun in PERSONS or noun.endswith(("-year-old", "woman", "women"))


def counted_noun(parsed: Parsed, quantity: Quantity, tokens: range, participles: frozenset[str]) -> Noun | None:
    """The noun phrase that the number in `tokens` counts, to its right; null where it stands alone.

    `participles` are words that after a number say what befell the ones counted ("two shot dead"), not nouns.
    """
    start = _after_rate(parsed, quantity, tokens)
    size = len(parsed)
    direct = True
    if start < size and parsed.lower[start] == "of":
        start, direct = start + 1, False
        while start < size and (parsed.tags[start] in SKIPPED or parsed.lower[start] == "all"):
            start += 1
    if start >= size or parsed.paragraph[start] != parsed.paragraph[tokens[-1]]:
        return None
    if quantity.numeral.form == "multiple" or (parsed.tags[start] == "VBG" and parsed.deps[start] == "acl"):
        return None
    start = _after_owner(parsed, start)
    run = start
    while run < size and run - start < LONG_RUN and (parsed.tags[run] in RUN or _joins(parsed, run, start)):
        run += 1
    head = _head(parsed, tokens, start, run, participles)
    if head is None or parsed.sentence[head] != parsed.sentence[tokens[-1]]:
        return None
    core = head
    while core - 1 >= start and parsed.tags[core - 1] in NOUNS:
        core -= 1
    entity = entity_at(parsed, core)
    core = max(start, min(core, entity.first)) if entity is not None else core
    return Noun(start, core, head, head + 1, direct)


def _after_owner(parsed: Parsed, start: int) -> int:
    """Past a possessor ("two of the mayor's deputies")."""
    at = start
    while at < min(start + LONG_RUN, len(parsed)) and parsed.tags[at] in NOUNS | {"JJ"}:
        at += 1
    return at + 1 if at > start and at < len(parsed) and parsed.tags[at] == "POS" else start


def _after_rate(parsed: Parsed, quantity: Quantity, tokens: range) -> int:
    after = tokens[-1] + 1
    while after < len(parsed) and parsed.starts[after] < quantity.end:
        after += 1
    if after < len(parsed) and parsed.lower[after] in ("-", "plus", "+") and parsed.starts[after] == quantity.end:
        after += 1
    while after < len(parsed) and parsed.words[after] in ("plus", "odd", "-"):
        after += 1
    return after


def _joins(parsed: Parsed, at: int, start: int) -> bool:
    """A conjunction or comma between two modifiers of one noun ("digital and physical sales")."""
    if at == start or at + 1 >= len(parsed) or parsed.lower[at] not in ("and", ","):
        return False
    left, right = parsed.tags[at - 1], parsed.tags[at + 1]
    adjectives = left in ("JJ", "NN", "NNP") and right in ("JJ", "NN", "NNP")
    return (
        adjectives
        and int(parsed.heads[at]) == at - 1
        and parsed.deps[at + 1] == "conj"
        and int(parsed.heads[at - 1]) > at + 1
    )


def _head(parsed: Parsed, tokens: range, start: int, run: int, participles: frozenset[str]) -> int | None:
    nouns = [t for t in range(start, run) if parsed.tags[t] in NOUNS]
    while (
        nouns
        and parsed.lower[nouns[0]] in participles
        and nouns[0] == start
        and (len(nouns) == 1 or parsed.tags[nouns[-1]] not in PLURAL)
    ):
        return None
    if not nouns:
        return None
    governor = int(parsed.heads[tokens[-1]])
    if governor in nouns and parsed.deps[tokens[-1]] in ("nummod", "compound", "quantmod"):
        while governor + 1 in nouns and int(parsed.heads[governor]) in nouns and parsed.deps[governor] == "compound":
            governor = int(parsed.heads[governor])
        return governor
    return next((t for t in nouns if parsed.tags[t] in PLURAL), nouns[-1])


def unit_of(parsed: Parsed, noun: Noun, vocabulary: frozenset[str]) -> str:
    """`person`, or the singular of the noun counted, with its modifiers unless it is of the counted vocabulary."""
    one = singular(parsed.lower[noun.head])
    if is_person(one) or _people_by_name(parsed, noun):
        return "person"
    if one in vocabulary:
        return one
    proper = parsed.tags[noun.head] in ("NNP", "NNPS")
    last = parsed.words[noun.head] if proper else one
    if parsed.lower[noun.first] == "times":
        return "time"
    if noun.first < noun.head and parsed.tags[noun.first] == "NN" and parsed.tags[noun.head] == "NN" and noun.direct:
        return parsed.lower[noun.first]
    words = [parsed.words[t] for t in range(noun.first, noun.head) if parsed.lower[t] not in ("more", "and", ",", "-")]
    return " ".join([*words, last])


def _people_by_name(parsed: Parsed, noun: Noun) -> bool:
    """A plural or collective proper noun of nationality, faith or party ("Palestinians", "Kurds")."""
    if parsed.tags[noun.head] != "NNPS" and parsed.words[noun.head][:1].islower():
        return False
    entity = entity_at(parsed, noun.head)
    named = entity is not None and entity.label == "NORP"
    return named and parsed.lower[noun.head].endswith(("s", "ese", "ish", "ch"))


def is_generic(parsed: Parsed, noun: Noun) -> bool:
    """Whether the noun says no more than that they are people ("people", "others", "victims")."""
    return lemma(parsed.lower[noun.head], "noun") in GENERIC


def top(parsed: Parsed, tokens: range, last: int) -> int:
    """The token by which a quantity in `tokens`, reaching to token `last`, hangs on the rest of the sentence."""
    at = tokens[-1]
    for _ in range(UP):
        head = int(parsed.heads[at])
        if head == at or not tokens[0] <= head < last:
            return at
        at = head
    return at


def measured(parsed: Parsed, tokens: range, last: int) -> Noun | None:
    """The noun phrase of what an amount measures; null where syntax names none."""
    following = last if last < len(parsed) else None
    if following is not None and parsed.lower[following] == "of" and parsed.deps[following] == "prep":
        inner = next((t for t in children(parsed, following) if parsed.deps[t] == "pobj"), None)
        if inner is not None and parsed.tags[inner] in NOUNS:
            return phrase(parsed, inner, after=last)
    at = top(parsed, tokens, last)
    found = _climb(parsed, at, last)
    if found is None or tokens[0] <= found < last or parsed.lower[found] in FRACTIONS:
        return None
    if found < tokens[0] and (
        is_unit(parsed.lower[found]) or parsed.tags[found] == "CD" or parsed.tags[found - 1] == "CD"
    ):
        return None
    return phrase(parsed, found, after=-1 if found < tokens[0] else last)


def _climb(parsed: Parsed, at: int, last: int) -> int | None:  # noqa: PLR0911 one answer for each way of hanging
    for _ in range(UP):
        dep, head = parsed.deps[at], int(parsed.heads[at])
        tag = parsed.tags[head]
        if head == at:
            return subject(parsed, at) if tag.startswith("VB") else None
        if dep in BESIDE and head < last and tag in NOUNS and _is_amount(parsed, head):
            at = head
        elif dep in INSIDE and tag in NOUNS:
            if head >= last or dep in ("nummod", "nmod"):
                return _light(parsed, head)
            at = head
        elif dep in ("pobj", "pcomp"):
            at = _through(parsed, head)
            if at < 0:
                return _light(parsed, -at - 1)
            if parsed.tags[at].startswith("VB"):
                return _of_verb(parsed, at)
        elif tag.startswith("VB"):
            return _of_verb(parsed, head, direct=dep in OF_CLAUSE)
        elif dep in ("appos", "conj") and tag in NOUNS and parsed.lower[head] not in ("percent", "cent", "%"):
            return head
        else:
            at = head
    return None


def _is_amount(parsed: Parsed, token: int) -> bool:
    """Whether a noun is itself the unit of another amount ("0.6 per cent", "190 points")."""
    return parsed.tags[token] == "CD" or any(parsed.tags[c] == "CD" for c in children(parsed, token) if c < token)


def _through(parsed: Parsed, preposition: int) -> int:
    """From a preposition to what it hangs on: a verb's token, or a noun's as ``-token - 1``."""
    governor = int(parsed.heads[preposition])
    for _ in range(UP):
        if parsed.tags[governor] in NOUNS:
            return -governor - 1
        if parsed.tags[governor].startswith("VB") or int(parsed.heads[governor]) == governor:
            return governor
        governor = int(parsed.heads[governor])
    return governor


def _light(parsed: Parsed, noun: int) -> int | None:
    """The noun itself, or where it is only a frame ("a total of", "an average of") what its clause is about."""
    if lemma(parsed.lower[noun], "noun") not in LIGHT:
        return noun
    head = int(parsed.heads[noun])
    if head == noun:
        return noun
    governor = head if parsed.tags[head].startswith("VB") else _through(parsed, head)
    return (_of_verb(parsed, governor, direct=True) if governor >= 0 else -governor - 1) or noun


def _of_verb(parsed: Parsed, verb: int, *, direct: bool = False) -> int | None:
    if not direct:
        given = next((t for t in children(parsed, verb) if parsed.deps[t] == "dobj" and parsed.tags[t] in NOUNS), None)
        if given is not None:
            return given
    return subject(parsed, verb)


def subject(parsed: Parsed, verb: int) -> int | None:
    """The noun that is the subject of `verb`, over relative pronouns, co-ordination, infinitives."""
    at = verb
    for _ in range(UP):
        own = [t for t in children(parsed, at) if parsed.deps[t] in ("nsubj", "nsubjpass")]
        if own:
            word = parsed.lower[own[0]]
            if word in ("which", "that", "who") and parsed.deps[at] == "relcl":
                return _antecedent(parsed, own[0])
            return None if word in PRONOUNS else own[0]
        head = int(parsed.heads[at])
        if parsed.deps[at] in ("acl", "relcl") and parsed.tags[head] in NOUNS:
            return head
        if head == at or parsed.deps[at] not in SHARING:
            return None
        at = head
    return None


def _antecedent(parsed: Parsed, pronoun: int) -> int | None:
    """The noun nearest before a relative pronoun."""
    at = pronoun - 1
    first = parsed.sentences[parsed.sentence[pronoun]]
    while at >= first and parsed.tags[at] not in NOUNS:
        at -= 1
    return at if at >= first else None


def phrase(parsed: Parsed, head: int, after: int = -1) -> Noun:
    """The contiguous noun phrase that ends in `head`, without articles, possessors and numbers, not before `after`."""
    first = head
    least = max(after, parsed.sentences[parsed.sentence[head]])
    while first > least and parsed.tags[first - 1] in RUN:
        if int(parsed.heads[first - 1]) > head or int(parsed.heads[first - 1]) < first - 1:
            break
        first -= 1
    while first < head and parsed.tags[first] == "HYPH":
        first += 1
    return Noun(first, first, head, head + 1)
