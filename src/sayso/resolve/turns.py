"""Keeps whose turn it is to speak: who spoke last, who asked, and whom a pronoun within their words can't mean.

Stands alone because an exchange of words weighs on a pronoun by other signs than number, gender and nearness do.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.lexicon import words
from sayso.resolve.terms import gender_of_pronoun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.model import Attribution
    from sayso.resolve.entities import Entity
    from sayso.resolve.scene import Scene

SPOKE = 20.0
"""What it is worth to have spoken last."""
RESUMES = 20.0
"""What that is worth besides where the cue says that the same one goes on."""
ANSWERS = 45.0
"""What it costs where the cue says that another one answers."""
ASKS = 30.0
"""What it costs where the cue asks: one asks another more often than oneself."""
OTHERS = 20.0
"""What it costs within the words of one called by a pronoun of another gender: that one spoke."""
WITHIN_ANSWER = 50.0
"""What it costs within an answer to be who gives it: an answer is about who spoke before."""
DEEPEST = 8
LATELY = 3
"""How many told sentences back two may have spoken whom "each" takes up."""


@dataclass(frozen=True, slots=True)
class Turn:
    """For one pronoun what each of some entities (by `id()`) gains or loses, and who is `barred`.

    It is `vague` where it may be people of whom only who is quoted knows: "They took the cow," she said.
    """

    gains: dict[int, float] = field(default_factory=dict)
    barred: frozenset[int] = frozenset()
    vague: bool = False


class Turns:
    """The exchange so far; `sources` is filled by the walk, `before` has those that an earlier walk found.

    `holders` has for each token within attributed words the row whose words they are, the innermost one.
    """

    def __init__(
        self,
        scene: Scene,
        parents: Sequence[int | None],
        sources: Sequence[Entity | None],
        before: Sequence[Entity | None],
    ) -> None:
        self._scene = scene
        self._parents = parents
        self._sources = sources
        self._before = before
        self._last: dict[int | None, Entity] = {}
        self._spoken: dict[int, Entity] = {}
        self._asked = False
        self.holders = _holders(scene)

    @property
    def speaker(self) -> Entity | None:
        """Who spoke last in the report's own telling, not in somebody's words."""
        return self._last.get(None)

    def note(self, row: int, entity: Entity) -> None:
        """Keeps that `entity` spoke in `row`."""
        parent = self._parents[row]
        self._last[parent] = entity
        if parent is None and not entity.members and entity.number != "plural":
            self._spoken.pop(id(entity), None)
            self._spoken[id(entity)] = entity
        if parent is None:
            self._asked = self._scene.rows[row].act == "ask"

    def pair(self, token: int) -> tuple[Entity, ...] | None:
        """The two whom "each" or "the two" at `token` takes up: the last two who spoke, if they are of a kind."""
        parsed = self._scene.parsed
        number = parsed.lower[token] in words("pronouns", "turns", "two")
        counted = any(parsed.lower[c] in words("pronouns", "turns", "two") for c in parsed.children[token])
        definite = any(parsed.lower[c] == "the" for c in parsed.children[token])
        if not (definite and (counted or parsed.lower[token] == "two")) and not (number and not parsed.children[token]):
            return None
        here = self._scene.told[token]
        two = tuple(self._spoken.values())[-2:]
        lately = all(e.spoke is not None and here - e.spoke <= LATELY for e in two)
        return two if lately and len({(e.kind, e.named) for e in two}) == 1 and len(two) == 2 else None  # noqa: PLR2004 - a pair

    def replace(self, other: Entity, entity: Entity) -> None:
        """Puts `entity` in the place of `other`, who has turned out to be the same."""
        for parent, known in self._last.items():
            if known is other:
                self._last[parent] = entity

    def at(self, token: int, recent: Sequence[Entity]) -> Turn:
        """What the exchange says of the pronoun at `token`, for those of `recent`."""
        row = next(iter(self._scene.sources.get(token, ())), None)
        gains: dict[int, float] = {}
        holder = self._parents[row] if row is not None else None
        holder = self.holders.get(token) if holder is None else holder
        last = self._last.get(holder, self.speaker)
        if last is not None:
            gains[id(last)] = self._of_last(token, None if row is None else self._scene.rows[row])
        barred = set()
        for _ in range(DEEPEST):
            if holder is None:
                break
            told = self._scene.rows[holder]
            for entity in recent:
                if not self._spoke(holder, entity):
                    continue
                if self._verbatim(holder, token):
                    barred.add(id(entity))
                elif _is(told, "reply"):
                    gains[id(entity)] = gains.get(id(entity), 0.0) - WITHIN_ANSWER
            if last is not None and not self._scene.quoted[token] and self._of_another(holder, token):
                gains[id(last)] = -OTHERS
            holder = self._parents[holder]
        return Turn(gains, frozenset(barred), vague=self._vague(token, row))

    def _verbatim(self, row: int, token: int) -> bool:
        """Whether the words of `row` are its source's own at `token`, not only within another's quotation with it."""
        told, head = self._scene.rows[row], self._scene.heads[row]
        if told.cue is None or (told.mode == "mixed" and self._scene.quoted[token]):
            return True
        outside = head is None or not self._scene.quoted[head]
        return told.mode == "direct" and (outside or not told.content.text[:1].isalnum())

    def _of_another(self, row: int, token: int) -> bool:
        """Whether the source of `row` is a pronoun of another gender than the one at `token`."""
        head = self._scene.heads[row]
        lower = self._scene.parsed.lower
        genders = {gender_of_pronoun(lower[token]), None if head is None else gender_of_pronoun(lower[head])}
        return genders == {"male", "female"}

    def _vague(self, token: int, row: int | None) -> bool:
        if row is None or not self._scene.quoted[token]:
            return False
        around = self._parents[row]
        answer = around is not None and _is(self._scene.rows[around], "reply")
        return not answer and self._scene.parsed.lower[token] in words("pronouns", "third", "plural")

    def _spoke(self, row: int, entity: Entity) -> bool:
        """Whether `entity` is the source of `row`, by this walk or, where it has not come to it, by the one before."""
        known = self._sources[row]
        if known is not None:
            return known is entity
        return bool(self._before) and (old := self._before[row]) is not None and old.first == entity.first

    def _of_last(self, token: int, told: Attribution | None) -> float:
        if told is None:
            return SPOKE
        if _is(told, "resume"):
            return SPOKE + RESUMES
        if self._free_question(token):
            return SPOKE
        if _is(told, "reply"):
            return -ANSWERS
        if told.act == "ask":
            return -ASKS
        return 0.0 if self._asked else SPOKE

    def _free_question(self, token: int) -> bool:
        """Whether the pronoun's sentence, or the one before it, holds a question that nobody is said to put."""
        parsed = self._scene.parsed
        here = parsed.sentence[token]
        tokens = parsed.sentence_tokens(here)
        if parsed.tags[tokens[0]] == "VBN" and parsed.lower[tokens[0]] in words("pronouns", "turns", "asked"):
            return True
        before = parsed.sentence_tokens(here - 1) if here else range(0)
        return bool(before) and parsed.words[before[-1]] == "?" and not self._scene.quoted[before[-1]]


def _is(told: Attribution, turn: str) -> bool:
    return told.cue is not None and told.cue.lemma in words("pronouns", "turns", turn)


def _holders(scene: Scene) -> dict[int, int]:
    """For each token within attributed words the row whose words they are, the innermost one."""
    found: dict[int, int] = {}
    order = sorted(range(len(scene.rows)), key=lambda row: -sum(s.end - s.start for s in scene.rows[row].content.spans))
    for row in order:
        for span in scene.rows[row].content.spans:
            for token in scene.parsed.tokens_in(span):
                found[token] = row
    return found
