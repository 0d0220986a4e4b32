"""Gives the keys by which two statements that may be one claim are brought together.

Stands alone because it decides nothing: what meets is compared in `sayso.link.claims.same`, and what does not is never
compared.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.link.claims.statements import Statement

BUCKET = 4
"""Days of one bucket of time: with its neighbour, statements up to so many days apart meet."""
_COPIED, _TOPICS = 8, 3
_EPOCH = date(1970, 1, 1)


def keys(statement: Statement) -> frozenset[str]:
    """Keys such that two statements that may be one claim share at least one: actor or topic by time.

    A statement without a day has a bucket of its own and meets only others without: given every bucket, each dateless
    report would stand in all blocks of its actor, and the blocks would grow with the ledger. Without a speaker it meets
    by what it tells. A copy meets by its first words, whatever day it has or lacks.
    """
    met = [*statement.actor_keys, *_topics(statement)]
    return frozenset(f"{key}@{time}" for key in met for time in _buckets(statement.day)) | _copied(statement)


def days_apart(one: Statement, other: Statement) -> bool:
    """Whether both have a speaker and a day, and the days share no bucket: only words that are a copy's met."""
    told = one.actor and other.actor and one.day and other.day
    return bool(told) and set(_buckets(one.day)).isdisjoint(_buckets(other.day))


def _copied(statement: Statement) -> frozenset[str]:
    """The key under which the same words meet, whatever their day."""
    words = [word.low for word in statement.words if not word.stop]
    return frozenset({f"w:{hash_of(words)}"}) if len(words) >= _COPIED else frozenset()


def _topics(statement: Statement) -> list[str]:
    """Keys of what is said: each two of the words that tell most, for speakers called differently or not at all."""
    told = {
        min(statement.words[i].forms, key=lambda form: (len(form), form)): weight
        for i, weight in zip(statement.telling, statement.weights, strict=True)
    }
    most = sorted(sorted(told), key=lambda word: -told[word])[:_TOPICS]
    return [f"t:{one} {other}" for one, other in combinations(sorted(most), 2)]


def hash_of(words: list[str]) -> str:
    """A short name of the first words of a content."""
    return blake2b(" ".join(words[:_COPIED]).encode(), digest_size=8).hexdigest()


@lru_cache(maxsize=10_000)
def _buckets(day: str | None) -> tuple[str, ...]:
    """The bucket of a day and the one after: two days in neighbouring buckets share one."""
    try:
        number = (date.fromisoformat(day or "") - _EPOCH).days // BUCKET
    except ValueError:
        return ("undated",)
    return (str(number), str(number + 1))
