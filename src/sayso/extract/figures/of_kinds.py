"""Tells what verbs do to those of one kind alone: "lost 28 fighters", "swapped 60 prisoners", "doctors at a hospital".

Stands alone because only who is counted decides here, where elsewhere the verb does by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.figures.tree import children
from sayso.extract.figures.unreal import unreal
from sayso.lexicon import table
from sayso.parse import lemma
from sayso.parse.labels import NOUNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.stages import Parsed

KINDS = {name: frozenset(some) for name, some in table("counted")["of_kinds"].items()}
PATIENTS = frozenset(("dobj", "nsubjpass"))
FAR = 14
"""So many words behind those missing it is told at most that they are feared dead."""


def of_kind(parsed: Parsed, noun: str, role: int) -> Iterator[str]:
    """What a verb does to those of the kind of `noun`; `role` stands for them in the clause."""
    verb, dep = int(parsed.heads[role]), parsed.deps[role]
    word = lemma(parsed.lower[verb], "verb")
    phrases = {word} | {f"{word} {parsed.lower[c]}" for c in children(parsed, verb) if parsed.deps[c] == "prt"}
    if unreal(parsed, verb):
        return
    forces = noun in KINDS["forces"]
    lost = word in KINDS["losing"] and (forces or (noun in KINDS["lost"] and _is_force(parsed, verb)))
    if forces and word in KINDS["falling"] and dep == "nsubj" and _falls(parsed, verb):
        yield "killed"
    eliminated = word in KINDS["eliminating"] and (forces or noun in KINDS["foes"])
    if (lost or eliminated) and dep in PATIENTS | {"prep"}:
        yield "killed"
    freed = noun in KINDS["captives"] and not phrases.isdisjoint(KINDS["freeing"])
    if freed and dep in PATIENTS and not _kept(parsed, verb):
        yield "released"


def _is_force(parsed: Parsed, verb: int) -> bool:
    """Whether the subject of a verb is a force: "militants lost 120 people"."""
    subjects = (lemma(parsed.lower[c], "noun") for c in children(parsed, verb) if parsed.deps[c] == "nsubj")
    return any(one in kind for one in subjects for kind in (KINDS["forces"], KINDS["foes"], KINDS["armies"]))


def _falls(parsed: Parsed, verb: int) -> bool:
    """Whether "fell" has nothing beside it but where and when, so that it tells of the dead."""
    own = [c for c in children(parsed, verb) if c > verb and parsed.words[c][0].isalnum()]
    preps = [c for c in own if parsed.deps[c] == "prep"]
    last = {"npadvmod", "prep", "cc", "conj"}
    where = all(parsed.lower[c] in KINDS["falling_with"] for c in preps)
    return where and all(parsed.deps[c] in last for c in own)


def _kept(parsed: Parsed, verb: int) -> bool:
    """Whether captives are handed to those who hold captives themselves ("handed over to the police")."""
    given = (c for c in children(parsed, verb) if parsed.lower[c] in ("to", "into"))
    return any(lemma(parsed.lower[c], "noun") in KINDS["keeping"] for to in given for c in children(parsed, to))


def at_work(parsed: Parsed, noun: int) -> bool:
    """Whether those whom a noun names work at a hospital that they are said to be of."""
    return lemma(parsed.lower[noun], "noun") in KINDS["staff"]


def is_fired(parsed: Parsed, noun: int) -> bool:
    """Whether a noun tells of munitions: some do so only where their weapon or its firing is told of."""
    if lemma(parsed.lower[noun], "noun") not in KINDS["fired"]:
        return True
    behind = parsed.lower[noun + 1 : noun + 3]
    if len(behind) > 1 and behind[0] == "of" and (parsed.tags[noun + 2] in NOUNS or parsed.tags[noun + 2] == "VBG"):
        return lemma(behind[1], "noun") in KINDS["arms"]
    sentence = parsed.sentence_tokens(parsed.sentence[noun])
    near = range(max(sentence.start, noun - FAR), min(sentence.stop, noun + FAR))
    return any(lemma(parsed.lower[at], "noun" if parsed.tags[at] in NOUNS else "verb") in KINDS["arms"] for at in near)


def is_state(noun: str) -> bool:
    """Whether a noun tells what those counted are, so that whatever befell them is told besides."""
    return noun in KINDS["states"]


def is_feared(parsed: Parsed, last: int) -> bool:
    """Whether words of the sentence behind token `last` tell what is thought of the missing: "presumed dead"."""
    stop = min(last + FAR, parsed.sentence_tokens(parsed.sentence[last - 1]).stop)
    return any(word in KINDS["feared"] for word in parsed.lower[last:stop])
