"""Finds the names in a report that may be a place's, and how each is printed.

Stands alone because a recogniser errs on rare names: what is marked elsewhere in the report, and where only a place
can stand, helps out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.lexicon import words
from sayso.parse import lemma
from sayso.parse.labels import ATTRIBUTIVES, COMMON_NOUNS, LANDS, PEOPLES, PLACE_NAMES, PROPER_NOUNS, QUALIFIERS
from sayso.resolve.phrases import head_of
from sayso.resolve.terms import noun_class

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.stages import Entity as Label
    from sayso.stages import Parsed

TITLE = 6
SHORT = 3
LONGEST = 6
"""How many tokens a name has at most that no recogniser marked."""
SITE = 3
"""How many tokens behind a place's name the building stands at most that is called by it ("Tarn railway station")."""
PARTICLE = re.compile(r"(?<!\w)[^\W\d_]{2,3}-$")
TWO = re.compile(r"[^\W\d_]-[A-ZÀ-Þ]")
LONG = 20
"""Characters after a name in which the word behind it is looked for."""
_BEFORE = re.compile(r"(?<!\w)([A-Z][a-z]+) $")
_BEHIND = re.compile(r" ([A-Z][a-z]+)(?!\w)")
OWNER = re.compile(r"['\N{RIGHT SINGLE QUOTATION MARK}]s?$")


def names(parsed: Parsed) -> Iterator[tuple[int, int, str]]:
    """The names that may be places: first token, token after the last, label ("" where no recogniser marked one)."""
    known = {plain(e.span.of(parsed.text)) for e in parsed.entities if e.label in LANDS}
    at = 0
    while at < len(parsed):
        entity = parsed.entity_at(at)
        first, last = (at, at + 1) if entity is None else (entity.first, entity.last)
        named = entity is not None and (entity.label in PLACE_NAMES or plain(entity.span.of(parsed.text)) in known)
        country = parsed.tags[last - 1] in PROPER_NOUNS and is_country(plain(parsed.words[last - 1]))
        if entity is not None and _is_somebody(parsed, last - 1):
            at = last
            continue
        if (
            entity is not None
            and not (named or country)
            and (_is_listed(parsed, entity) or _names_site(parsed, entity) or _is_counted_in(parsed, entity))
        ):
            yield first, last, ""
        elif entity is not None and (named or country):
            last += _is_halved(parsed, last - 1)
            yield _first(parsed, first), last, entity.label if named else "GPE"
        elif parsed.tags[last - 1] in PROPER_NOUNS and _is_unmarked_place(parsed, last - 1):
            yield _first(parsed, last - 1), last, ""
        at = last


def printed(parsed: Parsed, first: int, last: int) -> str | None:
    """The name without article and with its particle; null for half of a compound, or no name."""
    text, start, end = parsed.text, int(parsed.starts[first]), int(parsed.ends[last - 1])
    particle = PARTICLE.search(text, max(0, start - SHORT - 2), start)
    start = particle.start() if particle else start
    before = _BEFORE.search(text, max(0, start - LONG), start)
    if (
        before
        and before[1].lower() in words("circumstances", "places", "directions")
        and not _begins(parsed, first - 1)
    ):
        start = before.start(1)
    behind = _BEHIND.match(text, end)
    if behind and behind[1].lower() in words("circumstances", "places", "behind"):
        end = behind.end()
    halved = text[max(0, start - 1) : start] == "-" or (
        text[end : end + 1] == "-" and text[end + 1 : end + 2].isupper()
    )
    own = text[start:end].split()
    if own and (own[0].lower() == "the" or own[0] in words("circumstances", "places", "kinds")):
        own = own[1:]
    while own and own[-1].islower():
        own = own[:-1]
    if halved or _between(text, start, end) or not any(c.isupper() for word in own for c in word):
        return None
    if all(word.lower() in words("circumstances", "places", "parts") for word in own):
        return None  # "Strikes on Hospital in Tarnau"
    if len(own) > 1 and plain(own[0]) != own[0].lower():
        own = own[1:]  # "Orland's Tarn"
    return " ".join([*own[:-1], own[-1][: len(plain(own[-1]))]])


