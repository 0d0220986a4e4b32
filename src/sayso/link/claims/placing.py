"""Says what a single word does to a content where it stands: denies it, weakens it, makes it a duty, or nothing.

Stands alone because most such words are marks in one place and none in another: "the bar", "appeared in the doorway".
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sayso.lexicon import table, words
from sayso.link.claims.scope import REACH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.link.actors.senses import Word

KINDS = frozenset({"possible", "able", "must", "should", "will", "weigh", "ready", "sure", "unless"})
_HAVING = {word: frozenset(does) for word, does in table("opposites")["modality"]["having"].items()}
_PLACED = frozenset({"should", "too"})
"""What is a mark by its place alone (see `done_by`)."""


@lru_cache(maxsize=100_000)
def may_mark(word: Word) -> bool:
    """Whether a word is a mark in some place, wherever it stands: next to none is."""
    alone = word.low in _HAVING or word.low in _PLACED or bool(classes_of(word))
    listed = alone or not word.forms.isdisjoint(negating("rebuts") | negating("from"))
    return listed or any(map(_before_to, word.forms))


def done_by(words: Sequence[Word], low: Sequence[str], i: int) -> frozenset[str]:
    """What a word does to the content where it stands: the classes of the lexicon, empty for most words."""
    if low[i] == "should" and (i == 0 or words[i - 1].stop):
        return frozenset({"unless"})  # "should the snow go on"
    if low[i] == "too" and "to" in low[i + 2 : i + 3]:
        return frozenset({"negation", "able"})  # "too early to tell"
    found = classes_of(words[i]) if _said_of(low, i) else frozenset[str]()
    if low[i + 1 : i + 2] == ["to"]:
        found |= frozenset[str]().union(*(_before_to(form) for form in words[i].forms))
        found |= _HAVING.get(low[i], frozenset()) if "will" not in low[max(0, i - 1) : i] else frozenset()
    if "negation" in found and _unknown(words, i):
        found |= {"possible"}
    return frozenset() if found == {"able"} and _was(low, i) else found


def lifted(words: Sequence[Word], at: int) -> bool:
    """Whether a ban is told to be at its end in its clause, so that what it forbade is allowed."""
    if not classes_of(words[at]) >= {"negation", "must"}:
        return False
    lifting = negating("lifting")
    start = next((i for i in range(at, 0, -1) if words[i - 1].stop), 0)
    end = next((i for i in range(at, len(words)) if words[i].stop), len(words))
    near = words[max(start, at - REACH) : min(end, at + 2 * REACH)]
    denied = any("negation" in classes(word.low) for word in near if word is not words[at])
    return any(word.forms & lifting for word in near) and not denied


def rebuts(words: Sequence[Word], at: int) -> bool:
    """Whether what follows is told to be untrue: "dismissed reports that"."""
    if words[at].forms.isdisjoint(negating("rebuts")):
        return False
    rebutted = negating("rebutted")
    return any(not word.forms.isdisjoint(rebutted) for word in words[at + 1 : at + 3])


def from_doing(words: Sequence[Word], at: int) -> bool:
    """Whether "from" and a verb follow in the clause: "kept them from leaving", not "kept it from them"."""
    if words[at].forms.isdisjoint(negating("from")):
        return False
    reach = range(at + 1, min(at + 1 + 2 * REACH, len(words) - 1))
    end = next((i for i in reach if words[i].stop), len(words))
    return any(
        words[i].low == "from" and any(word.low.endswith("ing") for word in words[i + 1 : i + 3])
        for i in reach
        if i < end
    )


def _was(low: Sequence[str], i: int) -> bool:
    """Whether who was able to do something did it: "was able to seal the leak"."""
    return low[i] == "able" and not _spots("done").isdisjoint(low[max(0, i - 2) : i])


def _unknown(words: Sequence[Word], at: int) -> bool:
    """Whether a negation only says that nothing is known."""
    unknown = negating("unknown")
    return any(not word.forms.isdisjoint(unknown) for word in words[max(0, at - 2) : at + 4])


def negating(name: str) -> frozenset[str]:
    """One of the lists of the lexicon on what denies, lifts or rebuts."""
    return words("opposites", "negation", name)


@lru_cache(maxsize=100_000)
def _before_to(form: str) -> frozenset[str]:
    return frozenset(name for name, listed in table("opposites")["modality"]["to"].items() if form in listed)


def _said_of(low: Sequence[str], i: int) -> bool:
    """Whether a word that may go with a noun is said of something."""
    if low[i] not in _particular():
        return True
    before, after = low[max(0, i - 1) : i], low[i + 1 : i + 2]
    if low[i] in _spots("doing"):
        return not _spots("after-doing").isdisjoint(after) or before == ["it"]
    if low[i] in _spots("sought"):
        return _spots("not-sought").isdisjoint(after)
    nominal = not _spots("one").isdisjoint(before) and not _spots("before").isdisjoint(low[max(0, i - 2) : i - 1])
    return nominal or not _spots("before").isdisjoint(before) or not _spots("after").isdisjoint(after)


def _spots(name: str) -> frozenset[str]:
    return words("opposites", "modality", "spots", name)


@cache
def _particular() -> frozenset[str]:
    return _spots("doing") | _spots("sought") | _spots("predicates")


def classes_of(word: Word) -> frozenset[str]:
    """What a word may do, in any of its forms."""
    return _of_forms(word.forms)


@lru_cache(maxsize=50_000)
def _of_forms(forms: frozenset[str]) -> frozenset[str]:
    return frozenset[str]().union(*(classes(form) for form in forms))


def classes(low: str) -> frozenset[str]:
    """What a word may do, in this form alone."""
    return _listed().get(low, _NONE)


_NONE: frozenset[str] = frozenset()


@cache
def _listed() -> dict[str, frozenset[str]]:
    """The classes of every word of the lexicon that has any: most words have none, and are not searched for."""
    opposites = table("opposites")
    negation = opposites["negation"]
    named = [(name, listed) for name, listed in opposites["modality"].items() if name in KINDS]
    named += [(f"share-{name}", listed) for name, listed in opposites["share"].items()]
    named += [("negation", negation[name]) for name in ("words", "verbs", "adjectives", "bans")]
    named.append(("must", negation["bans"]))
    found: dict[str, set[str]] = {}
    for name, listed in named:
        for word in listed:
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


def is_name(words: Sequence[Word], i: int) -> bool:
    """Whether a word stands with a capital within a sentence: a name, or a month."""
    return words[i].raw[0].isupper() and i > 0 and not words[i - 1].stop


def denials() -> frozenset[str]:
    """The words of grammar that deny."""
    return negating("words")
