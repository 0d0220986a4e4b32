"""Says what a name is of: a person, a body, a place or a people.

Stands alone because it is one question asked of each name, answered from its words, its label and what is beside it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from sayso.lexicon import table, words
from sayso.parse.labels import PLURAL_NOUNS
from sayso.resolve.terms import is_medium, noun_class

if TYPE_CHECKING:
    from sayso.stages import Entity as Label
    from sayso.stages import Parsed

INDEFINITE = words("function_words", "articles", "indefinite")
PURPOSES = words("function_words", "prepositions", "purposes")
FULL_NAME = 2
"""Words of a person's full name, most often."""
Sort = Literal["person", "organisation", "place", "people", "unknown"]
SORTS: dict[str, Sort] = {
    "PERSON": "person",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "people",
    "ORG": "organisation",
    "PRODUCT": "organisation",
    "WORK_OF_ART": "organisation",
}
"""What the entity labels of OntoNotes 5 make of a name."""


def sort_of(parsed: Parsed, labels: list[Label | None], first: int, last: int, title: tuple[int, int] | None) -> Sort:
    """What the name at tokens ``[first, last)`` is of; `title` are the tokens of the title before it."""
    if last <= first:
        return "unknown"
    if noun_class(head_key(tuple(parsed.lower[first:last]))) == "body" and PURPOSES & set(parsed.lower[first:last]):
        return "organisation"
    if parsed.tags[last - 1] == "NNPS" and title is None and _is_people(parsed, labels[last - 1], first):
        return "people"
    bodily = last - first > 1 and noun_class(parsed.lower[last - 1]) == "body"
    if title is not None or (
        not bodily and (_is_called_person(parsed, first, last) or _is_bodys(parsed, labels, first, last))
    ):
        return "person"
    label = labels[last - 1] or labels[first]
    kind = label.label if label is not None else ""
    if kind != "PERSON" and " ".join(parsed.lower[first:last]) in words("places", "names"):
        return "place"
    return "organisation" if _is_body(parsed, kind, first, last) else SORTS.get(kind, "unknown")


def _is_body(parsed: Parsed, kind: str, first: int, last: int) -> bool:
    """Whether the words of a name, or else its label, make it a body's."""
    final, initial = parsed.lower[last - 1], parsed.lower[first]
    if last - first > 1:
        ends = {noun_class(final)} if kind == "PERSON" else {noun_class(final), noun_class(initial)}
        if "body" in ends or is_medium(" ".join(parsed.words[first:last])):
            return True
    adjective = parsed.tags[last - 1] not in PLURAL_NOUNS and not parsed.words[last - 1].endswith("s")
    return final in words("media", "platforms") or (kind == "NORP" and adjective)


def _is_bodys(parsed: Parsed, labels: list[Label | None], first: int, last: int) -> bool:
    """Whether it is two words that are no words of the language, behind a body's possessive: "the UN's Ada Rell"."""
    if last - first != FULL_NAME or first < FULL_NAME or parsed.tags[first - 1] != "POS":
        return False
    owner = labels[first - 2]
    called = parsed.words[first:last]
    plain = all(word[:1].isupper() and not word.isupper() and word.isalpha() for word in called)
    foreign = not any(word.lower() in _common() or noun_class(word.lower()) != "other" for word in called)
    return plain and foreign and owner is not None and owner.label == "ORG"


@cache
def _common() -> frozenset[str]:
    """The words that texts of any kind hold, a name's seldom among them."""
    return frozenset(word for some in table("rarity")["levels"].values() for word in some.split())


def _is_people(parsed: Parsed, label: Label | None, first: int) -> bool:
    """Whether a plural name is that of a people or a party's members: by its label or the word before ("most")."""
    if label is None or label.label == "NORP":
        return True
    return (
        first > 0
        and label.last - label.first == 1
        and parsed.lower[first - 1] in words("pronouns", "determiners") - INDEFINITE
    )


def _is_called_person(parsed: Parsed, first: int, last: int) -> bool:
    """Whether an apposition or a clause says that it is a person: "Rell, a senator from the north," or "Rell, who"."""
    for token in range(first, last):
        for child in parsed.children[token]:
            if child < last:
                continue
            if parsed.deps[child] == "appos" and noun_class(parsed.lower[child]) == "person":
                return True
            if parsed.deps[child] == "relcl" and any(parsed.lower[c] == "who" for c in parsed.children[child]):
                return True
    governor = int(parsed.heads[last - 1])
    own = parsed.deps[last - 1] == "appos" and governor < first and parsed.words[first - 1] == ","
    return own and parsed.tags[governor] == "NN" and noun_class(parsed.lower[governor]) == "person"


def head_key(keys: tuple[str, ...]) -> str:
    """The word that says what bears the name: the last before what a body is for ("Observatory" for Human Rights)."""
    purpose = next((at for at, key in enumerate(keys) if at and key in PURPOSES), len(keys))
    return keys[purpose - 1]
