"""Finds the places that a report names as where something is or befalls somebody.

Stands alone because the figures of a clause, of its sentence and of the sentences after it all share these places.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from sayso.lexicon import words
from sayso.parse import lemma
from sayso.parse.labels import ATTRIBUTIVES, AUXILIARIES, COMMON_NOUNS, JOINED, PATIENTS, PROPER_NOUNS, SUBJECTS
from sayso.resolve.circumstances.names import is_country, names, printed
from sayso.resolve.phrases import head_of
from sayso.resolve.terms import noun_class

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from sayso.model import Attribution
    from sayso.stages import Parsed

SORTS = ("place", "site", "state", "country")
UP = 8
"""How many steps up the syntax a place may hang from its verb."""
NEAR = 20
"""How many tokens before and after a place an event may stand."""
NEST = 5
"""How many tokens lie at most between two names of one place ("in Tarn, a town in Orland")."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place where something is told to be or to befall somebody, as printed.

    `sort`: a country, a state of one, a site (a street, a building), or a ``place`` between. `kind`: the noun that
    tells ("town"), empty without one. `first`, `last`: its tokens, `head` the one it hangs by. `clause`: the verb
    above. `origin`: it is where somebody came from. `event`: something that befalls people is told to happen there.
    `listed`: it is several that are named together. `site`: a building is called by it ("Tarn railway station").
    """

    name: str
    sort: str
    kind: str
    first: int
    last: int
    head: int
    clause: int
    origin: bool = False
    event: bool = False
    listed: bool = False
    site: bool = False


def places(parsed: Parsed, tellers: AbstractSet[int]) -> dict[int, list[Place]]:
    """The places of a report by sentence, in text order; of names that nest in one another the most telling.

    `tellers` are the tokens of sources and cues: a place there is the speaker's, or where it was said.
    """
    found: defaultdict[int, list[Place]] = defaultdict(list)
    for first, last, label in names(parsed):
        place = None if first in tellers else _place(parsed, first, last, label, tellers)
        if place is None:
            continue
        before = found[parsed.sentence[first]]
        if before and _nested(parsed, before[-1], place):
            before[-1] = _joined(parsed, before[-1], place)
        elif before and _beside(parsed, before[-1], place):
            before[-1] = _together(parsed, before[-1], place)
        else:
            before.append(place)
    return found


def _beside(parsed: Parsed, one: Place, two: Place) -> bool:
    """Whether "and" or a comma joins two places of one sort, neither of which has them all: "in Tarn and Orlo"."""
    between, noun = range(one.last, two.first), _called(parsed, two.head)
    own = {noun, noun + 1}  # "Tarn and the village of Orlo"
    listing = all(parsed.lower[t] in words("function_words", "in_names", "listing") or t in own for t in between)
    joined = parsed.deps[noun] in JOINED or any(parsed.tags[t] == "CC" for t in between)
    return len(between) > 0 and listing and joined and one.sort == two.sort


def _called(parsed: Parsed, head: int) -> int:
    """The noun that says what kind of place it is, where "of" joins them ("the village of Tarn"), else the name."""
    of = int(parsed.heads[head])
    noun = int(parsed.heads[of])
    kind = parsed.lower[of] == "of" and parsed.lower[noun] in words("circumstances", "places", "kinds")
    return noun if kind and noun + 1 == of else head


def _together(parsed: Parsed, one: Place, two: Place) -> Place:
    """Both as one, called by all that is printed of them: what is counted in both is counted in neither alone."""
    words_between = parsed.span(one.first, two.last).of(parsed.text)
    return replace(one, name=" ".join(words_between.split()), last=two.last, event=one.event or two.event, listed=True)


def clause_of(parsed: Parsed, token: int) -> int:
    """The verb at or above `token`, else the root of its sentence."""
    for _ in range(UP):
        verb = parsed.tags[token][:2] == "VB" and parsed.deps[token] not in AUXILIARIES
        if verb or int(parsed.heads[token]) == token:
            break
        token = int(parsed.heads[token])
    return token


def telling(parsed: Parsed, rows: Iterable[Attribution]) -> set[int]:
    """The tokens of sources and cues."""
    parts = [part for row in rows for part in (row.source, row.cue) if part is not None]
    return {token for part in parts for span in part.spans for token in parsed.tokens_in(span)}


def _place(parsed: Parsed, first: int, last: int, label: str, tellers: AbstractSet[int]) -> Place | None:
    head = head_of(parsed, range(first, last))
    name = printed(parsed, first, last) if head is not None else None
    lead = _lead(parsed, head, tellers) if head is not None and name is not None else None
    if head is None or name is None or lead is None:
        return None
    following = parsed.lower[last] if last < len(parsed) else ""
    street = any(c.isdigit() for c in name) or not _streets().isdisjoint((following, name.lower().split()[-1]))
    state = name.lower() in words("circumstances", "places", "states")
    wide = "country" if is_country(name.lower()) else "state" if state else None
    sort = wide or ("site" if label == "FAC" or street else "place")
    clause = clause_of(parsed, head)
    event = _happens(parsed, head, clause)
    site = parsed.lower[int(parsed.heads[head])] in words("circumstances", "places", "public")
    return Place(name, sort, _kind(parsed, head), first, last, head, clause, lead == "from", event, site=site)


def _kind(parsed: Parsed, head: int) -> str:
    """The noun that says what kind of place it is: "the town of Tarn", "Tarn province"."""
    above = int(parsed.heads[head])
    if parsed.lower[above] == "of":
        above = int(parsed.heads[above])
    return parsed.lower[above] if parsed.lower[above] in words("circumstances", "places", "kinds") else ""


def _happens(parsed: Parsed, head: int, clause: int) -> bool:
    """Whether the clause of a place, or the one above it, tells of an event."""
    clauses = {clause, clause_of(parsed, int(parsed.heads[clause]))}
    around = parsed.sentence_tokens(parsed.sentence[head])
    for token in range(max(around.start, head - NEAR), min(around.stop, head + NEAR)):
        acts = parsed.tags[token][:2] == "VB" and lemma(parsed.lower[token], "verb") in _acts()
        if (acts or _has_scene(parsed, token)) and clause_of(parsed, token) in clauses:
            return True
    return False


def _lead(parsed: Parsed, token: int, tellers: AbstractSet[int]) -> str | None:
    """The preposition, or the act, that makes it the scene of something; null where nothing does."""
    for _ in range(UP):
        step = _step(parsed, token, tellers)
        if not isinstance(step, int):
            return step
        token = step
    return None


def _step(parsed: Parsed, token: int, tellers: AbstractSet[int]) -> int | str | None:
    """What a word on the way up from a name leads to: the next word, what makes it a scene, or null for neither."""
    governor, dep = int(parsed.heads[token]), parsed.deps[token]
    word = lemma(parsed.lower[governor], "verb")
    if dep == "pobj" and governor != token:
        return _behind(parsed, governor, tellers)
    if dep in ATTRIBUTIVES:
        return _before_noun(parsed, token, governor)
    if (dep in PATIENTS and word in _acts()) or (
        dep == "nsubj" and word in words("circumstances", "events", "suffers")
    ):
        return dep
    return governor if dep in JOINED else None


def _before_noun(parsed: Parsed, token: int, noun: int) -> int | str | None:
    """The same of what stands before a noun: "the Tarn blast", "Tarn province", but not "Orland's raids"."""
    deed = lemma(parsed.lower[noun], "noun") in words("circumstances", "events", "deeds")
    if _has_scene(parsed, noun) and not (deed and is_country(parsed.lower[token])):
        return parsed.lower[noun]
    return noun if _is_part(parsed, noun) else None


def _behind(parsed: Parsed, preposition: int, tellers: AbstractSet[int]) -> int | str | None:
    """The same of what stands behind a preposition: "in Tarn", "the shelling of Tarn", "the town of Tarn"."""
    low, above = parsed.lower[preposition], int(parsed.heads[preposition])
    if low in words("circumstances", "places", "where"):
        aside = _where_told(parsed, above, tellers) or _is_body(parsed, above) or _stands_there(parsed, above)
        aside = aside or _is_post(parsed, above)
        return None if aside else low
    if low not in words("circumstances", "places", "of"):
        return None
    if _has_scene(parsed, above) or (low in ("from", "into") and parsed.tags[above][:2] == "VB"):
        return low
    return above if _is_part(parsed, above) else None


def _where_told(parsed: Parsed, token: int, tellers: AbstractSet[int]) -> bool:
    """Whether a place that hangs from `token` is where something was said, and no event's."""
    for _ in range(UP):
        if _has_scene(parsed, token):
            return False
        if parsed.tags[token][:2] == "VB" or int(parsed.heads[token]) == token:
            break
        token = int(parsed.heads[token])
    return token in tellers


