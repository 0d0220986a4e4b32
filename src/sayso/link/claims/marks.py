"""Finds what turns a content round or weakens it: negations, words of possibility, duty, intention and certainty.

Stands alone because it reads one content; whether the marks of two contents agree is decided in `claims`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.lexicon import table
from sayso.link.claims.placing import (
    classes,
    classes_of,
    denials,
    done_by,
    from_doing,
    is_name,
    lifted,
    may_mark,
    negating,
    rebuts,
)
from sayso.link.claims.scope import REACH, bears, beside, governs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sayso.link.actors.senses import Word


@dataclass(frozen=True, slots=True)
class Mark:
    """A word that turns or weakens: what it may do (classes of the lexicon), as printed, and the words it bears on.

    `at` is its own index, -1 where the cue says it. `on` are indexes of words of the content; empty where it bears on
    all of it (the cue "denied"). `aside`: it stands beside what is said, in a clause of its own ("who may need help").
    `denied`: a negation stands beside it, so that what cannot be done is not done ("could not cope").
    """

    classes: frozenset[str]
    text: str
    on: tuple[int, ...]
    at: int = -1
    aside: bool = False
    denied: bool = False


def marks(words: Sequence[Word], cue: str | None = None) -> tuple[Mark, ...]:
    """The marks of a content; `cue` is what the cue does to all of it.

    It is a denial, a demand, what is left possible, or "turned": the cue is denied itself ("did not know").
    """
    low = [word.low for word in words]
    told = [Mark(_CUE_CLASSES.get(cue, frozenset({cue})), _CUES[cue], ())] if cue else []
    phrases, spared = _of_phrases(words, low)
    alone = [
        mark
        for i, word in enumerate(words)
        if may_mark(word)
        and not (word.stop or i in spared or is_name(words, i))
        and (mark := _of_word(words, low, i)) is not None
    ]
    aside = beside(words)
    found = [*told, *phrases, *alone]
    return tuple(_once(replace(mark, aside=True) if mark.at in aside else mark for mark in found))


def _of_phrases(words: Sequence[Word], low: Sequence[str]) -> tuple[list[Mark], set[int]]:
    """The marks of several words together, and the words that are none by themselves."""
    found: list[Mark] = []
    spared = set(_spared(" ".join(low), low))
    negations = [i for i, word in enumerate(low) if "negation" in classes(word)]
    for i, end in _left_open(words, low, negations):
        spared.update(range(i, end + 1))
        found.append(Mark(frozenset({"possible"}), f"{low[i]} ... {low[end]}", bears(words, end), i))
    for i in _phrases(low):
        if i not in spared:
            spared.update((i, i + 1))
            found.append(Mark(frozenset({"negation"}), " ".join(low[i : i + 2]), bears(words, i + 1), i))
    for i, end in _untils(words, negations):
        start = max((k + 1 for k in range(i) if words[k].stop), default=0)
        spared.update(k for k in range(start, end) if classes_of(words[k]) & {"negation", "able"})
        found.append(Mark(frozenset({"must"}), f"{low[i]} ... {low[end]}", bears(words, i)))
    return found, spared


def _of_word(words: Sequence[Word], low: Sequence[str], i: int) -> Mark | None:
    """The mark that a word is where it stands, null where it is none."""
    if lifted(words, i):
        return Mark(frozenset({"able"}), low[i], bears(words, i), i)
    if rebuts(words, i):
        return Mark(frozenset({"negation"}), low[i], bears(words, i + 1), i)
    if from_doing(words, i):
        return Mark(frozenset({"negation"}), f"{low[i]} from", bears(words, i))
    classes = done_by(words, low, i)
    if not classes:
        return None
    on = governs(words, i) if "unless" in classes else bears(words, i)
    denied = {"negation", "possible"} <= classes or any(
        other in denials() for other in (*low[max(0, i - 2) : i], *low[i + 1 : i + 2])
    )
    return Mark(classes, low[i], on, i, denied=denied)


_CUE_CLASSES = {"must": frozenset({"must", "should"}), "turned": frozenset({"negation"})}
_CUES = {"negation": "denied", "must": "demanded", "possible": "did not rule out", "turned": "not"}


def _left_open(words: Sequence[Word], low: Sequence[str], negations: Sequence[int]) -> Iterator[tuple[int, int]]:
    """From a negation to the verb of excluding that it denies: "an accident could not be ruled out"."""
    excluding = negating("excluding")
    for i in negations:
        end = next((j for j in range(i + 1, min(i + 4, len(words))) if words[j].forms & excluding), None)
        out = end is not None and low[end + 1 : end + 2] == ["out"]
        if end is not None and (out or "rule" not in words[end].forms):
            yield i, end + out


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


def _untils(words: Sequence[Word], negations: Sequence[int]) -> Iterator[tuple[int, int]]:
    """From a negation to "until" or "unless" in its clause: "no talks until it goes" says that it must go."""
    for i in negations:
        for j in range(i + 1, len(words)):
            if words[j].stop:
                break
            if words[j].low in negating("until") or _ahead(words, j):
                yield i, j
                break


def _ahead(words: Sequence[Word], at: int) -> bool:
    """Whether "before" stands after what may or will be: "cannot open before May", not "had not been asked before"."""
    modal = {"will", "able"}
    return words[at].low in negating("ahead") and any(
        classes_of(word) & modal or word.low == "unable" for word in words[max(0, at - 2 * REACH) : at]
    )


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
    listed = negating("phrases")
    return [i for i in range(len(low) - 1) if f"{low[i]} {low[i + 1]}" in listed]
