"""What kind of act words tell (an attack, an arrest, a vote), and whether two kinds may be sides of one happening.

Stands alone because it is the lexicon's knowledge alone: no report and no parse.
"""

from __future__ import annotations

from functools import cache, lru_cache

from sayso.lexicon import table
from sayso.parse.lemmas import lemma


@lru_cache(maxsize=65_536)
def act_of(word: str) -> str | None:
    """The class of act that a word tells, in whatever form; null for most words."""
    return _words().get(("verb", lemma(word, "verb"))) or _words().get(("noun", lemma(word, "noun")))


def kin(one: str, other: str) -> bool:
    """Whether two classes may tell one happening: the same, or sides of it (an attack, its dead, an arrest for it)."""
    return one == other or any(one in group and other in group for group in table("happenings")["kin"].values())


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