def _stands_there(parsed: Parsed, token: int) -> bool:
    """Whether a participle tells where somebody is from whom something comes: "mortars stationed in Tarn"."""
    stationed = parsed.lower[token] in words("circumstances", "places", "stationed")
    return stationed and parsed.deps[token] in ("acl", "amod", "advcl", "dep")


def _is_post(parsed: Parsed, token: int) -> bool:
    """Whether a clause only tells where armed men are: "while a unit was near Tarn"."""
    stands = lemma(parsed.lower[token], "verb") in words("circumstances", "places", "stands")
    subjects = (c for c in parsed.children[token] if parsed.deps[c] in SUBJECTS)
    return stands and any(lemma(parsed.lower[c], "noun") in words("circumstances", "places", "armed") for c in subjects)


def _is_body(parsed: Parsed, token: int) -> bool:
    """Whether a proper noun names a body whose name goes on with the place ("the Front in Orland")."""
    return parsed.tags[token] in PROPER_NOUNS and noun_class(parsed.lower[token]) in ("body", "group", "place")


def _has_scene(parsed: Parsed, token: int) -> bool:
    """Whether a common noun names an event, which has a scene."""
    return parsed.tags[token] in COMMON_NOUNS and lemma(parsed.lower[token], "noun") in events()


def _is_part(parsed: Parsed, token: int) -> bool:
    """Whether a noun is a kind of place, a part of one or a site in one."""
    low = parsed.lower[token]
    named = low in words("circumstances", "places", "kinds") or low in words("circumstances", "places", "parts")
    return named or noun_class(low) == "place"


