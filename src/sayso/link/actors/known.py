"""What a report tells of an actor, made ready to be compared: names, offices, the places it goes with.

Stands alone because the keys that bring two actors together and the decision whether they are one read the same traits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sayso.lexicon import either, table, words
from sayso.link.actors.names import folded
from sayso.link.actors.places import is_country
from sayso.link.actors.roles import affairs, bodies, role, small
from sayso.link.actors.senses import dictionary
from sayso.parse import lemma
from sayso.resolve.terms import is_title, noun_class

if TYPE_CHECKING:
    from sayso.link.actors.roles import Role
    from sayso.model import Actor, Reading

_CAPITALS = re.compile(r"[A-ZÀ-Þ][\w.’'-]*(?: (?:al-|el-)?[A-ZÀ-Þ][\w’'-]*)*")
_ACRONYM = re.compile(r"[A-Z][A-Z.&]{1,6}[A-Z.]?")
_OF = re.compile(rf"\b(?:{either(words('linking', 'styles', 'parting'))})\b")


@dataclass(frozen=True)
class Known:
    """An actor as one report tells of it: its row, the outlet, places named in the report, and the day.

    `told` are the phrases by which the report names it as a source, which hold more than the row's name and roles.
    """

    actor: Actor
    outlet: str | None = None
    places: frozenset[str] = frozenset()
    published: str | None = None
    told: tuple[str, ...] = ()

    def beside(self, other: Known) -> bool:
        """Whether both reports name the same: two names, or one that is no country's."""
        return beside(self.scene, other.scene)

    @cached_property
    def scene(self) -> frozenset[str]:
        """What the report names, with the town or country that its outlet is called after."""
        outlet = ((word, folded(word)) for word in (self.outlet or "").split())
        return self.places | {plain for raw, plain in outlet if raw[0].isupper() and plain and not dictionary(plain)}

    @cached_property
    def called(self) -> tuple[str, ...]:
        """The names of somebody: the row's own, or what a description holds of one ("judge Hedda Voss of Amsel")."""
        if self.actor.kind == "person":
            if noun_class(self.actor.name.split()[0].lower()) == "body":
                return ()  # "Carmaker Vantor"
            return (self.actor.name, *self.actor.aliases)
        phrases = (self.actor.name, *self.told) if self.actor.kind in {"unnamed", "organisation"} else ()
        return tuple(name for phrase in phrases if (name := _name_within(phrase) or self._bare(phrase)))

    def _bare(self, phrase: str) -> str | None:
        """A name alone that the reading took for a description."""
        tokens = phrase.split(",", maxsplit=1)[0].split()
        alone = self.actor.kind == "unnamed" and all(token[0].isupper() and not is_title(token) for token in tokens)
        return _unless_common(tokens) if alone and tokens else None

    @cached_property
    def person(self) -> bool:
        """Whether it is somebody with a name of his own."""
        return bool(self.called)

    @cached_property
    def nameless(self) -> bool:
        """Whether nobody can be held to it: "a senior official", "residents", "witnesses"."""
        name = self.actor.name
        lower = name.casefold()
        if self.actor.kind == "group":
            return not self.stands_for and not any(word[0].isupper() for word in name.split()[1:]) and not _proper(name)
        if self.actor.kind != "unnamed" or self.person:
            return False
        head = _head(lower)
        if self._speaks_for_named:
            return False
        many = lemma(head, "noun") != head and head not in words("titles", "heads")
        return (
            many
            or lower.split()[0] in words("pronouns", "determiners", "indefinite")
            or head in words("linking", "anybody", "words")
        )

    @cached_property
    def stands_for(self) -> frozenset[str]:
        """The sorts of body whose people a group are ("officers", "health officials"): they speak as the body does."""
        if self.actor.kind != "group":
            return frozenset()
        told = content_words(self.actor.name)
        kinds: dict[str, list[str]] = table("linking")["collective"]["of"]
        found = frozenset(body for word in told[-1:] for body in kinds.get(word, ()))
        besides = (
            frozenset(told[:-1]) - words("organisations", "heads") - bodies() - words("linking", "portfolios", "words")
        )
        plain = frozenset(word for word in besides if dictionary(word) and not is_title(word))
        return found if plain <= words("linking", "collective", "reach") else frozenset()

    @cached_property
    def wide(self) -> bool:
        """Whether it is people of whichever public body: "officials", "authorities"."""
        return bool(self.stands_for) and not words("linking", "collective", "wide").isdisjoint(self.body_words)

    @cached_property
    def _speaks_for_named(self) -> bool:
        """Whether it is anybody who speaks for a body that is told: the words are then that body's."""
        made = role(self.actor.name)
        spoken = made.names or made.words & (words("organisations", "heads") | bodies())
        return bool(made.heads & words("linking", "offices", "speaking") and spoken)

    @cached_property
    def described(self) -> bool:
        """Whether it is one certain person without a name: "the abbot", "the head of state of Oud"."""
        return self.actor.kind == "unnamed" and not self.nameless and not self.person

    @cached_property
    def forms(self) -> tuple[tuple[str, ...], ...]:
        """The names of a person as words (folded), without titles, particles and what stands after a name."""
        found = dict.fromkeys(_person_words(form) for form in self.called or (self.actor.name, *self.actor.aliases))
        return tuple(sorted((form for form in found if form), key=lambda form: (-len(form), form)))[:_FORMS]

    @cached_property
    def generation(self) -> str | None:
        """What tells a son from his father: "jr", "ii"."""
        last = folded(self.actor.name).split()[-1:]
        return last[0] if last and last[0] in words("titles", "suffixes", "words") else None

    @cached_property
    def roles(self) -> tuple[Role, ...]:
        """What the report says that the person is."""
        name = frozenset(word for form in self.forms for word in form) if self.person else frozenset[str]()
        phrases = [*self.actor.roles, *self.told]
        if self.actor.kind == "unnamed":
            phrases.append(self.actor.name)
        found = {made.words: made for made in (role(phrase, name) for phrase in phrases) if made.words}
        return tuple(found.values())[:_ROLES]

    @cached_property
    def classes(self) -> frozenset[str]:
        """What sorts of person the descriptions name: by office, rank, profession, kinship or circumstance."""
        heads: dict[str, list[str]] = table("titles")["heads"]
        own = frozenset(head for made in self.roles for head in made.heads)
        return frozenset(name for name, nouns in heads.items() if not own.isdisjoint(nouns))

    @cached_property
    def contrast(self) -> frozenset[str]:
        """What sets a former or a lesser holder of an office apart ("former", "deputy")."""
        return frozenset(word for made in self.roles for word in made.words) & words("linking", "offices", "contrast")

    @cached_property
    def acronym(self) -> str | None:
        """The letters of a body that goes by its initials, else null."""
        for form in (self.actor.name, *self.actor.aliases):
            if _ACRONYM.fullmatch(form):
                return folded(form.replace("&", "")).replace(" ", "")
        return None

    @cached_property
    def body_words(self) -> tuple[str, ...]:
        """The words of a body's fullest name (folded, in the singular), in order, without words of grammar."""
        phrases = (self.actor.name, *self.told)
        fullest = max(phrases, key=lambda phrase: len(content_words(phrase)) if len(phrase) < _LONGEST else 0)
        return content_words(fullest)

    @cached_property
    def heads(self) -> frozenset[str]:
        """The nouns by which a body is one: "ministry", "police"; of its people, those that they stand for."""
        return self.stands_for or frozenset(
            word for word in self.body_words if word in words("organisations", "heads") | bodies()
        )

    @cached_property
    def portfolios(self) -> frozenset[str]:
        """The affairs that a body is for, one word for all that mean one."""
        return affairs(self.body_words)

    @cached_property
    def own(self) -> frozenset[str]:
        """The words of a body's name that name it: not what kind of body, what it is for or how far it reaches."""
        common = self.heads | words("linking", "portfolios", "words") | words("linking", "levels", "words")
        common |= frozenset(table("linking")["collective"]["of"]) if self.stands_for else frozenset()
        return frozenset(word for word in self.body_words if word not in common)


