"""Finds where a report speaks of a news medium and which it is: by its name, by the noun beside it, or by "the paper".

Stands alone because a medium's name looks like any other ("the daily Norr Dal"): only the noun beside it tells.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sayso.lexicon import table, words
from sayso.parse.labels import (
    ARTICLES_AND_POSSESSIVES,
    DETERMINERS_AND_NUMERALS,
    LANDS_AND_PEOPLES,
    NOMINAL_CLASSES,
    NOUN_PHRASES,
)
from sayso.resolve.entities import Entity
from sayso.resolve.terms import is_medium, names_medium, plain, same_medium_key, singular

if TYPE_CHECKING:
    from sayso.resolve.names import Name
    from sayso.resolve.walk import Walk

LONGEST = 6
"""The longest name beside a noun, and the most words before a noun that are looked at, in tokens."""
OPENING = frozenset("«“„‘\"'")
CLOSING = frozenset("»”“’\"'")
SMALL = words("function_words", "in_names", "media")
DEFINITE = words("function_words", "determiners", "definite")
OWN = words("function_words", "determiners", "ours")
THEIRS = words("function_words", "determiners", "owners") | words("function_words", "determiners", "mine")
TAKEN_UP = tuple(words("relays", "taken_up"))


@dataclass(frozen=True, slots=True)
class Medium:
    """A phrase for a medium at tokens ``[first, last)``; `entity` is null for the outlet itself.

    It is not `sure` where its noun names other things too ("all stations"): what is done to the words must tell.
    """

    first: int
    last: int
    entity: Entity | None
    kind: str
    sure: bool = True


class Media:
    """The phrases for media in one report, in text order, and whom each means."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self._parsed = walk.parsed
        self._outlet = walk.parsed.cleaned.report.outlet
        self._by_key: dict[str, Entity] = {}
        for entity in walk.memory.entities:
            if entity.named and entity.kind != "person":
                for form in entity.names:
                    self._by_key.setdefault(same_medium_key(form), entity)
        self._starts = self._content_starts()
        self._firsts = frozenset(self._parsed.sentences)
        self.phrases: list[Medium] = []
        self.at: dict[int, Medium] = {}
        self._met_keys: set[str] = set()
        self._named_beside_nouns()
        self._find()

    def is_outlet(self, entity: Entity) -> bool:
        """Whether it is the outlet by one of its names, or by a shorter form of one."""
        outlet = self._outlet
        return outlet is not None and any(names_medium(form, outlet.name) for form in (*entity.names, entity.name))

    def _content_starts(self) -> set[int]:
        starts: set[int] = set()
        for row in self._walk.rows:
            for span in row.content.spans[:1]:
                tokens = self._parsed.tokens_in(span)
                starts.update(tokens[:1])
        return starts

    def _find(self) -> None:
        token = 0
        while token < len(self._parsed):
            found = self._beside_noun(token) or self._by_name(token)
            if found is None:
                token += 1
                continue
            self.phrases.append(found)
            for inside in range(found.first, found.last):
                self.at.setdefault(inside, found)
            token = max(found.last, token + 1)

    def _named_beside_nouns(self) -> None:
        """Learns the names that have the noun beside them anywhere, so that the bare name is known as a medium's."""
        for token in range(len(self._parsed)):
            if _kind(self._parsed.lower[token]) is not None:
                self._beside_noun(token)

    def _by_name(self, token: int) -> Medium | None:
        """The medium whose name tells that it is one ("Radio Norr"), or has the noun beside it elsewhere."""
        name = self._walk.name_at.get(token)
        last = self._run(token) if self._parsed.words[token][0].isupper() else token
        if name is None and not (last > token + 1 and self._parsed.lower[token] in words("media", "heads", "words")):
            return None
        if name is not None and name.first != token:
            return None
        printed = self._text(token, last)
        if name is not None and not is_medium(printed):
            last = name.last
            printed = self._text(token, last)
        if not self._is_medium(name, printed):
            return None
        if self._beside_noun_after(last):
            return None
        if self._outlet is not None and names_medium(printed, self._outlet.name):
            return Medium(self._left(token), last, None, _kind_of(printed))
        return Medium(self._left(token), last, self._entity(token, last, printed), _kind_of(printed))

    def _is_medium(self, name: Name | None, printed: str) -> bool:
        if is_medium(printed) or same_medium_key(printed) in self._met_keys:
            return True
        if name is None or name.sort in {"person", "people"} or printed.lower() in words("places", "names"):
            return False
        entity = self._walk.entity_of[name.first]
        return any(is_medium(form) for form in entity.names) or self._in_use(name)

    def _in_use(self, name: Name) -> bool:
        """Whether what is done to it shows a medium: "writing in the Norr", "in an interview with the Norr"."""
        lower = self._parsed.lower
        at = name.first - 1 - (lower[name.first - 1] == "the")
        return at > 0 and f"{lower[at - 1]} {lower[at]}" in words("relays", "showing")

    def _beside_noun_after(self, last: int) -> bool:
        """Whether the noun for a medium follows the name: then the noun's phrase is the medium's."""
        parsed = self._parsed
        while (
            last < len(parsed)
            and parsed.lower[last] in words("media", "wide", "narrowing")
            and parsed.words[last].islower()
        ):
            if _kind(parsed.lower[last]) is not None and parsed.tags[last][:2] == "NN":
                return True
            last += 1
        return last < len(parsed) and parsed.words[last].islower() and _kind(parsed.lower[last]) is not None

    def _beside_noun(self, token: int) -> Medium | None:
        word = self._parsed.lower[token]
        kind = _kind(word)
        if kind is None or not self._parsed.words[token].islower():
            return None
        after = self._after(token)
        if after is not None:
            return self._named(token, *after, kind, max(after[1], token + 1))
        before = self._before(token)
        if before is not None:
            return self._named(token, *before, kind, token + 1)
        return self._unnamed(token, kind)

    def _after(self, noun: int) -> tuple[int, int] | None:
        """The name right after the noun, in quotation marks, or after a comma where it is one by itself."""
        words_, first = self._parsed.words, noun + 1
        if first >= len(words_) or first in self._starts:
            return None
        if words_[first] in OPENING:
            return self._quoted(first)
        if words_[first] == ",":
            last = self._run(first + 1)
            name = self._text(first + 1, last)
            closed = last < len(words_) and words_[last] in {",", ")"}
            return (first + 1, last) if closed and is_medium(name) and first + 1 not in self._starts else None
        last = self._run(first)
        return (first, last) if last > first else None

    def _quoted(self, first: int) -> tuple[int, int] | None:
        for last in range(first + 1, min(first + LONGEST + 2, len(self._parsed))):
            if self._parsed.words[last] in CLOSING:
                return (first + 1, last) if last > first + 1 and self._parsed.words[first + 1][0].isupper() else None
        return None

    def _run(self, first: int) -> int:
        """The end of the run of capitalised words from token `first` on."""
        parsed = self._parsed
        last = token = first
        while token < min(first + LONGEST, len(parsed)) and token not in self._starts:
            word = parsed.words[token]
            if word[0].isupper() and word.lower() not in _times():
                last = token + 1
            elif not (token > first and (word in SMALL or word == "-" or (word.isdigit() and last == token))):
                break
            elif word.isdigit():
                last = token + 1
            if parsed.sentence[token] != parsed.sentence[first]:
                break
            token += 1
        return last

    def _before(self, noun: int) -> tuple[int, int] | None:
        """The name right before the noun: "the Evening Lamp newspaper"; no adjective of a people, no owner."""
        parsed = self._parsed
        last = noun
        while (
            last > 0
            and parsed.lower[last - 1] in words("media", "wide", "narrowing")
            and parsed.words[last - 1].islower()
        ):
            last -= 1
        first = last
        while first > 0 and last - first < LONGEST and parsed.sentence[first - 1] == parsed.sentence[noun]:
            word = parsed.words[first - 1]
            if not (word[0].isupper() or (word == "-" and first < last)) or word.lower() in DEFINITE | OWN | THEIRS:
                break
            first -= 1
        if first == last or parsed.words[first] == "-" or (first in self._firsts and last - first == 1):
            return None
        if parsed.tags[last - 1][:2] != "NN" or self._is_people(first, last):
            return None
        return first, last

    def _is_people(self, first: int, last: int) -> bool:
        labels = {e.label for e in self._parsed.entities_in(first, last)}
        return bool(labels & LANDS_AND_PEOPLES) and "ORG" not in labels

    def _named(self, noun: int, first: int, last: int, kind: str, end: int) -> Medium:
        printed = self._text(first, last)
        own = self._outlet is not None and names_medium(printed, self._outlet.name)
        self._met_keys.add(same_medium_key(printed))
        return Medium(self._left(min(noun, first)), end, None if own else self._entity(first, last, printed), kind)

    def _entity(self, first: int, last: int, printed: str) -> Entity:
        """The entity of that name, else a new one; a name taken for a person's becomes the medium's."""
        key = same_medium_key(printed)
        if key not in self._by_key:
            inside = (self._walk.name_at.get(token) for token in range(first, last))
            names = [name for name in inside if name is not None and name.first >= first and name.last <= last]
            whole = next((self._walk.entity_of[n.first] for n in names if n.last == last or len(names) == 1), None)
            self._by_key[key] = whole or Entity(kind="organisation", first=first, name=printed)
        entity = self._by_key[key]
        entity.kind = "organisation"
        entity.names[printed] += 1
        if len(printed) > len(entity.name):
            entity.name = printed
        entity.kept.add(self._parsed.span(first, last))
        return entity

    def _unnamed(self, noun: int, kind: str) -> Medium | None:
        """Whom "the paper" means: the medium met last of that kind; else one without a name."""
        parsed = self._parsed
        first = self._left(noun)
        lead = [parsed.lower[t] for t in range(first, noun)]
        follows = parsed.tags[noun + 1][:2] if noun + 1 < len(parsed) and noun + 1 not in self._starts else ""
        if parsed.tags[noun][:2] not in NOMINAL_CLASSES or follows == "NN" or parsed.lower[noun - 1 : noun] == ("-",):
            return None
        if OWN.intersection(lead):
            return Medium(first, noun + 1, None, kind)
        plural = parsed.tags[noun] == "NNS"
        if DEFINITE.intersection(lead) and not plural and (known := self._meant(first, noun, kind)) is not None:
            return known
        narrowed = any(word in words("media", "wide", "narrowing") for word in lead)
        many = _plurals() | words("media", "wide", "plural")
        sure = narrowed or parsed.lower[noun] not in words("media", "wide", "nouns") | many
        if THEIRS.intersection(lead) or not lead or "social" in lead:
            return None
        entity = self._walk.memory.at.get(noun) or self._new(first, noun)
        return Medium(first, noun + 1, entity, kind, sure)

    def _new(self, first: int, noun: int) -> Entity:
        parsed = self._parsed
        begin = first + (parsed.lower[first] == "the")
        span = parsed.span(begin, noun + 1)
        entity = Entity(kind="organisation", first=noun, name=" ".join(span.of(parsed.text).split()))
        entity.kept.add(span)
        return entity

    def _met(self, noun: str, kind: str) -> Medium | None:
        """The medium met last that bears the noun, else the one of its kind, or else of a kind that no word tells."""
        before = self.phrases[-2 * LONGEST :][::-1]
        bearing = (m for m in before if noun in self._said(m))
        alike = (m for m in before if m.kind == kind and (m.entity is None or m.entity.named))
        untold = (m for m in before if not m.kind and m.entity is not None and m.entity.named)
        return next(bearing, None) or next(alike, None) or next(untold, None)

    def _meant(self, first: int, noun: int, kind: str) -> Medium | None:
        """Which medium "the paper" means: one met before, the outlet, or who was told something before."""
        known = self._met(self._parsed.lower[noun], kind)
        if known is not None:
            return Medium(first, noun + 1, known.entity, kind)
        if self._outlet is not None and _kind_of(self._outlet.name) == kind and noun - first == 1:
            return Medium(first, noun + 1, None, kind)
        other = self._taken_up(first, noun)
        return None if other is None else Medium(first, noun + 1, other, kind)

    def _taken_up(self, first: int, noun: int) -> Entity | None:
        """Whom "told the channel" means where no medium is known: the name told or cited in the last sentences."""
        parsed = self._parsed
        if parsed.lower[first - 1 : first] not in (("told",), ("tells",)) or noun - first != 1:
            return None
        named = (form for one in self._walk.memory.entities if one.named and one.first < noun for form in one.names)
        if any(is_medium(form) for form in named):
            return None
        least = parsed.sentences[max(0, parsed.sentence[noun] - 1)]
        for token in range(first - 2, least - 1, -1):
            name = self._walk.name_at.get(token)
            lead = " ".join(parsed.lower[max(0, token - 2) : token])
            if name is None or name.first != token or not lead.endswith(TAKEN_UP):
                continue
            printed = self._text(token, self._run(token))
            if name.sort not in {"person", "people"} and printed.lower() not in words("places", "names"):
                self._met_keys.add(same_medium_key(printed))
                return self._entity(token, self._run(token), printed)
        return None

    def _said(self, medium: Medium) -> set[str]:
        return set(self._parsed.lower[medium.first : medium.last])

    def _left(self, token: int) -> int:
        """Where the noun phrase begins: its article, adjectives and owner before `token`."""
        parsed = self._parsed
        first = token
        for before in range(token - 1, max(-1, token - LONGEST), -1):
            if parsed.tags[before] in ARTICLES_AND_POSSESSIVES and parsed.sentence[before] == parsed.sentence[token]:
                return before
            if parsed.tags[before] not in {"NN", "NNP", "JJ", "CD", "HYPH", "POS", "JJS", "NNPS"}:
                break
        while first > 0 and token - first < LONGEST and parsed.sentence[first - 1] == parsed.sentence[token]:
            before = first - 1
            tag = parsed.tags[before]
            if tag in DETERMINERS_AND_NUMERALS or (
                parsed.deps[before] in NOUN_PHRASES | {"punct"}
                and (tag[0] in "NJ" or tag in {"VBN", "VBG", "HYPH", "RB"})
            ):
                first = before
                if tag in ARTICLES_AND_POSSESSIVES:
                    break
                continue
            break
        return first

    def _text(self, first: int, last: int) -> str:
        return " ".join(self._parsed.span(first, last).of(self._parsed.text).split()) if last > first else ""


def _kind(word: str) -> str | None:
    """Of what kind the noun `word` (lower case, either number) says that a medium is; null where it is no such noun."""
    forms = {word, singular(word), word.removesuffix("s")}
    if word in words("media", "wide", "plural"):
        return "print"
    return next((k for k in ("print", "broadcast", "wire", "online") if forms & words("media", "nouns", k)), None)


def _kind_of(name: str) -> str:
    """The kind of medium that a name tells by one of its words; empty where it tells none."""
    return next((kind for part in name.split() if (kind := _kind(plain(part))) is not None), "")


@cache
def _plurals() -> frozenset[str]:
    return frozenset(f"{word}s" for word in words("media", "wide", "nouns"))


@cache
def _times() -> frozenset[str]:
    months = frozenset(table("dates")["months"]) - words("dates", "ambiguous", "naming")
    return words("credits", "weekdays") | months | {"i"}
