"""Reads the report's mentions from start to end and settles for each source whom it means.

Stands alone because the order matters: each mention is resolved against those before it, and only this module adds to
them.
"""

from __future__ import annotations

import bisect
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Literal, get_args

from sayso.lexicon import words
from sayso.parse import lemma
from sayso.parse.labels import ADNOMINAL_CLAUSES, COMMON_NOUNS, EQUATED, PERSONAL_PRONOUNS, PREMODIFIERS, SUBJECTS
from sayso.resolve.bearers import bearers
from sayso.resolve.clusters import cluster
from sayso.resolve.descriptions import describe
from sayso.resolve.memory import Memory
from sayso.resolve.names import find_names
from sayso.resolve.nesting import parents
from sayso.resolve.phrases import cut_to, phrase_at, until
from sayso.resolve.pronouns import antecedent, fits
from sayso.resolve.scene import articled_sources, make_scene
from sayso.resolve.terms import gender_of_pronoun, noun_class, plain, singular
from sayso.resolve.turns import Turns

if TYPE_CHECKING:
    from sayso.model import Attribution, Span
    from sayso.resolve.entities import Entity
    from sayso.resolve.names import Name
    from sayso.resolve.phrases import Phrase
    from sayso.resolve.scene import Scene
    from sayso.resolve.terms import Gender
    from sayso.stages import Parsed

Pronoun = Literal["third", "first", "second", "relative", "taking-up", "indefinite"]
AGREED = 0.7
"""Share of the pronouns surely somebody's that must agree for their gender to be taken from them."""
NEAR = 3
"""How many told sentences back somebody may stand whom only a later apposition names."""
OPENING = 3
"""How many tokens into a sentence a pronoun may stand that goes ahead of the name it means."""
NEAREST = 12
"""How many tokens lie at most between a noun and the name beside it."""
PRONOUN_TAGS = frozenset(
    {"PRP", "PRP$", "WP", "WP$", "WDT", "DT", "NN", "CD", "JJ", "JJS", "JJR", "IN", "NNS", "RB", "PDT"}
)


def walk(parsed: Parsed, rows: tuple[Attribution, ...]) -> Walk:
    """The report walked twice: what pronouns surely tell of somebody's gender anywhere in it holds from its start."""
    return Walk(parsed, rows, Walk(parsed, rows))


