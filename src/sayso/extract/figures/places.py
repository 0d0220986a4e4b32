"""Finds the place that a figure is told of: the nearest named place in its clause ("in Gaza") or that of its event.

Stands alone because the place is what makes two counts comparable or not, and is found by paths of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extract.figures.entities import entity_at
from sayso.extract.figures.nouns import is_person
from sayso.extract.figures.tree import children
from sayso.lexicon import table
from sayso.parse import lemma

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.extract.figures.draft import Draft
    from sayso.stages import Entity, Parsed

PLACE_LABELS = frozenset(("GPE", "LOC", "FAC"))
PREPOSITIONS = frozenset(table("designations")["places"]["prepositions"])
PLAIN = frozenset(table("designations")["places"]["plain"])
NO_PLACE = frozenset(table("designations")["months"]["words"]) | frozenset(table("designations")["places"]["no_place"])
KINDS = frozenset(table("counted")["words"]["place_kinds"])
OPENERS = frozenset(table("counted")["words"]["event_openers"])
OBJECTS = frozenset(("dobj", "ccomp"))
UP = 4
AHEAD = 4
PARTICLE = re.compile(r"\b[^\W\d_]{2,3}-$")
TITLE = 6
SHORT = 3


def place_of(parsed: Parsed, draft: Draft) -> str | None:
    """The nearest place, as printed without its article, in a prepositional phrase of the figure's own clause."""
    outside = {at for at in _places(parsed, draft) if not draft.tokens[0] <= at < draft.last}
    found = sorted(outside, key=lambda p: abs(p - draft.last))
    for token in found:
        entity = entity_at(parsed, token)
        if entity is None or entity.label not in PLACE_LABELS:
            if entity is None or _of_kind(parsed, token):
                return _unrecognised(parsed, token)
            continue
        start = _with_particle(parsed.text, entity.span.start)
        if not _halved(parsed.text, start, entity.span.end) and any(c.isupper() for c in entity.span.of(parsed.text)):
            words = parsed.text[start : entity.span.end]
            return words[4:] if words.lower().startswith("the ") else " ".join(words.split())
    return None


def _unrecognised(parsed: Parsed, last: int) -> str:
    """The name that ends with token `last` and that no recogniser marked: "Khan Sahun", "Jeb al-Jar"."""
    first = last
    for _ in range(AHEAD):
        before = first - 1
        glued = before > 0 and parsed.words[before] == "-" and parsed.ends[before] == parsed.starts[first]
        if glued:
            first -= 2
        elif before >= 0 and parsed.tags[before] == "NNP" and first <= int(parsed.heads[before]) <= last:
            first -= 1
        else:
            break
    return " ".join(parsed.span(first, last + 1).of(parsed.text).split())


def _with_particle(text: str, start: int) -> int:
    """Where the name begins with the particle before its hyphen ("al-Qesra")."""
    particle = PARTICLE.search(text, max(0, start - AHEAD), start)
    return particle.start() if particle else start


def _halved(text: str, start: int, end: int) -> bool:
    """Whether the name is half of a compound ("the Orland-Tarn border")."""
    return text[start - 1 : start] == "-" or (text[end : end + 1] == "-" and text[end + 1 : end + 2].isupper())


def _places(parsed: Parsed, draft: Draft) -> Iterator[int]:
    at = draft.noun.head if draft.noun is not None else draft.tokens[-1]
    yield from _below(parsed, at)
    for child in children(parsed, at):
        if parsed.deps[child] in ("acl", "relcl") and child > at:
            yield from _below(parsed, child)
        elif parsed.deps[child] == "conj" and child > at:  # "12 people were killed and 9 hurt in Tarn"
            yield from _in_participles(parsed, child)
    for _ in range(UP):
        head = int(parsed.heads[at])
        if head == at:
            return
        yield from _below(parsed, head)
        if parsed.deps[at] in OBJECTS:
            yield from _of_event(parsed, head)
        if draft.counted is not None:
            yield from _in_event_clause(parsed, head)
            yield from _of_antecedent(parsed, head)
            yield from _of_doing(parsed, at, head)
        for other in children(parsed, head):
            if parsed.deps[other] == "conj" and parsed.tags[head].startswith("VB"):
                yield from _below(parsed, other)
                yield from _in_participles(parsed, other)
        if parsed.tags[head].startswith("VB") and parsed.deps[head] not in ("conj", "xcomp", "acl", "advcl"):
            return
        at = head


def _in_participles(parsed: Parsed, noun: int) -> Iterator[int]:
    """The places where it befell those joined to the ones counted ("dozens hurt in Tarn")."""
    for child in children(parsed, noun):
        if parsed.deps[child] == "acl":
            yield from _below(parsed, child)


