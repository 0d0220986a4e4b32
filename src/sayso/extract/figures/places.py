"""Finds the place that a figure is told of: the nearest named place in its clause ("in Gaza"), and who is counted.

Stands alone because both name the scope of a count, which makes two figures comparable or not.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sayso.extract.figures.entities import entity_at
from sayso.extract.figures.nouns import NOUNS, is_generic, is_person
from sayso.extract.figures.tree import children
from sayso.lexicon import table
from sayso.parse import lemma

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.extract.figures.draft import Draft
    from sayso.stages import Parsed

PLACE_LABELS = frozenset(("GPE", "LOC", "FAC"))
PREPOSITIONS = frozenset(table("designations")["places"]["prepositions"])
PLAIN = frozenset(table("designations")["places"]["plain"])
NO_PLACE = frozenset(table("designations")["months"]["words"]) | frozenset(table("designations")["places"]["no_place"])
OBJECTS = frozenset(("dobj", "ccomp"))
UP = 4
AHEAD = 4


def place_of(parsed: Parsed, draft: Draft) -> str | None:
    """The nearest place, as printed without its article, in a prepositional phrase of the figure's own clause."""
    outside = {at for at in _places(parsed, draft) if not draft.tokens[0] <= at < draft.last}
    found = sorted(outside, key=lambda p: abs(p - draft.last))
    for token in found:
        entity = entity_at(parsed, token)
        if entity is None:
            return parsed.words[token]
        if entity.label in PLACE_LABELS and any(c.isupper() for c in entity.span.of(parsed.text)):
            words = entity.span.of(parsed.text)
            return words[4:] if words.lower().startswith("the ") else " ".join(words.split())
    return None


def _places(parsed: Parsed, draft: Draft) -> Iterator[int]:
    at = draft.noun.head if draft.noun is not None else draft.tokens[-1]
    yield from _below(parsed, at)
    for child in children(parsed, at):
        if parsed.deps[child] in ("acl", "relcl") and child > at:
            yield from _below(parsed, child)
    for _ in range(UP):
        head = int(parsed.heads[at])
        if head == at:
            return
        yield from _below(parsed, head)
        if parsed.deps[at] in OBJECTS:
            yield from _of_event(parsed, head)
        for other in children(parsed, head):
            if parsed.deps[other] == "conj" and parsed.tags[head].startswith("VB"):
                yield from _below(parsed, other)
        if parsed.tags[head].startswith("VB") and parsed.deps[head] not in ("conj", "xcomp", "acl", "advcl"):
            return
        at = head


def _of_event(parsed: Parsed, verb: int) -> Iterator[int]:
    """The places of the event that does it to the ones counted ("raids on an area near Miren killed 42 people")."""
    for child in children(parsed, verb):
        common = parsed.deps[child] == "nsubj" and parsed.tags[child] in ("NN", "NNS")
        if common and not is_person(lemma(parsed.lower[child], "noun")):
            yield from _below(parsed, child)


def _below(parsed: Parsed, token: int, depth: int = 0) -> Iterator[int]:
    for child in children(parsed, token):
        if parsed.deps[child] == "prep" and parsed.lower[child] in PREPOSITIONS:
            for inner in _joined(parsed, child):
                entity = entity_at(parsed, inner)
                if (entity is not None and entity.label in PLACE_LABELS) or (
                    entity is None and _named_place(parsed, child, inner)
                ):
                    yield inner
                else:
                    yield from (t for t in children(parsed, inner) if _of_a_place(parsed, t))
                    if depth < UP:
                        yield from _below(parsed, inner, depth + 1)


def _joined(parsed: Parsed, preposition: int) -> Iterator[int]:
    """What stands after a preposition, and what is joined to it ("in raids and attacks on Miren")."""
    for inner in children(parsed, preposition):
        yield inner
        yield from (t for t in children(parsed, inner) if parsed.deps[t] == "conj")


def _of_a_place(parsed: Parsed, token: int) -> bool:
    """Whether it is the place's name in "the Fardous neighbourhood"."""
    entity = entity_at(parsed, token)
    named = entity is not None and entity.label in PLACE_LABELS
    return named and parsed.deps[token] in ("compound", "nmod", "amod", "appos")


def _named_place(parsed: Parsed, preposition: int, noun: int) -> bool:
    """A proper noun that the recogniser missed, after a preposition that only places follow ("in Miren")."""
    proper = parsed.tags[noun] == "NNP" and parsed.words[noun][:1].isupper() and not parsed.words[noun].isupper()
    return proper and parsed.lower[preposition] in PLAIN and parsed.lower[noun] not in NO_PLACE


def population_of(parsed: Parsed, draft: Draft) -> str | None:
    """Who is counted, as printed ("Palestinian children", "nurses"), where it says more than that they are people."""
    if draft.unit != "person":
        return None
    if draft.noun is None:
        return _apposed(parsed, draft)
    noun = draft.noun
    first = noun.first
    while first < noun.head and parsed.lower[first] in DROPPED:
        first += 1
    while first < noun.head and parsed.tags[first] in ("VBN", "VBG", "JJR"):
        first += 1
    if first == noun.head and (is_generic(parsed, noun) or parsed.lower[first] == "olds"):
        return None
    return " ".join(parsed.span(first, noun.last).of(parsed.text).split())


@cache
def _dropped() -> frozenset[str]:
    return frozenset(table("hedges")["more"]["words"]) | frozenset(table("designations")["places"]["not_population"])


DROPPED = _dropped()


def _apposed(parsed: Parsed, draft: Draft) -> str | None:
    """The noun that follows a part: "three of them children", "two of them (were) women"."""
    at = draft.last
    for _ in range(AHEAD):
        if at >= len(parsed) or parsed.sentence[at] != draft.sentence:
            return None
        if parsed.tags[at] in NOUNS:
            while at + 1 < len(parsed) and parsed.tags[at + 1] in NOUNS:
                at += 1
            person = is_person(lemma(parsed.lower[at], "noun"))
            return parsed.words[at] if person else None
        if parsed.lower[at] not in ("of", "them", "whom", "were", "are", "was", "being") and parsed.tags[at] != "RB":
            return None
        at += 1
    return None