def _begins(parsed: Parsed, token: int) -> bool:
    """Whether a word begins its sentence, so that its capital says nothing, or stands in a line of capitals."""
    return token < 0 or token == parsed.sentences[parsed.sentence[token]] or _in_capitals(parsed, token)


def _between(text: str, start: int, end: int) -> bool:
    """Whether two names are joined by what lies between their places: "the Orland-Tarn border"."""
    following = text[end : end + LONG].split()[:1]
    lines = words("circumstances", "places", "lines")
    return bool(following) and TWO.search(text[start:end]) is not None and following[0].strip(".,;").lower() in lines


def is_country(name: str) -> bool:
    """Whether a name in lower case is a country's."""
    return name in words("places", "names", "countries")


def plain(name: str) -> str:
    """A name in lower case, without article and possessive ending, also where a country's lost its apostrophe."""
    low = OWNER.sub("", name.lower()).removeprefix("the ")
    return low[:-1] if low.endswith("s") and is_country(low[:-1]) else low


def _is_unmarked_place(parsed: Parsed, token: int) -> bool:
    """A proper noun that the recogniser missed, where only a place can stand: "in Miren", "the village of Tarn"."""
    governor = int(parsed.heads[token])
    if parsed.deps[token] == "pobj":
        if parsed.lower[governor] == "of":
            return parsed.lower[int(parsed.heads[governor])] in words("circumstances", "places", "kinds")
        if parsed.lower[governor] == "near" and _is_whole(parsed, governor, token):
            return True
        own = (
            parsed.words[token][:1].isupper() and not parsed.words[token].isupper() and parsed.entity_at(token) is None
        )
        plain = parsed.lower[governor] in words("circumstances", "places", "plain")
        named = any(parsed.entity_at(before) is not None for before in range(governor + 1, token))
        known = parsed.lower[token] in words("circumstances", "places", "no_place") | words("designations", "months")
        return own and plain and not named and not known and not _in_capitals(parsed, token)
    modifies = parsed.deps[token] in QUALIFIERS | {"appos"} and parsed.entity_at(token) is None
    last = token + 1 == len(parsed) or parsed.tags[token + 1] not in PROPER_NOUNS
    return modifies and last and parsed.lower[governor] in words("circumstances", "places", "kinds")


def _is_whole(parsed: Parsed, preposition: int, token: int) -> bool:
    """Whether all of a name that was taken for a body's stands behind a preposition and is no body's by its words."""
    entity = parsed.entity_at(token)
    alone = entity is not None and entity.label == "ORG" and (entity.first, entity.last) == (preposition + 1, token + 1)
    return alone and not parsed.words[token].isupper() and not _is_body(parsed, token)


def _first(parsed: Parsed, last: int) -> int:
    """The first token of the name that ends with token `last` and that no recogniser marked: "Jeb al-Jar"."""
    first = last
    while last - first < LONGEST and first > 0:
        before = first - 1
        glued = before > 0 and parsed.words[before] == "-" and parsed.ends[before] == parsed.starts[first]
        glued = glued and not _is_people_or_place(parsed, before - 1)
        heads = (*range(first, last + 1), int(parsed.heads[last]))
        if glued:
            first -= 2
        elif parsed.tags[before] == "NNP" and int(parsed.heads[before]) in heads:
            first -= 1
        else:
            break
    return first


def _is_halved(parsed: Parsed, token: int) -> bool:
    """Whether the recogniser parted a name behind a preposition of place after `token`: "near Tel Hawwar,"."""
    second = token + 1
    if second >= len(parsed) or parsed.tags[second] not in PROPER_NOUNS or is_country(plain(parsed.words[token])):
        return False
    above = int(parsed.heads[second])
    other = parsed.entity_at(second)
    begins = other is not None and other.label in ("PERSON", "ORG") and other.first == second
    own = begins and parsed.deps[token] == "compound" and int(parsed.heads[token]) == second
    behind = parsed.deps[second] == "pobj" and parsed.lower[above] in words("circumstances", "places", "where")
    return own and behind and not parsed.words[second].isupper() and not _is_body(parsed, second)


