"""Finds whom a description takes up ("the minister", "the bloc", "his office"), or makes it somebody of its own.

Stands alone because it decides by nouns, qualifying words and determiners, where `pronouns` weighs and `clusters`
compares letters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.lexicon import table, words
from sayso.parse import lemma
from sayso.parse.labels import NOUNS_BESIDE_NOUNS, NOUNS_ON_NOUNS, PROPER_NOUNS, SUBJECTS
from sayso.resolve.entities import Entity
from sayso.resolve.roles import age_in
from sayso.resolve.terms import gender_of_word, noun_class, singular

if TYPE_CHECKING:
    from sayso.model import ActorKind
    from sayso.resolve.memory import Memory
    from sayso.resolve.phrases import Phrase
    from sayso.resolve.scene import Scene

LAST = 6
"""How many mentions of somebody are looked at for one in a telling place."""
NEAR = 3
"""How many told sentences back "the group" or "the man" may reach for somebody not called so before."""


def describe(scene: Scene, memory: Memory, phrase: Phrase) -> Entity:
    """The entity that the description `phrase` stands for: one known, else a new one."""
    owner = _owner(scene, memory, phrase)
    if owner is not None:
        return _of_owner(scene, memory, phrase, owner)
    known = _itself(scene, memory, phrase) or _taken_up(scene, memory, phrase)
    return known or _new(scene, memory, phrase)


def _owner(scene: Scene, memory: Memory, phrase: Phrase) -> Entity | None:
    """Whose it is: "his office", "Rell's office", "the Rell campaign"."""
    if phrase.possessor is not None:
        return memory.at.get(phrase.possessor)
    for child in scene.parsed.children[phrase.head]:
        entity = memory.at.get(child)
        if (
            entity is not None
            and entity.named
            and entity.kind == "person"
            and scene.parsed.deps[child] in NOUNS_ON_NOUNS
        ):
            return entity
    return None


def _of_owner(scene: Scene, memory: Memory, phrase: Phrase, owner: Entity) -> Entity:
    noun = singular(phrase.noun)
    known = memory.owned(owner, noun + ("s" if phrase.number == "plural" else ""))
    if known is not None:
        return known
    for entity in memory.called(noun):
        for role in entity.roles:
            mine = role.owner is not None and memory.at.get(role.owner) is owner
            if mine and role.noun == noun and entity.singular_person == (phrase.number == "singular"):
                return entity
    entity = _new(scene, memory, phrase)
    entity.owner = owner
    if noun in words("organisations", "owned") and phrase.number == "singular":
        entity.kind = "organisation"
    memory.own(owner, noun + ("s" if phrase.number == "plural" else ""), entity)
    return entity


def _itself(scene: Scene, memory: Memory, phrase: Phrase) -> Entity | None:
    """The named body in "the NAME movement": the noun adds nothing to the name."""
    if (
        phrase.number == "plural"
        or phrase.determiner == "indefinite"
        or singular(phrase.noun) not in words("organisations", "wide", "any")
    ):
        return None
    for child in scene.parsed.children[phrase.head]:
        entity = memory.at.get(child)
        if (
            entity is not None
            and entity.named
            and entity.kind == "organisation"
            and scene.parsed.deps[child] in NOUNS_BESIDE_NOUNS
        ):
            return entity
    return None


def _taken_up(scene: Scene, memory: Memory, phrase: Phrase) -> Entity | None:
    noun = singular(phrase.noun)
    bare = phrase.determiner == "bare"
    if phrase.determiner == "indefinite":
        return None
    if (
        bare
        and phrase.number == "singular"
        and noun_class(noun) == "person"
        and scene.parsed.deps[phrase.head] != "nsubj"
    ):
        return None
    fitting = [e for e in memory.called(noun) if _compatible(phrase, e)]
    if not fitting and phrase.determiner == "definite":
        fitting = _by_level(memory, phrase, noun)
    if bare:
        fitting = [e for e in fitting if not e.named and e.words == phrase.qualifiers | {noun}]
    earlier = [e for e in fitting if e.mentions]
    told = [e for e in earlier if e.named or e.spoke is not None or not e.mentions[-1].quoted]
    for choice in (told, earlier, fitting if phrase.number == "singular" else []):
        if choice:
            return choice[0]
    if bare:
        return None
    return (
        _by_age(memory, scene, phrase)
        or _only_holder(scene, memory, phrase, noun)
        or _akin(scene, memory, phrase, noun)
        or _newly_described(scene, memory, phrase, noun)
        or _wide(scene, memory, phrase, noun)
    )


def _compatible(phrase: Phrase, entity: Entity) -> bool:
    """Whether number agrees and every qualifying word is known of `entity`."""
    plural = entity.number == "plural"
    if entity.name.partition(" ")[0].lower() in words("pronouns", "asking"):
        return False  # "they did not say which party"
    if plural != (phrase.number == "plural") and noun_class(phrase.noun) not in {"body", "group"}:
        return False
    known = entity.words.union(*(role.words for role in entity.roles))
    return all(word in known or _in_age(word, entity) for word in phrase.qualifiers)


def _by_level(memory: Memory, phrase: Phrase, noun: str) -> list[Entity]:
    """The report's one named holder of an office of which no level is told, for "the regional governor"."""
    levels = words("titles", "levels", "words")
    if not phrase.qualifiers or not phrase.qualifiers <= levels or noun_class(noun) != "person":
        return []
    holders = [e for e in memory.called(noun) if e.named and e.kind == "person" and e.singular_person]
    known = [holder.words.union(*(role.words for role in holder.roles)) for holder in holders]
    return holders if len(holders) == 1 and known[0].isdisjoint(levels) else []


