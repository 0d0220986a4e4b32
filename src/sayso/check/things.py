"""Whether two nouns of a report speak of one thing or person, and whether one brings in what was not told of before.

Stands alone because rules on events and on acts of one course both ask it of what an act befell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.lexicon import table, words
from sayso.parse import lemma
from sayso.parse.labels import NOMINAL_AND_NUMERAL_CLASSES, NOUNS_AND_OWNERS, SPECIFIERS
from sayso.parse.meaning import alike, word
from sayso.resolve.terms import noun_class

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from sayso.stages import Parsed

SYNONYMS = 0.45  # cosine from which two nouns name one thing
ONE_THING = 0.3  # cosine below which two nouns hardly name one thing
_NEW, _KNOWN = words("clauses", "determiners", "any_new"), words("clauses", "determiners", "known")


def one_thing(parsed: Parsed, one: int, two: int, *, doer: bool = False) -> bool | None:  # noqa: PLR0911 (one answer each)
    """Whether two nouns speak of one thing or person; null where that can't be told.

    What is new where it is told a second time is another one, but for a `doer`: each voice may bring in its own words.
    """
    if min(one, two) < 0 or not all(parsed.tags[token][:2] in NOMINAL_AND_NUMERAL_CLASSES for token in (one, two)):
        return None
    if "CD" in (parsed.tags[one], parsed.tags[two]):
        return None
    if _ordinals(parsed, one) != _ordinals(parsed, two):
        return False
    one, two = _bearer(parsed, one), _bearer(parsed, two)
    names = [_names(parsed, token) for token in (one, two)]
    proper = [parsed.tags[token].startswith("NNP") for token in (one, two)]
    if all(proper):
        return names[0] <= names[1] or names[1] <= names[0]
    of = [
        _names_of(parsed, token) if not own else names[at]
        for at, (token, own) in enumerate(zip((one, two), proper, strict=True))
    ]
    if apart(*of):
        return False
    if any(proper):
        other = lemma(parsed.words[two if proper[0] else one], "noun")
        return (
            False
            if other in {*table("checks")["event_words"]["beside_one"], *table("checks")["kin"]["words"]}
            else None
        )
    heads = [lemma(parsed.words[token], "noun") for token in (one, two)]
    beside = [_beside(parsed, token) for token in (one, two)]
    if (
        (heads[0] != heads[1] and not doer and fresh(parsed, two))
        or apart(*names)
        or apart(*(b & _numbers(parsed, t) for b, t in zip(beside, (one, two), strict=True)))
    ):
        return False
    if heads[0] == heads[1] in table("checks")["event_words"]["anybody"] and not doer:
        return None
    if heads[0] == heads[1]:
        return doer or not fresh(parsed, two) or beside[0] == beside[1] != set()
    likeness = alike(word(heads[0]), word(heads[1]))
    within = {parsed.lower[c] for t in (one, two) for c in parsed.children[t] if parsed.deps[c] == "compound"}
    vague = set(table("checks")["event_words"]["vague"]) | within
    return (likeness >= SYNONYMS or None) if likeness >= ONE_THING or vague & set(heads) else False


def fresh(parsed: Parsed, noun: int) -> bool:
    """Whether a noun brings in something new: "a drone", "four men", "clashes", "shelling", "boy shot"."""
    if parsed.tags[noun] == "VBG":
        return True
    beside = parsed.children[noun]
    if any(parsed.lower[c] in _NEW or parsed.tags[c] == "CD" for c in beside):
        return not any(parsed.lower[c] in _KNOWN for c in beside)
    bare = not any(parsed.tags[c] in SPECIFIERS or parsed.deps[c] == "poss" for c in beside)
    person = parsed.tags[noun] == "NN" and noun_class(parsed.lower[noun]) == "person"
    return bare and (parsed.tags[noun] == "NNS" or person)


def unheard(parsed: Parsed, noun: int) -> bool:
    """Whether it is a name that no sentence before this one has."""
    bearer = _bearer(parsed, noun)
    if not parsed.tags[bearer].startswith("NNP"):
        return False
    names = _names(parsed, bearer)
    return not any(word in names for word in parsed.lower[: parsed.sentence_tokens(parsed.sentence[noun]).start])


def apart(one: AbstractSet[str], two: AbstractSet[str]) -> bool:
    """Whether both have words, and none in common."""
    return bool(one and two) and one.isdisjoint(two)


def _beside(parsed: Parsed, noun: int) -> set[str]:
    """The adjectives, nouns and numerals before a noun."""
    before = (c for c in parsed.children[noun] if c < noun)
    return {parsed.lower[c] for c in before if parsed.tags[c][:2] in NOMINAL_AND_NUMERAL_CLASSES}


def _numbers(parsed: Parsed, noun: int) -> set[str]:
    return {parsed.lower[c] for c in parsed.children[noun] if parsed.tags[c] == "CD"}


def _ordinals(parsed: Parsed, noun: int) -> set[str]:
    """By which word a noun is told from others of its kind ("the second suspect", "the second")."""
    words = {parsed.lower[token] for token in (noun, *parsed.children[noun])}
    return words & set(table("checks")["event_words"]["ordinals"])


def _bearer(parsed: Parsed, noun: int) -> int:
    """The name of what a noun calls by its kind: "the pianist Klara Reyt", "his sister, Klara Reyt"."""
    if parsed.tags[noun].startswith("NNP"):
        return noun
    named = (c for c in parsed.children[noun] if parsed.deps[c] == "appos" and parsed.tags[c].startswith("NNP"))
    return next(named, noun)


def _names(parsed: Parsed, noun: int) -> frozenset[str]:
    """The words of names in what a noun is called: "Judge Murad Sel", "the mill of Tuli"."""
    near = {noun, *(c for c in parsed.children[noun] if parsed.deps[c] in NOUNS_AND_OWNERS)}
    named = frozenset(parsed.lower[t].rstrip(".") for t in near if parsed.tags[t].startswith("NNP"))
    titles = {word for words in table("titles")["honorifics"].values() for word in words}
    return (named if parsed.tags[noun].startswith("NNP") else named | _names_of(parsed, noun)) - titles


def _names_of(parsed: Parsed, noun: int) -> frozenset[str]:
    """The words of names that a noun is "of": "the town of Sarif"."""
    links = [c for c in parsed.children[noun] if parsed.lower[c] == "of"]
    inner = [deep for link in links for deep in parsed.children[link] if parsed.tags[deep].startswith("NNP")]
    return frozenset(
        parsed.lower[t] for deep in inner for t in (deep, *parsed.children[deep]) if parsed.tags[t] == "NNP"
    )
