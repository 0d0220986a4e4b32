"""Who tells a figure, and whether two who tell are one source: one actor, a body and its speaker, a role and a name.

Stands alone because two rules on figures ask it in opposite ways: one wants one source, the other wants two.
"""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

from sayso.check import clauses
from sayso.lexicon import table
from sayso.model import Span

if TYPE_CHECKING:
    from sayso.check.facts import Facts
    from sayso.model import Actor, Figure

NEAR_ALIKE = 6  # letters that a body and the role in it share: ministry and minister, commission and commissioner
UNNAMED = "?"
_PRONOUN = re.compile(r"(?:It|They|He|She)(?: has| had| have)? ([a-z]+)")
_SMALL = frozenset(("the", "of", "for", "and", "in", "a", "an", "at", "s", "same", "deputy", "chief", "national"))


def tellers(facts: Facts, figure: Figure) -> frozenset[str]:
    """The ids of the actors whose word a figure is: its speaker, or those whose account its sentence names."""
    rows = {row.id: row for row in facts.reading.attributions}
    row = rows.get(figure.attribution or "")
    found = {row.speaker} if row is not None and row.speaker is not None else set()
    around = clauses.sentence(facts, figure.span)
    said = f" {around.of(facts.text).lower()} "
    for actor in facts.reading.actors:
        for role in actor.roles:
            if re.search(rf"\b{re.escape(role.lower())}['’]s? ", said):
                found.add(actor.id)
        if any(around.holds(m) and facts.text[m.start : m.end + 2].endswith(("'s", "’s")) for m in actor.mentions):
            found.add(actor.id)
    return frozenset(found or _beside(facts, around))


def _beside(facts: Facts, around: Span) -> set[str]:
    """Whose number it is where the sentence beside says so ("It put the number at 38", "So the letter has it").

    `UNNAMED` stands for a source that is nobody's row; it is one source with whoever is named there.
    """
    giving = table("checks")["voices"]
    if (found := _PRONOUN.match(around.of(facts.text))) and found[1].lower() in giving["gives"]:
        other = clauses.sentence(facts, Span(max(0, around.start - 2), max(0, around.start - 1)))
    else:
        other = clauses.sentence(facts, Span(around.end, around.end + 1))
        words = clauses.words(facts, other)
        if words[:1] == [] or words[0] not in giving["points_back"] or not set(words) & set(giving["papers"]):
            return set()
    words = clauses.words(facts, other)
    named = {actor.id for actor in facts.reading.actors if _names(actor) and _names(actor) <= set(words)}
    return named or {UNNAMED}


def one_source(facts: Facts, one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether two sets of tellers may be one source; the outlet's own voice is one source with itself alone."""
    if not one or not two:
        return not one and not two
    actors = {actor.id: actor for actor in facts.reading.actors}
    groups = [_with_kin(actors, ids) for ids in (one, two)]
    return bool(groups[0] & groups[1])


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
    return {
        re.sub(r"['’]s?$", "", word) for word in clauses.WORD.findall(actor.name.lower()) if word not in _SMALL
    } - _SMALL


def _roles(actor: Actor) -> set[str]:
    found = {word for role in actor.roles for word in clauses.WORD.findall(role.lower())} - _SMALL
    bodies = table("checks")["voices"]["bodies"]
    return found | {body for body, ranks in bodies.items() if found & set(ranks)}


def _alike(role: str, name: str) -> bool:
    return role[:NEAR_ALIKE] == name[:NEAR_ALIKE] and min(len(role), len(name)) >= NEAR_ALIKE