class Walk:
    """The entities of one report, and for each attribution the one that is its source.

    `first_person` are rows whose source is "I" or "we": they are settled by the words around them.
    """

    def __init__(self, parsed: Parsed, rows: tuple[Attribution, ...], before: Walk | None = None) -> None:
        self.parsed = parsed
        self.rows = rows
        self.scene: Scene = make_scene(parsed, rows)
        self.memory = Memory()
        self.names = find_names(parsed, articled_sources(parsed, rows))
        self.entity_of = cluster(parsed, self.names)
        self.sources: list[Entity | None] = [None] * len(rows)
        self.first_person: set[int] = set()
        self._called = {
            name.keys[-1]: self.entity_of[name.first]
            for name in self.names
            if not name.modifier and name.sort != "place"
        }
        self._votes: defaultdict[int, Counter[Gender]] = defaultdict(Counter)
        self._first_reading = before is None
        genders = before.genders() if before is not None else {}
        self.parents = parents(parsed, rows)
        self.turns = Turns(self.scene, self.parents, self.sources, before.sources if before is not None else ())
        for entity in self.entity_of.values():
            if entity.kind == "person" and entity.gender is None:
                entity.gender = genders.get(entity.first)
        self.name_at = bearers(self.scene, self.names, self.entity_of, self.memory)
        self._read()

    def _read(self) -> None:
        for token in range(len(self.parsed)):
            name = self.name_at.get(token)
            is_source = token in self.scene.sources
            if name is not None:
                if token == name.head or is_source:
                    self._named_later(name, token)
                    self._note(self.entity_of[name.first], token)
            elif is_source or self._worth(token):
                entity = self._resolve(token, is_source=is_source)
                if entity is not None:
                    self._note(entity, token)
            if is_source:
                self._speak(token)

    def _named_later(self, name: Name, token: int) -> None:
        """Makes one of a person named here for the first time and somebody whose noun "the official, X" takes up."""
        entity = self.entity_of[name.first]
        if entity.mentions or entity.kind != "person":
            return
        for role in entity.roles:
            told = phrase_at(self.parsed, role.at)
            if self.parsed.lower[told.first] != "the" or not token - NEAREST < role.at <= name.first:
                continue
            for other in self.memory.called(role.noun):
                if self._unnamed_yet(other, token) and role.words <= other.words:
                    self._same(other, entity)
                    return

    def _unnamed_yet(self, other: Entity, token: int) -> bool:
        """Whether it is one person without a name, met lately."""
        near = bool(other.mentions) and self.scene.told[token] - other.mentions[-1].sentence <= NEAR
        return near and other.singular_person and not other.named

    def _same(self, other: Entity, entity: Entity) -> None:
        """Puts `entity` in the place of `other` wherever that was met."""
        self.memory.replace(other, entity)
        self.sources[:] = [entity if known is other else known for known in self.sources]
        self.turns.replace(other, entity)

    def _note(self, entity: Entity, token: int) -> None:
        self.memory.note(entity, self.scene.mention(token))
        if entity.noun:
            self.memory.refresh(entity.noun, entity)

    def _worth(self, token: int) -> bool:
        """Whether a word that is no source may name somebody to whom a later source refers back."""
        tag, word = self.parsed.tags[token], self.parsed.lower[token]
        if tag in PERSONAL_PRONOUNS:
            return word in words("pronouns", "third") and not self.scene.quoted[token]
        if tag not in COMMON_NOUNS or self.parsed.deps[token] in PREMODIFIERS | EQUATED | {"npadvmod"}:
            return False
        if self.parsed.lower[int(self.parsed.heads[token])] == "as" or any(
            self.parsed.lower[c] in words("pronouns", "determiners", "negative") for c in self.parsed.children[token]
        ):
            return False
        return noun_class(word) != "other" and not (self.scene.quoted[token] and noun_class(word) != "person")

    def _resolve(self, token: int, *, is_source: bool) -> Entity | None:
        kind = self._pronoun(token)
        if kind in {"first", "second"}:
            self.first_person.update(self.scene.sources.get(token, ()) if kind == "first" else ())
            return None
        if kind == "relative":
            return self._relative(token)
        if kind == "third":
            return self._third(token, is_source=is_source)
        return self._described(token, taking_up=kind == "taking-up", is_source=is_source)

    def _described(self, token: int, *, taking_up: bool, is_source: bool) -> Entity | None:
        """Whom a word that is no personal pronoun stands for."""
        if self.parsed.lower[token] in words("titles", "styles"):
            return self._styled(token)
        if is_source and (pair := self.turns.pair(token)) is not None:
            return self.memory.together(pair)
        if taking_up:
            entity, _ = antecedent(self.scene, token, self.memory.recent(), self.turns)
            return entity or (describe(self.scene, self.memory, self._phrase(token)) if is_source else None)
        return self._known_as(token) or self._joined(token) or describe(self.scene, self.memory, self._phrase(token))

    def _known_as(self, token: int) -> Entity | None:
        """Who is called by the capitalised word at `token` elsewhere."""
        capital = self.parsed.words[token][:1].isupper()
        return self._called.get(plain(self.parsed.lower[token])) if capital else None

    def _third(self, token: int, *, is_source: bool) -> Entity | None:
        """Whom "he", "it" or "they" stands for."""
        if self._impersonal(token):
            return None
        both = token + 1 < len(self.parsed) and self.parsed.lower[token + 1] == "both"
        if both and (pair := self.turns.pair(token + 1)) is not None:
            return self.memory.together(pair)
        entity, sure = antecedent(self.scene, token, self.memory.recent(), self.turns)
        if (thing := self._thing_before(token, entity)) is not None:
            return thing
        if entity is None:
            return self._ahead(token) if is_source and not self.scene.quoted[token] else None
        return self._learn(entity, self.parsed.lower[token]) if sure else entity

    def _impersonal(self, token: int) -> bool:
        """Whether "it" is the subject of nothing but a clause ("it appeared that", "it went like this")."""
        verb = int(self.parsed.heads[token])
        if self.parsed.lower[token] != "it" or lemma(self.parsed.lower[verb], "verb") not in words(
            "pronouns", "impersonal", "verbs"
        ):
            return False
        clause = any(self.parsed.deps[child] == "ccomp" for child in self.parsed.children[verb])
        after = verb + 1 < len(self.parsed) and self.parsed.lower[verb + 1] in words("pronouns", "impersonal", "manner")
        return clause or after

    def _thing_before(self, token: int, entity: Entity | None) -> Entity | None:
        """The thing told of right before that "Its owner" at a sentence's start takes up, where no body is."""
        parsed, here = self.parsed, self.parsed.sentence[token]
        sentence = parsed.sentence_tokens(here)
        owner = singular(parsed.lower[int(parsed.heads[token])])
        if parsed.lower[token] != "its" or token != sentence.start or not here:
            return None
        if owner not in words("pronouns", "things", "whose"):
            return None
        before = parsed.sentence_tokens(here - 1)
        if entity is not None and entity.mentions and entity.mentions[-1].token >= before.start:
            return None
        things = [
            noun
            for noun in before
            if parsed.tags[noun] == "NN" and parsed.deps[noun] in SUBJECTS and noun_class(parsed.lower[noun]) == "other"
        ]
        return describe(self.scene, self.memory, phrase_at(parsed, things[-1])) if things else None

    def _ahead(self, token: int) -> Entity | None:
        """The person named later in the sentence that a pronoun opens: "Her remarks cost Rell her seat"."""
        sentence = self.parsed.sentence_tokens(self.parsed.sentence[token])
        first = bisect.bisect_left(self.names, token, key=lambda name: name.first)
        later = (
            self.entity_of[name.first] for name in self.names[first : first + OPENING] if name.last <= sentence.stop
        )
        opens = token - sentence.start < OPENING
        return (
            next((e for e in later if e.kind == "person" and fits(self.parsed.lower[token], e)), None)
            if opens
            else None
        )

    def _styled(self, token: int) -> Entity | None:
        """Whom "His Excellency" or "Madam" means: as the pronoun would."""
        owner = next((c for c in self.parsed.children[token] if self.parsed.deps[c] == "poss"), None)
        if owner is not None:
            return self.memory.at.get(owner)
        entity, _ = antecedent(self.scene, token, self.memory.recent(), self.turns)
        return entity

    def _phrase(self, token: int) -> Phrase:
        """The noun phrase at `token`, from where the source begins of which it is the head.

        Of "another, a baker" it is the baker's.
        """
        own = next((c for c in self.parsed.children[token] if self._says_who(c, token)), None)
        if own is not None:
            return phrase_at(self.parsed, own)
        phrase = phrase_at(self.parsed, token)
        for row in self.scene.sources.get(token, ())[:1]:
            source = self.rows[row].source
            start = int(self.parsed.starts[token])
            for span in source.spans if source is not None else ():
                if span.start <= start < span.end:
                    inside = self.parsed.tokens_in(span)
                    return until(self.parsed, cut_to(self.parsed, phrase, inside.start), inside.stop)
        return phrase

    def _says_who(self, child: int, token: int) -> bool:
        """Whether `child` describes a person in apposition to a word that describes nobody ("one", "the third")."""
        told = self.parsed.deps[child] == "appos" and noun_class(self.parsed.lower[child]) == "person"
        return told and self.parsed.tags[token][:2] != "NN" and token in self.scene.sources

    def _pronoun(self, token: int) -> Pronoun | None:
        word = self.parsed.lower[token]
        if self.parsed.tags[token] not in PRONOUN_TAGS:
            return None
        kinds: tuple[Pronoun, ...] = get_args(Pronoun)
        kind = next((k for k in kinds if word in words("pronouns", k)), None)
        if kind == "taking-up" and (any(self.parsed.deps[c] in {"prep", "relcl"} for c in self.parsed.children[token])):
            return "indefinite"
        return kind

    def _learn(self, entity: Entity, word: str) -> Entity:
        """Keeps the gender that the text itself gives by its pronoun: at first as a vote, then as it is."""
        gender = gender_of_pronoun(word)
        if gender is None or not entity.singular_person:
            return entity
        if entity.named and self._first_reading:
            self._votes[entity.first][gender] += 1
        elif entity.gender is None:
            entity.gender = gender
        return entity

    def genders(self) -> dict[int, Gender]:
        """For the first token of each person named the gender that most of the pronouns surely theirs have."""
        found: dict[int, Gender] = {}
        for first, votes in self._votes.items():
            gender, most = votes.most_common(1)[0]
            if most >= AGREED * votes.total():
                found[first] = gender
        return found

    def _relative(self, token: int) -> Entity | None:
        """Whom "who" stands for: the noun on which its clause depends."""
        here = int(self.parsed.heads[token])
        for _ in range(6):
            if self.parsed.deps[here] in ADNOMINAL_CLAUSES:
                noun = int(self.parsed.heads[here])
                return self._known(noun) if noun < token else None
            if int(self.parsed.heads[here]) == here:
                break
            here = int(self.parsed.heads[here])
        before = token - 1
        while before > 0 and self.parsed.tags[before] in {",", "-LRB-", ":"}:
            before -= 1
        return self._known(before) if before >= 0 and self.parsed.tags[before][:2] == "NN" else None

    def _known(self, noun: int) -> Entity | None:
        name = self.name_at.get(noun)
        if name is not None:
            return self.entity_of[name.first]
        known = self.memory.at.get(noun)
        if (
            known is None
            and self.parsed.tags[noun][:2] in {"NN", "DT", "PR", "CD", "JJ"}
            and self._pronoun(noun) not in {"first", "second", "relative"}
        ):
            known = self._resolve(noun, is_source=True)
            if known is not None:
                self._note(known, noun)
        return known

    def _joined(self, token: int) -> Entity | None:
        """The group of "X and Y" where the whole of it is the source and X is headed by `token`."""
        rows = self.scene.sources.get(token)
        return self._group(token, rows[0]) if rows else None

    def _group(self, token: int, row: int) -> Entity | None:
        heads = [token, *self._conjuncts(token, row)]
        if len(heads) == 1:
            return None
        members = []
        for head in heads:
            member = self._known(head) if head != token else self._alone(token)
            if member is not None and member not in members:
                members.append(member)
        if len(members) < 2:  # noqa: PLR2004 - one is no group
            return members[0] if members else None
        return self.memory.together(tuple(members))

    def _alone(self, token: int) -> Entity | None:
        name = self.name_at.get(token)
        if name is not None:
            return self.entity_of[name.first]
        if self._pronoun(token) in {"third", "first", "second", "relative"}:
            return self.memory.at.get(token)
        return describe(self.scene, self.memory, self._phrase(token))

    def _conjuncts(self, token: int, row: int) -> list[int]:
        source = self.rows[row].source
        assert source is not None  # noqa: S101 - a row in `sources` has one
        found: list[int] = []
        here = token
        for _ in range(8):
            nxt = next(
                (
                    c
                    for c in self.parsed.children[here]
                    if self.parsed.deps[c] == "conj" and self._inside(c, source.spans)
                ),
                None,
            )
            one = nxt is not None and (self._one_name(token, nxt) or self._one_holder(token, nxt))
            if nxt is None or one or self.parsed.tags[nxt][:2] not in {"NN", "PR", "CD", "DT"}:
                break
            found.append(nxt)
            here = nxt
        return found

    def _one_holder(self, token: int, other: int) -> bool:
        """Whether "and" joins two offices of one person: "its president and chief executive, Ada Rell"."""
        name = self.name_at.get(token)
        bare = not any(self.parsed.deps[c] in {"det", "poss"} for c in self.parsed.children[other])
        offices = self.parsed.tags[token] == "NN" and noun_class(self.parsed.lower[other]) == "person"
        return name is not None and name.sort == "person" and name.first > other and bare and offices

    def _one_name(self, token: int, other: int) -> bool:
        """Whether "and" joins two words of one body's name: "the High Court of Norr and Halden"."""
        name, joined = self.name_at.get(token), self.name_at.get(other)
        return name is not None and joined is not None and name.sort == "organisation" and joined.sort == "place"

    def _inside(self, token: int, spans: tuple[Span, ...]) -> bool:
        start = int(self.parsed.starts[token])
        return any(span.start <= start < span.end for span in spans)

    def _speak(self, token: int) -> None:
        """Gives the rows whose source is headed by `token` their entity, and keeps who spoke last."""
        entity = self.memory.at.get(token)
        if entity is None:
            return
        for row in self.scene.sources[token]:
            group = self._group(token, row) if self.name_at.get(token) is not None else None
            whole = group if group is not None and group.members else entity
            if whole is not entity:
                self._note(whole, token)
            self.sources[row] = whole
            if self.rows[row].kind == "speech" and not self.scene.quoted[token]:
                self.turns.note(row, whole)
                self.memory.speaker = self.turns.speaker
                whole.spoke = self.scene.told[token]
