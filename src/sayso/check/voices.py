"""Who tells a figure, and whether two who tell are one source: one actor, a body and its speaker, a role and a name.

Stands alone because two rules on figures ask it in opposite ways: one wants one source, the other wants two.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from sayso.check import clauses
from sayso.check.counting import stem
from sayso.check.cutting import OWN_S, WORD
from sayso.lexicon import table, words
from sayso.model import Span

if TYPE_CHECKING:
    from sayso.check.counts import Count
    from sayso.check.facts import Facts
    from sayso.model import Actor, Figure

NEAR_ALIKE = 6  # letters that a body and the role in it share: ministry and minister, commission and commissioner
UNNAMED = "?"
_PRONOUN = re.compile(r"(?:It|They|He|She)(?: has| had| have)? ([a-z]+)")
_SMALL = words("checks", "voices", "small")


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose word a figure is: ids of actors, words that name them, and a name for a reader; empty for the outlet."""

    ids: frozenset[str]
    words: frozenset[str]
    name: str


def voice(facts: Facts, row: Count) -> Voice:
    """Who tells the figure: its speaker, those whose account its sentence names, or who counts in it."""
    figure, around = row.figure, row.sentence
    said = next((one for one in facts.reading.attributions if one.id == figure.attribution), None)
    ids = {said.speaker} if said is not None and said.speaker is not None else set()
    text = f" {around.of(facts.text).lower()} "
    for actor in facts.reading.actors:
        for role in actor.roles:
            if re.search(rf"\b{re.escape(role.lower().split()[-1])}['’]s? (?!office\b)", text):
                ids.add(actor.id)
        if any(around.holds(m) and facts.text[m.start : m.end + 2].endswith(("'s", "’s")) for m in actor.mentions):
            ids.add(actor.id)
    actors = {actor.id: actor for actor in facts.reading.actors}
    ids = {one for one in ids if row.noun not in {stem(word) for word in _names(actors[one])}} if ids else ids
    words: set[str] = set()
    if not ids:
        ids, words = _beside(facts, around)
    if not ids and not words:
        words = _subject(facts, figure)
        ids = {one for one, actor in actors.items() if words and words <= _names(actor) | _roles(actor)}
    named = [actors[one] for one in sorted(ids) if one in actors]
    words |= {word for actor in named for word in _names(actor) | _roles(actor)}
    return Voice(frozenset(ids), frozenset(words), named[0].name if named else " ".join(sorted(words)) or "the report")


def _subject(facts: Facts, figure: Figure) -> set[str]:
    """The words of who counts, where the number hangs on a verb of counting: "Police estimated the crowd at 22,000"."""
    parsed = facts.parsed
    tokens = facts.tokens(figure.span)
    if parsed is None or not tokens:
        return set()
    for at in parsed.sentence_tokens(parsed.sentence[tokens[0]]):
        if parsed.tags[at].startswith("VB") and parsed.lower[at] in table("checks")["voices"]["gives"]:
            who = next((c for c in parsed.children[at] if parsed.deps[c] == "nsubj" and c < tokens[0]), -1)
            if who >= 0 and parsed.tags[who].startswith("NN"):
                inner = {parsed.lower[c] for c in parsed.children[who] if parsed.deps[c] in ("compound", "poss")}
                return ({parsed.lower[who]} | inner) - _SMALL
    return set()


def _beside(facts: Facts, around: Span) -> tuple[set[str], set[str]]:
    """Whose number it is where the sentence beside says so ("It put the number at 38", "So the letter has it")."""
    giving = table("checks")["voices"]
    if (found := _PRONOUN.match(around.of(facts.text))) and found[1].lower() in giving["gives"]:
        other = clauses.sentence(facts, Span(max(0, around.start - 2), max(0, around.start - 1)))
    else:
        other = clauses.sentence(facts, Span(around.end, around.end + 1))
        words = clauses.words(facts, other)
        if words[:1] == [] or words[0] not in giving["points_back"] or not set(words) & set(giving["papers"]):
            return set(), set()
    words = clauses.words(facts, other)
    named = {actor.id for actor in facts.reading.actors if _names(actor) and _names(actor) <= set(words)}
    return named, set() if named else {UNNAMED}


def one_source(facts: Facts, one: Voice, two: Voice) -> bool:
    """Whether two voices may be one source: one is the outlet's, or they share an actor, or a body and its role."""
    if not (one.ids or one.words) or not (two.ids or two.words):
        return True
    actors = {actor.id: actor for actor in facts.reading.actors}
    groups = [_with_kin(actors, each.ids) for each in (one, two)]
    if groups[0] & groups[1]:
        return True
    return not (one.ids and two.ids) and bool((one.words & two.words) - {UNNAMED})


def _with_kin(actors: dict[str, Actor], ids: frozenset[str]) -> set[str]:
    found = {name for name in ids if name in actors}
    for _step in range(2):
        found |= {
            other for other in actors for name in tuple(found) if other != name and _kin(actors[name], actors[other])
        }
    return found


def _kin(one: Actor, two: Actor) -> bool:
    """Whether one is a role in the other or the other's body, by the words that name them."""
    if one.kind == two.kind == "person":
        return False
    names = [_names(actor) for actor in (one, two)]
    if names[0] & names[1] and "person" not in (one.kind, two.kind):
        return names[0] <= names[1] or names[1] <= names[0]
    roles = [_roles(actor) for actor in (one, two)]
    if one.kind == "person" or two.kind == "person":
        person, body = (0, 1) if one.kind == "person" else (1, 0)
        return bool(roles[person] & names[body]) or any(
            _alike(role, name) for role, name in product(roles[person], names[body])
        )
    return False


def _names(actor: Actor) -> set[str]:
    return {OWN_S.sub("", word) for word in WORD.findall(actor.name.lower()) if word not in _SMALL} - _SMALL


def _roles(actor: Actor) -> set[str]:
    found = {word for role in actor.roles for word in WORD.findall(role.lower())} - _SMALL
    bodies = table("checks")["voices"]["bodies"]
    return found | {body for body, ranks in bodies.items() if found & set(ranks)}


def _alike(role: str, name: str) -> bool:
    return role[:NEAR_ALIKE] == name[:NEAR_ALIKE] and min(len(role), len(name)) >= NEAR_ALIKE
