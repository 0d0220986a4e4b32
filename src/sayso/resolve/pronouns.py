"""Finds whom a pronoun stands for among those lately spoken of, by number, gender, nearness and syntax.

Stands alone because it weighs candidates and changes nothing: what is weighed can be tuned and tested by itself. Gender
comes from the report alone (titles, nouns, pronouns), never from a list of names. The weighing follows Lappin and Leass
(1994).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.resolve.terms import gender_of_pronoun, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.resolve.entities import Entity, Mention
    from sayso.resolve.scene import Scene

NEAR = 4
"""How many told sentences back a candidate may have been mentioned last."""
FADE = 28
SPOKE = 20
GENDER = 20
QUOTED = 45
COUNT = 1.5
OWN_CONTENT = 40
THING = 12
NAMED = 8
SILENT = 14
"""What a description loses that was never a source: who speaks once speaks again."""
MARGIN = 18
LOOKED_BACK = 6
"""How many mentions of a candidate are looked at."""


def antecedent(
    scene: Scene, token: int, recent: Iterable[Entity], speaker: Entity | None
) -> tuple[Entity | None, bool]:
    """The likeliest of `recent` that the pronoun at `token` stands for (null for none), and whether surely.

    It is sure where no other candidate comes near: only then may the pronoun's gender be learnt of its antecedent.
    """
    word = scene.parsed.lower[token]
    scored = []
    for entity in recent:
        score = _score(scene, token, entity, speaker, word) if fits(word, entity) else None
        if score is not None:
            scored.append((score, entity.mentions[-1].token, entity))
    if not scored:
        return None, False
    best = max(scored, key=lambda one: one[:2])
    return best[2], all(one is best or one[0] < best[0] - MARGIN for one in scored)


def fits(word: str, entity: Entity) -> bool:
    """Whether the pronoun `word` (lower case) may stand for `entity` by number, gender and kind."""
    gender = gender_of_pronoun(word)
    if gender is not None:
        return (
            entity.singular_person
            and entity.gender in {None, gender}
            and (entity.named or entity.kind == "person" or entity.number == "singular")
        )
    if word in words("pronouns", "third", "plural") or word in words("pronouns", "taking-up", "plural"):
        return entity.kind in {"group", "organisation"} or entity.number == "plural"
    return entity.kind in {"organisation", "place"} or entity.document


def _score(scene: Scene, token: int, entity: Entity, speaker: Entity | None, word: str) -> float | None:
    mention = _last_mention(scene, token, entity)
    if mention is None:
        return None
    distance = scene.told[token] - mention.sentence
    if distance > NEAR:
        return None
    score = float(mention.weight - FADE * distance + COUNT * min(len(entity.mentions), 6))
    if entity is speaker and entity.spoke is not None and scene.told[token] - entity.spoke <= NEAR:
        score += SPOKE
    if entity.gender is not None and gender_of_pronoun(word) is not None:
        score += GENDER
    score += NAMED if entity.named else -SILENT if entity.spoke is None else 0
    if mention.quoted and not scene.quoted[token]:
        score -= QUOTED
    if _in_own_content(scene, token, mention.token):
        score -= OWN_CONTENT
    if entity.number == "plural" and gender_of_pronoun(word) is None:
        score += THING
    if entity.kind == "place":
        score -= THING
    return score


def _last_mention(scene: Scene, token: int, entity: Entity) -> Mention | None:
    """The last mention before `token` that is no fellow argument of its verb."""
    own = scene.clause(token)
    possessive = scene.parsed.deps[token] == "poss"
    for mention in reversed(entity.mentions[-LOOKED_BACK:]):
        if mention.token >= token:
            continue
        if mention.clause == own and mention.weight > 0 and not possessive and scene.told[token] == mention.sentence:
            continue
        return mention
    return None


def _in_own_content(scene: Scene, token: int, other: int) -> bool:
    """Whether `other` stands in the words of which the pronoun at `token` is the source."""
    start = int(scene.parsed.starts[other])
    for row in scene.sources.get(token, ())[:4]:
        if any(span.start <= start < span.end for span in scene.rows[row].content.spans[:8]):
            return True
    return False
