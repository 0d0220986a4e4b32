"""Finds through whom words came: outlet, credited agencies, who quotes or carries whom, the medium that was told.

Stands alone because relaying is said beside the words (in the cue's sentence, a dateline, a credit line), not in them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.lexicon import words
from sayso.model import Passage
from sayso.parse.labels import STANDING_PRONOUNS
from sayso.resolve.entities import Entity
from sayso.resolve.ground import Ground, cue_tokens
from sayso.resolve.media import Media
from sayso.resolve.nesting import parents
from sayso.resolve.quoting import quoting
from sayso.resolve.relays import carriers
from sayso.resolve.statements import is_body
from sayso.resolve.terms import is_medium, names_medium, noun_class, plain, same_medium_key

if TYPE_CHECKING:
    from sayso.resolve.walk import Walk
    from sayso.stages import Cleaned


@dataclass(frozen=True, slots=True)
class Voices:
    """Whom the words of a row came from: its speaker, and who relayed it, nearest to the reader first."""

    speaker: Entity | None
    relays: tuple[Entity, ...]


def outlet_and_agencies(cleaned: Cleaned, walk: Walk) -> tuple[Entity | None, list[Entity]]:
    """The outlet's entity (null where unknown) and those of the agencies credited for the whole report."""
    by_key = {same_medium_key(form): e for e in walk.memory.entities if e.kind != "person" for form in e.names}
    report = cleaned.report
    outlet = None
    if report.outlet is not None:
        name = report.outlet.name
        short = next((e for e in walk.memory.entities if _shortened(walk, e, name)), None) or _itself(walk, name)
        if short is not None:
            by_key.setdefault(same_medium_key(report.outlet.name), short)
        outlet = _entity(report.outlet.name, by_key)
        outlet.kept.update(span for span in report.outlet.spans if span.end <= len(report.text))
    agencies: list[Entity] = []
    for credit in cleaned.credits:
        if (
            credit.kind == "statement"
            or (credit.kind == "byline" and not is_medium(credit.name))
            or _beside(report.text, credit.span.start)
        ):
            continue
        itself = outlet is not None and (_short_for(credit.name, outlet.name) or names_medium(credit.name, outlet.name))
        agency = outlet if itself and outlet is not None else _entity(credit.name, by_key)
        agency.kept.add(credit.span)
        if agency is not outlet and agency not in agencies:
            agencies.append(agency)
    return outlet, agencies


def _entity(name: str, by_key: dict[str, Entity]) -> Entity:
    key = same_medium_key(name)
    if key not in by_key:
        by_key[key] = Entity(kind="organisation", first=-1, name=name)
    entity = by_key[key]
    if entity.kind in {"unnamed", "group", "place"}:
        entity.kind = "organisation"
    if not entity.name or len(name.split()) > len(entity.name.split()):
        entity.name = name
    entity.names[name] += 1
    return entity


def _itself(walk: Walk, full: str) -> Entity | None:
    """The body that publishes its own words, called by a shorter or longer form of its name, or "the ministry"."""
    if not is_body(full):
        return None
    whole = _telling(full)
    owned = {
        id(entity)
        for entity, row in zip(walk.sources, walk.rows, strict=True)
        if entity is not None and row.source is not None and re.search(r"['’]s\b", row.source.text)
    }
    for entity in walk.memory.entities:
        if entity.kind in {"person", "place", "group"} or entity not in walk.sources or id(entity) in owned:
            continue
        for form in entity.names or {entity.name: 1}:
            parts = _telling(form)
            nested = bool(parts) and (set(parts) <= set(whole) or set(whole) <= set(parts))
            if nested and (parts[0] == whole[0] or parts == whole[-1:]) and any(noun_class(p) == "body" for p in parts):
                return entity
    return None


def _telling(name: str) -> list[str]:
    """The words of a name in order, but for articles, prepositions and what stands in brackets."""
    small = words("credits", "mastheads", "small")
    bare = [plain(word.strip("(),.")) for word in re.sub(r"\(.*?\)", "", name).split()]
    return [word for word in bare if word and word not in small]


