"""Settles the speaker and the chain of every attribution, once the walk has read the report to its end.

Stands alone because "I", "we", an untagged quotation and a document's issuer depend on other rows, and a chain on the
chain of the row around it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.lexicon import words
from sayso.resolve.chains import voices
from sayso.resolve.entities import Entity
from sayso.resolve.interviews import interview
from sayso.resolve.owners import name_owned
from sayso.resolve.quoting import quoted_as_saying
from sayso.resolve.statements import is_body, issuer, statement_credit
from sayso.resolve.terms import is_medium, noun_class

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.resolve.walk import Walk

CLOSING = "\"”»’' "
DEEPEST = 24
"""How deep a chain follows rows within rows."""


class Speakers:
    """For each row its `speakers` entry, its chain (outlet first), and the index of the row around it."""

    def __init__(self, walk: Walk, outlet: Entity | None, agencies: Sequence[Entity], whole: frozenset[int]) -> None:
        self._walk = walk
        self._outlet = outlet
        self._agencies = list(agencies)
        self._whole_rows = whole
        self._whole = self._whole_document()
        self.parents = walk.parents
        self._depths: dict[int, int] = {}
        found = voices(walk)
        self.speakers: list[Entity | None] = [self._issuer(one.speaker) for one in found]
        for row, entity in interview(walk).items():
            self.speakers[row] = entity
        self._relays = [list(one.relays) for one in found]
        self._stacked()
        order = sorted(range(len(walk.rows)), key=self._depth)
        for index in order:
            self._first_person(index)
        self._untagged()
        name_owned(walk, ((e, self._met(i, e)) for i, e in enumerate(self.speakers) if e is not None))
        self.chains: list[list[Entity]] = [[] for _ in walk.rows]
        for index in order:
            self.chains[index] = self._chain(index)

    def _depth(self, index: int) -> int:
        path = []
        here: int | None = index
        while here is not None and here not in self._depths:
            path.append(here)
            here = self.parents[here]
        depth = self._depths[here] if here is not None else -1
        for row in reversed(path):
            depth += 1
            self._depths[row] = depth
        return self._depths[index]

    def _whole_document(self) -> Entity | None:
        """Whose words the whole document is, where its head says so (else its byline, for a speech)."""
        walk = self._walk
        credit = statement_credit(walk.parsed.cleaned)
        if credit is not None and self._outlet is not None and credit.name in self._outlet.names:
            return self._outlet
        if credit is not None:
            names = [walk.name_at.get(token) for token in walk.parsed.tokens_in(credit.span)]
            known = [name for name in names if name is not None and not name.modifier]
            spoken = next((name for name in known if name.sort == "person"), known[0] if known else None)
            partly = (
                spoken is not None
                and spoken.sort != "person"
                and walk.parsed.span(spoken.first, spoken.last) != credit.span
            )
            if spoken is not None and not (partly and is_body(credit.name)):
                return walk.entity_of[spoken.first]
            entity = _by_name(walk, credit.name)
            entity.kept.add(credit.span)
            return entity
        issued = issuer(walk.parsed, walk.rows)
        if issued is not None:
            outlet = walk.parsed.cleaned.report.outlet
            return self._outlet if outlet is not None and issued == outlet.name else _by_name(walk, issued)
        byline = walk.parsed.cleaned.report.byline
        return _by_name(walk, byline) if byline else None

    def _issuer(self, entity: Entity | None) -> Entity | None:
        """For a document the one who issued it, where the report says who."""
        for _ in range(4):
            if entity is None or not (entity.document or _only_of(entity)):
                break
            issuer = entity.owner
            if issuer is None and entity.issuer is not None:
                name = self._walk.name_at.get(entity.issuer)
                issuer = (
                    self._walk.entity_of[name.first] if name is not None else self._walk.memory.at.get(entity.issuer)
                )
            if issuer is None or issuer is entity:
                break
            entity = issuer
        return entity

    def _stacked(self) -> None:
        """Where two rows give the same words to a body and to a medium, the medium relays the other."""
        by_content: dict[tuple[int, int], list[int]] = {}
        for index, row in enumerate(self._walk.rows):
            if row.content.spans:
                by_content.setdefault((row.content.spans[0].start, row.content.spans[-1].end), []).append(index)
        for same in by_content.values():
            media = [i for i in same[:8] if _is_medium(self.speakers[i])]
            for index in same[:8]:
                speaker = self.speakers[index]
                if index in media or speaker is None:
                    continue
                self._relays[index] = [
                    e for i in media if (e := self.speakers[i]) is not None and e not in self._relays[index]
                ] + self._relays[index]

    def _first_person(self, index: int) -> None:
        """Gives "I" and "we" the speaker of the words around them."""
        if index in self._whole_rows:
            self.speakers[index] = self._whole
        if index in self._walk.first_person:
            self.speakers[index] = self._writer(index)

    def _writer(self, index: int) -> Entity | None:
        """Who says "I" or "we" in a row's source; outside all words, whoever writes the document."""
        head = self._walk.scene.heads[index]
        if self.parents[index] is not None or (head is not None and self._walk.scene.quoted[head]):
            return self._within(index)
        plural = head is not None and self._walk.parsed.lower[head] in words("pronouns", "first", "plural")
        if statement_credit(self._walk.parsed.cleaned) is not None or not plural:
            return self._whole
        return self._outlet

    def _within(self, index: int) -> Entity | None:
        """In whose words the source of a row stands, null outside all words."""
        parent = self.parents[index]
        if parent is not None:
            return self.speakers[parent]
        head = self._walk.scene.heads[index]
        return self._beside(index) if head is not None and self._walk.scene.quoted[head] else None

    def _met(self, index: int, entity: Entity) -> Entity | None:
        """In whose words the source of a row was met first."""
        if entity.tokens is None:
            return None
        holder = self._walk.turns.holders.get(entity.tokens[0])
        head = self._walk.scene.heads[index]
        if holder is not None:
            return self.speakers[holder]
        return self._within(index) if head is not None and entity.tokens[0] <= head < entity.tokens[1] else None

    def _beside(self, index: int) -> Entity | None:
        """The speaker of the row before or after in the same paragraph whose own source is outside the quotation."""
        walk = self._walk
        head = walk.scene.heads[index]
        if head is None:
            return None
        paragraph = walk.parsed.paragraph[head]
        for other in (index - 1, index + 1, index - 2, index + 2):
            if not 0 <= other < len(walk.rows) or other in walk.first_person:
                continue
            there = walk.scene.heads[other]
            if there is not None and walk.parsed.paragraph[there] == paragraph and not walk.scene.quoted[there]:
                return self.speakers[other]
        return None

    def _untagged(self) -> None:
        """Gives a quotation without source and cue the one who spoke right before it: a second paragraph of a quote.

        One that ends in a comma is none: its own sentence goes on and says whose it is.
        """
        walk = self._walk
        last: tuple[int, Entity] | None = None
        for index, row in enumerate(walk.rows):
            if not row.content.spans:
                continue
            tokens = walk.parsed.tokens_in(row.content.spans[0])
            paragraph = int(walk.parsed.paragraph[tokens[0]]) if len(tokens) else -9
            bare = row.source is None and row.cue is None and row.mode == "direct" and self.parents[index] is None
            tagged = bare and len(tokens) > 0 and row.content.text.rstrip(CLOSING).endswith(",")
            if tagged and self.speakers[index] is None:
                self.speakers[index] = quoted_as_saying(walk, index)
            elif bare and last is not None and self.speakers[index] is None and 0 <= paragraph - last[0] <= 1:
                self.speakers[index] = last[1]
            speaker = self.speakers[index]
            if speaker is not None and self.parents[index] is None and row.kind == "speech":
                last = (paragraph, speaker)
            elif row.source is not None:
                last = None

    def _chain(self, index: int) -> list[Entity]:
        parent = self.parents[index]
        if parent is not None and self._depths[index] <= DEEPEST:
            before = self.chains[parent]
        else:
            before = [e for e in (self._outlet, *self._agencies) if e is not None]
        speaker = self.speakers[index]
        if speaker is not None and speaker is self._outlet:
            return [speaker]
        chain: list[Entity] = []
        for entity in (*before, *self._relays[index]):
            if entity is not speaker and entity not in chain:
                chain.append(entity)
        if speaker is not None:
            chain.append(speaker)
        return chain


def _only_of(entity: Entity) -> bool:
    """Whether it is a thing of its owner's by which the owner speaks ("Rell's promise"), no person and no body."""
    return entity.owner is not None and entity.kind == "unnamed" and noun_class(entity.noun) == "other"


def _is_medium(entity: Entity | None) -> bool:
    return entity is not None and any(is_medium(form) for form in entity.names)


def _made(name: str) -> Entity:
    last = name.rsplit(maxsplit=1)[-1].lower() if name.split() else ""
    first = name.split(maxsplit=1)[0].lower() if name.split() else ""
    body = "body" in {noun_class(last), noun_class(first)} or (len(name.split()) > 2 and is_body(name))  # noqa: PLR2004 - more than a full name
    entity = Entity(kind="organisation" if body else "person", first=-1, name=name)
    entity.names[name] += 1
    return entity


def _by_name(walk: Walk, name: str) -> Entity:
    """The entity of that name in the report, else a new one."""
    for entity in walk.memory.entities:
        if name in entity.names:
            return entity
    return _made(name)
