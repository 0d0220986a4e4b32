"""Gathers the names of places in a report, each with all its mentions and what these say of it.

Stands alone because where a count holds is asked of every name in the report, not of those alone that stand nearby.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.lexicon import words
from sayso.parse.labels import SUBJECTS
from sayso.resolve.circumstances.names import is_country, is_side, names, plain, printed
from sayso.resolve.circumstances.places import places, telling
from sayso.resolve.phrases import head_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from sayso.model import Attribution
    from sayso.resolve.circumstances.places import Place
    from sayso.stages import Parsed

PERSONS = frozenset(("PERSON",))
BODIES = frozenset(("ORG", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT"))
OPENING, CLOSING = frozenset("(["), frozenset(")]")
ASIDE = 5
"""How many tokens before and after a name its brackets stand at most."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands: its tokens, and the place that it is there, null where it only names.

    `teller`: it stands in a source or cue. `behind`: behind a preposition that is not "of". `aside`: in brackets.
    `subject`: it does something. `marked`: the recogniser took it for a name.
    """

    sentence: int
    first: int
    last: int
    place: Place | None
    teller: bool
    behind: bool
    aside: bool
    subject: bool
    marked: bool

    @property
    def scene(self) -> bool:
        """Whether something that befalls people is told to happen there."""
        return self.place is not None and self.place.event and not self.place.origin


@dataclass(frozen=True, slots=True)
class Named:
    """A name that may be a place's, with its mentions in text order; `scenes` counts those where something happens.

    `country`, `site`, `state`: of which sort it is. `personal`, `body`: the same words name a person or a body in the
    report. `dateline`: it stands before the report's first words.
    """

    name: str
    mentions: tuple[Mention, ...]
    scenes: int
    country: bool
    site: bool
    state: bool
    personal: bool
    body: bool
    dateline: bool


@dataclass(frozen=True, slots=True)
class Names:
    """The names of places in a report by their plain form; `scenes`: where something happens, sentence by sentence."""

    known: dict[str, Named]
    scenes: tuple[tuple[int, str], ...]
    countries: int


def gathered(parsed: Parsed, rows: Sequence[Attribution]) -> Names:
    """The names of places in a report."""
    tellers = telling(parsed, rows)
    own = places(parsed, tellers)
    scene = {token: place for here in own.values() for place in here for token in range(place.first, place.last)}
    found: defaultdict[str, list[Mention]] = defaultdict(list)
    shown: dict[str, str] = {}
    storms = _storms(parsed)
    for first, last, label in names(parsed):
        name = printed(parsed, first, last)
        if name is None or plain(name) in storms or (first in tellers and _in_list(parsed, first, last)):
            continue
        place = scene.get(first)
        name = name if place is None else place.name
        shown.setdefault(plain(name), name)
        found[plain(name)].append(_mention(parsed, (first, last), place, teller=first in tellers, marked=bool(label)))
    for key in [key for key, own_mentions in found.items() if _is_side(parsed, own_mentions)]:
        del found[key]
    line = parsed.cleaned.dateline
    dateline = line.place.of(parsed.text).split(",")[0].strip() if line is not None and line.place is not None else ""
    if dateline.lower() in words("places", "names", "capitals"):
        dateline = ""  # agencies write from there of all that lies around
    if dateline:
        shown.setdefault(plain(dateline), dateline)
        found[plain(dateline)].extend(())
    persons, bodies = _words(parsed, PERSONS), _words(parsed, BODIES)
    known = {
        key: _named(shown[key], mentions, persons, bodies, dateline=key == plain(dateline))
        for key, mentions in found.items()
    }
    scenes = (
        (sentence, plain(place.name))
        for sentence, here in sorted(own.items())
        for place in here
        if place.event and not place.origin and place.sort != "site"
    )
    return Names(known, tuple(scenes), sum(named.country for named in known.values()))


def _is_side(parsed: Parsed, mentions: Sequence[Mention]) -> bool:
    """Whether a name only tells whose somebody or something is in the report, and stands for no place in it."""
    return any(is_side(parsed, one.first, one.last) for one in mentions) and not any(
        (one.behind and not _is_doer(parsed, one))
        or (one.place is not None and not is_side(parsed, one.first, one.last))
        for one in mentions
    )


def _is_doer(parsed: Parsed, mention: Mention) -> bool:
    """Whether something is done by it: "38 violations by Ardovia"."""
    head = head_of(parsed, range(mention.first, mention.last))
    return head is not None and parsed.lower[int(parsed.heads[head])] == "by"


def _in_list(parsed: Parsed, first: int, last: int) -> bool:
    """Whether a name is one of several: who speaks in all of them ("police in Tarn and Orlo") tells of no one."""
    head = head_of(parsed, range(first, last))
    return head is not None and "conj" in (parsed.deps[head], *(parsed.deps[c] for c in parsed.children[head]))


def _mention(parsed: Parsed, at: tuple[int, int], place: Place | None, *, teller: bool, marked: bool) -> Mention:
    first, last = at
    head = head_of(parsed, range(first, last))
    opened = not OPENING.isdisjoint(parsed.words[max(0, first - ASIDE) : first])
    aside = opened and not CLOSING.isdisjoint(parsed.words[last : last + ASIDE])
    subject = head is not None and parsed.deps[head] in SUBJECTS
    behind = head is not None and parsed.deps[head] == "pobj" and parsed.lower[int(parsed.heads[head])] != "of"
    return Mention(int(parsed.sentence[first]), first, last, place, teller, behind, aside, subject, marked)


def _named(
    name: str, mentions: Sequence[Mention], persons: AbstractSet[str], bodies: AbstractSet[str], *, dateline: bool
) -> Named:
    sorts = {mention.place.sort for mention in mentions if mention.place is not None}
    own = frozenset(plain(name).split())
    return Named(
        name,
        tuple(mentions),
        scenes=sum(mention.scene for mention in mentions),
        country=is_country(plain(name)),
        site="site" in sorts,
        state="state" in sorts,
        personal=own <= persons,
        body=own <= bodies,
        dateline=dateline,
    )


def _storms(parsed: Parsed) -> frozenset[str]:
    """The names that the report gives to a storm, in lower case."""
    before = words("circumstances", "places", "storms")
    named = (t for t in range(1, len(parsed)) if parsed.lower[t - 1] in before and parsed.words[t - 1][0].isupper())
    return frozenset(parsed.lower[t] for t in named if parsed.words[t][0].isupper())


def _words(parsed: Parsed, labels: AbstractSet[str]) -> frozenset[str]:
    """The words of all names with these labels, in lower case."""
    named = (entity.span.of(parsed.text) for entity in parsed.entities if entity.label in labels)
    return frozenset(word for name in named for word in name.lower().split())
