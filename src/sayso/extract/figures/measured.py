"""Finds the thing that an amount measures: "sales rose 5 per cent", "a 6-inch blade", "2 tonnes of grain".

Stands alone because it asks how an amount hangs on its clause, while a counted noun stands right after its number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.figures.adjoining import adjoining, gapped
from sayso.extract.figures.behind import behind
from sayso.extract.figures.measures import is_unit
from sayso.extract.figures.nouns import LIGHT, UP, Noun, is_person
from sayso.extract.figures.tree import children
from sayso.lexicon import table, words
from sayso.parse import lemma
from sayso.parse.labels import (
    ADNOMINAL_CLAUSES,
    ATTRIBUTIVES,
    FINITE,
    JOINED,
    NOMINALS,
    NOUNS,
    NOUNS_ON_NOUNS,
    OBJECTS_AND_PREDICATES,
    PARTIES,
    PREPOSITIONAL_OBJECTS,
    PROPER_NOUNS,
    QUALIFIERS,
    SUBJECTS,
)

if TYPE_CHECKING:
    from sayso.stages import Parsed

PRONOUNS = words("figures", "pronouns", "subjects")
NUMERALS = frozenset(table("numbers")["fractions"]) | frozenset(table("numbers")["scales"])
BESIDE = NOUNS_ON_NOUNS | JOINED | {"npadvmod", "pobj"}
INSIDE = ATTRIBUTIVES | {"npadvmod", "nummod", "quantmod"}
OF_CLAUSE = OBJECTS_AND_PREDICATES | {"acomp", "advmod", "npadvmod", "oprd"}
CLAUSE_SUBJECTS = SUBJECTS | {"csubj"}
GOVERNED = frozenset(("pobj", "dobj", "dative", "npadvmod", "poss"))
NAMES = frozenset(("ORG", "PRODUCT", "WORK_OF_ART", "EVENT", "FAC", "PERSON", "GPE", "LOC"))
STANDING = frozenset(("JJS", "JJR", "DT", "PRP", "EX", "WDT", "WP"))
OPENING = frozenset(("HYPH", "CD", "SYM", "DT", "POS", "PRP$"))
POINTS = frozenset(table("units")["apart"]["points"])
TO_A_POINT = words("figures", "distances", "between")
POINTED = 3
MOST_WORDS = 24
"""No noun phrase is read longer than this, so that a chain of any length is read in linear time."""
BODIES = frozenset((*table("organisations")["collective"]["bodies"], *table("organisations")["owned"]["bodies"]))
SPANNING = words("figures", "prepositions", "spanning")
SHARING = frozenset(("conj", "xcomp", "advcl", "acomp", "prep", "pcomp", "dep", "acl", "advmod", "amod"))


def top(parsed: Parsed, tokens: range, last: int) -> int:
    """The token by which a quantity in `tokens`, reaching to token `last`, hangs on the rest of the sentence."""
    at = tokens[-1]
    if parsed.deps[at] == "punct":  # "5.4m." at the end of a sentence
        at = next((t for t in reversed(tokens) if parsed.tags[t] == "CD"), at)
    for _ in range(UP):
        head = int(parsed.heads[at])
        if head == at or not tokens[0] <= head < last:
            return at
        at = head
    return at


def measured(parsed: Parsed, tokens: range, last: int, *, money: bool = False) -> Noun | None:
    """The noun phrase of what an amount measures; null where syntax names none.

    `tokens` are those of its hedge, currency and number, `last` is the token after its unit. A sum of `money` may
    name it behind "in" ("$2 million in fines").
    """
    inner = behind(parsed, last, money=money)
    if inner is not None:
        return phrase(parsed, inner, after=last)
    if _apart(parsed, last):
        return None
    at = top(parsed, tokens, last)
    if parsed.deps[at] in CLAUSE_SUBJECTS:
        return None
    beside = (read(parsed, tokens[0]) for read in (_named_beside, adjoining, gapped))
    found = next((noun for noun in beside if noun is not None), None)
    found = _climb(parsed, at, last) if found is None else found
    if found is None or tokens[0] <= found < last or parsed.lower[found] in NUMERALS:
        return None
    if _is_measure(parsed, found) or (found < tokens[0] and (_only_unit(parsed, found) or _is_number(parsed, found))):
        return None
    return phrase(parsed, found, after=-1 if found < tokens[0] else last)


def lasting(parsed: Parsed, tokens: range, last: int, *, bounded: bool) -> Noun | None:
    """The noun phrase of what lasts a length of time ("the flight took 2 hours"); null for a time that only dates.

    `bounded` says that a hedge tells it from a date's distance ("in under 3 hours", not "in 3 hours").
    """
    inner = behind(parsed, last)
    if inner is not None:
        return phrase(parsed, inner, after=last)
    at = top(parsed, tokens, last)
    dep, head = parsed.deps[at], int(parsed.heads[at])
    found: int | None = None
    if dep in INSIDE and head >= last:
        found = head if parsed.tags[head] in NOUNS else None
    elif dep in OBJECTS_AND_PREDICATES and parsed.tags[head].startswith("VB"):
        found = subject(parsed, head)
    elif dep == "pobj" and (parsed.lower[head] in SPANNING or (bounded and parsed.lower[head] == "in")):
        verb = int(parsed.heads[head])
        if parsed.lower[head] == "of":
            found = _light(parsed, verb) if parsed.lower[verb] in LIGHT else None
        elif parsed.tags[verb] == "VBG" and parsed.deps[verb] in ("pcomp", "csubj"):
            return Noun(verb, verb, verb, verb + 1)
        elif parsed.tags[verb].startswith("VB"):
            found = _of_verb(parsed, verb, direct=parsed.lower[head] == "in")
    if found is None or tokens[0] <= found < last or is_unit(parsed.lower[found]) or _is_number(parsed, found):
        return None
    if _is_party(parsed, found) or (dep not in INSIDE and _is_somebody(parsed, found)):
        return None
    return phrase(parsed, found, after=-1 if found < tokens[0] else last)


def pays(parsed: Parsed, noun: Noun, first: int) -> bool:
    """Whether it names who gets, asks or spends a sum that begins at token `first`, not what the sum is of or for."""
    if noun.head >= first or parsed.deps[noun.head] not in CLAUSE_SUBJECTS:
        return False
    word = lemma(parsed.lower[noun.head], "noun")
    return _is_somebody(parsed, noun.head) or _is_party(parsed, noun.head) or word in BODIES


def _is_party(parsed: Parsed, noun: int) -> bool:
    """Whether it names somebody who takes the time, or has it, and lasts none: "the Air Force has 60 days"."""
    entity = parsed.entity_at(noun)
    return entity is not None and entity.label in PARTIES


def _apart(parsed: Parsed, last: int) -> bool:
    """Whether the amount says how far off a place lies ("4 km east of", "40 miles to the south", "a mile away")."""
    after = [word for word in parsed.lower[last : last + POINTED] if word not in TO_A_POINT]
    return bool(after) and after[0] in POINTS


def _named_beside(parsed: Parsed, first: int) -> int | None:
    """The name that an amount stands beside without a verb: "Dow +0.2%", "the Nasdaq 1.1 per cent", "Acme, up 2p"."""
    at = first - 1
    if at > 1 and parsed.lower[at] in words("hedges", "trend", "signed") and parsed.words[at - 1] == ",":
        return _apposed(parsed, at - 2)
    if at >= 0 and (parsed.words[at] == "+" or parsed.lower[at] in words("hedges", "trend", "signed")):
        at -= 1
    if at < 0 or parsed.paragraph[at] != parsed.paragraph[first] or parsed.deps[at] in GOVERNED:
        return None
    signed = parsed.words[first].startswith("+") and at > 0 and parsed.tags[at - 1] in PROPER_NOUNS
    named = parsed.tags[at] in PROPER_NOUNS or (signed and parsed.tags[at] == "CD")
    return at if named or _ends_name(parsed, at) else None


def _apposed(parsed: Parsed, name: int) -> int | None:
    """The name before ", up 2p" or what that name says more of ("shares of Acme, up 2p")."""
    if parsed.tags[name] not in NOUNS and not _ends_name(parsed, name):
        return None
    before = phrase(parsed, name).first - 1
    of = before > 0 and parsed.lower[before] == "of" and parsed.tags[before - 1] in NOUNS
    return before - 1 if of else name


def _ends_name(parsed: Parsed, at: int) -> bool:
    """Whether a number is the end of a name ("the S&P 500")."""
    before = at - 1
    named = before >= 0 and parsed.tags[before] in NOUNS and int(parsed.heads[before]) == at
    return named and parsed.tags[at] == "CD" and parsed.deps[before] in NOUNS_ON_NOUNS


def _is_measure(parsed: Parsed, token: int) -> bool:
    """Whether it is a unit with its number ("296 hp (224 kW)")."""
    return token > 0 and is_unit(parsed.lower[token]) and parsed.tags[token - 1] in ("CD", "$")


def _only_unit(parsed: Parsed, token: int) -> bool:
    """Whether it is a unit, and not what the clause is about ("horsepower rose to 300")."""
    return is_unit(parsed.lower[token]) and parsed.deps[token] not in CLAUSE_SUBJECTS


def _is_number(parsed: Parsed, noun: int) -> bool:
    """Whether it is a number that names nothing."""
    return parsed.tags[noun] == "CD" and not _ends_name(parsed, noun)


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
                return _light(parsed, _outer(parsed, head))
            at = head
        elif dep in PREPOSITIONAL_OBJECTS:
            at = _through(parsed, head)
            if at < 0:
                return _light(parsed, -at - 1)
            if parsed.tags[at].startswith("VB"):
                return _of_verb(parsed, at)
        elif tag.startswith("VB"):
            return _of_verb(parsed, head, direct=dep in OF_CLAUSE)
        elif dep in JOINED and tag in NOUNS and parsed.lower[head] not in words("units", "unsure", "shares"):
            return head
        else:
            at = head
    return None


def _outer(parsed: Parsed, noun: int) -> int:
    """The head of the phrase that a noun to the right of its amount only modifies ("a 5-ton steel beam")."""
    for _ in range(UP):
        head = int(parsed.heads[noun])
        if parsed.deps[noun] not in NOUNS_ON_NOUNS or head <= noun or parsed.tags[head] not in NOUNS:
            return noun
        noun = head
    return noun


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
    named = noun > 0 and parsed.tags[noun - 1] in NOUNS and int(parsed.heads[noun - 1]) == noun
    if lemma(parsed.lower[noun], "noun") not in LIGHT or named:
        return noun
    head = int(parsed.heads[noun])
    if head == noun:
        return noun
    governor = head if parsed.tags[head].startswith("VB") else _through(parsed, head)
    found = _of_verb(parsed, governor, direct=True) if governor >= 0 else -governor - 1
    return noun if found is None else found


def _of_verb(parsed: Parsed, verb: int, *, direct: bool = False) -> int | None:
    if not direct:
        given = next((t for t in children(parsed, verb) if parsed.deps[t] == "dobj" and _is_thing(parsed, t)), None)
        if given is not None:
            return given
    return subject(parsed, verb)


def _is_thing(parsed: Parsed, token: int) -> bool:
    return parsed.tags[token] in NOUNS and not is_unit(parsed.lower[token])


def subject(parsed: Parsed, verb: int) -> int | None:
    """The noun that is the subject of `verb`, over relative pronouns, co-ordination, infinitives."""
    at = verb
    for _ in range(UP):
        own = [t for t in children(parsed, at) if parsed.deps[t] in CLAUSE_SUBJECTS]
        if own:
            word = parsed.lower[own[0]]
            if word in words("figures", "pronouns", "relative") and parsed.deps[at] == "relcl":
                return _antecedent(parsed, own[0])
            return None if word in PRONOUNS else _partitive(parsed, _past_amount(parsed, own[0]))
        head = int(parsed.heads[at])
        if parsed.deps[at] == "conj" and head < at and (strayed := _misplaced(parsed, at, head)) is not None:
            return strayed
        if parsed.deps[at] in ADNOMINAL_CLAUSES and parsed.tags[head] in NOUNS:
            return head
        if head == at or parsed.deps[at] not in SHARING:
            return None
        at = head
    return None


def _past_amount(parsed: Parsed, subject: int) -> int:
    """The subject itself, or what the parser joined to an amount before it ("to 9 yuan and Acme fell by 2")."""
    if not is_unit(parsed.lower[subject]) or not _is_amount(parsed, subject):
        return subject
    joined = (t for t in children(parsed, subject) if parsed.deps[t] == "conj" and _is_thing(parsed, t))
    return next(joined, subject)


def _partitive(parsed: Parsed, token: int) -> int | None:
    """The noun itself, or those of whom "each", "some", "half" is said ("each of the houses cost 2 million").

    Null for a word that only stands for others ("most were worth 50").
    """
    if parsed.tags[token] in NOUNS and parsed.lower[token] not in NUMERALS:
        return token
    of = next((t for t in children(parsed, token) if parsed.lower[t] == "of"), None)
    inner = () if of is None else children(parsed, of)
    found = next((t for t in inner if parsed.deps[t] == "pobj" and parsed.tags[t] in NOUNS), None)
    return token if found is None and parsed.tags[token] not in STANDING else found


def _antecedent(parsed: Parsed, pronoun: int) -> int | None:
    """The noun nearest before a relative pronoun; for "which", one that is nobody."""
    at = pronoun - 1
    first = parsed.sentences[parsed.sentence[pronoun]]
    thing = parsed.lower[pronoun] == "which"
    while at >= first and (parsed.tags[at] not in NOUNS or (thing and _is_somebody(parsed, at))):
        at -= 1
    return at if at >= first else None


def _is_somebody(parsed: Parsed, noun: int) -> bool:
    entity = parsed.entity_at(noun)
    return (entity is not None and entity.label == "PERSON") or is_person(lemma(parsed.lower[noun], "noun"))


def _misplaced(parsed: Parsed, verb: int, before: int) -> int | None:
    """The subject that the parser joined to the end of the clause `before`: "it weighed 2 tons and its load was 5"."""
    at = verb - 1
    while at > before and int(parsed.heads[at]) == verb and parsed.tags[at] not in NOUNS:
        at -= 1
    for _ in range(UP):
        if at <= before or parsed.tags[at].startswith("VB"):
            return None
        if parsed.deps[at] == "conj":
            return at if parsed.tags[at] in NOUNS and not is_unit(parsed.lower[at]) else None
        at = int(parsed.heads[at])
    return None


def phrase(parsed: Parsed, head: int, after: int = -1) -> Noun:
    """The contiguous noun phrase that ends in `head`, without articles, possessors and numbers, not before `after`."""
    least = max(after, parsed.sentences[parsed.sentence[head]], head - MOST_WORDS)
    first, head = head, _whole_compound(parsed, head)
    last = head + 1
    entity = parsed.entity_at(head)
    if entity is not None and entity.label in NAMES and entity.first >= least:
        first, last = min(first, entity.first), max(last, entity.last)
        while last - 1 > head and parsed.tags[last - 1] == "CD":
            last -= 1
    last = max(last, _numbered(parsed, head))
    while first > least and (_modifies(parsed, first - 1, least, last) or _glued(parsed, first - 1, least) < first - 1):
        first = _glued(parsed, first - 1, least)
    while first < last - 1 and (parsed.tags[first] in OPENING or _is_measure(parsed, first)):
        first += 1
    return Noun(first, first, last - 1, last)


def _numbered(parsed: Parsed, head: int) -> int:
    """The token after the number that ends a name ("the Velar 200 fell")."""
    number = head + 1
    if number + 1 >= len(parsed) or parsed.tags[head] != "NNP" or parsed.tags[number] != "CD":
        return number
    entity = parsed.entity_at(head)
    person = entity is not None and entity.label == "PERSON"
    beside = int(parsed.heads[number]) in (head, int(parsed.heads[head])) and parsed.deps[number] in ("nummod", "nsubj")
    return number + 1 if beside and not person and parsed.tags[number + 1] in FINITE else number


def _whole_compound(parsed: Parsed, head: int) -> int:
    """The last noun of a compound with hyphens whose first noun the parser took for its head ("e-minis")."""
    noun = head + 2
    joined = noun < len(parsed) and parsed.words[head + 1] == "-" and parsed.tags[noun] in NOUNS
    glued = joined and parsed.ends[head] == parsed.starts[head + 1] and parsed.ends[head + 1] == parsed.starts[noun]
    return noun if glued and int(parsed.heads[head + 1]) == noun else head


def _glued(parsed: Parsed, at: int, least: int) -> int:
    """The first token of a compound written with hyphens that ends with token `at` ("loan-to-value")."""
    first = at
    while first - 2 >= least and parsed.words[first - 1] == "-" and parsed.ends[first - 1] == parsed.starts[first]:
        first -= 2
    return first


def _modifies(parsed: Parsed, at: int, least: int, last: int) -> bool:
    """Whether the token goes on the noun phrase to the left; a number only where it is a name's ("X 100 fund")."""
    if parsed.tags[at] == "POS":
        return at > least and parsed.deps[at - 1] == "poss" and int(parsed.heads[at - 1]) < last
    if parsed.tags[at] == "CC" or parsed.deps[at] == "conj":
        return _joined_modifier(parsed, at, least, last)
    if parsed.tags[at] == "CD" and int(parsed.heads[at]) < last:
        return at > least and parsed.tags[at - 1] in PROPER_NOUNS and at < int(parsed.heads[at - 1]) < last
    if not at <= int(parsed.heads[at]) < last:
        return False
    return parsed.tags[at] in NOMINALS or parsed.words[at] == "/"


def _joined_modifier(parsed: Parsed, at: int, least: int, last: int) -> bool:
    """Whether it joins two modifiers of the noun or is the second ("the electronics and furniture maker")."""
    left = at - 1 if parsed.tags[at] == "CC" else int(parsed.heads[at])
    modifies = least <= left < at < int(parsed.heads[left]) < last
    return modifies and parsed.deps[left] in QUALIFIERS and parsed.tags[at] in NOMINALS | {"CC"}