_LONGEST = 80
_HEAD = 20_000
_PARTICLE = 4
_ROLES = 6
_FORMS = 8
"""So many names of an actor are compared, so that one with five hundred spellings costs no more than another."""


def beside(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether what two reports name (`Known.scene`) holds two names in common, or one that is no country's."""
    return tied(one & other)


def tied(shared: frozenset[str]) -> bool:
    """Whether names that two reports have in common tie them: two, or one that is no country's."""
    return len(shared) > 1 or any(not is_country(name) for name in shared)


def known_actors(reading: Reading) -> dict[str, Known]:
    """What the report tells of each of its actors, by id."""
    report = reading.report
    places = frozenset(
        folded(place)
        for place in (
            *(figure.place for figure in reading.figures),
            *(row.place for row in reading.attributions),
            *(actor.name for actor in reading.actors if actor.kind == "place"),
            *_named(report.text),
            *_dateline(report.text),
        )
        if place
    )
    told: dict[str, dict[str, None]] = {}
    for row in reading.attributions:
        if row.speaker and row.source and not _pronoun(row.source.text):
            told.setdefault(row.speaker, {})[row.source.text] = None
    outlet = report.outlet.name if report.outlet else None
    return {
        actor.id: Known(actor, outlet, places, report.published, tuple(told.get(actor.id, ())))
        for actor in reading.actors
    }


def _pronoun(phrase: str) -> bool:
    return phrase.casefold() in words("pronouns")


def _named(text: str) -> set[str]:
    """The runs of capitals in a report within its sentences: places, persons and bodies, unsorted."""
    never = {*table("dates")["weekdays"], *table("dates")["months"]}
    return {
        re.sub("['’]s$", "", match.group())
        for match in _CAPITALS.finditer(text[:_HEAD])
        if match.start() > 1 and text[match.start() - 2] not in '.!?:\n"“' and match.group().casefold() not in never
    }


def _dateline(text: str) -> list[str]:
    """The place that a report begins with in capitals, if it does."""
    found = _CAPITALS.match(text.lstrip())
    return [found.group()] if found and found.group().isupper() and len(found.group()) > _PARTICLE else []


def content_words(name: str) -> tuple[str, ...]:
    """The words of a body's name, folded and in the singular, in order."""
    printed = folded(name.replace("'s", "").replace("’s", "")).split()
    return tuple(dict.fromkeys(lemma(word, "noun") for word in printed if word not in small()))


def _proper(name: str) -> bool:
    """Whether a group goes by a name ("Houthis"), not by what its members are."""
    return name[:1].isupper() and not all(dictionary(word.lower()) for word in name.split())


def _name_within(phrase: str) -> str | None:
    """A name that stands in a description with an office before or after it, null where there is none."""
    before = _OF.split(phrase.split(",", maxsplit=1)[0], maxsplit=1)[0].split()
    lower = [i for i, token in enumerate(before) if not token[0].isupper()]
    first = lower[-1] + 1 if lower else 0
    run = before[first:]
    titles = next((i for i, token in enumerate(run) if not (is_title(token) or _styled(token))), len(run))
    if run[titles:] and (titles or (first and is_title(before[first - 1]))):
        return _unless_common(run[titles:])
    end = lower[0] if lower else 0
    return _unless_common(before[:end]) if end > 1 and is_title(before[end]) else None


def _unless_common(tokens: list[str]) -> str | None:
    """The words as a name, null where all are words of everyday or one names a body ("King Adal University")."""
    plain = [folded(token) for token in tokens]
    common = all(map(dictionary, plain)) or any(noun_class(word) == "body" for word in plain)
    return None if common else " ".join(tokens)


def _styled(token: str) -> bool:
    styles = table("linking")["styles"]
    plain = folded(token)
    lower = token.islower() and len(token) > _PARTICLE
    return lower or plain in styles["words"] or plain.endswith(tuple(styles["endings"]))


def _head(lower: str) -> str:
    before = _OF.split(lower, maxsplit=1)[0].split()
    return before[-1] if before else lower


def _person_words(form: str) -> tuple[str, ...]:
    tokens = form.split()
    while len(tokens) > 1 and (is_title(tokens[0].strip(".")) or _styled(tokens[0])):
        del tokens[0]
    particles = words("transliteration", "particles", "words")
    drop = particles | words("titles", "suffixes", "words")
    plain = folded(" ".join(tokens)).split()
    kept = tuple(word for word in plain if word not in drop)
    return kept or tuple(plain)