@cache
def events() -> frozenset[str]:
    """The nouns, in the singular, of what happens and so has a scene."""
    own = words("circumstances", "events", "nouns") | words("circumstances", "events", "long")
    return own | _of_classes("nouns")


@cache
def _acts() -> frozenset[str]:
    return _of_classes("verbs") | words("circumstances", "events", "verbs")


def _of_classes(part: str) -> frozenset[str]:
    wanted = words("circumstances", "events", "classes")
    return frozenset[str]().union(*(words("happenings", "classes", name, part) for name in wanted))


@cache
def _streets() -> frozenset[str]:
    return words("circumstances", "places", "streets")


def _nested(parsed: Parsed, one: Place, two: Place) -> bool:
    """Whether one of two names only says where the other is ("Tarn in Orland", "Orland's province of Tarn")."""
    between = range(one.last, two.first)
    if len(between) > NEST or any(parsed.tags[t][:2] in ("VB", "CC", "CD") or parsed.lower[t] == ";" for t in between):
        return False
    return "conj" not in (parsed.deps[two.head], parsed.deps[_called(parsed, two.head)])


def _joined(parsed: Parsed, one: Place, two: Place) -> Place:
    """Both names as one place, called by the most telling: a place before a site, a state and a country."""
    of, noun = int(parsed.heads[two.head]), int(parsed.heads[one.head])
    named = parsed.lower[noun] in words("circumstances", "places", "called")
    called = named and parsed.lower[of] == "of" and int(parsed.heads[of]) == noun
    by_sort = min((one, two), key=lambda place: (place.site, SORTS.index(place.sort)))
    name = two if called else by_sort  # "the Orland port of Tarn"
    event = one.event or two.event
    return replace(one, name=name.name, sort=name.sort, kind=name.kind, last=two.last, event=event, site=name.site)
