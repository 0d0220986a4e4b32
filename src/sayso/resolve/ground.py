"""Holds what stands beside the cue of one row: its sentence without its words, its source, and who is named where.

Stands alone because quoting, telling and carrying are all read off the same ground, and each row's is laid out once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.lexicon import words
from sayso.parse.labels import NOUNS
from sayso.resolve.entities import Entity
from sayso.resolve.phrases import phrase_at

if TYPE_CHECKING:
    from sayso.model import Attribution
    from sayso.resolve.media import Media
    from sayso.resolve.walk import Walk

WINDOW = 120
"""How many tokens of a sentence before and after the cue are looked at."""


class Ground:
    """What stands beside the cue of row `index` in its sentence: the `tokens` that are none of its words."""

    def __init__(self, walk: Walk, media: Media, cues: dict[int, int], index: int) -> None:
        self.walk = walk
        self.media = media
        self.parsed = walk.parsed
        self.row: Attribution = walk.rows[index]
        self.index = index
        self.cues = cues
        self.anchor = _anchor(walk, self.row, index)
        self.tokens = _beside_content(walk, self.row, self.anchor) if self.anchor is not None else []
        held = self.row.source.spans if self.row.source is not None else ()
        self.source = {t for span in held for t in self.parsed.tokens_in(span)[:WINDOW]}
        self.cue = {t for span in (self.row.cue.spans if self.row.cue else ()) for t in self.parsed.tokens_in(span)}

    def others(self, token: int) -> bool:
        """Whether the word is the cue of another row and not of this one."""
        return token in self.cues and token not in self.cue

    def at(self, token: int) -> Entity | None:
        """Whoever is named or described at `token`: a medium before all others."""
        medium = self.media.at.get(token)
        if medium is not None and medium.entity is not None:
            return medium.entity
        name = self.walk.name_at.get(token)
        if name is not None and not name.modifier:
            return self.walk.entity_of[name.first]
        return self.walk.memory.at.get(token)


def cue_tokens(walk: Walk) -> dict[int, int]:
    """For each token of a cue the index of its row."""
    found: dict[int, int] = {}
    for index, row in enumerate(walk.rows):
        for span in row.cue.spans if row.cue is not None else ():
            for token in walk.parsed.tokens_in(span):
                found.setdefault(token, index)
    return found


def _anchor(walk: Walk, row: Attribution, index: int) -> int | None:
    if row.cue is not None and row.cue.spans:
        tokens = walk.parsed.tokens_in(row.cue.spans[0])
        return tokens[0] if len(tokens) else None
    return walk.scene.heads[index]


def _beside_content(walk: Walk, row: Attribution, anchor: int) -> list[int]:
    """The tokens of the anchor's sentence that are no content of the row, near the anchor."""
    parsed = walk.parsed
    around = parsed.sentence_tokens(parsed.sentence[anchor])
    first, last = max(around.start, anchor - WINDOW), min(around.stop, anchor + WINDOW)
    inside: set[int] = set()
    for span in row.content.spans:
        if span.end > int(parsed.starts[first]) and span.start < int(parsed.ends[last - 1]):
            tokens = parsed.tokens_in(span)
            inside.update(range(max(tokens.start, first), min(tokens.stop, last)))
    return [t for t in range(first, last) if t not in inside]


def described(ground: Ground, noun: int) -> Entity | None:
    """Somebody without a name whom nothing took up before ("Exiles", "media in Qasran")."""
    parsed = ground.parsed
    if parsed.tags[noun] not in NOUNS or parsed.lower[noun] in words("relays", "occasions", "nouns"):
        return None
    phrase = phrase_at(parsed, noun)
    span = parsed.span(phrase.first + (parsed.lower[phrase.first] == "the" and phrase.first < noun), phrase.last)
    entity = Entity(kind="unnamed", first=noun, name=" ".join(span.of(parsed.text).split()), noun=parsed.lower[noun])
    entity.kept.add(span)
    ground.walk.memory.at.setdefault(noun, entity)
    return entity
