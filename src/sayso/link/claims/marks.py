"""Finds what turns a content round or weakens it: negations, words of possibility, duty, intention and certainty.

Stands alone because it reads one content; whether the marks of two contents agree is decided in `claims`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sayso.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sayso.link.actors.senses import Word

REACH = 5
"""A mark is taken to bear on the telling words among so many after it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A word that turns or weakens: what it may do (classes of the lexicon), as printed, and the words it bears on.

    `at` is its own index, -1 where the cue says it. `on` are indexes of words of the content; empty where it bears on
    all of it (the cue "denied").
    """

    classes: frozenset[str]
    text: str
    on: tuple[int, ...]
    at: int = -1


def marks(words: Sequence[Word], cue: str | None = None) -> tuple[Mark, ...]:
    """The marks of a content; `cue` is what the cue does to all of it: a denial, a demand, what is left possible."""
    found = [Mark(frozenset({cue}), _CUES[cue], ())] if cue else []
    low = [word.low for word in words]
    spared = set(_spared(" ".join(low), low))
    for i in _phrases(low):
        spared.update((i, i + 1))
        found.append(Mark(frozenset({"negation"}), " ".join(low[i : i + 2]), _bears(words, i + 1), i))
    for i, end in _untils(words):
        start = max((k + 1 for k in range(i) if words[k].stop), default=0)
        spared.update(k for k in range(start, end) if _of(words[k]) & {"negation", "able"})
        found.append(Mark(frozenset({"must"}), f"{low[i]} ... {low[end]}", _bears(words, i)))
    for i, word in enumerate(words):
        if word.stop or i in spared or _name(words, i):
            continue
        if word.forms & _keeping() and "from" in _clause_after(words, i):
            found.append(Mark(frozenset({"negation"}), f"{word.low} from", _bears(words, i)))
            continue
        classes = _of(word) if _said_of(low, i) else frozenset[str]()
        if i + 1 < len(words) and low[i + 1] == "to":
            classes |= frozenset[str]().union(*(_before_to(form) for form in word.forms))
            classes |= {"must"} if word.low in _HAVING and "will" not in low[max(0, i - 1) : i] else frozenset()
        if "negation" in classes and _unknown(words, i):
            classes |= {"possible"}
        if classes == {"able"} and _was(low, i):
            continue
        if classes:
            found.append(Mark(classes, word.low, _governs(words, i) if "unless" in classes else _bears(words, i), i))
    return tuple(_once(found))


_HAVING = frozenset({"have", "has", "had"})
KINDS = frozenset({"possible", "able", "must", "will", "weigh", "ready", "sure", "unless"})
_CUES = {"negation": "denied", "must": "demanded", "possible": "did not rule out"}


def _clause_after(words: Sequence[Word], at: int) -> Iterator[str]:
    """The words after one up to the next mark that parts clauses."""
    for word in words[at + 1 : at + 1 + 2 * REACH]:
        if word.stop:
            return
        yield word.low


@cache
def _keeping() -> frozenset[str]:
    return frozenset(table("opposites")["negation"]["from"])


def _name(words: Sequence[Word], i: int) -> bool:
    """Whether a word stands with a capital within a sentence: a name, or a month."""
    return words[i].raw[0].isupper() and i > 0 and not words[i - 1].stop


def _was(low: Sequence[str], i: int) -> bool:
    """Whether who was able to do something did it: "was able to seal the leak"."""
    return low[i] == "able" and bool({"was", "were", "been"} & set(low[max(0, i - 2) : i]))


def _unknown(words: Sequence[Word], at: int) -> bool:
    """Whether a negation only says that nothing is known."""
    listed = set(table("opposites")["negation"]["unknown"])
    return any(word.forms & listed for word in words[max(0, at - 2) : at + 4])


@cache
def _before_to(form: str) -> frozenset[str]:
    return frozenset(name for name, listed in table("opposites")["modality"]["to"].items() if form in listed)


def _said_of(low: Sequence[str], i: int) -> bool:
    """Whether a word that may go with a noun is said of something."""
    modality = table("opposites")["modality"]["spots"]
    if low[i] not in modality["predicates"]:
        return True
    return bool(
        set(low[max(0, i - 1) : i]) & set(modality["before"]) or set(low[i + 1 : i + 2]) & set(modality["after"])
    )


def _of(word: Word) -> frozenset[str]:
    return _of_forms(word.forms)


@lru_cache(maxsize=50_000)
def _of_forms(forms: frozenset[str]) -> frozenset[str]:
    return frozenset[str]().union(*(_classes(form) for form in forms))


def _once(found: Iterable[Mark]) -> Iterator[Mark]:
    """Each negation of the same words once: "not one family, not one"."""
    seen: list[Mark] = []
    for mark in found:
        if "negation" in mark.classes and any(
            "negation" in other.classes
            and mark.text == other.text
            and (not mark.on or set(mark.on) & set(other.on) or len(mark.on) < _ECHO)
            for other in seen
        ):
            continue
        seen.append(mark)
        yield mark


_ECHO = 2


def _untils(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """From a negation to "until" or "unless" in its clause: "no talks until it goes" says that it must go."""
    for i, word in enumerate(words):
        if "negation" not in _classes(word.low):
            continue
        for j in range(i + 1, len(words)):
            if words[j].stop:
                break
            if words[j].low in table("opposites")["negation"]["until"]:
                yield i, j
                break


def _governs(words: Sequence[Word], at: int) -> tuple[int, ...]:
    """What a condition is put on: the words before it without a comma between; at the head, those after the comma."""
    if at and not words[at - 1].stop:
        return tuple(i for i in range(max(0, at - 2 * REACH), at) if words[i].telling)[-REACH:]
    comma = next((i for i in range(at, len(words)) if words[i].low == ","), len(words))
    after = (
        tuple(i for i in range(comma, len(words)) if words[i].telling)[:REACH]
        if not at or words[at - 1].low in ".!?"
        else ()
    )
    return after or (at,)


def _bears(words: Sequence[Word], at: int) -> tuple[int, ...]:
    """The telling words after a mark within its clause; where there are none, those before it."""
    after: list[int] = []
    for i in range(at + 1, len(words)):
        if words[i].stop or len(after) == REACH:
            break
        if words[i].telling:
            after.append(i)
    if after:
        return tuple(after)
    before: list[int] = []
    for i in range(at - 1, -1, -1):
        if words[i].stop or len(before) == REACH:
            break
        if words[i].telling:
            before.append(i)
    return tuple(before)


def _spared(text: str, low: Sequence[str]) -> frozenset[int]:
    """Indexes of words that stand in a phrase which, as a whole, turns nothing ("not only")."""
    spared: set[int] = set()
    for phrase in table("opposites")["negation"]["none"]:
        if phrase in text:
            parts = phrase.split()
            for i in range(len(low) - len(parts) + 1):
                if list(low[i : i + len(parts)]) == parts:
                    spared.update(range(i, i + len(parts)))
    return frozenset(spared)


def _phrases(low: Sequence[str]) -> list[int]:
    listed = _listed_phrases()
    return [i for i in range(len(low) - 1) if f"{low[i]} {low[i + 1]}" in listed]


@cache
def _listed_phrases() -> frozenset[str]:
    return frozenset(table("opposites")["negation"]["phrases"])


@cache
def _classes(low: str) -> frozenset[str]:
    opposites = table("opposites")
    found = {name for name, listed in opposites["modality"].items() if name in KINDS and low in listed}
    found |= {f"share-{name}" for name, listed in opposites["share"].items() if low in listed}
    negation = opposites["negation"]
    if low in negation["words"] or low in negation["verbs"] or low in negation["adjectives"]:
        found.add("negation")
    if low in negation["bans"]:
        found |= {"negation", "must"}
    return frozenset(found)
