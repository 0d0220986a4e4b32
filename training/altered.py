"""Makes statements that differ in one thing from a real one: denied, weakened, turned, of another number or name.

Stands alone because real reports seldom print two statements that differ in one word, and the judge of claims must know
what such a word does; the words themselves stand in `claims/altered.toml`.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.lexicon import table

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterable, Sequence

    Names = dict[int, list[str]]
    Way = Callable[[str, random.Random, Names], str | None]

WORDS = Path(__file__).parent / "claims" / "altered.toml"
YEARS = range(1900, 2036)
TRIES = 3
_DIGITS = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})*(?![\w.,]?\d)")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+)*")
_WORD = re.compile(r"[A-Za-z]+")
_CONTRACTED = {"wo": "will", "ca": "can"}


def altered(statement: str, order: random.Random, names: Names) -> str | None:
    """The statement, its cue and its words, with one thing changed so that it is another claim; null where none can."""
    for way in order.choices(list(_WAYS), [share for _, share in _WAYS.values()], k=TRIES):
        made = _WAYS[way][0](statement, order, names)
        if made is not None and made != statement:
            return made
    return None


def varied(statement: str, order: random.Random) -> str | None:
    """The statement as the same claim in other grammar: shortened, in the past, or by another verb of saying."""
    kind, told = order.random(), _told()["same"]
    if kind < 0.4:
        for pair in order.sample(told["short"], len(told["short"])):
            for one, other in (pair, pair[::-1]):
                if re.search(rf"\b{re.escape(one)}\b", statement):
                    return re.sub(rf"\b{re.escape(one)}\b", other, statement)
    if kind < 0.8:
        tenses = dict(told["tenses"])
        made = re.sub(rf"(?<= )(?:{'|'.join(tenses)})\b", lambda found: tenses[found.group()], statement)
        if made != statement:
            return made
    _, _, rest = statement.partition(" ")
    return f"{order.choice(told['cues'])} {rest}" if rest else None


def names_in(statements: Iterable[str]) -> Names:
    """The names that stand within statements, by how many words they have."""
    found: dict[int, set[str]] = {}
    for statement in statements:
        for match in _NAME.finditer(statement):
            found.setdefault(len(match.group().split()), set()).add(match.group())
    return {size: sorted(some) for size, some in found.items()}


def _deny(statement: str, order: random.Random, _: Names) -> str | None:
    told = _told()["deny"]
    auxiliaries = "|".join(told["auxiliaries"])
    negated = rf"\b(?:(?P<verb>{auxiliaries}|wo|ca)(?:n[’']t|not| not)|(?P<never>never )|(?P<no>no ))\b"
    found = _one(re.compile(negated, re.IGNORECASE), statement, order)
    if found and order.random() < 0.7:
        verb = found["verb"]
        return _put(statement, found, _CONTRACTED.get(verb, verb) if verb else order.choice(told["none"]))
    plain = re.compile(rf"\b(?:{auxiliaries})\b(?! not\b|n[’']t| never\b| no\b)", re.IGNORECASE)
    found = _one(plain, statement, order)
    if found and order.random() < 0.75:
        return _put(statement, found, found.group() + order.choice(told["negations"]))
    return _fronted(statement, order.choice(told["fronts"]))


def _weaken(statement: str, order: random.Random, _: Names) -> str | None:
    told = _told()["weaken"]
    found = _one(re.compile(rf"\b(?:{'|'.join(told['auxiliaries'])})\b", re.IGNORECASE), statement, order)
    if found and order.random() < 0.75:
        return _put(statement, found, order.choice(told["auxiliaries"][found.group().lower()]))
    return _fronted(statement, order.choice(told["fronts"]))


def _number(statement: str, order: random.Random, _: Names) -> str | None:
    if found := _one(_DIGITS, statement, order):
        value = int(found.group().replace(",", ""))
        steps = [value - 2, value - 1, value + 1, value + 2]
        others = steps if value in YEARS else [*steps, value * 2, value + 10, value // 2, value + 5]
        made = order.choice([other for other in others if other > 0 and other != value] or [value + 3])
        return _put(statement, found, f"{made:,}" if "," in found.group() else str(made))
    told = _told()["number"]["words"]
    found = _one(re.compile(rf"\b(?:{'|'.join(told)})\b"), statement, order)
    return _put(statement, found, order.choice(told)) if found else None


def _name(statement: str, order: random.Random, names: Names) -> str | None:
    found = _one(_NAME, statement, order)
    if not found or not names:
        return None
    size = len(found.group().split())
    return _put(statement, found, order.choice(names.get(size) or names[min(names)]))


def _turn(statement: str, order: random.Random, _: Names) -> str | None:
    opposed = _opposed()
    found = [word for word in _WORD.finditer(statement, statement.find(" ") + 1) if word.group() in opposed]
    if not found:
        return None
    word = order.choice(found)
    return _put(statement, word, order.choice(opposed[word.group()]))


_WAYS: dict[str, tuple[Way, float]] = {
    "deny": (_deny, 4),
    "weaken": (_weaken, 3),
    "number": (_number, 2),
    "turn": (_turn, 2),
    "name": (_name, 1.5),
}
"""What may be changed, and how often."""


def _one(pattern: re.Pattern[str], statement: str, order: random.Random) -> re.Match[str] | None:
    """One of the places behind the cue, null where there is none."""
    found = list(pattern.finditer(statement, statement.find(" ") + 1))
    return order.choice(found) if found else None


def _put(statement: str, place: re.Match[str], word: str) -> str:
    if place.group()[:1].isupper() and word:
        word = word[0].upper() + word[1:]
    return re.sub(r" {2,}", " ", statement[: place.start()] + word + statement[place.end() :])


def _fronted(statement: str, front: str) -> str | None:
    cue, _, rest = statement.partition(" ")
    rest = rest.lstrip("“\"‘' ")
    if not rest:
        return None
    that, rest = ("that ", rest[5:]) if rest.startswith("that ") else ("", rest)
    return f"{cue} {that}{front} {rest if rest[:2].isupper() else rest[:1].lower() + rest[1:]}"


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads(WORDS.read_text("utf-8"))


@cache
def _opposed() -> dict[str, Sequence[str]]:
    found: dict[str, set[str]] = {}
    for one, other in (*table("opposites")["pairs"]["words"], *_told()["turn"]["pairs"]):
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {word: sorted(others) for word, others in found.items()}