def _of_event(parsed: Parsed, verb: int) -> Iterator[int]:
    """The places of the event that does it to the ones counted ("raids on an area near Miren killed 42 people")."""
    for child in children(parsed, verb):
        common = parsed.deps[child] == "nsubj" and parsed.tags[child] in ("NN", "NNS")
        if common and not is_person(lemma(parsed.lower[child], "noun")):
            yield from _below(parsed, child)


def _in_event_clause(parsed: Parsed, verb: int) -> Iterator[int]:
    """The places of what brought it about, told in a clause: "were killed when a shell hit a market in Miren"."""
    for clause in children(parsed, verb):
        below = children(parsed, clause) if parsed.deps[clause] == "advcl" else ()
        if not any(parsed.lower[c] in OPENERS for c in below):
            continue
        things = [c for c in below if parsed.tags[c] in ("NN", "NNS") and not is_person(lemma(parsed.lower[c], "noun"))]
        if any(parsed.deps[c] in ("nsubj", "nsubjpass") for c in things):
            yield from _below(parsed, clause)
            yield from (place for c in things if parsed.deps[c] == "dobj" for place in _below(parsed, c))


def _of_antecedent(parsed: Parsed, verb: int) -> Iterator[int]:
    """The places of what a relative clause goes on about: "in Tarn, where 9 died", "a raid on Tarn that killed 9"."""
    if parsed.deps[verb] != "relcl":
        return
    noun = int(parsed.heads[verb])
    for child in children(parsed, verb):
        if parsed.lower[child] == "where":
            named = _place_before(parsed, child)
            outer = _place_before(parsed, named.first) if named is not None else None
            yield from (found.first for found in (outer or named,) if found is not None)  # "in Tarn, Orland where"
        elif parsed.lower[child] in ("which", "that") and parsed.deps[child] in ("nsubj", "nsubjpass"):
            thing = parsed.tags[noun] in ("NN", "NNS") and not is_person(lemma(parsed.lower[noun], "noun"))
            yield from (_below(parsed, noun) if thing else ())


def _place_before(parsed: Parsed, token: int) -> Entity | None:
    """The place named right before `token`, over a comma."""
    before = token - 2 if parsed.words[token - 1] == "," else token - 1
    entity = entity_at(parsed, before) if before > 0 else None
    return entity if entity is not None and entity.label in PLACE_LABELS else None


def _of_doing(parsed: Parsed, participle: int, verb: int) -> Iterator[int]:
    """The places of what was hit, where a participle tells the outcome: "jets bombed a school in Miren, killing 9"."""
    if parsed.deps[participle] == "advcl" and parsed.tags[participle] == "VBG" and participle > verb:
        for child in children(parsed, verb):
            if parsed.deps[child] in ("dobj", "nsubjpass") and not is_person(lemma(parsed.lower[child], "noun")):
                yield from _below(parsed, child)


def _below(parsed: Parsed, token: int, depth: int = 0) -> Iterator[int]:
    for child in children(parsed, token):
        if parsed.deps[child] == "prep" and parsed.lower[child] in PREPOSITIONS:
            for inner in _joined(parsed, child):
                if _is_place(parsed, child, inner):
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
    kind = parsed.tags[token] == "NNP" and parsed.lower[int(parsed.heads[token])] in KINDS
    named = kind if entity is None else entity.label in PLACE_LABELS
    return named and parsed.deps[token] in ("compound", "nmod", "amod", "appos")


def _is_place(parsed: Parsed, preposition: int, noun: int) -> bool:
    entity = entity_at(parsed, noun)
    if entity is None:
        return _named_place(parsed, preposition, noun)
    return entity.label in PLACE_LABELS or _of_kind(parsed, noun)


def _named_place(parsed: Parsed, preposition: int, noun: int) -> bool:
    """A proper noun that the recogniser missed, after a preposition that only places follow ("in Miren")."""
    proper = parsed.tags[noun] == "NNP" and parsed.words[noun][:1].isupper() and not parsed.words[noun].isupper()
    plain = parsed.lower[preposition] in PLAIN and parsed.lower[noun] not in NO_PLACE
    return proper and (_of_kind(parsed, noun) or (plain and not _in_capitals(parsed, noun)))


def _of_kind(parsed: Parsed, noun: int) -> bool:
    """Whether it names the town, camp or valley before it ("the village of Tarn")."""
    preposition = int(parsed.heads[noun])
    kind = parsed.lower[int(parsed.heads[preposition])]
    return parsed.tags[noun] == "NNP" and parsed.lower[preposition] == "of" and kind in KINDS


def _in_capitals(parsed: Parsed, token: int) -> bool:
    """Whether the words around are all written with a capital, as in headlines, so that it says nothing."""
    sentence = parsed.sentence_tokens(parsed.sentence[token])
    near = parsed.words[max(sentence[0], token - TITLE) : min(sentence[-1] + 1, token + TITLE)]
    words = [word for word in near if word.isalpha() and len(word) > SHORT]
    return len(words) > 1 and sum(word[0].isupper() for word in words) * 4 >= len(words) * 3
