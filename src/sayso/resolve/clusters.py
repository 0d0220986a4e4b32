"""Puts together the names that mean the same person or body: full name, surname, first name, short form, acronym.

Stands alone because it looks at the whole report at once, before anything is read in order: a headline has the surname
that only the third paragraph completes.
"""

from __future__ import annotations

import bisect
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.lexicon import words
from sayso.resolve.entities import Entity
from sayso.resolve.sorts import PURPOSES, head_key
from sayso.resolve.terms import media_names, medium, noun_class, same_medium_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.model import ActorKind
    from sayso.resolve.names import Name
    from sayso.resolve.sorts import Sort
    from sayso.stages import Parsed

TITLED = 8
"""A name with a title before it counts as much for its being a person's as this many without."""
PERSONAL = range(2, 5)
"""How many words a person's full name has."""
LONGEST_PERSON = 4
"""A longer run of capitals is no person's name."""
SMALL = words("function_words", "in_names", "initials")
KINDS: dict[Sort, ActorKind] = {
    "person": "person",
    "organisation": "organisation",
    "place": "place",
    "people": "group",
    "unknown": "organisation",
}


class _Group:
    """Names that mean the same, while more are being added."""

    def __init__(self, name: Name) -> None:
        self.names = [name]
        self.keys = name.keys
        self.suffix = name.suffix
        self.starts = [name.first]
        self.short: list[int] = []

    def add(self, name: Name) -> None:
        self.names.append(name)
        bisect.insort(self.starts, name.first)
        if len(name.keys) > len(self.keys):
            self.keys = name.keys

    def before(self, token: int) -> int:
        """Where the last of its names before `token` starts, -1 where there is none."""
        at = bisect.bisect_left(self.starts, token)
        return self.starts[at - 1] if at else -1

    def short_before(self, token: int) -> int:
        """Where it was last called by one word alone before `token`, -1 where it was not."""
        at = bisect.bisect_left(self.short, token)
        return self.short[at - 1] if at else -1

    def sort(self) -> Sort:
        votes: Counter[Sort] = Counter()
        for name in self.names:
            votes[name.sort] += (TITLED if name.title else 1) * (2 if len(name.keys) > 1 else 1)
        del votes["unknown"]
        best = votes.most_common(1)[0][0] if votes else "unknown"
        return "person" if best != "people" and self._called_by_surname() else best

    def _called_by_surname(self) -> bool:
        """Whether its last word alone is used of it, as of persons and not of bodies."""
        if (
            len(self.keys) not in PERSONAL
            or noun_class(self.keys[-1]) == "body"
            or any(c.isdecimal() for k in self.keys for c in k)
        ):
            return False
        short = {name.keys[0] for name in self.names if len(name.keys) == 1}
        return self.keys[-1] in short and self.keys[0] not in short

    def gender(self) -> str | None:
        return next((n.gender for n in self.names if n.gender), None)


def cluster(parsed: Parsed, names: Iterable[Name]) -> dict[int, Entity]:
    """For the first token of each name the entity that it names, alike for names that mean the same."""
    names = list(names)
    groups = _long_names([n for n in names if len(n.keys) > 1])
    _short_names([n for n in names if len(n.keys) == 1], groups)
    _in_brackets(parsed, groups, names)
    return {name.first: entity for entity, group in _entities(parsed, groups) for name in group.names}


def _entities(parsed: Parsed, groups: list[_Group]) -> list[tuple[Entity, _Group]]:
    made = []
    for group in groups:
        entity = Entity(kind=KINDS[group.sort()], first=min(group.starts))
        if entity.kind == "organisation" and _acronym_of_person(group):
            entity.kind = "person"
        for name in group.names:
            entity.names[_printed(parsed, name)] += 1
        gender = next((n.gender for n in group.names if n.gender), None)
        entity.gender = gender if entity.kind == "person" else None
        entity.number = "plural" if entity.kind == "group" else "singular"
        entity.name = fullest(entity.names)
        entity.words = frozenset(key for name in group.names for key in name.keys)
        made.append((entity, group))
    return made


