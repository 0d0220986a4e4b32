"""Reads the lexicon of demands into sets, one field a construction.

Stands alone so that the finding of demands holds no word of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sayso import lexicon


@dataclass(frozen=True, slots=True)
class Frames:
    """The lexicon as sets, by construction."""

    infinitive: frozenset[str]
    negated: frozenset[str]
    addressed: dict[str, frozenset[str]]
    clause: frozenset[str]
    asked: frozenset[str]
    clause_nouns: frozenset[str]
    thing: frozenset[str]
    thing_for: frozenset[str]
    objectless: frozenset[str]
    nouns_on: dict[str, frozenset[str]]
    given: frozenset[str]
    setting: frozenset[str]
    limits: frozenset[str]
    terms: frozenset[str]
    list_nouns: frozenset[str]
    modals: frozenset[str]
    not_asked: frozenset[str]
    relative: frozenset[str]
    things: frozenset[str]
    parties: frozenset[str]
    deadlines: frozenset[str]
    deadline_labels: frozenset[str]
    formats: tuple[str, ...]
    unreal: frozenset[str]
    marks: frozenset[str]


@cache
def frames() -> Frames:
    """The lexicon, read once."""
    data = lexicon.table("demands")
    calls, appeals = (frozenset(data["addressed"][verb]) for verb in ("call", "appeal"))
    on = dict.fromkeys(data["nouns"]["on"], calls) | dict.fromkeys(data["nouns"]["to"], appeals)
    return Frames(
        infinitive=frozenset(data["infinitive"]["verbs"]),
        negated=frozenset(data["infinitive"]["negated"]),
        addressed={verb: frozenset(prepositions) for verb, prepositions in data["addressed"].items()},
        clause=frozenset(data["clause"]["verbs"]),
        asked=frozenset(data["clause"]["asked"]),
        clause_nouns=frozenset(data["clause"]["nouns"]),
        thing=frozenset(data["thing"]["verbs"]),
        thing_for=frozenset(data["thing"]["for"]),
        objectless=frozenset(data["thing"]["objectless"]),
        nouns_on=on,
        given=frozenset(data["given"]["verbs"]),
        setting=frozenset(data["given"]["setting"]),
        limits=frozenset(data["given"]["limits"]),
        terms=frozenset(data["given"]["terms"]),
        list_nouns=frozenset(data["listed"]["nouns"]),
        modals=frozenset(data["duty"]["modals"]),
        not_asked=frozenset(data["duty"]["not_asked"]),
        things=frozenset(data["duty"]["things"]),
        relative=frozenset(data["duty"]["relative"]),
        parties=frozenset(data["duty"]["parties"]),
        deadlines=frozenset(data["deadline"]["prepositions"]),
        deadline_labels=frozenset(data["deadline"]["labels"]),
        formats=tuple(data["deadline"]["formats"]),
        unreal=frozenset(data["unreal"]["modals"]),
        marks=frozenset(data["unreal"]["marks"]),
    )