def _shortened(walk: Walk, entity: Entity, full: str) -> bool:
    """Whether a form of the entity's name is the end of the outlet's name, or all of it but its word for a medium."""
    whole = [plain(word) for word in full.split() if plain(word) != "the"]
    generic = {part for form in words("media", "heads") for part in form.split()}
    for form in entity.names:
        parts = [plain(word) for word in form.split()]
        if not 0 < len(parts) < len(whole) or generic.issuperset(parts):
            continue
        if whole[-len(parts) :] == parts and (entity.kind == "organisation" or len(parts) > 1):
            return True
        rest = generic.issuperset(whole[len(parts) :]) and " ".join(parts) not in words("places", "names")
        if rest and whole[: len(parts)] == parts and entity in walk.sources:
            return True
    return False


def _short_for(name: str, full: str) -> bool:
    """Whether `name` is a shorter form of `full`: all its words are of it, one of them more than "news" or "agency"."""
    generic = {part for form in words("media", "heads") for part in form.split()}
    short, whole = (set(re.findall(r"\w+", form.lower())) for form in (name, full))
    return bool(short - generic) and short <= whole


def _beside(text: str, start: int) -> bool:
    """Whether the credit only helped: "with Reuters", "additional reporting by"."""
    before = text[max(0, start - 40) : start].lower().split()
    return bool(before) and before[-1].strip("(,") in words("relays", "beside")


def voices(walk: Walk) -> list[Voices]:
    """Speaker and own relays of every row, by the words beside it or beside the row that it goes on from."""
    media, cues, around = Media(walk), cue_tokens(walk), parents(walk.parsed, walk.rows)
    found: list[Voices] = []
    for index in range(len(walk.rows)):
        one = _voices(Ground(walk, media, cues, index))
        beside = bool(found) and around[index] == around[index - 1]
        found.append(_going_on(walk, index, one, found[-1]) if beside else one)
    return found


def _voices(ground: Ground) -> Voices:
    source, row = ground.walk.sources[ground.index], ground.row
    if ground.anchor is None:
        return Voices(source, ())
    speaker, relays = quoting(ground)
    relays.extend(e for e in carriers(ground) if e is not source and e not in relays)
    relays = [e for e in relays if not ground.media.is_outlet(e)]
    if speaker is not None and row.source is not None:
        relays = [e for e in relays if e is not speaker and not _own(speaker, e)]
    return Voices(speaker, tuple(relays))


def _going_on(walk: Walk, index: int, one: Voices, before: Voices) -> Voices:
    """The relays of the row before where this one goes on with the same speaker's words: "he added"."""
    row, earlier = walk.rows[index], walk.rows[index - 1]
    if one.relays or not before.relays or one.speaker is None or one.speaker is not before.speaker:
        return one
    if row.kind != "speech" or row.source is None or earlier.source is None or row.cue is None:
        return one
    if not (row.source.spans == earlier.source.spans or _taken_up(walk, index)) or _elsewhere(walk, index):
        return one
    return Voices(one.speaker, before.relays)


def _elsewhere(walk: Walk, index: int) -> bool:
    """Whether the cue says that it was on another occasion: to somebody else, at a rally, during a debate."""
    parsed, row = walk.parsed, walk.rows[index]
    cue = [t for span in (row.cue.spans if row.cue is not None else ()) for t in parsed.tokens_in(span)]
    told = any(parsed.lower[t] in words("relays", "inflected", "tell") for t in cue)
    return told or any(
        parsed.lower[c] in words("function_words", "prepositions", "occasions") for t in cue for c in parsed.children[t]
    )


def _taken_up(walk: Walk, index: int) -> bool:
    """Whether the source is a pronoun, or a description of the same body or person that says nothing new."""
    head = walk.scene.heads[index]
    if head is None:
        return False
    if walk.parsed.tags[head] in STANDING_PRONOUNS:
        return True
    row = walk.rows[index]
    spoken = row.cue is not None and any(
        walk.parsed.tags[t][:2] == "VB" for t in walk.parsed.tokens_in(row.cue.spans[0])
    )
    return spoken and walk.parsed.tags[head][:2] == "NN" and "same" not in (row.source or Passage((), "")).text.split()


def _own(speaker: Entity, relay: Entity) -> bool:
    """Whether `relay` is the speaker's own organisation: named in a role of theirs, or the one they speak for."""
    if speaker.owner is relay or relay.owner is speaker:
        return True
    return bool(relay.words) and relay.named and any(relay.words <= role.words for role in speaker.roles)