def _acronym_of_person(group: _Group) -> bool:
    return any(name.gender for name in group.names)


def _printed(parsed: Parsed, name: Name) -> str:
    return " ".join(parsed.span(name.first, name.last).of(parsed.text).split())


def fullest(names: Counter[str]) -> str:
    """Of the forms of a name the one with most words; of two alike in that the one printed more, then first."""
    return max(names, key=lambda form: (len(form.split()), not form.isupper(), names[form]))


def _long_names(names: list[Name]) -> list[_Group]:
    """Groups of the names of two words and more, the same name by the same words, first or last ones left out."""
    groups: list[_Group] = []
    exact: dict[tuple[str, ...], _Group] = {}
    by_end: defaultdict[str, list[_Group]] = defaultdict(list)
    for name in sorted(names, key=lambda n: (-len(n.keys), n.first)):
        group = exact.get((*name.keys, name.suffix)) or _fitting(name, by_end)
        if group is None:
            group = _Group(name)
            groups.append(group)
            for end in {name.keys[0], name.keys[-1]}:
                by_end[end].append(group)
        else:
            group.add(name)
        exact.setdefault((*name.keys, name.suffix), group)
    return groups


def _fitting(name: Name, by_end: dict[str, list[_Group]]) -> _Group | None:
    for end in (name.keys[-1], name.keys[0]):
        fits = [g for g in by_end.get(end, ())[:64] if g.suffix == name.suffix and _same(g.keys, name.keys, name.sort)]
        if len(fits) == 1:
            return fits[0]
        if fits:
            return max(fits, key=lambda g: (g.before(name.first), -g.starts[0]))
    return None


def _same(long: tuple[str, ...], short: tuple[str, ...], sort: Sort) -> bool:
    """Whether `short` is a form of the name `long`: it may lack words (a body's at one end only) or have initials."""
    if sort == "person":
        if long[-1] != short[-1]:
            return False
        if 1 < len(short) < len(long) and long[-len(short) :] == short:
            return True
        first = long[0] == short[0] or (min(len(long[0]), len(short[0])) == 1 and long[0][0] == short[0][0])
        return first and all(any(_alike(word, other) for other in long) for word in short)
    if long[: len(short)] == short:
        return sort == "organisation" and noun_class(short[-1]) == "body"
    office = noun_class(short[-1]) == "body" or words("organisations", "state").issuperset(short)
    return long[-len(short) :] == short and office


def _alike(word: str, other: str) -> bool:
    return word == other or (len(word) == 1 and other.startswith(word)) or (len(other) == 1 and word.startswith(other))


def _short_names(names: list[Name], groups: list[_Group]) -> None:
    """Adds each name of one word to the group it is short for, or makes it a group of its own."""
    by_last: defaultdict[str, list[_Group]] = defaultdict(list)
    by_first: defaultdict[str, list[_Group]] = defaultdict(list)
    by_initials: defaultdict[str, list[_Group]] = defaultdict(list)
    for group in groups:
        if _goes_by_its_last_word(group.keys):
            by_last[group.keys[-1]].append(group)
        for start in {group.keys[0], head_key(group.keys) if PURPOSES & set(group.keys) else group.keys[0]}:
            by_first[start].append(group)
        for initials in _initials(group):
            by_initials[initials].append(group)
    alone: dict[str, _Group] = {}
    times = Counter(name.keys[0] for name in names)
    for name in names:
        key = name.keys[0]
        fits = _of_gender(by_last.get(key, ()), name) or _of_gender(
            _first_fits(by_first.get(key, ())[:64], name, times[key]), name
        )
        if not fits and (name.sort != "person" or key.isupper()):
            fits = list(by_initials.get(key, []))
        fits = [group for group in fits if group.suffix == name.suffix] or fits
        fit: _Group | None = max(fits[:64], key=lambda g: _nearest(g, name)) if fits else alone.get(_lone(key))
        if fit is None:
            alone[_lone(key)] = _Group(name)
            groups.append(alone[_lone(key)])
        else:
            fit.add(name)
            if key == fit.keys[-1]:
                bisect.insort(fit.short, name.first)


