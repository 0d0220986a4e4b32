"""Finds who is said to quote or cite whom beside a row's cue, and so whose words the row's are and who relays them.

Stands alone because citing chains up ("A, quoting B, which cited C"), unlike telling and carrying.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.lexicon import words
from sayso.parse.labels import HEARERS, OPEN_CLASSES, PATIENTS, RELATIVE_PRONOUNS
from sayso.resolve.ground import WINDOW, described

if TYPE_CHECKING:
    from sayso.resolve.entities import Entity
    from sayso.resolve.ground import Ground
    from sayso.resolve.walk import Walk
    from sayso.stages import Parsed

NEAR = 5
"""How far before a verb a name may stand with only commas and brackets between."""
AFTER = 16
"""How many tokens lie at most between "quoted" and "as saying"."""
CLIMBED = frozenset({"advcl", "acl", "conj", "xcomp", "prep", "pcomp", "pobj", "ccomp", "amod", "agent", "parataxis"})


def quoting(ground: Ground) -> tuple[Entity | None, list[Entity]]:
    """The one quoted and those who quote, nearest to the reader first: "X quoted Y", "X, citing Y, which cited Z"."""
    speaker = ground.walk.sources[ground.index]
    links: list[tuple[Entity, Entity]] = []
    for token in ground.tokens:
        link = _citation(ground, token)
        if link is None or link[0] is link[1]:
            continue
        quoter, quoted, citing = link
        if speaker is not None and _shortened(quoter, speaker):
            quoter = speaker
        if citing and quoter.kind == "person" and speaker is not quoted and token not in ground.cue:
            continue
        links.append((quoter, quoted))
    return _chained(speaker, links)


def quoted_as_saying(walk: Walk, row: int) -> Entity | None:
    """Who "was quoted as saying" a row's words, by the sentence that goes on behind them."""
    parsed = walk.parsed
    told = parsed.tokens_in(walk.rows[row].content.spans[-1])
    sentence = parsed.sentence_tokens(parsed.sentence[told[-1]])
    for verb in range(told[-1] + 1, sentence.stop):
        passive = any(parsed.deps[child] == "auxpass" for child in parsed.children[verb])
        if passive and parsed.lower[verb] in words("relays", "inflected", "quote") and _as_saying(parsed, verb):
            subjects = [c for c in parsed.children[verb] if parsed.deps[c] == "nsubjpass" and told[-1] < c < verb]
            beside = [c for s in subjects for c in parsed.children[s] if parsed.deps[c] == "appos"]
            names = [walk.name_at[token] for token in (*subjects, *beside) if token in walk.name_at]
            met = (walk.memory.at.get(token) for token in subjects)
            return walk.entity_of[names[0].first] if names else next((one for one in met if one is not None), None)
    return None


def _shortened(one: Entity, other: Entity) -> bool:
    """Whether `one` bears some of the words of `other`'s name and no more: "Meridian", "the Meridian agency"."""
    return set(one.name.lower().split()) < set(other.name.lower().split())


def _chained(speaker: Entity | None, links: list[tuple[Entity, Entity]]) -> tuple[Entity | None, list[Entity]]:
    """The last one quoted from `speaker` on, and all between and before, by the `links` of who quotes whom."""
    relays: list[Entity] = []
    for _ in links:
        after = next((b for a, b in links if a is speaker and b not in relays), None)
        if speaker is None or after is None:
            break
        relays.append(speaker)
        speaker = after
    first = relays[0] if relays else speaker
    for _ in links:
        before = next((a for a, b in links if b is first and a is not speaker and a not in relays), None)
        if before is None:
            break
        relays.insert(0, before)
        first = before
    return speaker, relays


def _citation(ground: Ground, token: int) -> tuple[Entity, Entity, bool] | None:
    """Who quotes whom by the word at `token`, and whether by "citing" rather than "quoted ... as saying"."""
    parsed = ground.parsed
    word = parsed.lower[token]
    phrase = _phrase_from(ground, token)
    if phrase:
        quoter, quoted = _subject(ground, token), _object(ground, token + phrase - 1)
        return (quoter, quoted, True) if quoter is not None and quoted is not None else None
    if word not in words("relays", "inflected", "quote") and word not in words("relays", "inflected", "reported"):
        return None
    if parsed.tags[token][:2] not in OPEN_CLASSES:
        return None
    citing = word in words("relays", "inflected", "citing") or _finite_cite(ground, token)
    if not citing and not _as_saying(ground.parsed, token):
        return None
    quoter, quoted = _subject(ground, token), _object(ground, token)
    return (quoter, quoted, citing) if quoter is not None and quoted is not None else None


