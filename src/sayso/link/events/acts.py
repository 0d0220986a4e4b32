"""What kind of act words tell (an attack, an arrest, a vote), and whether two kinds may be sides of one happening.

Stands alone because it is the lexicon's knowledge alone: no report and no parse.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sayso.lexicon import table, words
from sayso.parse.lemmas import lemma

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@lru_cache(maxsize=65_536)
def act_of(word: str) -> str | None:
    """The class of act that a word tells, in whatever form; null for most words."""
    return _words().get(("verb", lemma(word, "verb"))) or _words().get(("noun", lemma(word, "noun")))


def acts(words: Iterable[str]) -> frozenset[str]:
    """The classes of act that words tell."""
    return frozenset(act for word in words if (act := act_of(word)) is not None)


def kin(one: str, other: str) -> bool:
    """Whether two classes may tell one happening: the same, or sides of it (an attack, its dead, an arrest for it)."""
    return one == other or any(one in group and other in group for group in table("happenings")["kin"].values())


def means(words: Sequence[str]) -> frozenset[str]:
    """By what means something is told to have been done ("air", "shelling"), from the words of a sentence in order."""
    found = {name for word in words for name in _means_of(word)}
    low = " ".join(words)
    return frozenset(found | {name for phrase, name in _means()[1] if phrase in low})


@lru_cache(maxsize=65_536)
def _means_of(word: str) -> frozenset[str]:
    single = _means()[0]
    return frozenset(single[form] for form in (word, lemma(word, "noun")) if form in single)


@cache
def warlike() -> frozenset[str]:
    """The means by which one act follows another in a war."""
    return words("happenings", "warlike", "means")


@cache
def _means() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    """The means by single words, and by phrases."""
    told = [(word, name) for name, words in table("happenings")["means"].items() for word in words]
    return {word: name for word, name in told if " " not in word}, tuple(one for one in told if " " in one[0])


@cache
def _words() -> dict[tuple[str, str], str]:
    classes = table("happenings")["classes"]
    return {
        (kind, word): name for name, words in classes.items() for kind in ("verb", "noun") for word in words[f"{kind}s"]
    }


@lru_cache(maxsize=65_536)
def root(word: str) -> str:
    """The dictionary form of a word as a verb, or where it is none as a noun."""
    as_verb = lemma(word, "verb")
    return as_verb if as_verb != word else lemma(word, "noun")