def _goes_by_its_last_word(keys: tuple[str, ...]) -> bool:
    """Whether the last word of a name may stand for it, as a surname does: not "Orvana" for "Bank of Orvana"."""
    return len(keys) <= LONGEST_PERSON and noun_class(keys[-1]) != "body" and keys[-2] != "of"


def _nearest(group: _Group, name: Name) -> tuple[int, int, int]:
    """How well a surname alone fits: whom it meant before goes first, then who was named last, then who comes first."""
    return (group.short_before(name.first), group.before(name.first), -group.starts[0])


def _lone(key: str) -> str:
    """What tells names of one word apart; two forms of one listed medium are the same."""
    return same_medium_key(key) if key in media_names() else key


def _of_gender(groups: Iterable[_Group], name: Name) -> list[_Group]:
    fits = list(groups)
    if name.gender is None:
        return fits
    return [g for g in fits if g.gender() in {None, name.gender}]


def _first_fits(groups: Iterable[_Group], name: Name, times: int) -> list[_Group]:
    """Groups of which the word is the first name, or, for a body, the start of its name.

    A word printed more often than the longer name is no short form of it: the longer one names a product or a branch.
    Nor is one that narrows another noun: "the Syrian city" after the Syrian Observatory.
    """
    fits = []
    for group in groups:
        sort = group.sort()
        body = (
            sort == "organisation"
            and name.sort in {"organisation", "unknown"}
            and not (
                name.modifier and noun_class(head_key(group.keys)) == "body" and name.keys[0] != head_key(group.keys)
            )
            and not any(c.isdecimal() for k in group.keys for c in k)
        )
        if sort == "person" or (body and (noun_class(head_key(group.keys)) == "body" or times <= len(group.names))):
            fits.append(group)
    return fits


def _initials(group: _Group) -> set[str]:
    if group.sort() == "person":
        return set()
    keys = group.keys
    return {"".join(k[0] for k in keys), "".join(k[0] for k in keys if k not in SMALL)} - {k[0] for k in keys}


def _shortens(one: Name, other: Name) -> bool:
    """Whether a name of capitals is made of the initials of the other, whichever stands first: "NWA (Norr ...)"."""
    short, long = sorted((one, other), key=lambda name: len(name.keys))
    initials = "".join(key[0] for key in long.keys if key not in SMALL)
    return len(short.keys) == 1 and len(long.keys) > 1 and short.keys[0] == initials


def _in_brackets(parsed: Parsed, groups: list[_Group], names: list[Name]) -> None:
    """Joins a name with the one in brackets right after it: "the International Rescue Group (IRG)"."""
    group_of = {name.first: group for group in groups for name in group.names}
    for before, after in pairwise(names):
        bracketed = (
            after.first == before.last + 1
            and parsed.words[before.last] in {"(", "["}
            and after.last < len(parsed)
            and parsed.words[after.last] in {")", "]"}
        )
        if not bracketed:
            continue
        if not _shortens(before, after) and (before.sort in {"person", "place"} or after.sort == "person"):
            continue
        printed = _printed(parsed, after)
        if medium(printed) is not None and same_medium_key(printed) != same_medium_key(_printed(parsed, before)):
            continue
        one, other = group_of[before.first], group_of[after.first]
        if one is other or "-" in parsed.span(after.first, after.last).of(parsed.text):
            continue
        for name in other.names:
            one.add(name)
            group_of[name.first] = one
        if other in groups:
            groups.remove(other)