def _finite_cite(ground: Ground, token: int) -> bool:
    """Whether it is "which cites X": a relative clause on whoever relays."""
    parsed = ground.parsed
    relative = any(parsed.tags[c] in RELATIVE_PRONOUNS for c in parsed.children[token])
    return relative and parsed.lower[token] in words("relays", "inflected", "quote")


def _phrase_from(ground: Ground, token: int) -> int:
    """How many tokens the phrase of citing at `token` has ("with reference to"); 0 for none."""
    lower = ground.parsed.lower
    for parts in _phrases().get(lower[token], ()):
        if lower[token : token + len(parts)] == parts:
            return len(parts)
    return 0


@cache
def _phrases() -> dict[str, list[tuple[str, ...]]]:
    """The phrases of citing by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(words("relays", "citing")):
        parts = tuple(phrase.split())
        found.setdefault(parts[0], []).append(parts)
    return found


def _as_saying(parsed: Parsed, verb: int) -> bool:
    """Whether "as saying" follows soon, so that the verb hands on words and not an example or a cause."""
    after = parsed.lower[verb + 1 : verb + 1 + AFTER]
    return any(pair in words("relays", "as-saying") for pair in map(" ".join, pairwise(after)))


def _subject(ground: Ground, verb: int) -> Entity | None:
    """Who does what the verb says: its subject, that of the verb above it, or the noun that its clause describes."""
    parsed = ground.parsed
    if any(parsed.deps[c] == "auxpass" for c in parsed.children[verb]):
        return None
    if parsed.tags[verb] == "VBG" and verb and (beside := ground.at(verb - 1)) is not None:
        return beside
    here = verb
    for _ in range(5):
        for child in parsed.children[here]:
            if parsed.deps[child] == "nsubj":
                if parsed.tags[child] in RELATIVE_PRONOUNS:
                    return _antecedent(ground, child)
                if (known := ground.at(child)) is not None or (known := described(ground, child)) is not None:
                    return known
        if parsed.deps[here] not in CLIMBED | PATIENTS:
            break
        here = int(parsed.heads[here])
        if parsed.tags[here][:2] == "NN" and (known := ground.at(here)) is not None:
            return known
    return _left_of(ground, verb) or (_left_of(ground, here) if here in ground.cue else None)


def _left_of(ground: Ground, verb: int) -> Entity | None:
    """Who is named right before the verb, a comma or a bracket aside."""
    before = verb - 1
    while before > 0 and verb - before < NEAR and ground.parsed.words[before] in {",", ")", "("}:
        before -= 1
    return ground.at(before) if before >= 0 else None


def _antecedent(ground: Ground, relative: int) -> Entity | None:
    """Whom "which" takes up: whoever is named right before it."""
    before = relative - 1
    while before > 0 and ground.parsed.words[before] in {",", "(", ")", "»", '"', "”"}:
        before -= 1
    return ground.at(before)


def _object(ground: Ground, verb: int) -> Entity | None:
    parsed = ground.parsed
    nouns = [c for c in parsed.children[verb] if parsed.deps[c] in HEARERS | {"nsubj", "pobj"} and c > verb]
    for token in [*_before_bracket(ground, verb, nouns), *nouns, *range(verb + 1, min(verb + 7, len(parsed)))]:
        if parsed.tags[token][:2] == "VB" or parsed.words[token] in {",", ";"}:
            break
        if parsed.deps[token] == "poss":
            continue
        known = ground.at(token) or _named(ground, token)
        if known is not None and not (known.document and known.issuer is None):
            return known
    return None


def _named(ground: Ground, token: int) -> Entity | None:
    """The name at `token` where only what stands in brackets after it makes it a mere modifier."""
    walk = ground.walk
    name = walk.name_at.get(token)
    bracketed = name is not None and name.last < len(walk.parsed) and walk.parsed.words[name.last] == "("
    return walk.entity_of[name.first] if name is not None and bracketed else None


def _before_bracket(ground: Ground, verb: int, nouns: list[int]) -> list[int]:
    """The name between the verb and a bracket in which the syntax finds the object: "quoting X (its site)"."""
    words_ = ground.parsed.words
    for noun in nouns[:1]:
        bracket = next((t for t in range(verb + 1, min(noun, verb + WINDOW)) if words_[t] == "("), None)
        if bracket is not None:
            return [t for t in range(verb + 1, bracket) if t in ground.walk.name_at]
    return []