def _in_age(word: str, entity: Entity) -> bool:
    return entity.age is not None and word in {entity.age, "year", "old"}


def _only_holder(scene: Scene, memory: Memory, phrase: Phrase, noun: str) -> Entity | None:
    """The one named person met with the office, where "the Norr governor" adds nothing that gainsays their roles."""
    if phrase.number == "plural" or phrase.determiner != "definite":
        return None
    parsed = scene.parsed
    holders = [e for e in memory.called(noun) if e.mentions and e.named and e.kind == "person"]
    if len(holders) != 1 or phrase.qualifiers & words("titles", "contrast"):
        return None
    printed = {singular(parsed.lower[t]) for t in range(phrase.first, phrase.last) if parsed.words[t][:1].isupper()}
    roles = [role for role in holders[0].roles if role.noun == noun]
    placed = any(c.isupper() for role in roles for c in role.text.split(None, 1)[-1][1:])
    lately = scene.told[phrase.head] - holders[0].mentions[-1].sentence <= 2 * NEAR
    if placed and phrase.qualifiers & printed - holders[0].words.union(*(role.words for role in roles)):
        return None
    return holders[0] if lately else None


def _akin(scene: Scene, memory: Memory, phrase: Phrase, noun: str) -> Entity | None:
    """The one named person lately met by a noun that is much the same: "the officer" after "Colonel Rell"."""
    kin = table("titles")["akin"].get(noun, ())
    if phrase.number == "plural" or phrase.determiner != "definite" or phrase.qualifiers & words("titles", "contrast"):
        return None
    here, gender = scene.told[phrase.head], gender_of_word(noun)
    found = {
        id(e): e
        for other in kin
        for e in memory.called(other)
        if e.named
        and e.kind == "person"
        and e.mentions
        and here - e.mentions[-1].sentence <= 2 * NEAR
        and e.gender in {None, gender or e.gender}
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _newly_described(scene: Scene, memory: Memory, phrase: Phrase, noun: str) -> Entity | None:
    """The only person just named, without a role yet, for "the former deputy": nobody new is introduced so."""
    described = phrase.qualifiers & words("titles", "descriptive", "words")
    if not described or noun_class(noun) != "person" or phrase.number == "plural" or phrase.determiner != "definite":
        return None
    here, gender = scene.told[phrase.head], gender_of_word(noun)
    near = [e for e in memory.recent() if e.kind in {"person", "unnamed"} and here - e.mentions[-1].sentence < NEAR]
    persons = [e for e in near if e.singular_person and e.gender in {None, gender or e.gender}]
    fits = len(persons) == 1 and persons[0].named and all(noun_class(r.noun) != "person" for r in persons[0].roles)
    return persons[0] if fits else None


def _by_age(memory: Memory, scene: Scene, phrase: Phrase) -> Entity | None:
    """The person whose age "the 41-year-old baker" gives."""
    age = age_in(scene.parsed.span(phrase.first, phrase.last).of(scene.parsed.text))
    if age is None or phrase.determiner != "definite":
        return None
    known = next((e for e in memory.recent() if e.age == age and e.singular_person), None)
    return known or _of_age_yet_untold(memory, scene, phrase, age)


def _of_age_yet_untold(memory: Memory, scene: Scene, phrase: Phrase, age: str) -> Entity | None:
    """The one named person just in the focus, where "the 41-year-old baker" is the first to tell an age of anybody."""
    here, gender = scene.told[phrase.head], gender_of_word(singular(phrase.noun))
    near = [
        e
        for e in memory.recent()
        if e.named and e.kind == "person" and any(here - m.sentence < NEAR and m.weight > 0 for m in e.mentions[-LAST:])
    ]
    if len(near) != 1 or near[0].age is not None or (gender and near[0].gender not in {None, gender}):
        return None
    near[0].age = age
    return near[0]


def _wide(scene: Scene, memory: Memory, phrase: Phrase, noun: str) -> Entity | None:
    """Whom a wide noun ("the group", "the man") takes up: one lately in the focus whom nothing sets apart."""
    if phrase.number == "plural" or phrase.determiner != "definite":
        return None
    here = scene.told[phrase.head]
    person = noun in words("titles", "wide")
    body = noun in words("organisations", "wide", "any")
    gender = gender_of_word(noun)
    best: tuple[int, int] | None = None
    chosen = None
    for entity in memory.recent():
        last = entity.mentions[-1]
        if here - last.sentence > NEAR or entity.document or entity.number == "plural":
            continue
        if not ((person and entity.kind == "person") or (body and entity.kind == "organisation" and entity.named)):
            continue
        if gender is not None and entity.gender not in {None, gender}:
            continue
        if not _nothing_against(phrase, entity) or _of_state(entity, noun):
            continue
        key = (last.weight - 15 * (here - last.sentence) + 20 * (entity is memory.speaker), last.token)
        if best is None or key > best:
            best, chosen = key, entity
    return chosen


def _of_state(entity: Entity, noun: str) -> bool:
    """Whether a noun that no body of a state goes by would take one up: "the union" after the Audit Office."""
    wide = noun in words("organisations", "wide", "private")
    return wide and not entity.words.isdisjoint(words("organisations", "wide", "public"))


def _nothing_against(phrase: Phrase, entity: Entity) -> bool:
    """Whether the qualifying words are few and the entity has no role or name that goes another way."""
    known = entity.words.union(*(role.words for role in entity.roles))
    return len(phrase.qualifiers - known) == 0


def _new(scene: Scene, memory: Memory, phrase: Phrase) -> Entity:
    noun = singular(phrase.noun)
    kind = _kind(scene, phrase, noun)
    text = scene.parsed.span(phrase.first, phrase.last).of(scene.parsed.text)
    entity = Entity(
        kind=kind,
        first=phrase.first,
        name=_shown(scene, phrase),
        gender=gender_of_word(noun) if phrase.number == "singular" else None,
        number=phrase.number,
        age=age_in(text),
        noun=noun,
        words=phrase.qualifiers | {noun},
        document=noun_class(noun) == "document",
        tokens=(phrase.first, phrase.last),
    )
    if entity.document:
        entity.issuer = _issuer(scene, phrase)
    denied = scene.parsed.lower[phrase.first] in words("pronouns", "determiners", "negative")
    if (phrase.determiner != "possessive" or kind != "person") and not denied:
        memory.describe(noun, entity)
    return entity


def _kind(scene: Scene, phrase: Phrase, noun: str) -> ActorKind:
    sort = noun_class(phrase.noun)
    if noun in words("organisations", "collective", "bodies") and noun == phrase.noun:
        return "organisation"
    if sort in {"body", "place"} and phrase.number == "singular":
        return "place" if sort == "place" else "organisation"
    if sort == "document":
        return "unnamed"
    counted = any(scene.parsed.tags[t] == "CD" for t in range(phrase.first, phrase.head))
    if phrase.number == "plural" and noun not in words("titles", "unnamed") and not (counted and sort == "person"):
        return "group"
    return "unnamed"


def _shown(scene: Scene, phrase: Phrase) -> str:
    parsed = scene.parsed
    first = phrase.first
    if parsed.lower[first] in words("function_words", "determiners", "demonstrative") and first < phrase.head:
        first += 1
    return (
        " ".join(parsed.span(first, phrase.last).of(parsed.text).split())
        .strip(' ,;:—–-"“”')
        .removesuffix("'s")
        .removesuffix("’s")
        .rstrip("'’")
    )


def _issuer(scene: Scene, phrase: Phrase) -> int | None:
    """The token of whoever issued the document: "a report by X", "an X poll", the subject of "said in a statement"."""
    parsed = scene.parsed
    if phrase.possessor is not None:
        return phrase.possessor
    for child in parsed.children[phrase.head]:
        if parsed.deps[child] in NOUNS_ON_NOUNS and parsed.tags[child] in PROPER_NOUNS:
            return child
        if parsed.lower[child] in words("function_words", "prepositions", "makers") and parsed.deps[child] == "prep":
            found = next(
                (c for c in parsed.children[child] if parsed.deps[c] == "pobj" and parsed.tags[c][:2] == "NN"), None
            )
            if found is not None:
                return found
        if parsed.deps[child] == "acl" and lemma(parsed.lower[child], "verb") in words(
            "organisations", "issuing", "verbs"
        ):
            by = next((c for c in parsed.children[child] if parsed.deps[c] == "agent"), None)
            found = None if by is None else next((c for c in parsed.children[by] if parsed.deps[c] == "pobj"), None)
            if found is not None:
                return found
    verb = scene.clause(phrase.head)
    governor = int(parsed.heads[phrase.head])
    taken = lemma(parsed.lower[governor], "verb") in words("organisations", "taking", "verbs")
    if parsed.lower[governor] == "in" or (parsed.deps[phrase.head] == "dobj" and not taken):
        return next((c for c in parsed.children[verb] if parsed.deps[c] in SUBJECTS and c != phrase.head), None)
    return None
