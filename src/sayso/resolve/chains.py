"""Finds through whom words came: outlet, credited agencies, who quotes or carries whom, the medium that was told.

Stands alone because relaying is said beside the words (in the cue's sentence, a dateline, a credit line), not in them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.resolve.entities import Entity
from sayso.resolve.terms import is_medium, noun_class, plain, same_medium_key, singular, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.model import Attribution
    from sayso.resolve.walk import Walk
    from sayso.stages import Cleaned

REACH = 8
"""How many tokens lie at most between "interview" or "carried" and the medium."""
WINDOW = 120
"""How many tokens of a sentence before and after the cue are looked at."""


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
        short = next((e for e in walk.memory.entities if _shortened(walk, e, report.outlet.name)), None)
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
        itself = outlet is not None and _short_for(credit.name, outlet.name)
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


def voices(walk: Walk, index: int) -> Voices:
    """Speaker and own relays of row `index`, by the words beside it in its sentence."""
    row, source = walk.rows[index], walk.sources[index]
    anchor = _anchor(walk, row, index)
    if anchor is None:
        return Voices(source, ())
    tokens = _beside_content(walk, row, anchor)
    speaker, relays = _quoting(walk, tokens, source, row)
    relays.extend(e for e in _told_or_carried(walk, tokens, row) if e is not source and e not in relays)
    if speaker is not None and row.source is not None:
        relays = [e for e in relays if e is not speaker and not _own(speaker, e)]
    return Voices(speaker, tuple(relays))


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


def _quoting(
    walk: Walk, tokens: list[int], source: Entity | None, row: Attribution
) -> tuple[Entity | None, list[Entity]]:
    """The one quoted and those who quote, where the sentence says "X quoted Y" or "X, citing Y"."""
    speaker, relays = source, list[Entity]()
    for token in tokens:
        word = walk.parsed.lower[token]
        if word not in words("relays", "inflected", "quote") or walk.parsed.tags[token][:2] not in {"VB", "NN", "JJ"}:
            continue
        quoter, quoted = _subject(walk, token), _object(walk, token)
        if quoted is None or quoter is None or quoted is quoter:
            continue
        citing = word in words("relays", "inflected", "citing")
        if not citing and not _as_saying(walk, token):
            continue
        if citing and quoter.kind == "person" and not _in_cue(walk, token, row):
            continue
        if source is quoter or source is quoted:
            speaker = quoted
            relays.append(quoter)
    return speaker, relays


def _as_saying(walk: Walk, verb: int) -> bool:
    """Whether "as saying" follows soon, so that the verb hands on words and not an example or a cause."""
    after = walk.parsed.lower[verb + 1 : verb + 1 + 2 * REACH]
    return any(pair in words("relays", "as-saying") for pair in map(" ".join, pairwise(after)))


def _in_cue(walk: Walk, token: int, row: Attribution) -> bool:
    start = int(walk.parsed.starts[token])
    return row.cue is not None and any(span.start <= start < span.end for span in row.cue.spans)


def _subject(walk: Walk, verb: int) -> Entity | None:
    parsed = walk.parsed
    if any(parsed.deps[c] == "auxpass" for c in parsed.children[verb]):
        return None
    here = verb
    for _ in range(4):
        for child in parsed.children[here]:
            if parsed.deps[child] == "nsubj" and (known := _at(walk, child)) is not None:
                return known
        if parsed.deps[here] not in {"advcl", "acl", "conj", "xcomp", "prep", "pcomp", "ccomp", "amod"}:
            break
        here = int(parsed.heads[here])
        if (known := _at(walk, here)) is not None:
            return known
    before = verb - 1
    while before > 0 and verb - before < 4 and parsed.words[before] in {",", ")", "("}:  # noqa: PLR2004 - next to it
        before -= 1
    return _at(walk, before) if before >= 0 else None


def _object(walk: Walk, verb: int) -> Entity | None:
    parsed = walk.parsed
    nouns = [c for c in parsed.children[verb] if parsed.deps[c] in {"dobj", "nsubj", "dative"} and c > verb]
    for token in [*_before_bracket(walk, verb, nouns), *nouns, *range(verb + 1, min(verb + 6, len(parsed)))]:
        if parsed.tags[token][:2] == "VB" or parsed.words[token] in {",", ";"}:
            break
        if parsed.deps[token] == "poss":
            continue
        known = _at(walk, token) or _named(walk, token)
        if known is not None and not (known.document and known.issuer is None):
            return known
    return None


def _named(walk: Walk, token: int) -> Entity | None:
    """The name at `token` where only what stands in brackets after it makes it a mere modifier."""
    name = walk.name_at.get(token)
    bracketed = name is not None and name.last < len(walk.parsed) and walk.parsed.words[name.last] == "("
    return walk.entity_of[name.first] if name is not None and bracketed else None


def _before_bracket(walk: Walk, verb: int, nouns: list[int]) -> list[int]:
    """The name between the verb and a bracket in which the syntax finds the object: "quoting X (its site)"."""
    words_ = walk.parsed.words
    for noun in nouns[:1]:
        bracket = next((t for t in range(verb + 1, min(noun, verb + WINDOW)) if words_[t] == "("), None)
        if bracket is not None:
            return [t for t in range(verb + 1, bracket) if t in walk.name_at]
    return []


def _at(walk: Walk, token: int) -> Entity | None:
    name = walk.name_at.get(token)
    if name is not None and not name.modifier:
        return walk.entity_of[name.first]
    return walk.memory.at.get(token)


def _told_or_carried(walk: Walk, tokens: list[int], row: Attribution) -> Iterator[Entity]:
    """The media that were told, or that carried, published or held the occasion of the words."""
    parsed = walk.parsed
    held = {t for span in (row.source.spans if row.source is not None else ()) for t in _few(parsed.tokens_in(span))}
    seen: set[int] = set()
    for position, token in enumerate(tokens):
        known = _at(walk, token) or _medium_of(walk, token)
        if known is None or token in held or id(known) in seen or known.kind == "person":
            continue
        lead = _lead(walk, tokens, position)
        if _carried(lead) or (_medium(known) and _occasion(lead, row)):
            seen.add(id(known))
            yield known


def _medium_of(walk: Walk, token: int) -> Entity | None:
    """The medium whose name only narrows a noun: "told a Norr Radio reporter"."""
    name = walk.name_at.get(token)
    entity = walk.entity_of[name.first] if name is not None else None
    return entity if entity is not None and _medium(entity) else None


def _few(tokens: range) -> range:
    return tokens[:WINDOW]


def _lead(walk: Walk, tokens: list[int], position: int) -> list[str]:
    """The words right before the noun phrase at `position`, the nearest first, its own words left out."""
    parsed = walk.parsed
    token = tokens[position]
    name = walk.name_at.get(token)
    first = name.first if name is not None else token
    at = position
    while at > 0 and (
        tokens[at - 1] >= first or parsed.deps[tokens[at - 1]] in {"det", "compound", "amod", "poss", "case", "nmod"}
    ):
        at -= 1
    lead: list[str] = []
    for earlier in reversed(tokens[max(0, at - REACH) : at]):
        if parsed.words[earlier] in {";", ":"}:
            break
        lead.append(parsed.lower[earlier])
    return lead


def _carried(lead: list[str]) -> bool:
    """Whether the words before are "carried by", "quoted ... by", "published in"."""
    if not lead or lead[0] not in {"by", "in", "on"}:
        return False
    carry = words("relays", "inflected", "carry")
    if lead[0] == "by":
        return any(word in carry for word in lead[1:5])
    return len(lead) > 1 and lead[1] in carry - words("relays", "inflected", "quote") - {
        "reported",
        "run",
        "released",
        "posted",
    }


def _occasion(lead: list[str], row: Attribution) -> bool:
    """Whether the words before are "told", "said to", "in an interview with", "speaking on"."""
    if not lead:
        return False
    if lead[0] in words("relays", "inflected", "tell"):
        return True
    if lead[0] not in words("relays", "occasions", "prepositions"):
        return False
    rest = lead[1:]
    if rest and rest[0] in words("relays", "inflected", "to") | {"appeared", "appearing", "interviewed", "asked"}:
        return True
    if lead[0] == "on" and row.cue is not None:
        return bool(rest)
    return any(
        singular(word) in words("relays", "occasions", "nouns") or word in words("relays", "occasions", "nouns")
        for word in rest[:3]
    )


def _medium(entity: Entity) -> bool:
    """Whether the entity is a medium: by its name, or by the noun that describes it."""
    if entity.named:
        return any(is_medium(form) for form in entity.names)
    return entity.noun in words("media", "heads") and noun_class(entity.noun) == "body"


def _own(speaker: Entity, relay: Entity) -> bool:
    """Whether `relay` is the speaker's own organisation: named in a role of theirs, or the one they speak for."""
    if speaker.owner is relay or relay.owner is speaker:
        return True
    return bool(relay.words) and relay.named and any(relay.words <= role.words for role in speaker.roles)