def _is_body(parsed: Parsed, token: int) -> bool:
    return noun_class(parsed.lower[token]) in ("body", "group")


def is_side(parsed: Parsed, first: int, last: int) -> bool:
    """Whether a name only says whose those are who do or suffer something: "Belmish missiles", "Belm's troops"."""
    head = head_of(parsed, range(first, last))
    if head is None or parsed.deps[head] not in ATTRIBUTIVES or is_country(plain(parsed.words[head])):
        return False
    noun = lemma(parsed.lower[int(parsed.heads[head])], "noun")
    return int(parsed.heads[head]) > head and noun in words("circumstances", "places", "sides")


def _is_somebody(parsed: Parsed, token: int) -> bool:
    """Whether a name says who a person is: "her neighbour, Pavlo"."""
    above = int(parsed.heads[token])
    own = above < token and parsed.deps[token] == "appos" and parsed.tags[above] in COMMON_NOUNS
    return own and noun_class(parsed.lower[above]) == "person" and not is_country(plain(parsed.words[token]))


def _is_listed(parsed: Parsed, entity: Label) -> bool:
    """Whether a name of one word that was taken for a person's ends a list of places: "in Tarn, Orlo and Hadrek"."""
    token = entity.first
    if entity.last - token > 1 or entity.label not in ("PERSON", "ORG"):
        return False
    for _ in range(LONGEST):
        above = int(parsed.heads[token])
        if parsed.deps[token] != "conj" or above >= token or parsed.tags[above] not in PROPER_NOUNS:
            break
        token = above
    preposition = int(parsed.heads[token])
    placed = parsed.lower[preposition] in words("circumstances", "places", "plain")
    if parsed.lower[preposition] == "of":  # "in the towns of Tarn, Orlo and Hadrek"
        kind = parsed.lower[int(parsed.heads[preposition])]
        placed = kind in words("circumstances", "places", "kinds") or kind in words("circumstances", "places", "parts")
    return placed and parsed.deps[token] == "pobj" and token != entity.first and parsed.label_at(token) in LANDS


def _is_counted_in(parsed: Parsed, entity: Label) -> bool:
    """Whether what was taken for a person's name has only a number and "in" before it: "nine in Tarn and six"."""
    at = entity.first - 1
    placed = at > 0 and parsed.lower[at] in words("circumstances", "places", "plain") and parsed.tags[at - 1] == "CD"
    return placed and entity.label == "PERSON" and entity.last - entity.first == 1


def _names_site(parsed: Parsed, entity: Label) -> bool:
    """Whether a name that was taken for a body's says where a public building stands: "at Tarn railway station"."""
    token = entity.last - 1
    noun = int(parsed.heads[token])
    led = parsed.deps[token] in ATTRIBUTIVES and token < noun <= token + SITE and parsed.tags[noun] in COMMON_NOUNS
    own = entity.label == "ORG" and not parsed.words[token].isupper() and parsed.tags[token] in PROPER_NOUNS
    return own and led and parsed.lower[noun] in words("circumstances", "places", "public")


def _is_people_or_place(parsed: Parsed, token: int) -> bool:
    entity = parsed.entity_at(token)
    return entity is not None and entity.label in PEOPLES


def _in_capitals(parsed: Parsed, token: int) -> bool:
    """Whether the words around are all written with a capital, as in headlines, so that it says nothing."""
    sentence = parsed.sentence_tokens(parsed.sentence[token])
    near = parsed.words[max(sentence[0], token - TITLE) : min(sentence[-1] + 1, token + TITLE)]
    own = [word for word in near if word.isalpha() and len(word) > SHORT]
    return len(own) > 1 and sum(word[0].isupper() for word in own) * 4 >= len(own) * 3
