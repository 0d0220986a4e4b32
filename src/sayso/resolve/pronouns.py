"""Finds whom a pronoun stands for among those lately spoken of, by number, gender, nearness and syntax.

Stands alone because it weighs candidates and changes nothing: what is weighed can be tuned and tested by itself. Gender
comes from the report alone (titles, nouns, pronouns), never from a list of names. The weighing follows Lappin and Leass
(1994).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.lexicon import words
from sayso.resolve.terms import gender_of_pronoun

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.resolve.entities import Entity, Mention
    from sayso.resolve.scene import Scene
    from sayso.resolve.turns import Turn, Turns

NEAR = 4
"""How many told sentences back a candidate may have been mentioned last."""
FADE = 28
GENDER = 20
QUOTED = 45
COUNT = 1.5
OWN_CONTENT = 40
THING = 12
NAMED = 8
SILENT = 14
"""What a description loses that was never a source: who speaks once speaks again. "A woman" awaits her "she"."""
APART = 60
"""What a body or group loses that is not spoken of within the quotation of a "they" which may be anybody."""
LIKELY = -10
"""What the best must reach for such a "they" to be taken for it."""
CHAINED = 50
"""What it is worth to be called by a pronoun of the same gender right before, in the same clause."""
MARGIN = 18
LOOKED_BACK = 6
"""How many mentions of a candidate are looked at."""


def antecedent(scene: Scene, token: int, recent: Iterable[Entity], turns: Turns) -> tuple[Entity | None, bool]:
    """The likeliest of `recent` that the pronoun at `token` stands for (null for none), and whether surely.

    It is sure where no other candidate comes near: only then may the pronoun's gender be learnt of its antecedent.
    """
    word = scene.parsed.lower[token]
    fitting = [entity for entity in recent if fits(word, entity)]
    turn = turns.at(token, fitting)
    scored = []
    for entity in fitting:
        score = _score(scene, token, entity, turn, word)
        if score is not None and turn.vague and not any(m.quoted for m in entity.mentions[-LOOKED_BACK:]):
            score -= APART
        if score is not None:
            scored.append((score, entity.mentions[-1].token, entity))
    if not scored:
        return None, False
    best = max(scored, key=lambda one: one[:2])
    if turn.vague and best[0] < LIKELY:
        return None, False
    sure = all(one is best or one[0] < best[0] - MARGIN for one in scored)
    return best[2], sure and not _of_owner(scene, token, turns)


def _of_owner(scene: Scene, token: int, turns: Turns) -> bool:
    """Whether it may be whose the speaker is whose words it stands in: "Her lawyer, Tom Rell, said she was ill"."""
    held = turns.holders.get(token)
    source = None if held is None else scene.rows[held].source
    gender = gender_of_pronoun(scene.parsed.lower[token])
    if source is None or gender is None:
        return False
    owners = [t for t in scene.parsed.tokens_in(source.spans[0]) if scene.parsed.tags[t] == "PRP$"]
    return any(gender_of_pronoun(scene.parsed.lower[t]) == gender for t in owners)


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
    one = entity.kind == "group" and entity.noun in words("organisations", "collective", "one")
    return entity.kind in {"organisation", "place"} or entity.document or one


def _score(scene: Scene, token: int, entity: Entity, turn: Turn, word: str) -> float | None:
    if id(entity) in turn.barred or _only_told_of(scene, token, entity):
        return None
    reach = max((_reach(scene, token, mention) for mention in _mentions(scene, token, entity)), default=None)
    if reach is None:
        return None
    score = reach + COUNT * min(len(entity.mentions), 6)
    if entity.spoke is not None and scene.told[token] - entity.spoke <= NEAR:
        score += turn.gains.get(id(entity), 0.0)
    agrees = entity.gender is not None and gender_of_pronoun(word) is not None
    if agrees:
        score += GENDER
    if _chained(scene, token, entity):
        score += CHAINED
    score += NAMED if entity.named else -SILENT if entity.spoke is None and not agrees else 0
    if entity.number == "plural" and word in words("pronouns", "third", "plural"):
        score += THING
    if entity.kind == "place":
        score -= THING
    return score


def _chained(scene: Scene, token: int, entity: Entity) -> bool:
    """Whether "his" has a "him" for the entity before it that its verb governs: "reminded him of his words"."""
    parsed, gender = scene.parsed, gender_of_pronoun(scene.parsed.lower[token])
    if gender is None or parsed.deps[token] != "poss":
        return False
    own = scene.clause(token)
    return any(
        m.clause == own and m.token < token and gender_of_pronoun(parsed.lower[m.token]) == gender
        for m in entity.mentions[-LOOKED_BACK:]
    )


def _reach(scene: Scene, token: int, mention: Mention) -> float:
    """How much one mention draws the pronoun at `token` to whom it means."""
    reach = float(mention.weight - FADE * (scene.told[token] - mention.sentence))
    if mention.quoted and not scene.quoted[token]:
        reach -= QUOTED
    return reach - OWN_CONTENT if _in_own_content(scene, token, mention.token) else reach


def _mentions(scene: Scene, token: int, entity: Entity) -> Iterator[Mention]:
    """The last mentions near before `token` that are neither fellow arguments of its verb nor hold it themselves."""
    own = scene.clause(token)
    possessive = scene.parsed.deps[token] == "poss"
    for mention in reversed(entity.mentions[-LOOKED_BACK:]):
        if mention.token >= token or scene.told[token] - mention.sentence > NEAR:
            continue
        if mention.clause == own and mention.weight > 0 and not possessive and scene.told[token] == mention.sentence:
            continue
        if entity.tokens is not None and entity.tokens[0] <= mention.token < token < entity.tokens[1]:
            continue
        yield mention


def _only_told_of(scene: Scene, token: int, entity: Entity) -> bool:
    """Whether it is somebody unnamed of whom only the quotation tells whose speaker the pronoun at `token` is."""
    if entity.named or not entity.mentions or scene.quoted[token]:
        return False
    return all(m.quoted and _in_own_content(scene, token, m.token) for m in entity.mentions[-LOOKED_BACK:])


def _in_own_content(scene: Scene, token: int, other: int) -> bool:
    """Whether `other` stands in the words of which the pronoun at `token` is the source."""
    start = int(scene.parsed.starts[other])
    for row in scene.sources.get(token, ())[:4]:
        if any(span.start <= start < span.end for span in scene.rows[row].content.spans[:8]):
            return True
    return False
